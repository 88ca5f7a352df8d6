//! Where ten units of money go when somebody pays them for a grid's goods: shown to anybody, but only while the grid's owner agrees.

use crate::{
    app::Refusal,
    domain::{
        agreement::{Party, credited},
        id::{GridId, PersonId},
        money::Minor,
        time::Date,
    },
    store::{Tx, agreements, coop::Coop, sharing},
};

/// Where ten go, in whole minor units that sum to ten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ten {
    /// To the owner.
    pub owner: Minor,
    /// To the cooperative.
    pub cooperative: Minor,
    /// To all love shareholders together.
    pub supporters: Minor,
}

/// By the agreement in force, capped shares and their ends included; `None` where the owner does not agree or there is none.
pub async fn ten(tx: &mut Tx, coop: &Coop, grid: GridId, owner: PersonId, day: Date) -> Result<Option<Ten>, Refusal> {
    if !sharing::is_shown(tx, coop.id, grid, owner).await? {
        return Ok(None);
    }
    let Some(version) = agreements::in_force(tx, coop.id, &[grid], day).await?.remove(&grid).flatten() else { return Ok(None) };
    let mut terms = agreements::terms(tx, coop.id, &[version], day).await?;
    // What rounding owes from earlier sales has no place in an example.
    terms.versions.values_mut().for_each(|in_force| in_force.carry_e8.clear());
    let base = Minor(10 * 10_i64.pow(coop.unit.exponent));
    let Some(parts) = terms.split(version, base)? else { return Ok(None) };
    let mut ten = Ten::default();
    for (part, amount) in parts.iter().zip(credited(&parts)?) {
        let to = match part.share.party {
            Party::Owner(_) => &mut ten.owner,
            Party::Cooperative => &mut ten.cooperative,
            Party::Supporter(_) => &mut ten.supporters,
        };
        *to = to.plus(amount)?;
    }
    Ok(Some(ten))
}
