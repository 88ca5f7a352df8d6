//! Goods with their prices.

use super::{
    book::Book,
    people::word,
    table::{Column, Row, needed, optional},
};
use crate::app::{Refusal, format::fields::Money, shop::AddGood};

pub(super) const COLUMNS: &[Column] =
    &[needed("grid", "格子"), needed("name", "品名"), needed("measure", "单位"), optional("barcode", "条码"), optional("price", "价格")];

const MEASURES: &[(&str, &str)] = &[("件", "piece"), ("个", "piece"), ("公斤", "kg"), ("千克", "kg")];

pub(super) async fn import(book: &mut Book<'_, '_>, rows: &[Row]) -> Result<(), Refusal> {
    for row in rows {
        let result = line(book, row).await;
        book.note(row.line, result)?;
        if book.is_full() {
            break;
        }
    }
    Ok(())
}

async fn line(book: &mut Book<'_, '_>, row: &Row) -> Result<(), Refusal> {
    row.needs("measure")?;
    let grid = book.grid("grid", &row.needs("grid")?).await?;
    let good = AddGood {
        grid,
        name: row.needs("name")?,
        measure: word(row, "measure", MEASURES, ""),
        barcode: row.text("barcode"),
        price: row.text("price").map(Money),
    };
    book.run(row, good).await.map(drop)
}
