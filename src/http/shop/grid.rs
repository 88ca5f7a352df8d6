//! A grid: its story, its goods, its neighbours, and where the money goes if its owner shows it.

use axum::{http::StatusCode, response::Response};
use maud::{Markup, html};

use super::{
    A_PAGE,
    door::{at, beginning, called, more, next, where_and_when},
    goods::ware,
    lang::Lang,
    shell::{Page, answer},
    visit::{Lost, Visit},
};
use crate::{
    app::reports::ten::{Ten, ten},
    domain::{
        id::{GoodId, GridId},
        money::Minor,
    },
    http::art::{self, colour},
    store::{
        coop::Coop,
        storefront::{self, GridRow, SiteRow},
    },
};

/// Grids stand in blocks of nine, as on the wall.
const BLOCK: i64 = 9;

/// A grid.
pub async fn grid(mut visit: Visit) -> Result<Response, Lost> {
    let (lang, day) = (visit.visitor.lang, visit.day);
    let grid = storefront::grid(&mut visit.tx, visit.coop.id, day, GridId(visit.id)).await?;
    let grid = visit.found(grid)?;
    let after = visit.visitor.after().unwrap_or_default();
    let mut goods = storefront::goods(&mut visit.tx, visit.coop.id, day, grid.id, GoodId(after), A_PAGE + 1).await?;
    let next = next(&mut goods, |good| good.id.to_string());
    let before = (grid.number - 1).div_euclid(BLOCK) * BLOCK;
    let around = storefront::grids(&mut visit.tx, visit.coop.id, day, grid.site_id, before, BLOCK).await?;
    let sites = storefront::sites(&mut visit.tx, visit.coop.id, day).await?;
    let site = sites.into_iter().find(|site| site.id == grid.site_id);
    let ten = ten(&mut visit.tx, &visit.coop, grid.id, grid.owner_id, day).await?;

    let Visit { visitor, coop, .. } = &visit;
    let owner = called(lang, grid.nickname.as_deref(), &grid.code);
    let title = match &grid.nickname {
        Some(nickname) => lang.of(format!("{nickname}的格子"), format!("{nickname} · Grid {}", grid.code)),
        None => owner.clone(),
    };
    let names: Vec<&str> = goods.iter().map(|good| good.name.as_str()).take(6).collect();
    let description = grid.story.as_ref().map_or_else(|| names.join(lang.of("、", ", ")), |story| beginning(story, 120));
    let card = goods.iter().find_map(|good| art::card_of_good(coop, &good.look));
    let is_first = visitor.after::<uuid::Uuid>().is_none();
    let body = html! {
        ol.shelf {
            (story(lang, coop, &grid, &title, &around, before))
            @if let Some(ten) = &ten { (shared(lang, coop, &owner, ten)) }
            @for (at, good) in goods.iter().enumerate() { (ware(lang, coop, good, false, at > 5)) }
            @if goods.is_empty() {
                li.where { p { (lang.of("格子里现在没有东西。", "The grid is empty just now.")) } }
            }
            @if let Some(site) = &site { (pick_up(lang, coop, &grid, site)) }
        }
        (more(lang, &visitor.path, "", next.as_deref()))
    };
    let part = if is_first { String::new() } else { format!("?after={after}") };
    let page = Page { coop: Some(coop), title: &title, description: &description, card, part, ..Page::new(visitor, body) };
    Ok(answer(StatusCode::OK, &page))
}

fn story(lang: Lang, coop: &Coop, grid: &GridRow, title: &str, around: &[GridRow], before: i64) -> Markup {
    html! {
        li class={ "story c" (colour(grid.number)) } {
            div {
                p.by { (lang.of("格子 ", "Grid ")) (grid.code) }
                div.who {
                    @if let Some(face) = &grid.face { img src={ "/art/faces/" (face) ".svg" } alt="" width="80" height="80"; }
                    h1 lang=[lang.theirs()] { (title) }
                }
                @if let Some(story) = &grid.story {
                    @for paragraph in story.lines().filter(|line| !line.trim().is_empty()) { p lang=[lang.theirs()] { (paragraph) } }
                }
            }
            (neighbours(lang, coop, grid, around, before))
        }
    }
}

