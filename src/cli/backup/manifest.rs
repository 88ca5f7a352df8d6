//! The note inside a backup: what it is, of when, and what its books must come to.

use std::{fs, io::Read as _, path::Path};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    auth::keys::write_secret,
    cli::{Failure, check::Books},
    domain::chain::Hash,
};

const FILE: &str = "backup.json";
/// The format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Manifest {
    /// Of this note.
    pub format: u32,
    /// RFC 3339.
    pub made_at: String,
    /// The program's.
    pub version: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// The database's file in the backup.
    pub file: String,
    /// Over that file, in hexadecimal.
    pub sha256: String,
    /// The other files.
    pub secrets: Vec<String>,
    /// The books inside, as they were found when the backup was verified.
    pub cooperatives: Vec<Books>,
}

impl Manifest {
    /// Reads the note of a backup.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE);
        let text = fs::read_to_string(&path).map_err(|_| {
            let folder = folder.display();
            Failure::refused(format!("{folder} 不是一个备份文件夹"), format!("{folder} is no backup: it has no {FILE}"))
        })?;
        let manifest: Self = serde_json::from_str(&text).map_err(|error| {
            Failure::refused(format!("{} 读不懂：{error}", path.display()), format!("{} cannot be read: {error}", path.display()))
        })?;
        let plain = |name: &String| !name.contains(['/', '\\']) && !name.starts_with('.');
        if manifest.format > FORMAT || !plain(&manifest.file) || !manifest.secrets.iter().all(plain) {
            return Err(Failure::refused("这个备份是更新的程序做的", "this backup was made by a newer program"));
        }
        Ok(manifest)
    }

    /// Writes the note, last of all files.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(self).map_err(|error| Failure::Refused(error.to_string()))?;
        let path = folder.join(FILE);
        write_secret(&path, format!("{text}\n").as_bytes()).map_err(|error| Failure::about(&path, &error))
    }

    /// Refuses a file that is not the one that was verified.
    pub fn check_file(&self, folder: &Path) -> Result<(), Failure> {
        if digest(&folder.join(&self.file))? == self.sha256 {
            return Ok(());
        }
        Err(Failure::refused(
            format!("备份里的 {} 坏了：与备份时的摘要不一致，请用另一份备份", self.file),
            format!("{} is damaged: it is not the file that was backed up, use another backup", self.file),
        ))
    }

    /// Says what is inside.
    pub fn print(&self) {
        for books in &self.cooperatives {
            println!("  {books}");
        }
        println!("  {} {} · sha256 {} · {}", self.engine, self.file, self.sha256, self.secrets.join(", "));
    }
}

/// SHA-256 of a file, in hexadecimal.
pub fn digest(path: &Path) -> Result<String, Failure> {
    let about = |error: std::io::Error| Failure::about(path, &error);
    let mut file = fs::File::open(path).map_err(about)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer).map_err(about)?;
        if read == 0 {
            return Ok(Hash(hasher.finalize().into()).to_string());
        }
        hasher.update(&buffer[..read]);
    }
}
