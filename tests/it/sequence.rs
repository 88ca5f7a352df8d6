//! A till's commands are posted in the order of their numbers, however they arrive; what never arrives is declared lost by two.

use gezi::auth::role::Role;
use serde_json::json;

use crate::harness::{Report, Shop, Till};

fn sale(shop: &Shop, till: &mut Till, price: &str) -> Report {
    let line = json!({ "grid_id": shop.id(), "name": "玉米", "measure": "piece", "quantity": "1", "price": price });
    till.makes(shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "cash", "amount": price }] }))
}

/// Gives a waiting command another number.
async fn renumber(shop: &Shop, from: i64, to: i64) {
    let mut tx = shop.service.db.begin().await.expect("a write");
    tx.q("UPDATE till_inbox SET seq = $2 WHERE seq = $1").bind(from).bind(to).run().await.expect("a number");
    tx.commit().await.expect("a number");
}

/// So many more commands wait, as like the one that waits as their ids and numbers let them.
async fn crowd(shop: &Shop, count: u16) {
    let mut tx = shop.service.db.begin().await.expect("a write");
    for number in 1..=count {
        let text = "INSERT INTO till_inbox (coop_id, till_id, epoch, seq, command_id, kind, body, body_hash, received_at)
                    SELECT coop_id, till_id, epoch, seq + $1, $2, kind, body, body_hash, received_at
                    FROM till_inbox WHERE seq = 20000";
        tx.q(text).bind(i64::from(number)).bind(shop.id()).run().await.expect("one more");
    }
    tx.commit().await.expect("a crowd");
}

