//! Owners' monthly statements: previewed, issued once and in order, read again byte for byte.

use expect_test::expect;
use gezi::{
    app::{
        statements,
        verify::{self, Fault},
    },
    auth::role::Role,
    domain::{chain::Hash, id::PersonId, time::Month},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Stall, Till, Who};

/// June: two sales of A with B in one of them, and a part of the first back.
async fn june(shop: &Shop, till: &mut Till, a: &Stall, b: &Stall) {
    till.opens(shop, "200.00").await;
    let (sale, answer) = till.sells(shop, a.grid, "玉米", "23.50").await;
    answer.is(201);
    let line = |grid: Uuid, name: &str, quantity: &str| json!({ "grid_id": grid, "name": name, "measure": "kg", "quantity": quantity, "price": "8.88" });
    let both = json!({ "lines": [line(a.grid, "土鸡蛋", "1.250"), line(b.grid, "米", "2"), line(a.grid, "花生", "0.300")],
                       "rounding_off": "0.02", "tenders": [{ "means": "wechat", "amount": "31.50" }] });
    till.reports(shop, "/sales", both).await.1.is(201);
    let approved = json!({ "approval": till.approval(shop).await });
    let back = json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "3.33" }] });
    let report = till.makes_with(shop, "/refunds", back, &approved);
    till.sends(shop, &report).await.is(201);
    till.reports(shop, "/shift-closings", json!({ "count": [], "last_seq": till.seq - 1 })).await.1.is(201);
}

/// A line per line of a month.
fn told(month: &Value) -> String {
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let mut lines = vec![format!("期初 {}", word(&month["opening"]))];
    for line in month["lines"].as_array().expect("lines") {
        let words = ["day", "kind", "good", "grid", "quantity", "base", "percent", "amount", "balance"].map(|name| word(&line[name]));
        let late = if line["late"] == true { " 补记" } else { "" };
        lines.push(format!("{} {}{late}", line["entry_number"], words.join(" ")));
    }
    let sums = ["sales", "refunds", "other", "closing"].map(|name| word(&month[name]));
    lines.push(format!("合计 {}", sums.join(" ")));
    lines.join("\n") + "\n"
}

fn ask(stall: &Stall, month: &str) -> Value {
    json!({ "owner_id": stall.owner.id, "month": month })
}

async fn treasurer(shop: &Shop) -> Who {
    shop.person(&[Role::Treasurer]).await
}

fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("GEZI_KEEP_PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).expect("a kept paper");
    }
}

