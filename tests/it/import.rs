//! Lists that come in from CSV files: all of a file or nothing of it, and what is wrong is told by line.

use std::fmt::Write as _;

use gezi::{
    app::{
        Refusal,
        import::{NotImported, Report, What, run},
    },
    auth::role::Role,
};
use serde_json::json;

use crate::harness::{Shop, Who};

const PEOPLE: &str = "\u{feff}编号,姓名,昵称,电话,角色,被监护人,支持计划,入社日期\n\
    P01,欧阳晓旭,小旭,13800001234,铺主,,监护人会签,2026-01-05\n\
    P02,欧阳晓辉,,,监护人；铺主,P01,,\n\
    P03,东方未明,,,organiser,,,\n\
    P04,\"西门, 吹雪\",,,treasurer;auditor,,,\n\
    S01,南宫问天,,,爱心股东,,,\n";
const SITES: &str = "site,grid,owner,from\n东门,A01,P01,2026-01-01\n东门,A02,P02,\n西门,,,\n";
const GOODS: &str = "grid,name,measure,barcode,price\nA01,玉米,piece,6901234567892,3.50\nA01,小米,公斤,,12.00\nA02,手套,件,,\n";
const AGREEMENTS: &str = "grid,effective_on,party,person,percent,cap,ends_on,proposed_by,approved_by,consent\n\
    A01,2026-01-01,owner,,85,,,P03,P04,paper\n\
    A01,2026-01-01,cooperative,,10,,,P03,P04,paper\n\
    A01,2026-01-01,supporter,S01,5,100.00,2027-12-31,P03,P04,paper\n\
    A02,2026-06-30,铺主,,90,,,P04,P03,口头\n\
    A02,2026-06-30,合作社,,6,,,P04,P03,口头\n\
    A02,2026-06-30,爱心股东,S01,4,100.00,2027-12-31,P04,P03,口头\n";

async fn import(shop: &Shop, what: What, text: &str) -> Result<Report, Vec<(u64, String)>> {
    attempt(shop, what, text.as_bytes(), false).await
}

/// Lines with the column, or the refusal's name where it has none.
async fn attempt(shop: &Shop, what: What, bytes: &[u8], dry_run: bool) -> Result<Report, Vec<(u64, String)>> {
    let told = |why: &Refusal| match why {
        Refusal::Invalid { at, .. } => at.clone(),
        other => other.to_string(),
    };
    run(&shop.service, shop.coop.id, what, bytes, dry_run).await.map_err(|failed| match failed {
        NotImported::Lines(lines) => lines.iter().map(|error| (error.line, told(&error.why))).collect(),
        NotImported::Refused(refusal) => panic!("{refusal}"),
    })
}

async fn rows(shop: &Shop) -> i64 {
    shop.count(
        "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM site) + (SELECT count(*) FROM grid)
                     + (SELECT count(*) FROM good) + (SELECT count(*) FROM role_grant) + (SELECT count(*) FROM command)",
    )
    .await
}

async fn whole(shop: &Shop) -> Who {
    import(shop, What::People, PEOPLE).await.unwrap();
    import(shop, What::Sites, SITES).await.unwrap();
    shop.person(&[Role::Organiser]).await
}

