//! The receipt of a sale (小票), gathered for the printer's workshop: what the customer saw and paid, nothing about shares.

use receipts::{Labelled, LedgerHead, SaleLine, SaleReceipt};

use crate::{
    app::Refusal,
    domain::{
        money::{Minor, quantity_text},
        time::Ts,
    },
    store::{
        Tx, books,
        coop::Coop,
        sold::{self, LineRow, SaleRow},
    },
};

/// How people call a means of payment.
#[must_use]
pub fn means_name(slug: &str) -> &'static str {
    match slug {
        "cash" => "现金",
        "wechat" => "微信",
        "alipay" => "支付宝",
        "voucher" => "代金券",
        _ => "其他",
    }
}

/// How people call a measure.
#[must_use]
pub fn measure_name(slug: &str) -> &'static str {
    if slug == "kg" { "公斤" } else { "件" }
}

/// What surrounds a printing.
#[derive(Clone, Debug, Default)]
pub struct Printing {
    /// What the QR code holds.
    pub link: Option<String>,
    /// Printed before: the paper says 重打.
    pub reprint: bool,
}

/// The receipt of a sale.
pub async fn receipt(tx: &mut Tx, coop: &Coop, sale: SaleRow, printing: Printing) -> Result<SaleReceipt, Refusal> {
    let rows = sold::lines(tx, coop.id, sale.heading.id).await?;
    let order_discount = Minor::sum(rows.iter().map(|row| row.order_discount))?;
    let lines = rows.into_iter().map(line).collect::<Result<_, _>>()?;
    let tenders = sold::tenders(tx, coop.id, sale.heading.id).await?;
    // The sale's own entry, not today's head: a reprint is the same paper.
    let entry = books::entries_of_document(tx, coop.id, sale.heading.id.0).await?.into_iter().next();
    let head = entry.map(|entry| LedgerHead { number: entry.number.unsigned_abs(), hash_hex: entry.hash.to_string() });
    Ok(SaleReceipt {
        cooperative: coop.name.clone(),
        site: sale.site,
        till: sale.heading.till,
        receipt_number: format!("{}-{:04}", sale.heading.epoch, sale.heading.seq),
        business_date: sale.heading.business_date.to_string(),
        local_time: sale.heading.occurred_at.local_text(coop.zone),
        seller: sale.heading.seller.unwrap_or_default(),
        lines,
        order_discount_fen: order_discount.0,
        rounding_off_fen: sale.rounding_off.0,
        donation_fen: sale.donation.0,
        total_fen: sale.total.0,
        tenders: tenders
            .iter()
            .map(|tender| labelled(&numbered(means_name(&tender.means), tender.voucher.as_deref()), tender.amount))
            .collect(),
        change_fen: sale.change_given.0,
        refunded_fen: Some(sale.refunded.0).filter(|refunded| *refunded != 0),
        qr_payload: printing.link,
        head,
        demo: coop.is_demo,
        reprint: printing.reprint,
        issued_unix: unix(sale.heading.occurred_at),
    })
}

/// Seconds since 1970, for the dates inside a PDF.
#[must_use]
pub fn unix(instant: Ts) -> i64 {
    instant.instant().timestamp()
}

fn labelled(label: &str, amount: Minor) -> Labelled {
    Labelled { label: label.to_owned(), fen: amount.0 }
}

/// A name with the number of the voucher behind it: whoever holds the paper can pay with it.
fn numbered(name: &str, voucher: Option<&str>) -> String {
    match voucher {
        Some(number) if !name.contains(number) => format!("{name} {number}"),
        _ => name.to_owned(),
    }
}

fn line(row: LineRow) -> Result<SaleLine, Refusal> {
    let discounts = [("铺主让利", row.owner_discount), ("店铺优惠", row.line_discount)];
    Ok(SaleLine {
        grid: row.grid.unwrap_or_default(),
        quantity: quantity_text(row.quantity_milli),
        unit: if row.voucher.is_some() { "张" } else { measure_name(&row.measure) }.to_owned(),
        unit_price_fen: row.price.0,
        gross_fen: row.gross.0,
        discounts: discounts.iter().filter(|(_, amount)| !amount.is_zero()).map(|(label, amount)| labelled(label, *amount)).collect(),
        total_fen: row.base.minus(row.line_discount)?.0,
        name: numbered(&row.name, row.voucher.as_deref()),
    })
}
