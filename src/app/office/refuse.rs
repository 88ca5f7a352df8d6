//! Why something is not put into the books, in two languages, with the amounts as people write them.

use crate::{
    app::{
        refusal::Refusal,
        words::{Say, Words},
    },
    domain::{
        money::{Minor, Unit},
        office::{CannotPost, CannotWrite, NoInstrument, WrongLine},
    },
};

/// The refusal of a decision.
pub(in crate::app) fn refused(cannot: &CannotPost, unit: &Unit) -> Refusal {
    let money = |amount: Minor| unit.format(amount);
    let en = cannot.to_string();
    let (slug, zh, en) = match cannot {
        CannotPost::BringsNoMoney => ("brings_no_money", "这个约定不直接收钱：物资按批次登记，培训按课次登记，分成来自销售".to_owned(), en),
        CannotPost::BringsNoGoods => ("brings_no_goods", "只有捐物和限定捐赠的约定收物资批次".to_owned(), en),
        CannotPost::Ended => ("ended", "这个约定已经结束，不能再收款；要继续，请新立一个约定".to_owned(), format!("{en}: agree a new one")),
        CannotPost::NotBegun => ("not_begun", "这个约定那天还没有开始，请核对日期".to_owned(), format!("{en}: check the day")),
        CannotPost::BeyondAgreed { left } => {
            ("beyond_agreed", format!("超过约定的金额：还可以收 {}", money(*left)), format!("{en}: {} may still come in", money(*left)))
        }
        CannotPost::BeyondHeld { held } => {
            ("beyond_held", format!("账上没有这么多：现在是 {}", money(*held)), format!("{en}: there is {}", money(*held)))
        }
        CannotPost::NotPaidBack => ("not_paid_back", "只有借款可以还、股金可以退".to_owned(), en),
        CannotPost::NotRestricted => ("not_restricted", "只有限定捐赠按用途支用".to_owned(), en),
        CannotPost::OtherPurpose => (
            "other_purpose",
            "这笔捐赠限定了别的用途，不能这样用；请换一笔，或者先问捐赠人".to_owned(),
            format!("{en}: use another gift, or ask its giver"),
        ),
        CannotPost::NotALoan => ("not_a_loan", "只有借款可以放弃".to_owned(), en),
        CannotPost::NothingLeft => ("nothing_left", "这笔借款已经没有余额".to_owned(), en),
        CannotPost::NeverReversed => ("never_reversed", "这类凭证不能冲销：退货走退款，别的差错另记一笔".to_owned(), en),
        CannotPost::WaivedSince => ("waived_since", "之后出借人放弃了余款，请先冲销那一笔".to_owned(), en),
        CannotPost::Overflow(overflow) => return (*overflow).into(),
    };
    Refusal::not_now(slug, zh, en)
}

/// The refusal of terms.
pub(super) fn no_instrument(wrong: NoInstrument) -> Refusal {
    let (at, zh) = match wrong {
        NoInstrument::WithoutSum => ("cap", "请写明借多少、认缴多少"),
        NoInstrument::Purpose => ("purpose", "限定捐赠要写明用途，别的约定不写"),
        NoInstrument::Schedule => ("schedule", "只有借款有还款计划"),
        NoInstrument::Instalments => ("schedule", "各期按日期先后、都在开始之后，加起来正好是借款总额"),
        NoInstrument::Days => ("ends_on", "到期日不能早于开始日"),
    };
    Refusal::invalid(at, Words::new(zh, wrong.to_string()))
}

impl Say for WrongLine {
    fn zh(&self) -> String {
        let words = match self {
            Self::Nothing => "金额要大于零",
            Self::NoAccount => "没有这个科目",
            Self::NotOpen => "这个科目由它自己的单据来记，不能这样写",
            Self::WithoutPerson => "请写明是谁的",
            Self::WithPerson => "这个科目不分人",
            Self::WithoutAgreement => "请写明是哪个约定",
            Self::WithAgreement => "这个科目上没有约定",
            Self::AgreementDebit => "约定收到的钱记在贷方",
        };
        words.to_owned()
    }
}

impl Say for CannotWrite {
    fn zh(&self) -> String {
        match self {
            Self::HowMany => "一张凭证有 2 到 500 行".to_owned(),
            Self::Unbalanced => "借方和贷方要相等".to_owned(),
            Self::Line { place, why } => format!("第 {} 行：{}", place + 1, why.zh()),
        }
    }
}
