//! Versions of agreements: proposed, approved, consented to. Shares are append-only; two signatures and a consent are added once.

use std::collections::HashMap;

use sqlx::FromRow;
use uuid::Uuid;

use super::{
    Result, Tx,
    agreements::{ShareRow, add_share},
    db::Args,
};
use crate::{
    auth::policy::{Allowed, Consent, ManageAgreements, ReadAgreements},
    domain::{
        agreement::Share,
        id::{CoopId, GridId, LotId, PersonId, VersionId},
        time::{Date, Ts},
    },
    sql,
};

/// A version without its shares.
#[derive(Clone, Debug, FromRow)]
pub struct VersionRow {
    /// The version.
    pub id: VersionId,
    /// Whose goods it splits.
    pub grid_id: GridId,
    /// Of which lot's pieces only; missing for the grid's own agreement.
    pub lot_id: Option<LotId>,
    /// Its first day.
    pub effective_on: Date,
    /// The first signature.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Ts,
    /// The second, of another person.
    pub approved_by: Option<PersonId>,
    /// When.
    pub approved_at: Option<Ts>,
    /// Who logged the owner's consent.
    pub consent_logged_by: Option<PersonId>,
    /// `self`, `guardian`, `paper` or `spoken`.
    pub consent_manner: Option<String>,
    /// When.
    pub consented_at: Option<Ts>,
    /// Who withdrew it before it was agreed.
    pub withdrawn_by: Option<PersonId>,
    /// When.
    pub withdrawn_at: Option<Ts>,
    /// The owner that it was made for.
    pub owner_id: PersonId,
}

impl VersionRow {
    /// Whether it is signed by two and consented to.
    #[must_use]
    pub const fn is_agreed(&self) -> bool {
        self.approved_at.is_some() && self.consented_at.is_some()
    }
}

/// Saves a proposal.
pub async fn propose(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, version: &VersionRow, shares: &[Share]) -> Result<()> {
    let coop = allowed.coop();
    let text = sql!(
        "INSERT INTO agreement_version (coop_id, id, grid_id, effective_on, proposed_by, proposed_at, lot_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)"
    );
    let insert = tx.q(text).bind(coop).bind(version.id).bind(version.grid_id).bind(version.effective_on);
    insert.bind(version.proposed_by).bind(version.proposed_at).bind(version.lot_id).run().await?;
    let placed: Vec<(i64, &Share)> = (0..).zip(shares).collect();
    let text = sql!(
        "INSERT INTO agreement_share (coop_id, version_id, place, party, person_id, percent_e6, instrument_id, fallback) VALUES $rows"
    );
    tx.insert(text, &placed, |(place, share), args| {
        args.add(coop).add(version.id).add(*place);
        add_share(args, share);
    })
    .await
}

/// Adds the second signature.
pub async fn approve(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, version: VersionId, by: PersonId, at: Ts) -> Result<()> {
    let text = sql!(
        "UPDATE agreement_version SET approved_by = $3, approved_at = $4
         WHERE coop_id = $1 AND id = $2 AND approved_at IS NULL"
    );
    tx.q(text).bind(allowed.coop()).bind(version).bind(by).bind(at).run().await.map(drop)
}

/// Adds the owner's consent.
pub async fn consent(tx: &mut Tx, allowed: &Allowed<Consent>, version: VersionId, by: PersonId, manner: &str, at: Ts) -> Result<()> {
    let text = sql!(
        "UPDATE agreement_version SET consent_logged_by = $3, consent_manner = $4, consented_at = $5
         WHERE coop_id = $1 AND id = $2 AND consented_at IS NULL"
    );
    tx.q(text).bind(allowed.coop()).bind(version).bind(by).bind(manner.to_owned()).bind(at).run().await.map(drop)
}

/// Withdraws a proposal.
pub async fn withdraw(tx: &mut Tx, allowed: &Allowed<ManageAgreements>, version: VersionId, by: PersonId, at: Ts) -> Result<()> {
    let text = sql!(
        "UPDATE agreement_version SET withdrawn_by = $3, withdrawn_at = $4
         WHERE coop_id = $1 AND id = $2 AND withdrawn_at IS NULL"
    );
    tx.q(text).bind(allowed.coop()).bind(version).bind(by).bind(at).run().await.map(drop)
}

/// A version, for a decision.
pub async fn get(tx: &mut Tx, coop: CoopId, version: VersionId) -> Result<Option<VersionRow>> {
    let text = sql!(
        "SELECT v.id, v.grid_id, v.lot_id, v.effective_on, v.proposed_by, v.proposed_at, v.approved_by, v.approved_at,
                v.consent_logged_by, v.consent_manner, v.consented_at, v.withdrawn_by, v.withdrawn_at, s.person_id AS owner_id
         FROM agreement_version v
         JOIN agreement_share s ON s.coop_id = v.coop_id AND s.version_id = v.id AND s.party = 'owner'
         WHERE v.coop_id = $1 AND v.id = $2"
    );
    tx.q(text).bind(coop).bind(version).opt().await
}

