//! What nobody could post is kept whole, and two people repair it: with values that they agree on, or by letting it be.

use gezi::auth::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Shop, Till, Who};

fn sale(grid: Uuid, price: &str, cash: &str) -> Value {
    json!({ "lines": [{ "grid_id": grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": price }],
            "tenders": [{ "means": "cash", "amount": cash }] })
}

/// Denominations that come to a whole number of yuan.
fn count(yuan: i64) -> Value {
    json!([{ "denomination": "1.00", "pieces": yuan }])
}

async fn closes(shop: &Shop, till: &mut Till, yuan: i64) -> Value {
    let last_seq = till.seq - 1;
    let (id, closed) = till.reports(shop, "/shift-closings", json!({ "count": count(yuan), "last_seq": last_seq })).await;
    closed.is(201);
    json!(id)
}

/// One person proposes, another agrees; returns what the agreement was answered.
async fn repaired(shop: &Shop, (first, second): (&Who, &Who), proposal: Value) -> Value {
    let proposal = shop.makes(first, "/repair-proposals", proposal).await;
    shop.post(second, "/proposal-agreements", shop.id(), &json!({ "proposal_id": proposal })).await.is(201)
}

/// What the drawer's account says, in fen.
async fn drawer(shop: &Shop) -> i64 {
    shop.count("SELECT CAST(COALESCE(sum(debit_minor - credit_minor), 0) AS BIGINT) FROM balance WHERE account = '10102' AND month = ''")
        .await
}

async fn pair(shop: &Shop) -> (Who, Who) {
    (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await)
}

on_both! {
    async fn cash_is_left_out_of_the_difference_whatever_else_is_wrong(shop: Shop) {
        let mut till = shop.till().await;
        let shift = till.opens(&shop, "100.00").await;
        let with = |field: &str, value: Value| {
            let mut body = sale(shop.id(), "3.00", "3.00");
            body[field] = value;
            body
        };
        let mut negative = sale(shop.id(), "3.00", "3.00");
        negative["lines"][0]["quantity"] = json!("-1");
        let bad = [negative, with("rounding_off", json!("-0.03")), with("stranger", json!(1)), with("lines", json!("corn"))];
        for body in bad {
            assert_eq!(till.reports(&shop, "/sales", body).await.1.is(202)["reason"], "invalid_body");
        }
        let moved = json!({ "movement": "pay_out", "amount": "2.00", "why": "a new broom" });
        assert_eq!(till.reports(&shop, "/cash-movements", moved).await.1.is(202)["reason"], "invalid_body");
        let practice = till.makes_with(&shop, "/sales", sale(shop.id(), "-3.00", "3.00"), &json!({ "practice": true }));
        assert_eq!(till.sends(&shop, &practice).await.is(202)["reason"], "practice");
        closes(&shop, &mut till, 110).await;
        let auditor = shop.person(&[Role::Auditor]).await;
        let closing = shop.get(&auditor, &format!("/shifts/{shift}")).await.is(200);
        assert_eq!(shop.count("SELECT waiting FROM shift_close").await, 1_000, "{closing}");
        assert_eq!(shop.count("SELECT difference FROM shift_close").await, 0, "{closing}");
        shop.verify().await;
    }

    async fn a_sale_that_does_not_add_up_is_posted_with_the_values_of_two_people(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        let shift = till.opens(&shop, "100.00").await;
        let report = till.makes(&shop, "/sales", sale(shop.id(), "3.00", "2.00"));
        let aside = till.sends(&shop, &report).await.is(202);
        assert_eq!(aside["reason"], "tenders_do_not_meet_total");
        assert_eq!(aside["detail"], "收款减找零是 2.00 元，应收 3.00 元，两个数要一样");

        let listed = shop.get(&first, "/quarantine?open=true").await.is(200);
        assert_eq!((&listed["items"][0]["command_id"], &listed["items"][0]["cash"]), (&json!(report.id), &json!("2.00")));
        let whole = shop.get(&first, &format!("/quarantine/{}", report.id)).await.is(200);
        assert_eq!((&whole["received"]["body"]["tenders"][0]["amount"], &whole["shift_id"]), (&json!("2.00"), &json!(shift)));
        assert_eq!((&whole["as_reported"], &whole["repaired"]), (&json!(false), &json!(null)));

        let as_reported = json!({ "command_id": report.id, "post": {} });
        let refused = shop.post(&first, "/repair-proposals", shop.id(), &as_reported).await;
        assert_eq!(refused.refused(409), "tenders_do_not_meet_total", "nobody is asked to agree to what cannot be posted");
        let body = sale(shop.id(), "3.00", "3.00");
        let proposal = shop.makes(&first, "/repair-proposals", json!({ "command_id": report.id, "post": { "body": body } })).await;
        assert_eq!(drawer(&shop).await, 10_000, "a proposal posts nothing");
        let again = shop.post(&second, "/repair-proposals", shop.id(), &json!({ "command_id": report.id, "post": { "body": body } })).await;
        assert_eq!(again.refused(409), "already_proposed");
        let decision = json!({ "proposal_id": proposal });
        assert_eq!(shop.post(&first, "/proposal-agreements", shop.id(), &decision).await.refused(403), "same_person_twice");

        let key = shop.id();
        let done = shop.post(&second, "/proposal-agreements", key, &decision).await.is(201);
        assert_eq!((&done["id"], &done["entry_number"], &done["day"]), (&json!(report.id), &json!(2), &json!("2026-06-30")));
        assert_eq!(shop.post(&second, "/proposal-agreements", key, &decision).await.is(201), done, "the same again is answered the same");
        assert_eq!(shop.post(&second, "/proposal-agreements", shop.id(), &decision).await.refused(409), "decided_before");
        assert_eq!(drawer(&shop).await, 10_300);
        let repeat = till.sends(&shop, &report).await.is(202);
        assert_eq!((&repeat["state"], &repeat["outcome"]), (&json!("quarantined"), &json!("posted")));
        assert_eq!(shop.get(&first, "/quarantine?open=true").await.is(200)["items"], json!([]));
        let seen = shop.get(&first, &format!("/proposals/{proposal}")).await.is(200);
        assert_eq!((&seen["outcome"], &seen["decided_by"], &seen["proposed"]["post"]["body"]), (&json!("agreed"), &json!(second.id), &body));
        let whole = shop.get(&first, &format!("/quarantine/{}", report.id)).await.is(200);
        let by = &whole["repaired"]["proposal"];
        assert_eq!((&by["proposed_by"], &by["decided_by"]), (&json!(first.id), &json!(second.id)), "it names both, and its entry");
        assert_eq!(whole["repaired"]["entry_number"], 2);
        closes(&shop, &mut till, 103).await;
        assert_eq!(shop.count("SELECT difference FROM shift_close").await, 0);
        shop.verify().await;
    }

    async fn a_command_is_let_be_and_a_proposal_is_taken_back(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (id, _) = till.reports(&shop, "/sales", sale(shop.id(), "3.00", "2.00")).await;
        let dismiss = json!({ "command_id": id, "dismiss": { "reason": "报了两次" } });
        let proposal = shop.makes(&first, "/repair-proposals", dismiss.clone()).await;
        shop.makes(&first, "/proposal-rejections", json!({ "proposal_id": proposal })).await;
        let decided = shop.post(&second, "/proposal-agreements", shop.id(), &json!({ "proposal_id": proposal })).await;
        assert_eq!(decided.refused(409), "decided_before");
        let done = repaired(&shop, (&second, &first), dismiss.clone()).await;
        assert_eq!((&done["id"], &done["entry_number"]), (&json!(id), &json!(null)));
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &dismiss).await.refused(409), "decided_before");
        let whole = shop.get(&first, &format!("/quarantine/{id}")).await.is(200);
        assert_eq!((&whole["outcome"], &whole["repaired"]["entry_number"]), (&json!("dismissed"), &json!(null)));
        assert_eq!(whole["repaired"]["proposal"]["proposed"]["dismiss"]["reason"], "报了两次");
        let open = shop.get(&first, "/proposals?open=true").await.is(200);
        assert_eq!(open["items"], json!([]));
        assert_eq!(shop.get(&first, "/proposals?limit=1").await.is(200)["items"].as_array().map(Vec::len), Some(1));
        shop.verify().await;
    }

    async fn what_was_only_practised_is_posted_by_nobody(shop: Shop) {
        let (first, _) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let practice = till.makes_with(&shop, "/sales", sale(shop.id(), "3.00", "3.00"), &json!({ "practice": true }));
        till.sends(&shop, &practice).await.is(202);
        let post = json!({ "command_id": practice.id, "post": {} });
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &post).await.refused(409), "practice");
        assert_eq!(shop.get(&first, "/quarantine?open=true").await.is(200)["items"][0]["as_reported"], false);
    }

    async fn a_price_that_was_typed_wrong_is_corrected_in_its_line(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (id, _) = till.reports(&shop, "/sales", sale(shop.id(), "30.00", "3.00")).await;
        let body = sale(shop.id(), "3.00", "3.00");
        let done = repaired(&shop, (&first, &second), json!({ "command_id": id, "post": { "body": body } })).await;
        assert_eq!((&done["id"], &done["entry_number"]), (&json!(id), &json!(2)));
        assert_eq!(drawer(&shop).await, 10_300);
        shop.verify().await;
    }

    async fn cash_that_waits_is_left_out_of_the_difference_and_the_next_opening_subtracts_it(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        let one = till.opens(&shop, "100.00").await;
        let (id, _) = till.reports(&shop, "/sales", sale(shop.id(), "11.00", "10.00")).await;
        closes(&shop, &mut till, 110).await;
        assert_eq!(shop.count("SELECT waiting FROM shift_close").await, 1_000);
        assert_eq!(shop.count("SELECT difference FROM shift_close").await, 0);

        shop.wait_seconds(86_400);
        let (two, opened) = till.reports(&shop, "/shift-openings", json!({ "counted": "110.00" })).await;
        opened.is(201);
        assert_eq!(shop.count("SELECT count(*) FROM entry WHERE kind = 'shift_opened'").await, 1, "nothing is over");
        assert_eq!(drawer(&shop).await, 10_000);

        // Posted in the shift that took it, or in the one whose float holds it: the drawer is its formula either way.
        let body = sale(shop.id(), "10.00", "10.00");
        let later = json!({ "command_id": id, "post": { "shift_id": two, "body": body } });
        let done = repaired(&shop, (&first, &second), later).await;
        assert_eq!(done["day"], "2026-07-01");
        assert_eq!(drawer(&shop).await, 11_000);
        closes(&shop, &mut till, 110).await;
        assert_eq!(shop.count("SELECT CAST(sum(difference) AS BIGINT) FROM shift_close").await, 0);
        assert_ne!(json!(one), json!(two));
        shop.verify().await;
    }

    async fn a_repair_of_a_closed_shift_posts_on_its_day(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (id, _) = till.reports(&shop, "/sales", sale(shop.id(), "11.00", "10.00")).await;
        closes(&shop, &mut till, 110).await;
        shop.wait_seconds(86_400);
        let body = sale(shop.id(), "10.00", "10.00");
        let done = repaired(&shop, (&first, &second), json!({ "command_id": id, "post": { "body": body } })).await;
        assert_eq!(done["day"], "2026-06-30");
        let (_, opened) = till.reports(&shop, "/shift-openings", json!({ "counted": "110.00" })).await;
        opened.is(201);
        closes(&shop, &mut till, 110).await;
        assert_eq!(shop.count("SELECT CAST(sum(difference) AS BIGINT) FROM shift_close").await, 0);
        assert_eq!(shop.count("SELECT difference FROM shift ORDER BY business_date DESC LIMIT 1").await, 0);
        shop.verify().await;
    }

    async fn sales_before_the_first_opening_wait_for_a_shift(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        let (id, early) = till.sells(&shop, shop.id(), "玉米", "5.00").await;
        assert_eq!(early.is(202)["reason"], "no_open_shift");
        let nowhere = shop.post(&first, "/repair-proposals", shop.id(), &json!({ "command_id": id, "post": {} })).await;
        assert_eq!(nowhere.refused(409), "no_open_shift");
        shop.wait_seconds(60);
        let (shift, opened) = till.reports(&shop, "/shift-openings", json!({ "counted": "5.00", "brought": "100.00" })).await;
        opened.is(201);
        let done = repaired(&shop, (&first, &second), json!({ "command_id": id, "post": { "shift_id": shift } })).await;
        assert_eq!(done["entry_number"], 2);
        closes(&shop, &mut till, 105).await;
        assert_eq!(shop.count("SELECT CAST(sum(difference) AS BIGINT) FROM shift_close").await, 0);
        assert_eq!(drawer(&shop).await, 10_500);
        shop.verify().await;
    }

    async fn an_opening_that_cannot_be_read_is_repaired_and_what_follows_counts(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        let (opening, kept) = till.reports(&shop, "/shift-openings", json!({ "brought": "1e2" })).await;
        assert_eq!(kept.is(202)["reason"], "invalid_body");
        let body = json!({ "brought": "100.00" });
        let done = repaired(&shop, (&first, &second), json!({ "command_id": opening, "post": { "body": body } })).await;
        assert_eq!(done["id"], json!(opening));
        let (_, sold) = till.sells(&shop, shop.id(), "玉米", "5.00").await;
        sold.is(201);
        let (second_opening, kept) = till.reports(&shop, "/shift-openings", json!({ "brought": "100.00" })).await;
        assert_eq!(kept.is(202)["reason"], "shift_already_open");
        let twice = shop.post(&first, "/repair-proposals", shop.id(), &json!({ "command_id": second_opening, "post": {} })).await;
        assert_eq!(twice.refused(409), "shift_already_open");
        closes(&shop, &mut till, 105).await;
        shop.verify().await;
    }

    async fn an_opening_that_is_repaired_late_leaves_out_the_cash_of_what_followed(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        let (opening, _) = till.reports(&shop, "/shift-openings", json!({ "brought": "1e2" })).await;
        let (sale, kept) = till.sells(&shop, shop.id(), "玉米", "5.00").await;
        assert_eq!(kept.is(202)["reason"], "no_open_shift");
        let body = json!({ "brought": "100.00" });
        repaired(&shop, (&first, &second), json!({ "command_id": opening, "post": { "body": body } })).await;
        assert_eq!(drawer(&shop).await, 10_000, "nothing is short");
        repaired(&shop, (&first, &second), json!({ "command_id": sale, "post": {} })).await;
        assert_eq!(drawer(&shop).await, 10_500);
        closes(&shop, &mut till, 105).await;
        assert_eq!(shop.count("SELECT CAST(sum(difference) AS BIGINT) FROM shift_close").await, 0);
        shop.verify().await;
    }

    async fn whatever_a_till_sends_it_goes_on(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let deep = format!("{{\"lines\":{}{}}}", "[".repeat(3000), "]".repeat(3000));
        let bodies = [
            json!({ "li\u{0}nes": "\u{7}" }).to_string(),
            deep,
            "{\"tenders\": 1e999}".to_owned(),
            sale(shop.id(), "99999999999.99", "0.00").to_string().replace("\"quantity\":\"1\"", "\"quantity\":\"900000\""),
        ];
        for (at, body) in bodies.iter().enumerate() {
            let mut report = till.makes(&shop, "/sales", json!("BODY"));
            report.bytes = String::from_utf8(report.bytes).unwrap().replace("\"BODY\"", body).into_bytes();
            till.sends(&shop, &report).await.is(202);
            shop.get(&first, &format!("/quarantine/{}", report.id)).await.is(200);
            assert_eq!(shop.get(&till.who, "/till").await.is(200)["next_seq"], json!(at + 3));
            let as_it_is = shop.post(&first, "/repair-proposals", shop.id(), &json!({ "command_id": report.id, "post": {} })).await;
            assert!(matches!(as_it_is.status.as_u16(), 409 | 422), "{}", as_it_is.text());
            let body = sale(shop.id(), "3.00", "3.00");
            repaired(&shop, (&first, &second), json!({ "command_id": report.id, "post": { "body": body } })).await;
        }
        let count = json!([{ "denomination": "99999999999.99", "pieces": 900_000 }]);
        let (_, closed) = till.reports(&shop, "/shift-closings", json!({ "count": count, "last_seq": 5 })).await;
        assert_eq!(closed.is(202)["reason"], "overflow");
        shop.verify().await;
    }

    async fn what_we_fail_to_post_is_kept_and_its_till_goes_on(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        // A chart that lost an account: nothing that a till could help.
        let mut tx = shop.service.db.begin().await.unwrap();
        tx.q("UPDATE account SET role = NULL WHERE coop_id = $1 AND code = '21108'").bind(shop.coop.id).run().await.unwrap();
        tx.commit().await.unwrap();
        let (id, kept) = till.sells(&shop, shop.id(), "玉米", "5.00").await;
        assert_eq!(kept.is(202)["reason"], "cannot_be_posted");
        let missing = till.makes(&shop, "/sales", sale(shop.id(), "2.00", "2.00"));
        let (_, early) = till.sells(&shop, shop.id(), "玉米", "4.00").await;
        assert_eq!(early.is(202)["state"], "early");
        assert_eq!(till.sends(&shop, &missing).await.is(202)["reason"], "cannot_be_posted");
        // What became due runs before any later write: after a repeat it has run.
        till.sends(&shop, &missing).await.is(202);
        assert_eq!(shop.count("SELECT count(*) FROM till_inbox").await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM quarantine WHERE reason = 'cannot_be_posted' AND cash_minor > 0").await, 3);

        let mut tx = shop.service.db.begin().await.unwrap();
        let text = "UPDATE account SET role = 'unallocated' WHERE coop_id = $1 AND code = '21108'";
        tx.q(text).bind(shop.coop.id).run().await.unwrap();
        tx.commit().await.unwrap();
        repaired(&shop, (&first, &second), json!({ "command_id": id, "post": {} })).await;
        assert_eq!(drawer(&shop).await, 10_500);
        shop.verify().await;
    }

    async fn a_repair_names_a_shift_of_its_till_that_could_have_taken_it(shop: Shop) {
        let (first, _) = pair(&shop).await;
        let (mut till, mut other) = (shop.till().await, shop.till().await);
        let (mine, theirs) = (till.opens(&shop, "1.00").await, other.opens(&shop, "1.00").await);
        closes(&shop, &mut till, 1).await;
        shop.wait_seconds(60);
        let (id, _) = till.sells(&shop, shop.id(), "玉米", "5.00").await;
        let into = |shift: Uuid| json!({ "command_id": id, "post": { "shift_id": shift } });
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &into(theirs)).await.refused(404), "not_found");
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &into(mine)).await.refused(409), "shift_closed_before");
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &into(shop.id())).await.refused(404), "not_found");
        shop.verify().await;
    }

    async fn a_refund_in_quarantine_is_approved_by_the_second_person(shop: Shop) {
        let (first, second) = pair(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (_, kept) = till.reports(&shop, "/refunds", json!({ "tenders": [{ "means": "cash", "amount": "3.0" }] })).await;
        kept.is(202);
        let listed = shop.get(&first, "/quarantine").await.is(200);
        let id = listed["items"][0]["command_id"].clone();
        let body = json!({ "tenders": [{ "means": "cash", "amount": "3.00" }] });
        repaired(&shop, (&first, &second), json!({ "command_id": id, "post": { "body": body } })).await;
        assert_eq!(shop.count("SELECT count(*) FROM refund WHERE approved_by IS NOT NULL").await, 1);
        assert_eq!(drawer(&shop).await, 9_700);
        shop.verify().await;
    }

    async fn practice_moves_no_cash_and_only_the_office_sees_what_is_set_aside(shop: Shop) {
        let (first, _) = pair(&shop).await;
        let (_, neighbour) = shop.neighbour().await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let report = till.makes_with(&shop, "/sales", sale(shop.id(), "3.00", "3.00"), &json!({ "practice": true }));
        assert_eq!(till.sends(&shop, &report).await.is(202)["reason"], "practice");
        let one = format!("/quarantine/{}", report.id);
        assert_eq!(shop.get(&first, &one).await.is(200)["cash"], "0.00");
        assert_eq!(shop.get(&neighbour, &one).await.refused(404), "not_found");
        assert_eq!(shop.get(&neighbour, "/quarantine").await.is(200)["items"], json!([]));
        let helper = shop.person(&[Role::Helper]).await;
        assert_eq!(shop.get(&helper, &one).await.refused(403), "forbidden");
        let auditor = shop.person(&[Role::Auditor]).await;
        shop.get(&auditor, &one).await.is(200);
        let dismiss = json!({ "command_id": report.id, "dismiss": { "reason": "练习" } });
        assert_eq!(shop.post(&auditor, "/repair-proposals", shop.id(), &dismiss).await.refused(403), "forbidden");
        assert_eq!(shop.post(&neighbour, "/repair-proposals", shop.id(), &dismiss).await.refused(404), "not_found");
        let both = json!({ "command_id": report.id, "dismiss": { "reason": "练习" }, "post": {} });
        assert_eq!(shop.post(&first, "/repair-proposals", shop.id(), &both).await.refused(422), "invalid");
        shop.verify().await;
    }
}
