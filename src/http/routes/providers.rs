//! What providers pay out.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::{format::fields::Money, office::SettleProvider};

/// A provider's bill.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettlement {
    /// `wechat` or `alipay`.
    #[schema(pattern = "^(wechat|alipay)$")]
    pub provider: String,
    /// What customers paid through it.
    pub gross: Money,
    /// What it keeps of that.
    pub fee: Money,
    /// What came to the bank: the two come to the gross amount.
    pub net: Money,
    /// When; today where it is missing.
    pub day: Option<NaiveDate>,
    /// The uploaded bill, by its name.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub paper: Option<String>,
}

request! {
    /// Record what a provider (微信, 支付宝) paid out (到账), and the fee that it kept.
    settle_provider, "/provider-settlements", "money", ProviderSettlement as body => SettleProvider {
        provider: body.provider.clone(),
        gross: body.gross.clone(),
        fee: body.fee.clone(),
        net: body.net.clone(),
        day: body.day,
        paper: body.paper.clone(),
    }
}
