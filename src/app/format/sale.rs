//! A sale, as a till sends it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::fields::{Invalid, Money, NewDiscount, NewTender, check_unit, money_or_zero, quantity, tenders, text, voucher_number};
use crate::{
    app::words::Words,
    domain::{
        id::{GoodId, GridId},
        money::Unit,
        sale::{Basket, BasketLine, Measure, What},
    },
};

/// What was in the basket and how it was paid.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSale {
    /// The currency; the cooperative's where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "CNY")]
    pub unit: Option<String>,
    /// In the order of the receipt, at most 200.
    #[schema(min_items = 1, max_items = 200)]
    pub lines: Vec<NewLine>,
    /// Given by the shop on the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_discount: Option<NewDiscount>,
    /// Taken off to a round sum (抹零), below 1.00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding_off: Option<Money>,
    /// Rounded up for charity, below 1.00; not together with `rounding_off`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub donation: Option<Money>,
    /// How it was paid; tenders less change come to the total.
    #[schema(max_items = 20)]
    pub tenders: Vec<NewTender>,
    /// Given back in cash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Money>,
}

/// A line, with name and price as sold. Either goods, or a voucher.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// The grid whose goods these are; missing for a voucher, and for goods without a label whose owner nobody knows: their money
    /// waits to be allocated (21108), with a task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid_id: Option<Uuid>,
    /// The good, with its `grid_id` only; missing for goods without a label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_id: Option<Uuid>,
    /// The number of a voucher that is sold for `price`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 64)]
    pub voucher: Option<String>,
    /// As shown to the customer.
    #[schema(min_length = 1, max_length = 80, example = "玉米")]
    pub name: String,
    /// `piece` or `kg`.
    #[schema(pattern = "^(piece|kg)$", example = "piece")]
    pub measure: String,
    /// Pieces, or kilograms with at most three decimals, e.g. `"2"` or `"1.250"`.
    #[schema(pattern = r"^[0-9]{1,6}(\.[0-9]{1,3})?$", example = "2")]
    pub quantity: String,
    /// Per piece or kilogram.
    pub price: Money,
    /// Given by the owner: lowers what is split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_discount: Option<NewDiscount>,
    /// Given by the shop: the cooperative's cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop_discount: Option<NewDiscount>,
}

impl NewSale {
    /// Reads it into the domain's words.
    pub fn read(&self, unit: &Unit) -> Result<Basket, Invalid> {
        check_unit(self.unit.as_deref(), unit)?;
        Ok(Basket {
            lines: self.lines.iter().enumerate().map(|(at, line)| line.read(at, unit)).collect::<Result<_, _>>()?,
            order_discount: NewDiscount::read(self.order_discount.as_ref(), "order_discount", unit)?,
            rounding_off: money_or_zero(self.rounding_off.as_ref(), "rounding_off", unit)?,
            donation: money_or_zero(self.donation.as_ref(), "donation", unit)?,
            tenders: tenders(&self.tenders, unit)?,
            change: money_or_zero(self.change.as_ref(), "change", unit)?,
        })
    }
}

impl NewLine {
    fn read(&self, at: usize, unit: &Unit) -> Result<BasketLine, Invalid> {
        let at = format!("lines[{at}]");
        let what = match (self.grid_id, &self.voucher) {
            (Some(grid), None) => What::Goods { grid: GridId(grid), good: self.good_id.map(GoodId) },
            (None, None) if self.good_id.is_none() => What::Goods { grid: GridId::NOBODYS, good: None },
            (None, Some(number)) if self.good_id.is_none() => What::Voucher(voucher_number(number, &format!("{at}.voucher"))?),
            _ => {
                let words = Words::new(
                    "一行要么是商品，要么是一张代金券；写了商品就要写格子",
                    "a line is goods or a voucher, one of the two; a good comes with its grid",
                );
                return Err(Invalid::new(at, words));
            }
        };
        let measure = Measure::parse(&self.measure).ok_or_else(|| {
            let words = Words::new("计量方式是 piece（件）或 kg（公斤）", "a measure is piece or kg");
            Invalid::new(format!("{at}.measure"), words)
        })?;
        let quantity = quantity(&self.quantity, &format!("{at}.quantity"))?;
        if measure == Measure::Piece {
            quantity.whole().map_err(|wrong| Invalid::saying(format!("{at}.quantity"), &wrong))?;
        }
        Ok(BasketLine {
            what,
            name: text(&self.name, &format!("{at}.name"), 80)?,
            measure,
            quantity,
            price: self.price.read(&format!("{at}.price"), unit)?,
            owner_discount: NewDiscount::read(self.owner_discount.as_ref(), &format!("{at}.owner_discount"), unit)?,
            shop_discount: NewDiscount::read(self.shop_discount.as_ref(), &format!("{at}.shop_discount"), unit)?,
        })
    }
}
