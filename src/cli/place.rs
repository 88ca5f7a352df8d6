//! Where a cooperative's things lie: a data folder with the keys, and a database (a file in that folder, or PostgreSQL).

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use sqlx::migrate::MigrateError;

use super::Failure;
use crate::{
    app::{
        Service,
        clock::{Chance, Clock},
    },
    auth::keys::Keys,
    store::{
        Db,
        coop::{self, Coop},
    },
};

/// The options that say where.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Folder of the keys and of the embedded database 数据文件夹
    #[arg(long, env = "GEZI_DATA", value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://USER@HOST/NAME`; default: gezi.db in the data folder 数据库
    #[arg(long, env = "GEZI_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Master key as 64 hexadecimal digits, instead of the file master.key in the data folder 主密钥
    #[arg(long, env = "GEZI_MASTER_KEY", value_name = "HEX", hide_env_values = true, hide = true)]
    pub master_key: Option<String>,
}

/// The option that says which of several cooperatives.
#[derive(Clone, Debug, Args)]
pub struct Which {
    /// Code of the cooperative; needed where the database holds several 合作社代号
    #[arg(long, env = "GEZI_COOP", value_name = "CODE")]
    pub coop: Option<String>,
}

impl Place {
    /// The database's address, checked for its kind.
    pub fn url(&self) -> Result<String, Failure> {
        let url = match &self.database {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data.join("gezi.db").display()),
        };
        checked(url)
    }

    /// Makes the data folder, which only its owner can enter.
    pub fn folder(&self) -> Result<&Path, Failure> {
        make_folder(&self.data)?;
        Ok(&self.data)
    }

    /// The keys of a database: from the environment, or of the data folder. They are made where no cooperative is yet; a key that
    /// did not seal what the database holds is refused, and so is none.
    pub async fn keys(&self, db: &Db, chance: &Chance) -> Result<Keys, Failure> {
        let marks = coop::key_marks(&mut db.snapshot().await?).await?;
        let folder = self.folder()?;
        let path = folder.join("master.key");
        let about = |error: io::Error| Failure::about(&path, &error);
        let keys = match self.given_key()? {
            Some(keys) => keys,
            None => match Keys::load(folder).map_err(about)? {
                Some(keys) => keys,
                None if marks.is_empty() => return Keys::create(folder, chance.bytes()).map_err(about),
                None => return Err(no_key(&path)),
            },
        };
        if marks.iter().all(|mark| *mark == keys.mark()) { Ok(keys) } else { Err(other_key(&path)) }
    }

    fn given_key(&self) -> Result<Option<Keys>, Failure> {
        if let Some(text) = &self.master_key {
            let key = bytes_of(text)
                .ok_or_else(|| Failure::usage("GEZI_MASTER_KEY 是 64 位十六进制数", "GEZI_MASTER_KEY is 64 hexadecimal digits"))?;
            return Ok(Some(Keys::new(key)));
        }
        Ok(None)
    }

    /// Opens the database, bringing its schema up to date. A file is made where there is none.
    pub async fn open(&self) -> Result<Db, Failure> {
        let url = self.url()?;
        if let Some(path) = sqlite_path(&url)
            && let Some(parent) = Path::new(path).parent().filter(|parent| !parent.as_os_str().is_empty())
        {
            make_folder(parent)?;
        }
        if let Some(path) = sqlite_path(&url) {
            make_private(Path::new(path))?;
        }
        reach(&url).await.map_err(|error| explained(&url, &error))?;
        Db::open(&url).await.map_err(|error| explained(&url, &error))
    }

    /// Opens a database that must be there.
    pub async fn open_existing(&self) -> Result<Db, Failure> {
        must_exist(&self.url()?)?;
        self.open().await
    }

    /// Opens a database that must be there and stays as it is: for whoever only looks.
    pub async fn look(&self) -> Result<Db, Failure> {
        let url = self.url()?;
        must_exist(&url)?;
        reach(&url).await.map_err(|error| explained(&url, &error))?;
        Db::look(&url).await.map_err(|error| explained(&url, &error))
    }

    /// A service for one command.
    pub async fn service(&self, clock: Clock) -> Result<Service, Failure> {
        let db = self.open_existing().await?;
        let keys = self.keys(&db, &Chance::System).await?;
        Ok(Service::new(db, clock, Chance::System, keys))
    }
}

impl Which {
    /// The cooperative that is meant.
    pub async fn find(&self, db: &Db) -> Result<Coop, Failure> {
        let mut tx = db.snapshot().await?;
        let mut all = coop::all(&mut tx).await?;
        let codes = all.iter().map(|coop| coop.code.as_str()).collect::<Vec<_>>().join(", ");
        match &self.coop {
            Some(code) => all.into_iter().find(|coop| coop.code == *code).ok_or_else(|| {
                Failure::refused(format!("没有代号为 {code} 的合作社，有：{codes}"), format!("no cooperative {code}; there are: {codes}"))
            }),
            None if all.len() == 1 => Ok(all.swap_remove(0)),
            None if all.is_empty() => Err(Failure::refused(
                "数据库里还没有合作社，请先运行 gezi init",
                "the database has no cooperative yet: gezi init makes one",
            )),
            None => Err(Failure::usage(
                format!("数据库里有几个合作社，请用 --coop 指明：{codes}"),
                format!("the database has several cooperatives, say which with --coop: {codes}"),
            )),
        }
    }
}

