//! Whoever changes the books behind the service's back is found out, and told where.

use gezi::{
    app::verify::{self, Fault, Verdict},
    auth::role::Role,
    domain::chain::Hash,
};
use serde_json::json;

use crate::harness::{Shop, Till};

/// A day with an opening, sales of every kind of tender, a refund, a pay-out and a closing that is short.
async fn a_day(shop: &Shop, till: &mut Till) {
    let (a, b) = (shop.stall("A-01").await, shop.stall("B-02").await);
    till.reports(shop, "/shift-openings", json!({ "count": [{ "denomination": "10.00", "pieces": 3 }], "brought": "170.00" }))
        .await
        .1
        .is(201);
    let line =
        |grid: uuid::Uuid, price: &str| json!({ "grid_id": grid, "name": "玉米", "measure": "kg", "quantity": "1.250", "price": price });
    let cash = json!({ "lines": [line(a.grid, "20.00"), line(b.grid, "8.00")], "tenders": [{ "means": "cash", "amount": "50.00" }], "change": "15.00" });
    let (sale, answer) = till.reports(shop, "/sales", cash).await;
    answer.is(201);
    let voucher = json!({ "lines": [{ "voucher": "V-1", "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" }],
                          "tenders": [{ "means": "wechat", "amount": "30.00" }] });
    till.reports(shop, "/sales", voucher).await.1.is(201);
    let used = json!({ "lines": [line(a.grid, "20.00")], "tenders": [{ "means": "voucher", "voucher": "V-1", "amount": "25.00" }] });
    till.reports(shop, "/sales", used).await.1.is(201);
    let refund = json!({ "sale_id": sale, "lines": [{ "line": 1, "quantity": "0.250" }] });
    let approved = json!({ "approval": till.approval(shop).await });
    let report = till.makes_with(shop, "/refunds", refund, &approved);
    till.sends(shop, &report).await.is(201);
    till.reports(shop, "/cash-movements", json!({ "movement": "pay_out", "amount": "12.50" })).await.1.is(201);
    let last = till.seq - 1;
    let count = json!([{ "denomination": "100.00", "pieces": 2 }, { "denomination": "1.00", "pieces": 17 }]);
    till.reports(shop, "/shift-closings", json!({ "count": count, "last_seq": last })).await.1.is(201);
}

async fn verdict(shop: &Shop, paper: Option<(i64, Hash)>) -> Verdict {
    let mut seen = Vec::new();
    let verdict = verify::run(&shop.service.db, shop.coop.id, paper, |progress| seen.push(progress)).await.expect("a verdict");
    assert!(seen.last().is_none_or(|last| last.done == last.of), "progress ends at its end");
    verdict
}

/// What is wrong after a change, in the order in which it is told.
async fn faults(shop: Shop, change: &'static str) -> Vec<Fault> {
    let mut till = shop.till().await;
    a_day(&shop, &mut till).await;
    assert!(verdict(&shop, None).await.is_whole());
    shop.tamper(change).await;
    let verdict = verdict(&shop, None).await;
    assert_eq!(verdict.found, verdict.faults.len());
    verdict.faults
}

