//! Questions at the terminal. What an option answers is not asked; where nobody sits at the terminal, a missing answer is an error.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use super::Failure;
use crate::app::clock::Chance;

/// Letters and digits that look like no other: 32 of them, so that five random bits choose one.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// An answer by option or at the terminal; `usual` where somebody only presses Enter.
pub fn answer(given: Option<String>, option: &str, question: &str, usual: Option<&str>) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given);
    }
    if !io::stdin().is_terminal() {
        let missing = || Failure::usage(format!("请用 {option} 写明{question}"), format!("{option} is missing"));
        return usual.map(str::to_owned).ok_or_else(missing);
    }
    loop {
        match usual {
            Some(usual) => print!("{question} [{usual}]: "),
            None => print!("{question}: "),
        }
        let line = read_line()?;
        match (line.trim(), usual) {
            ("", None) => {}
            ("", Some(usual)) => return Ok(usual.to_owned()),
            (line, _) => return Ok(line.to_owned()),
        }
    }
}

/// A password: from stdin, typed twice unseen, or made up and then shown once.
pub enum Password {
    /// Somebody chose it.
    Chosen(String),
    /// Made up.
    MadeUp(String),
}

impl Password {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Chosen(text) | Self::MadeUp(text)) = self;
        text
    }

    /// Says a password that was made up. This is the only time.
    pub fn say(&self) {
        if let Self::MadeUp(text) = self {
            println!("  口令 password   {text}   （只显示这一次 shown this once）");
        }
    }
}

/// Asks for a password.
pub fn password(from_stdin: bool, chance: &Chance) -> Result<Password, Failure> {
    if from_stdin {
        return Ok(Password::Chosen(read_line()?));
    }
    if !io::stdin().is_terminal() {
        return Ok(Password::MadeUp(made_up(chance)));
    }
    loop {
        let first = unseen("口令（直接回车则生成一个）password (Enter makes one up): ")?;
        if first.is_empty() {
            return Ok(Password::MadeUp(made_up(chance)));
        }
        if unseen("再输一次 again: ")? == first {
            return Ok(Password::Chosen(first));
        }
        println!("两次不一样，请再来 they differ, once more");
    }
}

/// Four groups of four: 80 bits, easy to copy from paper.
#[must_use]
pub fn made_up(chance: &Chance) -> String {
    let bytes = chance.bytes();
    let groups = bytes.chunks(4).take(4).map(|group| group.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect());
    groups.collect::<Vec<String>>().join("-")
}

fn unseen(question: &str) -> Result<String, Failure> {
    print!("{question}");
    echo(false);
    let line = read_line();
    echo(true);
    println!();
    line
}

/// Whether the terminal shows what is typed. Where there is no `stty`, it does.
fn echo(on: bool) {
    drop(std::process::Command::new("stty").arg(if on { "echo" } else { "-echo" }).status());
}

fn read_line() -> Result<String, Failure> {
    io::stdout().flush()?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line)? == 0 {
        return Err(Failure::usage("没有读到回答", "there was no answer to read"));
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_password_is_four_groups_of_plain_letters() {
        let password = made_up(&Chance::seeded(1));
        assert_eq!(password.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
        assert!(password.bytes().all(|byte| byte == b'-' || LETTERS.contains(&byte)));
        assert_ne!(password, made_up(&Chance::seeded(2)));
    }
}