/// The file of `sqlite:PATH`, `sqlite:///PATH` or `sqlite://PATH`.
pub fn sqlite_path(url: &str) -> Option<&str> {
    crate::store::db::sqlite_path(url)
}

fn must_exist(url: &str) -> Result<(), Failure> {
    match sqlite_path(url) {
        Some(path) if !Path::new(path).exists() => {
            Err(Failure::refused(format!("没有这个数据库文件：{path}"), format!("there is no database at {path}")))
        }
        _ => Ok(()),
    }
}

fn no_key(path: &Path) -> Failure {
    let path = path.display();
    Failure::refused(
        format!("缺少主密钥 {path}：没有它，姓名打不开。请从备份里把 master.key 放回来，或用 GEZI_MASTER_KEY 给出；没有另造新的"),
        format!(
            "the master key {path} is missing, and names cannot be opened without it: put master.key back from a backup, name the data \
             folder that has it with --data, or give it as GEZI_MASTER_KEY; no new one was made"
        ),
    )
}

fn other_key(path: &Path) -> Failure {
    let path = path.display();
    Failure::refused(
        format!("主密钥不是这个数据库的那一把，姓名打不开。请从备份里恢复 {path}（或改正 GEZI_MASTER_KEY、--data）"),
        format!(
            "this is not the master key of this database, and names cannot be opened with it: restore {path} from a backup, or mend \
             GEZI_MASTER_KEY or --data"
        ),
    )
}

fn checked(url: String) -> Result<String, Failure> {
    let known =
        sqlite_path(&url).is_some_and(|path| !path.is_empty()) || url.starts_with("postgres://") || url.starts_with("postgresql://");
    if known {
        return Ok(url);
    }
    // The address may hold a password, so it is not repeated.
    Err(Failure::usage(
        "数据库地址写成 sqlite:文件路径 或 postgres://用户@主机/库名",
        "a database is sqlite:PATH or postgres://USER@HOST/NAME",
    ))
}

/// Whether a server answers within ten seconds, and if not, why.
async fn reach(url: &str) -> Result<(), sqlx::Error> {
    let late = |_| io::Error::new(io::ErrorKind::TimedOut, "no answer within 10 s");
    tokio::time::timeout(Duration::from_secs(10), Db::reach(url)).await.map_err(late)?
}

fn explained(url: &str, error: &sqlx::Error) -> Failure {
    if let sqlx::Error::Migrate(error) = error {
        if let MigrateError::VersionTooNew(..) = **error {
            return Failure::refused(
                "这个数据库是较早的程序建的，看之前不改动它。请先备份（gezi backup），再用本程序启动一次（gezi serve），结构会自动更新",
                "an older program made this database, and looking at it changes nothing: back it up (gezi backup), then start this \
                 program on it once (gezi serve), which brings it up to date",
            );
        }
        return Failure::refused(
            format!("这个数据库和本程序的版本对不上，请用更新的程序：{error}"),
            format!("the database's schema does not fit this program, which may be older: {error}"),
        );
    }
    match sqlite_path(url) {
        Some(path) => Failure::refused(format!("打不开数据库 {path}：{error}"), format!("cannot open the database {path}: {error}")),
        None => Failure::refused(format!("连不上数据库：{error}"), format!("cannot reach the database: {error}")),
    }
}

/// Makes a folder that only its owner can enter.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Failure::about(folder, &error))
}

/// Makes a database file that only its owner can read; SQLite gives its companions the same mode.
fn make_private(path: &Path) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(there) if there.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Failure::about(path, &error)),
    }
}

fn bytes_of(hex: &str) -> Option<[u8; 32]> {
    crate::domain::chain::Hash::parse(&hex.trim().to_ascii_lowercase()).map(|hash| hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_file_or_a_postgres() {
        assert!(checked("sqlite:/a b/账本.db".to_owned()).is_ok());
        assert!(checked("postgres://u@h/n".to_owned()).is_ok());
        assert!(checked("sqlite:".to_owned()).is_err());
        assert!(checked("mysql://u:secret@h/n".to_owned()).is_err_and(|failure| !format!("{failure:?}").contains("secret")));
    }

    #[test]
    fn a_master_key_is_64_hexadecimal_digits() {
        assert_eq!(bytes_of(&"0A".repeat(32)), Some([10; 32]));
        assert_eq!(bytes_of("0a"), None);
    }
}
