//! Shifts and cash without a sale, as a till sends them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fields::{CountedPieces, Invalid, Money, check_unit, count, money_or_zero};
use crate::{
    app::words::Words,
    domain::{
        money::{Minor, Unit},
        reason::Expense,
        shift::{Count, Movement, TillsWord},
    },
};

/// A shift opens: the cash counted in the drawer, and what is brought from the safe or taken to it.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenShift {
    /// The currency; the cooperative's where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CNY")]
    pub unit: Option<String>,
    /// Found in the drawer, by denomination; or state `counted`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 40)]
    pub count: Vec<CountedPieces>,
    /// Found in the drawer as one sum; nothing where both are missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Money>,
    /// Brought from the safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought: Option<Money>,
    /// Taken to the safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Money>,
}

/// An opening, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Found in the drawer.
    pub counted: Minor,
    /// By denomination.
    pub count: Count,
    /// From the safe; negative: to it.
    pub brought: Minor,
}

impl OpenShift {
    /// Reads it into the domain's words.
    pub fn read(&self, unit: &Unit) -> Result<Opened, Invalid> {
        check_unit(self.unit.as_deref(), unit)?;
        let count = count(&self.count, unit)?;
        let by_piece = count.total().map_err(|_| too_large("count"))?;
        let counted = match &self.counted {
            None => by_piece,
            Some(counted) => counted.read("counted", unit)?,
        };
        if !self.count.is_empty() && counted != by_piece {
            let words = Words::new("面额合计与总数不一致", "the denominations do not come to the sum");
            return Err(Invalid::new("counted", words));
        }
        let brought = money_or_zero(self.brought.as_ref(), "brought", unit)?;
        let taken = money_or_zero(self.taken.as_ref(), "taken", unit)?;
        let brought = brought.minus(taken).map_err(|_| too_large("brought"))?;
        Ok(Opened { counted, count, brought })
    }
}

/// A shift closes: a blind count by denomination, and the till's own totals.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseShift {
    /// The currency; the cooperative's where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CNY")]
    pub unit: Option<String>,
    /// Found in the drawer; an empty list is an empty drawer.
    #[schema(max_items = 40)]
    pub count: Vec<CountedPieces>,
    /// The last number that the till used before this command.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    pub last_seq: i64,
    /// The till's own net takings by means, for comparison.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub tenders: Vec<TenderTotal>,
}

/// Net takings of one means in a shift, by the till's own reckoning.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TenderTotal {
    /// `cash`, `wechat`, `alipay` or `voucher`.
    #[schema(pattern = "^(cash|wechat|alipay|voucher)$", example = "cash")]
    pub means: String,
    /// Sales less change and refunds; a leading `-` where more went out than came in.
    #[schema(pattern = r"^-?(0|[1-9][0-9]{0,12})\.[0-9]{2}$", example = "62.10")]
    pub amount: String,
}

impl CloseShift {
    /// Reads it into the domain's words.
    pub fn read(&self, unit: &Unit) -> Result<(Count, TillsWord), Invalid> {
        check_unit(self.unit.as_deref(), unit)?;
        let mut word = TillsWord { last_seq: self.last_seq, ..TillsWord::default() };
        for (at, total) in self.tenders.iter().enumerate() {
            if !matches!(total.means.as_str(), "cash" | "wechat" | "alipay" | "voucher") {
                let words = Words::new("收款方式是 cash、wechat、alipay 或 voucher", "a means is cash, wechat, alipay or voucher");
                return Err(Invalid::new(format!("tenders[{at}].means"), words));
            }
            let field = format!("tenders[{at}].amount");
            let (sign, digits) = total.amount.strip_prefix('-').map_or((1, total.amount.as_str()), |digits| (-1, digits));
            let amount = unit.parse(digits).map_err(|wrong| Invalid::saying(&field, &wrong))?;
            if word.tenders.insert(total.means.clone(), Minor(sign * amount.0)).is_some() {
                return Err(Invalid::new(field, Words::new("同一收款方式写了两次", "this means is listed twice")));
            }
        }
        Ok((count(&self.count, unit)?, word))
    }
}

/// Cash moves without a sale.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveCash {
    /// The currency; the cooperative's where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CNY")]
    pub unit: Option<String>,
    /// `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe).
    #[schema(pattern = "^(pay_in|pay_out|drop)$", example = "pay_in")]
    pub movement: String,
    /// How much, above zero.
    pub amount: Money,
    /// What an expense was for; only with `pay_out`. Tills of the first format did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^(supplies|transport|repairs|other)$", example = "supplies")]
    pub reason: Option<String>,
}

impl MoveCash {
    /// Reads it into the domain's words.
    pub fn read(&self, unit: &Unit) -> Result<(Movement, Minor), Invalid> {
        check_unit(self.unit.as_deref(), unit)?;
        let movement = Movement::of(&self.movement, None).ok_or_else(|| {
            let words = Words::new("现金进出是 pay_in、pay_out 或 drop", "a movement is pay_in, pay_out or drop");
            Invalid::new("movement", words)
        })?;
        let movement = match &self.reason {
            None => movement,
            Some(reason) => Expense::parse(reason).and_then(|expense| Movement::of(movement.slug(), Some(expense))).ok_or_else(|| {
                let zh = "用途只写在支出 pay_out 上：supplies、transport、repairs 或 other";
                let en = "a reason belongs to a pay_out: supplies, transport, repairs or other";
                Invalid::new("reason", Words::new(zh, en))
            })?,
        };
        Ok((movement, self.amount.read_above_zero("amount", unit)?))
    }
}

fn too_large(at: &str) -> Invalid {
    Invalid::new(at, Words::new("金额大得账本放不下", "an amount larger than the books can hold"))
}
