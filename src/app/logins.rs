//! Signing in: who shows a name's password gets a session, renewed by refresh tokens until it ends.
//!
//! None of it is in the books, so all of it are errands. Hashing lies before the writer. What is answered, and when, does not
//! tell whether a name exists.

use std::net::IpAddr;

use uuid::Uuid;

use super::{
    attempts::{Forgiven, Subject, network},
    ctx::Ctx,
    execute::{Errand, Sent},
    refusal::{Refusal, Shown},
    service::Service,
    words::Words,
};
use crate::{
    auth::{
        actor::Actor,
        policy::{KeepOwnSecrets, ManagePeople, allow},
        token::{Access, RefreshToken},
    },
    domain::{
        id::{CoopId, PersonId, SessionId},
        time::Ts,
    },
    store::{
        approvals, coop,
        logins::{self, Login},
        people, sessions,
    },
};

/// A session ends after 30 days, however often it is renewed.
pub const SESSION_SECONDS: i64 = 30 * 86_400;
/// What is over is kept for 30 days more, then a later sign-in sweeps it.
const KEPT_SECONDS: i64 = 30 * 86_400;
/// An approval that nothing used yet: a till may still hold the refund that it is for, for weeks.
const KEPT_UNUSED_SECONDS: i64 = 180 * 86_400;
/// A refresh token that was just used still gives its successor: two tabs renew at the same time.
const GRACE_SECONDS: i64 = 20;
const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 8..=200;
const NAME_CHARS: std::ops::RangeInclusive<usize> = 1..=64;

/// What somebody shows who wants to sign in.
pub struct Credentials {
    /// The cooperative's code; may be missing where there is one only.
    pub coop: Option<String>,
    /// The login's name.
    pub name: String,
    /// The password.
    pub password: String,
    /// Where it comes from.
    pub address: IpAddr,
}

/// What somebody has who is signed in.
#[derive(Clone)]
pub struct SignedIn {
    /// The cooperative.
    pub coop: CoopId,
    /// Who.
    pub person: PersonId,
    /// For minutes.
    pub access: String,
    /// For the next access token.
    pub refresh: String,
    /// Until when the session can be renewed.
    pub expires_at: Ts,
}

/// Signs in.
pub async fn sign_in(service: &Service, credentials: Credentials) -> Result<SignedIn, Refusal> {
    let Credentials { coop: code, name, password, address } = credentials;
    let share = service.hashing.share(address)?;
    // An unknown cooperative goes the same way: the nil one has no logins.
    let coop = cooperative(service, code.as_deref()).await?.unwrap_or(CoopId(Uuid::nil()));
    let name = login_name(&name);
    let subjects = vec![
        Subject::secret(&service.keys, "login", &format!("{} {name}", network(address))),
        Subject::anywhere(&service.keys, "name", &name),
        Subject::address(&service.keys, address),
    ];
    let attempt = service.attempts.begin(service, coop, subjects).await?;
    let mut tx = service.db.snapshot().await?;
    // A zero byte is in no name, and PostgreSQL takes it in no text.
    let login = if name.contains('\0') { None } else { logins::find(&mut tx, coop, &name).await? };
    drop(tx);
    let (person, kept) = login.map(|login| (login.person_id, login.password_hash)).unzip();
    let right = match service.hashing.verify_for(Some(share), password, kept).await {
        Ok(right) => right,
        Err(busy) => {
            attempt.was_not_made(service);
            return Err(busy);
        }
    };
    let Some(person) = person.filter(|_| right) else {
        attempt.was_wrong(service).await?;
        return Err(Refusal::WrongSecret(Shown::Login));
    };
    let errand = Open { person, forgiven: attempt.was_right(service) };
    let actor = Actor::without_roles(coop, person);
    let (session, expires_at) = service.writer.errand(Sent { actor, errand }).await?;
    signed_in(service, person, RefreshToken { coop, session, generation: 0 }, expires_at)
}

/// The cooperative of a code; where there is one only, its code may be missing.
pub(super) async fn cooperative(service: &Service, code: Option<&str>) -> Result<Option<CoopId>, Refusal> {
    let mut tx = service.db.snapshot().await?;
    let all = coop::all(&mut tx).await?;
    match (code, all.as_slice()) {
        (Some(code), all) => Ok(all.iter().find(|coop| coop.code == code).map(|coop| coop.id)),
        (None, [one]) => Ok(Some(one.id)),
        (None, _) => Err(Refusal::invalid("coop", Words::new("请写明合作社的代号", "say which cooperative, by its code"))),
    }
}

