//! What a good looks like: a drawing of the library, or an uploaded picture.

use super::library::has_drawing;
use crate::{
    app::{
        Refusal, Service,
        ctx::{Ctx, Done},
        darkroom::Developed,
        execute::{Errand, Sent, UseCase},
        words::Words,
    },
    auth::{
        actor::Actor,
        policy::{self, SetUpShop},
    },
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, GoodId},
    },
    store::{
        Tx,
        goods::{self, Look},
        images::{self, ImageRow},
    },
};

/// Takes an uploaded picture in: names it by its bytes, keeps it once.
pub async fn upload_image(service: &Service, actor: Actor, upload: impl AsRef<[u8]> + Send + 'static) -> Result<Hash, Refusal> {
    policy::allow::<SetUpShop>(&actor)?;
    let image = service.darkroom.develop(upload).await?;
    service.writer.errand(Sent { actor, errand: KeepImage { image } }).await
}

#[derive(Clone)]
struct KeepImage {
    image: Developed,
}

impl Errand for KeepImage {
    type Answer = Hash;

    async fn run(self, ctx: &mut Ctx<'_>) -> Result<Hash, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;
        let hash = Hash::of(&self.image.page);
        if !images::exists(ctx.tx, ctx.coop(), hash).await? {
            let Developed { page, tile } = self.image;
            let row = ImageRow { hash, bytes: page, tile, uploaded_by: ctx.actor.person(), uploaded_at: ctx.now };
            images::keep(ctx.tx, &allowed, &row).await?;
        }
        Ok(hash)
    }
}

/// What somebody says that a good looks like: a drawing, an upload, or nothing.
#[derive(Clone, Debug, Default)]
pub struct NewLook {
    /// A drawing's name.
    pub drawing: Option<String>,
    /// An uploaded picture, as it was named.
    pub image: Option<String>,
}

impl NewLook {
    /// Refuses what is not there, and both at once.
    pub(super) async fn read(&self, tx: &mut Tx, coop: CoopId) -> Result<Look, Refusal> {
        match (&self.drawing, &self.image) {
            (None, None) => Ok(Look::default()),
            (Some(drawing), None) if has_drawing(drawing) => Ok(Look { drawing: Some(drawing.clone()), image_hash: None }),
            (Some(_), None) => {
                let words = Words::new("没有这张画，请从图库里选一张", "there is no such drawing: choose one of the library");
                Err(Refusal::invalid("drawing", words))
            }
            (None, Some(image)) => {
                let hash = Hash::parse(image).ok_or(Refusal::NotFound("image"))?;
                if !images::exists(tx, coop, hash).await? {
                    return Err(Refusal::NotFound("image"));
                }
                Ok(Look { drawing: None, image_hash: Some(hash) })
            }
            (Some(_), Some(_)) => {
                let words = Words::new("画和照片只能选一样", "a drawing or a photograph, not both");
                Err(Refusal::invalid("image", words))
            }
        }
    }
}

/// A good gets a picture, another, or none.
#[derive(Clone, Debug)]
pub struct SetPicture {
    /// Which good.
    pub good: GoodId,
    /// What it looks like from now on.
    pub look: NewLook,
}

impl UseCase for SetPicture {
    const KIND: &'static str = "good_picture_set";

    async fn run(self, ctx: &mut Ctx<'_>, _: CommandId) -> Result<Done, Refusal> {
        let allowed = ctx.allow::<SetUpShop>()?;

        let coop = ctx.coop();
        if !goods::exists(ctx.tx, coop, self.good).await? {
            return Err(Refusal::NotFound("good"));
        }
        let look = self.look.read(ctx.tx, coop).await?;

        goods::set_look(ctx.tx, &allowed, self.good, &look).await?;
        Ok(Done::made(self.good.0))
    }
}
