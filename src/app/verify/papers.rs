//! The heads on issued paper against the chain: a tail that was written anew has other hashes. And pictures and papers against their names.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Fault, Verdict};
use crate::{
    app::Refusal,
    domain::{chain::Hash, id::CoopId},
    store::{
        Tx,
        audit::{self, HeadRow, Upload, UploadBytes},
    },
};

/// How many Z reports are read at once.
const REPORTS: i64 = 5_000;
/// How many statements are read at once, with their bytes.
const STATEMENTS: i64 = 20;
/// How many pictures are read at once, each of some 100 KB.
const IMAGES: i64 = 50;
/// How many papers are read at once, each of at most 8 MB.
const PAPERS: i64 = 4;

fn holds(head: &HeadRow) -> bool {
    let now = if head.head_number == 0 { Some(Hash::ZERO) } else { head.hash_now };
    now == Some(head.head_hash)
}

/// Each Z report's head.
pub(super) async fn z_reports(tx: &mut Tx, coop: CoopId, verdict: &mut Verdict) -> Result<(), Refusal> {
    let mut after = Uuid::nil();
    loop {
        let heads = audit::z_heads(tx, coop, after, REPORTS).await?;
        let Some(last) = heads.last() else { return Ok(()) };
        after = last.id;
        for head in heads.iter().filter(|head| !holds(head)) {
            verdict.blame(Fault::ZHead { shift: head.id, head: head.head_number });
        }
    }
}

/// Each picture and each uploaded paper, whose name is its hash.
pub(super) async fn uploads(tx: &mut Tx, coop: CoopId, verdict: &mut Verdict) -> Result<(), Refusal> {
    for (what, limit) in [(Upload::Image, IMAGES), (Upload::Paper, PAPERS)] {
        let mut after = Hash::ZERO;
        loop {
            let rows = audit::uploads(tx, coop, what, after, limit).await?;
            let Some(last) = rows.last() else { break };
            after = last.hash;
            for UploadBytes { hash, .. } in rows.iter().filter(|upload| Hash::of(&upload.bytes) != upload.hash) {
                verdict.blame(if what == Upload::Image { Fault::ImageChanged(*hash) } else { Fault::PaperChanged(*hash) });
            }
        }
    }
    Ok(())
}

/// Each statement: its number, head, opening and bytes.
pub(super) async fn statements(tx: &mut Tx, coop: CoopId, issued: i64, verdict: &mut Verdict) -> Result<(), Refusal> {
    let (mut number, mut closings): (i64, _) = (0, HashMap::new());
    loop {
        let rows = audit::statements(tx, coop, number, STATEMENTS).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let due = number.saturating_add(1);
            if due < row.number {
                verdict.blame(Fault::StatementsMissing { from: due, upto: row.number - 1 });
            }
            number = row.number;
            verdict.statements += 1;
            if !holds(&row.head) {
                verdict.blame(Fault::StatementHead { number, head: row.head.head_number });
            }
            if row.pdf.is_some_and(|bytes| Hash::of(&bytes) != row.pdf_hash) {
                verdict.blame(Fault::StatementChanged(number));
            }
            let before = closings.insert(row.owner_id, row.closing);
            if before.is_some_and(|closing| closing != row.opening) {
                verdict.blame(Fault::StatementOpening(number));
            }
        }
    }
    if number < issued {
        verdict.blame(Fault::StatementsMissing { from: number.saturating_add(1), upto: issued });
    }
    Ok(())
}
