//! The golden vectors, every row to the last digit.

use std::collections::HashMap;

use super::shop::{in_force, instrument, shares};
use crate::domain::{
    agreement::{LinePart, Share, Terms, credited},
    chain::{Hash, canonical},
    entry::{Document, Entry, Heading, Posting},
    id::{CommandId, CoopId, DocumentId, GridId, VersionId},
    money::{Minor, Quantity},
    refund::{LineFacts, Rest, Taken},
    sale::What,
    time::parse_date,
};

const VERSION: VersionId = VersionId(uuid::Uuid::nil());

type Row = HashMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().unwrap();
    assert!(rows.len() > 100);
    rows
}

fn joined<T: ToString>(numbers: impl IntoIterator<Item = T>) -> String {
    numbers.into_iter().map(|number| number.to_string()).collect::<Vec<_>>().join("/")
}

/// One version at work: the sequence that a run of rows describes.
struct Sequence {
    terms: Terms,
    sold: HashMap<String, LineFacts>,
    net: Minor,
}

impl Sequence {
    fn new(shares: &[Share]) -> Self {
        let mut terms = Terms::default();
        terms.versions.insert(VERSION, in_force(shares, true));
        Self { terms, sold: HashMap::new(), net: Minor::ZERO }
    }

    fn carry(&self) -> String {
        joined(&self.terms.versions[&VERSION].carry_e8)
    }

    /// Sells a line; its parts.
    fn sells(&mut self, step: &str, base: Minor) -> Vec<LinePart> {
        let parts = self.terms.split(VERSION, base).unwrap().unwrap();
        let what = What::Goods { grid: GridId(uuid::Uuid::nil()), good: None };
        let rests = parts.iter().map(Rest::of).collect();
        let (quantity, refunded) = (Quantity::ONE, Minor::ZERO);
        let (borne, refunded_borne, version) = (Minor::ZERO, Minor::ZERO, Some(VERSION));
        let line = LineFacts {
            what,
            quantity,
            base,
            borne,
            version,
            parts: rests,
            refunded,
            refunded_milli: 0,
            refunded_borne,
            cost: Minor::ZERO,
            lot: None,
        };
        self.sold.insert(step.to_owned(), line);
        parts
    }

    /// Refunds of a line; its taken parts in the shape of sold ones.
    fn refunds(&mut self, sale: &str, amount: Minor) -> Vec<LinePart> {
        let line = self.sold.get_mut(sale).unwrap();
        let taken = line.take(1, 0, amount, &mut self.terms).unwrap().taken;
        let of = |rest: &Rest, taken: Taken| LinePart { share: rest.share, uncapped: taken.uncapped, moved: taken.moved };
        line.parts.iter().zip(taken).map(|(rest, taken)| of(rest, taken)).collect()
    }

    fn step(&mut self, row: &Row, amount: Minor) -> Vec<LinePart> {
        if row["kind"] == "sale" { self.sells(&row["step"], amount) } else { self.refunds(&row["sale_step"], amount) }
    }
}

fn amount(row: &Row) -> Minor {
    Minor(row["amount_minor"].parse().unwrap())
}

fn of(parts: &[LinePart]) -> String {
    joined(parts.iter().map(|part| part.uncapped.0))
}

#[test]
fn every_split_vector() {
    let mut sequences: HashMap<String, Sequence> = HashMap::new();
    for row in rows(include_str!("../../../tests/fixtures/split-vectors.csv")) {
        let percents = &row["shares_percent"];
        let sequence = sequences.entry(percents.clone()).or_insert_with(|| Sequence::new(&shares('A', percents)));
        let parts = sequence.sells(&row["step"], amount(&row));
        assert_eq!((of(&parts), sequence.carry()), (row["parts_minor"].clone(), row["carry_after_1e8"].clone()), "{row:?}");
    }
    assert_eq!(sequences.len(), 9);
}

