//! The journal in other programs' hands: the same figures, added up by somebody else.

use std::{
    collections::BTreeMap,
    io::Write as _,
    process::{Command, Stdio},
};

use expect_test::expect;
use gezi::{
    app::export::{self, Format},
    auth::role::Role,
};
use serde_json::{Value, json};

use crate::harness::{Shop, Stall, Till, Who};

pub async fn exported(shop: &Shop, format: Format) -> String {
    let mut bytes = Vec::new();
    let written = export::run(&shop.service.db, shop.coop.id, format, &mut bytes, |_| ()).await.expect("an export");
    assert_eq!(written, shop.count("SELECT count(*) FROM entry").await);
    String::from_utf8(bytes).expect("UTF-8")
}

/// Two sales and a pay-out; returns the shift.
async fn a_day(shop: &Shop, till: &mut Till) -> (uuid::Uuid, Stall) {
    let stall = shop.stall("A-01").await;
    let shift = till.opens(shop, "200.00").await;
    till.sells(shop, stall.grid, "玉米", "23.50").await.1.is(201);
    let line = json!({ "grid_id": stall.grid, "name": "花", "measure": "piece", "quantity": "3", "price": "8.88" });
    let sale = json!({ "lines": [line], "rounding_off": "0.04", "tenders": [{ "means": "wechat", "amount": "26.60" }] });
    till.reports(shop, "/sales", sale).await.1.is(201);
    till.reports(shop, "/cash-movements", json!({ "movement": "pay_out", "amount": "12.50" })).await.1.is(201);
    (shift, stall)
}

