//! How a sale or a refund is paid, and the effects that a decision hands to the store besides its document.

use std::collections::BTreeMap;

use super::{
    account::Role,
    agreement::Terms,
    chain::Canon,
    entry::Postings,
    id::{InstrumentId, LotId, PersonId, ShiftId, TillId, VersionId},
    lot::Change,
    money::{Minor, Overflow},
    stock::Moved,
    time::{Date, Ts},
};

/// A means of payment (收款方式).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// Notes and coins.
    Cash,
    /// 微信, recorded by hand.
    Wechat,
    /// 支付宝, recorded by hand.
    Alipay,
    /// A voucher of the cooperative, by its number.
    Voucher(String),
}

impl Means {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Wechat => "wechat",
            Self::Alipay => "alipay",
            Self::Voucher(_) => "voucher",
        }
    }

    /// From its slug and, for a voucher, its number.
    #[must_use]
    pub fn of(slug: &str, voucher: Option<String>) -> Option<Self> {
        match (slug, voucher) {
            ("cash", None) => Some(Self::Cash),
            ("wechat", None) => Some(Self::Wechat),
            ("alipay", None) => Some(Self::Alipay),
            ("voucher", Some(number)) => Some(Self::Voucher(number)),
            _ => None,
        }
    }

    /// The voucher's number, if it is one.
    #[must_use]
    pub fn voucher(&self) -> Option<&str> {
        match self {
            Self::Voucher(number) => Some(number),
            _ => None,
        }
    }

    /// The account that a payment by it moves.
    #[must_use]
    pub const fn account(&self) -> Role {
        match self {
            Self::Cash => Role::Drawer,
            Self::Wechat => Role::WechatClearing,
            Self::Alipay => Role::AlipayClearing,
            Self::Voucher(_) => Role::Vouchers,
        }
    }
}

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tender {
    /// How.
    pub means: Means,
    /// How much, ≥ 0. Cash is what was handed over, before change.
    pub amount: Minor,
}

/// Writes tenders into a document's canonical bytes.
pub fn canon_tenders(canon: &mut Canon, tenders: &[Tender]) {
    canon.count(tenders.len());
    for tender in tenders {
        canon.text(tender.means.slug()).int(tender.amount.0).text(tender.means.voucher().unwrap_or_default());
    }
}

/// What cash comes in and goes out: the sum of the cash tenders.
pub fn cash_of(tenders: &[Tender]) -> Result<Minor, Overflow> {
    Minor::sum(tenders.iter().filter(|tender| tender.means == Means::Cash).map(|tender| tender.amount))
}

/// Where a till's document comes from: the shift it belongs to and the envelope it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The till.
    pub till: TillId,
    /// Its enrolment.
    pub epoch: i64,
    /// Its own running number in the epoch.
    pub seq: i64,
    /// The shift.
    pub shift: ShiftId,
    /// The day that the shift was opened: the entry's date.
    pub business_date: Date,
    /// By the till's clock, corrected by its offset.
    pub occurred_at: Ts,
    /// By ours.
    pub received_at: Ts,
    /// Who was at the till.
    pub actor: PersonId,
}

impl Origin {
    /// The fields that every till document's hash begins with.
    pub fn canon(&self, canon: &mut Canon) {
        canon.id(self.till.0).int(self.epoch).int(self.seq).id(self.shift.0);
        canon.text(&self.business_date.to_string()).int(self.occurred_at.0).id(self.actor.0);
    }
}

/// What lies on "to be allocated" (21108) until the office says whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    /// The line of the document, from 1; 0 for the document as a whole.
    pub line: usize,
    /// Credit positive: a sale without an owner. Negative: money paid out without a line to take it from.
    pub amount: Minor,
    /// Thousandths that came back with money paid out, where the refund said how many.
    pub milli: i64,
}

/// Something that broke a rule but happened: posted, and a person should look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What.
    pub kind: WarningKind,
    /// The line, from 1; 0 for the whole.
    pub line: usize,
    /// The amount in question, where there is one.
    pub amount: Minor,
}

