//! Uploaded pictures: known by what they are, made small, and rid of everything that a camera writes beside them.
//!
//! One picture at a time is decoded, on a thread of its own, and only after its size is known: a few bytes can claim to be a wall of
//! pixels. What is kept is drawn anew, so no place, owner or script of the upload is in it.

use std::{io::Cursor, sync::Arc};

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
    metadata::Orientation,
};
use tokio::sync::Semaphore;

use super::{refusal::Refusal, words::Words};

/// An upload ends here; a telephone's photograph has 3 to 6 MB.
pub const UPLOAD_BYTES: usize = 8 * 1024 * 1024;
/// More pixels than a telephone takes by itself.
const MOST_PIXELS: u64 = 40_000_000;
/// What decoding may take of the machine's memory.
const MOST_MEMORY: u64 = 192 * 1024 * 1024;
/// The longer side of what a page shows.
const PAGE: u32 = 640;
/// The longer side of what a tile shows.
const TILE: u32 = 256;
/// The longer side of a paper: small print can be read.
const PAPER: u32 = 2400;
const QUALITY: u8 = 82;
/// How many may wait.
const WAITING: usize = 4;

/// A picture as it is kept: two JPEGs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Developed {
    /// For a page.
    pub page: Vec<u8>,
    /// For a tile.
    pub tile: Vec<u8>,
}

/// A paper as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// `application/pdf` or `image/jpeg`.
    pub media: &'static str,
    /// A PDF as it came, a photograph drawn anew.
    pub bytes: Vec<u8>,
}

/// Why an upload is no picture of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Neither JPEG nor PNG nor WebP.
    Kind,
    /// Cut off, or broken.
    Broken,
    /// More pixels than are ever needed.
    TooLarge,
}

impl From<Unfit> for Refusal {
    fn from(unfit: Unfit) -> Self {
        let words = match unfit {
            Unfit::Kind => Words::new("请选 JPEG、PNG 或 WebP 图片", "choose a JPEG, PNG or WebP picture"),
            Unfit::Broken => Words::new("图片没有收全，或者已经损坏，请换一张", "the picture is cut off or broken: choose another"),
            Unfit::TooLarge => Words::new("图片太大，请缩小到四千万像素以内", "the picture has too many pixels: at most forty million"),
        };
        Self::invalid("image", words)
    }
}

/// Where pictures are developed; cheap to clone.
#[derive(Clone, Debug)]
pub struct Darkroom {
    places: Arc<Semaphore>,
    thread: Arc<Semaphore>,
}

impl Default for Darkroom {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(1 + WAITING)), thread: Arc::new(Semaphore::new(1)) }
    }
}

impl Darkroom {
    /// Develops an upload.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where too many wait, [`Refusal::Invalid`] where it is no picture.
    pub async fn develop(&self, upload: impl AsRef<[u8]> + Send + 'static) -> Result<Developed, Refusal> {
        Ok(self.work(move || develop(upload.as_ref())).await?)
    }

    /// Takes a paper in: a PDF or a photograph.
    ///
    /// # Errors
    /// [`Refusal::Busy`] where too many wait, [`Refusal::Invalid`] where it is neither.
    pub async fn paper(&self, upload: impl AsRef<[u8]> + Send + 'static) -> Result<Sheet, Refusal> {
        let sheet = self.work(move || paper(upload.as_ref())).await;
        sheet.map_err(|unfit| match unfit {
            Unworked::Unfit(Unfit::Kind) => {
                Refusal::invalid("paper", Words::new("请选 PDF、JPEG、PNG 或 WebP 文件", "choose a PDF, JPEG, PNG or WebP file"))
            }
            unfit => unfit.into(),
        })
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T, Unfit> + Send + 'static) -> Result<T, Unworked> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Unworked::Other(Refusal::Busy))?;
        let thread = self.thread.clone().acquire_owned().await.map_err(|_| Unworked::Other(Refusal::Stopping))?;
        // The permits go with the work: whoever asked may hang up, the thread is busy all the same.
        let work = move || {
            let worked = work();
            drop((thread, place));
            worked
        };
        // A decoder that gives up in a panic has met a picture that is none.
        tokio::task::spawn_blocking(work).await.unwrap_or(Err(Unfit::Broken)).map_err(Unworked::Unfit)
    }
}

/// Why nothing came of an upload.
enum Unworked {
    Unfit(Unfit),
    Other(Refusal),
}

impl From<Unworked> for Refusal {
    fn from(unworked: Unworked) -> Self {
        match unworked {
            Unworked::Unfit(unfit) => unfit.into(),
            Unworked::Other(refusal) => refusal,
        }
    }
}

/// What ends a PDF; some programs write a little after it.
const END_OF_PDF: &[u8] = b"%%EOF";
const AFTER_THE_END: usize = 1024;

fn paper(upload: &[u8]) -> Result<Sheet, Unfit> {
    if upload.starts_with(b"%PDF-") {
        let tail = &upload[upload.len().saturating_sub(AFTER_THE_END)..];
        let ends = tail.windows(END_OF_PDF.len()).any(|window| window == END_OF_PDF);
        return if ends { Ok(Sheet { media: "application/pdf", bytes: upload.to_vec() }) } else { Err(Unfit::Broken) };
    }
    Ok(Sheet { media: "image/jpeg", bytes: jpeg(&seen(upload, PAPER)?)? })
}

fn develop(upload: &[u8]) -> Result<Developed, Unfit> {
    let page = seen(upload, PAGE)?;
    let tile = shrunk(&page, TILE);
    Ok(Developed { page: jpeg(&page)?, tile: jpeg(&tile)? })
}

