//! The whole API on one screen, and what stands around every answer.

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef, Request},
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    timeout::TimeoutLayer,
};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    apps,
    caller::ACCESS_COOKIE,
    csv,
    limits::InFlight,
    ops::{self, Numbers},
    pages,
    problem::Problem,
    public_url::PublicUrl,
    routes, shop,
};
use crate::app::{Service, darkroom::UPLOAD_BYTES};

/// A body ends at 256 KB.
const BODY_BYTES: usize = 256 * 1024;
/// An answer comes within 30 seconds.
const ANSWER_TIME: Duration = Duration::from_secs(30);

/// What handlers share.
#[derive(Clone)]
pub struct Shared {
    service: Service,
    in_flight: InFlight,
}

impl FromRef<Shared> for Service {
    fn from_ref(shared: &Shared) -> Self {
        shared.service.clone()
    }
}

impl FromRef<Shared> for InFlight {
    fn from_ref(shared: &Shared) -> Self {
        shared.in_flight.clone()
    }
}

/// How to begin, at the head of the readable page.
const ABOUT: &str = "\
格子铺的收银台与账簿。The till and the books of grid shops.

**开始 Begin**：用合作社、登录名、口令请求 `POST /sign-in`（`make run` 会印出演示的口令），按 *Authorize*，贴上 `access_token`，十分钟内有效，用 `POST /refresh` 续。收银台的请求贴收银台的令牌。 \
Sign in, press *Authorize*, paste the `access_token`; it lasts ten minutes, `POST /refresh` gives the next. For what a till reports, paste the till's token.

**命令 Commands**：带一个 `Idempotency-Key`（UUID），做成的东西就用这个编号；本页每按一次自动生成一个；同一编号、同样内容只记一次。 \
A command's key becomes the id of what it makes; this page makes one for each press. The same key with the same body counts once.

**收银台 Till**：命令按 `seq` 编号，`GET /till` 给出下一个号和上一条的指纹 `prev_hash`。已经发生的买卖不会被拒绝：入账（201），或者保留等待（202）。可先问 `POST /sales/quote`。 \
Commands are numbered; `GET /till` gives the next `seq` and the last hash. What happened is posted (201) or kept (202), never refused for a business reason.

**金额 Money** 是带全部小数的文字，`\"12.50\"`，text with all decimals. **错误 Errors** 有中英文两种说明，problem+json in both languages. **列表 Lists** 分页，把 `next` 填到 `after`；加 `format=csv` 就是整份表格。 Paged by `next` → `after`; `format=csv` gives the whole list as a table.

docs/API.md：一整天的例子 a whole day, to paste into a shell.";

#[derive(OpenApi)]
#[openapi(
    info(title = "Gezi 格子", description = ABOUT, license(name = "MIT OR Apache-2.0")),
    modifiers(&Shown),
    security(("bearer" = []), ("cookie" = []))
)]
struct Described;

/// What a sender shows.
struct Shown;

impl Modify for Shown {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
        let bearer = bearer.description(Some("A person's access token from POST /sign-in, or a till's token from its enrolment"));
        let cookie = ApiKeyValue::with_description(ACCESS_COOKIE, "Our own pages: set by POST /sign-in with cookies: true");
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer.build()));
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

