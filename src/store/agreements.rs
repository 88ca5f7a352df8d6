//! Agreements in force, with their carries and what is left of capped shares.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Result, Tx};
use crate::{
    domain::{
        agreement::{InForce, LinePart, Party, Share, Stake, Terms},
        id::{CoopId, GridId, InstrumentId, LotId, PersonId, VersionId},
        money::{Minor, Percent},
        time::Date,
    },
    sql,
};

/// A share as stored: in a version, in a sale's part, in an allocation's part.
#[derive(Clone, Debug, FromRow)]
pub struct ShareRow {
    /// Its place in the version, from 0.
    pub place: i64,
    /// `owner`, `cooperative` or `supporter`.
    pub party: String,
    /// The owner or supporter.
    pub person_id: Option<PersonId>,
    /// In millionths of a percent.
    pub percent_e6: i64,
    /// The supporter's instrument.
    pub instrument_id: Option<InstrumentId>,
    /// The place that takes what a cap leaves.
    pub fallback: i64,
}

impl ShareRow {
    /// As the domain knows it.
    pub fn share(&self) -> Result<Share> {
        let corrupt = || sqlx::Error::Decode("a stored share cannot be read".into());
        let party = match (self.party.as_str(), self.person_id) {
            ("owner", Some(person)) => Party::Owner(person),
            ("cooperative", None) => Party::Cooperative,
            ("supporter", Some(person)) => Party::Supporter(person),
            _ => return Err(corrupt()),
        };
        Ok(Share {
            party,
            percent: Percent::from_e6(self.percent_e6).map_err(|_| corrupt())?,
            instrument: self.instrument_id,
            fallback: usize::try_from(self.fallback).map_err(|_| corrupt())?,
        })
    }
}

/// Adds a share's columns: `party, person_id, percent_e6, instrument_id, fallback`.
pub fn add_share(args: &mut super::db::Args, share: &Share) {
    args.add(share.party.slug().to_owned()).add(share.party.person()).add(share.percent.e6()).add(share.instrument);
    args.add(i64::try_from(share.fallback).unwrap_or(i64::MAX));
}

/// A stored part of a line.
#[derive(Clone, Debug, FromRow)]
pub struct PartRow {
    /// The share it comes from.
    #[sqlx(flatten)]
    pub share: ShareRow,
    /// By the shares alone.
    pub uncapped: Minor,
    /// Of it, what went to the fallback.
    pub moved: Minor,
}

impl PartRow {
    /// As the domain knows it.
    pub fn part(&self) -> Result<LinePart> {
        Ok(LinePart { share: self.share.share()?, uncapped: self.uncapped, moved: self.moved })
    }
}

/// The version in force on a day for each of these grids that exists; `None` where there is none. A version made for an owner
/// who no longer has the grid, or not yet, splits nothing.
pub async fn in_force(tx: &mut Tx, coop: CoopId, grids: &[GridId], day: Date) -> Result<HashMap<GridId, Option<VersionId>>> {
    #[derive(FromRow)]
    struct GridRow {
        grid_id: GridId,
        version_id: Option<VersionId>,
    }
    if grids.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!(
        "SELECT g.id AS grid_id,
                (SELECT v.id FROM agreement_version v
                 WHERE v.coop_id = $1 AND v.grid_id = g.id AND v.lot_id IS NULL AND v.effective_on <= $2
                   AND v.approved_at IS NOT NULL AND v.consented_at IS NOT NULL
                   AND EXISTS (SELECT 1 FROM agreement_share s
                               WHERE s.coop_id = $1 AND s.version_id = v.id AND s.party = 'owner'
                                 AND s.person_id = (SELECT o.owner_id FROM grid_owner o
                                                    WHERE o.coop_id = $1 AND o.grid_id = g.id AND o.from_day <= $2
                                                    ORDER BY o.from_day DESC LIMIT 1))
                 ORDER BY v.effective_on DESC, v.approved_at DESC, v.id DESC LIMIT 1) AS version_id
         FROM grid g WHERE g.coop_id = $1 AND g.id IN ($list) ORDER BY g.id LIMIT 1000"
    );
    let bind = |args: &mut super::db::Args| {
        args.add(coop).add(day);
    };
    let rows = tx.q_list(text, bind, grids).all::<GridRow>().await?;
    Ok(rows.into_iter().map(|row| (row.grid_id, row.version_id)).collect())
}

