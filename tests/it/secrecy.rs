//! The logs of the real program, at their most talkative level that a keeper would use, tell nothing of a person and no secret.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

use gezi::auth::role::Role;
use serde_json::{Value, json};

use crate::harness::{Shop, Who};

/// `gezi serve` on a test's database, logging at `debug`.
struct Running {
    child: Child,
    address: SocketAddr,
    said: Arc<Mutex<String>>,
}

impl Running {
    fn start(shop: &Shop) -> Self {
        let clock = shop.database.folder.path().join("clock");
        std::fs::write(&clock, shop.now().rfc3339()).unwrap();
        let mut serve = Command::new(env!("CARGO_BIN_EXE_gezi"));
        serve.args(["serve", "--listen", "127.0.0.1:0", "--database", &shop.database.url, "--data"]).arg(shop.database.folder.path());
        serve.arg("--clock").arg(clock).env("GEZI_MASTER_KEY", "01".repeat(32)).env("RUST_LOG", "debug");
        let mut child = serve.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("ready:")).expect("a line that says ready");
        let address = ready.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap().parse().unwrap();
        let (mut logs, kept) = (child.stderr.take().unwrap(), said.clone());
        std::thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(length @ 1..) = logs.read(&mut part) {
                kept.lock().unwrap().push_str(&String::from_utf8_lossy(&part[..length]));
            }
        });
        Self { child, address, said }
    }

    /// Sends a request and returns the answer's status and body.
    fn asks(&self, who: &Who, method: &str, path: &str, body: &str) -> (u16, Value) {
        let shown = who.token.as_ref().map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
        let (length, key) = (body.len(), uuid::Uuid::from_u128(77));
        let request = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: gezi\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\nIdempotency-Key: {key}\r\n{shown}\r\n{body}"
        );
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        (status, serde_json::from_str(body).unwrap_or(Value::Null))
    }

    /// Stops it and returns all that it logged.
    fn stops(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut last = String::new();
        while *self.said.lock().unwrap() != last {
            last.clone_from(&self.said.lock().unwrap());
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        last
    }
}

on_both! {
    async fn the_logs_tell_no_secret_and_nobody_s_name(shop: Shop) {
        let (organiser, treasurer) = (shop.person(&[Role::Organiser]).await, shop.person(&[Role::Treasurer]).await);
        let till = shop.till().await;
        let running = Running::start(&shop);
        let nobody = Who::nobody();
        let post = |who: &Who, path: &str, body: Value| running.asks(who, "POST", path, &body.to_string());

        let particulars = json!({ "name": "周小白杨树", "phone": "13800138077", "note": "住在河边的红房子" });
        assert_eq!(post(&organiser, "/people", json!({ "nickname": "小白杨", "particulars": particulars })).0, 201);
        let person = uuid::Uuid::from_u128(77);
        assert_eq!(post(&organiser, "/readings", json!({ "person_id": person, "purpose": "contact" })).0, 200);
        assert_eq!(post(&organiser, "/pins", json!({ "pin": "583920" })).0, 204);
        assert_eq!(post(&organiser, "/picture-pins", json!({ "pictures": ["umbrella", "moon", "boat"] })).0, 204);
        assert_eq!(post(&till.who, "/till/approvals", json!({ "helper_id": organiser.id, "pin": "583921" })).0, 401);
        assert_eq!(post(&till.who, "/till/approvals", json!({ "helper_id": organiser.id, "pin": "583920" })).0, 201);
        let (status, code) = post(&organiser, "/till-codes", json!({ "till_id": till.who.id }));
        assert_eq!(status, 201);
        let (status, enrolled) = post(&nobody, "/enrolments", json!({ "coop": "hexie", "code": code["code"] }));
        assert_eq!(status, 201);

        let login = json!({ "person_id": treasurer.id, "name": "meilin-login", "password": "first-pass-9041" });
        assert_eq!(post(&organiser, "/logins", login).0, 201);
        let wrong = json!({ "name": "meilin-login", "password": "wrong-pass-5512" });
        assert_eq!(post(&nobody, "/sign-in", wrong).0, 401);
        assert_eq!(post(&nobody, "/sign-in", json!({ "name": "typo-pass-3388", "password": "x" })).0, 401);
        // Bodies that are not understood are not repeated in a log either.
        assert_eq!(post(&nobody, "/sign-in", json!({ "name": ["odd-name-1177"], "password": 1 })).0, 422);
        assert_eq!(running.asks(&nobody, "POST", "/sign-in", "{\"password\":\"torn-pass-6620").0, 400);
        let right = json!({ "name": "meilin-login", "password": "first-pass-9041" });
        let (status, tokens) = post(&nobody, "/sign-in", right);
        assert_eq!(status, 200);
        let (status, renewed) = post(&nobody, "/refresh", json!({ "refresh_token": tokens["refresh_token"] }));
        assert_eq!(status, 200);
        let mei = Who::bearer(treasurer.id, renewed["access_token"].as_str().unwrap());
        let change = json!({ "current": "first-pass-9041", "new": "second-pass-7734" });
        assert_eq!(post(&mei, "/passwords", change).0, 204);
        assert_eq!(running.asks(&till.who, "GET", "/me", "").0, 200);
        assert_eq!(running.asks(&Who::bearer(treasurer.id, "till.made-up-token-8852"), "GET", "/me", "").0, 401);
        assert_eq!(running.asks(&nobody, "GET", "/me?token=query-token-2291", "").0, 401);
        assert_eq!(running.asks(&nobody, "GET", "/no/path-token-4410", "").0, 404);

        let logs = running.stops();
        assert!(logs.contains("DEBUG") && logs.contains("a login was set"), "the level is debug: {logs}");
        let token = |who: &Who| who.token.clone().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut secrets = vec![token(&organiser), token(&till.who), token(&mei)];
        secrets.extend([&code["code"], &enrolled["token"], &tokens["refresh_token"], &tokens["access_token"], &renewed["refresh_token"]].map(text));
        let words = [
            "meilin-login", "first-pass-9041", "wrong-pass-5512", "typo-pass-3388", "odd-name-1177", "torn-pass-6620", "second-pass-7734",
            "made-up-token-8852", "query-token-2291", "path-token-4410", "argon2id", "gezi_access", "周小白杨树",
            "13800138077", "红房子", "小白杨", "583920", "583921", "umbrella",
        ];
        secrets.extend(words.map(str::to_owned));
        for secret in secrets {
            // A part of a token is as good as the token.
            let part = secret.get(..40).unwrap_or(&secret);
            if let Some(line) = logs.lines().find(|line| line.contains(part)) {
                panic!("{part} is in a log: {line}");
            }
        }
    }
}
