//! `gezi backup`: a folder with the database, the keys and a note of what is inside. It counts once it has been opened again and
//! every book in it was found whole; until then it has another name.

mod manifest;
mod postgres;
mod restore;

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;

use self::manifest::{FORMAT, Manifest};
pub use self::restore::Restore;
use super::{
    Failure, check,
    place::{Place, sqlite_path},
    progress::Progress,
};
use crate::{
    app::clock::Clock,
    auth::keys::write_secret,
    store::{Db, db::copies},
};

/// What a data folder holds besides the embedded database.
const SECRETS: &[&str] = &["master.key", "demo.json"];
/// The file of an embedded database inside a backup.
const EMBEDDED: &str = "gezi.db";
/// The file of a PostgreSQL database inside a backup.
const DUMP: &str = "gezi.dump";

/// Make a backup.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    place: Place,
    /// Folder to put the backup's own folder in 备份放在哪个文件夹
    #[arg(long, env = "GEZI_BACKUPS", value_name = "DIR", default_value = "backups")]
    into: PathBuf,
}

impl Backup {
    /// Copies, opens the copy, verifies it, and only then calls it a backup.
    pub async fn run(self) -> Result<(), Failure> {
        let url = self.place.url()?;
        let now = Clock::System.now();
        let name = format!("gezi-{}", now.instant().format("%Y%m%dT%H%M%SZ"));
        let (whole, part) = (self.into.join(&name), self.into.join(format!("{name}.part")));
        super::place::make_folder(&part)?;
        match self.fill(&url, &part, now.rfc3339()).await {
            Ok(manifest) => {
                fs::rename(&part, &whole).map_err(|error| Failure::about(&whole, &error))?;
                sync_folder(&self.into)?;
                println!("备份完成并已核对 backup made and verified: {}", whole.display());
                manifest.print();
                Ok(())
            }
            Err(failure) => {
                // A half-made backup helps nobody; if it cannot be removed its name still says what it is.
                drop(fs::remove_dir_all(&part));
                Err(failure)
            }
        }
    }

    async fn fill(&self, url: &str, part: &Path, made_at: String) -> Result<Manifest, Failure> {
        let (engine, file) = if sqlite_path(url).is_some() { ("sqlite", EMBEDDED) } else { ("postgres", DUMP) };
        let copy = part.join(file);
        let cooperatives = match sqlite_path(url) {
            Some(path) => embedded(path, &copy).await?,
            None => postgres::dump(url, &copy).await?,
        };
        let mut secrets = Vec::new();
        for secret in SECRETS {
            let from = self.place.data.join(secret);
            if from.exists() {
                let bytes = fs::read(&from).map_err(|error| Failure::about(&from, &error))?;
                write_secret(&part.join(secret), &bytes).map_err(|error| Failure::about(&part.join(secret), &error))?;
                secrets.push((*secret).to_owned());
            }
        }
        if !secrets.iter().any(|secret| secret == "master.key") {
            println!(
                "注意：数据文件夹里没有 master.key（可能由 GEZI_MASTER_KEY 给出），请另外妥善保管，没有它姓名和联系方式打不开。\n\
                 NOTE: there is no master.key in the data folder: keep the key elsewhere, names and contacts cannot be opened without it."
            );
        }
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let sha256 = manifest::digest(&copy)?;
        let (engine, file) = (engine.to_owned(), file.to_owned());
        let manifest = Manifest { format: FORMAT, made_at, version, engine, file, sha256, secrets, cooperatives };
        manifest.write(part)?;
        sync_folder(part)?;
        Ok(manifest)
    }
}

/// Copies an embedded database and verifies the copy.
async fn embedded(from: &str, copy: &Path) -> Result<Vec<check::Books>, Failure> {
    if !Path::new(from).exists() {
        return Err(Failure::refused(format!("没有这个数据库文件：{from}"), format!("there is no database at {from}")));
    }
    let copying = Progress::file("复制 copying", copy);
    copies::copy_embedded(from, &copy.display().to_string()).await?;
    copying.done();
    restrict(copy)?;
    let db = Db::open(&format!("sqlite:{}", copy.display())).await?;
    let books = check::all_books(&db).await;
    db.close().await;
    let file = fs::File::open(copy).map_err(|error| Failure::about(copy, &error))?;
    file.sync_all().map_err(|error| Failure::about(copy, &error))?;
    books
}

/// Only the owner reads a copy of the books.
fn restrict(file: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).map_err(|error| Failure::about(file, &error))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Makes new names in a folder survive a power cut.
fn sync_folder(folder: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| Failure::about(folder, &error))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
