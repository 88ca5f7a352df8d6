//! `gezi init`: a cooperative of one's own. Its name and chart, the first treasurer with a login, a site, and a till with the code
//! that lets it in.

use clap::{Args, ValueEnum};

use super::{Failure, ask, place::Place};
use crate::{
    app::{
        Service,
        clock::{Chance, Clock},
        first_run::{FirstPerson, FirstRun, Founded},
        found::Founding,
    },
    auth::role::Role,
    demo::{self, Found},
    store::Db,
};

/// Charts of accounts to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Chart {
    /// A cooperative in China.
    #[value(name = "cn_coop")]
    CnCoop,
}

/// Set up a real cooperative.
#[derive(Debug, Args)]
pub struct Init {
    #[command(flatten)]
    place: Place,
    /// Its name on paper 合作社全称
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Its short name for sign-ins: lower-case letters, digits, hyphens 代号
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Chart of accounts 科目表
    #[arg(long, value_enum, default_value = "cn_coop")]
    chart: Chart,
    /// IANA time zone that turns instants into business days 时区
    #[arg(long, value_name = "ZONE", default_value = "Asia/Shanghai")]
    zone: chrono_tz::Tz,
    /// The first treasurer's name 司库姓名
    #[arg(long, value_name = "NAME")]
    treasurer: Option<String>,
    /// The treasurer's login 司库登录名
    #[arg(long, value_name = "LOGIN")]
    login: Option<String>,
    /// Read the treasurer's password from stdin; otherwise it is asked for or made up 从标准输入读口令
    #[arg(long)]
    password_stdin: bool,
    /// The first site 站点
    #[arg(long, value_name = "NAME")]
    site: Option<String>,
    /// The first till 收银台
    #[arg(long, value_name = "NAME")]
    till: Option<String>,
}

impl Init {
    /// Asks for what is missing, checks all of it, and only then writes.
    pub async fn run(self) -> Result<(), Failure> {
        let Self { place, name, code, chart: Chart::CnCoop, zone, treasurer, login, password_stdin, site, till } = self;
        let chance = Chance::System;
        let name = ask::answer(name, "--name", "合作社全称 name of the cooperative", None)?;
        let code = ask::answer(code, "--code", "代号 code (a-z, 0-9, -)", None)?;
        let treasurer = ask::answer(treasurer, "--treasurer", "司库姓名 the treasurer's name", None)?;
        let login = ask::answer(login, "--login", "司库登录名 the treasurer's login", None)?;
        let site = ask::answer(site, "--site", "站点 site", Some("本店"))?;
        let till = ask::answer(till, "--till", "收银台 till", Some("一号收银台"))?;
        let password = ask::password(password_stdin, &chance)?;
        let founding = Founding { code, name, zone, is_demo: false };
        let first = FirstPerson { role: Role::Treasurer, name: treasurer, login, password: password.text().to_owned() };
        let login = first.login.clone();
        let first = FirstRun { founding, people: vec![first], site, till: till.clone() };
        first.check()?;

        let db: Db = place.open().await?;
        let keys = place.keys(&db, &chance).await?;
        let service = Service::new(db, Clock::System, chance, keys);
        if !matches!(demo::look(&service).await?, Found::Nothing | Found::RealBooks) {
            return Err(Failure::refused(
                "这个数据库里是演示，真的账请用另一个数据文件夹，例如 --data books",
                "this database holds the demo: give real books another folder, e.g. --data books",
            ));
        }
        let Founded { coop, code } = first.found(&service).await?;
        service.writer.stop().await;
        service.db.close().await;

        println!("合作社已建立 The cooperative is founded:");
        println!("  代号 code       {}", coop.code);
        println!("  司库 treasurer  {login}");
        password.say();
        println!("  {till}  登记码 enrolment code {} （15 分钟内有效 good for 15 minutes）", code.shown());
        println!("下一步 Next:");
        println!(
            "  gezi user add --coop {} --role organiser …   加一位组织者 an organiser, who adds people and signs as the second",
            coop.code
        );
        println!("  gezi serve                                   启动服务 start the service");
        Ok(())
    }
}