#[expect(clippy::too_many_lines, reason = "one line an address: the whole API is read in one place")]
fn described() -> OpenApiRouter<Shared> {
    OpenApiRouter::with_openapi(Described::openapi())
        .routes(routes!(routes::sign_in::sign_in))
        .routes(routes!(routes::sign_in::refresh))
        .routes(routes!(routes::sign_in::sign_out))
        .routes(routes!(routes::founding::founding, routes::founding::found))
        .routes(routes!(routes::logins::me))
        .routes(routes!(routes::logins::change_password))
        .routes(routes!(routes::logins::set_login))
        .routes(routes!(routes::facts::open_shift))
        .routes(routes!(routes::facts::sell))
        .routes(routes!(routes::facts::quote))
        .routes(routes!(routes::facts::refund))
        .routes(routes!(routes::facts::move_cash))
        .routes(routes!(routes::facts::close_shift))
        .routes(routes!(routes::entries::list_entries))
        .routes(routes!(routes::entries::show_entry))
        .routes(routes!(routes::accounts::list_accounts))
        .routes(routes!(routes::accounts::account_postings))
        .routes(routes!(routes::accounts::trial_balance))
        .routes(routes!(routes::balance_lines::list_balance_lines))
        .routes(routes!(routes::accounts::show_head))
        .routes(routes!(routes::accounts::list_balances))
        .routes(routes!(routes::takings::show_takings))
        .routes(routes!(routes::today::show_day))
        .routes(routes!(routes::waiting::list_waiting))
        .routes(routes!(routes::sales_list::list_sales))
        .routes(routes!(routes::sales_list::total_sales))
        .routes(routes!(routes::refunds::total_refunds))
        .routes(routes!(routes::sales::show_sale))
        .routes(routes!(routes::refunds::list_refunds))
        .routes(routes!(routes::refunds::show_refund))
        .routes(routes!(routes::cash_movements::list_cash_movements))
        .routes(routes!(routes::receipts::receipt_as_text))
        .routes(routes!(routes::receipts::receipt_as_pdf))
        .routes(routes!(routes::receipts::find_receipt))
        .routes(routes!(routes::statements::preview_statement))
        .routes(routes!(routes::statements::preview_statement_pdf))
        .routes(routes!(routes::statements::issue_statement, routes::statements::list_statements))
        .routes(routes!(routes::statements::show_statement))
        .routes(routes!(routes::statements::statement_bytes))
        .routes(routes!(routes::statements::statement_lines))
        .routes(routes!(routes::earnings::show_earnings))
        .routes(routes!(routes::shifts::list_shifts))
        .routes(routes!(routes::shifts::show_shift))
        .routes(routes!(routes::shifts::shift_on_paper))
        .routes(routes!(routes::till::enrol_till))
        .routes(routes!(routes::till::till_state))
        .routes(routes!(routes::till::till_shop))
        .routes(routes!(routes::till::approve_at_till))
        .routes(routes!(routes::till::set_pin))
        .routes(routes!(routes::sellers::set_picture_pin))
        .routes(routes!(routes::sellers::check_seller))
        .routes(routes!(routes::tills::add_till, routes::tills::list_tills))
        .routes(routes!(routes::tills::show_till_code))
        .routes(routes!(routes::tills::revoke_till))
        .routes(routes!(routes::sites::list_sites, routes::sites::add_site))
        .routes(routes!(routes::sites::get_site))
        .routes(routes!(routes::sites::set_door))
        .routes(routes!(routes::grids::list_grids, routes::grids::add_grid))
        .routes(routes!(routes::grids::get_grid))
        .routes(routes!(routes::grids::give_grid))
        .routes(routes!(routes::grids::set_grid_page))
        .routes(routes!(routes::sharing::show_sharing))
        .routes(routes!(routes::sharing::hide_sharing))
        .routes(routes!(routes::goods::list_goods, routes::goods::add_good))
        .routes(routes!(routes::goods::get_good))
        .routes(routes!(routes::goods::set_price))
        .routes(routes!(routes::goods::set_picture))
        .merge(uploads())
        .routes(routes!(routes::people::list_people, routes::people::add_person))
        .routes(routes!(routes::people::get_person))
        .routes(routes!(routes::people::join))
        .routes(routes!(routes::people::change_nickname))
        .routes(routes!(routes::people::change_face))
        .routes(routes!(routes::people::erase_person))
        .routes(routes!(routes::private::replace_particulars))
        .routes(routes!(routes::private::list_readings, routes::private::read_particulars))
        .routes(routes!(routes::imports::preview_people))
        .routes(routes!(routes::imports::import_people))
        .routes(routes!(routes::imports::preview_goods))
        .routes(routes!(routes::imports::import_goods))
        .routes(routes!(routes::roles::list_role_grants, routes::roles::give_role))
        .routes(routes!(routes::roles::end_role))
        .routes(routes!(routes::repairs::list_quarantine))
        .routes(routes!(routes::repairs::view_quarantined))
        .routes(routes!(routes::repairs::list_early))
        .routes(routes!(routes::proposals::propose_repair))
        .routes(routes!(routes::proposals::propose_loss))
        .routes(routes!(routes::proposals::list_proposals))
        .routes(routes!(routes::proposals::view_proposal))
        .routes(routes!(routes::proposals::agree_to_proposal))
        .routes(routes!(routes::proposals::reject_proposal))
        .routes(routes!(routes::instruments::list_instruments, routes::instruments::add_instrument))
        .routes(routes!(routes::instruments::get_instrument))
        .routes(routes!(routes::instruments::instrument_events))
        .routes(routes!(routes::instruments::end_instrument))
        .routes(routes!(routes::instruments::list_wishes, routes::instruments::log_wish))
        .routes(routes!(routes::office_events::receive_from_supporter))
        .routes(routes!(routes::office_events::give_back_to_supporter))
        .routes(routes!(routes::office_events::spend_gift))
        .routes(routes!(routes::office_events::waive_loan))
        .routes(routes!(routes::office_events::take_deposit))
        .routes(routes!(routes::office_events::return_deposit))
        .routes(routes!(routes::office_events::pay_rent))
        .routes(routes!(routes::office_events::waive_rent))
        .routes(routes!(routes::office_events::pay_member_capital))
        .routes(routes!(routes::office_events::withdraw_member_capital))
        .routes(routes!(routes::office_events::pay_share))
        .routes(routes!(routes::office_events::redonate_share))
        .routes(routes!(routes::office_events::pass_donations_on))
        .routes(routes!(routes::office_events::bank_cash))
        .routes(routes!(routes::office_events::pay_bill))
        .routes(routes!(routes::office_events::reverse_entry))
        .routes(routes!(routes::providers::settle_provider))
        .routes(routes!(routes::rents::list_grid_contracts, routes::rents::add_grid_contract))
        .routes(routes!(routes::rents::get_grid_contract))
        .routes(routes!(routes::rents::end_grid_contract))
        .routes(routes!(routes::rents::list_site_rents, routes::rents::set_site_rent))
        .routes(routes!(routes::rents::list_grid_wishes, routes::rents::add_grid_wish))
        .routes(routes!(routes::rents::end_grid_wish))
        .routes(routes!(routes::rent_runs::list_rent_runs, routes::rent_runs::run_rent))
        .routes(routes!(routes::rent_runs::preview_rent))
        .routes(routes!(routes::lots::list_lots, routes::lots::take_in_lot))
        .routes(routes!(routes::lots::get_lot))
        .routes(routes!(routes::lots::lot_movements))
        .routes(routes!(routes::lots::appraise_lot))
        .routes(routes!(routes::lots::leave_goods))
        .routes(routes!(routes::lots::buy_goods))
        .routes(routes!(routes::lots::give_pieces))
        .routes(routes!(routes::lots::miss_pieces))
        .routes(routes!(routes::lots::approve_shortage))
        .routes(routes!(routes::lots::propose_finding))
        .routes(routes!(routes::trainings::list_trainings, routes::trainings::plan_training))
        .routes(routes!(routes::trainings::show_training))
        .routes(routes!(routes::trainings::record_attendance))
        .routes(routes!(routes::trainings::call_off_training))
        .routes(routes!(routes::trainings::show_minutes))
        .routes(routes!(routes::payouts::list_payout_runs, routes::payouts::draft_payouts))
        .routes(routes!(routes::payouts::preview_payouts))
        .routes(routes!(routes::payouts::list_payouts))
        .routes(routes!(routes::payout_signing::waiting_payouts))
        .routes(routes!(routes::payouts::get_payout))
        .routes(routes!(routes::payouts::payout_on_paper))
        .routes(routes!(routes::payouts::cancel_payout))
        .routes(routes!(routes::payouts::pay_payout))
        .routes(routes!(routes::payouts::fail_payout))
        .routes(routes!(routes::payout_signing::confirm_payout))
        .routes(routes!(routes::payout_signing::co_sign_payout))
        .routes(routes!(routes::payout_signing::refuse_payout))
        .routes(routes!(routes::payout_signing::payouts_at_till))
        .routes(routes!(routes::payout_signing::confirm_payout_at_till))
        .routes(routes!(routes::payees::payout_terms, routes::payees::set_payout_terms))
        .routes(routes!(routes::payees::list_support_plans, routes::payees::set_support_plan))
        .routes(routes!(routes::payees::list_bank_accounts, routes::payees::propose_bank_account))
        .routes(routes!(routes::payees::decide_bank_account))
        .routes(routes!(routes::payees::read_bank_account))
        .routes(routes!(routes::payees::transfer_file))
        .routes(routes!(routes::stock::receive_goods))
        .routes(routes!(routes::stock::take_goods_home))
        .routes(routes!(routes::stock::set_stock_level))
        .routes(routes!(routes::stock::list_counts, routes::stock::count_good))
        .routes(routes!(routes::stock::decide_count))
        .routes(routes!(routes::stock::list_stock))
        .routes(routes!(routes::stock::stock_movements))
        .routes(routes!(routes::drafts::propose_opening))
        .routes(routes!(routes::drafts::propose_manual_entry))
        .routes(routes!(routes::drafts::propose_reversal))
        .routes(routes!(routes::drafts::add_instrument_paper))
        .routes(routes!(routes::drafts::show_paper))
        .routes(routes!(routes::office_events::list_office_events))
        .routes(routes!(routes::office_events::show_office_event))
        .routes(routes!(routes::shares::show_shares))
        .routes(routes!(routes::agreements::list_agreement_versions, routes::agreements::propose_agreement))
        .routes(routes!(routes::dry_runs::dry_run_agreement))
        .routes(routes!(routes::agreements::get_agreement_version))
        .routes(routes!(routes::agreements::approve_agreement))
        .routes(routes!(routes::agreements::withdraw_agreement))
        .routes(routes!(routes::agreements::consent))
        .routes(routes!(routes::vouchers::list_vouchers))
        .routes(routes!(routes::vouchers::get_voucher))
        .routes(routes!(routes::tasks::list_tasks))
        .routes(routes!(routes::tasks::close_task))
        .routes(routes!(routes::tasks::list_open_items))
        .routes(routes!(routes::tasks::allocate))
}

