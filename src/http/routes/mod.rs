//! One file per thing of the shop. A new endpoint: a use case in `app`, a section here, a line in `router.rs`.

/// A request that makes or changes something: every one has the same answers.
///
/// `request! { /// What it is. name, "/path", "tag", Body as body => UseCase { … } }`; `, then f` runs `f(&service)` once it is done.
macro_rules! request {
    ($(#[$doc:meta])* $name:ident, $path:literal, $tag:literal, $body:ty as $read:ident => $use_case:expr $(, then $then:path)?) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, tag = $tag, request_body = $body,
            params(("Idempotency-Key" = uuid::Uuid, Header, description = "The sender's own id for it; what is new takes it")),
            responses(
                (status = 201, description = "Done; the same answer for every repeat", body = crate::http::reply::Made),
                (status = "4XX", description = "Nothing was changed", body = crate::http::problem::Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "Send the same again", body = crate::http::problem::Problem, content_type = "application/problem+json")))]
        pub async fn $name(
            axum::extract::State(service): axum::extract::State<crate::app::Service>,
            command: crate::http::command::Command<$body>,
        ) -> Result<crate::http::reply::Made, crate::http::problem::Problem> {
            let $read = &command.body;
            let made = command.run(&service, $use_case).await?;
            $($then(&service).await;)?
            Ok(made)
        }
    };
}

pub mod accounts;
pub mod agreements;
pub mod balance_lines;
pub mod cash_movements;
pub mod drafts;
pub mod dry_runs;
pub mod earnings;
pub mod entries;
pub mod facts;
pub mod founding;
pub mod goods;
pub mod grids;
pub mod heading;
pub mod images;
pub mod imports;
pub mod instruments;
pub mod logins;
pub mod lots;
pub mod office_events;
pub mod payees;
pub mod payout_signing;
pub mod payouts;
pub mod people;
pub mod private;
pub mod proposals;
pub mod providers;
pub mod receipts;
pub mod refunds;
pub mod rent_runs;
pub mod rents;
pub mod repairs;
pub mod roles;
pub mod sales;
pub mod sales_list;
pub mod sellers;
pub mod shares;
pub mod sharing;
pub mod shifts;
pub mod sign_in;
pub mod sites;
pub mod statements;
pub mod stock;
pub mod takings;
pub mod tasks;
pub mod till;
pub mod tills;
pub mod today;
pub mod trainings;
pub mod vouchers;
pub mod waiting;