/// A version, for whoever may see it.
pub async fn find(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, version: VersionId) -> Result<Option<VersionRow>> {
    Ok(get(tx, allowed.coop(), version).await?.filter(|row| allowed.covers(row.owner_id)))
}

/// Whether a version of a grid, or of a lot at a grid, with this owner has been agreed: signed by two and consented to.
pub async fn any_agreed(tx: &mut Tx, coop: CoopId, grid: GridId, lot: Option<LotId>, owner: PersonId) -> Result<bool> {
    let text = sql!(
        "SELECT count(*) FROM agreement_version v
         JOIN agreement_share s ON s.coop_id = v.coop_id AND s.version_id = v.id AND s.party = 'owner'
         WHERE v.coop_id = $1 AND v.grid_id = $2 AND s.person_id = $3
           AND v.lot_id IS NOT DISTINCT FROM $4 AND v.approved_at IS NOT NULL AND v.consented_at IS NOT NULL"
    );
    Ok(tx.q(text).bind(coop).bind(grid).bind(owner).bind(lot).scalar::<i64>().await? > 0)
}

/// Versions by id, after one of them; of one grid or of all; only those that wait for a signature or a consent, or all.
pub async fn list(
    tx: &mut Tx,
    allowed: &Allowed<ReadAgreements>,
    grid: Option<GridId>,
    only_waiting: bool,
    after: Uuid,
    limit: i64,
) -> Result<Vec<VersionRow>> {
    let text = sql!(
        "SELECT v.id, v.grid_id, v.lot_id, v.effective_on, v.proposed_by, v.proposed_at, v.approved_by, v.approved_at,
                v.consent_logged_by, v.consent_manner, v.consented_at, v.withdrawn_by, v.withdrawn_at, s.person_id AS owner_id
         FROM agreement_version v
         JOIN agreement_share s ON s.coop_id = v.coop_id AND s.version_id = v.id AND s.party = 'owner'
         WHERE v.coop_id = $1 AND (v.grid_id = $2 OR $2 IS NULL) AND v.id > $3 AND ($4 OR s.person_id IN ($list))
           AND ($6 OR (v.withdrawn_at IS NULL AND (v.approved_at IS NULL OR v.consented_at IS NULL)))
         ORDER BY v.id LIMIT $5"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop()).add(grid).add(after).add(allowed.only().is_none()).add(limit).add(!only_waiting);
    };
    tx.q_list(text, bind, allowed.only().unwrap_or_default()).all().await
}

/// A share with its carry.
#[derive(Clone, Debug, FromRow)]
pub struct CarriedShare {
    /// The share.
    #[sqlx(flatten)]
    pub share: ShareRow,
    /// What rounding still owes it, in 10⁻⁸ fen; none before its first sale.
    pub carry_e8: Option<i64>,
}

/// The shares of some versions, each with its carry.
pub async fn shares_of(
    tx: &mut Tx,
    allowed: &Allowed<ReadAgreements>,
    versions: &[VersionId],
) -> Result<HashMap<VersionId, Vec<CarriedShare>>> {
    #[derive(FromRow)]
    struct OfVersion {
        version_id: VersionId,
        #[sqlx(flatten)]
        share: CarriedShare,
    }
    let mut shares: HashMap<VersionId, Vec<CarriedShare>> = HashMap::new();
    if versions.is_empty() {
        return Ok(shares);
    }
    let text = sql!(
        "SELECT s.version_id, s.place, s.party, s.person_id, s.percent_e6, s.instrument_id, s.fallback, c.carry_e8
         FROM agreement_share s
         LEFT JOIN agreement_carry c ON c.coop_id = s.coop_id AND c.version_id = s.version_id AND c.place = s.place
         WHERE s.coop_id = $1 AND s.version_id IN ($list) ORDER BY s.version_id, s.place LIMIT 10000"
    );
    let bind = |args: &mut Args| {
        args.add(allowed.coop());
    };
    for row in tx.q_list(text, bind, versions).all::<OfVersion>().await? {
        shares.entry(row.version_id).or_default().push(row.share);
    }
    Ok(shares)
}

/// A version's shares with their carries.
pub async fn shares(tx: &mut Tx, allowed: &Allowed<ReadAgreements>, version: VersionId) -> Result<Vec<CarriedShare>> {
    let text = sql!(
        "SELECT s.place, s.party, s.person_id, s.percent_e6, s.instrument_id, s.fallback, c.carry_e8
         FROM agreement_share s
         LEFT JOIN agreement_carry c ON c.coop_id = s.coop_id AND c.version_id = s.version_id AND c.place = s.place
         WHERE s.coop_id = $1 AND s.version_id = $2 ORDER BY s.place LIMIT 20"
    );
    tx.q(text).bind(allowed.coop()).bind(version).all().await
}