macro_rules! warnings {
    ($($(#[$doc:meta])* $kind:ident = $slug:literal),* $(,)?) => {
        /// What a person should look at.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum WarningKind { $($(#[$doc])* $kind),* }

        impl WarningKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// Its name in the database and on the wire.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$kind => $slug),* }
            }

            /// The kind of that name.
            #[must_use]
            pub fn parse(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

warnings! {
    /// The line names a grid that the cooperative does not have.
    UnknownGrid = "unknown_grid",
    /// The line names a good that the cooperative does not have.
    UnknownGood = "unknown_good",
    /// The line's good belongs to another grid.
    GoodOfAnotherGrid = "good_of_another_grid",
    /// No agreement of the grid was in force on the business day.
    NoAgreement = "no_agreement",
    /// A voucher was used beyond what remained on it.
    VoucherOverdrawn = "voucher_overdrawn",
    /// A voucher's number is not known.
    VoucherUnknown = "voucher_unknown",
    /// A voucher was sold under a number that exists.
    VoucherNumberTaken = "voucher_number_taken",
    /// More change than cash was given.
    ChangeBeyondCash = "change_beyond_cash",
    /// Rounding-off or donation beyond the limit.
    RoundingBeyondLimit = "rounding_beyond_limit",
    /// Rounding-off and a donation in one sale.
    RoundingAndDonation = "rounding_and_donation",
    /// More was given back than is left of a line.
    RefundBeyondRest = "refund_beyond_rest",
    /// The refund names no sale, or one that is not known.
    RefundWithoutSale = "refund_without_sale",
    /// The refund's line is itself still to be allocated.
    RefundOfUnallocated = "refund_of_unallocated",
    /// The refund paid another sum than its lines are worth.
    RefundPaysOther = "refund_pays_other",
    /// No valid approval of a helper.
    NotApproved = "not_approved",
    /// `whole_sale` was asked for a sale of another shift or with an earlier refund.
    NotAWholeSale = "not_a_whole_sale",
    /// The person at the till is not known here or no longer works here.
    UnknownActor = "unknown_actor",
    /// The till's hash of its previous command is not the one that arrived here.
    PreviousHashDiffers = "previous_hash_differs",
    /// The till's clock was not believed.
    ClockNotBelieved = "clock_not_believed",
    /// The till's total of a tender at closing is not ours.
    ShiftTotalsDiffer = "shift_totals_differ",
    /// The till's last number at closing is not the one before the closing's own.
    LastNumberDiffers = "last_number_differs",
    /// The token behind the receipt's QR code is another sale's.
    ReceiptTokenTaken = "receipt_token_taken",
    /// More pieces of a lot were sold than the books have on the shelf.
    LotBeyondStock = "lot_beyond_stock",
    /// More of a good was sold than its stock book has.
    SoldBeyondStock = "sold_beyond_stock",
    /// Goods of a lot were sold at another grid than theirs, or at one that is not known.
    LotAtOtherGrid = "lot_at_other_grid",
    /// A supporter's goods were sold below the cost that they are to get back.
    SoldBelowCost = "sold_below_cost",
}

/// What a decision changes besides its document.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// The entry's legs.
    pub postings: Postings,
    /// New carries, by version and place.
    pub carries: BTreeMap<(VersionId, usize), i64>,
    /// Changes of instruments' net receipts.
    pub received: BTreeMap<InstrumentId, Minor>,
    /// Pieces of lots that went or came back.
    pub lots: BTreeMap<LotId, Change>,
    /// Goods that came or went by their stock book.
    pub stock: Vec<Moved>,
    /// Vouchers issued.
    pub vouchers_issued: Vec<(String, Minor)>,
    /// Vouchers used, and by how much.
    pub vouchers_used: Vec<(String, Minor)>,
    /// What is to be allocated.
    pub open_items: Vec<OpenItem>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

impl Effects {
    /// Notes something that a person should look at.
    pub fn warn(&mut self, kind: WarningKind, line: usize, amount: Minor) {
        self.warnings.push(Warning { kind, line, amount });
    }

    /// Puts an amount on "to be allocated": credit positive.
    pub fn unallocated(&mut self, line: usize, amount: Minor) -> Result<(), Overflow> {
        self.returned_unallocated(line, amount, 0)
    }

    /// The same for goods that came back: the allocation takes their quantity along.
    pub fn returned_unallocated(&mut self, line: usize, amount: Minor, milli: i64) -> Result<(), Overflow> {
        if !amount.is_zero() {
            self.postings.credit(Role::Unallocated, None, amount)?;
            self.open_items.push(OpenItem { line, amount, milli });
        }
        Ok(())
    }

    /// Takes over the carries and receipts of the terms after the last line.
    pub fn take_terms(&mut self, terms: Terms, before: &Terms) {
        for (version, in_force) in terms.versions {
            let old = before.versions.get(&version);
            for (place, carry) in in_force.carry_e8.into_iter().enumerate() {
                if old.and_then(|old| old.carry_e8.get(place)) != Some(&carry) {
                    self.carries.insert((version, place), carry);
                }
            }
        }
        self.received = terms.received.into_iter().filter(|(_, amount)| !amount.is_zero()).collect();
    }
}
