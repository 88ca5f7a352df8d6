//! Refunds: the sale that comes back with what is left of its parts, and the rows of what was decided.

use sqlx::FromRow;

use super::{
    Result, Tx,
    agreements::{self, PartRow},
    approvals, lots,
    sales::{add_origin, save_tenders, vouchers_left},
    stock,
};
use crate::{
    auth::policy::{Allowed, Sell},
    domain::{
        cash::{Means, Origin, Tender},
        id::{ApprovalId, CoopId, DocumentId, GoodId, GridId, LotId, PersonId, ShiftId, VersionId},
        money::{Minor, Quantity},
        refund::{APPROVAL_SECONDS, Facts, LineFacts, Refund, RefundedLine, Request, Rest, SaleFacts},
        sale::What,
    },
    sql,
};

/// What a refund asks the store for.
pub struct Asked<'a> {
    /// The refund.
    pub id: DocumentId,
    /// Where it comes from.
    pub origin: Origin,
    /// The sale that it names.
    pub sale: Option<DocumentId>,
    /// What comes back.
    pub request: &'a Request,
    /// A helper's approval.
    pub approval: Option<ApprovalId>,
    /// Who stands for it instead: the second person of a repair.
    pub approver: Option<PersonId>,
}

/// What a refund is decided from.
pub async fn facts(tx: &mut Tx, allowed: &Allowed<Sell>, asked: &Asked<'_>) -> Result<Facts> {
    let coop = allowed.coop();
    let sale = match asked.sale {
        Some(sale) => sale_facts(tx, coop, sale, Some(asked.origin.shift)).await?,
        None => None,
    };
    let lines = sale.iter().flat_map(|sale| &sale.lines);
    let versions: Vec<VersionId> = lines.clone().filter_map(|line| line.version).collect();
    let lots: Vec<LotId> = lines.clone().filter_map(|line| line.lot.map(|(lot, ..)| lot)).collect();
    let lots = lots::of(tx, coop, &lots).await?;
    let good = |what: &What| if let What::Goods { good, .. } = what { *good } else { None };
    let goods: Vec<GoodId> = lines.clone().filter_map(|line| good(&line.what)).collect();
    let stock = stock::on_hand(tx, coop, &goods).await?;
    let new_voucher = new_voucher_number(asked.id);
    let mut numbers = vec![new_voucher.clone()];
    numbers.extend(lines.filter_map(|line| if let What::Voucher(number) = &line.what { Some(number.clone()) } else { None }));
    numbers.extend(asked.request.tenders.iter().filter_map(|tender| tender.means.voucher().map(str::to_owned)));
    let approved_by = match (asked.approver, asked.approval) {
        (Some(approver), _) => Some(approver),
        (None, Some(approval)) => approver_of(tx, allowed, asked.origin, approval).await?,
        (None, None) => None,
    };
    Ok(Facts {
        sale,
        approved_by,
        terms: agreements::terms(tx, coop, &versions, asked.origin.business_date).await?,
        vouchers: vouchers_left(tx, coop, &numbers).await?,
        new_voucher,
        lots,
        stock,
    })
}

/// The number of a voucher that a refund may have to issue: it follows from the refund's id, so that a repeat finds the same.
fn new_voucher_number(refund: DocumentId) -> String {
    let bytes = refund.0.into_bytes();
    bytes[9..].iter().fold("R".to_owned(), |number, byte| number + &format!("{byte:02X}"))
}

/// The helper whose approval is unused, was given at this till by somebody else than who pays out, and within 12 hours of the refund.
/// Neither is it kept for later, nor does today's approval reach back to a refund that is said to be of another day.
async fn approver_of(tx: &mut Tx, allowed: &Allowed<Sell>, origin: Origin, id: ApprovalId) -> Result<Option<PersonId>> {
    let approval = approvals::unused(tx, allowed, id, origin.till).await?;
    Ok(approval
        .filter(|approval| approval.helper_id != origin.actor)
        .filter(|approval| {
            let (from, until) = (approval.given_at.plus_seconds(-APPROVAL_SECONDS), approval.given_at.plus_seconds(APPROVAL_SECONDS));
            (from..=until).contains(&origin.occurred_at)
        })
        .map(|approval| approval.helper_id))
}

