//! The way in: the cooperatives, one cooperative's sites, one site's grids.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

use super::{
    A_PAGE,
    lang::Lang,
    shell::{Page, answer},
    visit::{Lost, Visit, Visitor},
};
use crate::{
    app::Service,
    domain::id::SiteId,
    http::art::colour,
    store::{
        coop::{self, Coop},
        storefront::{self, GridRow, SiteRow},
    },
};

/// So many cooperatives are listed.
const COOPERATIVES: usize = 200;
/// So many grids of a site stand on the first page.
const AT_FIRST: i64 = 12;

/// Cooperatives that show something. A service with one of them goes straight to it.
pub async fn cooperatives(State(service): State<Service>, visitor: Visitor) -> Result<Response, Lost> {
    let lang = visitor.lang;
    let mut tx = service.db.snapshot().await?;
    let mut open: Vec<(Coop, Vec<SiteRow>)> = Vec::new();
    for coop in coop::all(&mut tx).await?.into_iter().take(COOPERATIVES) {
        let sites = storefront::sites(&mut tx, coop.id, service.clock.now().day_in(coop.zone)).await?;
        if !sites.is_empty() {
            open.push((coop, sites));
        }
    }
    if let [(only, _)] = open.as_slice() {
        return Ok(Redirect::to(&lang.address(&format!("/shop/{}", only.code))).into_response());
    }
    let title = lang.of("格子铺", "Grid shops");
    let description =
        lang.of("一间店，许多格子，每一格是一家人的东西。", "One shop, many compartments, each with the goods of one family.");
    let body = html! {
        div.lead { h1 { (title) } p { (description) } }
        @if open.is_empty() { (nothing_yet(lang)) }
        ul.doors {
            @for (coop, sites) in &open {
                li { a href=(lang.address(&format!("/shop/{}", coop.code))) lang=[lang.theirs()] {
                    b { (coop.name) }
                    @for site in sites.iter().take(3) { span { (site.name) } }
                } }
            }
        }
    };
    Ok(answer(StatusCode::OK, &Page { title, description, ..Page::new(&visitor, body) }))
}

fn nothing_yet(lang: Lang) -> Markup {
    html! {
        p.empty {
            (lang.of("还没有格子开门。等铺主们准备好了，就在这里看得到。", "No grid is shown yet. When their owners are ready, they will be here."))
        }
    }
}

/// A cooperative's sites, each with its first grids.
pub async fn cooperative(mut visit: Visit) -> Result<Response, Lost> {
    let (lang, day) = (visit.visitor.lang, visit.day);
    let mut sites = Vec::new();
    for site in storefront::sites(&mut visit.tx, visit.coop.id, day).await? {
        let grids = storefront::grids(&mut visit.tx, visit.coop.id, day, site.id, 0, AT_FIRST + 1).await?;
        sites.push((site, grids));
    }
    let Visit { visitor, coop, .. } = &visit;
    let names: Vec<&str> = sites.iter().map(|(site, _)| site.name.as_str()).take(5).collect();
    let description = lang.of(
        format!("{}：每一格是一家人的东西。{}", coop.name, names.join("、")),
        format!("{}: each grid holds the goods of one family. {}", coop.name, names.join(", ")),
    );
    let first = usize::try_from(AT_FIRST).unwrap_or_default();
    let body = html! {
        div.lead {
            h1 lang=[lang.theirs()] { (coop.name) }
            p { (lang.of("一间店，许多格子。每一格是一家人的东西。", "One shop, many compartments. Each one holds the goods of one family.")) }
        }
        @if sites.is_empty() { (nothing_yet(lang)) }
        @for (site, grids) in &sites {
            section.site {
                h2 lang=[lang.theirs()] { a href=(lang.address(&at(coop, site.id))) { (site.name) } }
                (where_and_when(lang, site))
                (cells(lang, coop, &grids[..grids.len().min(first)]))
                @if grids.len() > first {
                    p.more { a.btn href=(lang.address(&at(coop, site.id))) { (lang.of("看全部格子", "See all grids")) } }
                }
            }
        }
    };
    let title = lang.of("铺面", "The shop");
    Ok(answer(StatusCode::OK, &Page { coop: Some(coop), title, description: &description, ..Page::new(visitor, body) }))
}

