//! Our own sources, read and parsed, and a throwaway database of each engine to hold them against.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use gezi::store::Db;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// A file of ours.
pub struct Source {
    /// From the repository's root, e.g. `src/app/facts/sale.rs`.
    pub name: String,
    /// Its module, e.g. `["app", "facts", "sale"]`.
    pub module: Vec<String>,
    /// As written.
    pub text: String,
}

impl Source {
    /// As parsed.
    pub fn parsed(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

/// The Rust files below a folder, in order of their names.
pub fn below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(&root.join(folder), &mut files);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    assert!(!files.is_empty(), "no Rust files below {folder}");
    files.iter().map(|path| source(root, &root.join(folder), path)).collect()
}

/// Every file below a folder.
pub fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        // What npm brings and Vite makes is not ours to read.
        let is_ours = !path.ends_with("node_modules") && !path.ends_with("dist");
        if path.is_dir() && is_ours {
            walk(&path, files);
        } else if path.is_file() {
            files.push(path);
        }
    }
}

fn source(root: &Path, folder: &Path, path: &Path) -> Source {
    let inside = path.strip_prefix(folder).unwrap().with_extension("");
    let mut module: Vec<String> = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    module.pop_if(|last| matches!(last.as_str(), "mod" | "lib" | "main"));
    let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    Source { name, module, text: fs::read_to_string(path).unwrap() }
}

/// A new database of each engine with our schema, dropped at the end.
pub struct Databases {
    pub sqlite: Db,
    pub postgres: Db,
    server: String,
    name: String,
    _folder: tempfile::TempDir,
}

impl Databases {
    pub async fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("GEZI_TEST_POSTGRES").expect("GEZI_TEST_POSTGRES names a server: scripts/with-postgres.sh COMMAND");
        let name = format!("gezi_tidy_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let (before, _) = server.rsplit_once('/').expect("postgres://…/NAME");
        execute(&server, format!("CREATE DATABASE {name}")).await;
        let folder = tempfile::tempdir().unwrap();
        let sqlite = Db::open(&format!("sqlite:{}", folder.path().join("books.db").display())).await.unwrap();
        let postgres = Db::open(&format!("{before}/{name}")).await.unwrap();
        Self { sqlite, postgres, server, name, _folder: folder }
    }

    pub async fn drop(self) {
        self.sqlite.close().await;
        self.postgres.close().await;
        execute(&self.server, format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
}

async fn execute(server: &str, text: String) {
    let mut connection = PgConnection::connect(server).await.expect("the PostgreSQL server of GEZI_TEST_POSTGRES answers");
    connection.execute(AssertSqlSafe(text)).await.unwrap();
    connection.close().await.unwrap();
}
