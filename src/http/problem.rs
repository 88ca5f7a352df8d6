//! Every error becomes problem+json (RFC 9457) here, and nowhere else: a status, a slug, and words that a volunteer understands.
//!
//! Chinese first, English beside it. A 5xx says nothing but a request id; the cause is logged once.

use axum::{
    extract::rejection::{BytesRejection, PathRejection, QueryRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::{
    Refusal,
    refusal::Shown,
    words::{Say, Words},
};

/// An error, as the wire has it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// A name for programs, e.g. `/problems/not_found`.
    #[serde(rename = "type")]
    pub kind: String,
    /// In Chinese, the same for every problem of this type.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do, in Chinese.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
    /// The field that cannot be read, e.g. `lines[2].price`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// When to send the same again, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<i64>,
}

impl Problem {
    /// A problem of a type.
    #[must_use]
    pub fn new(status: StatusCode, slug: &str, title: &str, words: Words) -> Self {
        let (kind, title) = (format!("/problems/{slug}"), title.to_owned());
        Self { kind, title, status: status.as_u16(), detail: words.zh, detail_en: words.en, field: None, retry_after: None }
    }

    fn at(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()).filter(|field| !field.is_empty()), ..self }
    }

    fn retry(self, seconds: i64) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    /// A request that cannot be read.
    pub fn unreadable(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unreadable", "请求读不懂", Words::new(zh, en))
    }

    /// No such address.
    #[must_use]
    pub fn no_route() -> Self {
        let words = Words::new("没有这个地址，请看 /api/docs", "there is no such address, see /api/docs");
        Self::new(StatusCode::NOT_FOUND, "no_such_address", "没有这个地址", words)
    }

    /// An address that takes other methods.
    #[must_use]
    pub fn wrong_method() -> Self {
        let words = Words::new("这个地址不接受这种请求方法，请看 /api/docs", "this address does not take that method, see /api/docs");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "wrong_method", "请求方法不对", words)
    }

    /// Larger than 256 KB.
    #[must_use]
    pub fn too_large() -> Self {
        let words = Words::new("内容超过 256 KB，请分开发送", "the body is larger than 256 KB: send it in parts");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "内容太大", words)
    }

    /// Took too long.
    #[must_use]
    pub fn timeout() -> Self {
        let words = Words::new(
            "处理超时；用同一个编号再发一次，不会记两遍",
            "it took too long: send the same again with the same key, it will not count twice",
        );
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "timeout", "处理超时", words).retry(2)
    }

    /// More at once than one sender may.
    #[must_use]
    pub fn too_many_at_once() -> Self {
        let words = Words::new("同时发来的请求太多，请稍等再发", "too many requests at once: wait a moment and send the rest");
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "too_many_at_once", "请求太多", words).retry(1)
    }

    /// Something that must not happen; the words say nothing of it.
    #[must_use]
    pub fn broken() -> Self {
        let words = Words::new(
            "服务出了问题，已记录；请把响应头里的 x-request-id 告诉管理员",
            "something broke and was logged: tell the administrator the x-request-id of this answer",
        );
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken", "服务出错", words)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry = self.retry_after;
        let mut response = (status, axum::Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = retry {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// What a missing or foreign thing is called.
fn name_of(what: &'static str) -> &'static str {
    match what {
        "site" => "站点",
        "grid" => "格子",
        "good" => "商品",
        "person" => "人员",
        "image" => "图片",
        "till" | "till epoch" => "收银台",
        "sale" => "销售单",
        "sale line" => "销售单的这一行",
        "refund" => "退款单",
        "shift" => "班次",
        "voucher" => "代金券",
        "agreement version" => "分账协议版本",
        "instrument" => "爱心股东约定",
        "grid contract" => "格子合同",
        "grid wish" => "排队登记",
        "payout" => "结款",
        "payout run" => "这一批结款",
        "bank account" => "收款账户",
        "office event" => "办公室单据",
        "opening balances" => "期初余额",
        "paper" => "单据",
        "statement" => "对账单",
        "proposal" => "提议",
        "task" => "待办事项",
        "entry" => "凭证",
        "account" => "科目",
        "receipt" => "小票",
        "quarantined command" => "隔离单据",
        "open item" => "待分配项目",
        "role" => "角色",
        "membership" => "成员资格",
        "consent" => "同意",
        "cooperative" => "合作社",
        _ => "记录",
    }
}

/// What is said of a secret that does not match.
fn not_right(shown: Shown) -> Words {
    match shown {
        Shown::Login => Words::new("登录名或密码不对，请再试一次", "the name or the password is not right, please try again"),
        Shown::Password => Words::new("现在的密码不对，请再试一次", "the present password is not right, please try again"),
        Shown::Code => Words::new(
            "登记码不对，或者已经过期；请在办公室看新的登记码",
            "the code is not right, or has ended: see a new one in the office",
        ),
        Shown::SetupCode => Words::new(
            "设置码不对；它印在启动服务的窗口里",
            "the setup code is not right: it stands in the window in which the service was started",
        ),
        Shown::Pictures => Words::new("图不对，请再点一次", "these are not the pictures, please tap again"),
        Shown::Pin => Words::new("PIN 不对，请再试一次", "the PIN is not right, please try again"),
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Forbidden(forbidden) => {
                let (zh, en) = forbidden.0.says;
                let words = Words::new(format!("您的角色不能{zh}"), format!("your roles do not let you {en}"));
                Self::new(StatusCode::FORBIDDEN, "forbidden", "没有权限", words)
            }
            Refusal::NotSignedIn => {
                let words = Words::new("请先登录；收银台请重新登记", "please sign in; a till is to be enrolled again");
                Self::new(StatusCode::UNAUTHORIZED, "not_signed_in", "尚未登录", words)
            }
            Refusal::WrongSecret(shown) => Self::new(StatusCode::UNAUTHORIZED, "wrong_secret", "对不上", not_right(shown)),
            Refusal::TooManyAttempts { seconds } => {
                let words =
                    Words::new(format!("试得太多了，请等 {seconds} 秒"), format!("too many attempts, please wait {seconds} seconds"));
                Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", "请稍等", words).retry(seconds)
            }
            Refusal::NotFound(what) => {
                let words = Words::new(format!("找不到这个{}", name_of(what)), format!("there is no such {what} here"));
                Self::new(StatusCode::NOT_FOUND, "not_found", "找不到", words)
            }
            Refusal::Invalid { at, words } => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "内容有误", words).at(&at),
            Refusal::IdTaken => {
                let words = Words::new("这个编号已用于另一张单据，请换一个新编号", "this key belongs to another command: use a new one");
                Self::new(StatusCode::CONFLICT, "id_taken", "编号已被使用", words)
            }
            Refusal::NameTaken(what) => {
                let words = Words::new("这个名字或编号已经有了，请换一个", format!("this {what} is in use, choose another"));
                Self::new(StatusCode::CONFLICT, "name_taken", "名字已被使用", words)
            }
            Refusal::SamePersonTwice => {
                let words = Words::new("这一步要由另一个人来确认", "another person must confirm this");
                Self::new(StatusCode::FORBIDDEN, "same_person_twice", "需要第二个人", words)
            }
            Refusal::SecondAccount => {
                let zh = "第二个签字人的登录或角色是第一个签字人给的（或反过来），算同一个人。请换一个人来签；或者让密码由别人设的那位\
                          先自己改密码；角色也是对方给的，就请在服务器上用 gezi user add 增加一位签字人";
                let en = "one of the two signers has the login or the office from the other, so they count as one person: let somebody else \
                          sign; whose password the other set first chooses their own; where the office came from the other too, add a \
                          signer at the machine with gezi user add";
                Self::new(StatusCode::FORBIDDEN, "same_person_twice", "需要第二个人", Words::new(zh, en))
            }
            Refusal::PasswordsOfOne => {
                let words = Words::new(
                    "两位签字人的密码都是同一个人设的，那个人可以替两人签字。请其中一位先改成只有自己知道的密码",
                    "the passwords of both signers were set by one other person, who could sign as both: one of the two first chooses \
                     a password that nobody else knows",
                );
                Self::new(StatusCode::FORBIDDEN, "same_person_twice", "需要第二个人", words)
            }
            Refusal::DecidedBefore(what) => {
                let words = Words::new(format!("这个{}已经处理过了", name_of(what)), format!("this {what} was decided before"));
                Self::new(StatusCode::CONFLICT, "decided_before", "已经处理过", words)
            }
            Refusal::NotAVersion(wrong) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not_an_agreement", "协议不成立", wrong.say()),
            Refusal::CannotAllocate(wrong) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "cannot_allocate", "不能这样分配", wrong.say()),
            Refusal::NotNow { slug, words } => Self::new(StatusCode::CONFLICT, slug, "现在不能这样做", words),
            Refusal::LinesToMend { first, count } => {
                let words = Words::new(
                    format!("第 {first} 行起有 {count} 处要改，什么都没有导入；请先看预览，改好再导入"),
                    format!("{count} lines are to be mended, the first is line {first}: nothing was brought in; look at the preview first"),
                );
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "lines_to_mend", "名册有要改的地方", words)
            }
            Refusal::Busy => {
                let words = Words::new("系统正忙，请过几秒再发", "busy: send the same again in a few seconds");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "系统正忙", words).retry(2)
            }
            Refusal::Stopping => {
                let words = Words::new("服务正在重启，请过几秒再发", "the service is restarting: send the same again in a few seconds");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "stopping", "服务重启中", words).retry(5)
            }
            Refusal::FateUnknown => {
                let words = Words::new(
                    "连接中断，不知道是否已记账；用同一个编号再发一次，不会记两遍",
                    "the connection was cut and nobody knows whether it counted: send the same again with the same key, it will not count twice",
                );
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "fate_unknown", "是否记账未知", words).retry(2)
            }
            Refusal::Database(error) => {
                tracing::error!(%error, "the database refused");
                if crate::store::db::is_passing(&error) {
                    let words = Words::new(
                        "数据库暂时写不进去（可能磁盘已满），请稍后再发",
                        "the database cannot be written just now (the disk may be full): send the same again later",
                    );
                    return Self::new(StatusCode::SERVICE_UNAVAILABLE, "database_unavailable", "数据库暂不可用", words).retry(5);
                }
                Self::broken()
            }
            Refusal::Broken(cause) => {
                tracing::error!(%cause, "broken");
                Self::broken()
            }
        }
    }
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        Refusal::from(error).into()
    }
}

impl From<crate::app::format::Invalid> for Problem {
    fn from(invalid: crate::app::format::Invalid) -> Self {
        Refusal::from(invalid).into()
    }
}

impl From<crate::auth::policy::Forbidden> for Problem {
    fn from(forbidden: crate::auth::policy::Forbidden) -> Self {
        Refusal::from(forbidden).into()
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::unreadable("地址里的编号读不懂", format!("the address cannot be read: {}", rejection.body_text()))
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        let text = rejection.body_text();
        // `…query string: on: a day is written like …`: the parameter stands before the reason.
        let named = text.split(": ").nth(1).filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
        let field = named.filter(|name| !name.is_empty()).map(str::to_owned);
        let zh = field.as_ref().map_or_else(|| "地址里 ? 后面的参数读不懂".to_owned(), |name| format!("地址里 ? 后面的参数 {name} 读不懂"));
        Self { field, ..Self::unreadable(zh, format!("the query cannot be read: {text}")) }
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Self::too_large();
        }
        Self::unreadable("内容没有收全，请再发一次", "the body did not arrive whole: send it again")
    }
}
