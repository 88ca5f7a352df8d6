//! The command line: serve, set up, move in and out, check. It calls the same use cases as the API and knows no SQL.
//!
//! Exit codes: 0 done · 1 refused, or something is wrong with the books · 2 the command line itself cannot be understood.

mod accept;
mod ask;
mod backup;
mod check;
mod demo;
mod export;
mod failure;
mod import;
mod init;
mod listen;
mod logs;
mod place;
mod progress;
mod serve;
mod statement;
mod stop;
mod user;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
pub use failure::Failure;

/// The till and the books of grid shops. 格子铺的收银台与账簿。
#[derive(Debug, Parser)]
#[command(name = "gezi", version, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit codes 退出码: 0 done 完成 · 1 refused or wrong 被拒绝或账有问题 · 2 the command line cannot be understood 命令写错了
Start here 从这里开始: gezi serve --demo
Every option with [env: …] can be set as a variable. 标有 [env: …] 的选项都可以用环境变量设置。";

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the service 运行服务
    Serve(serve::Serve),
    /// Set up a real cooperative: name, chart, first treasurer, a till 建立合作社
    Init(init::Init),
    /// People who sign in: add one, set a forgotten password 登录用户
    User(user::User),
    /// Bring in sites, people, goods, agreements from CSV: all of a file or nothing 导入
    Import(import::Import),
    /// An owner's month as a PDF, issued or as a preview 对账单
    Statement(statement::Statement),
    /// The whole journal for other programs 导出账簿
    Export(export::Export),
    /// Verify the books: chain, documents, balances 核对账簿
    Verify(verify::Verify),
    /// Make a backup, open it again and verify it 备份并核对
    Backup(backup::Backup),
    /// Put a backup back where nothing is yet, and verify it 恢复备份
    Restore(backup::Restore),
    /// Print the API's description (OpenAPI 3.1) 输出接口定义
    Openapi,
}

/// Runs what the arguments ask for.
#[must_use]
pub fn main() -> ExitCode {
    // Wrong arguments and --help end here, with 2 and 0.
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return Failure::from(error).end(),
    };
    match runtime.block_on(run(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.end(),
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(serve) => serve.run().await,
        Command::Init(init) => init.run().await,
        Command::User(user) => user.run().await,
        Command::Import(import) => import.run().await,
        Command::Statement(statement) => statement.run().await,
        Command::Export(export) => export.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Openapi => {
            print!("{}", crate::http::openapi_text());
            Ok(())
        }
    }
}
