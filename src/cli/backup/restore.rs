//! `gezi restore`: puts a backup back, into a place where nothing is yet, and verifies what it put there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{SECRETS, manifest::Manifest, postgres, restrict, sync_folder};
use crate::{
    auth::keys::write_secret,
    cli::{
        Failure, check,
        place::{Place, make_folder, sqlite_path},
        progress::Progress,
    },
    store::{Db, db::copies},
};

const MASTER_KEY: &str = "master.key";

/// Put a backup back.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup's folder 备份文件夹
    #[arg(value_name = "BACKUP")]
    from: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    /// Refuses to overwrite anything; verifies at the end.
    pub async fn run(self) -> Result<(), Failure> {
        let manifest = Manifest::read(&self.from)?;
        let url = self.place.url()?;
        let engine = if sqlite_path(&url).is_some() { "sqlite" } else { "postgres" };
        if engine != manifest.engine {
            return Err(Failure::usage(
                format!("这份备份来自 {}，不能放进 {engine}", manifest.engine),
                format!("this is a backup of {}, it cannot be put into {engine}", manifest.engine),
            ));
        }
        self.check_key(&manifest)?;
        manifest.check_file(&self.from)?;
        self.check_secrets(&manifest)?;
        let copy = self.from.join(&manifest.file);
        match sqlite_path(&url) {
            Some(path) => must_be_free(Path::new(path))?,
            None => must_be_empty(&url).await?,
        }
        // Keys before books: a restore that was cut off leaves keys without books, never books that a new key would lock.
        self.put_secrets(&manifest)?;
        let books = match sqlite_path(&url) {
            Some(path) => embedded(&copy, Path::new(path)).await?,
            None => postgres::restore(&url, &copy).await?,
        };
        if books != manifest.cooperatives {
            return Err(Failure::refused("恢复出来的账与备份时的不一致", "what was restored is not what was backed up"));
        }
        println!("已恢复并核对 restored and verified:");
        for books in &books {
            println!("  {books}");
        }
        Ok(())
    }

    /// A backup without the key is restored only where the key is: otherwise it would be called whole, and no name could be read.
    fn check_key(&self, manifest: &Manifest) -> Result<(), Failure> {
        let comes_along = manifest.secrets.iter().any(|name| name == MASTER_KEY);
        if comes_along || self.place.master_key.is_some() || self.place.data.join(MASTER_KEY).exists() {
            return Ok(());
        }
        let path = self.place.data.join(MASTER_KEY);
        let path = path.display();
        Err(Failure::refused(
            format!("这份备份里没有主密钥，没有它姓名打不开。请先把保管的 master.key 放到 {path}，或用 GEZI_MASTER_KEY 给出，再恢复"),
            format!(
                "this backup has no master key, and names cannot be opened without it: first put the master.key that you keep at {path}, \
                 or give it as GEZI_MASTER_KEY, then restore"
            ),
        ))
    }

    /// Another key in the folder would be overwritten, or would not open the names.
    fn check_secrets(&self, manifest: &Manifest) -> Result<(), Failure> {
        for secret in SECRETS {
            let (mine, theirs) = (self.place.data.join(secret), self.from.join(secret));
            let differs = mine.exists() && (!theirs.exists() || fs::read(&mine)? != fs::read(&theirs)?);
            if differs && manifest.secrets.iter().any(|name| name == secret) {
                let mine = mine.display();
                return Err(Failure::refused(
                    format!("{mine} 是另一把钥匙，不覆盖它。请用 --data 指定一个新文件夹"),
                    format!("{mine} is another one and is not overwritten: name a new folder with --data"),
                ));
            }
        }
        Ok(())
    }

    fn put_secrets(&self, manifest: &Manifest) -> Result<(), Failure> {
        let folder = self.place.folder()?;
        for secret in SECRETS.iter().filter(|secret| manifest.secrets.iter().any(|name| name == *secret)) {
            let path = folder.join(secret);
            if !path.exists() {
                let bytes = fs::read(self.from.join(secret)).map_err(|error| Failure::about(&self.from.join(secret), &error))?;
                write_secret(&path, &bytes).map_err(|error| Failure::about(&path, &error))?;
            }
        }
        sync_folder(folder)
    }
}

fn must_be_free(to: &Path) -> Result<(), Failure> {
    // A log that was left behind would be played into the restored file.
    let log = PathBuf::from(format!("{}-wal", to.display()));
    if to.exists() || log.exists() {
        let to = to.display();
        return Err(Failure::refused(
            format!("{to} 已经有一个数据库，不覆盖它。请先把它移走，或用 --data 指定一个新文件夹"),
            format!("{to} is there already and is not overwritten: move it away, or name a new folder with --data"),
        ));
    }
    Ok(())
}

async fn embedded(copy: &Path, to: &Path) -> Result<Vec<check::Books>, Failure> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(folder)?;
    let part = to.with_extension("part");
    let placed = copied_and_verified(copy, &part).await.and_then(|books| {
        fs::File::open(&part)?.sync_all()?;
        fs::rename(&part, to).map_err(|error| Failure::about(to, &error))?;
        sync_folder(folder)?;
        Ok(books)
    });
    if placed.is_err() {
        drop(fs::remove_file(&part));
    }
    placed
}

async fn copied_and_verified(copy: &Path, part: &Path) -> Result<Vec<check::Books>, Failure> {
    let copying = Progress::file("复制 copying", part);
    fs::copy(copy, part).map_err(|error| Failure::about(part, &error))?;
    restrict(part)?;
    copying.done();
    let db = Db::open(&format!("sqlite:{}", part.display())).await?;
    let books = check::all_books(&db).await;
    db.close().await;
    books
}

async fn must_be_empty(url: &str) -> Result<(), Failure> {
    if !copies::is_empty(url).await? {
        return Err(Failure::refused(
            "这个数据库里已经有东西，不覆盖它。请先用 createdb 建一个空的",
            "this database is not empty and is not overwritten: make an empty one first, with createdb",
        ));
    }
    Ok(())
}
