//! How a command ends when it does not do what was asked: words for the person who typed it, and a code for scripts.

use std::{fmt, io, process::ExitCode};

use crate::app::{Refusal, words::Words};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Refused, or found wrong: 1.
    Refused(String),
    /// The arguments do not go together: 2.
    Usage(String),
}

impl Failure {
    /// In both languages, the Chinese first.
    pub fn refused(zh: impl fmt::Display, en: impl fmt::Display) -> Self {
        Self::Refused(format!("{zh}\n{en}"))
    }

    /// In both languages, the Chinese first.
    pub fn usage(zh: impl fmt::Display, en: impl fmt::Display) -> Self {
        Self::Usage(format!("{zh}\n{en}"))
    }

    /// Something about a file.
    #[must_use]
    pub fn about(path: &std::path::Path, error: &io::Error) -> Self {
        Self::Refused(format!("{}: {error}", path.display()))
    }

    /// Says it on stderr and gives the exit code.
    #[must_use]
    pub fn end(&self) -> ExitCode {
        let (text, code) = match self {
            Self::Refused(text) => (text, 1),
            Self::Usage(text) => (text, 2),
        };
        eprintln!("gezi: {}", text.replace('\n', "\n      "));
        ExitCode::from(code)
    }
}

impl From<Words> for Failure {
    fn from(words: Words) -> Self {
        Self::refused(words.zh, words.en)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Invalid { at, words } if at.is_empty() => words.into(),
            Refusal::Invalid { at, words } => Self::refused(format!("{at}：{}", words.zh), format!("{at}: {}", words.en)),
            Refusal::NotNow { words, .. } => words.into(),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Refused(format!("database: {error}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Refused(error.to_string())
    }
}
