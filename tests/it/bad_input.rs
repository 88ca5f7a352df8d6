//! Bad input: each gets the answer that docs promise, in words a volunteer understands; nothing changes that should not, and
//! the till sells on.

use std::collections::BTreeMap;

use gezi::{auth::role::Role, store::Db};
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;

use crate::harness::{Answer, Market, Report, Shop, Till};

/// How many rows each table has, the head's number and the till's next one.
async fn rows(shop: &Shop) -> BTreeMap<String, i64> {
    let tables = match &shop.service.db {
        Db::Sqlite { read, .. } => {
            sqlx::query_scalar::<_, String>("SELECT name FROM sqlite_schema WHERE type = 'table'").fetch_all(read).await
        }
        Db::Postgres { read: pool, .. } => {
            let text = "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'";
            sqlx::query_scalar::<_, String>(text).fetch_all(pool).await
        }
    };
    let mut rows = BTreeMap::new();
    for table in tables.expect("tables") {
        let text = format!("SELECT count(*) FROM {table}");
        let count = match &shop.service.db {
            Db::Sqlite { read, .. } => sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(read).await,
            Db::Postgres { read: pool, .. } => sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(pool).await,
        };
        rows.insert(table, count.expect("a count"));
    }
    rows.insert("the head".to_owned(), shop.count("SELECT number FROM coop_head").await);
    rows.insert("the next number".to_owned(), shop.count("SELECT max(next_seq) FROM till_epoch").await);
    rows
}

/// What grew, e.g. `command+1 quarantine+1`.
async fn grown(shop: &Shop, before: &BTreeMap<String, i64>) -> String {
    let after = rows(shop).await;
    let grown = after.iter().filter(|(name, count)| before[*name] != **count);
    grown.map(|(name, count)| format!("{name}+{}", count - before[name])).collect::<Vec<_>>().join(" ")
}

/// A refusal or a quarantine speaks to a person, in both languages, without the machine's own words.
#[track_caller]
fn speaks(said: &Value) {
    let (zh, en) = (said["detail"].as_str().unwrap_or_default(), said["detail_en"].as_str().unwrap_or_default());
    assert!(zh.chars().any(|letter| ('一'..='龥').contains(&letter)), "no Chinese in {said}");
    assert!(en.split_whitespace().count() > 2, "no English in {said}");
    for machine in ["Some(", "sqlx", "panick", "UNIQUE", "violates", "src/"] {
        assert!(!zh.contains(machine) && !en.contains(machine), "{machine} in {said}");
    }
}

/// The till is not stuck: it sells one more.
async fn sells_on(shop: &Shop, market: &Market, till: &mut Till) {
    let (_, sold) = till.sells(shop, market.grid_a, "玉米", "3.00").await;
    assert_eq!(sold.is(201)["tasks"], json!([]));
}

fn sale(market: &Market) -> Value {
    json!({
        "lines": [{ "grid_id": market.grid_a, "name": "玉米", "measure": "piece", "quantity": "2", "price": "12.50" }],
        "tenders": [{ "means": "cash", "amount": "30.00" }], "change": "5.00",
    })
}

/// Sets what stands at a path such as `/lines/0/price`; null takes it away.
fn with(mut body: Value, path: &str, value: Value) -> Value {
    let (parent, name) = path.rsplit_once('/').expect("a path");
    let parent = body.pointer_mut(parent).expect("a parent");
    if value.is_null() {
        parent.as_object_mut().expect("an object").remove(name);
    } else {
        parent[name] = value;
    }
    body
}