/// The nine cells around a grid; a cell that nobody shows is empty.
fn neighbours(lang: Lang, coop: &Coop, grid: &GridRow, around: &[GridRow], before: i64) -> Markup {
    html! {
        nav.rooms aria-label=(lang.of("旁边的格子", "The grids beside it")) {
            @for number in before + 1..=before + BLOCK {
                @match around.iter().find(|other| other.number == number) {
                    Some(other) => {
                        a href=(lang.address(&format!("/shop/{}/grids/{}", coop.code, other.id)))
                            aria-current=[(other.id == grid.id).then_some("page")] {
                            i aria-hidden="true" { (number) }
                            span lang=[lang.theirs()] { (called(lang, other.nickname.as_deref(), &other.code)) }
                        }
                    }
                    None => { span.off {} }
                }
            }
        }
    }
}

/// Where ten yuan go.
fn shared(lang: Lang, coop: &Coop, owner: &str, ten: &Ten) -> Markup {
    let unit = if coop.unit.code == "CNY" { lang.of("元", "yuan") } else { coop.unit.code.as_str() };
    let rows = [
        ("own", owner.to_owned(), ten.owner),
        ("co", lang.of("合作社，开店用", "the cooperative, to keep the shop").to_owned(), ten.cooperative),
        ("lo", lang.of("爱心股东，帮着垫钱的人", "love shareholders, who put money up").to_owned(), ten.supporters),
    ];
    let rows: Vec<_> = rows.into_iter().filter(|(_, _, amount)| !amount.is_zero()).collect();
    let said = rows.iter().map(|(_, who, amount)| format!("{} {who}", coop.unit.format(*amount))).collect::<Vec<_>>();
    let whole = rows.iter().map(|(_, _, amount)| amount.0).sum::<i64>().max(1);
    // Whole thousandths of the bar, laid one after the other.
    let width = |amount: Minor| amount.0 * 1000 / whole;
    let begins = |at: usize| rows.iter().take(at).map(|(_, _, amount)| width(*amount)).sum::<i64>();
    html! {
        li.where {
            h2 { (lang.of("您付的 10 ", "Where 10 ")) (unit) (lang.of("去哪", " go")) }
            svg viewBox="0 0 1000 90" preserveAspectRatio="none" role="img" aria-label=(said.join(lang.of("，", ", "))) {
                (grounds())
                @for (at, (kind, _, amount)) in rows.iter().enumerate() {
                    rect class=(kind) x=(begins(at)) y="2" width=(width(*amount)) height="86" {}
                }
            }
            dl.kv {
                @for (kind, who, amount) in &rows {
                    dt { span class={ "dot " (kind) } aria-hidden="true" {} (who) }
                    dd.n { (coop.unit.format(*amount)) }
                }
            }
            p.by { span lang=[lang.theirs()] { (owner) } (lang.of("同意公开。", " agreed to show this.")) }
        }
    }
}

/// Stripes and dots, so that nobody needs the colours to tell them apart.
fn grounds() -> Markup {
    html! {
        defs {
            pattern id="co" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path.co-line d="M0 0v18" {}
            }
            pattern id="lo" width="18" height="18" patternUnits="userSpaceOnUse" { circle.lo-dot cx="9" cy="9" r="5" {} }
        }
    }
}

fn pick_up(lang: Lang, coop: &Coop, grid: &GridRow, site: &SiteRow) -> Markup {
    html! {
        li.where {
            h2 { (lang.of("到店里买", "Come to the shop")) }
            p { a href=(lang.address(&at(coop, site.id))) lang=[lang.theirs()] { (site.name) } (lang.of("，格子 ", ", grid ")) (grid.code) }
            (where_and_when(lang, site))
        }
    }
}