/// What is to be seen of an upload, upright, with a longer side of at most so many pixels.
fn seen(upload: &[u8], side: u32) -> Result<DynamicImage, Unfit> {
    let format = kind(upload).ok_or(Unfit::Kind)?;
    // The decoder fills what is missing of a JPEG with grey; nobody wants that on a tile.
    if format == ImageFormat::Jpeg && !ends(upload) {
        return Err(Unfit::Broken);
    }
    let mut reader = ImageReader::with_format(Cursor::new(upload), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unfit::Broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(Unfit::TooLarge);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unfit::Broken)?;
    // Roughly first and finely after: a fine filter over a telephone's photograph takes seconds.
    if width.max(height) > 4 * side {
        picture = picture.thumbnail(2 * side, 2 * side);
    }
    let mut page = shrunk(&picture, side);
    page.apply_orientation(turned);
    Ok(page)
}

/// What the bytes are, whatever the sender calls them.
fn kind(bytes: &[u8]) -> Option<ImageFormat> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Some(ImageFormat::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(ImageFormat::Png);
    }
    (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some(ImageFormat::WebP)
}

/// Whether a JPEG comes to its end: its segments are walked, because a small picture inside a large one has an end of its own.
fn ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // Between segments, and in what is drawn, anything up to the next marker is passed over.
        let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(2).position(|pair| pair[0] == 0xff && is_marker(pair[1]))) else {
            return false;
        };
        at += found + 2;
        match bytes.get(at - 1) {
            Some(0xd9) => return true,
            // A start without a length.
            Some(0xd8) => {}
            _ => {
                let Some(&[high, low]) = bytes.get(at..at + 2) else { return false };
                at += usize::from(u16::from_be_bytes([high, low]));
            }
        }
    }
}

/// Zero and the restart marks stand inside what is drawn.
const fn is_marker(byte: u8) -> bool {
    !matches!(byte, 0x00 | 0x01 | 0xd0..=0xd7 | 0xff)
}

fn shrunk(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        return picture.clone();
    }
    picture.resize(side, side, FilterType::CatmullRom)
}

/// What is seen through is white, as paper is.
fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, Unfit> {
    let seen = picture.to_rgba8();
    let on_paper = RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |colour: u8| {
            let mixed = (u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&on_paper).map_err(|_| Unfit::Broken)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};

    use super::*;

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn landscape() -> DynamicImage {
        RgbImage::from_fn(1500, 900, |x, _| if x < 750 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) }).into()
    }

    fn size(jpeg: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn every_kind_becomes_two_small_jpegs() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let developed = develop(&encoded(&landscape(), format)).unwrap();
            assert_eq!((size(&developed.page), size(&developed.tile)), ((640, 384), (256, 154)), "{format:?}");
        }
    }

    #[test]
    fn a_small_one_is_not_blown_up_and_glass_becomes_paper() {
        let glass = DynamicImage::from(RgbaImage::from_pixel(40, 30, Rgba([255, 0, 0, 0])));
        let developed = develop(&encoded(&glass, ImageFormat::Png)).unwrap();
        assert_eq!(size(&developed.page), (40, 30));
        let seen = image::load_from_memory(&developed.page).unwrap().to_rgb8();
        assert!(seen.get_pixel(20, 15).0.iter().all(|colour| *colour > 250));
    }

    #[test]
    fn a_photograph_stands_upright_and_forgets_where_it_was_taken() {
        let plain = encoded(&landscape(), ImageFormat::Jpeg);
        // Orientation 6 (turn right), and a place that nobody may learn.
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"31.2304N121.4737E");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let upload = [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat();
        let developed = develop(&upload).unwrap();
        assert_eq!(size(&developed.page), (384, 640));
        assert!(!developed.page.windows(4).any(|part| part == b"Exif" || part == b"31.2"));
    }

    #[test]
    fn what_is_cut_off_at_any_place_is_refused() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let whole = encoded(&landscape(), format);
            for percent in [1, 10, 50, 90, 99] {
                let cut = &whole[..whole.len() * percent / 100];
                assert!(matches!(develop(cut), Err(Unfit::Broken | Unfit::Kind)), "{format:?} at {percent} %");
            }
        }
    }

    #[test]
    fn other_files_are_refused_whatever_they_are_called() {
        for bytes in [&b""[..], b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"GIF89a\x01\0\x01\0", b"%PDF-1.7", b"BM"] {
            assert_eq!(develop(bytes), Err(Unfit::Kind));
        }
    }

    #[test]
    fn a_paper_is_a_whole_pdf_or_a_photograph_that_can_be_read() {
        let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n".to_vec();
        assert_eq!(paper(&pdf), Ok(Sheet { media: "application/pdf", bytes: pdf.clone() }));
        assert_eq!(paper(&pdf[..pdf.len() - 8]), Err(Unfit::Broken));
        let photograph = paper(&encoded(&landscape(), ImageFormat::Png)).unwrap();
        assert_eq!((photograph.media, size(&photograph.bytes)), ("image/jpeg", (1500, 900)));
        assert_eq!(paper(b"MZ\x90\0 %PDF-1.7 %%EOF"), Err(Unfit::Kind), "a program that says it is a paper");
    }

    #[test]
    fn a_wall_of_pixels_is_refused_before_it_is_built() {
        // A PNG of 60,000 by 60,000 pixels whose data never come.
        let mut header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0".to_vec();
        let mut crc = !0_u32;
        for byte in &header[12..] {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        header.extend((!crc).to_be_bytes());
        header.extend(b"\0\0\0\x04IDAT\x78\x9c\0\0\0\0\0\0");
        assert_eq!(develop(&header), Err(Unfit::TooLarge));
    }
}
