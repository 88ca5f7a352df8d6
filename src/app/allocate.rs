//! What lies on "to be allocated" (21108) finds its owner: a sale by naming a grid, money paid back by naming a sale's line.
//!
//! Money paid back by a refund that names its sale is taken from that sale alone. Anything else that is missing, e.g. a voucher
//! with too little on it, is no refund: nobody's goods pay for it. Allocating closes the tasks that it answers.

use super::{
    ctx::{About, Ctx, Done},
    execute::UseCase,
    refusal::Refusal,
    two_people,
    words::Words,
};
use crate::{
    auth::policy::Repair,
    domain::{
        allocation::{self, Allocation, CannotAllocate, Open},
        cash::{Effects, WarningKind},
        id::{CommandId, DocumentId, GridId},
        money::Minor,
        time::Date,
    },
    store::{
        agreements,
        allocations::{self, OpenItem},
        effects, refunds,
        tasks::{self, TaskRow},
    },
};

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// The parties of the agreement that was in force for a grid on the sale's business day.
    Grid(GridId),
    /// Those who were credited for a line of a sale.
    Line {
        /// The sale.
        sale: DocumentId,
        /// From 1.
        line: usize,
    },
}

/// Allocates one open item.
#[derive(Clone, Copy, Debug)]
pub struct Allocate {
    /// The document that left it open.
    pub of: DocumentId,
    /// Its line, from 1; 0 for the whole.
    pub line: usize,
    /// The grid whose it is,
    pub grid: Option<GridId>,
    /// or the sale
    pub sale: Option<DocumentId>,
    /// and its line, from 1.
    pub sale_line: Option<usize>,
}

impl Allocate {
    fn target(&self) -> Result<Target, Refusal> {
        match (self.grid, self.sale, self.sale_line) {
            (Some(grid), None, None) => Ok(Target::Grid(grid)),
            (None, Some(sale), Some(line)) => Ok(Target::Line { sale, line }),
            _ => {
                let zh = "写 grid_id，或者 sale_id 加 sale_line，二选一";
                Err(Refusal::invalid("grid_id", Words::new(zh, "state grid_id, or sale_id with sale_line, one of the two")))
            }
        }
    }
}

impl UseCase for Allocate {
    const KIND: &'static str = allocation::KIND;

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        let (to, Self { of, line, .. }) = (self.target()?, self);
        let row = i64::try_from(line).unwrap_or(i64::MAX);
        let item = allocations::open_item(ctx.tx, allowed.coop(), of, row).await?.ok_or(Refusal::NotFound("open item"))?;
        if item.allocated_by.is_some() {
            return Err(Refusal::DecidedBefore("open item"));
        }
        if item.voucher.is_some() {
            let zh = "这一行是号码已经用过的代金券，不是哪个格子的货款；请退款后换号重卖";
            let en = "this line is a voucher under a number that exists, not any grid's goods: refund it and sell it under another number";
            return Err(Refusal::not_now("voucher_line", zh, en));
        }

        let (open, document) = (Open { of, line, amount: item.amount, milli: item.milli }, DocumentId(id.0));
        let (allocation, changes) = match to {
            Target::Grid(grid) => to_grid(ctx, document, open, grid, item.business_date).await?,
            Target::Line { sale, line } => {
                check_refund(ctx, &item, sale, line).await?;
                to_line(ctx, document, open, sale, line).await?
            }
        };

        allocations::save(ctx.tx, &allowed, &allocation, ctx.actor.person(), ctx.now).await?;
        effects::save(ctx.tx, allowed.coop(), allocation.id, &changes, allocation.date, ctx.actor.person(), ctx.now).await?;
        let about = About { kind: Self::KIND, day: allocation.date, document: allocation.document(), command: id, memo: "" };
        let entry = ctx.post(about, &changes.postings).await?;
        for task in tasks::of_document(ctx.tx, allowed.coop(), of.0).await?.iter().filter(|task| is_answered(task, row)) {
            tasks::close(ctx.tx, &allowed, of.0, task.place, ctx.actor.person(), ctx.now).await?;
        }
        Ok(Done { document: id.0, entry, day: Some(allocation.date) })
    }
}

