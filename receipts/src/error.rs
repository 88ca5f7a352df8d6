//! What can go wrong between plain data and paper. None of it comes from the data: a name, an amount or a length never fails.

use std::fmt;

/// A document could not be made. Every case means a broken build or a broken font file, so the caller reports it and keeps the
/// books as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// A font of the crate, or the face named, could not be read.
    FontUnreadable { font: String, cause: String },
    /// The glyphs of a document could not be cut out of the face named.
    SubsetFailed { font: String, cause: String },
    /// The PDF could not be put into bytes.
    WriteFailed { cause: String },
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FontUnreadable { font, cause } => write!(f, "font {font} cannot be read: {cause}"),
            Self::SubsetFailed { font, cause } => write!(f, "glyphs of {font} cannot be cut out: {cause}"),
            Self::WriteFailed { cause } => write!(f, "the PDF cannot be written: {cause}"),
        }
    }
}

impl std::error::Error for PaperError {}
