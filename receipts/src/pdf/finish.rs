//! The last hand on the file: version, language, identity, compression, bytes.

use crate::PaperError;
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, StringFormat};
use sha2::{Digest, Sha256};
use std::io::Write;

pub(super) fn bytes(mut file: Document) -> Result<Vec<u8>, PaperError> {
    "1.7".clone_into(&mut file.version);
    let id = identity(&file);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    if let Ok(Object::Dictionary(info)) = file.trailer.get(b"Info").and_then(Object::as_reference).and_then(|at| file.get_object_mut(at)) {
        // printpdf writes these for a print-shop standard that the file does not claim.
        for key in [b"GTS_PDFXVersion".as_slice(), b"Identifier", b"Trapped"] {
            info.remove(key);
        }
    }
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("Lang", Object::string_literal("zh-CN"));
        let mut viewer = Dictionary::new();
        viewer.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", viewer);
    }
    deflate(&mut file).map_err(|cause| write_failed(&cause))?;
    let mut bytes = Vec::with_capacity(128 << 10);
    file.save_to(&mut bytes).map_err(|cause| write_failed(&cause))?;
    Ok(bytes)
}

/// The file's identity is a hash of its contents: printpdf's own is the same for every file of a process.
fn identity(file: &Document) -> Object {
    let mut hash = Sha256::new();
    for object in file.objects.values() {
        match object {
            Object::Stream(stream) => hash.update(&stream.content),
            // Info: title, subject, dates.
            Object::Dictionary(dictionary) => {
                for value in dictionary.iter().filter_map(|(_, value)| value.as_str().ok()) {
                    hash.update(value);
                }
            }
            _ => {}
        }
    }
    Object::String(hash.finalize().iter().take(16).copied().collect(), StringFormat::Hexadecimal)
}

/// lopdf's own compression always takes the slowest level; 6 is much faster for less than 1 % more bytes.
fn deflate(file: &mut Document) -> std::io::Result<()> {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") || stream.content.len() < 64 {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::new(6));
        encoder.write_all(&stream.content)?;
        let packed = encoder.finish()?;
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(packed);
    }
    Ok(())
}

fn write_failed(cause: &std::io::Error) -> PaperError {
    PaperError::WriteFailed { cause: cause.to_string() }
}
