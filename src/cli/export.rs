//! `gezi export`: the whole journal for other programs.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use clap::{Args, builder::PossibleValuesParser};

use super::{
    Failure,
    place::{Place, Which},
    progress::Progress,
};
use crate::app::{
    export::{self, Format, NotExported},
    verify,
};

/// Export the journal.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    /// What it is written as 格式
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(["hledger", "beancount", "csv", "json"]))]
    format: String,
    /// Where it goes; stdout where it is missing 输出文件
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl From<NotExported> for Failure {
    fn from(error: NotExported) -> Self {
        match error {
            NotExported::Read(refusal) => refusal.into(),
            NotExported::Write(error) => Self::refused(format!("写不进去：{error}"), format!("it cannot be written: {error}")),
        }
    }
}

impl Export {
    /// Writes the journal. A file is there only when it is whole.
    pub async fn run(self) -> Result<(), Failure> {
        let Self { place, which, format, output } = self;
        let format = Format::parse(&format).ok_or_else(|| Failure::usage("导出成什么格式？", "in which format?"))?;
        let db = place.look().await?;
        let coop = which.find(&db).await?;
        let mut progress = Progress::step("导出 exporting");
        let reached = |now: verify::Progress| progress.at(now.done.unsigned_abs(), now.of.unsigned_abs());
        let written = match &output {
            None => {
                let mut out = BufWriter::new(io::stdout());
                let written = export::run(&db, coop.id, format, &mut out, reached).await?;
                out.flush()?;
                written
            }
            Some(path) => {
                let about = |error: io::Error| Failure::about(path, &error);
                let mut part = path.clone().into_os_string();
                part.push(".part");
                let part = PathBuf::from(part);
                let mut out = BufWriter::new(fs::File::create(&part).map_err(about)?);
                let written = export::run(&db, coop.id, format, &mut out, reached).await;
                let written = written.and_then(|written| out.flush().map(|()| written).map_err(NotExported::Write));
                if written.is_err() {
                    drop(fs::remove_file(&part));
                }
                let written = written?;
                fs::rename(&part, path).map_err(about)?;
                written
            }
        };
        progress.done();
        db.close().await;
        eprintln!("已导出 exported: {written} 凭证 entries");
        Ok(())
    }
}
