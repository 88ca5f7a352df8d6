//! Whole copies: of the embedded database while it is written to, and a scratch database on a server to try a dump in.

use std::str::FromStr;

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection, postgres::PgConnectOptions, sqlite::SqliteConnectOptions};

use super::Result;

/// Copies an embedded database into a new file, from one snapshot, while others write.
pub async fn copy_embedded(from: &str, to: &str) -> Result<()> {
    // The service may be writing: reading is all that this connection may do.
    let mut connection = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(from).read_only(true)).await?;
    sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
    connection.close().await
}

/// Whether a PostgreSQL database holds no tables yet.
pub async fn is_empty(url: &str) -> Result<bool> {
    let mut connection = PgConnection::connect(url).await?;
    let text = "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";
    let tables: i64 = sqlx::query_scalar(text).fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(tables == 0)
}

/// Makes an empty database beside the one at `url` and gives its address. The name must be plain: letters, digits, underscores.
pub async fn create_beside(url: &str, name: &str) -> Result<String> {
    run(url, format!("CREATE DATABASE {}", plain(name)?)).await?;
    let (address, options) = url.split_once('?').map_or((url, ""), |(address, options)| (address, options));
    // The scheme ends with two slashes; an address without a database ends with its host.
    let host = address.find("://").map_or(0, |at| at + 3);
    let base = address[host..].rfind('/').map_or(address, |at| &address[..host + at]);
    Ok(if options.is_empty() { format!("{base}/{name}") } else { format!("{base}/{name}?{options}") })
}

/// Removes it again.
pub async fn drop_beside(url: &str, name: &str) -> Result<()> {
    run(url, format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", plain(name)?)).await
}

/// An address without its password, and the password. For programs whose arguments everybody on the machine can read.
pub fn without_password(url: &str) -> Result<(String, Option<String>)> {
    PgConnectOptions::from_str(url)?;
    let Some((scheme, rest)) = url.split_once("://") else { return Ok((url.to_owned(), None)) };
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let Some((user, host)) = authority.rsplit_once('@') else { return Ok((url.to_owned(), None)) };
    let Some((user, password)) = user.split_once(':') else { return Ok((url.to_owned(), None)) };
    Ok((format!("{scheme}://{user}@{host}{path}"), Some(percent_decoded(password))))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = (*first == b'%').then(|| after.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn plain(name: &str) -> Result<&str> {
    let holds = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if holds { Ok(name) } else { Err(sqlx::Error::Configuration("not a plain name".into())) }
}

async fn run(url: &str, text: String) -> Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(sqlx::raw_sql(AssertSqlSafe(text))).await?;
    connection.close().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_leaves_the_address() {
        let parted = |url| without_password(url).unwrap();
        assert_eq!(
            parted("postgres://u:p%40ss@h:5432/n?sslmode=disable"),
            ("postgres://u@h:5432/n?sslmode=disable".to_owned(), Some("p@ss".to_owned()))
        );
        assert_eq!(parted("postgres://u@h/n"), ("postgres://u@h/n".to_owned(), None));
        assert!(plain("x; DROP DATABASE y").is_err());
    }
}
