//! The documents of lots: that one came in, and what became of its pieces otherwise than by a sale.

use super::{Nature, worth};
use crate::domain::{
    account::Role,
    chain::{Canon, Hash},
    entry::{Document, Postings},
    id::{DocumentId, InstrumentId, LotId, PersonId},
    money::{Minor, Overflow},
    office::Through,
    reason::words,
    time::Date,
};

words! {
    /// What a piece's value rests on.
    Basis {
        /// An invoice, whose paper is here.
        Invoice = "invoice",
        /// What two people took it for.
        Appraisal = "appraisal",
        /// What was agreed with the supporter, or paid.
        Price = "price",
    }
}

words! {
    /// What became of pieces.
    LotEventKind {
        /// E6b: given to a family.
        Given = "lot_given",
        /// E15: missing.
        Missing = "lot_missing",
        /// E15: somebody else approved that they are gone.
        WrittenOff = "lot_written_off",
        /// E39: found again.
        Found = "lot_found",
    }
}

/// That a lot came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotReceipt {
    /// The lot.
    pub id: LotId,
    /// Whose goods it is.
    pub nature: Nature,
    /// The entry's day.
    pub day: Date,
    /// Who gave it or left it.
    pub supporter: Option<PersonId>,
    /// The agreement that it came in under, with whether it is for a stated purpose only.
    pub under: Option<(InstrumentId, bool)>,
    /// What a piece is worth or cost.
    pub value: Minor,
    /// How many.
    pub pieces: i64,
    /// What the value rests on.
    pub basis: Basis,
    /// The invoice.
    pub paper: Option<Hash>,
    /// The two who took it for that.
    pub appraisers: Option<(PersonId, PersonId)>,
    /// Where it was paid from.
    pub through: Option<Through>,
}

impl LotReceipt {
    /// What its entry is called; a supporter's own goods have none.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self.nature {
            Nature::Donated => "lot_received",
            Nature::Own => "goods_bought",
            Nature::AtCost => "goods_left",
        }
    }

    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.text(self.nature.slug()).text(&self.day.to_string()).maybe_id(self.supporter.map(|person| person.0));
        canon.maybe_id(self.under.map(|(instrument, _)| instrument.0)).int(self.under.map_or(0, |(_, restricted)| restricted.into()));
        canon.int(self.value.0).int(self.pieces).text(self.basis.slug());
        canon.field(self.paper.as_ref().map_or(&[], |paper| &paper.0[..]));
        let (first, second) = self.appraisers.unzip();
        canon.maybe_id(first.map(|person| person.0)).maybe_id(second.map(|person| person.0));
        canon.text(self.through.map_or("", Through::slug));
        Document { id: DocumentId(self.id.0), hash: canon.hash() }
    }

    /// What it is worth in all.
    pub fn worth(&self) -> Result<Minor, Overflow> {
        worth(self.value, self.pieces)
    }

    /// Its legs: E5, E37.
    pub fn postings(&self) -> Result<Postings, Overflow> {
        let (mut postings, worth) = (Postings::default(), self.worth()?);
        let giver = self.supporter.map(|supporter| supporter.0);
        match self.nature {
            Nature::Donated => {
                let fund = if self.under.is_some_and(|(_, restricted)| restricted) { Role::RestrictedGifts } else { Role::GiftFund };
                postings.debit(Role::DonatedGoods, None, worth).credit(fund, giver, worth)?;
                postings.pieces(self.id, Role::LotStock, Role::LotReceived, self.pieces);
            }
            Nature::Own => {
                let paid_from = self.through.unwrap_or(Through::Bank).account();
                postings.debit(Role::OwnGoods, None, worth).credit(paid_from, None, worth)?;
            }
            Nature::AtCost => {}
        }
        Ok(postings)
    }
}

/// What became of pieces of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LotEvent {
    /// Which.
    pub id: DocumentId,
    /// What.
    pub kind: LotEventKind,
    /// The entry's day.
    pub day: Date,
    /// Of which lot.
    pub lot: LotId,
    /// How many.
    pub pieces: i64,
    /// Who got them.
    pub person: Option<PersonId>,
    /// The shortage that is approved.
    pub of: Option<DocumentId>,
}

impl LotEvent {
    /// The document for the chain.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut canon = Canon::default();
        canon.text(self.kind.slug()).text(&self.day.to_string()).id(self.lot.0).int(self.pieces);
        canon.maybe_id(self.person.map(|person| person.0)).maybe_id(self.of.map(|of| of.0));
        Document { id: self.id, hash: canon.hash() }
    }
}
