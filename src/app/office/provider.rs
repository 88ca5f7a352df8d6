//! E9: a provider (微信, 支付宝) pays out what customers paid through it, less its fee.

use super::papers;
use crate::{
    app::{
        ctx::{About, Ctx, Done},
        execute::UseCase,
        format::fields::{Money, one_of},
        refusal::Refusal,
        words::Words,
    },
    auth::policy::MoveMoney,
    domain::{
        account::Role,
        entry::Entry,
        id::{CommandId, DocumentId},
        office::{Event, EventKind, Line, Through, postings_of},
        time::Date,
    },
    store::office_events,
};

/// A provider settles.
///
/// What it settles may be more than the till has reported so far: a till that is off the network tells later of what the provider has
/// paid out already. So the clearing account is no limit, and goes below nothing until the till has told.
#[derive(Clone, Debug)]
pub struct SettleProvider {
    /// `wechat` or `alipay`.
    pub provider: String,
    /// What customers paid through it.
    pub gross: Money,
    /// What it keeps.
    pub fee: Money,
    /// What came to the bank.
    pub net: Money,
    /// When; today where it is missing.
    pub day: Option<Date>,
    /// The uploaded bill.
    pub paper: Option<String>,
}

impl UseCase for SettleProvider {
    const KIND: &'static str = EventKind::ProviderSettled.slug();

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<MoveMoney>()?;
        let clearing = match one_of(&self.provider, "provider", &["wechat", "alipay"])?.as_str() {
            "alipay" => Role::AlipayClearing,
            _ => Role::WechatClearing,
        };
        let unit = ctx.batch.coop.unit.clone();
        let gross = self.gross.read_above_zero("gross", &unit)?;
        let (fee, net) = (self.fee.read("fee", &unit)?, self.net.read("net", &unit)?);
        if net.plus(fee)? != gross {
            let words = Words::new("到账加手续费要等于账单金额", "what came in and the fee come to the bill's amount");
            return Err(Refusal::invalid("net", words));
        }
        let day = ctx.happened_on(self.day)?;
        let paper = match &self.paper {
            Some(paper) => Some(papers::known(ctx.tx, allowed.coop(), paper).await?),
            None => None,
        };

        let sides = [(Role::Bank, net), (Role::ProviderFees, fee), (clearing, gross.negated()?)];
        let mut lines = Vec::with_capacity(sides.len());
        for (role, amount) in sides.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            let account = ctx.batch.chart.code(role).map_err(|error| Refusal::Broken(error.to_string()))?.to_owned();
            lines.push(Line { account, party: None, instrument: None, amount });
        }
        let event = Event {
            id: DocumentId(id.0),
            kind: EventKind::ProviderSettled,
            day,
            instrument: None,
            party: None,
            through: Some(Through::Bank),
            amount: gross,
            code: "",
            paper,
            reverses: None,
            subject: None,
            lines,
        };
        let about = About { kind: event.kind.slug(), day, document: event.document(), command: id, memo: "" };
        let entry = Entry::balanced(ctx.heading(&about), postings_of(&event.lines, &unit.code))?;
        office_events::save(ctx.tx, &allowed, &event, ctx.actor.person(), ctx.now).await?;
        let number = ctx.append(&entry).await?;
        Ok(Done { document: id.0, entry: Some(number), day: Some(day) })
    }
}