on_both! {
    async fn what_comes_early_waits_and_is_posted_in_order(shop: Shop) {
        let mut till = shop.till().await;
        let opening = till.makes(&shop, "/shift-openings", json!({ "brought": "100.00" }));
        let sales: Vec<Report> = (1..=20).map(|at| sale(&shop, &mut till, &format!("{at}.00"))).collect();
        for report in sales.iter().rev() {
            let early = till.sends(&shop, report).await.is(202);
            assert_eq!((&early["state"], &early["next_seq"]), (&json!("early"), &json!(1)));
        }
        assert_eq!(till.sends(&shop, &sales[3]).await.is(202)["state"], "early", "a repeat gets its present state");
        till.sends(&shop, &opening).await.is(201);
        // What is new waits until all that became due is posted, however many batches that takes.
        let posted = till.sends(&shop, &sales[19]).await.is(201);
        assert_eq!(shop.count("SELECT count(*) FROM till_inbox").await, 0);
        assert_eq!((&posted["entry_number"], &posted["tasks"][0]["kind"]), (&json!(21), &json!("unknown_grid")));
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 20);
        assert_eq!(shop.count("SELECT count(*) FROM task WHERE kind <> 'unknown_grid'").await, 0);
        shop.verify().await;
    }

    async fn what_was_due_and_could_not_be_posted_is_woken_by_the_next_report(shop: Shop) {
        let mut till = shop.till().await;
        let opening = till.makes(&shop, "/shift-openings", json!({ "brought": "100.00" }));
        let sales: Vec<Report> = (1..=3).map(|at| sale(&shop, &mut till, &format!("{at}.00"))).collect();
        // Out of sight while its number comes up, as if the disk had been full just then.
        till.sends(&shop, &sales[0]).await.is(202);
        renumber(&shop, 2, 99).await;
        till.sends(&shop, &opening).await.is(201);
        renumber(&shop, 99, 2).await;
        till.sends(&shop, &sales[0]).await.is(202);
        till.sends(&shop, &sales[0]).await.is(201);

        till.sends(&shop, &sales[2]).await.is(202);
        renumber(&shop, 4, 99).await;
        till.sends(&shop, &sales[1]).await.is(201);
        renumber(&shop, 99, 4).await;
        let next = sale(&shop, &mut till, "4.00");
        till.sends(&shop, &next).await.is(202);
        till.sends(&shop, &next).await.is(201);
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 4);
        shop.verify().await;
    }

    async fn an_inbox_has_an_end_and_what_does_not_fit_is_not_lost(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let missing = sale(&shop, &mut till, "1.00");
        till.seq = 20_000;
        let waiting = sale(&shop, &mut till, "2.00");
        till.sends(&shop, &waiting).await.is(202);
        crowd(&shop, 9_999).await;
        let late = sale(&shop, &mut till, "3.00");
        let answer = till.sends(&shop, &late).await;
        assert_eq!((answer.refused(503), answer.headers["retry-after"].to_str().expect("seconds")), ("busy".to_owned(), "2"));
        till.sends(&shop, &waiting).await.is(202);
        till.sends(&shop, &missing).await.is(201);
        assert_eq!(shop.count("SELECT count(*) FROM till_inbox").await, 10_000);
        shop.verify().await;
    }

    async fn another_sender_or_another_body_under_a_waiting_id_is_refused(shop: Shop) {
        let (mut till, other) = (shop.till().await, shop.till().await);
        till.seq = 2;
        let early = sale(&shop, &mut till, "3.00");
        till.sends(&shop, &early).await.is(202);
        let changed = Report { bytes: String::from_utf8_lossy(&early.bytes).replace("3.00", "4.00").into_bytes(), ..early.clone() };
        assert_eq!(till.sends(&shop, &changed).await.refused(409), "id_taken");
        let mut others = Till { seq: 2, ..other };
        let theirs = Report { id: early.id, ..sale(&shop, &mut others, "3.00") };
        assert_eq!(others.sends(&shop, &theirs).await.refused(409), "id_taken");
        let mut fresh = Till { seq: 1, ..others };
        let theirs = Report { id: early.id, ..sale(&shop, &mut fresh, "3.00") };
        assert_eq!(fresh.sends(&shop, &theirs).await.refused(409), "id_taken", "also where nothing of that till waits");
        let organiser = shop.person(&[Role::Organiser]).await;
        let new = json!({ "site_id": shop.site.0, "name": "三号收银台" });
        assert_eq!(shop.post(&organiser, "/tills", early.id, &new).await.refused(409), "id_taken");
        shop.verify().await;
    }

    async fn two_commands_of_one_number_are_both_kept(shop: Shop) {
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let first = sale(&shop, &mut till, "3.00");
        till.seq -= 1;
        let second = sale(&shop, &mut till, "4.00");
        till.sends(&shop, &first).await.is(201);
        assert_eq!(till.sends(&shop, &second).await.is(202)["reason"], "number_passed");
        assert_eq!(till.sends(&shop, &second).await.is(202)["reason"], "number_passed");
        let third = sale(&shop, &mut till, "5.00");
        assert_eq!(till.sends(&shop, &third).await.is(201)["tasks"][1]["kind"], "previous_hash_differs");
        shop.verify().await;
    }

    async fn numbers_that_never_arrive_are_declared_lost_by_two(shop: Shop) {
        let (first, second) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let id = till.who.id;
        let gap = |last: i64| json!({ "till_id": id, "epoch": 1, "last_seq": last });
        assert_eq!(shop.post(&first, "/gap-proposals", shop.id(), &gap(2)).await.refused(409), "no_gap");
        let lost = [sale(&shop, &mut till, "9.00"), sale(&shop, &mut till, "9.00")];
        let waiting = sale(&shop, &mut till, "3.00");
        till.sends(&shop, &waiting).await.is(202);

        let inbox = shop.get(&first, "/till-inbox").await.is(200);
        assert_eq!((&inbox["items"][0]["seq"], &inbox["items"][0]["next_seq"]), (&json!(4), &json!(2)));
        assert_eq!(shop.get(&till.who, "/till").await.is(200)["highest_early_seq"], 4);
        assert_eq!(shop.post(&first, "/gap-proposals", shop.id(), &gap(4)).await.refused(409), "another_gap");
        let proposal = shop.makes(&first, "/gap-proposals", gap(3)).await;
        let decision = json!({ "proposal_id": proposal });
        assert_eq!(shop.post(&first, "/proposal-agreements", shop.id(), &decision).await.refused(403), "same_person_twice");
        shop.makes(&second, "/proposal-agreements", decision).await;

        let posted = till.sends(&shop, &waiting).await.is(201);
        let tasks: Vec<_> = posted["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap()).collect();
        assert_eq!(tasks, ["unknown_grid", "previous_hash_differs"]);
        assert_eq!(shop.count("SELECT count(*) FROM till_inbox").await, 0);
        assert_eq!(till.sends(&shop, &lost[0]).await.is(202)["reason"], "number_passed", "found after all: kept for two people");
        shop.verify().await;
    }

    async fn a_gap_that_fills_meanwhile_is_not_lost(shop: Shop) {
        let (first, second) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let missing = sale(&shop, &mut till, "9.00");
        let waiting = sale(&shop, &mut till, "3.00");
        till.sends(&shop, &waiting).await.is(202);
        let gap = json!({ "till_id": till.who.id, "epoch": 1, "last_seq": 2 });
        let proposal = shop.makes(&first, "/gap-proposals", gap).await;
        till.sends(&shop, &missing).await.is(201);
        let late = shop.post(&second, "/proposal-agreements", shop.id(), &json!({ "proposal_id": proposal })).await;
        assert_eq!(late.refused(409), "no_gap");
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 2);
        shop.verify().await;
    }
}
