//! `gezi serve --demo`: the demo cooperative is told on the first start, and at every start it is said how to get in.

mod kept;
mod story;

use std::path::Path;

use self::kept::Kept;
use super::{Failure, place::Place, progress::Progress};
use crate::{
    app::{Service, approvals},
    auth::{
        actor::{Actor, Who},
        picture::Picture,
        token::TillToken,
    },
    demo::{self, Found, HELPER, LOGINS, Plan},
    domain::id::ApprovalId,
    store::coop::Coop,
};

/// A demo that is open, and what lets people in.
pub struct Open {
    coop: Coop,
    kept: Kept,
    token: TillToken,
    approval: Option<ApprovalId>,
    /// The options that say where it is, from any folder.
    place: String,
}

/// Opens the demo of a database, told to its end. The demo never mixes with real books.
pub async fn open(service: &Service, place: &Place, days: u32) -> Result<Open, Failure> {
    let folder = place.folder()?;
    let here = Kept::read(folder)?;
    let mut kept = match (demo::look(service).await?, here) {
        (Found::RealBooks, _) => {
            return Err(Failure::refused(
                "这个数据库里是真的账，演示请用另一个数据文件夹：gezi serve --demo --data demo-data",
                "this database keeps real books: give the demo another folder, e.g. gezi serve --demo --data demo-data",
            ));
        }
        (Found::Demo(_), Some(kept)) => kept,
        (Found::Demo(_), None) => {
            let folder = folder.display();
            return Err(Failure::refused(
                format!("这个数据库里的演示是从另一个数据文件夹启动的，登录口令在那里，不在 {folder}"),
                format!("the demo in this database was started from another data folder: its passwords are there, not in {folder}"),
            ));
        }
        // An empty database: a new story, even where an older one's passwords lie about.
        (Found::Nothing, _) => Kept::fresh(&service.chance, Plan::until(service.clock.now(), days)),
    };
    kept.write(folder)?;
    let plan = kept.plan();

    let coop = match demo::look(service).await? {
        Found::Demo(coop) if demo::is_told(service, &coop, plan).await? => coop,
        _ => {
            let mut progress = Progress::step("演示数据 demo data");
            let coop = demo::tell(service, plan, &kept.secrets(), |done, of| progress.at(done.into(), of.into())).await?;
            progress.done();
            coop
        }
    };
    let known = kept.till_token.as_deref().and_then(TillToken::parse).filter(|token| token.coop == coop.id);
    let token = if let Some(token) = known {
        token
    } else {
        let text = demo::token(service, &coop, plan).await?;
        let token = TillToken::parse(&text).ok_or_else(|| Failure::Refused("a till's token that cannot be read".to_owned()))?;
        kept.till_token = Some(text);
        kept.write(folder)?;
        token
    };
    let who = Who::Till { id: token.till, epoch: token.epoch };
    let (helper, pin) = (plan.person(HELPER), kept.pin.clone());
    // Whoever tries the demo may have changed the PIN; then the story asks for it.
    let approval = approvals::approve(service, Actor { coop: coop.id, who }, helper, pin).await.ok().map(|(approval, _)| approval);
    Ok(Open { coop, kept, token, approval, place: said(place)? })
}

impl Open {
    /// Says how to get in, and what to try.
    pub async fn print(&self, service: &Service, base: &str) -> Result<(), Failure> {
        println!();
        println!("演示 DEMO  {} · coop \"{}\" · 人名都是编的 all names are invented", self.coop.name, self.coop.code);
        println!("  登录 sign-ins (POST {base}/api/v1/sign-in)");
        for (login, password) in LOGINS.iter().zip(&self.kept.passwords) {
            println!("    {login:<10} {password}   {}", says(login));
        }
        println!("    {HELPER} 的 PIN  {}", self.kept.pin);
        for (family, pictures) in demo::pictured() {
            println!("    {family} 在收银台点 taps at the till  {}", pictures.map(drawn).join(" · "));
        }
        println!("  收银台 till \"{}\"  token {}", demo::FREE_TILL, self.token.text());
        println!();
        print!("{}", story::text(self, service, base).await?);
        Ok(())
    }
}

fn says(login: &str) -> &'static str {
    match login {
        "organiser" => "组织者：站点、格子、商品、人员、协议 runs the shop",
        "treasurer" => "司库：账簿、对账单、批准 keeps the books",
        "helper" => "帮手：收银、批准退款 helps at the till",
        "auditor" => "监事：只看不改 reads everything",
        "guardian" => "监护人：看被监护人的账 sees a ward's account",
        "supporter" => "爱心股东 love shareholder",
        _ => "铺主：看自己的账 sees their own account",
    }
}

const fn drawn(picture: Picture) -> &'static str {
    match picture {
        Picture::Fish => "鱼 fish",
        Picture::Flower => "花 flower",
        Picture::Umbrella => "伞 umbrella",
        Picture::Cat => "猫 cat",
        Picture::Moon => "月亮 moon",
        Picture::Tree => "树 tree",
        Picture::House => "房子 house",
        Picture::Key => "钥匙 key",
        Picture::Boat => "船 boat",
    }
}

/// Where a place is, as options that work from any folder. An address that may hold a password is not repeated.
fn said(place: &Place) -> Result<String, Failure> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| Failure::about(path, &error));
    let data = format!("--data '{}'", absolute(&place.data)?.display());
    let Some(url) = &place.database else { return Ok(data) };
    Ok(match super::place::sqlite_path(url) {
        Some(path) => format!("{data} --database 'sqlite:{}'", absolute(Path::new(path))?.display()),
        None => format!("{data} --database \"$GEZI_DATABASE\""),
    })
}
