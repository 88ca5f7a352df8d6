//! Where pictures are: drawings below `/art`, uploads below `/media`.

use crate::{
    domain::chain::Hash,
    store::{coop::Coop, goods::Look},
};

/// How large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// For a page.
    Page,
    /// For a tile.
    Tile,
}

/// A good's picture, if it has one.
pub fn of_good(coop: &Coop, look: &Look, size: Size) -> Option<String> {
    let drawing = look.drawing.as_ref().map(|name| format!("/art/goods/{name}.svg"));
    drawing.or_else(|| look.image_hash.map(|hash| upload(&coop.code, hash, size)))
}

/// What the preview of a link to a good shows, if it has a picture. Chats show no SVG, so each drawing has a card: `npm run cards`.
pub fn card_of_good(coop: &Coop, look: &Look) -> Option<String> {
    let drawing = look.drawing.as_ref().map(|name| format!("/art/cards/{name}.png"));
    drawing.or_else(|| look.image_hash.map(|hash| upload(&coop.code, hash, Size::Page)))
}

/// What the preview of a link shows where no good has a picture: nine goods in the lattice.
pub const SHOP_CARD: &str = "/art/cards/shop.png";

/// An uploaded picture.
pub fn upload(coop: &str, hash: Hash, size: Size) -> String {
    let part = if size == Size::Tile { "-tile" } else { "" };
    format!("/media/{coop}/{hash}{part}.jpg")
}

/// Which picture a file's name below `/media` stands for.
pub fn named(file: &str) -> Option<(Hash, Size)> {
    let name = file.strip_suffix(".jpg")?;
    let (hash, size) = name.strip_suffix("-tile").map_or((name, Size::Page), |hash| (hash, Size::Tile));
    // One address for each picture: capital digits are another's.
    let is_plain = hash.bytes().all(|byte| !byte.is_ascii_uppercase());
    Hash::parse(hash).filter(|_| is_plain).map(|hash| (hash, size))
}

/// Grids are told apart by nine colours, in the order of their numbers.
pub const fn colour(number: i64) -> i64 {
    (number - 1).rem_euclid(9) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_back_to_its_picture() {
        let hash = Hash([0xab; 32]);
        for size in [Size::Page, Size::Tile] {
            let path = upload("hexie", hash, size);
            assert_eq!(named(path.strip_prefix("/media/hexie/").unwrap()), Some((hash, size)));
        }
        let digits = hash.to_string();
        for wrong in [&digits, "x.jpg", &format!("{}.jpg", digits.to_uppercase()), &format!("{digits}.png"), &format!("{digits}-.jpg")] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nine_colours_take_turns() {
        assert_eq!([1, 2, 9, 10, 18, 19].map(colour), [1, 2, 9, 1, 9, 1]);
    }
}
