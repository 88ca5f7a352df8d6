//! Runs the program on a database of its own.

use std::process::Stdio;

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines},
    net::TcpStream,
    process::{Child, ChildStdout, Command},
};

use crate::harness::Database;

/// The program with a data folder and a database.
pub struct Gezi {
    pub database: Database,
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Gezi {
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    /// A path in the test's own folder.
    pub fn path(&self, name: &str) -> String {
        self.database.folder.path().join(name).display().to_string()
    }

    /// Puts the master key of a service that a test made by itself into the data folder.
    pub fn has_key(&self, key: [u8; 32]) {
        std::fs::create_dir_all(self.path("data")).expect("a folder");
        std::fs::write(self.path("data/master.key"), key).expect("a key");
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gezi"));
        command.args(args).env("GEZI_DATA", self.path("data")).env("GEZI_DATABASE", &self.database.url);
        command.env("RUST_LOG", "warn").stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    pub async fn runs(&self, args: &[&str]) -> Ran {
        let output = self.command(args).output().await.expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must do what it is asked.
    #[track_caller]
    pub fn does<'a>(&'a self, args: &'a [&'a str]) -> impl Future<Output = String> + 'a {
        let caller = std::panic::Location::caller();
        async move {
            let ran = self.runs(args).await;
            assert_eq!(ran.code, 0, "{caller}: gezi {args:?}\n{}\n{}", ran.out, ran.err);
            ran.out
        }
    }

    /// Starts the service on a free port and waits until it listens.
    pub async fn serves(&self, args: &[&str]) -> Serving {
        let args: Vec<&str> = ["serve", "--listen", "127.0.0.1:0"].iter().chain(args).copied().collect();
        let mut child = self.command(&args).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut printed = String::new();
        while let Some(line) = lines.next_line().await.expect("a line") {
            printed.push_str(&line);
            printed.push('\n');
            if let Some(address) = line.strip_prefix("ready: listening on http://") {
                let address = address.split_whitespace().next().expect("an address").to_owned();
                return Serving { child, lines, printed, address };
            }
        }
        panic!("it did not start:\n{printed}");
    }
}

/// A running service.
pub struct Serving {
    pub child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    /// What it said until it listened.
    pub printed: String,
    pub address: String,
}

impl Serving {
    /// Opens a connection.
    pub async fn connects(&self) -> TcpStream {
        TcpStream::connect(&self.address).await.expect("it listens")
    }

    /// Asks for a path and gives the whole answer.
    pub async fn get(&self, path: &str) -> String {
        let mut stream = self.connects().await;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).await.expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    }

    /// Sends it SIGTERM.
    pub async fn is_asked_to_stop(&self) {
        let id = self.child.id().expect("it runs").to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().await.expect("kill").success());
    }

    /// Waits for its end and gives its exit code.
    pub async fn ends(mut self) -> i32 {
        while self.lines.next_line().await.expect("a line").is_some() {}
        self.child.wait().await.expect("an end").code().unwrap_or(-1)
    }
}
