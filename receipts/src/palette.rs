//! The colours of the screens, on paper: warm paper, dark ink, one strong colour per meaning. Each ink is legible in grey, too.

/// Red, green, blue, 0 to 255.
pub type Ink = [u8; 3];

pub const WHITE: Ink = [0xff, 0xff, 0xff];
pub const BLACK: Ink = [0, 0, 0];
/// Text.
pub const INK: Ink = [0x1f, 0x1b, 0x16];
/// Labels and second lines.
pub const SOFT: Ink = [0x4a, 0x42, 0x38];
/// Rules.
pub const LINE: Ink = [0xd9, 0xcd, 0xbb];
/// Every other row.
pub const PAPER: Ink = [0xfb, 0xf7, 0xf0];
/// Boxes.
pub const SUNKEN: Ink = [0xf3, 0xec, 0xe1];
/// Persimmon: the cooperative's own colour.
pub const BRAND: Ink = [0x86, 0x2a, 0x0c];
pub const BRAND_SOFT: Ink = [0xfb, 0xe3, 0xd6];
/// Look here, nothing is lost: discounts, previews.
pub const CARE: Ink = [0x7a, 0x2e, 0x00];
pub const CARE_SOFT: Ink = [0xfd, 0xec, 0xcb];
/// Amounts taken back.
pub const STOP: Ink = [0x7f, 0x1d, 0x1d];
/// Practice: never real money.
pub const PLAY: Ink = [0x4c, 0x1d, 0x95];
