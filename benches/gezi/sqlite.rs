//! The embedded database: what a durable sale costs beside one that is not, and how many callers share one fsync.

use std::{
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use gezi::store::db::{Durability, statements_run};

use crate::{
    callers::Stand,
    harness::Engine,
    measure::{Results, median, ms},
};

const ROUNDS: usize = 6;

pub fn run(results: &mut Results) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(alone(results));
    runtime.block_on(together(results));
    syncs(results);
    // On one thread, which counts its own statements.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (before, after) = runtime.block_on(async {
        let mut stand = Stand::new(Engine::Sqlite, Durability::Off, 1).await;
        stand.alone(2).await;
        let before = statements_run();
        stand.alone(1).await;
        (before, statements_run())
    });
    // The head's lock is not counted.
    let statements = u32::try_from(after - before - 1).expect("few");
    results.at_most("statements of a cash sale of three lines", f64::from(statements), 18.0, "head lock, savepoints and COMMIT aside");
}

async fn alone(results: &mut Results) {
    let mut durable = Stand::new(Engine::Sqlite, Durability::Full, 1).await;
    let mut fleeting = Stand::new(Engine::Sqlite, Durability::Off, 1).await;
    let bytes = log_bytes_per_sale(&mut fleeting).await;
    let file = durable.shop.database.folder.path().join("bytes");
    let [mut full, mut off, mut sync] = [const { Vec::new() }; 3];
    durable.alone(50).await;
    fleeting.alone(50).await;
    for _ in 0..ROUNDS {
        full.extend(durable.alone(100).await);
        off.extend(fleeting.alone(100).await);
        sync.extend(synced_writes(&file, bytes, 100));
    }
    let [full, off, sync] = [full, off, sync].map(median);
    let ratio = full.as_secs_f64() / (off + sync).as_secs_f64();
    let how = format!("{} against {} with synchronous=OFF and {} for one fdatasync of {} KB", ms(full), ms(off), ms(sync), bytes / 1024);
    results.at_most("a lone sale", ratio, 1.2, &how);
}

/// What one sale adds to the write-ahead log.
async fn log_bytes_per_sale(stand: &mut Stand) -> usize {
    stand.alone(3).await;
    let file = stand.shop.database.folder.path().join("gezi.db-wal");
    let size = || std::fs::metadata(&file).expect("a log").len();
    let before = size();
    stand.alone(5).await;
    usize::try_from(size() - before).expect("a few pages") / 5
}

/// Writes so many bytes and waits for the disk, again and again, over the same four megabytes as the log does.
fn synced_writes(file: &Path, bytes: usize, times: usize) -> Vec<Duration> {
    let block = vec![7_u8; bytes];
    let mut file = std::fs::OpenOptions::new().create(true).append(false).write(true).truncate(false).open(file).expect("a file");
    let mut at = 0;
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        file.seek(SeekFrom::Start(at)).expect("a place");
        file.write_all(&block).expect("written");
        file.sync_data().expect("on the disk");
        took.push(begun.elapsed());
        at = (at + bytes as u64) % (4 << 20);
    }
    took
}

async fn together(results: &mut Results) {
    let mut durable = Stand::new(Engine::Sqlite, Durability::Full, 64).await;
    let mut fleeting = Stand::new(Engine::Sqlite, Durability::Off, 64).await;
    durable.together(500).await;
    fleeting.together(500).await;
    let (mut full, mut off) = (0.0, 0.0);
    for _ in 0..ROUNDS {
        full += durable.together(1_500).await;
        off += fleeting.together(1_500).await;
    }
    let how = format!("{:.0} sales per second against {:.0} with synchronous=OFF", full / 6.0, off / 6.0);
    results.at_least("64 callers", full / off, 0.7, &how);
}

/// Counted from outside, in a process of its own; two runs, so that what opening costs falls out.
fn syncs(results: &mut Results) {
    let what = "fsyncs per sale with 64 callers";
    let (few, many) = (500_u32, 4_500_u32);
    match (count_syncs(few), count_syncs(many)) {
        (Ok(first), Ok(second)) => {
            let ratio = f64::from(second.saturating_sub(first)) / f64::from(many - few);
            results.at_most(what, ratio, 0.1, &format!("{} fsyncs for {} sales, by strace", second.saturating_sub(first), many - few));
        }
        (Err(why), _) | (_, Err(why)) => results.not_measured(what, &why),
    }
}

fn count_syncs(sales: u32) -> Result<u32, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let counted = folder.path().join("counted");
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut strace = Command::new("strace");
    strace.args(["-f", "-c", "-e", "trace=fsync,fdatasync", "-o"]).arg(&counted).arg(own).args(["sales-for-strace", &sales.to_string()]);
    let output = strace.output().map_err(|error| format!("strace: {error}"))?;
    if !output.status.success() {
        return Err(format!("strace: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let table = std::fs::read_to_string(counted).map_err(|error| error.to_string())?;
    let calls = |line: &str| line.split_whitespace().nth(3).and_then(|calls| calls.parse::<u32>().ok());
    Ok(table.lines().filter(|line| line.ends_with("sync")).filter_map(calls).sum())
}

/// What runs under strace.
pub fn sales_for_strace(sales: usize) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut stand = Stand::new(Engine::Sqlite, Durability::Full, 64).await;
        stand.together(sales).await;
    });
}