/// Whether what lies open may be taken from a line of a sale, and by this person.
async fn check_refund(ctx: &mut Ctx<'_>, item: &OpenItem, sale: DocumentId, line: usize) -> Result<(), Refusal> {
    if item.amount >= Minor::ZERO {
        return Ok(()); // Said by the domain: a sale is allocated to a grid.
    }
    if item.kind != "refund" {
        let zh = "这是没收到的钱（例如代金券余额不够），不是退款，不能从谁的货款里扣；先留在 21108，由合作社商量怎么补上";
        let en = "this money never came in (e.g. a voucher had less on it) and is no refund: nobody's goods pay for it, and it stays on \
                  21108 until the cooperative settles it";
        return Err(Refusal::not_now("not_a_refund", zh, en));
    }
    if item.of_sale.is_some_and(|named| named != sale) || (item.line > 0 && usize::try_from(item.line).ok() != Some(line)) {
        let (zh, en) = match (item.of_sale, item.line) {
            (Some(sale), 0) => (
                format!("这笔退款写明了销售单 {sale}，只能分配到那张单上"),
                format!("this refund names sale {sale}: it is taken from that sale only"),
            ),
            (_, own) => (
                format!("退的是原销售单的第 {own} 行，只能分配到那一行"),
                format!("line {own} of its own sale came back: it is taken from that line only"),
            ),
        };
        return Err(Refusal::not_now("another_sale", zh, en));
    }
    // The allocation stands for the helper's approval, which is another person's than who paid the money out.
    if item.approved_by.is_none()
        && let (Some(paid_by), Some(allocates)) = (item.paid_by, ctx.actor.person())
    {
        two_people::check::<Repair>(ctx, paid_by, allocates).await?;
    }
    Ok(())
}

/// Whether a task of the document says no more than that this line lay open.
fn is_answered(task: &TaskRow, line: i64) -> bool {
    use WarningKind::{
        GoodOfAnotherGrid, NoAgreement, NotApproved, RefundBeyondRest, RefundOfUnallocated, RefundPaysOther, RefundWithoutSale,
        UnknownGood, UnknownGrid,
    };
    task.done_at.is_none()
        && match WarningKind::parse(&task.kind) {
            // What is paid beyond a line's rest lies open for the refund as a whole.
            Some(RefundBeyondRest) => line == 0,
            Some(
                UnknownGrid | UnknownGood | GoodOfAnotherGrid | NoAgreement | RefundOfUnallocated | RefundWithoutSale | NotApproved
                | RefundPaysOther,
            ) => task.line == line,
            _ => false,
        }
}

async fn to_grid(ctx: &mut Ctx<'_>, id: DocumentId, open: Open, grid: GridId, sold_on: Date) -> Result<(Allocation, Effects), Refusal> {
    let (coop, today) = (ctx.coop(), ctx.today());
    let in_force = agreements::in_force(ctx.tx, coop, &[grid], sold_on).await?;
    let version = in_force.get(&grid).copied().ok_or(Refusal::NotFound("grid"))?.ok_or_else(|| {
        let zh = format!("这个格子在 {sold_on} 没有生效的分账协议，请先补上协议（首个版本可以从那天起生效）");
        let en = format!("this grid had no agreement in force on {sold_on}: add one first, a first version may begin on that day");
        Refusal::not_now("no_agreement", zh, en)
    })?;
    let terms = agreements::terms(ctx.tx, coop, &[version], today).await?;
    Ok(allocation::to_version(id, today, open, version, &terms)?)
}

async fn to_line(ctx: &mut Ctx<'_>, id: DocumentId, open: Open, sale: DocumentId, line: usize) -> Result<(Allocation, Effects), Refusal> {
    let (coop, today) = (ctx.coop(), ctx.today());
    let facts = refunds::sale_facts(ctx.tx, coop, sale, None).await?.ok_or(Refusal::NotFound("sale"))?;
    let at = line.checked_sub(1).ok_or(Refusal::NotFound("sale line"))?;
    let sold = facts.lines.into_iter().nth(at).ok_or(Refusal::NotFound("sale line"))?;
    let version = sold.version.ok_or(CannotAllocate::LineWithoutParts)?;
    let terms = agreements::terms(ctx.tx, coop, &[version], today).await?;
    Ok(allocation::to_line(id, today, open, sale, line, sold, &terms)?)
}