fn signed_in(service: &Service, person: PersonId, refresh: RefreshToken, expires_at: Ts) -> Result<SignedIn, Refusal> {
    let access = Access::new(refresh.coop, person, refresh.session, service.clock.now()).sign(&service.keys);
    let access = access.map_err(|error| Refusal::Broken(format!("signing an access token: {error}")))?;
    Ok(SignedIn { coop: refresh.coop, person, access, refresh: refresh.text(&service.keys), expires_at })
}

#[derive(Clone)]
struct Open {
    person: PersonId,
    forgiven: Forgiven,
}

impl Errand for Open {
    type Answer = (SessionId, Ts);

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Self::Answer, Refusal> {
        let (coop, now) = (ctx.coop(), ctx.now);
        self.forgiven.save(ctx).await?;
        let (session, expires_at) = (SessionId(ctx.chance.id(now)), now.plus_seconds(SESSION_SECONDS));
        sessions::open(ctx.tx, coop, session, self.person, now, expires_at).await?;
        sessions::sweep(ctx.tx, coop, now.plus_seconds(-KEPT_SECONDS)).await?;
        approvals::sweep(ctx.tx, coop, now.plus_seconds(-KEPT_SECONDS), now.plus_seconds(-KEPT_UNUSED_SECONDS)).await?;
        Ok((session, expires_at))
    }
}

/// Renews a sign-in. A refresh token that was renewed before is a copy: its session ends, for both who hold it.
pub async fn refresh(service: &Service, token: &str) -> Result<SignedIn, Refusal> {
    let token = RefreshToken::verify(token, &service.keys).ok_or(Refusal::NotSignedIn)?;
    let actor = Actor::without_roles(token.coop, PersonId(Uuid::nil()));
    let renewed = service.writer.errand(Sent { actor, errand: Renew(token) }).await.map_err(no_coop_is_no_session)?;
    let (person, token, expires_at) = renewed.ok_or(Refusal::NotSignedIn)?;
    signed_in(service, person, token, expires_at)
}

/// A token of a cooperative that is gone, e.g. after a restore, says nothing of it.
fn no_coop_is_no_session(refusal: Refusal) -> Refusal {
    if matches!(refusal, Refusal::NotFound(_)) { Refusal::NotSignedIn } else { refusal }
}

#[derive(Clone)]
struct Renew(RefreshToken);

impl Errand for Renew {
    // Not a refusal where the session ends: what a refusal wrote is undone.
    type Answer = Option<(PersonId, RefreshToken, Ts)>;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Self::Answer, Refusal> {
        let (token, now) = (self.0, ctx.now);
        let Some(session) = sessions::find(ctx.tx, token.coop, token.session).await? else { return Ok(None) };
        if session.ended_at.is_some() || session.expires_at <= now {
            return Ok(None);
        }
        let next = RefreshToken { generation: token.generation + 1, ..token };
        if token.generation == session.generation {
            sessions::rotate(ctx.tx, token.coop, token.session, next.generation, now).await?;
            return Ok(Some((session.person_id, next, session.expires_at)));
        }
        // Another tab was quicker: this one gets the same.
        if next.generation == session.generation && now <= session.rotated_at.plus_seconds(GRACE_SECONDS) {
            return Ok(Some((session.person_id, next, session.expires_at)));
        }
        tracing::warn!(session = %token.session, "a refresh token came twice: the session ends");
        sessions::end(ctx.tx, token.coop, token.session, now).await?;
        Ok(None)
    }
}

/// The session that a refresh token belongs to.
#[must_use]
pub fn session_of(service: &Service, token: &str) -> Option<(CoopId, SessionId)> {
    RefreshToken::verify(token, &service.keys).map(|token| (token.coop, token.session))
}

/// Ends a session.
pub async fn sign_out(service: &Service, coop: CoopId, session: SessionId) -> Result<(), Refusal> {
    let actor = Actor::without_roles(coop, PersonId(Uuid::nil()));
    service.writer.errand(Sent { actor, errand: End(session) }).await.map_err(no_coop_is_no_session)
}

#[derive(Clone)]
struct End(SessionId);

impl Errand for End {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let coop = ctx.coop();
        Ok(sessions::end(ctx.tx, coop, self.0, ctx.now).await?)
    }
}

