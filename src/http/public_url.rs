//! The address that people know us by, where whoever runs the service has named it: then no request is believed that claims another.
//!
//! Links on receipts, the pages' own addresses, the check of `Origin` and the names of cookies all hang on `Host` and
//! `X-Forwarded-Proto`. So these two are set once, at the door, and nothing behind it need know.

use std::str::FromStr;

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Uri, header},
};

/// Whether the sender's way to the proxy before us is encrypted.
pub(super) const SCHEME: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// `https://gezi.example.org`: a scheme and a host, perhaps a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    scheme: HeaderValue,
    host: HeaderValue,
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let why = "写成 https://gezi.example.org 这样，后面没有路径 written like https://gezi.example.org, without a path";
        // A browser writes an origin in small letters, and so must we to know it again.
        let text = text.trim().to_ascii_lowercase();
        let uri: Uri = text.parse().map_err(|_| why)?;
        let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme)).ok_or(why)?;
        let host = uri.authority().filter(|authority| !authority.as_str().contains('@')).ok_or(why)?;
        if uri.path() != "/" || uri.query().is_some() || text.contains('#') {
            return Err(why.to_owned());
        }
        let value = |text: &str| HeaderValue::from_str(text).map_err(|_| why);
        // Nor does it write the port that goes without saying.
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let host = host.as_str();
        Ok(Self { scheme: value(scheme)?, host: value(host.strip_suffix(usual).unwrap_or(host))? })
    }
}

impl std::fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Both came from a text.
        write!(f, "{}://{}", self.scheme.to_str().unwrap_or_default(), self.host.to_str().unwrap_or_default())
    }
}

impl PublicUrl {
    /// Lets a request say what we know, not what its sender claims.
    pub(super) fn correct(&self, mut request: Request) -> Request {
        let headers = request.headers_mut();
        headers.insert(header::HOST, self.host.clone());
        headers.insert(SCHEME, self.scheme.clone());
        request
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        let read = |text: &str| text.parse::<PublicUrl>().map(|url| url.to_string()).ok();
        assert_eq!(read("https://Gezi.Example.org/"), Some("https://gezi.example.org".to_owned()));
        assert_eq!(read("http://192.168.1.20:8420"), Some("http://192.168.1.20:8420".to_owned()));
        assert_eq!(read("https://gezi.example.org:443"), Some("https://gezi.example.org".to_owned()));
        for wrong in
            ["gezi.example.org", "ftp://gezi.example.org", "https://a@b", "https://a/shop", "https://a/?x", "https://a/#x", "", "/"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
