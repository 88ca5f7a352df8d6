//! Why something asked for is not done. `http/problem.rs` alone turns these into answers.

use crate::{
    app::words::Words,
    auth::policy::Forbidden,
    domain::{agreement::NotAVersion, allocation::CannotAllocate, entry::NotAnEntry, money::Overflow},
    store::db::is_passing,
};

/// What somebody shows to be let in or to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A name and its password. The words do not tell which of the two is wrong.
    Login,
    /// One's own password, once more.
    Password,
    /// A till's enrolment code.
    Code,
    /// A helper's PIN.
    Pin,
    /// The three pictures of somebody at a till.
    Pictures,
    /// The code with which a first cooperative is founded.
    SetupCode,
}

/// A refusal, named for the people.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The sender's roles do not include it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody who could be let in.
    #[error("not signed in")]
    NotSignedIn,
    /// What was shown does not match.
    #[error("wrong secret")]
    WrongSecret(Shown),
    /// Too many attempts.
    #[error("too many attempts, wait {seconds} s")]
    TooManyAttempts {
        /// How long to wait.
        seconds: i64,
    },
    /// No such thing in this cooperative.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// A field cannot be read.
    #[error("{at}: {}", .words.en)]
    Invalid {
        /// Where, e.g. `lines[2].price`.
        at: String,
        /// Why.
        words: Words,
    },
    /// The id was used for another command, or by another sender.
    #[error("the id belongs to another command")]
    IdTaken,
    /// The name, code or number is in use.
    #[error("{0} is in use")]
    NameTaken(&'static str),
    /// The second of two signatures must be another person's.
    #[error("a second person must sign")]
    SamePersonTwice,
    /// The second signature is by somebody whose login or office comes from the first, or the other way round.
    #[error("a person whose login or office does not come from the other must sign")]
    SecondAccount,
    /// Both signers still sign in with passwords that one other person set, who can so sign as both.
    #[error("one of two whose passwords a third set must first choose their own")]
    PasswordsOfOne,
    /// It was decided, issued, done or ended before.
    #[error("{0} was decided before")]
    DecidedBefore(&'static str),
    /// The shares of an agreement cannot be.
    #[error(transparent)]
    NotAVersion(#[from] NotAVersion),
    /// What lies open cannot be allocated so.
    #[error(transparent)]
    CannotAllocate(#[from] CannotAllocate),
    /// The state of things does not allow it; the words say why and what to do.
    #[error("{}: {}", .slug, .words.en)]
    NotNow {
        /// A name for programs.
        slug: &'static str,
        /// Why, and what to do.
        words: Words,
    },
    /// A list that was not brought in, because of some of its lines.
    #[error("line {first} and {} more cannot be", .count - 1)]
    LinesToMend {
        /// The first of them.
        first: u64,
        /// How many.
        count: usize,
    },
    /// The queue is full.
    #[error("busy")]
    Busy,
    /// The connection was lost at COMMIT: it may or may not have happened.
    #[error("the fate of the command is unknown")]
    FateUnknown,
    /// The service is stopping.
    #[error("stopping")]
    Stopping,
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// Something that must not happen.
    #[error("broken: {0}")]
    Broken(String),
}

impl Refusal {
    /// A field that cannot be read.
    pub fn invalid(at: impl Into<String>, words: Words) -> Self {
        Self::Invalid { at: at.into(), words }
    }

    /// Whether it is a fault of ours that sending the same again does not cure.
    #[must_use]
    pub fn is_lasting_fault(&self) -> bool {
        match self {
            Self::Broken(_) => true,
            Self::Database(error) => !is_passing(error),
            _ => false,
        }
    }

    /// Something that is not possible in the present state.
    pub fn not_now(slug: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::NotNow { slug, words: Words::new(zh, en) }
    }
}

impl From<NotAnEntry> for Refusal {
    fn from(error: NotAnEntry) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<Overflow> for Refusal {
    fn from(error: Overflow) -> Self {
        Self::Invalid { at: String::new(), words: Words::new("金额大得账本放不下", error.to_string()) }
    }
}
