//! A day at the demo's free till, to copy and paste: every line works as it stands, in order. The bodies are written out because a
//! till's commands are numbered and chained by their hashes.

use std::fmt::Write as _;

use serde_json::{Value, json};
use uuid::Uuid;

use super::Open;
use crate::{
    app::{
        Service,
        facts::{FactKind, body_hash},
        format::TillCommand,
    },
    cli::Failure,
    demo::{self, CASHIER},
    domain::{
        account::Role,
        chain::Hash,
        id::{CommandId, PersonId},
        money::{Minor, Quantity},
        time::{Month, Ts},
    },
    store::{coop, journal, tills},
};

/// Goods of three owners, by pieces and by weight: grid and name.
const BASKET: &[(&str, &str, &str)] = &[("A01", "玉米饼", "2"), ("A04", "红富士苹果", "0.500"), ("A08", "手工皂", "1")];

/// The till's pen: numbers, chains, and writes curl lines.
struct Pen<'a> {
    open: &'a Open,
    actor: PersonId,
    now: Ts,
    seq: i64,
    last_hash: Hash,
    text: String,
}

impl Pen<'_> {
    fn says(&mut self, words: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "# {words}");
    }

    fn line(&mut self, command: &str) {
        let _ = writeln!(self.text, "{command}");
    }

    fn reports(&mut self, kind: FactKind, path: &str, id: Uuid, approval: Option<Uuid>, body: &Value) {
        let command = TillCommand {
            till_id: self.open.token.till.0,
            epoch: self.open.token.epoch,
            seq: self.seq,
            prev_hash: self.last_hash.to_string(),
            occurred_at: self.now.instant(),
            clock_offset_ms: 0,
            actor: self.actor.0,
            receipt_token: None,
            approval,
            signature: None,
            practice: false,
            body,
        };
        // It is made of our own types, which always have JSON.
        let command = serde_json::to_string(&command).unwrap_or_default();
        self.seq += 1;
        self.last_hash = body_hash(kind.slug(), command.as_bytes());
        self.line(&format!("curl -s $G{path} -H \"$T\" -H \"$J\" -H 'Idempotency-Key: {id}' -d '{command}'; echo"));
    }
}

