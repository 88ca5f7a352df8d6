//! Where a request comes from, and whether its sender's way to us is encrypted.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};

use super::public_url::SCHEME;

/// The other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Whom to slow down.
    pub address: IpAddr,
    /// Whether its browser says that it speaks HTTPS: then cookies can be `Secure`.
    pub https: bool,
}

impl Peer {
    fn of(connected: Option<IpAddr>, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let connected = connected.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)).to_canonical();
        // A proxy on this machine tells for whom it asks; a stranger who claims the same is not believed.
        let told = text("x-forwarded-for").rsplit(',').next().and_then(|last| last.trim().parse().ok());
        let address = told.filter(|_| connected.is_loopback()).unwrap_or(connected);
        Self { address, https: says_https(headers) }
    }
}

/// Whether a browser says that it speaks HTTPS. Nobody gains by a wrong claim: it only names the sender's own cookies.
pub fn says_https(headers: &HeaderMap) -> bool {
    let says =
        |name: &str, what: &str| headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.starts_with(what));
    says(header::ORIGIN.as_str(), "https://") || says(SCHEME.as_str(), "https")
}

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|connected| connected.0.ip());
        Ok(Self::of(connected, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "10.9.9.9, 203.0.113.7".parse().unwrap());
        let of = |connected: &str| Peer::of(connected.parse().ok(), &headers).address.to_string();
        assert_eq!(of("127.0.0.1"), "203.0.113.7");
        assert_eq!(of("198.51.100.2"), "198.51.100.2");
        assert_eq!(of("::ffff:198.51.100.2"), "198.51.100.2");
    }
}
