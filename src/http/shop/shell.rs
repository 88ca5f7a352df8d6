//! What every page of the shop has around it: head, bar, foot, and the headers that keep it harmless.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{DOCTYPE, Markup, html};

use super::{lang::Lang, visit::Visitor};
use crate::{http::art::SHOP_CARD, store::coop::Coop};

/// Own pictures and the stylesheet; the one form asks for goods. There is no script, so none runs. Whoever judges the page for search
/// engines reads our robots.txt from within it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);
/// What changes in the office is on the pages a minute later.
const A_MINUTE: HeaderValue = HeaderValue::from_static("public, max-age=60");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// A page.
pub struct Page<'a> {
    /// Who looks.
    pub visitor: &'a Visitor,
    /// Whose pages, if it is one cooperative's.
    pub coop: Option<&'a Coop>,
    /// What a browser's tab and a search engine say.
    pub title: &'a str,
    /// What a search engine and a link's preview say below it.
    pub description: &'a str,
    /// What a link's preview shows, if it is not the shop's own card.
    pub card: Option<String>,
    /// What follows the path in the page's own address, e.g. `?after=60`.
    pub part: String,
    /// Whether search engines leave it out.
    pub is_hidden: bool,
    /// The page itself.
    pub body: Markup,
}

impl<'a> Page<'a> {
    /// With nothing around it yet.
    pub const fn new(visitor: &'a Visitor, body: Markup) -> Self {
        Self { visitor, coop: None, title: "", description: "", card: None, part: String::new(), is_hidden: false, body }
    }
}

/// A page on its way.
pub fn answer(status: StatusCode, page: &Page<'_>) -> Response {
    let lang = page.visitor.lang;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag())),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, if status == StatusCode::OK { A_MINUTE } else { ASK_AGAIN }),
    ];
    (status, headers, whole(page).into_string()).into_response()
}

fn whole(page: &Page<'_>) -> Markup {
    let Page { visitor, coop, title, .. } = *page;
    let Visitor { lang, path, base, .. } = visitor;
    let whole_title = coop.map_or_else(|| (*title).to_owned(), |coop| format!("{title} · {}", coop.name));
    let own = format!("{path}{}", page.part);
    let at = |lang: Lang| format!("{base}{}", lang.address(&own));
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (whole_title) }
                meta name="description" content=(page.description);
                @if page.is_hidden { meta name="robots" content="noindex"; }
                link rel="canonical" href=(at(*lang));
                link rel="alternate" hreflang="zh-CN" href=(at(Lang::Zh));
                link rel="alternate" hreflang="en" href=(at(Lang::En));
                link rel="alternate" hreflang="x-default" href=(at(Lang::Zh));
                meta property="og:type" content="website";
                meta property="og:title" content=(title);
                meta property="og:description" content=(page.description);
                meta property="og:url" content=(at(*lang));
                meta property="og:locale" content=(lang.of("zh_CN", "en_GB"));
                @if let Some(coop) = coop { meta property="og:site_name" content=(coop.name); }
                meta property="og:image" content={ (base) (page.card.as_deref().unwrap_or(SHOP_CARD)) };
                meta name="twitter:card" content="summary";
                link rel="icon" type="image/svg+xml" href="/favicon.svg";
                link rel="stylesheet" href="/style/shop.css";
            }
            body.plain {
                a.skip href="#main" { (lang.of("跳到内容", "Skip to the content")) }
                (bar(page))
                main.shop id="main" { (page.body) }
                (foot(page))
            }
        }
    }
}

fn bar(page: &Page<'_>) -> Markup {
    let lang = page.visitor.lang;
    let other = lang.of(Lang::En, Lang::Zh);
    let home = page.coop.map_or_else(|| "/shop".to_owned(), |coop| format!("/shop/{}", coop.code));
    html! {
        header.bar {
            a.mark href=(lang.address(&home)) {
                (sign())
                @if let Some(coop) = page.coop { span lang=[lang.theirs()] { (coop.name) } } @else { (lang.of("格子铺", "Grid shops")) }
            }
            @if let Some(coop) = page.coop {
                form.find role="search" action={ "/shop/" (coop.code) "/goods" } {
                    @if lang == Lang::En { input type="hidden" name="lang" value="en"; }
                    label.sr for="q" { (lang.of("找东西", "Look for goods")) }
                    input id="q" type="search" name="q" maxlength="40" placeholder=(lang.of("找东西，例如：馒头", "Look for goods"))
                        value=[page.visitor.word()];
                    button.btn { (lang.of("找", "Find")) }
                }
            }
            a.tongue href=(other.address(&format!("{}{}", page.visitor.path, page.part))) lang=(other.tag()) hreflang=(other.tag()) {
                (other.of("中文", "English"))
            }
        }
    }
}

fn foot(page: &Page<'_>) -> Markup {
    let lang = page.visitor.lang;
    html! {
        footer.foot {
            @if page.coop.is_some_and(|coop| coop.is_demo) {
                p { b { (lang.of("这是演示：人名、地址和故事都是编的。", "This is a demo: names, addresses and stories are invented.")) } }
            }
            p { (lang.of("还不能在网上下单。东西都在店里，请来店里买。", "Nothing can be ordered here yet. Everything is at the shop: please come by.")) }
        }
    }
}

/// The sign of the house: nine cells, one filled.
fn sign() -> Markup {
    let cells = (0..9).map(|at| (at, 1 + 8 * (at % 3), 1 + 8 * (at / 3)));
    html! {
        svg viewBox="0 0 24 24" aria-hidden="true" {
            @for (at, x, y) in cells { rect.on[at == 4] x=(x) y=(y) width="6" height="6" rx="1.5" {} }
        }
    }
}
