//! At which address others in the same network find the preview. It must not know who may read it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// An address of documentation (RFC 5737, RFC 3849): the way there is the way out of this machine, and nothing is sent.
const OUT: [(IpAddr, IpAddr); 2] = [
    (IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1))),
    (IpAddr::V6(Ipv6Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1))),
];

/// The address for others, where what listens at `bound` is open to them and this machine is in a network.
pub(super) fn nearby(bound: SocketAddr) -> Option<SocketAddr> {
    let address = match bound.ip() {
        ip if ip.is_loopback() => None,
        ip if ip.is_unspecified() => OUT.into_iter().find_map(|(from, to)| {
            let is_heard = from.is_ipv4() || ip.is_ipv6();
            is_heard.then(|| own_address(from, to).ok())?
        }),
        ip => Some(ip),
    };
    address.map(|ip| SocketAddr::new(ip, bound.port()))
}

/// The address of ours by which the system would send something there.
fn own_address(from: IpAddr, to: IpAddr) -> std::io::Result<IpAddr> {
    let socket = UdpSocket::bind((from, 0))?;
    socket.connect((to, 9))?;
    Ok(socket.local_addr()?.ip())
}

#[cfg(test)]
mod tests {
    use super::nearby;

    #[test]
    fn what_this_machine_alone_can_reach_has_no_address_for_others() {
        let table = [
            ("127.0.0.1:3000", None),
            ("[::1]:3000", None),
            ("192.168.1.5:3000", Some("192.168.1.5:3000")),
        ];
        for (bound, wanted) in table {
            let found = nearby(bound.parse().expect("an address"));
            assert_eq!(found.map(|address| address.to_string()).as_deref(), wanted);
        }
        let open = nearby("0.0.0.0:3000".parse().expect("an address"));
        assert!(open.is_none_or(|address| address.is_ipv4() && !address.ip().is_unspecified()));
    }
}
