//! A shop of one's own for each test: a new database, a clock that stands still, chance from a seed, and people who speak HTTP.

mod answer;
mod database;
mod dice;
mod market;
mod openapi;
mod seed;
mod shop;
mod stall;
mod tamper;
mod till;

pub use answer::Answer;
pub use database::Database;
pub use dice::{Dice, yuan};
pub use market::Market;
pub use openapi::{Description, Operation};
pub use shop::{Shop, Who};
pub use stall::Stall;
pub use tamper::Proof;
pub use till::{Report, Till};

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Runs each test on both databases: `on_both! { async fn a_name(shop: Shop) { … } }`.
macro_rules! on_both {
    ($($(#[$attribute:meta])* async fn $name:ident($shop:ident: Shop) $body:block)*) => { $(
        mod $name {
            use super::*;

            async fn story($shop: Shop) $body

            $(#[$attribute])*
            #[tokio::test]
            async fn sqlite() {
                story($crate::harness::Shop::new($crate::harness::Engine::Sqlite).await).await;
            }

            $(#[$attribute])*
            #[tokio::test]
            async fn postgres() {
                story($crate::harness::Shop::new($crate::harness::Engine::Postgres).await).await;
            }
        }
    )* };
}
