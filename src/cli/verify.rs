//! `gezi verify`: are the books whole? Exit code 0 if they are, 1 with each fault by name if not.

use clap::Args;

use super::{
    Failure,
    place::{Place, Which},
    progress::Progress,
};
use crate::{
    app::{verify, words::Say as _},
    domain::chain::Hash,
    store::{Db, coop, coop::Coop},
};

/// Verify the books.
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// Number and hash of an entry as printed on a Z report or statement; shows a tail that was replaced whole 纸上的账头
    #[arg(long, value_name = "NUMBER:HASH", value_parser = head)]
    head: Option<(i64, Hash)>,
}

fn head(text: &str) -> Result<(i64, Hash), String> {
    let read = text.trim().split_once(':').and_then(|(number, hash)| {
        let number = number.trim().parse().ok().filter(|number| *number > 0)?;
        // As the paper prints it, in groups.
        let digits: String = hash.chars().filter(|c| !c.is_whitespace()).collect();
        Some((number, Hash::parse(&digits.to_ascii_lowercase())?))
    });
    read.ok_or_else(|| "要写成 凭证号:64位十六进制 it is NUMBER:HASH, the hash with 64 hexadecimal digits".to_owned())
}

impl Verify {
    /// Verifies one cooperative's books, or all where none is named.
    pub async fn run(self) -> Result<(), Failure> {
        let db = self.place.look().await?;
        let coops = if self.which.coop.is_none() && self.head.is_none() {
            coop::all(&mut db.snapshot().await?).await?
        } else {
            vec![self.which.find(&db).await?]
        };
        let mut wrong = 0;
        for coop in &coops {
            let verdict = books(&db, coop, self.head).await?;
            let verify::Verdict { entries, postings, documents, statements, found, .. } = verdict;
            println!("{} {}", coop.code, coop.name);
            println!("  凭证 entries {entries} · 分录 postings {postings} · 单据 documents {documents} · 对账单 statements {statements}");
            if let Some((number, hash)) = verdict.head {
                println!("  账头 head {number}:{hash}");
            }
            for fault in &verdict.faults {
                let words = fault.say();
                println!("  ✗ {}\n    {}", words.zh, words.en);
            }
            if verdict.is_whole() {
                println!("  ✓ 账是完整的 the books are whole");
            }
            wrong += found;
        }
        db.close().await;
        if wrong == 0 {
            return Ok(());
        }
        Err(Failure::refused(
            format!("账有 {wrong} 处不对，见上。请停止记账，保留现场，并从备份恢复一份来对照"),
            format!("faults found: {wrong}, see above; stop posting, keep things as they are, and restore a backup elsewhere to compare"),
        ))
    }
}

/// Walks the books of one cooperative.
pub async fn books(db: &Db, coop: &Coop, head: Option<(i64, Hash)>) -> Result<verify::Verdict, Failure> {
    let mut progress = Progress::step(&format!("核对 verifying {}", coop.code));
    let reached = |now: verify::Progress| progress.at(now.done.unsigned_abs(), now.of.unsigned_abs());
    let verdict = verify::run(db, coop.id, head, reached).await?;
    progress.done();
    Ok(verdict)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_taken_as_the_paper_prints_it() {
        let plain = "7:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        let printed = "7: 01234567 89abcdef 01234567 89ABCDEF 01234567 89abcdef 01234567 89abcdef ";
        assert_eq!(head(printed), head(plain));
        assert!(head("7:0123").is_err() && head("0:00").is_err());
    }
}
