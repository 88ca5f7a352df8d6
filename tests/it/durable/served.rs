//! The real program in a process of its own, and the smallest client that can talk to it over a kept connection.

use std::{
    io,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

use crate::harness::{Database, Report, Who};

/// `gezi serve` in a process of its own.
pub struct Served {
    pub port: u16,
    child: Child,
    /// The service itself, where another program runs it.
    own: u32,
}

impl Served {
    /// Starts it on a database, under another program where one is named, and waits until it answers.
    pub async fn start(database: &Database, under: &[&str]) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut words = under.to_vec();
        words.push(env!("CARGO_BIN_EXE_gezi"));
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(["serve", "--database", &database.url, "--listen", &format!("127.0.0.1:{port}")]);
        command.arg("--data").arg(database.folder.path().join("data")).env("RUST_LOG", "warn");
        // The key that the harness founds its shops with; the service takes no other.
        command.env("GEZI_MASTER_KEY", "01".repeat(32));
        let child = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().expect("the program starts");
        let mut served = Self { port, own: child.id(), child };
        for _ in 0..600 {
            if Connection::to(port).await.is_ok() {
                if !under.is_empty() {
                    served.own = first_child(served.child.id()).expect("the service under the other program");
                }
                return served;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the service does not answer");
    }

    /// kill -9.
    pub fn kill(&mut self) {
        let killed = Command::new("kill").args(["-9", &self.own.to_string()]).status().expect("kill runs");
        assert!(killed.success());
        self.child.wait().expect("it is gone");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Where a test stopped half-way; afterwards there is nothing to kill.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn first_child(parent: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).ok()?;
    children.split_whitespace().next()?.parse().ok()
}

/// A kept connection.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub async fn to(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a till's report and returns the status of the answer.
    pub async fn post(&mut self, who: &Who, report: &Report) -> io::Result<u16> {
        let token = who.token.as_deref().unwrap_or_default();
        let head = format!(
            "POST /api/v1{} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\nidempotency-key: {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            report.path,
            report.id,
            report.bytes.len()
        );
        self.0.get_mut().write_all(&[head.as_bytes(), &report.bytes].concat()).await?;
        let broken = || io::Error::new(io::ErrorKind::UnexpectedEof, "half an answer");
        let (mut status, mut length) = (None, 0);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).await? == 0 {
                return Err(broken());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if status.is_none() {
                status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
            } else if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().map_err(|_| broken())?;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        status.ok_or_else(broken)
    }
}
