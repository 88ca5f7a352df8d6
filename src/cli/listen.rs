//! Who can reach the service: this machine only, unless somebody says otherwise and is told what that means.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};

use super::Failure;

/// How far an address reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This machine.
    Machine,
    /// Whoever shares a network with it, without encryption.
    Network,
}

/// The address to listen on, if its reach was agreed to.
pub fn checked(listen: &str, insecure_lan: bool, demo: bool, demo_public: bool) -> Result<(SocketAddr, Reach), Failure> {
    let unknown = || {
        Failure::usage(format!("读不懂监听地址 {listen}，例如 127.0.0.1:8420"), format!("{listen} is no address such as 127.0.0.1:8420"))
    };
    let mut addresses = listen.to_socket_addrs().map_err(|_| unknown())?;
    let address = addresses.next().ok_or_else(unknown)?;
    if reach(address.ip()) == Reach::Machine {
        return Ok((address, Reach::Machine));
    }
    if !insecure_lan {
        return Err(Failure::usage(
            format!("{address} 会让别的机器不加密地连进来。请在 127.0.0.1 前面放一个 HTTPS 代理，或者加 --insecure-lan 表示您知道"),
            format!(
                "{address} would let other machines in without encryption: put an HTTPS proxy before 127.0.0.1, or accept it with --insecure-lan"
            ),
        ));
    }
    if demo && !demo_public {
        return Err(Failure::usage(
            "演示要让别的机器看到，请再加 --demo-public",
            "a demo that other machines can reach also needs --demo-public",
        ));
    }
    Ok((address, Reach::Network))
}

fn reach(ip: IpAddr) -> Reach {
    if ip.to_canonical().is_loopback() { Reach::Machine } else { Reach::Network }
}

/// What a person must read before others connect.
pub const BANNER: &str = "\
┌───────────────────────────────────────────────────────────────────────────────┐
│  没有加密：同一网络里的人能看到口令和账目。只在您信任的网络里用。             │
│  NOT ENCRYPTED: anybody on this network can read passwords and books.         │
└───────────────────────────────────────────────────────────────────────────────┘";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_machines_are_let_in_only_where_somebody_said_so() {
        let reach = |listen, lan, demo, public| checked(listen, lan, demo, public).map(|(_, reach)| reach).ok();
        assert_eq!(reach("127.0.0.1:0", false, true, false), Some(Reach::Machine));
        assert_eq!(reach("[::1]:0", false, false, false), Some(Reach::Machine));
        assert_eq!(reach("0.0.0.0:0", false, false, false), None);
        assert_eq!(reach("[::ffff:10.0.0.1]:0", false, false, false), None);
        assert_eq!(reach("0.0.0.0:0", true, false, false), Some(Reach::Network));
        assert_eq!(reach("0.0.0.0:0", true, true, false), None);
        assert_eq!(reach("0.0.0.0:0", true, true, true), Some(Reach::Network));
    }
}