on_both! {
    async fn a_body_that_cannot_be_is_set_aside_whole(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let cases = [
            ("/unit", json!("EUR"), "invalid_body", "unit"),
            ("/lines/0/price", json!("12345678901234.00"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("12.500"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("12.5"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("-12.50"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("+12.50"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("1e1"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!("１２.50"), "invalid_body", "lines[0].price"),
            ("/lines/0/price", json!(12.5), "invalid_body", "body"),
            ("/lines/0/quantity", json!("-2"), "invalid_body", "lines[0].quantity"),
            ("/lines/0/quantity", json!("1.5"), "invalid_body", "lines[0].quantity"),
            ("/lines/0/quantity", json!("0"), "invalid_body", "lines[0].quantity"),
            ("/lines/0/measure", json!("dozen"), "invalid_body", "lines[0].measure"),
            ("/lines/0/name", json!(""), "invalid_body", "lines[0].name"),
            ("/lines/0/colour", json!("red"), "invalid_body", "body"),
            ("/lines", json!([]), "impossible_sale", ""),
            ("/tenders/0/means", json!("bitcoin"), "invalid_body", "tenders[0].means"),
            ("/tenders/0/amount", json!("29.00"), "tenders_do_not_meet_total", ""),
            ("/change", json!("4.00"), "tenders_do_not_meet_total", ""),
            ("/change", Value::Null, "tenders_do_not_meet_total", ""),
        ];
        for (path, value, reason, field) in cases {
            let before = rows(&shop).await;
            let report = till.makes(&shop, "/sales", with(sale(&market), path, value.clone()));
            let answer = till.sends(&shop, &report).await.is(202);
            assert_eq!((&answer["state"], &answer["reason"]), (&json!("quarantined"), &json!(reason)), "{path} {value}: {answer}");
            speaks(&answer);
            assert!(answer["detail"].as_str().expect("words").starts_with(field), "{path} {value}: {answer}");
            assert_eq!(grown(&shop, &before).await, "command+1 quarantine+1 the next number+1", "{path} {value}");
            assert_eq!(till.sends(&shop, &report).await.is(202), answer, "a repeat gets the same");
            sells_on(&shop, &market, &mut till).await;
        }
    }

    async fn two_hundred_and_one_lines_are_set_aside(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let line = json!({ "grid_id": market.grid_a, "name": "玉", "measure": "piece", "quantity": "1", "price": "1.00" });
        let body = json!({ "lines": vec![line; 201], "tenders": [{ "means": "cash", "amount": "201.00" }] });
        let (_, answer) = till.reports(&shop, "/sales", body).await;
        speaks(&answer.is(202));
        sells_on(&shop, &market, &mut till).await;
    }

    async fn what_breaks_a_rule_but_adds_up_is_posted_with_a_task(shop: Shop) {
        let market = Market::new(&shop).await;
        let (coop, _) = shop.neighbour().await;
        let foreign = Market::in_coop(&shop, coop.id).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        for (path, value, task) in [
            ("/lines/0/grid_id", json!(shop.id()), "unknown_grid"),
            ("/lines/0/grid_id", json!(foreign.grid_a), "unknown_grid"),
            ("/lines/0/good_id", json!(shop.id()), "unknown_good"),
        ] {
            let (_, answer) = till.reports(&shop, "/sales", with(sale(&market), path, value)).await;
            assert_eq!(answer.is(201)["tasks"][0]["kind"], task, "{path}");
            sells_on(&shop, &market, &mut till).await;
        }
        let of_theirs = shop.count("SELECT count(*) FROM posting WHERE amount_minor <> 0 AND coop_id NOT IN (SELECT coop_id FROM sale)").await;
        assert_eq!(of_theirs, 0, "nothing reaches the other cooperative's books");
    }

    async fn no_open_shift_sets_aside_and_the_next_opening_goes_on(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        let before = rows(&shop).await;
        let (_, answer) = till.reports(&shop, "/sales", sale(&market)).await;
        let answer = answer.is(202);
        assert_eq!(answer["reason"], "no_open_shift");
        speaks(&answer);
        assert_eq!(grown(&shop, &before).await, "command+1 quarantine+1 the next number+1");
        till.opens(&shop, "100.00").await;
        sells_on(&shop, &market, &mut till).await;
        let (_, again) = till.reports(&shop, "/shift-openings", json!({ "brought": "1.00" })).await;
        assert_eq!(again.is(202)["reason"], "shift_already_open");
        sells_on(&shop, &market, &mut till).await;
    }

    async fn a_key_belongs_to_one_body_and_one_sender(shop: Shop) {
        let market = Market::new(&shop).await;
        let (mut till, mut other) = (shop.till().await, shop.till().await);
        till.opens(&shop, "100.00").await;
        other.opens(&shop, "100.00").await;
        let report = till.makes(&shop, "/sales", sale(&market));
        let first = till.sends(&shop, &report).await.is(201);
        let before = rows(&shop).await;
        let body = with(sale(&market), "/change", json!("4.00"));
        let another = Report { bytes: serde_json::to_vec(&envelope(&report, &body)).expect("JSON"), ..report.clone() };
        let refused = till.sends(&shop, &another).await;
        assert_eq!(refused.refused(409), "id_taken");
        speaks(&refused.json());
        let theirs = Report { id: report.id, ..other.makes(&shop, "/sales", sale(&market)) };
        assert_eq!(other.sends(&shop, &theirs).await.refused(409), "id_taken");
        assert!(!refused.text().contains(&first["document_id"].to_string()) && !refused.text().contains("12.50"), "no detail");
        assert_eq!(grown(&shop, &before).await, "");
        // The other till sends the same command under an id of its own, with the number that is still due.
        let own = Report { id: shop.id(), ..theirs };
        other.sends(&shop, &own).await.is(201);
        sells_on(&shop, &market, &mut till).await;
        sells_on(&shop, &market, &mut other).await;
    }

    async fn what_has_no_readable_envelope_leaves_nothing(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        let auditor = shop.person(&[Role::Auditor]).await;
        till.opens(&shop, "100.00").await;
        let before = rows(&shop).await;
        let good = till.clone().makes(&shop, "/sales", sale(&market));
        let text = String::from_utf8(good.bytes.clone()).expect("text");
        let ten_megabytes = format!("{}{}", " ".repeat(10_000_000), text).into_bytes();
        let bodies: [(&str, Vec<u8>, u16); 7] = [
            ("half of it", text.as_bytes()[..text.len() / 2].to_vec(), 400),
            ("nothing", Vec::new(), 400),
            ("a list", b"[1, 2]".to_vec(), 400),
            ("not text", vec![0xff, 0xfe, 0x00], 400),
            ("ten megabytes", ten_megabytes, 413),
            ("another till", text.replace(&till.who.id.to_string(), &shop.id().to_string()).into_bytes(), 400),
            ("number zero", text.replace(r#""seq":2"#, r#""seq":0"#).into_bytes(), 400),
        ];
        for (name, bytes, status) in bodies {
            let answer = shop.send(&till.who, "POST", "/sales", Some(good.id), bytes).await;
            answer.refused(status);
            speaks(&answer.json());
            assert_eq!(grown(&shop, &before).await, "", "{name}");
        }
        let without_key = shop.send(&till.who, "POST", "/sales", None, good.bytes.clone()).await;
        assert_eq!(without_key.refused(400), "unreadable");
        let stranger = shop.send(&crate::harness::Who::nobody(), "POST", "/sales", Some(good.id), good.bytes.clone()).await;
        assert_eq!(stranger.refused(401), "not_signed_in");
        assert_eq!(shop.send(&auditor, "POST", "/sales", Some(good.id), good.bytes.clone()).await.refused(403), "forbidden");
        assert_eq!(grown(&shop, &before).await, "");
        // The very same id and number, once whole, are posted.
        till.seq += 1;
        till.sends(&shop, &good).await.is(201);
    }

    async fn a_gap_waits_until_it_is_filled(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let reports: Vec<Report> = (0..4).map(|_| till.makes(&shop, "/sales", sale(&market))).collect();
        let before = rows(&shop).await;
        for at in [3, 1, 2] {
            let early = till.sends(&shop, &reports[at]).await.is(202);
            assert_eq!((&early["state"], &early["next_seq"]), (&json!("early"), &json!(2)));
            assert_eq!(till.sends(&shop, &reports[at]).await.is(202), early);
        }
        assert_eq!(grown(&shop, &before).await, "till_inbox+3");
        let answers = [till.sends(&shop, &reports[0]).await.is(201), till.sends(&shop, &reports[3]).await.is(201)];
        assert_eq!(answers[0]["entry_number"].as_i64().expect("a number") + 3, answers[1]["entry_number"], "in the till's order");
        assert_eq!(shop.count("SELECT count(*) FROM till_inbox").await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM sale").await, 4);
        sells_on(&shop, &market, &mut till).await;
    }

    async fn a_previous_hash_that_differs_is_posted_with_a_task(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let report = till.makes_with(&shop, "/sales", sale(&market), &json!({ "prev_hash": "ab".repeat(32) }));
        assert_eq!(till.sends(&shop, &report).await.is(201)["tasks"][0]["kind"], "previous_hash_differs");
        sells_on(&shop, &market, &mut till).await;
    }

    async fn a_clock_of_2031_is_not_believed(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        let fields = json!({ "occurred_at": "2031-01-01T00:00:00Z" });
        let opening = till.makes_with(&shop, "/shift-openings", json!({ "brought": "100.00" }), &fields);
        let opened: Value = till.sends(&shop, &opening).await.is(201);
        assert_eq!((&opened["tasks"][0]["kind"], &opened["business_date"]), (&json!("clock_not_believed"), &json!("2026-06-30")));
        let report = till.makes_with(&shop, "/sales", sale(&market), &fields);
        assert_eq!(till.sends(&shop, &report).await.is(201)["business_date"], "2026-06-30");
        sells_on(&shop, &market, &mut till).await;
    }

    async fn a_clock_of_1970_is_not_believed(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        let fields = json!({ "occurred_at": "1970-01-01T00:00:05Z" });
        let opening = till.makes_with(&shop, "/shift-openings", json!({ "brought": "100.00" }), &fields);
        let opened: Value = till.sends(&shop, &opening).await.is(201);
        assert_eq!((&opened["tasks"][0]["kind"], &opened["business_date"]), (&json!("clock_not_believed"), &json!("2026-06-30")));
        let report = till.makes_with(&shop, "/sales", sale(&market), &fields);
        assert_eq!(till.sends(&shop, &report).await.is(201)["business_date"], "2026-06-30");
        sells_on(&shop, &market, &mut till).await;
        shop.verify().await;
    }

    async fn a_clock_beyond_all_years_is_kept_alike_on_both_engines(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        for (instant, kept) in [("+12345-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"), ("-0044-03-15T00:00:00Z", "0001-01-01T00:00:00Z")] {
            let report = till.makes_with(&shop, "/sales", sale(&market), &json!({ "occurred_at": instant }));
            till.sends(&shop, &report).await.is(201);
            let organiser = shop.person(&[Role::Organiser]).await;
            let shown = shop.get(&organiser, &format!("/sales/{}", report.id)).await.is(200);
            assert_eq!(shown["occurred_at"], kept, "{shown}");
        }
        sells_on(&shop, &market, &mut till).await;
        shop.verify().await;
    }

    async fn another_cooperatives_record_is_not_found(shop: Shop) {
        let market = Market::new(&shop).await;
        let mut till = shop.till().await;
        till.opens(&shop, "100.00").await;
        let (sale, _) = till.sells(&shop, market.grid_a, "玉米", "3.00").await;
        let (_, stranger) = shop.neighbour().await;
        let before = rows(&shop).await;
        for path in [format!("/sales/{sale}"), format!("/people/{}", market.a), format!("/entries/{}", 1)] {
            let answer = shop.get(&stranger, &path).await;
            assert_eq!(answer.refused(404), "not_found", "{path}");
            speaks(&answer.json());
        }
        let owner = json!({ "grid_id": market.grid_a, "owner_id": stranger.id, "from_day": "2026-08-01" });
        let good = json!({ "grid_id": market.grid_a, "name": "玉米", "measure": "piece", "price": "3.00" });
        for (path, body) in [("/grid-owners", owner), ("/goods", good)] {
            let answer = shop.post(&stranger, path, shop.id(), &body).await;
            assert_eq!(answer.refused(404), "not_found", "{path}");
            speaks(&answer.json());
        }
        assert_eq!(grown(&shop, &before).await, "");
    }

    async fn every_address_words_its_refusals(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        let answers: [(Answer, u16); 3] = [
            (shop.get(&organiser, "/no-such-thing").await, 404),
            (shop.send(&organiser, "DELETE", "/sales/quote", None, Vec::new()).await, 405),
            (shop.errand(&shop.till().await.who, "/sales/quote", &json!({ "sail": 1 })).await, 422),
        ];
        for (answer, status) in answers {
            answer.refused(status);
            speaks(&answer.json());
        }
    }
}

/// The envelope of a report around another body.
fn envelope(report: &Report, body: &Value) -> Value {
    let mut envelope: Value = serde_json::from_slice(&report.bytes).expect("an envelope");
    envelope["body"] = body.clone();
    envelope
}
