//! Tasks: what broke a rule but happened. A person looks, mends what can be mended, and closes it.

use super::{
    ctx::{Ctx, Done},
    execute::UseCase,
    refusal::Refusal,
    words::Words,
};
use crate::{
    auth::policy::Repair,
    domain::{cash::WarningKind, id::CommandId},
    store::tasks,
};

/// Closes a task.
#[derive(Clone, Copy, Debug)]
pub struct CloseTask {
    /// The document that raised it.
    pub document: uuid::Uuid,
    /// Its place among the document's tasks, from 1.
    pub place: i64,
}

impl UseCase for CloseTask {
    const KIND: &'static str = "task_closed";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<Repair>()?;
        let Self { document, place } = self;
        let raised = tasks::of_document(ctx.tx, allowed.coop(), document).await?;
        let task = raised.iter().find(|task| task.place == place).ok_or(Refusal::NotFound("task"))?;
        if task.done_at.is_some() {
            return Err(Refusal::DecidedBefore("task"));
        }
        tasks::close(ctx.tx, &allowed, document, place, ctx.actor.person(), ctx.now).await?;
        Ok(Done::made(document))
    }
}

/// What a task of a kind says to the person who looks at it.
#[must_use]
pub fn words(kind: &str) -> Words {
    let Some(kind) = WarningKind::parse(kind) else { return Words::new(kind, kind) };
    let (zh, en) = match kind {
        WarningKind::UnknownGrid => ("格子不认识，货款先挂账，请分配", "the grid is not known: allocate what lies open"),
        WarningKind::UnknownGood => ("商品不认识，货款先挂账，请分配", "the good is not known: allocate what lies open"),
        WarningKind::GoodOfAnotherGrid => {
            ("商品是另一个格子的，货款先挂账，请分配", "the good belongs to another grid: allocate what lies open")
        }
        WarningKind::NoAgreement => ("格子当天没有生效的协议，货款先挂账，请分配", "no agreement was in force: allocate what lies open"),
        WarningKind::VoucherOverdrawn => ("代金券余额不够，差额挂账", "the voucher had less on it: the difference lies open"),
        WarningKind::VoucherUnknown => ("代金券号码不认识，金额挂账", "the voucher's number is not known: the amount lies open"),
        WarningKind::VoucherNumberTaken => ("代金券号码已经用过，金额挂账", "the voucher's number exists: the amount lies open"),
        WarningKind::ChangeBeyondCash => ("找零比收的现金多", "more change was given than cash was taken"),
        WarningKind::RoundingBeyondLimit => ("抹零或凑整超过限额", "rounding-off or donation beyond the limit"),
        WarningKind::RoundingAndDonation => ("同一单既抹零又凑整捐款", "rounding-off and a donation in one sale"),
        WarningKind::RefundBeyondRest => ("退的比剩下的多，多退部分挂账", "more was given back than is left: the excess lies open"),
        WarningKind::RefundWithoutSale => {
            ("退款没有对应的销售单，请指明是哪一行", "the refund names no known sale: name the line that it belongs to")
        }
        WarningKind::RefundOfUnallocated => {
            ("退的那一行还没有分配，请先分配销售单", "the line that came back is not allocated: allocate the sale first")
        }
        WarningKind::RefundPaysOther => {
            ("实际退的钱与应退的不同，差额挂账", "another sum was paid than the lines are worth: the difference lies open")
        }
        WarningKind::NotApproved => ("没有帮手批准，退款挂账", "no helper approved: the refund lies open"),
        WarningKind::NotAWholeSale => ("不是同一班次，或者以前退过，捐款不退", "another shift or an earlier refund: the donation stays"),
        WarningKind::UnknownActor => ("收银的人不在名单上", "the person at the till is not known here"),
        WarningKind::PreviousHashDiffers => {
            ("与收银台的上一张单据接不上，请核对有没有缺单", "does not follow the till's command before: check for missing ones")
        }
        WarningKind::ClockNotBelieved => ("收银台的时钟不对，按到达日入账", "the till's clock is wrong: posted on the day of arrival"),
        WarningKind::ShiftTotalsDiffer => ("收银台报的合计与账上不同", "the till's totals are not ours"),
        WarningKind::ReceiptTokenTaken => {
            ("小票链接的代码另一单已经用过，这一单没有链接", "the code of the receipt's link is another sale's: this sale has no link")
        }
        WarningKind::SoldBeyondStock => ("卖出的比库存账上的多，请盘点这种货", "more was sold than the stock book has: count this good"),
        WarningKind::LotBeyondStock => ("卖出的比账上的多，请盘点这一批", "more of a lot was sold than the books have: count it"),
        WarningKind::LotAtOtherGrid => (
            "批次里的货不在它的格子卖出，没有分经手份额，请核对",
            "goods of a lot were sold at another grid than theirs: nobody got a share for handling them",
        ),
        WarningKind::SoldBelowCost => {
            ("卖得比约定的成本还低，差额没有付给供货人", "sold below the agreed cost: the supporter did not get all of it back")
        }
        WarningKind::LastNumberDiffers => ("收银台报的最后序号对不上", "the till's last number is not ours"),
    };
    Words::new(zh, en)
}
