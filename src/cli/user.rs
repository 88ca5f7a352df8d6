//! `gezi user`: people who sign in, for whoever holds the machine: before there is an organiser, or when a password is forgotten.

use clap::{Args, Subcommand};

use super::{
    Failure, ask,
    place::{Place, Which},
};
use crate::{
    app::{
        Refusal, Service,
        clock::Clock,
        format::fields,
        logins,
        people::{AddPerson, GiveRole, Particulars},
        service::operator,
    },
    auth::role::Role,
    domain::id::{CoopId, PersonId},
};

/// People who sign in.
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add somebody with a login 增加一个能登录的人
    Add(Add),
    /// Set a new password where it was forgotten; ends all sessions of the login 重设口令
    Password(NewPassword),
}

#[derive(Debug, Args)]
struct Add {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// The person's name, which is sealed 姓名
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// What tiles and papers show 称呼
    #[arg(long, value_name = "NAME")]
    nickname: Option<String>,
    /// The name to sign in with 登录名
    #[arg(long, value_name = "LOGIN")]
    login: Option<String>,
    /// `stallholder`, `helper`, `treasurer`, `organiser`, `auditor` or `love_shareholder`; may be repeated 角色
    #[arg(long = "role", value_name = "ROLE", value_parser = role, required = true)]
    roles: Vec<Role>,
    /// Read the password from stdin; otherwise it is asked for or made up 从标准输入读口令
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Debug, Args)]
struct NewPassword {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// The name that the person signs in with 登录名
    #[arg(long, value_name = "LOGIN")]
    login: String,
    /// Read the password from stdin; otherwise it is asked for or made up 从标准输入读口令
    #[arg(long)]
    password_stdin: bool,
}

/// A guardian has a ward, which the office names.
fn role(slug: &str) -> Result<Role, String> {
    let known = || Role::ALL.iter().copied().filter(|role| *role != Role::Guardian);
    known().find(|role| role.slug() == slug).ok_or_else(|| {
        let slugs = known().map(|role| format!("{}（{}）", role.slug(), role.names().0));
        format!("角色是其中之一 a role is one of: {}", slugs.collect::<Vec<_>>().join(", "))
    })
}

impl User {
    /// Runs the subcommand.
    pub async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Add(add) => add.run().await,
            What::Password(new) => new.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<(), Failure> {
        let Self { place, which, name, nickname, login, roles, password_stdin } = self;
        let service = place.service(Clock::System).await?;
        let coop = which.find(&service.db).await?;
        let name = ask::answer(name, "--name", "姓名 name", None)?;
        let login = ask::answer(login, "--login", "登录名 login", None)?;
        let password = ask::password(password_stdin, &service.chance)?;
        let user = NewUser { name, nickname, login, roles };
        user.check(password.text())?;
        let person = user.add(&service, coop.id, password.text()).await?;
        service.writer.stop().await;
        println!("已增加 added to {}: {} ({person})", coop.code, user.login);
        password.say();
        Ok(())
    }
}

impl NewPassword {
    async fn run(self) -> Result<(), Failure> {
        let Self { place, which, login, password_stdin } = self;
        let service = place.service(Clock::System).await?;
        let coop = which.find(&service.db).await?;
        let Some(person) = logins::person_of(&service, coop.id, &login).await? else {
            return Err(Failure::refused(format!("没有登录名 {login}"), format!("there is no login {login}")));
        };
        let password = ask::password(password_stdin, &service.chance)?;
        logins::set_login(&service, &operator(coop.id), person, &login, password.text().to_owned()).await?;
        service.writer.stop().await;
        println!("口令已重设 the password of {login} is new");
        password.say();
        Ok(())
    }
}

/// Somebody who will sign in.
pub struct NewUser {
    /// Sealed.
    pub name: String,
    /// On tiles and papers.
    pub nickname: Option<String>,
    /// To sign in with.
    pub login: String,
    /// What they are to the cooperative.
    pub roles: Vec<Role>,
}

impl NewUser {
    /// Refuses what would be refused later, before anything is written.
    pub fn check(&self, password: &str) -> Result<(), Failure> {
        logins::check(&self.login, password)?;
        fields::text(&self.name, "--name", 80).map_err(Refusal::from)?;
        if let Some(nickname) = &self.nickname {
            fields::text(nickname, "--nickname", 20).map_err(Refusal::from)?;
        }
        Ok(())
    }

    /// Adds the person, the roles and the login.
    pub async fn add(&self, service: &Service, coop: CoopId, password: &str) -> Result<PersonId, Failure> {
        if logins::person_of(service, coop, &self.login).await?.is_some() {
            return Err(Refusal::NameTaken("login").into());
        }
        let person = AddPerson {
            keys: service.keys.clone(),
            code: None,
            kind: "person".to_owned(),
            nickname: self.nickname.clone(),
            face: None,
            support_plan: "independent".to_owned(),
            joined_on: None,
            particulars: Particulars::named(self.name.clone()),
        };
        let person = PersonId(service.order(coop, person).await?.document);
        for role in &self.roles {
            service.order(coop, GiveRole { person, role: role.slug().to_owned(), ward: None }).await?;
        }
        logins::set_login(service, &operator(coop), person, &self.login, password.to_owned()).await?;
        Ok(person)
    }
}