/// Asks the real hledger. `None` where somebody decided to go on without it.
pub fn hledger(journal: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("hledger");
    command.args(["-f", "-"]).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if std::env::var_os("GEZI_NO_HLEDGER").is_some() {
        return None;
    }
    let mut child = command.spawn().expect("hledger: apt-get install hledger, or set GEZI_NO_HLEDGER=1 to go on without this proof");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(journal.as_bytes()).expect("a read journal");
    drop(stdin);
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// Asks the real beancount, which adds the entries up and compares with the balances at the end. `Err` is what it says.
/// `None` where somebody decided to go on without it.
fn bean_check(ledger: &str) -> Option<Result<(), String>> {
    if std::env::var_os("GEZI_NO_BEANCOUNT").is_some() {
        return None;
    }
    let mut file = tempfile::NamedTempFile::with_suffix(".beancount").expect("a file");
    file.write_all(ledger.as_bytes()).expect("a written file");
    let output = Command::new("bean-check").arg("--no-cache").arg(file.path()).output();
    let output = output.expect("bean-check: apt-get install beancount, or set GEZI_NO_BEANCOUNT=1 to go on without this proof");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(if output.status.success() { Ok(()) } else { Err(said) })
}

/// Account and amount of each line of `hledger balance -O csv`, zero lines left out.
pub fn balances(csv: &str) -> BTreeMap<String, String> {
    let line = |line: &str| -> Option<(String, String)> {
        let (account, amount) = line.trim_matches('"').split_once("\",\"")?;
        let amount = amount.trim_end_matches(" CNY").to_owned();
        (!matches!(account, "account" | "total" | "Total:") && amount != "0" && amount != "0.00").then(|| (account.to_owned(), amount))
    };
    csv.lines().filter_map(line).collect()
}

/// hledger adds the journal up to our trial balance. False where we go on without it.
pub async fn trial_balance_agrees(shop: &Shop, who: &Who, journal: &str) -> bool {
    if hledger(journal, &["check", "--strict"]).is_none() {
        return false;
    }
    let csv = hledger(journal, &["balance", "-N", "-O", "csv", "--depth", "1", "--flat"]).expect("hledger is there");
    let ours = shop.get(who, "/trial-balance").await.is(200);
    let line = |line: &Value| (line["account"].as_str().unwrap_or("").to_owned(), line["balance"].as_str().unwrap_or("").to_owned());
    let ours: BTreeMap<String, String> = ours["items"].as_array().expect("lines").iter().map(line).collect();
    assert_eq!(balances(&csv), ours);
    true
}

on_both! {
    async fn hledger_adds_up_the_same_balances(shop: Shop) {
        let mut till = shop.till().await;
        let (shift, stall) = a_day(&shop, &mut till).await;
        let journal = exported(&shop, Format::Hledger).await;
        let who = shop.person(&[Role::Treasurer]).await;

        if !trial_balance_agrees(&shop, &who, &journal).await {
            return;
        }

        let account = format!("11401:{}", stall.owner.id);
        let csv = hledger(&journal, &["balance", "-N", "-O", "csv", &account]).expect("hledger is there");
        let owed = shop.get(&stall.owner, "/balances").await.is(200)["items"][0]["owed"].as_str().map(|owed| format!("-{owed}"));
        assert_eq!(balances(&csv).remove(&account), owed);

        let csv = hledger(&journal, &["balance", "-N", "-O", "csv", "10102", &format!("tag:shift={shift}")]).expect("hledger is there");
        let expected = shop.get(&who, &format!("/shifts/{shift}")).await.is(200)["drawer"]["expected"].as_str().map(str::to_owned);
        assert_eq!(balances(&csv).into_values().next(), expected);
    }

    async fn beancount_adds_up_the_balances_that_we_keep(shop: Shop) {
        let mut till = shop.till().await;
        let (_, stall) = a_day(&shop, &mut till).await;
        let ledger = exported(&shop, Format::Beancount).await;
        let owed = format!("2026-07-01 balance Assets:11401:P-{}  -42.62 ~ 0 CNY", stall.owner.id);
        assert!(ledger.contains(&owed), "{ledger}");
        let Some(checked) = bean_check(&ledger) else { return };
        assert_eq!(checked, Ok(()));
        let wrong = bean_check(&ledger.replace(&owed, &owed.replace("42.62", "42.61"))).expect("bean-check is there");
        assert!(wrong.is_err_and(|said| said.contains("Balance failed")), "a fen less is seen");
    }

    async fn the_journal_reads_as_a_journal(shop: Shop) {
        let mut till = shop.till().await;
        a_day(&shop, &mut till).await;
        let journal = exported(&shop, Format::Hledger).await;
        let entry = journal.split("\n\n").find(|entry| entry.contains("(3)")).expect("entry 3");
        let entry: String = entry.lines().filter(|line| !line.contains("hash:")).map(|line| line.to_owned() + "\n").collect();
        expect![[r"
            2026-06-30 * (3) sale  ; document:00000000-0000-7000-8000-000000000009
                ; shift:00000000-0000-7000-8000-000000000007
                10901  26.60 CNY
                11401:00000000-0000-7000-8000-000000000004  -22.64 CNY
                21102:00000000-0000-7000-8000-000000000003  -1.34 CNY
                50101  -2.66 CNY
                52102  0.04 CNY
        "]].assert_eq(&entry);
        assert!(journal.contains("\ncommodity 1.00 CNY\n") && journal.contains("account 11401  ; 成员往来-已售待结"));
    }

    async fn the_table_has_a_row_per_posting_and_json_every_entry(shop: Shop) {
        let mut till = shop.till().await;
        a_day(&shop, &mut till).await;
        let table = exported(&shop, Format::Csv).await;
        let postings = usize::try_from(shop.count("SELECT count(*) FROM posting").await).expect("a count");
        assert_eq!(table.lines().count(), postings + 1);
        assert!(table.starts_with("\u{feff}number,day,"));
        let row: Vec<&str> = table.lines().nth(2).expect("a row").split(',').collect();
        assert_eq!((row[0], row[1], row[3], row[7], row[8], row[11], row[12]), ("1", "2026-06-30", "shift_opened", "10102", "库存现金-钱箱", "200.00", ""));

        let object: Value = serde_json::from_str(&exported(&shop, Format::Json).await).expect("JSON");
        let entries = object["entries"].as_array().expect("entries");
        assert_eq!(entries.len(), 4);
        assert_eq!((&object["about"]["head_hash"], &object["about"]["unit"]), (&entries[3]["hash"], &json!("CNY")));
        assert_eq!(entries[1]["previous_hash"], entries[0]["hash"]);
        assert_eq!(entries[3]["postings"][0]["amount"], "-12.50");
    }

    async fn empty_books_export_as_well(shop: Shop) {
        assert!(exported(&shop, Format::Hledger).await.contains("; head: 0 "));
        assert!(bean_check(&exported(&shop, Format::Beancount).await).is_none_or(|checked| checked.is_ok()));
        assert_eq!(exported(&shop, Format::Csv).await.lines().count(), 1);
        let object: Value = serde_json::from_str(&exported(&shop, Format::Json).await).expect("JSON");
        assert_eq!(object["entries"], json!([]));
    }
}
