//! `gezi import`, `statement` and `export`: lists come in whole or not at all, papers and journals go out.

use super::Gezi;
use crate::harness::{Database, Engine};

#[tokio::test]
async fn a_file_comes_in_whole_or_not_at_all() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    gezi.does(&["init", "--name", "和谐", "--code", "hexie", "--treasurer", "算小盘", "--login", "suan"]).await;
    let (people, goods) = (gezi.path("people.csv"), gezi.path("goods.csv"));
    std::fs::write(&people, "编号,姓名,昵称,角色\nP01,云小朵,云朵家,铺主\nP02,麦小穗,,国王\n").expect("a file");
    let ran = gezi.runs(&["import", "people", &people]).await;
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("people.csv:3: ") && ran.err.contains("nothing was imported"), "{}", ran.err);

    std::fs::write(&people, "编号,姓名,昵称,角色\nP01,云小朵,云朵家,铺主\n").expect("a file");
    let tried = gezi.does(&["import", "people", &people, "--dry-run"]).await;
    assert!(tried.contains("nothing was changed"), "{tried}");
    let said = gezi.does(&["import", "people", &people]).await;
    assert!(said.contains("person_added 1") && said.contains("role_given 1"), "{said}");
    let said = gezi.does(&["import", "people", &people]).await;
    assert!(said.contains("there already 1") && !said.contains("person_added"), "the same file again changes nothing: {said}");

    std::fs::write(&goods, "grid,name,measure,price\nZ99,玉米,piece,3.50\n").expect("a file");
    let ran = gezi.runs(&["import", "goods", &goods]).await;
    assert!(ran.code == 1 && ran.err.contains("goods.csv:2: "), "{}", ran.err);
    assert_eq!(gezi.runs(&["import", "wishes", &goods]).await.code, 2);
    let ran = gezi.runs(&["import", "goods", "/dev/zero"]).await;
    assert!(ran.code == 1 && ran.err.contains("larger than 8 MB"), "what never ends is not read to its end: {}", ran.err);
}

#[tokio::test]
async fn papers_and_journals_go_out() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let clock = gezi.path("clock");
    std::fs::write(&clock, "2020-06-30T09:00:00+08:00").expect("a time");
    drop(gezi.serves(&["--demo", "--demo-days", "3", "--clock", &clock]).await);

    let pdf = |name: &str| std::fs::read(gezi.path(name)).expect("a file");
    let previewed = gezi.does(&["statement", "--owner", "H01", "--month", "2020-06", "-o", &gezi.path("preview.pdf")]).await;
    assert!(previewed.contains("not issued") && pdf("preview.pdf").starts_with(b"%PDF"), "{previewed}");
    let issued = gezi.does(&["statement", "--owner", "h01", "--month", "2020-06", "-o", &gezi.path("a.pdf"), "--issue"]).await;
    assert!(issued.contains("statement 1"), "{issued}");
    gezi.does(&["statement", "--owner", "H01", "--month", "2020-06", "-o", &gezi.path("b.pdf")]).await;
    assert_eq!(pdf("a.pdf"), pdf("b.pdf"), "it prints the same tomorrow");
    let twice = gezi.runs(&["statement", "--owner", "H01", "--month", "2020-06", "-o", &gezi.path("c.pdf"), "--issue"]).await;
    assert_eq!(twice.code, 1, "it is issued once: {}", twice.out);
    assert_eq!(gezi.runs(&["statement", "--owner", "nobody", "--month", "2020-06", "-o", &gezi.path("c.pdf")]).await.code, 1);
    assert_eq!(gezi.runs(&["statement", "--owner", "H01", "--month", "2020-6", "-o", &gezi.path("c.pdf")]).await.code, 2);

    for (format, word) in [("hledger", "11401"), ("csv", "11401"), ("json", "\"11401\"")] {
        let printed = gezi.does(&["export", "--format", format]).await;
        assert!(printed.contains(word), "{printed}");
        let file = gezi.path(&format!("journal.{format}"));
        gezi.does(&["export", "--format", format, "-o", &file]).await;
        assert_eq!(std::fs::read_to_string(&file).expect("a file"), printed);
    }
    assert_eq!(gezi.runs(&["export", "--format", "xls"]).await.code, 2);
    assert!(gezi.does(&["verify"]).await.contains("statements 1"));
}
