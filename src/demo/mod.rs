//! The demo cooperative: an invented shop to look around in. It has no door of its own: whatever it does goes through the same
//! use cases as the API.

use crate::{
    app::{
        Refusal, Service,
        found::{Founding, found},
    },
    store::coop::{self, Coop},
};

/// Its name for sign-ins.
pub const CODE: &str = "demo";

/// Whether a database may hold the demo: it is empty, or it holds a demo already.
pub async fn may_live_in(service: &Service) -> Result<bool, Refusal> {
    let mut tx = service.db.snapshot().await?;
    Ok(coop::all(&mut tx).await?.iter().all(|coop| coop.is_demo))
}

/// The demo cooperative of this database, founded where there is none.
pub async fn cooperative(service: &Service) -> Result<Coop, Refusal> {
    let mut tx = service.db.snapshot().await?;
    let known = coop::all(&mut tx).await?.into_iter().find(|coop| coop.code == CODE && coop.is_demo);
    drop(tx);
    match known {
        Some(coop) => Ok(coop),
        None => found(service, founding()).await,
    }
}

fn founding() -> Founding {
    let name = "梧桐格子铺合作社（演示）".to_owned();
    Founding { code: CODE.to_owned(), name, zone: chrono_tz::Asia::Shanghai, is_demo: true }
}
