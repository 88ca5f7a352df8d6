//! Goods with their prices. A good that is there already keeps its name and measure; a new price is set.

use std::collections::HashSet;

use super::{
    Comes,
    book::Book,
    people::word,
    table::{Column, Row, needed, optional, passed, wrong},
};
use crate::{
    app::{
        Refusal,
        format::fields::{Money, text},
        shop::{AddGood, NewLook, SetPrice},
    },
    domain::id::GridId,
    store::goods::{self, PricedGood},
};

pub(super) const COLUMNS: &[Column] = &[
    needed("grid", "格子"),
    needed("name", "品名"),
    needed("measure", "单位"),
    optional("barcode", "条码"),
    optional("price", "价格"),
    optional("drawing", "图画"),
    passed("id"),
    passed("grid_id"),
    passed("picture"),
    passed("lot_id"),
];

const MEASURES: &[(&str, &str)] = &[("件", "piece"), ("个", "piece"), ("公斤", "kg"), ("千克", "kg")];

/// The goods that lines of this file were about.
type Seen = HashSet<(GridId, String)>;

pub(super) async fn import(book: &mut Book<'_, '_>, rows: &[Row]) -> Result<(), Refusal> {
    let mut seen = Seen::new();
    for row in rows {
        let result = line(book, row, &mut seen).await;
        book.note(row.line, result)?;
        if book.is_full() {
            break;
        }
    }
    Ok(())
}

async fn line(book: &mut Book<'_, '_>, row: &Row, seen: &mut Seen) -> Result<Comes, Refusal> {
    row.needs("measure")?;
    let grid = book.grid("grid", &row.needs("grid")?).await?;
    let name = text(&row.needs("name")?, "name", 80)?;
    let (barcode, price) = (row.text("barcode"), row.text("price").map(Money));
    let measure = word(row, "measure", MEASURES, "");
    if !seen.insert((grid, name.clone())) {
        return Err(Refusal::NameTaken("name"));
    }
    let coop = book.ctx().coop();
    if let Some(known) = goods::of_name(book.ctx().tx, coop, grid, &name).await? {
        return known_good(book, row, known, &measure).await;
    }
    let look = NewLook { drawing: row.text("drawing"), image: None };
    book.run(row, AddGood { grid, lot: None, name, measure, barcode, price, look }).await?;
    Ok(Comes::New)
}

/// A line about a good that is there. What was sold already was weighed or counted, and labels are on the shelf: only the price changes.
async fn known_good(book: &mut Book<'_, '_>, row: &Row, known: PricedGood, measure: &str) -> Result<Comes, Refusal> {
    let PricedGood { good, price_minor } = known;
    if good.measure != measure {
        return Err(wrong(
            "measure",
            "这件商品已经有了，单位不同；名册不能改单位",
            "this good is there with another measure, which a list does not change",
        ));
    }
    if row.get("barcode").is_some_and(|barcode| good.barcode.as_deref() != Some(barcode)) {
        return Err(wrong(
            "barcode",
            "这件商品已经有了，条码不同；名册不能改条码",
            "this good is there with another barcode, which a list does not change",
        ));
    }
    let Some(price) = row.text("price").map(Money) else { return Ok(Comes::Unchanged) };
    let unit = book.unit();
    let after = price.read("price", &unit)?;
    if price_minor == Some(after) {
        return Ok(Comes::Unchanged);
    }
    book.run(row, SetPrice { good: good.id, price }).await?;
    Ok(Comes::Changed { before: price_minor.map(|before| unit.format(before)).unwrap_or_default(), after: unit.format(after) })
}
