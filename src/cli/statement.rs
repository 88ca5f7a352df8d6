//! `gezi statement`: an owner's month as a PDF. The bytes that were issued if it was issued, else a preview, or it is issued now.

use std::path::PathBuf;

use clap::Args;

use super::{
    Failure,
    place::{Place, Which},
};
use crate::{
    app::{
        Refusal, Service,
        clock::Clock,
        logins,
        service::operator,
        statements::{self, Order},
    },
    auth::policy::{Allowed, ReadStatements, allow},
    domain::{
        chain::Hash,
        id::{CommandId, CoopId, DocumentId, PersonId},
        time::Month,
    },
    store::{people, statements as kept},
};

/// An owner's monthly statement.
#[derive(Debug, Args)]
pub struct Statement {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// Code, login or id of the owner 铺主的编号、登录名或 ID
    #[arg(long, value_name = "WHO")]
    owner: String,
    /// Which month, e.g. 2026-06 月份
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    month: Month,
    /// Where the PDF goes 输出文件
    #[arg(short, long, value_name = "FILE.pdf")]
    output: PathBuf,
    /// Issue it now, with a number: once, in order, after the month is over 正式签发
    #[arg(long)]
    issue: bool,
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| "月份写成 2026-06 a month is written like 2026-06".to_owned())
}

impl Statement {
    /// Writes the PDF.
    pub async fn run(self) -> Result<(), Failure> {
        let service = self.place.service(Clock::System).await?;
        let coop = self.which.find(&service.db).await?.id;
        let owner = owner(&service, coop, &self.owner).await?;
        let allowed = allow::<ReadStatements>(&operator(coop)).map_err(Refusal::from)?;
        if self.issue {
            let now = service.clock.now();
            let id = CommandId(service.chance.id(now));
            // The id is new, so nothing is ever compared with this hash.
            let order = Order { actor: operator(coop), id, body_hash: Hash::ZERO, owner, month: self.month };
            statements::issue(&service, order).await?;
        }
        let issued = issued(&service, &allowed, owner, self.month).await?;
        if issued.is_some() && !self.issue {
            statements::log_reading(&service, &operator(coop), owner).await?;
        }
        let (says, bytes) = match issued {
            Some((number, bytes)) => (format!("对账单 statement {number}"), bytes),
            None => ("预览，未签发 a preview, not issued".to_owned(), preview(&service, coop, owner, self.month).await?),
        };
        service.writer.stop().await;
        std::fs::write(&self.output, bytes).map_err(|error| Failure::about(&self.output, &error))?;
        println!("{says}: {}", self.output.display());
        Ok(())
    }
}

async fn owner(service: &Service, coop: CoopId, named: &str) -> Result<PersonId, Failure> {
    let mut tx = service.db.snapshot().await?;
    if let Some(person) = people::of_code(&mut tx, coop, named).await? {
        return Ok(person);
    }
    if let Ok(id) = uuid::Uuid::try_parse(named)
        && people::get(&mut tx, coop, PersonId(id)).await?.is_some()
    {
        return Ok(PersonId(id));
    }
    drop(tx);
    logins::person_of(service, coop, named).await?.ok_or_else(|| {
        Failure::refused(format!("没有编号、登录名或 ID 是 {named} 的人"), format!("nobody has the code, login or id {named}"))
    })
}

/// The number and the bytes that were issued.
async fn issued(
    service: &Service,
    allowed: &Allowed<ReadStatements>,
    owner: PersonId,
    month: Month,
) -> Result<Option<(i64, Vec<u8>)>, Failure> {
    let mut tx = service.db.snapshot().await?;
    let Some(row) = kept::before(&mut tx, allowed.coop(), owner, &month.next().to_string()).await? else { return Ok(None) };
    if row.month != month.to_string() {
        return Ok(None);
    }
    let bytes = kept::bytes(&mut tx, allowed, DocumentId(row.id.0)).await?;
    bytes.map(|bytes| Some((row.number, bytes))).ok_or_else(|| {
        Failure::refused("这张对账单的内容已随个人信息删除", "the bytes of this statement were dropped with the person's particulars")
    })
}

async fn preview(service: &Service, coop: CoopId, owner: PersonId, month: Month) -> Result<Vec<u8>, Failure> {
    let mut tx = service.db.snapshot().await?;
    let (coop, gathered) = statements::preview(&mut tx, coop, owner, month).await?;
    drop(tx);
    let name = gathered.owner.nickname.clone().unwrap_or_default();
    let form = statements::paper(&coop, &gathered, None, name, service.clock.now())?;
    Ok(statements::print(form).await?)
}