on_both! {
    async fn a_cooperatives_lists_come_in(shop: Shop) {
        let people = import(&shop, What::People, PEOPLE).await.unwrap();
        assert_eq!(people, Report { lines: 5, made: vec![("person_added", 5), ("role_given", 7)], unchanged: 0 });
        let sites = import(&shop, What::Sites, SITES).await.unwrap();
        assert_eq!(sites.made, [("site_added", 2), ("grid_added", 2), ("grid_given", 2)]);
        let goods = import(&shop, What::Goods, GOODS).await.unwrap();
        assert_eq!(goods, Report { lines: 3, made: vec![("good_added", 3)], unchanged: 0 });
        let agreements = import(&shop, What::Agreements, AGREEMENTS).await.unwrap();
        let made = [("instrument_added", 1), ("agreement_proposed", 2), ("agreement_approved", 2), ("agreement_consented", 2)];
        assert_eq!(agreements.made, made);

        let auditor = shop.person(&[Role::Organiser, Role::Auditor]).await;
        let people = shop.get(&auditor, "/people").await.is(200);
        let first = people["items"].as_array().unwrap().iter().find(|person| person["code"] == "P01").unwrap().clone();
        assert_eq!((&first["joined_on"], &first["support_plan"]), (&json!("2026-01-05"), &json!("guardian_co_signs")));
        let reading = json!({ "person_id": first["id"], "purpose": "audit" });
        assert_eq!(shop.errand(&auditor, "/readings", &reading).await.is(200)["name"], "欧阳晓旭");
        let grids = shop.get(&auditor, "/grids").await.is(200);
        assert_eq!(grids["items"][0]["owner_id"], first["id"]);
        let path = format!("/agreement-versions?grid_id={}", grids["items"][0]["id"].as_str().unwrap());
        let versions = shop.get(&auditor, &path).await.is(200);
        assert_eq!((&versions["items"][0]["is_agreed"], &versions["items"][0]["consent_manner"]), (&json!(true), &json!("paper")));

        // What came in sells like what was typed in.
        let mut till = shop.till().await;
        till.opens(&shop, "0.00").await;
        let grid = grids["items"][1]["id"].as_str().unwrap().parse().unwrap();
        let (_, answer) = till.sells(&shop, grid, "手套", "10.00").await;
        assert_eq!(answer.is(201)["tasks"], json!([]));
        assert_eq!(shop.count("SELECT count(*) FROM command WHERE sender_kind = 'operator'").await, 5 + 7 + 6 + 3 + 7);
    }

    async fn a_dry_run_changes_nothing_and_tells_the_same(shop: Shop) {
        let before = rows(&shop).await;
        let told = attempt(&shop, What::People, PEOPLE.as_bytes(), true).await.unwrap();
        assert_eq!(rows(&shop).await, before);
        assert_eq!(import(&shop, What::People, PEOPLE).await.unwrap(), told);
        let wrong = import(&shop, What::Sites, "site,grid,owner\n东门,A01,P99\n").await.unwrap_err();
        assert_eq!(attempt(&shop, What::Sites, "site,grid,owner\n东门,A01,P99\n".as_bytes(), true).await.unwrap_err(), wrong);
    }

    async fn one_wrong_line_and_nothing_comes_in(shop: Shop) {
        let organiser = whole(&shop).await;
        let before = rows(&shop).await;
        let goods = "grid,name,measure,barcode,price\n\
            A01,玉米,piece,1,3.50\n\
            A01,小米,piece,2,3.5\n\
            A09,小米,piece,3,3.50\n\
            A01,玉米,piece,4,3.50\n\
            A01,,piece,5,3.50\n\
            A01,大米,litre,6,3.50\n\
            A01,白米,piece,1,3.50\n\
            A01,红米,piece,7,-3.50\n\
            A01,黑米,piece,8\n";
        let lines = import(&shop, What::Goods, goods).await.unwrap_err();
        assert_eq!(lines, [(10, String::new())], "a file whose lines are not whole is not looked into");
        let lines = import(&shop, What::Goods, goods.trim_end().trim_end_matches(",8").trim_end_matches("A01,黑米,piece")).await.unwrap_err();
        let told: Vec<(u64, &str)> = lines.iter().map(|(line, at)| (*line, at.as_str())).collect();
        assert_eq!(told, [
            (3, "price"), (4, "grid"), (5, "name"), (6, "name"), (7, "measure"), (8, "barcode"), (9, "price"),
        ]);
        assert_eq!(rows(&shop).await, before);
        assert_eq!(shop.get(&organiser, "/goods").await.is(200)["items"], json!([]));
    }

    async fn the_same_file_again_changes_nothing(shop: Shop) {
        let organiser = whole(&shop).await;
        import(&shop, What::Goods, GOODS).await.unwrap();
        let before = rows(&shop).await;
        assert_eq!(import(&shop, What::People, PEOPLE).await.unwrap(), Report { lines: 5, made: vec![], unchanged: 5 });
        assert_eq!(import(&shop, What::Goods, GOODS).await.unwrap(), Report { lines: 3, made: vec![], unchanged: 3 });
        let lines = import(&shop, What::Sites, SITES).await.unwrap_err();
        assert_eq!(lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(rows(&shop).await, before);
        // A list gives no role to a code that is another's, and changes prices and nothing else.
        let other = import(&shop, What::People, "code,name,nickname,roles\nP01,谁,小明,treasurer\n").await.unwrap_err();
        assert_eq!(other, [(2, "code".to_owned())]);
        let goods = import(&shop, What::Goods, "grid,name,measure,barcode\nA01,玉米,kg,\nA01,小米,公斤,9\n").await.unwrap_err();
        assert_eq!(goods, [(2, "measure".to_owned()), (3, "barcode".to_owned())]);
        assert_eq!(rows(&shop).await, before);
        let prices = import(&shop, What::Goods, "grid,name,measure,price\nA01,玉米,piece,4.00\nA01,小米,kg,12.00\n").await.unwrap();
        assert_eq!(prices, Report { lines: 2, made: vec![("price_set", 1)], unchanged: 1 });
        assert_eq!(shop.get(&organiser, "/goods").await.is(200)["items"][0]["price"], "4.00");
    }

    async fn people_that_cannot_be_are_told_by_line(shop: Shop) {
        let people = "code,name,kind,roles,ward,joined_on\n\
            P01,欧阳晓旭,robot,,,\n\
            P02,欧阳晓辉,,king,,\n\
            P03,东方未明,,guardian,,\n\
            P04,西门吹雪,,helper,P02,\n\
            P05,南宫问天,,guardian,P99,\n\
            P06,,,,,\n\
            P07,慕容复,,,,2026-13-01\n\
            P08,上官云,,,,2027-01-01\n\
            ,公孙大娘,,,,\n";
        let lines = import(&shop, What::People, people).await.unwrap_err();
        let told: Vec<(u64, &str)> = lines.iter().map(|(line, at)| (*line, at.as_str())).collect();
        assert_eq!(told, [
            (2, "kind"), (7, "name"), (8, "joined_on"), (9, "joined_on"), (10, "code"), (3, "role"), (4, "ward_id"), (5, "ward"), (6, "ward"),
        ]);
        assert_eq!(shop.count("SELECT count(*) FROM person_private").await, 0);
    }

    async fn agreements_that_cannot_be_are_told_by_line(shop: Shop) {
        whole(&shop).await;
        let heading = AGREEMENTS.lines().next().unwrap();
        for (lines, line, at) in [
            ("A01,2026-01-01,owner,,85,,,P03,P04,paper\nA01,2026-01-01,cooperative,,10,,,P03,P04,paper", 2, "the shares sum to 95 %, not to 100 %"),
            ("A01,2026-01-01,owner,,100,,,P03,P03,paper", 2, "a second person must sign"),
            ("A01,2026-01-01,owner,,100,,,P03,P01,paper", 2, "forbidden"),
            ("A01,2026-01-01,owner,,90,,,P03,P04,paper\nA01,2026-01-01,cooperative,,ten,,,P03,P04,paper", 3, "percent"),
            ("A01,2026-01-01,owner,,90,,,P03,P04,paper\nA01,2026-01-01,supporter,S09,10,,,P03,P04,paper", 3, "person"),
            ("A01,2026-01-01,owner,,90,,,P03,P04,paper\nA01,2026-01-01,cooperative,,10,5.00,,P03,P04,paper", 3, "cap"),
            ("A01,2026-01-01,owner,,90,,,P03,P04,paper\nA01,2026-01-01,supporter,S01,10,5,,P03,P04,paper", 3, "cap"),
            ("A01,2026-01-01,owner,,100,,,P03,P04,maybe", 2, "manner"),
            ("A01,2026/1/1,owner,,100,,,P03,P04,paper", 2, "effective_on"),
            ("A01,2026-01-01,,,100,,,P03,P04,paper", 2, "shares"),
            ("A09,2026-01-01,owner,,100,,,P03,P04,paper", 2, "grid"),
        ] {
            let told = import(&shop, What::Agreements, &format!("{heading}\n{lines}\n")).await.unwrap_err();
            assert_eq!(told.len(), 1, "{lines}: {told:?}");
            assert_eq!(told[0].0, line, "{lines}");
            assert!(at == "forbidden" || told[0].1 == at, "{lines}: {told:?}");
        }
        assert_eq!(shop.count("SELECT count(*) FROM agreement_version").await, 0);
        assert_eq!(shop.count("SELECT count(*) FROM instrument").await, 0);
    }

    async fn a_file_that_cannot_be_read_says_why(shop: Shop) {
        for (text, line, at) in [
            ("name\nx\n", 1, "code"), ("code,name,colour\nP1,x,red\n", 1, "colour"), ("code,name,code\nP1,x,P2\n", 1, "code"),
            ("code,name\nP1,x,y\n", 2, ""), ("", 1, "code"),
        ] {
            let told = import(&shop, What::People, text).await.unwrap_err();
            assert_eq!(told[0], (line, at.to_owned()), "{text}");
        }
        let gbk = b"code,name\nP1,\xc5\xb7\xd1\xf4\n";
        assert_eq!(attempt(&shop, What::People, gbk, false).await.unwrap_err(), [(2, String::new())]);
        let empty = import(&shop, What::People, "code,name\n,\n\n").await.unwrap();
        assert_eq!(empty, Report::default(), "empty lines are passed over");
    }

    async fn a_thousand_lines_come_in_at_once(shop: Shop) {
        whole(&shop).await;
        let mut text = "grid,name,measure,price\n".to_owned();
        for at in 0..1000 {
            writeln!(text, "A01,商品 {at},piece,1.00").unwrap();
        }
        assert_eq!(import(&shop, What::Goods, &text).await.unwrap().lines, 1000);
        let wrong = text.replace("A01,", "A99,");
        assert_eq!(import(&shop, What::Goods, &wrong).await.unwrap_err().len(), 100, "so many wrong lines are told");
    }

    async fn the_examples_of_the_guide_come_in(shop: Shop) {
        let guide = include_str!("../../docs/IMPORT.md");
        let examples: Vec<&str> = guide.split("```\n").skip(1).step_by(2).collect();
        assert_eq!(examples.len(), 4);
        for (what, text) in [What::People, What::Sites, What::Goods, What::Agreements].into_iter().zip(examples) {
            let report = import(&shop, what, text).await.unwrap_or_else(|lines| panic!("{what:?}: {lines:?}"));
            assert!(report.lines > 0);
        }
        // A heading that nobody knows is answered with those that there are; each has its line in the guide.
        for what in What::ALL {
            let failed = run(&shop.service, shop.coop.id, *what, b"nonsense\n", true).await.unwrap_err();
            let NotImported::Lines(lines) = failed else { panic!("{failed:?}") };
            let Refusal::Invalid { words, .. } = &lines[0].why else { panic!("{:?}", lines[0]) };
            let (_, columns) = words.en.split_once("there are: ").unwrap();
            assert!(columns.split(", ").all(|column| guide.contains(&format!("`{column}`"))), "{what:?}: {columns}");
        }
    }
}
