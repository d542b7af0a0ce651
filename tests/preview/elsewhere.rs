//! Pages from elsewhere get nothing of the book: drafts among it are open to whoever writes them, and to nobody else.

use testkit::http::ask;
use testkit::preview::Preview;

use crate::watched::watched;

const SEARCH: &str = "/assets/search/start.js";

/// What a browser says beside a request.
fn status(preview: &Preview, path: &str, said: &[&str]) -> u16 {
    let address = preview.address();
    let said = said.iter().flat_map(|line| ["Sec-Fetch-", line, "\r\n"]);
    let said: String = said.collect();
    let lines = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{said}");
    ask(address, &lines).expect("it is answered").status
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_a_page_from_elsewhere_embeds_is_refused() {
    let project = watched();
    let preview = Preview::start(&project);
    for from in ["Site: cross-site", "Site: same-site", "Site: odd"] {
        for dest in ["script", "image", "style", "empty", "object"] {
            let said = [from, "Mode: no-cors", &format!("Dest: {dest}")];
            assert_eq!(status(&preview, SEARCH, &said), 403, "{said:?}");
            assert_eq!(status(&preview, "/.twohats/events", &said), 403, "{said:?}");
        }
        for dest in ["iframe", "frame", "embed"] {
            let said = [from, "Mode: navigate", &format!("Dest: {dest}")];
            assert_eq!(status(&preview, "/", &said), 403, "{said:?}");
        }
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn our_own_pages_and_whoever_comes_by_a_link_are_answered() {
    let project = watched();
    let preview = Preview::start(&project);
    for said in [
        &["Site: same-origin", "Mode: no-cors", "Dest: script"][..],
        &["Site: none", "Mode: navigate", "Dest: document"],
        &["Site: cross-site", "Mode: navigate", "Dest: document"],
        &[],
    ] {
        assert_eq!(status(&preview, SEARCH, said), 200, "{said:?}");
        assert_eq!(status(&preview, "/", said), 200, "{said:?}");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_answer_says_that_it_is_for_its_own_pages() {
    let project = watched();
    let preview = Preview::start(&project);
    for path in ["/", SEARCH, "/no-such-page", "/scenarios", "/.twohats/preview.js"] {
        let head = preview.get(path).head.to_lowercase();
        for line in [
            "cross-origin-resource-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
            "x-frame-options: sameorigin",
        ] {
            assert!(head.contains(line), "{path} does not say `{line}`: {head}");
        }
    }
    let page = preview.get("/").head.to_lowercase();
    assert!(page.contains("frame-ancestors 'self'"), "{page}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn of_two_hosts_in_one_request_neither_is_believed() {
    let project = watched();
    let preview = Preview::start(&project);
    let (address, port) = (preview.address(), preview.address().port());
    let ours = format!("Host: {address}");
    for other in [format!("Host: evil.example:{port}"), ours.clone(), format!("HOST: {address}")] {
        for pair in [[&ours, &other], [&other, &ours]] {
            let lines = format!("GET / HTTP/1.1\r\n{}\r\n{}\r\n", pair[0], pair[1]);
            let answer = ask(address, &lines).expect("it is answered");
            assert!([400, 403].contains(&answer.status), "{pair:?}: {}", answer.head);
        }
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_client_that_never_ends_its_request_is_let_go() {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    let project = watched();
    let preview = Preview::start(&project);
    let mut stream = TcpStream::connect(preview.address()).expect("it listens");
    stream.set_read_timeout(Some(testkit::http::PATIENCE)).expect("a time can be set");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: ").expect("it hears");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the connection ends before our own patience does");
    assert_eq!(preview.get("/").status, 200);
}
