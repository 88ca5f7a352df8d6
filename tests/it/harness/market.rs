//! Three families with a grid each, and a love shareholder who gets 5 % of what they sell. They stand in the database from the
//! start, for tests that are about something else; that the office can make all this is tested in files of its own.

use gezi::{
    domain::{
        id::{CoopId, GridId, PersonId, SiteId, VersionId},
        time::Date,
    },
    store::Tx,
};
use uuid::Uuid;

use super::{Shop, seed};

/// A and B are members, N is not; each version is owner 85, cooperative 10, supporter 5, from 1 January 2026.
pub struct Market {
    pub a: Uuid,
    pub b: Uuid,
    pub n: Uuid,
    pub supporter: Uuid,
    pub grid_a: Uuid,
    pub grid_b: Uuid,
    pub grid_n: Uuid,
}

impl Market {
    /// In the shop's own cooperative.
    pub async fn new(shop: &Shop) -> Self {
        Self::in_coop(shop, shop.coop.id).await
    }

    /// In another cooperative of the same database.
    pub async fn in_coop(shop: &Shop, coop: CoopId) -> Self {
        let [a, b, n, supporter, grid_a, grid_b, grid_n] = std::array::from_fn(|_| shop.id());
        let now = shop.now();
        let mut tx = shop.service.db.begin().await.expect("a write");
        let site = SiteId(shop.id());
        seed::site(&mut tx, coop, site, "格子街", now).await;
        for person in [a, b, n, supporter] {
            seed::person(&mut tx, coop, PersonId(person), &[], now).await;
        }
        let text = "UPDATE person SET joined_on = $2 WHERE coop_id = $1 AND id IN ($3, $4)";
        tx.q(text).bind(coop).bind(day()).bind(a).bind(b).run().await.expect("two members");
        for (code, grid, owner) in [("A1", grid_a, a), ("B1", grid_b, b), ("N1", grid_n, n)] {
            let text = "INSERT INTO grid (coop_id, id, site_id, code, number, created_at) VALUES ($1, $2, $3, $4, 1, $5)";
            tx.q(text).bind(coop).bind(grid).bind(site).bind(code.to_owned()).bind(now).run().await.expect("a grid");
            let text = "INSERT INTO grid_owner (coop_id, grid_id, from_day, owner_id) VALUES ($1, $2, $3, $4)";
            tx.q(text).bind(coop).bind(grid).bind(day()).bind(owner).run().await.expect("an owner");
            let shares = [("owner", Some(owner), 85), ("cooperative", None, 10), ("supporter", Some(supporter), 5)];
            version(&mut tx, shop, coop, GridId(grid), &shares).await;
        }
        tx.commit().await.expect("a market");
        Self { a, b, n, supporter, grid_a, grid_b, grid_n }
    }
}

fn day() -> Date {
    "2026-01-01".parse().expect("a day")
}

async fn version(tx: &mut Tx, shop: &Shop, coop: CoopId, grid: GridId, shares: &[(&str, Option<Uuid>, i64)]) {
    let (id, by, now) = (VersionId(shop.id()), shop.id(), shop.now());
    let text = "INSERT INTO agreement_version (coop_id, id, grid_id, effective_on, proposed_by, proposed_at, approved_by, approved_at,
                                               consent_logged_by, consent_manner, consented_at)
                VALUES ($1, $2, $3, $4, $5, $6, $5, $6, $5, 'paper', $6)";
    tx.q(text).bind(coop).bind(id).bind(grid).bind(day()).bind(by).bind(now).run().await.expect("a version");
    for (place, (party, person, percent)) in (0_i64..).zip(shares) {
        let text = "INSERT INTO agreement_share (coop_id, version_id, place, party, person_id, percent_e6, instrument_id, fallback)
                    VALUES ($1, $2, $3, $4, $5, $6, NULL, 0)";
        let insert = tx.q(text).bind(coop).bind(id).bind(place).bind((*party).to_owned()).bind(*person);
        insert.bind(percent * 1_000_000).run().await.expect("a share");
    }
}
