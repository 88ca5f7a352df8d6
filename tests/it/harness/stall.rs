//! A stall that can sell: a grid, its owner, and an agreement in force.

use gezi::{
    auth::role::Role,
    domain::{
        agreement::Party,
        id::{PersonId, VersionId},
        money::Percent,
        time::parse_date,
    },
};
use uuid::Uuid;

use super::{Shop, Who};

/// A grid with an owner, split 85 / 10 / 5 since the beginning of 2026.
#[derive(Clone, Debug)]
pub struct Stall {
    pub grid: Uuid,
    /// A member, signed in.
    pub owner: Who,
    /// The love shareholder who gets the 5.
    pub supporter: Uuid,
}

impl Shop {
    /// A new stall; `code` is the grid's code and, with 铺主 before it, what its owner is called.
    pub async fn stall(&self, code: &str) -> Stall {
        let supporter = self.person(&[Role::LoveShareholder]).await.id;
        self.stall_for(code, supporter).await
    }

    /// The same for a love shareholder who is there already.
    pub async fn stall_for(&self, code: &str, supporter: Uuid) -> Stall {
        let owner = self.person(&[Role::Stallholder]).await;
        let (grid, version, coop, now) = (self.id(), VersionId(self.id()), self.coop.id, self.now());
        let start = parse_date("2026-01-01").expect("a day");
        let mut tx = self.service.db.begin().await.expect("a write");
        let text = "UPDATE person SET nickname = $3, joined_on = $4 WHERE coop_id = $1 AND id = $2";
        tx.q(text).bind(coop).bind(owner.id).bind(format!("铺主{code}")).bind(start).run().await.expect("a member");
        let text = "INSERT INTO grid (coop_id, id, site_id, code, number, created_at) VALUES ($1, $2, $3, $4, 1, $5)";
        tx.q(text).bind(coop).bind(grid).bind(self.site).bind(code.to_owned()).bind(now).run().await.expect("a grid");
        let text = "INSERT INTO grid_owner (coop_id, grid_id, from_day, owner_id) VALUES ($1, $2, $3, $4)";
        tx.q(text).bind(coop).bind(grid).bind(start).bind(owner.id).run().await.expect("an owner");
        let text = "INSERT INTO agreement_version (coop_id, id, grid_id, effective_on, proposed_by, proposed_at, approved_by, approved_at,
                                                   consent_logged_by, consent_manner, consented_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $5, $6, $5, 'paper', $6)";
        let insert = tx.q(text).bind(coop).bind(version).bind(grid).bind(start).bind(supporter);
        insert.bind(now).run().await.expect("a version");
        let shares = [(Party::Owner(PersonId(owner.id)), "85"), (Party::Cooperative, "10"), (Party::Supporter(PersonId(supporter)), "5")];
        for (place, (party, percent)) in (0_i64..).zip(shares) {
            let text = "INSERT INTO agreement_share (coop_id, version_id, place, party, person_id, percent_e6, instrument_id, fallback)
                        VALUES ($1, $2, $3, $4, $5, $6, NULL, 0)";
            let insert = tx.q(text).bind(coop).bind(version).bind(place).bind(party.slug().to_owned());
            let percent = Percent::parse(percent).expect("a percentage");
            insert.bind(party.person()).bind(percent.e6()).run().await.expect("a share");
        }
        tx.commit().await.expect("a stall");
        Stall { grid, owner, supporter }
    }
}
