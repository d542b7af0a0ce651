//! Whom the preview answers, and who may have a fault mended or write on a page. It must not know what is asked for.

use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, SocketAddr};

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};

use crate::pointing::{Listening, TOKEN};

use super::current::Writers;
use super::host_name::HostName;

/// What a browser says of requests of our own pages, and of those that somebody types.
const OWN: [&str; 2] = ["same-origin", "none"];

/// Knows where the preview listens, and the word that only its own pages are told.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    bound: SocketAddr,
    /// Names that whoever started it says are this machine's.
    names: Vec<HostName>,
    writers: Writers,
    /// Whether an editor shows the pages inside its own window.
    is_in_editor: bool,
    token: String,
}

/// What a request calls the preview.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Called {
    /// By an address, or by the name that leads to this machine everywhere.
    ByAddress,
    /// By a name that it was told of; whoever stands at that name may hand on what others ask.
    ByName,
}

impl Guard {
    pub(super) fn new(
        bound: SocketAddr,
        names: Vec<HostName>,
        writers: Writers,
        is_in_editor: bool,
    ) -> Self {
        // The keys of the standard library's hashes are chance that the system gives.
        let chance = RandomState::new();
        let token = format!("{:016x}{:016x}", chance.hash_one("this"), chance.hash_one("that"));
        Self { bound, names, writers, is_in_editor, token }
    }

    /// Whether a request calls the preview by one of its own names.
    pub(super) fn is_for_us(&self, headers: &HeaderMap) -> bool {
        self.called(headers).is_some()
    }

    /// A page from elsewhere that has its name point here (DNS rebinding) says that name as `Host`. The port may be
    /// any: what is 3000 in a container is another outside.
    fn called(&self, headers: &HeaderMap) -> Option<Called> {
        let name = host(headers)?;
        if self.names.iter().any(|own| own.is(name)) {
            return Some(Called::ByName);
        }
        if name.eq_ignore_ascii_case("localhost") {
            return Some(Called::ByAddress);
        }
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().ok()?;
        // An address can be no name that somebody else points here; open to all, any of ours will do.
        let is_ours =
            address == self.bound.ip() || address.is_loopback() || self.bound.ip().is_unspecified();
        is_ours.then_some(Called::ByAddress)
    }

    /// What there is to do about a request for another name, where it is one that could be ours.
    pub(super) fn way_on(headers: &HeaderMap) -> String {
        let name = host(headers).and_then(|name| name.parse::<HostName>().ok());
        let name = name.map_or_else(|| "NAME".to_owned(), |name| name.to_string());
        format!(
            "This preview answers only to its own address: open the one that the terminal shows.\n\
             If `{name}` is a name of the machine on which it runs, start it by `twohats serve --allow-host {name}`.\n"
        )
    }

    /// Whether a page from elsewhere wants a part of ours for itself, as a script, a picture or a frame: a browser says
    /// where the page lies that asks. Who comes by a link, and sees what is there, is welcome; so is an editor's frame, and
    /// that no other one shows the page is up to the browser, which the answer tells so.
    pub(super) fn is_for_another_page(&self, headers: &HeaderMap) -> bool {
        let is_visit = said(headers, "sec-fetch-mode") == Some("navigate")
            && match said(headers, "sec-fetch-dest") {
                Some("document") => true,
                Some("iframe") => self.is_in_editor,
                _ => false,
            };
        !is_visit && said(headers, "sec-fetch-site").is_some_and(|from| !OWN.contains(&from))
    }

    /// Whether an editor shows the pages inside its own window.
    pub(super) fn is_in_editor(&self) -> bool {
        self.is_in_editor
    }

    /// The word for whoever sits at this machine: the files are theirs. Others only read, and so does who comes by a
    /// name, since a server at that name hands on requests of others from this machine.
    pub(super) fn token_for(&self, headers: &HeaderMap, peer: SocketAddr) -> Option<&str> {
        let is_here = peer.ip().to_canonical().is_loopback()
            && self.called(headers) == Some(Called::ByAddress);
        is_here.then_some(self.token.as_str())
    }

    /// A page from elsewhere cannot know the word, may not say this header, and has another origin.
    pub(super) fn may_mend(&self, headers: &HeaderMap, peer: SocketAddr) -> bool {
        has_our_origin(headers)
            && self.token_for(headers, peer).is_some()
            && self.says_the_word(headers)
    }

    /// Whether a page of ours asks on behalf of somebody who may write.
    pub(super) fn may_write(&self, method: &Method, headers: &HeaderMap, peer: SocketAddr) -> bool {
        self.has_writers(headers, peer) && self.is_ours(method, headers)
    }

    /// Whether a page of ours, or an editor, asks on behalf of whoever sits at this machine.
    pub(super) fn may_point(&self, method: &Method, headers: &HeaderMap, peer: SocketAddr) -> bool {
        self.token_for(headers, peer).is_some() && self.is_ours(method, headers)
    }

    /// Where editors of this machine hear of places that are pointed at; nowhere, where others are answered too.
    pub(super) fn listening(&self) -> Option<Listening> {
        let (address, word) = (self.bound, self.token.clone());
        address.ip().is_loopback().then_some(Listening { address, word })
    }

    /// Whether whoever asks has the word, and is no page from elsewhere. To ask what stands there changes nothing, and
    /// browsers say no origin then.
    fn is_ours(&self, method: &Method, headers: &HeaderMap) -> bool {
        let says_no_origin = said(headers, ORIGIN.as_str()).is_none();
        let is_ours = has_our_origin(headers) || (*method == Method::GET && says_no_origin);
        let is_from_ours = said(headers, "sec-fetch-site").is_none_or(|from| from == "same-origin");
        is_ours && is_from_ours && self.says_the_word(headers)
    }

    /// All of the word is compared, so that the time it takes tells nothing of how much was right.
    fn says_the_word(&self, headers: &HeaderMap) -> bool {
        let said = said(headers, TOKEN).unwrap_or_default().as_bytes();
        let pairs = said.iter().zip(self.token.as_bytes());
        let differs = pairs.fold(0, |found, (one, other)| found | (one ^ other));
        said.len() == self.token.len() && differs == 0
    }

    /// Whether somebody who is there may write, once they have the word.
    pub(super) fn has_writers(&self, headers: &HeaderMap, peer: SocketAddr) -> bool {
        match self.writers {
            Writers::Nobody => false,
            Writers::Here => self.token_for(headers, peer).is_some(),
            Writers::Invited => true,
        }
    }

    /// The word, for the address of those who are invited to write.
    pub(super) fn invitation(&self) -> Option<&str> {
        (self.writers == Writers::Invited).then_some(self.token.as_str())
    }
}

/// The name by which a request asks, without its port.
fn host(headers: &HeaderMap) -> Option<&str> {
    // Of two, whoever stands between may have read the other one.
    let mut hosts = headers.get_all(HOST).into_iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
    let host = host.to_str().ok()?;
    // The colons of an address in brackets are its own.
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    port.is_none_or(|port| port.parse::<u16>().is_ok()).then_some(name)
}

/// What a header says, where it is text.
fn said<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Whether a browser says that the page which asks lies where it was asked for.
fn has_our_origin(headers: &HeaderMap) -> bool {
    let origin = said(headers, HOST.as_str()).map(|host| format!("http://{host}"));
    said(headers, ORIGIN.as_str()) == origin.as_deref()
}
