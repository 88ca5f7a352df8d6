//! The shop's pages: only what owners publish, in two languages, with every text harmless.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use gezi::{auth::role::Role, http::Numbers};
use http_body_util::BodyExt;
use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::json;
use tower::ServiceExt;
use uuid::Uuid;

use crate::harness::{Shop, Stall, Who};

const SCRIPT: &str = "<script>alert(1)</script>\"'&";

/// A page as a browser gets it.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn get(shop: &Shop, path: &str) -> Got {
    let numbers = Numbers { handle: PrometheusBuilder::new().build_recorder().handle(), started_at: 0 };
    let app: Router = gezi::http::app(shop.service.clone(), numbers, None);
    let request = Request::get(path).header("host", "gezi.example").header("x-forwarded-proto", "https");
    let (parts, body) = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
    let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
    Got { status: parts.status, headers: parts.headers, text }
}

/// A page that is there.
async fn page(shop: &Shop, path: &str) -> String {
    let got = get(shop, path).await;
    assert_eq!((got.status, got.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "text/html; charset=utf-8"), "{path}");
    got.text
}

/// A page that says that nothing is there, for people.
async fn lost(shop: &Shop, path: &str) {
    let got = get(shop, path).await;
    assert_eq!((got.status, got.headers["content-type"].to_str().unwrap()), (StatusCode::NOT_FOUND, "text/html; charset=utf-8"), "{path}");
    assert!(got.text.contains("<h1>") && got.text.contains("href=\"/shop"), "{path}");
}

async fn publish(shop: &Shop, organiser: &Who, stall: &Stall, story: Option<&str>, published: bool) {
    shop.makes(organiser, "/grid-pages", json!({ "grid_id": stall.grid, "story": story, "published": published })).await;
}

async fn good(shop: &Shop, organiser: &Who, stall: &Stall, name: &str, price: Option<&str>) -> Uuid {
    let good = json!({ "grid_id": stall.grid, "name": name, "measure": "piece", "price": price, "drawing": "bun" });
    shop.makes(organiser, "/goods", good).await
}