#[test]
fn every_refund_vector() {
    let mut sequences: HashMap<String, Sequence> = HashMap::new();
    for row in rows(include_str!("../../../tests/fixtures/refund-vectors.csv")) {
        let percents = &row["shares_percent"];
        let sequence = sequences.entry(percents.clone()).or_insert_with(|| Sequence::new(&shares('A', percents)));
        let parts = sequence.step(&row, amount(&row));
        assert_eq!((of(&parts), sequence.carry()), (row["parts_minor"].clone(), row["carry_after_1e8"].clone()), "{row:?}");
    }
    assert_eq!(sequences.len(), 9);
}

#[test]
fn every_cap_vector() {
    let mut sequences: HashMap<String, Sequence> = HashMap::new();
    for row in rows(include_str!("../../../tests/fixtures/cap-vectors.csv")) {
        let percents = &row["shares_percent"];
        let sequence = sequences.entry(percents.clone()).or_insert_with(|| {
            let mut shares = shares('A', percents);
            let capped = &mut shares[row["capped_party"].parse::<usize>().unwrap()];
            (capped.instrument, capped.fallback) = (Some(instrument('S')), row["fallback_party"].parse().unwrap());
            let mut sequence = Sequence::new(&shares);
            sequence.terms.left.insert(instrument('S'), Minor(row["cap_minor"].parse().unwrap()));
            sequence
        });
        let parts = sequence.step(&row, amount(&row));
        sequence.net = sequence.terms.received.get(&instrument('S')).copied().unwrap_or_default();

        let moved = Minor::sum(parts.iter().map(|part| part.moved)).unwrap();
        assert_eq!((of(&parts), moved.0.to_string()), (row["uncapped_parts"].clone(), row["moved_minor"].clone()), "{row:?}");
        assert_eq!(joined(credited(&parts).unwrap().iter().map(|part| part.0)), row["credited_parts"], "{row:?}");
        assert_eq!(sequence.net.0.to_string(), row["net_received_after"], "{row:?}");
        assert_eq!(sequence.carry(), row["carry_after_1e8"], "{row:?}");
    }
    assert_eq!(sequences.len(), 4);
}

/// An entry of the chain's fixture. The third undoes the second, and is made by reversing it.
#[derive(serde::Deserialize)]
struct Link {
    coop: uuid::Uuid,
    number: u64,
    date: String,
    kind: String,
    document: uuid::Uuid,
    document_hash: String,
    command: uuid::Uuid,
    memo: String,
    reverses: Option<u64>,
    previous: String,
    postings: Vec<(String, String, String, String)>,
    canonical: String,
    hash: String,
}

#[test]
fn the_chain_vector_byte_for_byte() {
    let links: Vec<Link> = serde_json::from_str(include_str!("../../../tests/fixtures/chain-vector.json")).unwrap();
    let (mut previous, mut entries) = (Hash::ZERO, Vec::<Entry>::new());
    for link in &links {
        let entry = entry_of(link, &entries);
        let bytes = canonical(&entry, link.number, previous);
        let hex = bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert_eq!(previous.to_string(), link.previous);
        assert_eq!(hex, link.canonical);
        assert_eq!(Hash::of(&bytes).to_string(), link.hash);
        previous = Hash::of(&bytes);
        entries.push(entry);
    }
    assert_eq!(entries.len(), 3);
}

fn entry_of(link: &Link, before: &[Entry]) -> Entry {
    let heading = Heading {
        coop: CoopId(link.coop),
        date: parse_date(&link.date).unwrap(),
        kind: link.kind.clone(),
        document: Document { id: DocumentId(link.document), hash: Hash::parse(&link.document_hash).unwrap() },
        command: CommandId(link.command),
        memo: link.memo.clone(),
    };
    let postings = link.postings.iter().map(|(account, party, unit, amount)| Posting {
        account: account.clone(),
        party: (!party.is_empty()).then(|| party.parse().unwrap()),
        unit: unit.clone(),
        amount: Minor(amount.parse().unwrap()),
    });
    match link.reverses {
        None => Entry::balanced(heading, postings).unwrap(),
        Some(number) => {
            let entry = before[usize::try_from(number).unwrap() - 1].reversal(number, heading).unwrap();
            assert_eq!(entry.postings(), postings.collect::<Vec<_>>());
            entry
        }
    }
}