on_both! {
    async fn a_preview_shows_every_line_and_comes_to_the_balance(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        june(&shop, &mut till, &a, &b).await;
        let path = format!("/statements/preview?owner_id={}&month=2026-06", a.owner.id);
        let month = shop.get(&a.owner, &path).await.is(200);
        expect![[r"
            期初 0.00
            2 2026-06-30 sale 玉米 A-01 1 件 23.50 85 19.98 19.98
            3 2026-06-30 sale 土鸡蛋 A-01 1.250 公斤 11.10 85 9.43 29.41
            3 2026-06-30 sale 花生 A-01 0.300 公斤 2.66 85 2.26 31.67
            4 2026-06-30 refund 玉米 A-01  -3.33 85 -2.83 28.84
            合计 31.67 -2.83 0.00 28.84
        "]].assert_eq(&told(&month));
        assert_eq!(month["closing"], shop.get(&a.owner, "/balances").await.is(200)["items"][0]["owed"]);
        assert_eq!(month["grids"], json!(["A-01"]));
        let july = shop.get(&a.owner, &format!("/statements/preview?owner_id={}&month=2026-07", a.owner.id)).await.is(200);
        assert_eq!((&july["opening"], &july["lines"]), (&month["closing"], &json!([])));
        let pdf = shop.get(&a.owner, &format!("/statements/preview.pdf?owner_id={}&month=2026-06", a.owner.id)).await;
        pdf.is(200);
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
        keep("preview.pdf", &pdf.bytes);
        assert_eq!(shop.get(&b.owner, &path).await.refused(404), "not_found");
        assert_eq!(shop.get(&b.owner, "/statements/preview?month=2026-6").await.refused(400), "unreadable");
    }

    async fn an_issued_statement_stays_as_it_was_handed_out(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        june(&shop, &mut till, &a, &b).await;
        let who = treasurer(&shop).await;
        assert_eq!(shop.post(&who, "/statements", shop.id(), &ask(&a, "2026-06")).await.refused(409), "month_not_over");
        shop.it_is("2026-07-02T02:00:00Z");
        let organiser = shop.person(&[Role::Organiser]).await;
        shop.makes(&organiser, "/particulars", json!({ "person_id": a.owner.id, "particulars": { "name": "陈桂芳" } })).await;
        assert_eq!(shop.post(&organiser, "/statements", shop.id(), &ask(&a, "2026-06")).await.refused(403), "forbidden");

        let id = shop.id();
        let first = shop.post(&who, "/statements", id, &ask(&a, "2026-06")).await.is(201);
        assert_eq!(shop.post(&who, "/statements", id, &ask(&a, "2026-06")).await.is(201), first, "a repeat is answered the same");
        assert_eq!(shop.post(&who, "/statements", id, &ask(&b, "2026-06")).await.refused(409), "id_taken");
        assert_eq!(shop.post(&who, "/statements", shop.id(), &ask(&a, "2026-06")).await.refused(409), "decided_before");
        assert_eq!(shop.count("SELECT count(*) FROM person_read").await, 1, "the name was read once, and that is written down");

        let statement = shop.get(&a.owner, &format!("/statements/{id}")).await.is(200);
        assert_eq!((&statement["number"], &statement["month"]), (&json!(1), &json!("2026-06")));
        let pdf = shop.get(&a.owner, &format!("/statements/{id}/pdf")).await;
        assert_eq!(statement["pdf_hash"], Hash::of(&pdf.bytes).to_string());
        keep("statement.pdf", &pdf.bytes);
        till.opens(&shop, "0.00").await;
        till.sells(&shop, a.grid, "玉米", "10.00").await.1.is(201);
        shop.it_is("2026-08-02T02:00:00Z");
        assert_eq!(shop.get(&who, &format!("/statements/{id}/pdf")).await.bytes, pdf.bytes);

        for (somebody, path) in [(&b.owner, format!("/statements/{id}")), (&b.owner, format!("/statements/{id}/pdf")), (&shop.neighbour().await.1, format!("/statements/{id}"))] {
            assert_eq!(shop.get(somebody, &path).await.refused(404), "not_found");
        }
        assert_eq!(shop.get(&b.owner, "/statements").await.is(200)["items"], json!([]));
        assert_eq!(shop.get(&a.owner, "/statements").await.is(200)["items"][0]["id"], json!(id));
        assert_eq!(shop.get(&shop.person(&[Role::LoveShareholder]).await, "/statements").await.refused(403), "forbidden");
    }

    async fn what_arrives_late_stands_on_the_next_one_which_opens_where_the_last_closed(shop: Shop) {
        let (a, b, mut till, mut other) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await, shop.till().await);
        june(&shop, &mut till, &a, &b).await;
        // A tablet that was offline: its shift of 30 June reaches us in July, after the statement.
        let opening = other.makes(&shop, "/shift-openings", json!({ "brought": "50.00" }));
        let line = json!({ "grid_id": a.grid, "name": "晚到的", "measure": "piece", "quantity": "1", "price": "4.00" });
        let sale = other.makes(&shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": "4.00" }] }));
        shop.it_is("2026-07-02T02:00:00Z");
        let who = treasurer(&shop).await;
        let june = shop.makes(&who, "/statements", ask(&a, "2026-06")).await;
        other.sends(&shop, &opening).await.is(201);
        other.sends(&shop, &sale).await.is(201);
        till.opens(&shop, "0.00").await;
        till.sells(&shop, a.grid, "玉米", "10.00").await.1.is(201);
        shop.it_is("2026-09-02T02:00:00Z");
        assert_eq!(shop.post(&who, "/statements", shop.id(), &ask(&a, "2026-08")).await.refused(409), "statement_out_of_order");
        let preview = shop.get(&who, &format!("/statements/preview?owner_id={}&month=2026-07", a.owner.id)).await.is(200);
        expect![[r"
            期初 28.84
            7 2026-06-30 sale 晚到的 A-01 1 件 4.00 85 3.40 32.24 补记
            8 2026-07-02 sale 玉米 A-01 1 件 10.00 85 8.50 40.74
            合计 11.90 0.00 0.00 40.74
        "]].assert_eq(&told(&preview));
        let july = shop.makes(&who, "/statements", ask(&a, "2026-07")).await;
        let (june, july) = (shop.get(&who, &format!("/statements/{june}")).await.is(200), shop.get(&who, &format!("/statements/{july}")).await.is(200));
        assert_eq!((&july["opening"], &july["number"]), (&june["closing"], &json!(2)));
        assert_eq!(july["closing"], shop.get(&a.owner, "/balances").await.is(200)["items"][0]["owed"]);
        let list = shop.get(&who, "/statements?limit=1").await.is(200);
        let next = list["next"].as_str().expect("a next page");
        assert_eq!(shop.get(&who, &format!("/statements?limit=1&after={next}")).await.is(200)["items"][0]["number"], 1);
    }

    async fn what_was_allocated_later_and_came_back_stands_there_with_its_goods(shop: Shop) {
        let (a, mut till) = (shop.stall("A-01").await, shop.till().await);
        till.opens(&shop, "100.00").await;
        let (sale, answer) = till.sells(&shop, shop.id(), "无主玉米", "9.90").await;
        answer.is(201);
        let who = treasurer(&shop).await;
        shop.makes(&who, "/allocations", json!({ "document_id": sale, "line": 1, "grid_id": a.grid })).await;
        let approved = json!({ "approval": till.approval(&shop).await });
        let report = till.makes_with(&shop, "/refunds", json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "3.30" }] }), &approved);
        till.sends(&shop, &report).await.is(201);
        let month = shop.get(&a.owner, &format!("/statements/preview?owner_id={}&month=2026-06", a.owner.id)).await.is(200);
        expect![[r"
            期初 0.00
            3 2026-06-30 allocation 无主玉米 A-01 1 件 9.90 85 8.42 8.42
            4 2026-06-30 refund 无主玉米 A-01  -3.30 85 -2.81 5.61
            合计 8.42 -2.81 0.00 5.61
        "]].assert_eq(&told(&month));
    }

    async fn an_erasure_is_not_outrun_by_a_statement(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        june(&shop, &mut till, &a, &b).await;
        shop.it_is("2026-07-02T02:00:00Z");
        let (who, organiser) = (treasurer(&shop).await, shop.person(&[Role::Organiser]).await);
        shop.makes(&organiser, "/particulars", json!({ "person_id": a.owner.id, "particulars": { "name": "陈桂芳" } })).await;
        let mut tx = shop.service.db.begin().await.expect("a write");
        tx.q("UPDATE role_grant SET ended_at = $2 WHERE person_id = $1").bind(a.owner.id).bind(shop.now()).run().await.expect("no role");
        tx.commit().await.expect("no role");
        let mut tx = shop.service.db.snapshot().await.expect("a read");
        let (coop, month) = statements::preview(&mut tx, shop.coop.id, PersonId(a.owner.id), Month::parse("2026-06").unwrap()).await.unwrap();
        drop(tx);
        let nameless = statements::paper(&coop, &month, Some(1), String::new(), shop.now()).unwrap();
        let nameless = statements::print(nameless).await.unwrap();
        let erased = async {
            while shop.count("SELECT count(*) FROM person_read").await == 0 {
                tokio::task::yield_now().await;
            }
            shop.makes(&organiser, "/erasures", json!({ "person_id": a.owner.id })).await
        };
        let (id, _) = futures::future::join(shop.makes(&who, "/statements", ask(&a, "2026-06")), erased).await;
        let kept = shop.get(&who, &format!("/statements/{id}/pdf")).await;
        // Where the statement was the quicker one, the erasure took its pages.
        assert!(kept.status.as_u16() != 200 || kept.bytes == nameless, "the pages name somebody who was erased");
    }

    async fn what_a_cap_moved_is_an_addition_of_its_own(shop: Shop) {
        let (organiser, treasurer) = (shop.person(&[Role::Organiser]).await, treasurer(&shop).await);
        let (owner, supporter) = (shop.person(&[Role::Stallholder]).await, shop.person(&[Role::LoveShareholder]).await);
        let grid = shop.makes(&organiser, "/grids", json!({ "site_id": shop.site.0, "code": "A-07" })).await;
        shop.makes(&organiser, "/grid-owners", json!({ "grid_id": grid, "owner_id": owner.id, "from_day": "2026-01-01" })).await;
        let instrument = shop.makes(&treasurer, "/instruments", json!({ "supporter_id": supporter.id, "cap": "0.58" })).await;
        let version = json!({ "grid_id": grid, "effective_on": "2026-01-01", "shares": [
            { "party": "owner", "percent": "86" }, { "party": "cooperative", "percent": "9" },
            { "party": "supporter", "person_id": supporter.id, "percent": "5", "instrument_id": instrument },
        ] });
        let version = shop.makes(&organiser, "/agreement-versions", version).await;
        shop.makes(&treasurer, "/agreement-approvals", json!({ "version_id": version })).await;
        shop.makes(&owner, "/consents", json!({ "version_id": version })).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, answer) = till.sells(&shop, grid, "布老虎", "58.00").await;
        answer.is(201);
        let approved = json!({ "approval": till.approval(&shop).await });
        let report = till.makes_with(&shop, "/refunds", json!({ "sale_id": sale, "lines": [{ "line": 1, "amount": "29.00" }] }), &approved);
        till.sends(&shop, &report).await.is(201);

        let month = shop.get(&owner, &format!("/statements/preview?owner_id={}&month=2026-06", owner.id)).await.is(200);
        let told = |line: &Value| ["base", "percent", "exact", "moved", "amount"].map(|name| line[name].as_str().unwrap_or("-").to_owned()).join(" ");
        let lines: Vec<String> = month["lines"].as_array().expect("lines").iter().map(told).collect();
        assert_eq!(lines, ["58.00 86 49.8800000000 2.32 52.20", "-29.00 86 -24.9400000000 -1.45 -26.39"]);
        let pdf = shop.get(&owner, &format!("/statements/preview.pdf?owner_id={}&month=2026-06", owner.id)).await;
        pdf.is(200);
        keep("capped.pdf", &pdf.bytes);
    }

    async fn who_is_no_owner_has_no_statement_and_no_number_is_used_up(shop: Shop) {
        let (a, who) = (shop.stall("A-01").await, treasurer(&shop).await);
        let supporter = shop.person(&[Role::LoveShareholder]).await;
        shop.it_is("2026-07-02T02:00:00Z");
        for id in [supporter.id, who.id] {
            let path = format!("/statements/preview?owner_id={id}&month=2026-06");
            assert_eq!(shop.get(&who, &path).await.refused(409), "no_owner");
            let order = json!({ "owner_id": id, "month": "2026-06" });
            assert_eq!(shop.post(&who, "/statements", shop.id(), &order).await.refused(409), "no_owner");
        }
        assert_eq!(shop.count("SELECT count(*) FROM person_read").await, 0, "nobody's name was read for it");
        let id = shop.makes(&who, "/statements", ask(&a, "2026-06")).await;
        assert_eq!(shop.get(&who, &format!("/statements/{id}")).await.is(200)["number"], 1);
    }

    async fn a_month_before_an_issued_one_is_told_so(shop: Shop) {
        let (a, who) = (shop.stall("A-01").await, treasurer(&shop).await);
        shop.it_is("2026-08-02T02:00:00Z");
        shop.makes(&who, "/statements", ask(&a, "2026-07")).await;
        for path in [format!("/statements/preview?owner_id={}&month=2026-06", a.owner.id), format!("/statements/preview.pdf?owner_id={}&month=2026-06", a.owner.id)] {
            let answer = shop.get(&a.owner, &path).await;
            assert_eq!(answer.refused(409), "later_month_issued");
            assert!(answer.text().contains("2026-07"), "{}", answer.text());
        }
        assert_eq!(shop.post(&who, "/statements", shop.id(), &ask(&a, "2026-06")).await.refused(409), "later_month_issued");
        assert_eq!(shop.post(&who, "/statements", shop.id(), &ask(&a, "2026-07")).await.refused(409), "decided_before");
    }

    async fn whoever_takes_anothers_statement_leaves_a_trace(shop: Shop) {
        let (a, who, auditor) = (shop.stall("A-01").await, treasurer(&shop).await, shop.person(&[Role::Auditor]).await);
        shop.it_is("2026-07-02T02:00:00Z");
        let id = shop.makes(&who, "/statements", ask(&a, "2026-06")).await;
        let readings = async || -> Vec<Value> {
            let readings = shop.get(&a.owner, "/readings").await.is(200);
            readings["items"].as_array().expect("readings").iter().map(|item| json!([item["reader_id"], item["purpose"]])).collect()
        };
        assert_eq!(readings().await, [] as [Value; 0], "nobody had written down a name");
        shop.get(&a.owner, &format!("/statements/{id}/pdf")).await.is(200);
        assert_eq!(readings().await, [] as [Value; 0], "one's own leaves none");
        shop.get(&auditor, &format!("/statements/{id}/pdf")).await.is(200);
        assert_eq!(readings().await, [json!([auditor.id, "statement"])]);
    }

    async fn numbers_have_no_gaps_when_many_are_issued_at_once(shop: Shop) {
        let mut stalls = Vec::new();
        for at in 1..=6 {
            stalls.push(shop.stall(&format!("A-0{at}")).await);
        }
        let mut till = shop.till().await;
        june(&shop, &mut till, &stalls[0], &stalls[1]).await;
        shop.it_is("2026-07-02T02:00:00Z");
        let who = treasurer(&shop).await;
        let issued = stalls.iter().map(|stall| shop.makes(&who, "/statements", ask(stall, "2026-06")));
        futures::future::join_all(issued).await;
        let list = shop.get(&who, "/statements").await.is(200);
        let numbers: Vec<i64> = list["items"].as_array().expect("statements").iter().filter_map(|row| row["number"].as_i64()).collect();
        assert_eq!(numbers, [6, 5, 4, 3, 2, 1]);
    }

    async fn a_statement_that_was_changed_or_dropped_is_named(shop: Shop) {
        let (a, b, mut till) = (shop.stall("A-01").await, shop.stall("B-02").await, shop.till().await);
        june(&shop, &mut till, &a, &b).await;
        shop.it_is("2026-08-02T02:00:00Z");
        let who = treasurer(&shop).await;
        for (stall, month) in [(&a, "2026-06"), (&a, "2026-07"), (&b, "2026-06")] {
            shop.makes(&who, "/statements", ask(stall, month)).await;
        }
        let faults = async || verify::run(&shop.service.db, shop.coop.id, None, |_| ()).await.expect("a verdict").faults;
        assert_eq!(faults().await, []);
        shop.tamper("UPDATE statement SET closing = closing + 1 WHERE number < 3; UPDATE statement SET opening = opening + 1 WHERE number = 2").await;
        assert_eq!(faults().await, [Fault::StatementClosing(1), Fault::StatementClosing(2)]);
        shop.tamper("UPDATE statement SET closing = closing - 1 WHERE number < 3").await;
        assert_eq!(faults().await, [Fault::StatementOpening(2)]);
        shop.tamper("UPDATE statement SET pdf = pdf_hash, head_hash = pdf_hash, opening = opening - 1 WHERE number = 2").await;
        assert_eq!(faults().await, [Fault::StatementHead { number: 2, head: 5 }, Fault::StatementChanged(2)]);
        shop.tamper("DELETE FROM statement WHERE number > 1").await;
        assert_eq!(faults().await, [Fault::StatementsMissing { from: 2, upto: 3 }]);
    }
}
