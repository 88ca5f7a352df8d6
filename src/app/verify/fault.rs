//! What can be wrong with the books, by name and number, in two languages.

use uuid::Uuid;

use crate::{
    app::words::Say,
    domain::{
        chain::Hash,
        id::{DocumentId, GoodId, InstrumentId, LotId, VersionId},
    },
};

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Numbers without an entry, with entries after them.
    #[error("entries {from} to {upto} are missing")]
    EntriesMissing {
        /// The first.
        from: i64,
        /// The last.
        upto: i64,
    },
    /// A number below one, which nothing ever gets.
    #[error("an entry, a posting or a statement has the number {0}, which nothing ever gets")]
    NumberBelowOne(i64),
    /// A command says that an entry is its own, and the entry names another.
    #[error("entry {0} names another command than the one that says it is its own")]
    CommandDiffers(i64),
    /// A shift was opened or closed, and there is nothing of it.
    #[error("the opening or closing of the command {0} is missing")]
    ShiftMissing(Uuid),
    /// A closing is not what the documents of its shift come to.
    #[error("the closing of shift {0} is not what its documents and its count come to")]
    ClosingDiffers(Uuid),
    /// The head, a command or a posting knows of entries that are gone.
    #[error("entries {from} to {upto} at the end are missing")]
    LastEntriesMissing {
        /// The first that is gone.
        from: i64,
        /// The last that is known of.
        upto: i64,
    },
    /// There are entries after the head's number, or the head's hash is not the last entry's.
    #[error("the head says entry {head}, the last entry is {last}")]
    HeadDiffers {
        /// What the head says.
        head: i64,
        /// The last entry.
        last: i64,
    },
    /// The hash does not fit the entry and its postings.
    #[error("entry {0} was changed: its hash does not fit its heading and postings")]
    EntryChanged(i64),
    /// The entry does not follow the one before it.
    #[error("entry {0} does not follow the one before it: the chain is broken there")]
    ChainBroken(i64),
    /// Debits and credits differ, or there are fewer than two postings.
    #[error("entry {0} does not balance")]
    Unbalanced(i64),
    /// Postings of an entry that does not exist.
    #[error("there are postings of entry {0}, which does not exist")]
    PostingWithoutEntry(i64),
    /// A posting's or the entry's own copy of the day is another.
    #[error("entry {0} has another day on its postings or its document")]
    DayDiffers(i64),
    /// The document behind an entry is gone or cannot be read.
    #[error("entry {number}: its document ({kind} {document}) is missing or cannot be read")]
    DocumentMissing {
        /// The entry.
        number: i64,
        /// What it is.
        kind: String,
        /// Which.
        document: DocumentId,
    },
    /// The document's hash does not fit its rows.
    #[error("entry {number}: its document ({kind} {document}) was changed")]
    DocumentChanged {
        /// The entry.
        number: i64,
        /// What it is.
        kind: String,
        /// Which.
        document: DocumentId,
    },
    /// An entry of a kind that this program does not know.
    #[error("entry {number} is of the kind {kind}, which this program does not know")]
    UnknownKind {
        /// The entry.
        number: i64,
        /// Its kind.
        kind: String,
    },
    /// The parts of a document have other percentages than the agreement's version that split it.
    #[error("entry {0} was split with other percentages than its agreement's version has")]
    PercentDiffers(i64),
    /// A document that moved money has no entry.
    #[error("the document {0} says that money moved and has no entry")]
    DocumentWithoutEntry(DocumentId),
    /// A kept balance is not the sum of its postings.
    #[error("the balance of account {account}{} in {} is kept as debit {} credit {}, its postings come to debit {} credit {}",
            of_party(*party), period(month), kept.0, kept.1, sum.0, sum.1)]
    BalanceDiffers {
        /// The account's code.
        account: String,
        /// Whose; nil for nobody's.
        party: Uuid,
        /// The month; empty for all time.
        month: String,
        /// Kept: debit and credit in minor units.
        kept: (i64, i64),
        /// By the postings.
        sum: (i64, i64),
    },
    /// What remains on vouchers is not what their account owes.
    #[error("{kept} remain on vouchers, their account owes {sum} (minor units)")]
    VouchersDiffer {
        /// On the vouchers.
        kept: i64,
        /// By the postings.
        sum: i64,
    },
    /// What remains on a voucher is not what its sale, its uses and its refunds leave.
    #[error("{kept} remain on voucher {number}, its documents leave {sum} (minor units)")]
    VoucherDiffers {
        /// Which.
        number: String,
        /// On the voucher.
        kept: i64,
        /// By the documents.
        sum: i64,
    },
    /// What a document left open, or an allocation found an owner for, is not what its entry says.
    #[error("the open items of document {document} come to {kept}, its entry to {sum} (minor units)")]
    OpenItemDiffers {
        /// The document.
        document: DocumentId,
        /// In the open items.
        kept: i64,
        /// By its entry.
        sum: i64,
    },
    /// What waits to be allocated is not what its account holds.
    #[error("{kept} wait to be allocated, their account holds {sum} (minor units)")]
    OpenItemsDiffer {
        /// In the open items.
        kept: i64,
        /// By the postings.
        sum: i64,
    },
    /// The carries of an agreement's version do not sum to zero.
    #[error("the carries of the agreement version {0} do not sum to zero")]
    CarryDiffers(VersionId),
    /// What a capped share is kept to have received is not what its parts come to.
    #[error("instrument {instrument} is kept to have received {kept}, its parts come to {sum} (minor units)")]
    ReceivedDiffers {
        /// Which.
        instrument: InstrumentId,
        /// Kept.
        kept: i64,
        /// By the parts.
        sum: i64,
    },
    /// What went out of an agreement is not what is kept.
    #[error("instrument {instrument} is kept to have used {kept}, its events come to {sum} (minor units)")]
    UsedDiffers {
        /// Which.
        instrument: InstrumentId,
        /// As it is kept.
        kept: i64,
        /// As its events come to.
        sum: i64,
    },
    /// A payout was paid without its signatures, or otherwise than it was drafted.
    #[error("the payout {0} lacks a signature, or was paid otherwise than it was drafted")]
    PayoutDiffers(DocumentId),
    /// A charge of rent is not what its contract and its month say.
    #[error("the rent {0} is not what its contract and its month say")]
    RentDiffers(DocumentId),
    /// What is kept of an agreement's goods is not what lies in its lots.
    #[error("instrument {instrument} is kept to have goods of {kept} in lots, they come to {sum} (minor units)")]
    BookGoodsDiffer {
        /// Which.
        instrument: InstrumentId,
        /// As it is kept.
        kept: i64,
        /// As its lots come to.
        sum: i64,
    },
    /// The pieces of a lot are not what its sales, refunds and events come to.
    #[error("lot {lot} is kept to have {kept} pieces on the shelf, its sales and events leave {sum}")]
    LotDiffers {
        /// Which.
        lot: LotId,
        /// As it is kept.
        kept: i64,
        /// As its lines and events come to.
        sum: i64,
    },
    /// What lies of a good is not what its stock book comes to.
    #[error("good {good} is kept to have {kept} thousandths, its stock book comes to {sum}")]
    StockDiffers {
        /// Which.
        good: GoodId,
        /// As it is kept.
        kept: i64,
        /// As its movements come to.
        sum: i64,
    },
    /// The memo accounts of a lot are not its pieces.
    #[error("the memo accounts of lot {0} are not what became of its pieces")]
    LotMemoDiffers(LotId),
    /// What given goods are worth is not what their account holds.
    #[error("given goods on the shelf are worth {kept}, their account holds {sum} (minor units)")]
    GoodsDiffer {
        /// By the lots.
        kept: i64,
        /// By the postings.
        sum: i64,
    },
    /// Numbers without a statement.
    #[error("statements {from} to {upto} are missing")]
    StatementsMissing {
        /// The first.
        from: i64,
        /// The last.
        upto: i64,
    },
    /// A statement does not close with what its entries come to.
    #[error("statement {0} does not close with what the entries that it lists come to")]
    StatementClosing(i64),
    /// The head printed on a statement is not in the chain.
    #[error("statement {number} shows entry {head} with another hash: the chain was rewritten")]
    StatementHead {
        /// The statement.
        number: i64,
        /// The entry that it shows.
        head: i64,
    },
    /// A statement's bytes are not those that were issued.
    #[error("the bytes of statement {0} were changed")]
    StatementChanged(i64),
    /// A picture's bytes are not those that it is named by.
    #[error("the bytes of the picture {0} were changed")]
    ImageChanged(Hash),
    /// An uploaded paper is not what its name says.
    #[error("the bytes of the paper {0} were changed")]
    PaperChanged(Hash),
    /// A statement does not open where the owner's one before closed.
    #[error("statement {0} does not open where the one before closed")]
    StatementOpening(i64),
    /// The head printed on a Z report is not in the chain.
    #[error("the Z report of shift {shift} shows entry {head} with another hash: the chain was rewritten")]
    ZHead {
        /// The shift.
        shift: Uuid,
        /// The entry that it shows.
        head: i64,
    },
    /// The head given from paper is not in the chain.
    #[error(
        "entry {0} does not have the hash on the paper. Check what was typed; if it is right, the chain was rewritten, or the paper is another cooperative's"
    )]
    PaperHead(i64),
}

