//! Receipts: what the customer takes home, on paper and behind the QR code.

use axum::{body::Body, http::Request};
use expect_test::expect;
use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, Till, Who};

const TOKEN: &str = "Zm9vYmFyYmF6cXV4MDEyMzQ1";

/// By weight with an owner's discount, by piece with the shop's, rounded off, paid in two ways; the whole is one sale.
async fn a_sale(shop: &Shop, till: &mut Till) -> uuid::Uuid {
    let (a, b) = (shop.stall("A-01").await, shop.stall("B-02").await);
    let mut tx = shop.service.db.begin().await.expect("a write");
    let text = "UPDATE till SET name = $3 WHERE coop_id = $1 AND id = $2";
    tx.q(text).bind(shop.coop.id).bind(till.who.id).bind("一号收银台".to_owned()).run().await.expect("a till");
    let text = "UPDATE person SET nickname = $3 WHERE coop_id = $1 AND id = $2";
    tx.q(text).bind(shop.coop.id).bind(till.actor).bind("小梅".to_owned()).run().await.expect("a person");
    tx.commit().await.expect("names");
    till.opens(shop, "200.00").await;
    let body = json!({
        "lines": [
            { "grid_id": a.grid, "name": "散养土鸡蛋", "measure": "kg", "quantity": "1.250", "price": "12.80", "owner_discount": { "percent": "10" } },
            { "grid_id": b.grid, "name": "手工布老虎（大号，颜色随机，送一个小的）", "measure": "piece", "quantity": "2", "price": "23.50", "shop_discount": { "amount": "3.00" } },
        ],
        "order_discount": { "amount": "2.00" }, "rounding_off": "0.40",
        "tenders": [{ "means": "wechat", "amount": "30.00" }, { "means": "cash", "amount": "50.00" }], "change": "24.00",
    });
    let report = till.makes_with(shop, "/sales", body, &json!({ "receipt_token": TOKEN }));
    till.sends(shop, &report).await.is(201);
    report.id
}

async fn visits(shop: &Shop, path: &str) -> Answer {
    shop.answer(Request::builder().uri(path).header("host", "shop.example").body(Body::empty()).expect("a request")).await
}

