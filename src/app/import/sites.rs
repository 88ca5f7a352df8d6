//! Sites with their grids and the grids' owners: a line per grid, or a line for a site alone.

use super::{
    Comes,
    book::{Book, day},
    table::{Column, Row, needed, optional, wrong},
};
use crate::{
    app::{
        Refusal,
        shop::{AddGrid, AddSite, GiveGrid, NewDoor},
    },
    domain::id::{GridId, SiteId},
    store::sites,
};

pub(super) const COLUMNS: &[Column] =
    &[needed("site", "站点"), optional("grid", "格子"), optional("owner", "铺主"), optional("from", "起始日期")];

pub(super) async fn import(book: &mut Book<'_, '_>, rows: &[Row]) -> Result<(), Refusal> {
    for row in rows {
        let result = line(book, row).await;
        book.note(row.line, result.map(|()| Comes::New))?;
        if book.is_full() {
            break;
        }
    }
    Ok(())
}

async fn line(book: &mut Book<'_, '_>, row: &Row) -> Result<(), Refusal> {
    let name = row.needs("site")?;
    let from = day(row, "from")?;
    let coop = book.ctx().coop();
    let site = match sites::of_name(book.ctx().tx, coop, &name).await? {
        Some(site) if row.get("grid").is_none() => {
            return Err(wrong("site", format!("站点「{name}」已经有了（{site}）"), "this site is there already"));
        }
        Some(site) => site,
        None => SiteId(book.run(row, AddSite { name, door: NewDoor::default() }).await?.document),
    };
    let Some(code) = row.text("grid") else {
        return if row.get("owner").is_some() { Err(wrong("grid", "有铺主就要写格子", "an owner has a grid")) } else { Ok(()) };
    };
    let grid = GridId(book.run(row, AddGrid { site, code }).await?.document);
    if let Some(owner) = row.get("owner") {
        let owner = book.person("owner", owner).await?;
        let from_day = from.unwrap_or_else(|| book.today());
        book.run(row, GiveGrid { grid, owner, from_day }).await?;
    }
    Ok(())
}
