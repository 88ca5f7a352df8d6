//! `gezi import`: lists from CSV files, all of a file or nothing of it. What is wrong is told by line.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use clap::{Args, builder::PossibleValuesParser};

use super::{
    Failure,
    place::{Place, Which},
    progress::Progress,
};
use crate::app::{
    clock::Clock,
    import::{self, NotImported, What},
};

/// Bring in lists.
#[derive(Debug, Args)]
pub struct Import {
    /// What the file holds; the order is people, sites, goods, agreements 导入什么
    #[arg(value_name = "WHAT", value_parser = PossibleValuesParser::new(["people", "sites", "goods", "agreements"]))]
    what: String,
    /// CSV in UTF-8 with a heading; docs/IMPORT.md describes the columns 文件
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// Look for what is wrong and change nothing 只检查，不导入
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Imports, or says what is wrong with which lines.
    pub async fn run(self) -> Result<(), Failure> {
        let Self { what, file, place, which, dry_run } = self;
        let what = What::parse(&what).ok_or_else(|| Failure::usage("导入什么？", "import what?"))?;
        let bytes = read(&file).map_err(|error| Failure::about(&file, &error))?;
        let service = place.service(Clock::System).await?;
        let coop = which.find(&service.db).await?;
        let progress = Progress::step("导入 importing");
        let imported = import::run(&service, coop.id, what, &bytes, dry_run).await;
        service.writer.stop().await;
        let report = match imported {
            Ok(report) => report,
            Err(NotImported::Refused(refusal)) => return Err(refusal.into()),
            Err(NotImported::Lines(errors)) => {
                let count = errors.len();
                for error in errors {
                    let Failure::Refused(words) = Failure::from(error.why) else { continue };
                    eprintln!("{}:{}: {}", file.display(), error.line, words.replace('\n', "\n    "));
                }
                return Err(Failure::refused(
                    format!("没有导入：{count} 处要改，见上。什么都没有变"),
                    format!("nothing was imported: {count} to mend, see above"),
                ));
            }
        };
        progress.done();
        let made = report.made.iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(" · ");
        let done = if dry_run { "检查通过，没有改动 all is well, nothing was changed" } else { "已导入 imported" };
        let there = if report.unchanged > 0 { format!(" · 已有 there already {}", report.unchanged) } else { String::new() };
        println!("{done}: {} 行 lines · {made}{there}", report.lines);
        Ok(())
    }
}

/// One byte more than may be is enough to tell that it is too large, also of what never ends.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(import::MOST_BYTES).unwrap_or(u64::MAX);
    File::open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
