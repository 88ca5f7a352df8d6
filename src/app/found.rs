//! A new cooperative: its name, its chart of accounts, an empty journal. The one write that no writer of a cooperative can make.

use super::{Refusal, Service, words::Words};
use crate::{
    domain::{
        account::CN_COOP,
        id::CoopId,
        money::{Minor, Unit},
        time::Ts,
    },
    store::{
        Tx,
        coop::{self, Coop},
    },
};

/// What a cooperative is founded with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// A short name for sign-ins: 2 to 32 lower-case letters, digits and hyphens.
    pub code: String,
    /// Its name on paper, at most 80 characters.
    pub name: String,
    /// Turns instants into business days.
    pub zone: chrono_tz::Tz,
    /// Whether it is made up.
    pub is_demo: bool,
}

/// Refuses a code that cannot be.
pub fn check_code(code: &str) -> Result<(), Refusal> {
    let holds = (2..=32).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !code.starts_with('-');
    if holds {
        return Ok(());
    }
    let words = Words::new("代号是 2 到 32 个小写字母、数字或连字符", "a code is 2 to 32 lower-case letters, digits or hyphens");
    Err(Refusal::invalid("code", words))
}

/// Refuses what a cooperative cannot be founded with.
pub fn check_founding(founding: &Founding) -> Result<(), Refusal> {
    check_code(&founding.code)?;
    let name = founding.name.trim();
    if name.is_empty() || name.chars().count() > 80 || name.chars().any(char::is_control) {
        return Err(Refusal::invalid("name", Words::new("名称是 1 到 80 个字", "a name is 1 to 80 characters")));
    }
    Ok(())
}

/// Founds a cooperative on the chart `cn_coop`, in yuan.
pub async fn found(service: &Service, founding: Founding) -> Result<Coop, Refusal> {
    let mut tx = service.db.begin().await?;
    let coop = create(&mut tx, service, founding, service.clock.now()).await?;
    tx.commit().await?;
    Ok(coop)
}

/// The same within a transaction that does more.
pub(super) async fn create(tx: &mut Tx, service: &Service, founding: Founding, now: Ts) -> Result<Coop, Refusal> {
    check_founding(&founding)?;
    let Founding { code, name, zone, is_demo } = founding;
    let id = CoopId(service.chance.id(now));
    let coop = Coop { id, code, name: name.trim().to_owned(), zone, unit: Unit::cny(), rounding_limit: Minor(100), is_demo };
    if coop::all(tx).await?.iter().any(|other| other.code == coop.code) {
        return Err(Refusal::NameTaken("code"));
    }
    coop::create(tx, &coop, ("cn_coop", CN_COOP), &service.keys.mark(), now).await?;
    Ok(coop)
}
