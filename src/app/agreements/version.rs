//! A version of a grid's agreement is proposed by one person and approved by another.

use super::signer;
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{Invalid, PercentText, day},
        two_people,
        words::Words,
    },
    auth::policy::ManageAgreements,
    domain::{
        agreement::{Party, Share, check, check_effective},
        id::{CommandId, CoopId, GridId, InstrumentId, LotId, PersonId, VersionId},
        money::Percent,
        office::InstrumentKind,
        time::Date,
    },
    store::{
        Tx, grids, instruments, lots, people,
        versions::{self, VersionRow},
    },
};

/// A share as somebody writes it down.
#[derive(Clone, Debug)]
pub struct NewShare {
    /// `owner`, `cooperative` or `supporter`. Who the owner is follows from the grid.
    pub party: String,
    /// The supporter or fund; nobody for the others.
    pub person: Option<PersonId>,
    /// Percent of each line's base.
    pub percent: PercentText,
    /// The supporter's instrument, if it has a cap or an end.
    pub instrument: Option<InstrumentId>,
    /// The place, from 1, of the share that takes what a cap leaves; the owner's where it is missing.
    pub fallback: Option<usize>,
}

/// Proposes a version.
#[derive(Clone, Debug)]
pub struct ProposeVersion {
    /// Whose goods it splits.
    pub grid: GridId,
    /// Only the pieces of this lot that are sold at the grid; its owner handles them. The grid's own agreement where it is missing.
    pub lot: Option<LotId>,
    /// Its first day: any for an owner's first version, tomorrow at the earliest for a later one.
    pub effective_on: Date,
    /// In the order of the agreement; one of them is the owner's.
    pub shares: Vec<NewShare>,
    /// At the command line: who proposes it.
    pub signed_by: Option<PersonId>,
}

impl UseCase for ProposeVersion {
    const KIND: &'static str = "agreement_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let proposed_by = signer(ctx, self.signed_by, "proposed_by").await?;

        let effective_on = day(self.effective_on, "effective_on")?;
        let owner = owner_of(ctx.tx, ctx.coop(), self.grid, effective_on).await?;
        let is_first = !versions::any_agreed(ctx.tx, ctx.coop(), self.grid, self.lot, owner).await?;
        if let Some(lot) = self.lot {
            lots::load(ctx.tx, ctx.batch.coop.id, lot).await?.ok_or(Refusal::NotFound("lot"))?;
        }
        check_parties(ctx.tx, ctx.coop(), &self.shares).await?;

        let shares = read(&self.shares, owner)?;
        check(&shares)?;
        check_effective(effective_on, is_first, ctx.today())?;

        let row = VersionRow {
            id: VersionId(id.0),
            grid_id: self.grid,
            lot_id: self.lot,
            effective_on,
            proposed_by,
            proposed_at: ctx.now,
            approved_by: None,
            approved_at: None,
            consent_logged_by: None,
            consent_manner: None,
            consented_at: None,
            withdrawn_by: None,
            withdrawn_at: None,
            owner_id: owner,
        };
        versions::propose(ctx.tx, &allowed, &row, &shares).await?;
        Ok(Done { document: id.0, entry: None, day: Some(effective_on) })
    }
}

/// Whose goods a version splits that begins on a day.
pub(super) async fn owner_of(tx: &mut Tx, coop: CoopId, grid: GridId, effective_on: Date) -> Result<PersonId, Refusal> {
    if !grids::exists(tx, coop, grid).await? {
        return Err(Refusal::NotFound("grid"));
    }
    grids::owner_on(tx, coop, grid, effective_on).await?.ok_or_else(|| {
        let zh = format!("这个格子在 {effective_on} 还没有铺主，请先登记铺主");
        let en = format!("this grid has no owner on {effective_on}: give it to one first");
        Refusal::not_now("grid_without_owner", zh, en)
    })
}

/// Supporters are people of the cooperative, and an instrument is its supporter's.
pub(super) async fn check_parties(tx: &mut Tx, coop: CoopId, shares: &[NewShare]) -> Result<(), Refusal> {
    // More than that is refused with words of its own; here it must not cost a statement each.
    for (at, share) in shares.iter().enumerate().take(20) {
        if let Some(person) = share.person
            && people::get(tx, coop, person).await?.is_none()
        {
            return Err(Refusal::NotFound("person"));
        }
        let Some(instrument) = share.instrument else { continue };
        let row = instruments::load(tx, coop, instrument).await?.ok_or(Refusal::NotFound("instrument"))?;
        if row.kind != InstrumentKind::ShareOfSales.slug() {
            let words = Words::new("这个约定不是销售分成，不能用在分账协议里", "this instrument is no share of sales");
            return Err(Refusal::invalid(format!("shares[{at}].instrument_id"), words));
        }
        if share.person != Some(row.supporter_id) {
            let words = Words::new("这个约定属于另一位爱心股东", "this instrument is another supporter's");
            return Err(Refusal::invalid(format!("shares[{at}].instrument_id"), words));
        }
    }
    Ok(())
}

