//! PostgreSQL: sixteen tills of one cooperative against pgbench's TPC-B on the same server. pgbench's clients each update rows of
//! their own; ours take gapless numbers, a hash chain and carries in one order.

use std::process::Command;

use gezi::store::db::Durability;

use crate::{
    callers::Stand,
    harness::{Database, Engine},
    measure::Results,
};

const ROUNDS: u32 = 3;

pub fn run(results: &mut Results) {
    let what = "16 callers on PostgreSQL";
    if std::env::var("GEZI_TEST_POSTGRES").is_err() {
        return results.not_measured(what, "GEZI_TEST_POSTGRES names no server: scripts/bench.sh");
    }
    let pgbench = std::env::var("PGBENCH").unwrap_or_else(|_| "pgbench".to_owned());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let compared = runtime.block_on(async {
        let database = Database::new(Engine::Postgres).await;
        call(&pgbench, &["-i", "-q", "-s", "16", &database.url])?;
        let mut stand = Stand::new(Engine::Postgres, Durability::Full, 16).await;
        stand.together(500).await;
        let (mut ours, mut theirs) = (0.0, 0.0);
        for _ in 0..ROUNDS {
            ours += stand.together(3_000).await;
            theirs += tps(&call(&pgbench, &["-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", "6", &database.url])?)?;
        }
        Ok::<_, String>((ours / f64::from(ROUNDS), theirs / f64::from(ROUNDS)))
    });
    match compared {
        Ok((ours, theirs)) => {
            let how = format!("{ours:.0} sales per second against {theirs:.0} transactions of pgbench -s 16 -M prepared -c 16 -j 2");
            results.at_least(what, ours / theirs, 0.08, &how);
        }
        Err(why) => results.not_measured(what, &why),
    }
}

fn call(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).output().map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

fn tps(said: &str) -> Result<f64, String> {
    let line = said.lines().find_map(|line| line.strip_prefix("tps = ")).ok_or("pgbench told no tps")?;
    line.split_whitespace().next().and_then(|tps| tps.parse().ok()).ok_or_else(|| format!("pgbench told {line}"))
}