on_both! {
    async fn nothing_is_public_until_it_is_published_and_again_once_it_is_not(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        let bun = good(&shop, &organiser, &stall, "花卷", Some("2.50")).await;
        let (grid, own) = (format!("/shop/hexie/grids/{}", stall.grid), format!("/shop/hexie/goods/{bun}"));
        let hidden = async || {
            for path in [&*grid, &*own] {
                lost(&shop, path).await;
            }
            for path in ["/shop", "/shop/hexie", "/shop/hexie/goods?q=%E8%8A%B1", "/sitemap.xml"] {
                let text = get(&shop, path).await.text;
                assert!(!text.contains("铺主A1") && !text.contains("花卷") && !text.contains(&stall.grid.to_string()), "{path}");
            }
        };
        hidden().await;
        publish(&shop, &organiser, &stall, Some("我蒸的。\n天天蒸。"), false).await;
        hidden().await;

        publish(&shop, &organiser, &stall, Some("我蒸的。\n天天蒸。"), true).await;
        let got = get(&shop, "/shop").await;
        assert_eq!((got.status, got.headers["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, "/shop/hexie"));
        assert!(page(&shop, "/shop/hexie").await.contains("铺主A1"));
        assert!(page(&shop, &format!("/shop/hexie/sites/{}", shop.site)).await.contains("铺主A1"));
        let text = page(&shop, &grid).await;
        for part in ["铺主A1的格子", "<p>我蒸的。</p><p>天天蒸。</p>", "花卷", "<b>2.50</b> 元", "src=\"/art/goods/bun.svg\"", "社区中心"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert!(!text.contains(&stall.owner.id.to_string()) && !text.contains("10 元去哪"), "no person's id, no shares without consent");
        assert!(page(&shop, &own).await.contains("花卷"));
        assert!(page(&shop, "/shop/hexie/goods?q=%E8%8A%B1").await.contains("花卷"));
        assert!(get(&shop, "/sitemap.xml").await.text.contains(&format!("<loc>https://gezi.example{grid}?lang=en</loc>")));

        publish(&shop, &organiser, &stall, None, false).await;
        hidden().await;
    }

    async fn a_grid_that_changes_hands_leaves_the_pages(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        publish(&shop, &organiser, &stall, Some("从前的故事"), true).await;
        shop.makes(&stall.owner, "/sharing-consents", json!({ "grid_id": stall.grid })).await;
        let next = shop.person(&[Role::Stallholder]).await;
        shop.makes(&organiser, "/grid-owners", json!({ "grid_id": stall.grid, "owner_id": next.id, "from_day": "2026-07-01" })).await;
        let grid = format!("/shop/hexie/grids/{}", stall.grid);
        assert!(page(&shop, &grid).await.contains("从前的故事"));
        shop.it_is("2026-07-01T02:00:00Z");
        lost(&shop, &grid).await;
        publish(&shop, &organiser, &stall, None, true).await;
        let text = page(&shop, &grid).await;
        assert!(!text.contains("从前的故事") && !text.contains("铺主A1") && !text.contains("10 元去哪"));
    }

    async fn where_ten_yuan_go_is_shown_only_while_the_owner_agrees(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        publish(&shop, &organiser, &stall, None, true).await;
        let grid = format!("/shop/hexie/grids/{}", stall.grid);
        let consent = |manner: Option<&str>| json!({ "grid_id": stall.grid, "manner": manner });
        let shows = async || page(&shop, &grid).await.contains("您付的 10 元去哪");
        assert!(!shows().await);

        let other = shop.person(&[Role::Stallholder]).await;
        assert_eq!(shop.post(&other, "/sharing-consents", shop.id(), &consent(None)).await.refused(404), "not_found");
        let (_, neighbour) = shop.neighbour().await;
        assert_eq!(shop.post(&neighbour, "/sharing-consents", shop.id(), &consent(Some("paper"))).await.refused(404), "not_found");
        assert_eq!(shop.post(&organiser, "/sharing-consents", shop.id(), &consent(None)).await.refused(422), "invalid");
        assert!(!shows().await);

        shop.makes(&organiser, "/sharing-consents", consent(Some("spoken"))).await;
        let text = page(&shop, &grid).await;
        for part in ["您付的 10 元去哪", "8.50 铺主A1，1.00 合作社，开店用，0.50 爱心股东", "同意公开"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert_eq!(shop.post(&stall.owner, "/sharing-consents", shop.id(), &consent(None)).await.refused(409), "decided_before");
        assert_eq!(shop.get(&organiser, &format!("/grids/{}", stall.grid)).await.is(200)["shows_sharing"], true);

        let withdrawn = json!({ "grid_id": stall.grid });
        assert_eq!(shop.post(&other, "/sharing-withdrawals", shop.id(), &withdrawn).await.refused(404), "not_found");
        shop.makes(&stall.owner, "/sharing-withdrawals", withdrawn.clone()).await;
        assert!(!shows().await);
        assert_eq!(shop.post(&stall.owner, "/sharing-withdrawals", shop.id(), &withdrawn).await.refused(409), "decided_before");
        assert_eq!(shop.count("SELECT count(*) FROM sharing_consent WHERE manner = 'spoken' AND withdrawn_at IS NOT NULL").await, 1, "it is kept");
    }

    async fn a_script_in_any_text_is_a_text(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        shop.makes(&organiser, "/nicknames", json!({ "person_id": stall.owner.id, "nickname": "<script>a\"'&" })).await;
        shop.makes(&organiser, "/site-doors", json!({ "site_id": shop.site.0, "address": SCRIPT, "opening": SCRIPT })).await;
        publish(&shop, &organiser, &stall, Some(SCRIPT), true).await;
        shop.makes(&stall.owner, "/sharing-consents", json!({ "grid_id": stall.grid })).await;
        let bad = good(&shop, &organiser, &stall, SCRIPT, Some("1.00")).await;
        let home = "/shop/hexie";
        for path in [
            home.to_owned(),
            format!("{home}/sites/{}", shop.site),
            format!("{home}/grids/{}", stall.grid),
            format!("{home}/goods/{bad}"),
            format!("{home}/goods?q=%3Cscript%3E"),
            format!("{home}/goods?q=%22%3E%3Cscript%3Enothing"),
        ] {
            for lang in ["", "lang=en"] {
                let join = if path.contains('?') { '&' } else { '?' };
                let got = get(&shop, &format!("{path}{join}{lang}")).await;
                assert_eq!(got.status, StatusCode::OK, "{path}");
                assert!(!got.text.contains("<script") && got.text.contains("&lt;script&gt;"), "{path}: {}", got.text);
                let policy = got.headers["content-security-policy"].to_str().unwrap();
                assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src") && !policy.contains("unsafe"), "{policy}");
                assert_eq!(got.headers["x-content-type-options"], "nosniff");
            }
        }
    }

    async fn a_page_is_in_the_language_that_was_asked_for_and_names_the_other(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        publish(&shop, &organiser, &stall, None, true).await;
        good(&shop, &organiser, &stall, "花卷", None).await;
        let path = format!("/shop/hexie/grids/{}", stall.grid);
        let zh = page(&shop, &path).await;
        assert!(zh.contains("<html lang=\"zh-CN\">") && zh.contains("价钱到店里问"));
        let en = page(&shop, &format!("{path}?lang=en")).await;
        assert!(en.contains("<html lang=\"en\">") && en.contains("Ask for the price at the shop") && en.contains(&format!("href=\"{path}\" lang=\"zh-CN\"")));
        for (text, own) in [(&zh, path.clone()), (&en, format!("{path}?lang=en"))] {
            assert!(text.contains(&format!("<link rel=\"canonical\" href=\"https://gezi.example{own}\">")));
            assert!(text.contains(&format!("<meta property=\"og:url\" content=\"https://gezi.example{own}\">")));
            assert!(text.contains("<meta property=\"og:image\" content=\"https://gezi.example/art/cards/bun.png\">"), "chats show no SVG");
            assert_eq!(text.matches("<h1").count(), 1);
            assert_eq!(text.matches("rel=\"alternate\" hreflang=").count(), 3);
        }
        assert_eq!(get(&shop, &format!("{path}?lang=xx&from=timeline&%00=1")).await.status, StatusCode::OK, "marks of a chat");
    }

    async fn what_is_not_there_is_said_kindly_and_another_cooperatives_is_not_here(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        publish(&shop, &organiser, &stall, None, true).await;
        let own = good(&shop, &organiser, &stall, "花卷", Some("2.50")).await;
        shop.neighbour().await;
        let nobody = Uuid::nil();
        for path in [
            "/shop/nobody".to_owned(),
            "/shop/%00".to_owned(),
            "/shop/%FF".to_owned(),
            "/shop/hexie/nothing".to_owned(),
            "/shop/hexie/nothing/here".to_owned(),
            "/shop/hexie/grids/x".to_owned(),
            format!("/shop/hexie/grids/{nobody}"),
            format!("/shop/hexie/goods/{nobody}"),
            format!("/shop/hexie/sites/{nobody}"),
            format!("/shop/linju/grids/{}", stall.grid),
            format!("/shop/linju/goods/{own}"),
            format!("/shop/linju/sites/{}", shop.site),
        ] {
            lost(&shop, &path).await;
        }
        assert!(page(&shop, "/shop/linju").await.contains("还没有格子开门"));
        assert!(!page(&shop, "/shop/linju/goods?q=%E8%8A%B1").await.contains("花卷"));
        assert!(page(&shop, "/shop/hexie/goods?q=zzz").await.contains("没有找到"));
        assert!(!page(&shop, "/shop/hexie/goods?q=%25").await.contains("花卷"), "a sign of patterns means itself");
        for odd in ["q=%00", "q=%FF", "q=", "after=x&q=%E8%8A%B1", "q=a&q=b"] {
            assert_eq!(get(&shop, &format!("/shop/hexie/goods?{odd}")).await.status, StatusCode::OK, "{odd}");
        }
    }

    async fn a_huge_grid_comes_in_pages(shop: Shop) {
        let (organiser, stall) = (shop.person(&[Role::Organiser]).await, shop.stall("A1").await);
        publish(&shop, &organiser, &stall, None, true).await;
        for at in 0..61 {
            good(&shop, &organiser, &stall, &format!("商品{at}"), Some("1.00")).await;
        }
        for start in [format!("/shop/hexie/grids/{}", stall.grid), "/shop/hexie/goods?q=%E5%95%86%E5%93%81".to_owned()] {
            let first = page(&shop, &start).await;
            assert_eq!(first.matches("<li class=\"ware\">").count(), 60, "{start}");
            let next = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().replace("&amp;", "&");
            let last = page(&shop, &next).await;
            assert_eq!(last.matches("<li class=\"ware\">").count(), 1, "{next}");
            assert!(!last.contains("rel=\"next\""), "{next}");
        }
    }

    async fn search_engines_learn_where_to_look(shop: Shop) {
        let robots = get(&shop, "/robots.txt").await.text;
        assert!(robots.contains("Disallow: /r/\n") && robots.contains("Sitemap: https://gezi.example/sitemap.xml\n"));
        let map = get(&shop, "/sitemap.xml").await;
        assert_eq!(map.headers["content-type"], "application/xml; charset=utf-8");
        assert!(map.text.starts_with("<?xml version=\"1.0\"") && map.text.contains("<loc>https://gezi.example/shop</loc>"), "{}", map.text);
    }
}