/// The shares as the domain knows them.
pub(super) fn read(shares: &[NewShare], owner: PersonId) -> Result<Vec<Share>, Invalid> {
    let owners: Vec<usize> = shares.iter().enumerate().filter(|(_, share)| share.party == "owner").map(|(at, _)| at).collect();
    let [owners_place] = owners[..] else {
        let words = Words::new("协议里正好有一方是铺主（owner），分成可以是 0", "one of the shares is the owner's, which may be 0");
        return Err(Invalid::new("shares", words));
    };
    let share = |(at, share): (usize, &NewShare)| {
        let at = format!("shares[{at}]");
        let party = match (share.party.as_str(), share.person) {
            ("owner", None) => Party::Owner(owner),
            ("cooperative", None) => Party::Cooperative,
            ("supporter", Some(person)) => Party::Supporter(person),
            _ => {
                let words = Words::new(
                    "一方是 owner、cooperative，或 supporter 加 person_id",
                    "a party is owner, cooperative, or supporter with a person_id",
                );
                return Err(Invalid::new(format!("{at}.party"), words));
            }
        };
        let percent = Percent::parse(&share.percent.0).map_err(|wrong| Invalid::saying(format!("{at}.percent"), &wrong))?;
        let fallback = match share.fallback {
            None => owners_place,
            Some(place) => place
                .checked_sub(1)
                .ok_or_else(|| Invalid::new(format!("{at}.fallback"), Words::new("从 1 数起", "places count from 1")))?,
        };
        Ok(Share { party, percent, instrument: share.instrument, fallback })
    };
    shares.iter().enumerate().map(share).collect()
}

/// Approves a version: the second signature.
#[derive(Clone, Copy, Debug)]
pub struct ApproveVersion {
    /// Which.
    pub version: VersionId,
    /// At the command line: who approves it.
    pub signed_by: Option<PersonId>,
}

impl UseCase for ApproveVersion {
    const KIND: &'static str = "agreement_approved";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let approved_by = signer(ctx, self.signed_by, "approved_by").await?;

        let row = versions::get(ctx.tx, ctx.coop(), self.version).await?.ok_or(Refusal::NotFound("agreement version"))?;
        if row.approved_at.is_some() || row.withdrawn_at.is_some() {
            return Err(Refusal::DecidedBefore("agreement version"));
        }
        two_people::check::<ManageAgreements>(ctx, row.proposed_by, approved_by).await?;
        still_holds(ctx, &row).await?;

        versions::approve(ctx.tx, &allowed, row.id, approved_by, ctx.now).await?;
        Ok(Done { document: row.id.0, entry: None, day: Some(row.effective_on) })
    }
}

/// Time passes between the signatures: the grid may have gone to somebody else, and the first day may have come.
pub(super) async fn still_holds(ctx: &mut Ctx<'_>, row: &VersionRow) -> Result<(), Refusal> {
    if grids::owner_on(ctx.tx, ctx.coop(), row.grid_id, row.effective_on).await? != Some(row.owner_id) {
        let zh = "这个格子已经登记给另一位铺主，请为新铺主另提一份协议";
        return Err(Refusal::not_now("grid_changed_hands", zh, "the grid has gone to another owner: propose a version for them"));
    }
    let is_first = !versions::any_agreed(ctx.tx, ctx.coop(), row.grid_id, row.lot_id, row.owner_id).await?;
    Ok(check_effective(row.effective_on, is_first, ctx.today())?)
}

/// Withdraws a proposal that is not agreed yet. Who wants another one proposes it anew.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawVersion {
    /// Which.
    pub version: VersionId,
}

impl UseCase for WithdrawVersion {
    const KIND: &'static str = "agreement_withdrawn";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<ManageAgreements>()?;
        let withdrawn_by = signer(ctx, None, "withdrawn_by").await?;

        let row = versions::get(ctx.tx, ctx.coop(), self.version).await?.ok_or(Refusal::NotFound("agreement version"))?;
        if row.is_agreed() || row.withdrawn_at.is_some() {
            return Err(Refusal::DecidedBefore("agreement version"));
        }

        versions::withdraw(ctx.tx, &allowed, row.id, withdrawn_by, ctx.now).await?;
        Ok(Done::made(row.id.0))
    }
}
