//! Numbers of a till that will never arrive: the device is lost or broken. Two people declare them lost, and what waits is posted.
//!
//! Nothing that has arrived can be declared lost: a gap ends before the lowest number in the inbox.

use super::{Proposed, propose, signer};
use crate::{
    app::{
        ctx::{Ctx, Done},
        execute::UseCase,
        facts::WasEarly,
        refusal::Refusal,
    },
    auth::policy::Repair,
    domain::id::{CommandId, PersonId, TillId},
    store::tills::{self, Standing},
};

/// Proposes to declare the missing numbers of a till lost, up to the last of them.
#[derive(Clone, Debug)]
pub struct ProposeLoss {
    /// The till.
    pub till: TillId,
    /// Its enrolment.
    pub epoch: i64,
    /// The last number that is lost.
    pub last_seq: i64,
}

impl UseCase for ProposeLoss {
    const KIND: &'static str = "gap_proposed";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        signer(ctx)?;
        let Self { till, epoch, last_seq } = self;
        let standing = standing(ctx, till, epoch).await?;
        check(&standing, standing.next_seq, last_seq)?;
        propose(ctx, &allowed, id, till.0, Proposed::Lost { epoch, first_seq: standing.next_seq, last_seq }).await
    }
}

async fn standing(ctx: &mut Ctx<'_>, till: TillId, epoch: i64) -> Result<Standing, Refusal> {
    let nil = uuid::Uuid::nil();
    tills::standing(ctx.tx, ctx.batch.coop.id, till, epoch, PersonId(nil), CommandId(nil)).await?.ok_or(Refusal::NotFound("till epoch"))
}

/// Only what is missing now can be lost: from the number that is due to before the first that waits.
fn check(standing: &Standing, first_seq: i64, last_seq: i64) -> Result<(), Refusal> {
    let Some(waiting) = standing.waiting_seq.filter(|waiting| *waiting > standing.next_seq) else {
        let (zh, en) = ("这台收银台没有缺号", "nothing of this till is missing");
        return Err(Refusal::not_now("no_gap", zh, en));
    };
    if first_seq != standing.next_seq || !(standing.next_seq..waiting).contains(&last_seq) {
        let zh = format!("现在缺的是 {} 到 {}", standing.next_seq, waiting - 1);
        let en = format!("what is missing now is {} to {}", standing.next_seq, waiting - 1);
        return Err(Refusal::not_now("another_gap", zh, en));
    }
    Ok(())
}

/// Moves a till's sequence past its lost numbers; what waits for the next one is posted right after.
pub(super) async fn lose(ctx: &mut Ctx<'_>, till: TillId, epoch: i64, first_seq: i64, last_seq: i64) -> Result<(), Refusal> {
    let standing = standing(ctx, till, epoch).await?;
    check(&standing, first_seq, last_seq)?;
    let seq = last_seq + 1;
    tills::advance(ctx.tx, ctx.batch.coop.id, till, epoch, seq, standing.last_hash).await?;
    ctx.due.push(Box::new(WasEarly { till, epoch, seq, undecidable: false }));
    Ok(())
}
