//! `gezi serve`: open, look at what durability hangs on, listen, and at the end answer what is in flight.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use clap::Args;
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::net::TcpListener;

use super::{
    Failure, accept, demo,
    listen::{self, Reach},
    logs::{self, LogFormat},
    place::Place,
    stop,
};
use crate::{
    app::{
        Service,
        clock::{Chance, Clock},
        tills::EnrolmentCode,
    },
    http::{self, Numbers, PublicUrl},
    store::{Db, coop},
};

/// How long requests in flight may take once the service stops; longer than any answer may take.
const FARE_WELL: Duration = Duration::from_secs(40);
/// How often histograms are folded, so that they do not grow between two readers.
const UPKEEP: Duration = Duration::from_secs(5);
/// Upper ends of the histograms' buckets, in seconds and in jobs.
const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];
const JOBS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];

/// Run the service.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address to listen on 监听地址
    #[arg(long, env = "GEZI_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8420")]
    listen: String,
    /// Serve the demo cooperative, which is invented; on an empty database or its own 演示合作社
    #[arg(long, env = "GEZI_DEMO")]
    demo: bool,
    /// How many days of trade the demo has behind it at its first start 演示有多少天的往来
    #[arg(long, env = "GEZI_DEMO_DAYS", value_name = "DAYS", requires = "demo", default_value_t = crate::demo::DAYS,
          value_parser = clap::value_parser!(u32).range(1..=400))]
    demo_days: u32,
    /// Let other machines see the demo, too 让别的机器也能看演示
    #[arg(long, env = "GEZI_DEMO_PUBLIC", requires = "demo")]
    demo_public: bool,
    /// Where people find the service, with https: its links are made of it, and no page elsewhere is believed 对外的网址
    #[arg(long, env = "GEZI_PUBLIC_URL", value_name = "URL")]
    public_url: Option<PublicUrl>,
    /// Let other machines connect without encryption 允许别的机器不加密连接
    #[arg(long, env = "GEZI_INSECURE_LAN")]
    insecure_lan: bool,
    /// The service's own time comes from this file (one RFC 3339 instant); for a demo or a fresh database only 时间取自文件
    #[arg(long, env = "GEZI_CLOCK", value_name = "FILE")]
    clock: Option<PathBuf>,
    /// How log lines on stderr look 日志格式
    #[arg(long, env = "GEZI_LOG_FORMAT", value_enum, default_value = "text")]
    log_format: LogFormat,
}

impl Serve {
    /// Serves until a signal.
    pub async fn run(self) -> Result<(), Failure> {
        logs::start(self.log_format);
        let (address, reach) = listen::checked(&self.listen, self.insecure_lan, self.demo, self.demo_public)?;
        let db = self.place.open().await?;
        let keys = self.place.keys(&db, &Chance::System).await?;
        check_durability(&db).await?;
        let clock = self.clock(&db).await?;
        let service = Service::new(db, clock, Chance::System, keys);
        // A taken address is said now, not after the demo's story.
        drop(bind(address).await?);
        let demo = if self.demo { Some(demo::open(&service, &self.place, self.demo_days).await?) } else { None };
        let listener = bind(address).await?;
        if reach == Reach::Network {
            println!("{}", listen::BANNER);
        }
        // Only now: who cannot listen shows no code.
        let setup = if self.demo { None } else { service.door.open(&service).await? };
        serve(service, listener, self.public_url, demo, setup).await
    }

    /// The machine's clock, or a file where nothing real can depend on it.
    async fn clock(&self, db: &Db) -> Result<Clock, Failure> {
        let Some(file) = &self.clock else { return Ok(Clock::System) };
        let mut tx = db.snapshot().await?;
        for coop in coop::all(&mut tx).await? {
            let entries = coop::head(&mut tx, coop.id).await?.map_or(0, |head| head.number);
            if !coop.is_demo && entries > 0 {
                return Err(Failure::refused(
                    format!("合作社 {} 的账是真的，时间不能取自文件", coop.code),
                    format!("{} keeps real books: --clock is for a demo or a fresh database", coop.code),
                ));
            }
        }
        Clock::file(file.clone()).ok_or_else(|| {
            let path = file.display();
            Failure::refused(
                format!("{path} 里要写一个时间，例如 2026-06-30T09:00:00+08:00"),
                format!("{path} must hold one instant such as 2026-06-30T09:00:00+08:00"),
            )
        })
    }
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::refused(
            format!("不能在 {address} 上监听：{error}。可能已经有一个服务在运行；也可以用 --listen 换一个端口"),
            format!("cannot listen on {address}: {error}. A service may be running there; --listen names another address"),
        )
    })
}

