//! Whether the shop shows how a grid's sales are shared: its owner decides.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::shop::{HideSharing, ShowSharing},
    domain::id::GridId,
};

/// A consent to show how sales are shared.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSharingConsent {
    /// Of which grid.
    pub grid_id: Uuid,
    /// `paper` or `spoken`, where it is logged for the owner; missing where the owner or their guardian says it.
    #[schema(pattern = "^(paper|spoken)$", example = "paper")]
    pub manner: Option<String>,
}

request! {
    /// Today's owner of a grid agrees that the shop shows how its sales are shared, or somebody logs that they did. Who and when is kept.
    show_sharing, "/sharing-consents", "shop", NewSharingConsent as body => ShowSharing {
        grid: GridId(body.grid_id),
        manner: body.manner.clone(),
    }
}

/// A consent that is taken back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSharingWithdrawal {
    /// Of which grid.
    pub grid_id: Uuid,
}

request! {
    /// Today's owner of a grid no longer agrees: the shop stops showing how its sales are shared.
    hide_sharing, "/sharing-withdrawals", "shop", NewSharingWithdrawal as body => HideSharing { grid: GridId(body.grid_id) }
}