/// The version in force on a day for the pieces of each of these lots, at each of the grids where one was agreed.
pub async fn in_force_of_lots(tx: &mut Tx, coop: CoopId, lots: &[LotId], day: Date) -> Result<HashMap<(LotId, GridId), VersionId>> {
    #[derive(FromRow)]
    struct LotVersionRow {
        id: VersionId,
        lot_id: LotId,
        grid_id: GridId,
    }
    if lots.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!(
        "SELECT v.id, v.lot_id, v.grid_id FROM agreement_version v
         WHERE v.coop_id = $1 AND v.effective_on <= $2 AND v.approved_at IS NOT NULL AND v.consented_at IS NOT NULL
           AND EXISTS (SELECT 1 FROM agreement_share s
                       WHERE s.coop_id = $1 AND s.version_id = v.id AND s.party = 'owner'
                         AND s.person_id = (SELECT o.owner_id FROM grid_owner o
                                            WHERE o.coop_id = $1 AND o.grid_id = v.grid_id AND o.from_day <= $2
                                            ORDER BY o.from_day DESC LIMIT 1))
           AND v.lot_id IN ($list)
         ORDER BY v.effective_on, v.approved_at, v.id LIMIT 10000"
    );
    let bind = |args: &mut super::db::Args| {
        args.add(coop).add(day);
    };
    let rows = tx.q_list(text, bind, lots).all::<LotVersionRow>().await?;
    // The last of them counts.
    Ok(rows.into_iter().map(|row| ((row.lot_id, row.grid_id), row.id)).collect())
}

/// The terms of some versions as they stand on a day: shares, accounts by membership, carries, what is left of caps.
pub async fn terms(tx: &mut Tx, coop: CoopId, versions: &[VersionId], day: Date) -> Result<Terms> {
    #[derive(FromRow)]
    struct StakeRow {
        version_id: VersionId,
        #[sqlx(flatten)]
        share: ShareRow,
        carry_e8: Option<i64>,
        cap_minor: Option<Minor>,
        ends_on: Option<Date>,
        received_minor: Option<Minor>,
        joined_on: Option<Date>,
    }
    let mut terms = Terms::default();
    if versions.is_empty() {
        return Ok(terms);
    }
    let text = sql!(
        "SELECT s.version_id, s.place, s.party, s.person_id, s.percent_e6, s.instrument_id, s.fallback, c.carry_e8,
                i.cap_minor, i.ends_on, i.received_minor, p.joined_on
         FROM agreement_share s
         LEFT JOIN agreement_carry c ON c.coop_id = s.coop_id AND c.version_id = s.version_id AND c.place = s.place
         LEFT JOIN instrument i ON i.coop_id = s.coop_id AND i.id = s.instrument_id
         LEFT JOIN person p ON p.coop_id = s.coop_id AND p.id = s.person_id
         WHERE s.coop_id = $1 AND s.version_id IN ($list) ORDER BY s.version_id, s.place LIMIT 10000"
    );
    let bind = |args: &mut super::db::Args| {
        args.add(coop);
    };
    for row in tx.q_list(text, bind, versions).all::<StakeRow>().await? {
        let share = row.share.share()?;
        let is_member = row.joined_on.is_some_and(|joined| joined <= day);
        let in_force: &mut InForce = terms.versions.entry(row.version_id).or_default();
        in_force.stakes.push(Stake { share, account: share.party.account(is_member) });
        in_force.carry_e8.push(row.carry_e8.unwrap_or_default());
        if let Some(instrument) = share.instrument {
            let ended = row.ends_on.is_some_and(|end| end < day);
            let received = row.received_minor.unwrap_or_default();
            let left = row.cap_minor.map(|cap| Minor(cap.0.saturating_sub(received.0).max(0)));
            if let Some(left) = if ended { Some(Minor::ZERO) } else { left } {
                terms.left.insert(instrument, left);
            }
        }
    }
    Ok(terms)
}