/// A sale with what is left of it; `None` if the cooperative has no such sale.
pub async fn sale_facts(tx: &mut Tx, coop: CoopId, sale: DocumentId, shift: Option<ShiftId>) -> Result<Option<SaleFacts>> {
    #[derive(FromRow)]
    struct SaleRow {
        shift_id: ShiftId,
        donation: Minor,
        change_given: Minor,
        refunds: i64,
        donation_returned: Minor,
    }
    let text = sql!(
        "SELECT s.shift_id, s.donation, s.change_given,
                (SELECT count(*) FROM refund r WHERE r.coop_id = $1 AND r.sale_id = $2) AS refunds,
                (SELECT CAST(COALESCE(sum(r.donation), 0) AS BIGINT) FROM refund r WHERE r.coop_id = $1 AND r.sale_id = $2)
                    AS donation_returned
         FROM sale s WHERE s.coop_id = $1 AND s.id = $2"
    );
    let Some(row) = tx.q(text).bind(coop).bind(sale).opt::<SaleRow>().await? else { return Ok(None) };
    let lines = line_facts(tx, coop, sale).await?;
    let returned = row.refunds > 0 || lines.iter().any(|line| !line.refunded.is_zero());
    Ok(Some(SaleFacts {
        id: Some(sale),
        lines,
        donation: Minor(row.donation.0 - row.donation_returned.0),
        same_shift: shift == Some(row.shift_id),
        refunded_before: returned,
        paid: net_paid(tx, coop, sale, row.change_given).await?,
    }))
}

/// The lines of a sale with what has come back of each, in order.
async fn line_facts(tx: &mut Tx, coop: CoopId, sale: DocumentId) -> Result<Vec<LineFacts>> {
    #[derive(FromRow)]
    struct LineRow {
        line: i64,
        grid_id: Option<GridId>,
        good_id: Option<GoodId>,
        voucher: Option<String>,
        quantity_milli: i64,
        base: Minor,
        borne: Minor,
        version_id: Option<VersionId>,
        refunded: Minor,
        refunded_milli: i64,
        refunded_borne: Minor,
        is_open: bool,
        cost: Minor,
        lot_id: Option<LotId>,
        nature: Option<String>,
        supporter_id: Option<PersonId>,
    }
    #[derive(FromRow)]
    struct LinePartRow {
        line: i64,
        #[sqlx(flatten)]
        part: PartRow,
    }
    let corrupt = |what: &'static str| sqlx::Error::Decode(what.into());
    let text = sql!(
        "SELECT l.line, l.grid_id, l.good_id, l.voucher, l.quantity_milli, l.base,
                l.line_discount + l.order_discount + l.rounding AS borne, COALESCE(l.version_id, a.version_id) AS version_id,
                CAST(COALESCE(sum(r.amount), 0) AS BIGINT) AS refunded, CAST(COALESCE(sum(r.milli), 0) AS BIGINT) AS refunded_milli,
                CAST(COALESCE(sum(r.borne), 0) AS BIGINT) AS refunded_borne,
                EXISTS (SELECT 1 FROM open_item o
                        WHERE o.coop_id = $1 AND o.document_id = $2 AND o.line = l.line) AS is_open,
                l.cost, l.lot_id, t.nature, t.supporter_id
         FROM sale_line l
         LEFT JOIN lot t ON t.coop_id = l.coop_id AND t.id = l.lot_id
         LEFT JOIN allocation a ON a.coop_id = l.coop_id AND a.of_id = l.sale_id AND a.line = l.line
         LEFT JOIN returned_line r ON r.coop_id = l.coop_id AND r.sale_id = l.sale_id AND r.line = l.line
         WHERE l.coop_id = $1 AND l.sale_id = $2
         GROUP BY l.line, l.grid_id, l.good_id, l.voucher, l.quantity_milli, l.base, l.line_discount, l.order_discount, l.rounding,
                  l.version_id, a.version_id, l.cost, l.lot_id, t.nature, t.supporter_id
         ORDER BY l.line LIMIT 1000"
    );
    let mut lines = Vec::new();
    for row in tx.q(text).bind(coop).bind(sale).all::<LineRow>().await? {
        let what = match What::stored(row.grid_id, row.good_id, row.voucher) {
            // Under a number that existed it issued nothing: the voucher of that number is another sale's.
            Some(What::Voucher(_)) if row.is_open => What::Voucher(String::new()),
            Some(what) => what,
            None => return Err(corrupt("a stored line is neither goods nor a voucher")),
        };
        if usize::try_from(row.line).ok() != Some(lines.len() + 1) {
            return Err(corrupt("a stored sale lacks a line"));
        }
        lines.push(LineFacts {
            what,
            quantity: Quantity::from_milli(row.quantity_milli).ok_or_else(|| corrupt("a stored quantity cannot be read"))?,
            base: row.base,
            borne: row.borne,
            version: row.version_id,
            parts: Vec::new(),
            refunded: row.refunded,
            refunded_milli: row.refunded_milli,
            refunded_borne: row.refunded_borne,
            cost: row.cost,
            lot: lots::on_line(row.lot_id, row.nature.as_deref(), row.supporter_id)?,
        });
    }
    let at = |line: i64| usize::try_from(line - 1).unwrap_or(usize::MAX);
    let text = sql!(
        "SELECT line, place, party, person_id, percent_e6, instrument_id, fallback, uncapped, moved
         FROM sale_part WHERE coop_id = $1 AND sale_id = $2
         UNION ALL
         SELECT a.line, p.place, p.party, p.person_id, p.percent_e6, p.instrument_id, p.fallback, p.uncapped, p.moved
         FROM allocation a CROSS JOIN allocation_part p
         WHERE a.coop_id = $1 AND a.of_id = $2 AND p.coop_id = a.coop_id AND p.allocation_id = a.id
         ORDER BY 1, 2 LIMIT 10000"
    );
    for row in tx.q(text).bind(coop).bind(sale).all::<LinePartRow>().await? {
        if let Some(line) = lines.get_mut(at(row.line)) {
            line.parts.push(Rest::of(&row.part.part()?));
        }
    }
    take_off(tx, coop, sale, &mut lines).await?;
    Ok(lines)
}

