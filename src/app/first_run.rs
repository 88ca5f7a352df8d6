//! A cooperative of one's own, whole or not at all: its name and chart, the first people who sign in, a site, and a till with the
//! code that lets it in.
//!
//! At the command line whoever holds the machine asks for it. In the browser it is whoever shows the setup code that the service
//! printed when it started on an empty database: somebody else in the network has not seen it. Once there is a cooperative, the
//! door is shut for good.

use std::{net::IpAddr, sync::Arc};

use tokio::sync::Mutex;

use super::{
    Refusal, Service,
    attempts::Subject,
    ctx::{Batch, Ctx},
    execute::{Errand, UseCase, carry_out},
    format::fields::{Invalid, text},
    found::{Founding, check_founding, create},
    logins::{self, SetLogin},
    people::{AddPerson, GiveRole, Particulars},
    refusal::Shown,
    service::operator,
    shop::{AddSite, NewDoor},
    tills::{AddTill, EnrolmentCode, ShowCode},
    words::Words,
};
use crate::{
    auth::role::Role,
    domain::{
        account::{CN_COOP, Chart},
        chain::Hash,
        id::{CommandId, CoopId, PersonId, SiteId, TillId},
    },
    store::{
        coop::{self, Coop, Head},
        logins::Login,
    },
};

/// Somebody who will sign in.
#[derive(Clone)]
pub struct FirstPerson {
    /// What they are to the cooperative.
    pub role: Role,
    /// Sealed.
    pub name: String,
    /// To sign in with.
    pub login: String,
    /// The first password.
    pub password: String,
}

/// What a cooperative begins with.
#[derive(Clone)]
pub struct FirstRun {
    /// The cooperative.
    pub founding: Founding,
    /// The treasurer, and the organiser if there is one already. Neither has the login or the office from the other, so the two can
    /// sign for what needs two.
    pub people: Vec<FirstPerson>,
    /// The first site.
    pub site: String,
    /// The first till.
    pub till: String,
}

/// What was founded.
#[derive(Clone, Debug)]
pub struct Founded {
    /// The cooperative.
    pub coop: Coop,
    /// Lets the till in, for a quarter of an hour.
    pub code: EnrolmentCode,
}

impl FirstRun {
    /// Refuses what would be refused later, before anything is hashed or written.
    pub fn check(&self) -> Result<(), Refusal> {
        check_founding(&self.founding)?;
        let at = |person: &FirstPerson, field: &str| format!("{}.{field}", person.role.slug());
        for (place, person) in self.people.iter().enumerate() {
            text(&person.name, &at(person, "name"), 80)?;
            let login = logins::check(&person.login, &person.password).map_err(|refusal| match refusal {
                Refusal::Invalid { at: field, words } => {
                    Refusal::Invalid { at: at(person, if field == "name" { "login" } else { "password" }), words }
                }
                refusal => refusal,
            })?;
            let before = self.people.iter().take(place);
            if before.into_iter().any(|other| other.login.trim().to_lowercase() == login) {
                let words = Words::new("两个人的登录名不能一样", "two people have two logins");
                return Err(Refusal::invalid(at(person, "login"), words));
            }
        }
        let names: Result<_, Invalid> = text(&self.site, "site", 60).and_then(|_| text(&self.till, "till", 40));
        names.map(drop).map_err(Refusal::from)
    }

    /// Founds it. Nothing slow happens while the database is held: passwords are hashed before.
    pub async fn found(self, service: &Service) -> Result<Founded, Refusal> {
        self.check()?;
        let Self { founding, people, site, till } = self;
        let mut hashed = Vec::with_capacity(people.len());
        for person in people {
            let hash = service.hashing.hash(person.password.clone(), service.chance.bytes()).await?;
            hashed.push((person, hash));
        }
        let (now, mut tx) = (service.clock.now(), service.db.begin().await?);
        let coop = create(&mut tx, service, founding, now).await?;
        let actor = operator(coop.id);
        let chart = Chart::new(CN_COOP.iter().filter_map(|account| Some((account.role?, account.code.to_owned()))));
        let mut batch = Batch { coop: coop.clone(), chart, head: Head { number: 0, hash: Hash::ZERO, statements: 0 } };
        // What becomes due concerns what tills sent, and no till has sent anything.
        let mut due = Vec::new();
        let mut ctx = Ctx { tx: &mut tx, batch: &mut batch, actor: &actor, now, chance: &service.chance, due: &mut due };
        for (person, password_hash) in hashed {
            add(&mut ctx, service, person, password_hash).await?;
        }
        let site = SiteId(order(&mut ctx, AddSite { name: site, door: NewDoor::default() }).await?);
        let till = TillId(order(&mut ctx, AddTill { site, name: till }).await?);
        let code = EnrolmentCode::fresh(service.chance.bytes());
        ShowCode { till, code: code.hash(&service.keys, coop.id) }.run(&mut ctx).await?;
        tx.commit().await?;
        tracing::info!(coop = %coop.id, "a cooperative was founded");
        Ok(Founded { coop, code })
    }
}

