//! Every list as a table: whole, with the list's own filters and permission, and harmless in a spreadsheet.

use axum::http::header;
use gezi::auth::role::Role;
use serde_json::json;

use crate::harness::Shop;

/// More than one page has.
const MANY: usize = 203;

on_both! {
    async fn a_table_is_the_whole_list(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        for n in 0..MANY {
            shop.makes(&organiser, "/sites", json!({ "name": format!("站{n:03}") })).await;
        }
        let table = shop.get(&organiser, "/sites?format=csv&limit=5").await;
        assert_eq!(table.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert_eq!(table.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"sites.csv\"");
        let text = table.text();
        let mut lines = text.strip_prefix('\u{feff}').expect("the mark of UTF-8").lines();
        assert!(lines.next().expect("a heading").starts_with("id,name"), "{text}");
        let all = shop.get(&organiser, "/sites?limit=200").await.is(200);
        let rest = shop.get(&organiser, &format!("/sites?limit=200&after={}", all["next"].as_str().unwrap())).await.is(200);
        let ids = [&all, &rest].into_iter().flat_map(|page| page["items"].as_array().unwrap()).map(|site| site["id"].as_str().unwrap());
        assert!(lines.map(|line| &line[..36]).eq(ids), "{text}");
    }

    async fn a_name_that_begins_like_a_formula_stays_a_name(shop: Shop) {
        let organiser = shop.person(&[Role::Organiser]).await;
        for name in ["=HYPERLINK(\"http://x\",\"y\")", "@SUM(1)", "+1", "-1+1", "a,\"b\""] {
            shop.makes(&organiser, "/sites", json!({ "name": name })).await;
        }
        let text = shop.get(&organiser, "/sites?format=csv").await.text();
        for cell in [",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", ",'@SUM(1)", ",'+1", ",'-1+1", ",\"a,\"\"b\"\"\""] {
            assert!(text.contains(cell), "{cell}: {text}");
        }
    }

    async fn a_table_keeps_the_filters_and_says_no_like_its_list(shop: Shop) {
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let heading = shop.get(&treasurer, "/sales?format=csv&from=2026-01-01&to=2026-01-02").await.text();
        assert!(heading.starts_with("\u{feff}id,till_id,till,epoch,seq,shift_id") && heading.lines().count() == 1, "{heading}");
        let owner = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.get(&owner, "/entries?format=csv").await.status.as_u16(), 403);
        assert_eq!(shop.get(&treasurer, "/sales?format=csv&from=yesterday").await.status.as_u16(), 400);
        assert_eq!(shop.get(&treasurer, "/me?format=csv").await.refused(400), "unreadable");
    }
}
