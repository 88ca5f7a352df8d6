//! Backups of PostgreSQL go through its own programs, `pg_dump` and `pg_restore`, which read any version up to their own.

use std::path::{Path, PathBuf};

use tokio::process::Command;

use crate::{
    app::clock::{Chance, Clock},
    cli::{Failure, check, progress::Progress},
    store::{Db, db::copies},
};

/// Dumps a database, restores the dump beside it, verifies that, and removes it again.
pub async fn dump(url: &str, copy: &Path) -> Result<Vec<check::Books>, Failure> {
    let dumping = Progress::file("导出 dumping", copy);
    let mut command = program("pg_dump", url)?;
    command.arg("--format=custom").arg("--no-owner").arg("--no-privileges").arg("--file").arg(copy);
    run("pg_dump", command).await?;
    dumping.done();
    super::restrict(copy)?;

    let id = Chance::System.id(Clock::System.now()).simple().to_string();
    let name = format!("gezi_check_{}", &id[16..]);
    let scratch = copies::create_beside(url, &name).await.map_err(|error| {
        Failure::refused(
            format!("备份要恢复一遍才算数，但不能在这台服务器上建临时数据库：{error}"),
            format!(
                "a backup counts once it was restored, but this server lets us make no scratch database (the role needs CREATEDB): {error}"
            ),
        )
    })?;
    let books = restore(&scratch, copy).await;
    copies::drop_beside(url, &name).await?;
    books
}

/// Restores a dump into an empty database and verifies it.
pub async fn restore(url: &str, copy: &Path) -> Result<Vec<check::Books>, Failure> {
    let restoring = Progress::step("恢复 restoring");
    let mut command = program("pg_restore", url)?;
    command.arg("--no-owner").arg("--no-privileges").arg("--exit-on-error").arg("--single-transaction").arg(copy);
    run("pg_restore", command).await?;
    restoring.done();
    let db = Db::open(url).await?;
    let books = check::all_books(&db).await;
    db.close().await;
    books
}

/// A program with the database's address; its password goes by the environment, which other people on the machine cannot read.
fn program(name: &str, url: &str) -> Result<Command, Failure> {
    let (url, password) = copies::without_password(url)?;
    let mut command = Command::new(find(name)?);
    command.arg("--dbname").arg(url);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    Ok(command)
}

async fn run(name: &str, mut command: Command) -> Result<(), Failure> {
    let output = command.output().await?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::refused(format!("{name} 没有成功：{}", said.trim()), format!("{name} did not succeed: {}", said.trim())))
}

/// In PATH, or where Debian keeps the programs of each version, the newest first.
fn find(name: &str) -> Result<PathBuf, Failure> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|version| version.path().join("bin")).collect();
    versions.sort();
    folders.extend(versions.into_iter().rev());
    folders.into_iter().map(|folder| folder.join(name)).find(|program| program.is_file()).ok_or_else(|| {
        Failure::refused(
            format!("找不到 {name}。请安装：sudo apt-get install -y postgresql-client"),
            format!("{name} is not here. Please install it: sudo apt-get install -y postgresql-client"),
        )
    })
}