/// Takes off what has come back of the parts of a sale's lines.
async fn take_off(tx: &mut Tx, coop: CoopId, sale: DocumentId, lines: &mut [LineFacts]) -> Result<()> {
    #[derive(FromRow)]
    struct TakenRow {
        line: i64,
        place: i64,
        uncapped: Minor,
        moved: Minor,
    }
    let at = |line: i64| usize::try_from(line - 1).unwrap_or(usize::MAX);
    let text = sql!(
        "SELECT l.line, p.place, CAST(sum(p.uncapped) AS BIGINT) AS uncapped, CAST(sum(p.moved) AS BIGINT) AS moved
         FROM returned_line l CROSS JOIN returned_part p
         WHERE l.coop_id = $1 AND l.sale_id = $2
           AND p.coop_id = l.coop_id AND p.document_id = l.document_id AND p.line_place = l.place
         GROUP BY l.line, p.place ORDER BY 1, 2 LIMIT 10000"
    );
    for row in tx.q(text).bind(coop).bind(sale).all::<TakenRow>().await? {
        let place = usize::try_from(row.place).unwrap_or(usize::MAX);
        if let Some(rest) = lines.get_mut(at(row.line)).and_then(|line| line.parts.get_mut(place)) {
            rest.uncapped = Minor(rest.uncapped.0 - row.uncapped.0);
            rest.moved = Minor(rest.moved.0 - row.moved.0);
        }
    }
    Ok(())
}