on_both! {
    async fn untouched_books_are_whole(shop: Shop) {
        assert!(verdict(&shop, None).await.is_whole(), "an empty journal is whole");
        let mut till = shop.till().await;
        a_day(&shop, &mut till).await;
        shop.person(&[Role::Treasurer]).await;
        let verdict = verdict(&shop, None).await;
        assert_eq!(verdict.faults, []);
        assert_eq!((verdict.entries, verdict.documents, verdict.head.map(|(number, _)| number)), (7, 7, Some(7)));
        assert!(verdict.postings > 20);
    }

    async fn a_changed_posting_is_named(shop: Shop) {
        let found = faults(shop, "UPDATE posting SET amount_minor = amount_minor - 1 WHERE number = 2 AND place = 2").await;
        assert_eq!(found[0], Fault::Unbalanced(2));
        assert!(matches!(found[1], Fault::BalanceDiffers { .. }));
    }

    async fn two_postings_changed_in_balance_are_named(shop: Shop) {
        let found = faults(shop, "UPDATE posting SET amount_minor = amount_minor - 1 WHERE number = 2 AND place = 2;
                                  UPDATE posting SET amount_minor = amount_minor + 1 WHERE number = 2 AND place = 3").await;
        assert_eq!(found[0], Fault::EntryChanged(2));
    }

    async fn a_changed_price_on_a_sales_line_is_named(shop: Shop) {
        let found = faults(shop, "UPDATE sale_line SET price = price + 1 WHERE line = 2").await;
        assert!(matches!(&found[..], [Fault::DocumentChanged { number: 2, kind, .. }] if kind == "sale"), "{found:?}");
    }

    async fn every_document_is_bound_to_its_entry(shop: Shop) {
        let found = faults(shop, "UPDATE shift SET counted = counted + 1; UPDATE refund SET paid = paid + 1;
                                  UPDATE returned_part SET uncapped = uncapped + 1 WHERE place = 0;
                                  UPDATE cash_movement SET amount = amount + 1; UPDATE cash_count SET pieces = pieces + 1;
                                  UPDATE tender SET voucher = 'V-2' WHERE voucher = 'V-1'").await;
        let documents = found.iter().filter(|fault| !matches!(fault, Fault::VoucherDiffers { .. } | Fault::ClosingDiffers(_)));
        let numbers: Vec<i64> = documents.map(|fault| match fault {
            Fault::DocumentChanged { number, .. } => *number,
            other => panic!("{other:?}"),
        }).collect();
        assert_eq!(numbers, [1, 4, 5, 6, 7]);
    }

    async fn a_changed_balance_row_is_named(shop: Shop) {
        let found = faults(shop, "UPDATE balance SET debit_minor = debit_minor + 1 WHERE account = '10102' AND month = ''").await;
        let [Fault::BalanceDiffers { account, month, kept, sum, .. }] = &found[..] else { panic!("{found:?}") };
        assert_eq!((account.as_str(), month.as_str(), kept.0 - sum.0), ("10102", "", 1));
        let found = faults(Shop::new(crate::harness::Engine::Sqlite).await, "DELETE FROM balance WHERE account = '522' AND month <> ''").await;
        assert!(matches!(&found[..], [Fault::BalanceDiffers { kept: (0, 0), sum: (1250, 0), .. }]), "{found:?}");
    }

    async fn a_voucher_an_open_item_or_a_carry_changed_by_hand_is_named(shop: Shop) {
        let found = faults(shop, "UPDATE voucher SET remaining_minor = remaining_minor + 100;
                                  INSERT INTO open_item (coop_id, document_id, line, amount, milli, allocated_by)
                                  SELECT coop_id, coop_id, 1, 7, 0, NULL FROM coop;
                                  INSERT INTO agreement_carry (coop_id, version_id, place, carry_e8)
                                  SELECT coop_id, version_id, place, 1 FROM agreement_share WHERE place = 0").await;
        assert_eq!(found[..2], [Fault::VouchersDiffer { kept: 600, sum: 500 }, Fault::OpenItemsDiffer { kept: 7, sum: 0 }]);
        assert!(matches!(found[2], Fault::CarryDiffers(_)), "{found:?}");
    }

    async fn a_deleted_last_entry_is_named(shop: Shop) {
        let found = faults(shop, "DELETE FROM entry WHERE number = 7").await;
        assert!(found.contains(&Fault::LastEntriesMissing { from: 7, upto: 7 }), "{found:?}");
        assert!(found.contains(&Fault::PostingWithoutEntry(7)), "{found:?}");
    }

    async fn a_deleted_last_entry_is_named_even_where_the_head_was_put_back(shop: Shop) {
        let found = faults(shop, "DELETE FROM posting WHERE number = 7; DELETE FROM entry WHERE number = 7;
                                  UPDATE coop_head SET number = 6, hash = (SELECT hash FROM entry WHERE number = 6)").await;
        assert_eq!(found[0], Fault::LastEntriesMissing { from: 7, upto: 7 });
    }

    async fn a_deleted_entry_in_the_middle_is_named(shop: Shop) {
        let found = faults(shop, "DELETE FROM posting WHERE number = 3; DELETE FROM entry WHERE number = 3").await;
        assert_eq!(found[0], Fault::EntriesMissing { from: 3, upto: 3 });
    }

    async fn a_document_without_an_entry_and_an_entry_without_its_document_are_named(shop: Shop) {
        let found = faults(shop, "DELETE FROM cash_movement; UPDATE entry SET document_id = coop_id WHERE number = 4").await;
        assert!(matches!(found[0], Fault::EntryChanged(4)), "{found:?}");
        assert!(found.iter().any(|fault| matches!(fault, Fault::DocumentMissing { number: 6, .. })), "{found:?}");
        assert!(found.iter().any(|fault| matches!(fault, Fault::DocumentWithoutEntry(_))), "{found:?}");
    }

    async fn numbers_far_away_or_below_one_are_named_at_once(shop: Shop) {
        let found = faults(shop, "UPDATE posting SET number = 1000000000000000 WHERE number = 7;
                                  UPDATE entry SET number = 1000000000000000 WHERE number = 7;
                                  UPDATE posting SET number = -3 WHERE number = 4; UPDATE entry SET number = -3 WHERE number = 4;
                                  UPDATE coop_head SET statements = 1000000000000000").await;
        assert_eq!(found[0], Fault::NumberBelowOne(-3));
        assert!(found.contains(&Fault::EntriesMissing { from: 4, upto: 4 }), "{found:?}");
        assert!(found.contains(&Fault::EntriesMissing { from: 7, upto: 999_999_999_999_999 }), "{found:?}");
        assert!(found.contains(&Fault::StatementsMissing { from: 1, upto: 1_000_000_000_000_000 }), "{found:?}");
    }

    async fn a_closing_without_a_difference_is_held_to_its_documents(shop: Shop) {
        let (a, mut till) = (shop.stall("A-01").await, shop.till().await);
        till.opens(&shop, "100.00").await;
        till.sells(&shop, a.grid, "玉米", "10.00").await.1.is(201);
        let count = json!([{ "denomination": "100.00", "pieces": 1 }, { "denomination": "10.00", "pieces": 1 }]);
        till.reports(&shop, "/shift-closings", json!({ "count": count, "last_seq": till.seq - 1 })).await.1.is(201);
        assert!(verdict(&shop, None).await.is_whole());
        shop.tamper("UPDATE shift_close SET expected = expected + 100, counted = counted + 100;
                     UPDATE cash_count SET pieces = pieces + 1 WHERE denomination = 100").await;
        assert!(matches!(verdict(&shop, None).await.faults[..], [Fault::ClosingDiffers(_)]));
        shop.tamper("DELETE FROM shift_close").await;
        assert!(matches!(verdict(&shop, None).await.faults[..], [Fault::ShiftMissing(_)]));
    }

    async fn what_is_moved_between_vouchers_or_open_items_is_named(shop: Shop) {
        let found = faults(shop, "INSERT INTO voucher (coop_id, number, issued_minor, remaining_minor, document_id, issued_at)
                                  SELECT coop_id, 'V-9', 100, 100, document_id, issued_at FROM voucher;
                                  UPDATE voucher SET remaining_minor = remaining_minor - 100 WHERE number = 'V-1';
                                  INSERT INTO open_item (coop_id, document_id, line, amount, milli)
                                  SELECT coop_id, coop_id, 1, 7, 0 FROM coop UNION ALL SELECT coop_id, id, 1, -7, 0 FROM refund").await;
        let named = |number: &str, kept, sum| Fault::VoucherDiffers { number: number.to_owned(), kept, sum };
        assert_eq!(found[..2], [named("V-1", 400, 500), named("V-9", 100, 0)]);
        assert!(matches!(found[2..], [Fault::OpenItemDiffers { .. }, Fault::OpenItemDiffers { .. }]), "{found:?}");
    }

    async fn a_joining_a_command_and_a_percentage_are_held_to_the_chain(shop: Shop) {
        let found = faults(shop, "INSERT INTO membership (coop_id, id, person_id, joined_on, moved_minor, recorded_at)
                                  SELECT coop_id, coop_id, id, '2026-01-01', 100, created_at FROM person WHERE nickname = '铺主A-01';
                                  UPDATE command SET entry_number = 3 WHERE entry_number = 2;
                                  UPDATE agreement_share SET percent_e6 = percent_e6 + 1 WHERE place = 0").await;
        let percents = [Fault::PercentDiffers(2), Fault::PercentDiffers(4)];
        assert!(matches!(&found[..], [first, second, Fault::DocumentWithoutEntry(_), Fault::CommandDiffers(3)] if [first.clone(), second.clone()] == percents), "{found:?}");
    }

    async fn a_head_from_paper_shows_a_rewritten_tail(shop: Shop) {
        let mut till = shop.till().await;
        a_day(&shop, &mut till).await;
        let head = verdict(&shop, None).await.head.expect("a head");
        assert!(verdict(&shop, Some(head)).await.is_whole());
        let other = Hash([7; 32]);
        assert_eq!(verdict(&shop, Some((3, other))).await.faults, [Fault::PaperHead(3)]);
        assert_eq!(verdict(&shop, Some((99, head.1))).await.faults, [Fault::PaperHead(99)]);
        shop.tamper("UPDATE shift_close SET head_hash = (SELECT hash FROM entry WHERE number = 1)").await;
        assert!(matches!(verdict(&shop, None).await.faults[..], [Fault::ZHead { head: 6, .. }]));
    }
}
