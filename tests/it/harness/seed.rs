//! The few rows that a test starts from. People come in with a session: a real sign-in hashes for longer than a whole test takes,
//! and is tested in a file of its own.

use gezi::{
    auth::{
        role::Role,
        token::{Access, TillToken},
    },
    domain::{
        chain::Hash,
        id::{CoopId, PersonId, SessionId, SiteId, TillId},
        time::Ts,
    },
    store::Tx,
};
use uuid::Uuid;

const YEAR_US: i64 = 366 * 86_400 * 1_000_000;

/// A person without a name, with roles.
pub async fn person(tx: &mut Tx, coop: CoopId, id: PersonId, roles: &[Role], now: Ts) {
    let text = "INSERT INTO person (coop_id, id, kind, nickname, joined_on, support_plan, created_at)
                VALUES ($1, $2, 'person', NULL, NULL, 'independent', $3)";
    tx.q(text).bind(coop).bind(id).bind(now).run().await.expect("a person");
    for (at, role) in roles.iter().enumerate() {
        let grant = Uuid::from_u128(id.0.as_u128() + (at as u128 + 1) * (1 << 100));
        let text = "INSERT INTO role_grant (coop_id, id, person_id, role, ward_id, granted_by, granted_at, ended_by, ended_at)
                    VALUES ($1, $2, $3, $4, NULL, NULL, $5, NULL, NULL)";
        let insert = tx.q(text).bind(coop).bind(grant).bind(id).bind(role.slug().to_owned());
        insert.bind(now).run().await.expect("a role");
    }
}

/// A session of theirs that lasts a year.
pub async fn session(tx: &mut Tx, coop: CoopId, person: PersonId, now: Ts) -> SessionId {
    let id = SessionId(Uuid::from_u128(person.0.as_u128() ^ (0xffff << 100)));
    let text = "INSERT INTO session (coop_id, id, person_id, generation, rotated_at, expires_at, ended_at)
                VALUES ($1, $2, $3, 0, $4, $5, NULL)";
    let insert = tx.q(text).bind(coop).bind(id).bind(person).bind(now);
    insert.bind(Ts(now.0 + YEAR_US)).run().await.expect("a session");
    id
}

/// An access token that outlives every test: its end is what the service looks at.
pub fn access(coop: CoopId, person: PersonId, session: SessionId, now: Ts, keys: &gezi::auth::keys::Keys) -> String {
    let access = Access { exp: (now.0 + YEAR_US) / 1_000_000, ..Access::new(coop, person, session, now) };
    access.sign(keys).expect("a token")
}

/// A site.
pub async fn site(tx: &mut Tx, coop: CoopId, id: SiteId, name: &str, now: Ts) {
    let text = "INSERT INTO site (coop_id, id, name, created_at) VALUES ($1, $2, $3, $4)";
    tx.q(text).bind(coop).bind(id).bind(name.to_owned()).bind(now).run().await.expect("a site");
}

/// An enrolled till.
pub async fn till(tx: &mut Tx, coop: CoopId, id: TillId, site: SiteId, name: &str, now: Ts) -> TillToken {
    let text = "INSERT INTO till (coop_id, id, site_id, name, epoch, open_shift_id, last_close, created_at)
                VALUES ($1, $2, $3, $4, 1, NULL, NULL, $5)";
    tx.q(text).bind(coop).bind(id).bind(site).bind(name.to_owned()).bind(now).run().await.expect("a till");
    let token = TillToken { coop, till: id, epoch: 1, secret: [7; 32] };
    let text = "INSERT INTO till_epoch (coop_id, till_id, epoch, token_hash, next_seq, last_hash, enrolled_at, revoked_at)
                VALUES ($1, $2, 1, $3, 1, $4, $5, NULL)";
    let insert = tx.q(text).bind(coop).bind(id).bind(token.hash()).bind(Hash::ZERO);
    insert.bind(now).run().await.expect("an enrolment");
    token
}
