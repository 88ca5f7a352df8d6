//! How a command ends when it does not do what was asked: words for the person who typed it, and a code for scripts.

use std::{fmt, io, process::ExitCode};

use crate::{app::Refusal, http::problem::Problem};

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

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            // Whoever holds the machine may know the cause.
            Refusal::Database(error) => error.into(),
            Refusal::Broken(cause) => Self::Refused(cause),
            worded => Problem::from(worded).into(),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        match problem.field {
            Some(field) => Self::refused(format!("{field}：{}", problem.detail), format!("{field}: {}", problem.detail_en)),
            None => Self::refused(problem.detail, problem.detail_en),
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