/// Prints what durability hangs on, and refuses a database that may forget what it answered.
async fn check_durability(db: &Db) -> Result<(), Failure> {
    let settings = db.settings().await?;
    let text = settings.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
    println!("database {}: {text}", db.engine());
    let is = |name: &str, value: &str| settings.iter().any(|(known, found)| *known == name && found == value);
    match db {
        // 2 is FULL: every commit reaches the disk before its answer.
        Db::Sqlite { .. } if !is("journal_mode", "wal") || !is("synchronous", "2") => Err(Failure::refused(
            "数据库不能保证写入磁盘（要 journal_mode=wal、synchronous=2），不启动",
            "the database does not promise to keep what it answers (journal_mode=wal and synchronous=2 are needed)",
        )),
        Db::Postgres { .. } if is("fsync", "off") || is("synchronous_commit", "off") => {
            tracing::warn!("PostgreSQL runs with fsync or synchronous_commit off: a power cut loses sales that were answered");
            println!(
                "警告：PostgreSQL 关闭了 fsync 或 synchronous_commit，断电会丢账。\nWARNING: fsync or synchronous_commit is off, a power cut loses sales that were answered."
            );
            Ok(())
        }
        _ => Ok(()),
    }
}

async fn serve(
    service: Service,
    listener: TcpListener,
    known_as: Option<PublicUrl>,
    demo: Option<demo::Open>,
    setup: Option<EnrolmentCode>,
) -> Result<(), Failure> {
    let local = listener.local_addr()?;
    let numbers = numbers()?;
    let upkeep = numbers.handle.clone();
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(UPKEEP);
        loop {
            ticks.tick().await;
            upkeep.run_upkeep();
        }
    });
    let app = http::app(service.clone(), numbers, known_as.clone());
    announce(local, known_as.as_ref());
    if let Some(demo) = demo {
        demo.print(&service, &format!("http://{local}")).await?;
    }
    if let Some(code) = setup {
        let code = code.shown();
        println!("这里还没有合作社。打开 http://{local}/office ，用设置码 {code} 建立（只在这里显示）；或者用 gezi init。");
        println!("There is no cooperative yet: open http://{local}/office and found one with the setup code {code}, or use gezi init.");
    }
    println!("ready: listening on http://{local} (Ctrl-C 结束 to stop)");
    let asked = async {
        stop::asked().await;
        service.writer.will_stop();
    };
    accept::serve(listener, app, asked, FARE_WELL).await;
    service.writer.stop().await;
    service.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn announce(local: SocketAddr, known_as: Option<&PublicUrl>) {
    println!("格子 Gezi {}", env!("CARGO_PKG_VERSION"));
    println!("  首页 start       http://{local}/");
    println!("  接口说明 API     http://{local}/api/docs");
    println!("  接口定义 OpenAPI http://{local}/api/openapi.json");
    println!("  状态 health      http://{local}/healthz  /readyz  /metrics");
    if let Some(url) = known_as {
        println!("  对外 public      {url}/");
    }
}

fn numbers() -> Result<Numbers, Failure> {
    let builder = PrometheusBuilder::new().set_buckets(SECONDS).and_then(|builder| {
        let jobs = metrics_exporter_prometheus::Matcher::Full("gezi_batch_jobs".to_owned());
        builder.set_buckets_for_metric(jobs, JOBS)
    });
    let handle = builder.and_then(PrometheusBuilder::install_recorder);
    let handle = handle.map_err(|error| Failure::Refused(format!("metrics: {error}")))?;
    metrics::describe_histogram!("gezi_http_seconds", metrics::Unit::Seconds, "Time to answer a request.");
    metrics::describe_histogram!("gezi_batch_jobs", "Commands per commit.");
    Ok(Numbers { handle, started_at: Clock::System.now().0 / 1_000_000 })
}