/// Changes one's own password, for whoever still knows it. Every other session of the person ends.
pub async fn change_password(
    service: &Service,
    actor: &Actor,
    session: Option<SessionId>,
    current: String,
    new: String,
) -> Result<(), Refusal> {
    let allowed = allow::<KeepOwnSecrets>(actor)?;
    let person = actor.person().ok_or(Refusal::NotSignedIn)?;
    let mut tx = service.db.snapshot().await?;
    let login = logins::of_person(&mut tx, allowed.coop(), person).await?.ok_or(Refusal::NotFound("login"))?;
    drop(tx);
    check_password("new", &new, &login.name)?;
    let subject = Subject::secret(&service.keys, "login", &login.name);
    let attempt = service.attempts.begin(service, allowed.coop(), vec![subject]).await?;
    match service.hashing.verify(current, Some(login.password_hash)).await {
        Ok(true) => {}
        Ok(false) => {
            attempt.was_wrong(service).await?;
            return Err(Refusal::WrongSecret(Shown::Password));
        }
        Err(busy) => {
            attempt.was_not_made(service);
            return Err(busy);
        }
    }
    let forgiven = attempt.was_right(service);
    let password_hash = service.hashing.hash(new, service.chance.bytes()).await?;
    service.writer.errand(Sent { actor: actor.clone(), errand: Change { person, session, password_hash, forgiven } }).await
}

#[derive(Clone)]
struct Change {
    person: PersonId,
    session: Option<SessionId>,
    password_hash: String,
    forgiven: Forgiven,
}

impl Errand for Change {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let allowed = ctx.allow::<KeepOwnSecrets>()?;
        self.forgiven.save(ctx).await?;
        logins::change_password(ctx.tx, &allowed, self.person, &self.password_hash, ctx.now).await?;
        Ok(sessions::end_all(ctx.tx, allowed.coop(), self.person, self.session, ctx.now).await?)
    }
}

/// Gives a person a login with a first password, or a new one where it was forgotten. Every session of the person ends.
pub async fn set_login(service: &Service, actor: &Actor, person: PersonId, name: &str, password: String) -> Result<(), Refusal> {
    allow::<ManagePeople>(actor)?;
    let name = check(name, &password)?;
    let password_hash = service.hashing.hash(password, service.chance.bytes()).await?;
    let login = Login { person_id: person, name, password_hash };
    service.writer.errand(Sent { actor: actor.clone(), errand: SetLogin(login) }).await
}

/// Keeps a login whose password is hashed.
#[derive(Clone)]
pub(super) struct SetLogin(pub(super) Login);

impl Errand for SetLogin {
    type Answer = ();

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<(), Refusal> {
        let Self(login) = self;
        let allowed = ctx.allow::<ManagePeople>()?;
        if people::get(ctx.tx, allowed.coop(), login.person_id).await?.is_none() {
            return Err(Refusal::NotFound("person"));
        }
        let named = logins::find(ctx.tx, allowed.coop(), &login.name).await?;
        if named.is_some_and(|named| named.person_id != login.person_id) {
            return Err(Refusal::NameTaken("name"));
        }
        logins::save(ctx.tx, &allowed, &login, ctx.actor.person(), ctx.now).await?;
        let (by_kind, by) = ctx.actor.sender();
        tracing::info!(person = %login.person_id, by_kind, %by, "a login was set");
        Ok(sessions::end_all(ctx.tx, allowed.coop(), login.person_id, None, ctx.now).await?)
    }
}

/// Refuses a login that cannot be; gives back its name as it is kept.
pub fn check(name: &str, password: &str) -> Result<String, Refusal> {
    let name = login_name(name);
    if !NAME_CHARS.contains(&name.chars().count()) || name.chars().any(|c| c.is_control() || c.is_whitespace()) {
        let words = Words::new("登录名是 1 到 64 个字，中间不留空格", "a login's name has 1 to 64 characters and no spaces");
        return Err(Refusal::invalid("name", words));
    }
    check_password("password", password, &name)?;
    Ok(name)
}

/// Whose login has this name.
pub async fn person_of(service: &Service, coop: CoopId, name: &str) -> Result<Option<PersonId>, Refusal> {
    let mut tx = service.db.snapshot().await?;
    Ok(logins::find(&mut tx, coop, &login_name(name)).await?.map(|login| login.person_id))
}

/// People write names as they like; one name is one login.
fn login_name(name: &str) -> String {
    name.trim().to_lowercase()
}

fn check_password(at: &str, password: &str, name: &str) -> Result<(), Refusal> {
    if PASSWORD_CHARS.contains(&password.chars().count()) && password.to_lowercase() != name {
        return Ok(());
    }
    let zh = "密码是 8 到 200 个字，不能和登录名一样；几个词连起来最好记";
    let en = "a password has 8 to 200 characters and is not the login's name; some words in a row are easy to keep in mind";
    Err(Refusal::invalid(at, Words::new(zh, en)))
}
