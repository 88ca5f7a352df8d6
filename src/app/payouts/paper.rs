//! From a payout to the printer's form. It names people as tiles do: what somebody is really called is on no voucher.

use std::collections::HashMap;

use receipts::PayoutVoucher;

use super::Payout;
use crate::{
    app::refusal::Refusal,
    domain::{
        id::PersonId,
        payout::{State, Step},
        time::{Month, Ts},
    },
    store::{Tx, coop::Coop, journal, owners_month, people},
};

/// The form of a payout's voucher.
pub async fn paper(tx: &mut Tx, coop: &Coop, payout: &Payout) -> Result<PayoutVoucher, Refusal> {
    let row = &payout.row;
    let mut called: HashMap<PersonId, String> = HashMap::new();
    for person in payout.steps.iter().map(|step| step.by_id).chain([row.owner_id, row.drafted_by]) {
        let known = people::get(tx, coop.id, person).await?.ok_or(Refusal::NotFound("person"))?;
        let name = match (known.nickname, known.code) {
            (Some(name), Some(code)) => format!("{name}（{code}）"),
            (Some(name), None) => name,
            (None, Some(code)) => code,
            (None, None) => person.0.to_string(),
        };
        called.insert(person, name);
    }
    let name = |person: PersonId| called.get(&person).cloned().unwrap_or_default();
    let when = |at: Ts, who: PersonId| format!("{}　{}", at.local_text(coop.zone), name(who));
    let mut steps = vec![("拟款 Drafted".to_owned(), when(row.drafted_at, row.drafted_by))];
    for step in &payout.steps {
        let what = match Step::parse(&step.step) {
            Some(Step::Confirmed) => "铺主确认 Confirmed",
            Some(Step::CoSigned) => "会签 Co-signed",
            Some(Step::Refused) => "没有同意 Refused",
            Some(Step::Cancelled) => "撤回 Taken back",
            Some(Step::Paid) => "付款 Paid",
            Some(Step::Failed) => "未到账 Not arrived",
            None => "其他 Other",
        };
        let at = if step.manner == "till" { " · 收银台 At the till" } else { "" };
        steps.push((what.to_owned(), format!("{}{at}", when(step.taken_at, step.by_id))));
    }
    let last = payout.steps.last().map_or(row.drafted_at, |step| step.taken_at);
    let paid = payout.steps.iter().find_map(|step| step.event_id);
    let entry = match paid {
        Some(event) => journal::number_of(tx, coop.id, event).await?.map(|number| number.to_string()),
        None => None,
    };
    let warning = match payout.state() {
        State::Paid => "",
        State::Failed => "这笔没有到账，已冲销　Did not arrive, reversed",
        State::Refused | State::Cancelled => "这笔不付了　Not to be paid",
        _ => "还没有付，不能凭此领款　Not paid yet",
    };
    let month = Month::of(last.day_in(coop.zone));
    Ok(PayoutVoucher {
        cooperative: coop.name.clone(),
        number: row.id.0.to_string(),
        owner: name(row.owner_id),
        grids: owners_month::grids(tx, coop.id, row.owner_id, month).await?.join("、"),
        due_fen: row.due_minor.0,
        offset_fen: row.offset_minor.0,
        paid_fen: row.paid_minor.0,
        through: if row.through == "bank" { "银行转账 Transfer" } else { "现金 Cash" }.to_owned(),
        steps,
        warning: warning.to_owned(),
        entry: entry.unwrap_or_default(),
        issued_unix: crate::app::reports::receipt::unix(last),
        demo: coop.is_demo,
    })
}
