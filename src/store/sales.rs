//! Sales: what a decision needs to know, and the rows of what it decided.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Result, Tx, agreements, coop::Coop, db::Args, lots};
use crate::{
    auth::policy::{Allowed, Sell},
    domain::{
        cash::{Origin, Tender},
        id::{CoopId, DocumentId, GoodId, GridId, LotId, VersionId},
        money::Minor,
        sale::{Basket, Facts, Sale, SoldLine, What},
        time::Date,
    },
    sql,
};

/// What a sale is decided from, on a business day.
pub async fn facts(tx: &mut Tx, allowed: &Allowed<Sell>, coop: &Coop, basket: &Basket, day: Date) -> Result<Facts> {
    let (mut grids, mut goods, mut vouchers) = (Vec::new(), Vec::new(), Vec::new());
    for line in &basket.lines {
        match &line.what {
            What::Goods { grid, good } => {
                grids.extend(grid.known());
                goods.extend(*good);
            }
            What::Voucher(number) => vouchers.push(number.clone()),
        }
    }
    vouchers.extend(basket.tenders.iter().filter_map(|tender| tender.means.voucher().map(str::to_owned)));
    grids.sort_unstable();
    grids.dedup();
    goods.sort_unstable();
    goods.dedup();

    let grids = agreements::in_force(tx, allowed.coop(), &grids, day).await?;
    let mut versions: Vec<VersionId> = grids.values().flatten().copied().collect();
    let (goods, lot_of, stock) = grids_of(tx, allowed.coop(), &goods).await?;
    let mut lots: Vec<LotId> = lot_of.values().copied().collect();
    lots.sort_unstable();
    lots.dedup();
    let lot_versions = agreements::in_force_of_lots(tx, allowed.coop(), &lots, day).await?;
    versions.extend(lot_versions.values());
    versions.sort_unstable();
    Ok(Facts {
        goods,
        lot_of,
        stock,
        lots: lots::of(tx, allowed.coop(), &lots).await?,
        lot_versions,
        vouchers: vouchers_left(tx, allowed.coop(), &vouchers).await?,
        terms: agreements::terms(tx, allowed.coop(), &versions, day).await?,
        grids,
        rounding_limit: coop.rounding_limit,
    })
}

/// Each good by its id: its grid, the lot that it is of, and what its stock book has.
type Goods = (HashMap<GoodId, GridId>, HashMap<GoodId, LotId>, HashMap<GoodId, i64>);

async fn grids_of(tx: &mut Tx, coop: CoopId, goods: &[GoodId]) -> Result<Goods> {
    #[derive(FromRow)]
    struct GoodRow {
        id: GoodId,
        grid_id: GridId,
        lot_id: Option<LotId>,
        on_hand_milli: Option<i64>,
    }
    if goods.is_empty() {
        return Ok(Goods::default());
    }
    let text = sql!(
        "SELECT g.id, g.grid_id, g.lot_id, s.on_hand_milli
         FROM good g LEFT JOIN stock s ON s.coop_id = g.coop_id AND s.good_id = g.id
         WHERE g.coop_id = $1 AND g.id IN ($list) ORDER BY g.id LIMIT 1000"
    );
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    let rows = tx.q_list(text, bind, goods).all::<GoodRow>().await?;
    let lots = rows.iter().filter_map(|row| row.lot_id.map(|lot| (row.id, lot))).collect();
    let stock = rows.iter().filter_map(|row| row.on_hand_milli.map(|milli| (row.id, milli))).collect();
    Ok((rows.into_iter().map(|row| (row.id, row.grid_id)).collect(), lots, stock))
}

/// What remains on each of these vouchers that exists.
pub async fn vouchers_left(tx: &mut Tx, coop: CoopId, numbers: &[String]) -> Result<HashMap<String, Minor>> {
    #[derive(FromRow)]
    struct VoucherRow {
        number: String,
        remaining_minor: Minor,
    }
    if numbers.is_empty() {
        return Ok(HashMap::new());
    }
    let text = sql!("SELECT number, remaining_minor FROM voucher WHERE coop_id = $1 AND number IN ($list) ORDER BY number LIMIT 1000");
    let bind = |args: &mut Args| {
        args.add(coop);
    };
    let rows = tx.q_list(text, bind, numbers).all::<VoucherRow>().await?;
    Ok(rows.into_iter().map(|row| (row.number, row.remaining_minor)).collect())
}