/// What takes larger bodies than the rest.
fn uploads() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(routes::images::upload))
        .routes(routes!(routes::drafts::upload_paper_bytes))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES))
}

/// The description of the API, OpenAPI 3.1.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    OpenApiRouter::with_openapi(Described::openapi()).nest("/api/v1", described()).into_openapi()
}

/// The API of a service.
pub fn api(service: Service) -> Router {
    serving(service, Router::new())
}

/// Everything that a running service answers: the API, the pages, and what its keeper asks. `known_as` is where people find it.
pub fn app(service: Service, numbers: Numbers, known_as: Option<PublicUrl>) -> Router {
    let all = serving(service, pages::routes(openapi_text()).merge(apps::routes()).merge(shop::routes()).merge(ops::routes(numbers)));
    match known_as {
        Some(url) => all.layer(axum::middleware::map_request(move |request| std::future::ready(url.correct(request)))),
        None => all,
    }
}

/// The description as it is served, printed and committed as docs/openapi.json.
#[must_use]
pub fn openapi_text() -> String {
    // A description made of our own types always has JSON.
    let mut text = openapi().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}

fn serving(service: Service, besides: Router<Shared>) -> Router {
    let shared = Shared { service, in_flight: InFlight::default() };
    let (api, description) = OpenApiRouter::new().nest("/api/v1", described()).split_for_parts();
    let api = api.layer(axum::middleware::from_fn_with_state(csv::tables(&description), csv::as_table));
    let api = api
        .route("/r/{code}/{token}", get(routes::receipts::public_receipt))
        .route("/media/{code}/{file}", get(routes::images::media))
        .merge(besides);
    let id = REQUEST_ID;
    let around = ServiceBuilder::new()
        .map_request(keep_only_ids)
        .layer(SetRequestIdLayer::new(id.clone(), NewRequestId(shared.service.clone())))
        .layer(axum::middleware::from_fn(super::trace::trace))
        .layer(PropagateRequestIdLayer::new(id))
        .map_response(super::headers::guard)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(axum::middleware::map_response(worded_timeout))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_TIME))
        .layer(DefaultBodyLimit::max(BODY_BYTES));
    api.fallback(|| async { Problem::no_route() })
        .method_not_allowed_fallback(|| async { Problem::wrong_method() })
        .layer(around)
        .with_state(shared)
}

/// What names a request in the log. A sender may bring a UUID; anything else is not ours to keep.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

fn keep_only_ids(mut request: Request) -> Request {
    let is_id = |value: &HeaderValue| value.to_str().is_ok_and(|text| text.len() == 36 && uuid::Uuid::parse_str(text).is_ok());
    if !request.headers().get_all(REQUEST_ID).iter().all(is_id) {
        request.headers_mut().remove(REQUEST_ID);
    }
    request
}

#[derive(Clone)]
struct NewRequestId(Service);

impl MakeRequestId for NewRequestId {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        let id = self.0.chance.id(self.0.clock.now());
        HeaderValue::from_str(&id.to_string()).ok().map(RequestId::new)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands over the panic itself")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(cause = text.unwrap_or("without words"), "a handler panicked");
    Problem::broken().into_response()
}

async fn worded_timeout(response: Response) -> Response {
    if response.status() == StatusCode::REQUEST_TIMEOUT { Problem::timeout().into_response() } else { response }
}