/// Writes the story down as it can be lived now.
pub async fn text(open: &Open, service: &Service, base: &str) -> Result<String, Failure> {
    let plan = open.kept.plan();
    let actor = plan.person(CASHIER);
    let mut tx = service.db.snapshot().await?;
    // No command waits under this id.
    let nobody = CommandId(Uuid::nil());
    let standing = tills::standing(&mut tx, open.coop.id, open.token.till, open.token.epoch, actor, nobody).await?;
    let chart = coop::with_chart(&mut tx, open.coop.id).await?.map(|(_, chart)| chart);
    let (Some(standing), Some(chart)) = (standing, chart) else { return Ok(String::new()) };
    let unit = &open.coop.unit;
    let drawer = chart.code(Role::Drawer).unwrap_or_default();
    let drawer = journal::balance(&mut tx, open.coop.id, drawer, Some(open.token.till.0), &unit.code).await?;
    drop(tx);
    let now = service.clock.now();
    let new_id = || service.chance.id(now);
    let (seq, last_hash) = (standing.next_seq, standing.last_hash);
    let mut pen = Pen { open, actor, now, seq, last_hash, text: String::new() };

    pen.says("试一试：一行一行复制到另一个终端 Try it: copy these lines into another terminal, in order");
    pen.line(&format!("G={base}/api/v1; J='Content-Type: application/json'; T='Authorization: Bearer {}'", open.token.text()));
    if standing.open_shift_id.is_none() {
        pen.says("开班，从保险柜拿 100 元 open a shift with 100 yuan from the safe");
        let body = json!({ "counted": unit.format(drawer.max(Minor::ZERO)), "brought": "100.00" });
        pen.reports(FactKind::ShiftOpened, "/shift-openings", new_id(), None, &body);
    }
    let (lines, total, price) = basket(open);
    let given = Minor((total.0 + 4_999) / 5_000 * 5_000);
    let sale = json!({
        "lines": lines,
        "tenders": [{ "means": "cash", "amount": unit.format(given) }], "change": unit.format(Minor(given.0 - total.0)),
    });
    pen.says("卖出三家的东西，收现金、找零 sell goods of three owners for cash");
    let sold = new_id();
    pen.reports(FactKind::Sale, "/sales", sold, None, &sale);
    pen.says("小票：文字和 PDF the receipt, as text and as PDF");
    pen.line(&format!(
        "curl -s \"$G/sales/{sold}/receipt.txt?width=58\" -H \"$T\"; curl -s $G/sales/{sold}/receipt.pdf -H \"$T\" -o receipt.pdf"
    ));
    if let Some(approval) = open.approval {
        pen.says("退一件，帮手已经批准 one piece comes back, a helper has approved it");
        let body = json!({
            "sale_id": sold, "lines": [{ "line": 1, "quantity": "1" }], "tenders": [{ "means": "cash", "amount": unit.format(price) }],
        });
        pen.reports(FactKind::Refund, "/refunds", new_id(), Some(approval.0), &body);
    }
    pen.says("交班：数钱 close the shift: count the drawer");
    let left = total.0 - if open.approval.is_some() { price.0 } else { 0 } + if standing.open_shift_id.is_none() { 10_000 } else { 0 };
    let left = Minor(drawer.0.max(0) + left);
    let count = json!([{ "denomination": "0.10", "pieces": left.0 / 10 }]);
    let last_seq = pen.seq - 1;
    pen.reports(FactKind::ShiftClosed, "/shift-closings", new_id(), None, &json!({ "count": count, "last_seq": last_seq }));

    pen.says("司库登录：看凭证、试算平衡表 sign in as the treasurer: entries, trial balance");
    let at = demo::LOGINS.iter().position(|login| *login == "treasurer").unwrap_or_default();
    let password = open.kept.passwords.get(at).map_or("", String::as_str);
    let asked = json!({ "coop": open.coop.code, "name": "treasurer", "password": password });
    pen.line(&format!(
        "A=\"Authorization: Bearer $(curl -s $G/sign-in -H \"$J\" -d '{asked}' | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\""
    ));
    pen.line(&format!("curl -s \"$G/entries?document_id={sold}\" -H \"$A\"; echo; curl -s $G/trial-balance -H \"$A\"; echo"));
    let (owner, month) = (plan.person("H01"), Month::of(plan.last()));
    pen.says("铺主的月对账单：已签发的，和本月的预览 an owner's statements: those issued, and a preview as PDF");
    pen.line(&format!(
        "curl -s \"$G/statements?owner_id={owner}\" -H \"$A\"; echo; curl -s \"$G/statements/preview.pdf?owner_id={owner}&month={month}\" \
         -H \"$A\" -o statement.pdf"
    ));
    pen.says("账是不是完整的 are the books whole?");
    let program = std::env::current_exe().map_or_else(|_| "gezi".to_owned(), |program| program.display().to_string());
    pen.line(&format!("'{program}' verify {}", open.place));
    Ok(pen.text)
}

/// The basket's lines, what they come to, and the price of a piece of the first.
fn basket(open: &Open) -> (Vec<Value>, Minor, Minor) {
    let (plan, unit) = (open.kept.plan(), &open.coop.unit);
    let goods = demo::goods();
    let (mut lines, mut total, mut first) = (Vec::new(), Minor::ZERO, Minor::ZERO);
    for (grid, name, quantity) in BASKET {
        let Some(good) = goods.iter().find(|good| good.grid == *grid && good.name == *name) else { continue };
        let gross = Quantity::parse(quantity).ok().and_then(|quantity| quantity.times(good.price).ok());
        total = Minor(total.0 + gross.unwrap_or_default().0);
        if lines.is_empty() {
            first = good.price;
        }
        lines.push(json!({
            "grid_id": plan.grid(grid).0, "good_id": plan.good(good).0, "name": name, "measure": good.measure.slug(),
            "quantity": quantity, "price": unit.format(good.price),
        }));
    }
    (lines, total, first)
}
