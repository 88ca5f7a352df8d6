//! `demo.json` in the data folder: when the story began, and the passwords that were made up for it. Only its owner can read it.

use std::{fs, io, path::Path};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    app::clock::Chance,
    auth::keys::write_secret,
    cli::{Failure, ask},
    demo::{LOGINS, Plan, Secrets},
    domain::time::Ts,
};

const FILE: &str = "demo.json";

/// What is kept of a demo.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Kept {
    first_day: NaiveDate,
    days: u32,
    until: DateTime<Utc>,
    /// In the order of [`LOGINS`].
    pub passwords: Vec<String>,
    /// The helper's.
    pub pin: String,
    /// Of the till that is left to whoever tries the demo.
    pub till_token: Option<String>,
}

impl Kept {
    /// With new passwords.
    #[must_use]
    pub fn fresh(chance: &Chance, plan: Plan) -> Self {
        let passwords = LOGINS.iter().map(|_| ask::made_up(chance)).collect();
        // Two pairs apart from each other: never one of those that everybody tries first.
        let digit = |byte: u8| char::from(b'0' + byte % 10);
        let random = chance.bytes();
        let pin = ['7', digit(random[0]), '2', digit(random[1]), digit(random[2]), digit(random[3])].iter().collect();
        Self { first_day: plan.first, days: plan.days, until: plan.until.instant(), passwords, pin, till_token: None }
    }

    /// Reads it, if it is there.
    pub fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(FILE);
        match fs::read(&path) {
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::about(&path, &error)),
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|error| Failure::about(&path, &error.into())),
        }
    }

    /// Writes it in place of an earlier one.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let (path, new) = (folder.join(FILE), folder.join("demo.json.new"));
        let about = |error: io::Error| Failure::about(&path, &error);
        let mut text = serde_json::to_string_pretty(self).map_err(|error| Failure::Refused(error.to_string()))?;
        text.push('\n');
        // Left by a start that was interrupted right here.
        drop(fs::remove_file(&new));
        write_secret(&new, text.as_bytes()).and_then(|()| fs::rename(&new, &path)).map_err(about)
    }

    /// When the story plays.
    #[must_use]
    pub fn plan(&self) -> Plan {
        Plan { first: self.first_day, days: self.days, until: Ts::of(self.until) }
    }

    /// What the people of the story sign in with.
    #[must_use]
    pub fn secrets(&self) -> Secrets {
        Secrets { passwords: self.passwords.clone(), pin: self.pin.clone() }
    }
}