/// Adds the columns of an origin: `till_id, epoch, seq, shift_id, business_date, occurred_at, received_at, actor_id`.
pub fn add_origin(args: &mut Args, origin: &Origin) {
    args.add(origin.till).add(origin.epoch).add(origin.seq).add(origin.shift).add(origin.business_date);
    args.add(origin.occurred_at).add(origin.received_at).add(origin.actor);
}

/// Whether a sale has this token behind its receipt's QR code.
pub async fn has_token(tx: &mut Tx, allowed: &Allowed<Sell>, token: &str) -> Result<bool> {
    let text = sql!("SELECT count(*) FROM sale WHERE coop_id = $1 AND receipt_token = $2");
    Ok(tx.q(text).bind(allowed.coop()).bind(token.to_owned()).scalar::<i64>().await? > 0)
}

/// Saves a sale with its lines, parts and tenders.
pub async fn save(tx: &mut Tx, allowed: &Allowed<Sell>, sale: &Sale, receipt_token: Option<&str>) -> Result<()> {
    let coop = allowed.coop();
    let text = sql!(
        "INSERT INTO sale (coop_id, id, till_id, epoch, seq, shift_id, business_date, occurred_at, received_at, actor_id,
                           receipt_token, change_given, rounding_off, donation, total) VALUES $rows"
    );
    tx.insert(text, std::slice::from_ref(sale), |sale, args| {
        args.add(coop).add(sale.id);
        add_origin(args, &sale.origin);
        args.add(receipt_token.map(str::to_owned)).add(sale.change).add(sale.rounding_off).add(sale.donation).add(sale.total);
    })
    .await?;

    let lines: Vec<(i64, &SoldLine)> = (1..).zip(&sale.lines).collect();
    let text = sql!(
        "INSERT INTO sale_line (coop_id, sale_id, line, grid_id, good_id, voucher, name, measure, quantity_milli, price, gross,
                                owner_discount, base, line_discount, order_discount, rounding, version_id, lot_id, cost) VALUES $rows"
    );
    tx.insert(text, &lines, |(number, line), args| {
        let (grid, good, voucher) = match &line.what {
            What::Goods { grid, good } => (grid.known(), *good, None),
            What::Voucher(number) => (None, None, Some(number.clone())),
        };
        args.add(coop).add(sale.id).add(*number).add(grid).add(good).add(voucher).add(line.name.clone());
        args.add(line.measure.slug().to_owned()).add(line.quantity.milli()).add(line.price).add(line.gross);
        args.add(line.owner_discount).add(line.base).add(line.line_discount).add(line.order_discount).add(line.rounding);
        args.add(line.version).add(line.lot).add(line.cost);
    })
    .await?;

    let parts: Vec<_> =
        lines.iter().flat_map(|(number, line)| (0_i64..).zip(&line.parts).map(move |(place, part)| (*number, place, part))).collect();
    let text = sql!(
        "INSERT INTO sale_part (coop_id, sale_id, line, place, party, person_id, percent_e6, instrument_id, fallback, uncapped, moved)
         VALUES $rows"
    );
    tx.insert(text, &parts, |(line, place, part), args| {
        args.add(coop).add(sale.id).add(*line).add(*place);
        agreements::add_share(args, &part.share);
        args.add(part.uncapped).add(part.moved);
    })
    .await?;
    save_tenders(tx, coop, sale.id, &sale.tenders).await
}

/// Saves how a document was paid.
pub async fn save_tenders(tx: &mut Tx, coop: CoopId, document: DocumentId, tenders: &[Tender]) -> Result<()> {
    let tenders: Vec<_> = (1_i64..).zip(tenders).collect();
    let text = sql!("INSERT INTO tender (coop_id, document_id, place, means, voucher, amount) VALUES $rows");
    tx.insert(text, &tenders, |(place, tender), args| {
        args.add(coop).add(document).add(*place).add(tender.means.slug().to_owned());
        args.add(tender.means.voucher().map(str::to_owned)).add(tender.amount);
    })
    .await
}