on_both! {
    async fn a_token_leads_to_one_sale_only(shop: Shop) {
        let mut till = shop.till().await;
        let first = a_sale(&shop, &mut till).await;
        let body = json!({
            "lines": [{ "grid_id": shop.stall("C-03").await.grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": "3.00" }],
            "tenders": [{ "means": "cash", "amount": "3.00" }],
        });
        let second = till.makes_with(&shop, "/sales", body, &json!({ "receipt_token": TOKEN }));
        let answer = till.sends(&shop, &second).await.is(201);
        assert_eq!(answer["tasks"][0]["kind"], "receipt_token_taken");
        let token = async |id| shop.get(&till.who, &format!("/sales/{id}")).await.is(200)["receipt_token"].clone();
        assert_eq!((token(first).await, token(second.id).await), (json!(TOKEN), Value::Null));
        shop.verify().await;
    }

    async fn a_vouchers_number_is_on_the_paper_that_sells_it_and_on_the_one_it_pays(shop: Shop) {
        let (a, mut till) = (shop.stall("A-01").await, shop.till().await);
        till.opens(&shop, "0.00").await;
        let line = json!({ "voucher": "V-001", "name": "代金券", "measure": "piece", "quantity": "1", "price": "30.00" });
        let sold = till.reports(&shop, "/sales", json!({ "lines": [line], "tenders": [{ "means": "wechat", "amount": "30.00" }] })).await;
        sold.1.is(201);
        let line = json!({ "grid_id": a.grid, "name": "玉米", "measure": "piece", "quantity": "1", "price": "12.00" });
        let tenders = json!([{ "means": "voucher", "voucher": "V-001", "amount": "12.00" }]);
        let paid = till.reports(&shop, "/sales", json!({ "lines": [line], "tenders": tenders })).await;
        paid.1.is(201);
        for sale in [sold.0, paid.0] {
            for width in [58, 80] {
                let paper = shop.get(&till.who, &format!("/sales/{sale}/receipt.txt?width={width}")).await;
                paper.is(200);
                assert!(paper.text().contains("代金券 V-001"), "{}", paper.text());
            }
        }
    }

    async fn a_receipt_says_what_was_sold_and_paid(shop: Shop) {
        let mut till = shop.till().await;
        let sale = a_sale(&shop, &mut till).await;
        let narrow = shop.get(&till.who, &format!("/sales/{sale}/receipt.txt?width=58")).await;
        narrow.is(200);
        assert_eq!(narrow.headers["content-type"], "text/plain; charset=utf-8");
        expect![[r"
                    和谐格子铺合作社
                        社区中心
            --------------------------------
            单号 1-0002
            2026-06-30 10:00      一号收银台
            收银 小梅
            --------------------------------
            [A-01] 散养土鸡蛋
              1.250 公斤 x 12.80       16.00
              铺主让利                 -1.60
              小计                     14.40
            [B-02] 手工布老虎（大号，颜色随
            机，送一个小的）
              2 件 x 23.50             47.00
              店铺优惠                 -3.00
              小计                     44.00
            --------------------------------
            小计                       58.40
            整单优惠                   -2.00
            抹零                       -0.40
            合计                     ￥56.00
            微信                       30.00
            现金                       50.00
            找零                       24.00
            --------------------------------
               本小票为购物凭证，不是发票
                        谢谢惠顾
               账本 2 39069d1b…18c81adb
        "]].assert_eq(&narrow.text());
        let treasurer = shop.person(&[Role::Treasurer]).await;
        let wide = shop.get(&treasurer, &format!("/sales/{sale}/receipt.txt?width=80&reprint=true")).await.text();
        expect![[r"
                            和谐格子铺合作社
                                社区中心
                                【重打】
            ------------------------------------------------
            单号 1-0002
            2026-06-30 10:00                      一号收银台
            收银 小梅
            ------------------------------------------------
            [A-01] 散养土鸡蛋
              1.250 公斤 x 12.80                       16.00
              铺主让利                                 -1.60
              小计                                     14.40
            [B-02] 手工布老虎（大号，颜色随机，送一个小的）
              2 件 x 23.50                             47.00
              店铺优惠                                 -3.00
              小计                                     44.00
            ------------------------------------------------
            小计                                       58.40
            整单优惠                                   -2.00
            抹零                                       -0.40
            合计                                     ￥56.00
            微信                                       30.00
            现金                                       50.00
            找零                                       24.00
            ------------------------------------------------
                       本小票为购物凭证，不是发票
                                谢谢惠顾
                       账本 2 39069d1b…18c81adb
        "]].assert_eq(&wide);
    }

    async fn the_pdf_is_the_same_on_every_printing(shop: Shop) {
        let mut till = shop.till().await;
        let sale = a_sale(&shop, &mut till).await;
        let first = shop.get(&till.who, &format!("/sales/{sale}/receipt.pdf")).await;
        assert_eq!((first.status.as_u16(), first.headers["content-type"].as_bytes()), (200, &b"application/pdf"[..]));
        assert!(first.bytes.starts_with(b"%PDF-1.7"));
        shop.wait_seconds(86_400);
        assert_eq!(shop.get(&till.who, &format!("/sales/{sale}/receipt.pdf")).await.bytes, first.bytes);
        if let Some(folder) = std::env::var_os("GEZI_KEEP_PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join("receipt.pdf"), &first.bytes).expect("a kept paper");
        }
    }

    async fn whoever_holds_the_link_sees_the_paper_and_nobody_can_guess_it(shop: Shop) {
        let mut till = shop.till().await;
        a_sale(&shop, &mut till).await;
        let paper = visits(&shop, &format!("/r/hexie/{TOKEN}")).await;
        assert_eq!((paper.status.as_u16(), paper.headers["content-type"].as_bytes()), (200, &b"application/pdf"[..]));
        assert_eq!(paper.headers["cache-control"], "no-store");
        for path in ["/r/hexie/Zm9vYmFyYmF6cXV4MDEyMzQ2", "/r/linju/Zm9vYmFyYmF6cXV4MDEyMzQ1", "/r/hexie/%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00", "/r/%00/Zm9vYmFyYmF6cXV4MDEyMzQ1"] {
            assert_eq!(visits(&shop, path).await.refused(404), "not_found", "{path}");
        }
        shop.neighbour().await;
        assert_eq!(visits(&shop, &format!("/r/linju/{TOKEN}")).await.refused(404), "not_found", "another cooperative's");
    }

    async fn a_stallholder_or_a_stranger_gets_no_receipt_by_the_sales_id(shop: Shop) {
        let mut till = shop.till().await;
        let sale = a_sale(&shop, &mut till).await;
        let (stallholder, (_, stranger)) = (shop.person(&[Role::Stallholder]).await, shop.neighbour().await);
        for paper in ["receipt.txt", "receipt.pdf"] {
            let path = format!("/sales/{sale}/{paper}");
            assert_eq!(shop.get(&stallholder, &path).await.refused(403), "forbidden");
            assert_eq!(shop.get(&stranger, &path).await.refused(404), "not_found");
            assert_eq!(shop.get(&Who::nobody(), &path).await.refused(401), "not_signed_in");
        }
        let path = format!("/sales/{sale}/receipt.txt?width=70");
        assert_eq!(shop.get(&till.who, &path).await.refused(400), "unreadable");
    }

    async fn practice_money_is_marked_on_every_paper(shop: Shop) {
        let mut till = shop.till().await;
        let sale = a_sale(&shop, &mut till).await;
        let mut tx = shop.service.db.begin().await.expect("a write");
        tx.q("UPDATE coop SET is_demo = $2 WHERE coop_id = $1").bind(shop.coop.id).bind(true).run().await.expect("a demo");
        tx.commit().await.expect("a demo");
        let text = shop.get(&till.who, &format!("/sales/{sale}/receipt.txt")).await.text();
        assert_eq!(text.matches("演示 DEMO 不是真账").count(), 2);
        let value: Value = shop.get(&till.who, &format!("/sales/{sale}")).await.is(200);
        assert_eq!(value["receipt_token"], TOKEN);
    }
}
