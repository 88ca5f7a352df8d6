//! Goods: as cells of a shelf, alone on a page, and found by a word.

use axum::{http::StatusCode, response::Response};
use maud::{Markup, html};

use super::{
    A_PAGE,
    door::{called, more, next, where_and_when},
    lang::Lang,
    shell::{Page, answer},
    visit::{Lost, Visit},
};
use crate::{
    app::shop::in_english,
    domain::id::GoodId,
    http::{
        art::{self, Size},
        form::encoded,
    },
    store::{
        coop::Coop,
        storefront::{self, GoodRow},
    },
};

/// What a good costs, as a page says it.
pub fn price(lang: Lang, coop: &Coop, good: &GoodRow) -> Markup {
    let unit = if coop.unit.code == "CNY" { lang.of("元", "yuan") } else { coop.unit.code.as_str() };
    let per = if good.measure == "kg" { lang.of(" / 公斤", " a kilogram") } else { "" };
    html! {
        @match good.price_minor {
            Some(price) => { p.price { b { (coop.unit.format(price)) } " " (unit) (per) } }
            None => { p.price.soft { (lang.of("价钱到店里问", "Ask for the price at the shop")) } }
        }
    }
}

/// What a good is called: on an English page in English first, where the library of drawings knows the word.
fn name(lang: Lang, good: &GoodRow) -> Markup {
    html! {
        @match english(lang, good) {
            Some(english) => { (english) " " small lang=[lang.theirs()] { (good.name) } }
            None => { span lang=[lang.theirs()] { (good.name) } }
        }
    }
}

fn english(lang: Lang, good: &GoodRow) -> Option<&'static str> {
    lang.of(None, in_english(&good.name))
}

/// A good's picture, or a blank where there is none.
fn shot(coop: &Coop, good: &GoodRow, size: Size, is_late: bool) -> Markup {
    let loading = is_late.then_some("lazy");
    html! {
        div.shot {
            @if let Some(picture) = art::of_good(coop, &good.look, size) {
                img.pic src=(picture) alt="" width="136" height="136" loading=[loading];
            }
        }
    }
}

/// A good in a cell of the shelf. On a list of many owners it says whose it is.
pub fn ware(lang: Lang, coop: &Coop, good: &GoodRow, says_whose: bool, is_late: bool) -> Markup {
    html! {
        li.ware {
            a href=(lang.address(&format!("/shop/{}/goods/{}", coop.code, good.id))) {
                (shot(coop, good, Size::Tile, is_late))
                h2 { (name(lang, good)) }
                (price(lang, coop, good))
            }
            @if says_whose {
                p.by { a href=(lang.address(&format!("/shop/{}/grids/{}", coop.code, good.grid_id))) lang=[lang.theirs()] {
                    (called(lang, good.nickname.as_deref(), &good.code))
                } }
            }
        }
    }
}

/// A good alone: what a link to it shows.
pub async fn good(mut visit: Visit) -> Result<Response, Lost> {
    let lang = visit.visitor.lang;
    let good = storefront::good(&mut visit.tx, visit.coop.id, visit.day, GoodId(visit.id)).await?;
    let good = visit.found(good)?;
    let sites = storefront::sites(&mut visit.tx, visit.coop.id, visit.day).await?;
    let site = sites.into_iter().find(|site| site.id == good.site_id);
    let Visit { visitor, coop, .. } = &visit;
    let owner = called(lang, good.nickname.as_deref(), &good.code);
    let grid = lang.address(&format!("/shop/{}/grids/{}", coop.code, good.grid_id));
    let card = art::card_of_good(coop, &good.look);
    let body = html! {
        article.one itemscope itemtype="https://schema.org/Product" {
            (shot(coop, &good, Size::Page, false))
            div {
                @if let Some(card) = &card { meta itemprop="image" content={ (visitor.base) (card) }; }
                h1 itemprop="name" { (name(lang, &good)) }
                @if let Some(price) = good.price_minor {
                    div itemprop="offers" itemscope itemtype="https://schema.org/Offer" {
                        meta itemprop="priceCurrency" content=(coop.unit.code);
                        meta itemprop="price" content=(coop.unit.format(price));
                        meta itemprop="availability" content="https://schema.org/InStoreOnly";
                    }
                }
                (price(lang, coop, &good))
                p { a.btn href=(grid) {
                    (lang.of("看这一家的格子：", "See the grid of ")) span lang=[lang.theirs()] { (owner) }
                } }
                @if let Some(site) = &site {
                    div.where {
                        h2 { (lang.of("在店里", "At the shop")) }
                        p lang=[lang.theirs()] { (site.name) (lang.of("，", ", ")) (good.code) }
                        (where_and_when(lang, site))
                    }
                }
            }
        }
    };
    let description = match good.price_minor {
        Some(price) => format!("{owner} · {} {}", coop.unit.format(price), coop.unit.code),
        None => owner.clone(),
    };
    let title = english(lang, &good).map_or_else(|| good.name.clone(), |english| format!("{english} {}", good.name));
    let page = Page { coop: Some(coop), title: &title, description: &description, card, ..Page::new(visitor, body) };
    Ok(answer(StatusCode::OK, &page))
}

/// Goods whose names hold a word.
pub async fn search(mut visit: Visit) -> Result<Response, Lost> {
    let lang = visit.visitor.lang;
    let word = visit.visitor.word();
    let after = visit.visitor.after().unwrap_or_default();
    let mut goods = match &word {
        Some(word) => storefront::search(&mut visit.tx, visit.coop.id, visit.day, word, GoodId(after), A_PAGE + 1).await?,
        None => Vec::new(),
    };
    let next = next(&mut goods, |good| good.id.to_string());
    let Visit { visitor, coop, .. } = &visit;
    let asked = word.as_deref().unwrap_or_default();
    let query = format!("q={}&", encoded(asked));
    let title = lang.of("找东西", "Look for goods");
    let body = html! {
        div.lead {
            @match &word {
                None => { h1 { (title) } p { (lang.of("在上面写要找的东西，例如：馒头。", "Write above what you look for.")) } }
                Some(word) if goods.is_empty() => {
                    h1 { (lang.of("没有找到", "Nothing found")) }
                    p { (lang.of("没有名字里带", "No goods with ")) "“" (word) "”" (lang.of("的东西。换个短一点的词试试。", " in their name. Try a shorter word.")) }
                }
                Some(word) => { h1 { "“" (word) "”" } }
            }
        }
        @if !goods.is_empty() {
            ul.shelf { @for (at, good) in goods.iter().enumerate() { (ware(lang, coop, good, true, at > 8)) } }
        }
        (more(lang, &visitor.path, &query, next.as_deref()))
    };
    let part = if word.is_some() { format!("?q={}", encoded(asked)) } else { String::new() };
    let page = Page { coop: Some(coop), title, description: title, part, is_hidden: true, ..Page::new(visitor, body) };
    Ok(answer(StatusCode::OK, &page))
}
