//! A CSV file as rows of named cells. Headings may be English or Chinese; the order of the columns is free.

use std::collections::HashMap;

use super::LineError;
use crate::app::{Refusal, words::Words};

/// A file ends at 8 MB.
pub(super) const BYTES: usize = 8 << 20;
/// A file ends at so many lines, because it is one command of the writer.
const LINES: usize = 20_000;
/// So many wrong lines are told.
pub(super) const ERRORS: usize = 100;

/// A column that a file may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its English heading.
    pub name: &'static str,
    /// Its Chinese heading.
    pub zh: &'static str,
    /// Whether the file must have it.
    pub required: bool,
    /// Whether it is passed over: a list of ours that was saved as a table has it.
    pub passed: bool,
}

/// A column that must be there.
pub(super) const fn needed(name: &'static str, zh: &'static str) -> Column {
    Column { name, zh, required: true, passed: false }
}

/// A column that may be left out.
pub(super) const fn optional(name: &'static str, zh: &'static str) -> Column {
    Column { name, zh, required: false, passed: false }
}

/// A column that our own lists have and nobody reads.
pub(super) const fn passed(name: &'static str) -> Column {
    Column { name, zh: name, required: false, passed: true }
}

/// What a file calls its columns: whoever mends it looks for the heading that they wrote.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings(HashMap<&'static str, String>);

impl Headings {
    /// What is wrong, said of the column by the file's own name for it.
    pub fn said(&self, why: Refusal) -> Refusal {
        match why {
            // In a list the name that is taken is mostly that of a line further up.
            Refusal::NameTaken(column) => {
                wrong(self.of(column), "已经有了，或者在这个文件里出现了两次", "it is in use, or stands in this file twice")
            }
            Refusal::Invalid { at, words } => Refusal::Invalid { at: self.of(&at).to_owned(), words },
            why => why,
        }
    }

    fn of<'a>(&'a self, column: &'a str) -> &'a str {
        self.0.get(column).map_or(column, String::as_str)
    }
}

/// A file that could be read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Its lines.
    pub rows: Vec<Row>,
    /// What its columns are called.
    pub headings: Headings,
}

/// A line of the file.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its number, from 1; the heading is line 1.
    pub line: u64,
    cells: HashMap<&'static str, String>,
}

impl Row {
    /// What stands in a column, if anything does.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// The same, owned.
    pub fn text(&self, column: &str) -> Option<String> {
        self.get(column).map(str::to_owned)
    }

    /// What must stand in a column.
    pub fn needs(&self, column: &'static str) -> Result<String, Refusal> {
        self.text(column).ok_or_else(|| wrong(column, "这一列要填写", "this column must be filled in"))
    }

    /// All cells, for the command's hash.
    pub fn bytes(&self) -> Vec<u8> {
        let mut cells: Vec<_> = self.cells.iter().collect();
        cells.sort_unstable();
        cells.into_iter().flat_map(|(name, cell)| [name.as_bytes(), b"=", cell.as_bytes(), b"\n"].concat()).collect()
    }
}

/// A cell that cannot be.
pub(super) fn wrong(column: &str, zh: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::invalid(column, Words::new(zh, en))
}

fn at(line: u64, column: &str, zh: impl Into<String>, en: impl Into<String>) -> LineError {
    LineError { line, why: wrong(column, zh, en) }
}

/// Reads a file.
pub(super) fn read(bytes: &[u8], columns: &[Column]) -> Result<Sheet, Vec<LineError>> {
    if bytes.len() > BYTES {
        return Err(vec![at(1, "", "文件超过 8 MB，请分开导入", "the file is larger than 8 MB: import it in parts")]);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = u64::try_from(before.split(|byte| *byte == b'\n').count()).unwrap_or(1);
        let zh = "文件不是 UTF-8 编码：在表格软件里另存为「CSV UTF-8」再导入";
        vec![at(line, "", zh, "the file is not UTF-8: save it as \"CSV UTF-8\" and import that")]
    })?;
    if let Some(at_byte) = text.find('\0') {
        let line = u64::try_from(text[..at_byte].split('\n').count()).unwrap_or(1);
        return Err(vec![at(line, "", "这一行有不能用的字符", "this line holds a character that no text has")]);
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| vec![unreadable(&error)])?.clone();
    let order = order(&headings, columns)?;
    let called = Headings(order.iter().copied().zip(headings.iter().map(str::to_owned)).collect());
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                errors.push(unreadable(&error));
                break;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        // A spreadsheet leaves lines of commas behind.
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() != order.len() {
            let zh = format!("这一行有 {} 列，表头有 {} 列（内容里有逗号时要加双引号）", record.len(), order.len());
            let en = format!("{} cells, but {} headings (a cell with a comma in it is quoted)", record.len(), order.len());
            errors.push(at(line, "", zh, en));
        } else if rows.len() == LINES {
            let (zh, en) =
                (format!("一个文件最多 {LINES} 行，请分开导入"), format!("a file has at most {LINES} lines: import it in parts"));
            errors.push(at(line, "", zh, en));
            break;
        } else {
            rows.push(Row { line, cells: order.iter().copied().zip(record.iter().map(str::to_owned)).collect() });
        }
        if errors.len() == ERRORS {
            break;
        }
    }
    if errors.is_empty() { Ok(Sheet { rows, headings: called }) } else { Err(errors) }
}

fn unreadable(error: &csv::Error) -> LineError {
    let line = error.position().map_or(1, csv::Position::line);
    at(line, "", "这一行读不懂，请检查引号", format!("this line cannot be read: {error}"))
}

/// Which column stands where.
fn order(headings: &csv::StringRecord, columns: &[Column]) -> Result<Vec<&'static str>, Vec<LineError>> {
    let (mut order, mut errors) = (Vec::new(), Vec::new());
    for heading in headings {
        match columns.iter().find(|column| column.name.eq_ignore_ascii_case(heading) || column.zh == heading) {
            Some(column) if order.contains(&column.name) => {
                errors.push(at(1, heading, "这一列出现了两次", "this column is there twice"));
            }
            Some(column) => order.push(column.name),
            None => {
                let known = || columns.iter().filter(|column| !column.passed);
                let names_zh: Vec<String> = known().map(|column| format!("{}（{}）", column.name, column.zh)).collect();
                let zh = format!("不认识这一列；可以有：{}", names_zh.join("、"));
                let names: Vec<&str> = known().map(|column| column.name).collect();
                errors.push(at(1, heading, zh, format!("no such column; there are: {}", names.join(", "))));
            }
        }
    }
    let is_chinese = headings.iter().any(|heading| columns.iter().any(|column| column.zh == heading && column.name != heading));
    for column in columns.iter().filter(|column| column.required && !order.contains(&column.name)) {
        let zh = format!("缺少「{}」这一列", column.zh);
        errors.push(at(1, if is_chinese { column.zh } else { column.name }, zh, format!("the column {} is missing", column.name)));
    }
    if errors.is_empty() { Ok(order) } else { Err(errors) }
}
