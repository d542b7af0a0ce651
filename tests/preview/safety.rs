//! Whom the preview answers, what it says of an answer, and how it starts and ends.

use std::net::{SocketAddr, TcpListener};

use testkit::Project;
use testkit::http::ask;
use testkit::preview::Preview;

use crate::watched::watched;

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn only_requests_for_its_own_address_are_answered() {
    let project = watched();
    let preview = Preview::start(&project);
    let port = preview.address().port();
    let status = |host: &str| {
        let answer = ask(preview.address(), &format!("GET / HTTP/1.1\r\n{host}\r\n"));
        answer.expect("it is answered").status
    };
    for host in ["localhost", "LocalHost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&format!("Host: {host}:{port}")), 200, "{host}");
    }
    for host in [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@127.0.0.1",
        "192.168.0.1",
        "[::2]",
        "",
    ] {
        assert_eq!(status(&format!("Host: {host}:{port}")), 403, "{host}");
    }
    // Whatever stands before it, such as a container, may have another port.
    for host in ["Host: localhost", "Host: localhost:1"] {
        assert_eq!(status(host), 200, "{host}");
    }
    for host in ["Host: evil.example", "Host: 127.0.0.1:99999", "Host:", "X: y"] {
        assert_eq!(status(host), 403, "{host}");
    }
    // What is asked for by its whole address is told by `Host` all the same.
    let lines = format!("GET http://localhost:{port}/ HTTP/1.1\r\nHost: evil.example:{port}\r\n");
    assert_eq!(ask(preview.address(), &lines).expect("it is answered").status, 403);
    let events = format!("GET /.twohats/events HTTP/1.1\r\nHost: evil.example:{port}\r\n");
    assert_eq!(ask(preview.address(), &events).expect("it is answered").status, 403);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_host_of_the_new_internet_is_answered_where_it_listens() {
    if TcpListener::bind("[::1]:0").is_err() {
        return; // this machine has none
    }
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--host", "::1"]);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn an_editor_may_show_the_pages_inside_its_window_where_it_says_so() {
    let project = watched();
    for (said, status, policy) in [
        (&["--port", "0"][..], 403, None),
        (
            &["--port", "0", "--in-editor"],
            200,
            Some("frame-ancestors 'self' vscode-webview: vscode-file:\r\n"),
        ),
    ] {
        let preview = Preview::start_with(&project, said);
        let address = preview.address();
        let asked = |to: &str| {
            let lines = format!(
                "GET / HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: {to}\r\n"
            );
            ask(address, &lines).expect("it is answered")
        };
        let frame = asked("iframe");
        assert_eq!(frame.status, status, "{said:?}");
        let head = frame.head.to_lowercase();
        assert!(
            policy.is_none_or(|policy| head.contains(policy) && !head.contains("x-frame-options")),
            "{head}"
        );
        assert_eq!(asked("document").status, 200);
        for to in ["embed", "object", "script", "empty"] {
            assert_eq!(asked(to).status, 403, "{to}");
        }
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn nothing_but_get_and_head_is_answered() {
    let project = watched();
    let preview = Preview::start(&project);
    let address = preview.address();
    let asked = |method: &str, path: &str| {
        ask(address, &format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n"))
            .expect("it is answered")
    };
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ODD"] {
        for path in ["/", "/.twohats/events", "/.twohats/preview.js"] {
            let answer = asked(method, path);
            assert_eq!(answer.status, 405, "{method} {path}");
            assert!(answer.head.to_lowercase().contains("\r\nallow: get, head"), "{}", answer.head);
        }
    }
    let (get, head) = (asked("GET", "/"), asked("HEAD", "/"));
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    let length = |head: &str| {
        let head = head.to_lowercase();
        head.split("content-length: ").nth(1).map(|rest| rest.lines().next().map(str::to_owned))
    };
    assert_eq!(length(&get.head), length(&head.head));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_answer_says_what_it_is_and_is_never_kept() {
    let project = watched();
    let preview = Preview::start(&project);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/no-such-page", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/.twohats/preview.js", "text/javascript; charset=utf-8"),
        ("/.twohats/notes.css", "text/css; charset=utf-8"),
        ("/.twohats/theme.css", "text/css; charset=utf-8"),
    ] {
        let head = preview.get(path).head.to_lowercase();
        assert!(head.contains(&format!("content-type: {kind}")), "{path}: {head}");
        assert!(head.contains("cache-control: no-store"), "{path}: {head}");
        assert!(head.contains("x-content-type-options: nosniff"), "{path}: {head}");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn opening_it_to_the_network_is_warned_of() {
    let project = watched();
    let open = Preview::start_with(&project, &["--port", "0", "--host", "0.0.0.0"]);
    open.until_said("warning: ");
    assert_eq!(open.get("/").status, 200);
    let port = open.address().port();
    let named = ask(open.address(), &format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n"));
    assert_eq!(named.expect("it is answered").status, 403);
    let closed = Preview::start(&project);
    assert!(!closed.stderr().contains("warning"), "{}", closed.stderr());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_port_in_use_leads_to_the_next_unless_it_was_asked_for() {
    let project = Project::small();
    // Whoever has port 3000 on this machine, it is taken now.
    let _taken = TcpListener::bind("127.0.0.1:3000");
    let preview = Preview::start_with(&project, &[]);
    let port = preview.address().port();
    assert!(port > 3000, "{}", preview.stderr());
    let said = format!("port 3000 is in use, so this is port {port}");
    assert!(preview.stderr().contains(&said), "{}", preview.stderr());
    assert_eq!(preview.get("/").status, 200);

    let run = project.run(&["serve", "--port", &port.to_string()]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains(&format!("error: port {port} is in use")), "{}", run.err);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_folder_that_is_no_project_is_told_of() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let project = Project::small();
    let run = project.run(&["serve", &folder.path().to_string_lossy()]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("no `book.toml` here"), "{}", run.err);
}

#[cfg(unix)]
#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn ctrl_c_ends_it_at_once_even_while_pages_listen() {
    let project = watched();
    let preview = Preview::start(&project);
    assert_eq!(preview.interrupt().0, Some(0));

    let preview = Preview::start(&project);
    let mut pages: Vec<_> = (0..5).map(|_| preview.events()).collect();
    for page in &mut pages {
        page.message();
    }
    let (code, took) = preview.interrupt();
    assert_eq!(code, Some(0));
    assert!(took < std::time::Duration::from_secs(2), "the end took {took:?}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_client_that_says_nothing_or_nonsense_holds_nobody_up() {
    use std::io::Write;
    use std::net::TcpStream;
    let project = watched();
    let preview = Preview::start(&project);
    let address: SocketAddr = preview.address();
    let silent: Vec<_> =
        (0..50).map(|_| TcpStream::connect(address).expect("it listens")).collect();
    for nonsense in ["\u{0}\u{1}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n"]
    {
        let mut stream = TcpStream::connect(address).expect("it listens");
        let _ = stream.write_all(nonsense.as_bytes());
        assert_eq!(preview.get("/").status, 200);
    }
    drop(silent);
    assert_eq!(preview.get("/").status, 200);
    preview.is_alive();
}