/// What was paid by each means, net of change and refunds: cash first, then in the sale's order.
async fn net_paid(tx: &mut Tx, coop: CoopId, sale: DocumentId, change: Minor) -> Result<Vec<Tender>> {
    #[derive(FromRow)]
    struct TenderRow {
        is_refund: i64,
        means: String,
        voucher: Option<String>,
        amount: Minor,
    }
    let text = sql!(
        "SELECT CAST(0 AS BIGINT) AS is_refund, place, means, voucher, amount FROM tender WHERE coop_id = $1 AND document_id = $2
         UNION ALL
         SELECT CAST(1 AS BIGINT), t.place, t.means, t.voucher, t.amount
         FROM refund r CROSS JOIN tender t
         WHERE r.coop_id = $1 AND r.sale_id = $2 AND t.coop_id = r.coop_id AND t.document_id = r.id
         ORDER BY 1, 2 LIMIT 10000"
    );
    let mut paid = vec![Tender { means: Means::Cash, amount: Minor(-change.0) }];
    for row in tx.q(text).bind(coop).bind(sale).all::<TenderRow>().await? {
        let means = Means::of(&row.means, row.voucher).ok_or_else(|| sqlx::Error::Decode("a stored tender cannot be read".into()))?;
        // A refund to a voucher issues a new one: it is netted against vouchers as a whole.
        let alike = |tender: &&mut Tender| tender.means == means || (row.is_refund == 1 && tender.means.slug() == means.slug());
        let net = if row.is_refund == 1 { -row.amount.0 } else { row.amount.0 };
        match paid.iter_mut().find(alike) {
            Some(tender) => tender.amount = Minor(tender.amount.0 + net),
            None => paid.push(Tender { means, amount: Minor(net) }),
        }
    }
    Ok(paid)
}

/// Saves a refund with its lines, parts and tenders, and marks its approval as used.
pub async fn save(tx: &mut Tx, allowed: &Allowed<Sell>, refund: &Refund, approval: Option<ApprovalId>) -> Result<()> {
    let coop = allowed.coop();
    let text = sql!(
        "INSERT INTO refund (coop_id, id, till_id, epoch, seq, shift_id, business_date, occurred_at, received_at, actor_id,
                             sale_id, approved_by, donation, paid, reason) VALUES $rows"
    );
    tx.insert(text, std::slice::from_ref(refund), |refund, args| {
        args.add(coop).add(refund.id);
        add_origin(args, &refund.origin);
        args.add(refund.sale).add(refund.approved_by).add(refund.donation).add(refund.paid);
        args.add(refund.reason.map(|reason| reason.slug().to_owned()));
    })
    .await?;
    if let Some(sale) = refund.sale {
        save_returned(tx, coop, refund.id, sale, &refund.lines).await?;
    }
    if let (Some(approval), Some(_)) = (approval, refund.approved_by) {
        let text = sql!("UPDATE approval SET used_by = $3 WHERE coop_id = $1 AND id = $2 AND used_by IS NULL");
        tx.q(text).bind(coop).bind(approval).bind(refund.id).run().await?;
    }
    save_tenders(tx, coop, refund.id, &refund.tenders).await
}

/// Saves what came back of a sale's lines.
pub async fn save_returned(tx: &mut Tx, coop: CoopId, document: DocumentId, sale: DocumentId, lines: &[RefundedLine]) -> Result<()> {
    let placed: Vec<(i64, &RefundedLine)> = (1..).zip(lines).collect();
    let text =
        sql!("INSERT INTO returned_line (coop_id, document_id, place, sale_id, line, milli, amount, borne, cost, restocked) VALUES $rows");
    tx.insert(text, &placed, |(place, line), args| {
        let number = i64::try_from(line.line).unwrap_or(i64::MAX);
        args.add(coop).add(document).add(*place).add(sale).add(number).add(line.milli).add(line.amount).add(line.borne);
        args.add(line.cost).add(line.restocked);
    })
    .await?;
    let taken: Vec<_> =
        placed.iter().flat_map(|(place, line)| (0_i64..).zip(&line.taken).map(move |(at, taken)| (*place, at, taken))).collect();
    let text = sql!("INSERT INTO returned_part (coop_id, document_id, line_place, place, uncapped, moved) VALUES $rows");
    tx.insert(text, &taken, |(line_place, place, taken), args| {
        args.add(coop).add(document).add(*line_place).add(*place).add(taken.uncapped).add(taken.moved);
    })
    .await
}