/// A site with its grids, a page of them.
pub async fn site(mut visit: Visit) -> Result<Response, Lost> {
    let lang = visit.visitor.lang;
    let sites = storefront::sites(&mut visit.tx, visit.coop.id, visit.day).await?;
    let site = visit.found(sites.into_iter().find(|site| site.id == SiteId(visit.id)))?;
    let after: i64 = visit.visitor.after().unwrap_or(0);
    let mut grids = storefront::grids(&mut visit.tx, visit.coop.id, visit.day, site.id, after, A_PAGE + 1).await?;
    let next = next(&mut grids, |grid| grid.number.to_string());
    let Visit { visitor, coop, .. } = &visit;
    let description = [&site.name, site.address.as_deref().unwrap_or_default(), site.opening.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(lang.of("，", ", "));
    let body = html! {
        div.lead { h1 lang=[lang.theirs()] { (site.name) } (where_and_when(lang, &site)) }
        (cells(lang, coop, &grids))
        (more(lang, &visitor.path, "", next.as_deref()))
    };
    let part = if after > 0 { format!("?after={after}") } else { String::new() };
    let page = Page { coop: Some(coop), title: &site.name, description: &description, part, ..Page::new(visitor, body) };
    Ok(answer(StatusCode::OK, &page))
}

/// Takes off the row that only tells of a next page, and gives its beginning.
pub fn next<T>(rows: &mut Vec<T>, key: impl Fn(&T) -> String) -> Option<String> {
    let most = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let goes_on = rows.len() > most;
    rows.truncate(most);
    rows.last().map(key).filter(|_| goes_on)
}

/// The way to the next page.
pub fn more(lang: Lang, path: &str, query: &str, after: Option<&str>) -> Markup {
    html! {
        @if let Some(after) = after {
            p.more { a.btn rel="next" href=(lang.address(&format!("{path}?{query}after={after}"))) { (lang.of("看后面的", "More")) } }
        }
    }
}

/// A site's address.
pub fn at(coop: &Coop, site: SiteId) -> String {
    format!("/shop/{}/sites/{site}", coop.code)
}

/// Where a site is and when somebody is there, as far as it is known.
pub fn where_and_when(lang: Lang, site: &SiteRow) -> Markup {
    html! {
        @if let Some(address) = &site.address { p.soft lang=[lang.theirs()] { (address) } }
        @if let Some(opening) = &site.opening { p.soft lang=[lang.theirs()] { (opening) } }
    }
}

/// What a grid's owner is called; a grid whose owner has no nickname by what is written on it.
pub fn called(lang: Lang, nickname: Option<&str>, code: &str) -> String {
    nickname.map_or_else(|| lang.of(format!("{code} 格"), format!("Grid {code}")), str::to_owned)
}

fn cells(lang: Lang, coop: &Coop, grids: &[GridRow]) -> Markup {
    html! {
        ul.grids {
            @for grid in grids {
                li class={ "c" (colour(grid.number)) } { a href=(lang.address(&format!("/shop/{}/grids/{}", coop.code, grid.id))) {
                    i { (grid.code) }
                    @if let Some(face) = &grid.face { img src={ "/art/faces/" (face) ".svg" } alt="" width="72" height="72" loading="lazy"; }
                    b lang=[lang.theirs()] { (called(lang, grid.nickname.as_deref(), &grid.code)) }
                    @if let Some(story) = &grid.story { span lang=[lang.theirs()] { (beginning(story.lines().next().unwrap_or_default(), 40)) } }
                } }
            }
        }
    }
}

/// The first words of a text, for where there is little room.
pub fn beginning(text: &str, longest: usize) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= longest {
        return line;
    }
    line.chars().take(longest - 1).chain(['…']).collect()
}