fn of_party(party: Uuid) -> String {
    if party.is_nil() { String::new() } else { format!(" of {party}") }
}

fn period(month: &str) -> &str {
    if month.is_empty() { "all time" } else { month }
}

impl Say for Fault {
    fn zh(&self) -> String {
        match self {
            Self::EntriesMissing { from, upto } => format!("缺少凭证 {from} 到 {upto}"),
            Self::NumberBelowOne(number) => format!("有凭证、分录或对账单编号为 {number}，这个号不会有人用"),
            Self::CommandDiffers(number) => format!("凭证 {number} 记的命令，与自称记了它的命令不是同一个"),
            Self::ShiftMissing(command) => format!("命令 {command} 的开班或交班记录不见了"),
            Self::ClosingDiffers(shift) => format!("班次 {shift} 的交班与它的单据、点钞不符"),
            Self::VoucherDiffers { number, kept, sum } => format!("代金券 {number} 上剩 {kept} 分，按单据应剩 {sum} 分"),
            Self::OpenItemDiffers { document, kept, sum } => format!("单据 {document} 的待分配项目共 {kept} 分，它的凭证上是 {sum} 分"),
            Self::StatementClosing(number) => format!("对账单 {number} 的期末与它所列凭证的合计不符"),
            Self::LastEntriesMissing { from, upto } => format!("末尾的凭证 {from} 到 {upto} 不见了"),
            Self::HeadDiffers { head, last } => format!("账本头记的是凭证 {head}，最后一张凭证却是 {last}"),
            Self::EntryChanged(number) => format!("凭证 {number} 被改动：指纹与内容、分录不符"),
            Self::ChainBroken(number) => format!("凭证 {number} 接不上前一张，链在这里断开"),
            Self::Unbalanced(number) => format!("凭证 {number} 借贷不平"),
            Self::PostingWithoutEntry(number) => format!("有分录属于不存在的凭证 {number}"),
            Self::DayDiffers(number) => format!("凭证 {number} 的日期与分录或单据不一致"),
            Self::DocumentMissing { number, kind, document } => format!("凭证 {number} 的单据（{kind} {document}）缺失或读不出"),
            Self::DocumentChanged { number, kind, document } => format!("凭证 {number} 的单据（{kind} {document}）被改动"),
            Self::UnknownKind { number, kind } => format!("凭证 {number} 的种类 {kind} 本程序不认识"),
            Self::PercentDiffers(number) => format!("凭证 {number} 分账的比例与它的协议版本不符"),
            Self::DocumentWithoutEntry(document) => format!("单据 {document} 有金额，却没有凭证"),
            Self::BalanceDiffers { account, party, month, kept, sum } => {
                let (whose, month) = (of_party(*party), if month.is_empty() { "累计" } else { month });
                format!("科目 {account}{whose} {month} 的余额记为借 {} 贷 {}，分录合计是借 {} 贷 {}（分）", kept.0, kept.1, sum.0, sum.1)
            }
            Self::VouchersDiffer { kept, sum } => format!("代金券上共剩 {kept} 分，账上应付 {sum} 分"),
            Self::OpenItemsDiffer { kept, sum } => format!("待分配项目共 {kept} 分，账上是 {sum} 分"),
            Self::CarryDiffers(version) => format!("分账协议版本 {version} 的分厘结转合计不为零"),
            Self::UsedDiffers { instrument, kept, sum } => {
                format!("爱心股东约定 {instrument} 记为已用 {kept} 分，各笔合计是 {sum} 分")
            }
            Self::ReceivedDiffers { instrument, kept, sum } => {
                format!("爱心股东约定 {instrument} 记为已得 {kept} 分，各行合计是 {sum} 分")
            }
            Self::PayoutDiffers(payout) => format!("结款 {payout} 缺少签字，或者与拟款不符"),
            Self::RentDiffers(charge) => format!("格租 {charge} 与它的合同、月份不符"),
            Self::BookGoodsDiffer { instrument, kept, sum } => {
                format!("爱心股东约定 {instrument} 记为有物资 {kept} 分，批次里是 {sum} 分")
            }
            Self::LotDiffers { lot, kept, sum } => format!("批次 {lot} 记为在架 {kept} 件，按销售和登记应有 {sum} 件"),
            Self::StockDiffers { good, kept, sum } => format!("商品 {good} 的库存记为千分之 {kept}，库存账合计是千分之 {sum}"),
            Self::LotMemoDiffers(lot) => format!("批次 {lot} 的备查科目与各件去向不符"),
            Self::GoodsDiffer { kept, sum } => format!("在架的捐赠物资值 {kept} 分，账上是 {sum} 分"),
            Self::StatementsMissing { from, upto } => format!("缺少对账单 {from} 到 {upto}"),
            Self::StatementHead { number, head } => format!("对账单 {number} 上印的凭证 {head} 指纹不同：链被重写过"),
            Self::StatementChanged(number) => format!("对账单 {number} 的文件被改动"),
            Self::PaperChanged(hash) => format!("单据 {hash} 的内容被改动"),
            Self::ImageChanged(hash) => format!("图片 {hash} 的内容被改动"),
            Self::StatementOpening(number) => format!("对账单 {number} 的期初接不上前一张的期末"),
            Self::ZHead { shift, head } => format!("班次 {shift} 的日结单上印的凭证 {head} 指纹不同：链被重写过"),
            Self::PaperHead(number) => {
                format!("凭证 {number} 与纸上的指纹不同。请先核对输入；输入无误，就是链被重写过，或者这张纸是别家合作社的")
            }
        }
    }
}
