//! A good is added, and its price is set.

use super::NewLook;
use crate::{
    app::{
        Refusal,
        ctx::{Ctx, Done},
        execute::UseCase,
        format::fields::{Invalid, Money, one_of, text},
        words::Words,
    },
    auth::policy::SetUpShop,
    domain::{
        id::{CommandId, GoodId, GridId, LotId},
        sale::Measure,
    },
    store::{
        goods::{self, GoodRow, PriceRow},
        grids, lots,
    },
};

/// A kind of goods of a grid.
#[derive(Clone, Debug)]
pub struct AddGood {
    /// Whose goods these are follows from it.
    pub grid: GridId,
    /// The lot that its pieces are of; the grid's owner's own where there is none.
    pub lot: Option<LotId>,
    /// At most 80 characters; no other good of the grid has it.
    pub name: String,
    /// `piece` or `kg`.
    pub measure: String,
    /// As printed on the label; no other good of the cooperative has it.
    pub barcode: Option<String>,
    /// Its first price.
    pub price: Option<Money>,
    /// What it looks like.
    pub look: NewLook,
}

impl UseCase for AddGood {
    const KIND: &'static str = "good_added";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let name = text(&self.name, "name", 80)?;
        let measure = one_of(&self.measure, "measure", &[Measure::Piece.slug(), Measure::Kilogram.slug()])?;
        let barcode = self.barcode.as_deref().map(barcode).transpose()?;
        let price = self.price.as_ref().map(|price| price.read("price", &ctx.batch.coop.unit)).transpose()?;
        if !grids::exists(ctx.tx, ctx.coop(), self.grid).await? {
            return Err(Refusal::NotFound("grid"));
        }
        if let Some(lot) = self.lot {
            lots::load(ctx.tx, ctx.batch.coop.id, lot).await?.ok_or(Refusal::NotFound("lot"))?;
            if measure != Measure::Piece.slug() {
                let words = Words::new("批次里的货按件卖", "goods of a lot are sold by the piece");
                return Err(Refusal::invalid("measure", words));
            }
        }
        if goods::name_taken(ctx.tx, ctx.coop(), self.grid, &name).await? {
            return Err(Refusal::NameTaken("name"));
        }
        if let Some(barcode) = &barcode
            && goods::barcode_taken(ctx.tx, ctx.coop(), barcode).await?
        {
            return Err(Refusal::NameTaken("barcode"));
        }

        let look = self.look.read(ctx.tx, ctx.coop()).await?;

        let good = GoodRow { id: GoodId(id.0), grid_id: self.grid, lot_id: self.lot, name, measure, barcode, look, created_at: ctx.now };
        goods::add(ctx.tx, &allowed, &good).await?;
        if let Some(price_minor) = price {
            let price = PriceRow { id: id.0, price_minor, set_by: ctx.actor.person(), set_at: ctx.now };
            goods::set_price(ctx.tx, &allowed, good.id, &price).await?;
        }
        Ok(Done::made(id.0))
    }
}

/// Reads a barcode: what scanners give and labels can print.
fn barcode(text: &str) -> Result<String, Invalid> {
    if (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(text.to_owned());
    }
    let words = Words::new("条码是 1 到 64 位字母、数字或符号，没有空格", "a barcode is 1 to 64 letters, digits or signs without spaces");
    Err(Invalid::new("barcode", words))
}

/// A good's price from now on. What is sold already keeps its own.
#[derive(Clone, Debug)]
pub struct SetPrice {
    /// Which good.
    pub good: GoodId,
    /// Per piece or kilogram.
    pub price: Money,
}

impl UseCase for SetPrice {
    const KIND: &'static str = "price_set";

    async fn run(self, ctx: &mut Ctx<'_>, id: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let price_minor = self.price.read("price", &ctx.batch.coop.unit)?;
        if !goods::exists(ctx.tx, ctx.coop(), self.good).await? {
            return Err(Refusal::NotFound("good"));
        }

        let price = PriceRow { id: id.0, price_minor, set_by: ctx.actor.person(), set_at: ctx.now };
        goods::set_price(ctx.tx, &allowed, self.good, &price).await?;
        Ok(Done::made(self.good.0))
    }
}
