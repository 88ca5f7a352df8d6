//! Lots: goods come in from a supporter or are bought; pieces are given to families, missed and found. What tills sell of them is theirs
//! to report.

mod pieces;
mod receive;

pub use pieces::{ApproveShortage, Found, GivePieces, MissPieces, ProposeFinding, find_agreed};
pub use receive::{Buy, Leave, NewLot, ProposeLot, TakeIn, take_in_agreed};

use super::{refusal::Refusal, words::Words};
use crate::domain::lot::CannotMove;

/// The refusal of a decision about pieces.
fn refused(cannot: CannotMove) -> Refusal {
    let en = cannot.to_string();
    match cannot {
        CannotMove::HowMany => Refusal::invalid("pieces", Words::new("件数从 1 到 100000", en)),
        CannotMove::BeyondStock { stock } => Refusal::not_now("beyond_stock", format!("架上按账只有 {stock} 件"), en),
        CannotMove::NotMissed { missed } => Refusal::not_now("not_missed", format!("账上只少了 {missed} 件，找不回更多"), en),
        CannotMove::NotOurs => Refusal::not_now("not_ours", "这批货卖出以前还是爱心股东的，不能赠出或核销：请退还，或者卖掉", en),
        CannotMove::Overflow(overflow) => overflow.into(),
    }
}