/// Runs a command of the founding.
async fn order<U: UseCase>(ctx: &mut Ctx<'_>, use_case: U) -> Result<uuid::Uuid, Refusal> {
    let id = CommandId(ctx.chance.id(ctx.now));
    // The id is new, so nothing is ever compared with this hash.
    Ok(carry_out(ctx, id, Hash::ZERO, use_case).await?.document)
}

async fn add(ctx: &mut Ctx<'_>, service: &Service, person: FirstPerson, password_hash: String) -> Result<(), Refusal> {
    let FirstPerson { role, name, login, password } = person;
    let add = AddPerson {
        keys: service.keys.clone(),
        code: None,
        kind: "person".to_owned(),
        nickname: None,
        face: None,
        support_plan: "independent".to_owned(),
        joined_on: None,
        particulars: Particulars::named(name),
    };
    let person = PersonId(order(ctx, add).await?);
    order(ctx, GiveRole { person, role: role.slug().to_owned(), ward: None }).await?;
    let login = Login { person_id: person, name: logins::check(&login, &password)?, password_hash };
    SetLogin(login).run(ctx).await
}

/// The door of a service that keeps no cooperative yet; cheap to clone. Shut until somebody opens it.
#[derive(Clone, Debug, Default)]
pub struct Door(Arc<Mutex<Option<Hash>>>);

/// Nobody's cooperative: what the setup code is hashed for.
const NOBODY: CoopId = CoopId(uuid::Uuid::nil());

impl Door {
    /// Opens it to whoever shows the code, if there is no cooperative; gives the code.
    pub async fn open(&self, service: &Service) -> Result<Option<EnrolmentCode>, Refusal> {
        let mut door = self.0.lock().await;
        if is_taken(service).await? {
            return Ok(None);
        }
        let code = EnrolmentCode::fresh(service.chance.bytes());
        *door = Some(code.hash(&service.keys, NOBODY));
        Ok(Some(code))
    }

    /// Whether a cooperative can be founded through it.
    pub async fn is_open(&self, service: &Service) -> Result<bool, Refusal> {
        let opened = self.0.lock().await.is_some();
        Ok(opened && !is_taken(service).await?)
    }

    /// Founds a cooperative for whoever shows the code. Held from the look at the code to the last write: of two at once, one founds.
    pub async fn found(&self, service: &Service, code: &str, address: IpAddr, first: FirstRun) -> Result<Founded, Refusal> {
        let mut door = self.0.lock().await;
        let known = match *door {
            Some(known) if !is_taken(service).await? => known,
            _ => {
                *door = None;
                return Err(Refusal::not_now(
                    "founded",
                    "合作社已经建立了，请直接登录",
                    "a cooperative has been founded here: sign in instead",
                ));
            }
        };
        let keys = &service.keys;
        let subjects = vec![Subject::secret(keys, "setup", &super::attempts::network(address)), Subject::anywhere(keys, "setup", "code")];
        let attempt = service.attempts.begin(service, NOBODY, subjects).await?;
        if EnrolmentCode::typed(code).is_none_or(|typed| typed.hash(keys, NOBODY) != known) {
            attempt.was_wrong(service).await?;
            return Err(Refusal::WrongSecret(Shown::SetupCode));
        }
        drop(attempt.was_right(service));
        let founded = first.found(service).await?;
        *door = None;
        Ok(founded)
    }
}

async fn is_taken(service: &Service) -> Result<bool, Refusal> {
    Ok(!coop::all(&mut service.db.snapshot().await?).await?.is_empty())
}
