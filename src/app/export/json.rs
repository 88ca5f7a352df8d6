//! One JSON object; each entry on a line of its own.

use std::io::{self, Write};

use serde::Serialize;
use uuid::Uuid;

use super::{Cover, Leaf, Sheet};

#[derive(Serialize)]
struct About<'a> {
    cooperative_id: Uuid,
    code: &'a str,
    name: &'a str,
    time_zone: &'a str,
    unit: &'a str,
    head_number: i64,
    head_hash: String,
}

#[derive(Serialize)]
struct Account<'a> {
    code: &'a str,
    role: Option<&'a str>,
    name: &'a str,
    name_en: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    number: i64,
    day: String,
    document_day: String,
    kind: &'a str,
    document_id: Uuid,
    document_hash: String,
    command_id: Uuid,
    shift_id: Option<Uuid>,
    memo: &'a str,
    reverses: Option<i64>,
    previous_hash: String,
    hash: String,
    posted_at: String,
    postings: Vec<Posting<'a>>,
}

#[derive(Serialize)]
struct Posting<'a> {
    account: &'a str,
    party: Option<Uuid>,
    unit: &'a str,
    /// Debit positive.
    amount: String,
}

pub(super) struct Object<'a> {
    out: &'a mut (dyn Write + Send),
    is_first: bool,
}

impl<'a> Object<'a> {
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self { out, is_first: true }
    }

    fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value).map_err(io::Error::other)
    }
}

impl Sheet for Object<'_> {
    fn begin(&mut self, cover: &Cover) -> io::Result<()> {
        let (coop, head) = (&cover.coop, &cover.head);
        let about = About {
            cooperative_id: coop.id.0,
            code: &coop.code,
            name: &coop.name,
            time_zone: coop.zone.name(),
            unit: &coop.unit.code,
            head_number: head.number,
            head_hash: head.hash.to_string(),
        };
        self.out.write_all(b"{\"about\":")?;
        self.value(&about)?;
        self.out.write_all(b",\n\"accounts\":")?;
        let accounts = cover.accounts.values();
        let accounts: Vec<Account<'_>> =
            accounts.map(|row| Account { code: &row.code, role: row.role.as_deref(), name: &row.name_zh, name_en: &row.name_en }).collect();
        self.value(&accounts)?;
        self.out.write_all(b",\n\"entries\":[")
    }

    fn entry(&mut self, cover: &Cover, leaf: &Leaf) -> io::Result<()> {
        self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        let row = &leaf.entry;
        let postings = leaf.postings.iter().map(|posting| Posting {
            account: &posting.account,
            party: posting.party,
            unit: &posting.unit,
            amount: cover.amount(&posting.unit, posting.amount),
        });
        self.value(&Entry {
            number: row.number,
            day: row.day.to_string(),
            document_day: row.document_day.to_string(),
            kind: &row.kind,
            document_id: row.document_id,
            document_hash: row.document_hash.to_string(),
            command_id: row.command_id.0,
            shift_id: leaf.shift,
            memo: &row.memo,
            reverses: row.reverses,
            previous_hash: row.previous_hash.to_string(),
            hash: row.hash.to_string(),
            posted_at: row.posted_at.rfc3339(),
            postings: postings.collect(),
        })
    }

    fn end(&mut self, _: &Cover) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}
