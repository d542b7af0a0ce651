//! `twohats check --links`: what the web says of links that lead out of a book, asked of real hosts, and never by anything
//! else.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use testkit::host::{Asked, Host, Reply, talk};
use testkit::{Project, Run, run};

/// A host on which each path says what it answers.
fn host() -> Host {
    Host::open(answer).expect("a port is free")
}

fn answer(asked: &Asked) -> Option<Reply> {
    let is_head = asked.method == "HEAD";
    let moved = |status, to| Some(Reply::new(status, "").with("Location", to));
    match asked.path.as_str() {
        "/well" | "/well?a=b&c=d" => Some(Reply::new(200, "here")),
        "/gone" => Some(Reply::new(404, "")),
        "/gone-for-good" => Some(Reply::new(410, "")),
        "/moved" => moved(301, "/well"),
        "/moved-to-nothing" => moved(308, "/gone"),
        "/for-now" => moved(302, "/well"),
        "/in-circles" => moved(302, "/in-circles"),
        "/busy" => Some(Reply::new(429, "").with("Retry-After", "1000")),
        "/closed" => Some(Reply::new(403, "")),
        "/broken" => Some(Reply::new(500, "")),
        "/not-in-short" => Some(Reply::new(if is_head { 405 } else { 200 }, "here")),
        "/not-in-short-and-gone" => Some(Reply::new(if is_head { 501 } else { 404 }, "")),
        _ => None,
    }
}

/// A book whose guide has these links, each in a line of its own from the fifth on.
fn book(links: &[String]) -> Project {
    let lines: Vec<String> = links.iter().map(|link| format!("- [a link]({link})")).collect();
    let guide = format!("---\ntitle: Why\n---\n\n{}\n", lines.join("\n"));
    Project::small().file("content/guidance/why.md", &guide)
}

fn check(project: &Project, day: u32) -> Run {
    let mut command = project.command(&["check", "--links", "--all"]);
    command.env("SOURCE_DATE_EPOCH", (u64::from(day) * 86_400).to_string()).env("NO_PROXY", "*");
    run(command)
}

/// The severity, the rule and the line of all that is told of the links.
fn told(run: &Run) -> Vec<String> {
    let mut lines = run.err.lines();
    let mut told = Vec::new();
    while let Some(line) = lines.next() {
        let rule = line.split_once("]: ").map(|(rule, _)| rule);
        if let Some(rule) = rule.filter(|rule| rule.ends_with("-link")) {
            let at = lines.next().and_then(|at| at.split(':').nth(1)).unwrap_or_default();
            told.push(format!("{rule}] {at}"));
        }
    }
    told
}

#[test]
fn each_answer_of_a_host_means_what_it_says() {
    let hosts: Vec<Host> = (0..4).map(|_| host()).collect();
    let cases = [
        ("well", None),
        ("gone", Some("error[dead-link]")),
        ("gone-for-good", Some("error[dead-link]")),
        ("moved", Some("warning[moved-link]")),
        ("moved-to-nothing", Some("error[dead-link]")),
        ("for-now", None),
        ("in-circles", None),
        ("busy", None),
        ("closed", None),
        ("broken", None),
        ("not-in-short", None),
        ("not-in-short-and-gone", Some("error[dead-link]")),
        ("silent", None),
        ("well?a=b&c=d", None),
        ("well#a-place-on-it", None),
    ];
    let link = |(number, (path, _)): (usize, &(&str, _))| {
        format!("{}{path}", hosts[number % hosts.len()].url())
    };
    let mut links: Vec<String> = cases.iter().enumerate().map(link).collect();
    links.push("https://nobody.invalid/page".to_owned());
    let project = book(&links);
    let run = check(&project, 100);
    let wanted = (5..).zip(cases.iter().map(|(_, told)| *told).chain([Some("error[dead-link]")]));
    let wanted: Vec<String> =
        wanted.filter_map(|(line, told)| Some(format!("{} {line}", told?))).collect();
    assert_eq!(told(&run), wanted, "{}", run.err);
    assert_eq!(run.code, 1);
    for words in [
        "its host answers 410",
        "leads to a host that nobody knows",
        "help: find where it has gone, or take the link away",
        "busy: the host answers 429",
        "in-circles: it leads in circles",
        "looked at 16 links out of the book, of which 0 were known from before",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    let moved = format!("help: write `{}well`", hosts[3].url());
    assert!(run.err.contains(&moved), "{}", run.err);
    // A host is told who asks, and a busy one is not asked twice.
    let asked: Vec<Asked> = hosts.iter().flat_map(Host::asked).collect();
    let who = format!("twohats/{} (check --links", env!("CARGO_PKG_VERSION"));
    assert!(asked.iter().all(|one| one.head.contains(&who)), "{:?}", asked[0].head);
    assert_eq!(asked.iter().filter(|one| one.path == "/busy").count(), 1);
}

#[test]
fn what_was_heard_is_kept_for_a_week_and_what_is_gone_for_a_day() {
    let host = host();
    let project = book(&["well", "gone", "closed"].map(|path| format!("{}{path}", host.url())));
    let mut seen = 0;
    let mut asked = |day| {
        let run = check(&project, day);
        assert_eq!(told(&run), ["error[dead-link] 6"], "on day {day}: {}", run.err);
        let all = host.asked();
        let mut paths: Vec<String> = all[seen..].iter().map(|one| one.path.clone()).collect();
        seen = all.len();
        paths.dedup();
        paths
    };
    assert_eq!(asked(100), ["/closed", "/gone", "/well"]);
    assert_eq!(asked(100), ["/closed"]);
    assert_eq!(asked(101), ["/closed", "/gone"]);
    assert_eq!(asked(107), ["/closed", "/gone", "/well"]);
    let ignore = std::fs::read_to_string(project.path(".twohats/.gitignore"));
    assert_eq!(ignore.expect("what is kept is not committed"), "*\n");
}

#[test]
fn a_host_is_asked_one_thing_at_a_time() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (counted, highest) = (Arc::clone(&now), Arc::clone(&most));
    let host = Host::open(move |asked| {
        highest.fetch_max(counted.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        let reply = answer(asked);
        counted.fetch_sub(1, Ordering::SeqCst);
        reply
    });
    let host = host.expect("a port is free");
    let links = ["well", "gone", "moved", "for-now"].map(|path| format!("{}{path}", host.url()));
    check(&book(&links), 100);
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[test]
fn a_link_that_the_book_leaves_out_is_not_asked_for_and_its_rule_can_be_lowered() {
    let host = host();
    let project = book(&["gone", "gone-for-good"].map(|path| format!("{}{path}", host.url())));
    project.write(
        "book.toml",
        "[book]\ntitle = \"Test\"\n\n[links]\nignore = [\"http://127.0.0.1:*/gone\"]\n\n[rules]\ndead-link = \"warning\"\n",
    );
    let run = check(&project, 100);
    assert_eq!((run.code, told(&run)), (0, vec!["warning[dead-link] 6".to_owned()]), "{}", run.err);
    assert!(host.asked().iter().all(|one| one.path == "/gone-for-good"));
}

#[test]
fn nothing_but_the_question_itself_asks_the_web() {
    let host = host();
    let project = book(&[format!("{}gone", host.url())]);
    for args in [&["check"][..], &["build"], &["report"], &["verify", "public"]] {
        let run = project.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
    }
    assert!(host.asked().is_empty(), "{:?}", host.asked());
}

#[test]
fn a_link_in_a_situation_or_in_a_layout_is_told_at_its_line() {
    let host = host();
    let project =
        Project::small().file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n").file(
            "themes/ours/layouts/components/foot.html",
            &format!("<p><a href=\"{}gone\">Imprint</a></p>\n", host.url()),
        );
    let text = testkit::scenario("Late").replace(
        "summary: It happens.",
        &format!("summary: >\n  It happens, see\n  [the rules]({}gone-for-good).", host.url()),
    );
    project.write("content/scenarios/late.yaml", &text);
    let run = check(&project, 100);
    assert!(run.err.contains("content/scenarios/late.yaml:4:15"), "{}", run.err);
}

/// A host that answers by TLS with a certificate of its own, which stands in the file.
fn safe_host(project: &Project) -> String {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    project.write("certificate.pem", &made.cert.pem());
    let certificate = CertificateDer::from(made.cert.der().to_vec());
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key);
    let config = Arc::new(config.expect("a certificate with its key"));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let config = Arc::clone(&config);
            thread::spawn(move || -> io::Result<()> {
                let connection = ServerConnection::new(config).map_err(io::Error::other)?;
                talk(StreamOwned::new(connection, stream), answer)
            });
        }
    });
    format!("https://localhost:{port}/")
}

#[cfg(target_os = "linux")]
#[test]
fn a_host_is_trusted_as_the_system_trusts_it() {
    let project = book(&[]);
    let host = safe_host(&project);
    let links = ["well", "gone"].map(|path| format!("- [a link]({host}{path})\n")).concat();
    project.write("content/guidance/why.md", &format!("---\ntitle: Why\n---\n\n{links}"));
    let run_with = |certificates: Option<&str>| {
        let mut command = project.command(&["check", "--links", "--all"]);
        command.env("NO_PROXY", "*").env("SSL_CERT_DIR", project.path("none"));
        if let Some(file) = certificates {
            command.env("SSL_CERT_FILE", project.path(file));
        }
        run(command)
    };
    let run = run_with(None);
    assert!(run.code == 0 && run.err.contains("unknown: https://localhost"), "{}", run.err);
    let run = run_with(Some("certificate.pem"));
    assert_eq!(told(&run), ["error[dead-link] 6"], "{}", run.err);
}

/// A proxy that carries bytes to whatever host it is asked for, and counts for whom it did.
fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("an address");
    let carried = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&carried);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let noted = Arc::clone(&noted);
            thread::spawn(move || carry(&stream, &noted));
        }
    });
    (format!("http://{address}"), carried)
}

/// Answers `CONNECT`, and hands on what comes from either side until one has nothing more to say.
fn carry(mut client: &TcpStream, noted: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut lines = BufReader::new(client.try_clone()?).lines();
    let first = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let Some(host) = first.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next()) else {
        return client.write_all(b"HTTP/1.1 400 No\r\n\r\n");
    };
    noted.lock().expect("no thread gives up with it").push(host.to_owned());
    let host = TcpStream::connect(host)?;
    client.write_all(b"HTTP/1.1 200 It is open\r\n\r\n")?;
    let (mut from, mut to) = (client.try_clone()?, host.try_clone()?);
    thread::spawn(move || io::copy(&mut from, &mut to));
    io::copy(&mut &host, &mut client).map(drop)
}

#[cfg(target_os = "linux")]
#[test]
fn questions_go_by_the_proxy_that_the_environment_names_and_past_it_where_that_says_so() {
    let project = book(&[]);
    let host = safe_host(&project);
    let links = ["well", "gone"].map(|path| format!("- [a link]({host}{path})\n")).concat();
    project.write("content/guidance/why.md", &format!("---\ntitle: Why\n---\n\n{links}"));
    let (address, carried) = proxy();
    let asked = |past: &str| {
        let mut command = project.command(&["check", "--links", "--all"]);
        command.env("HTTPS_PROXY", &address).env("NO_PROXY", past);
        command.env_remove("ALL_PROXY").env_remove("no_proxy").env_remove("https_proxy");
        command.env("SSL_CERT_FILE", project.path("certificate.pem"));
        let run = run(command);
        assert_eq!(told(&run), ["error[dead-link] 6"], "{}", run.err);
        fs::remove_file(project.path(".twohats/links.json")).expect("what was heard is kept");
        carried.lock().expect("no thread gives up with it").len()
    };
    let by_proxy = asked("elsewhere.example");
    assert!(by_proxy > 0, "nothing went by the proxy");
    let carried_for = carried.lock().expect("no thread gives up with it").clone();
    assert!(carried_for.iter().all(|one| host.contains(one)), "{carried_for:?}");
    assert_eq!(asked("localhost"), by_proxy, "it was asked all the same");
}

#[test]
#[ignore = "waits until the program's patience ends"]
fn of_a_host_that_takes_a_question_and_says_nothing_nobody_can_say_anything() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("an address");
    // Connections are taken and kept, and nothing is ever said.
    thread::spawn(move || listener.incoming().flatten().collect::<Vec<_>>());
    let project = book(&[format!("http://{address}/page")]);
    let start = Instant::now();
    let run = check(&project, 100);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains(&format!("unknown: http://{address}/page")), "{}", run.err);
    assert!(start.elapsed() < Duration::from_mins(2), "it took {:?}", start.elapsed());
}

#[test]
fn an_older_program_says_one_thing_of_a_book_that_needs_a_later_one() {
    let project = Project::small().file(
        "book.toml",
        "[book]\ntitle = \"Test\"\nrequires = \"999\"\ncolour-of-the-future = \"mauve\"\n",
    );
    project.write("content/scenarios/late.yaml", "titel: Of the future\n");
    for command in ["check", "build", "report"] {
        let run = project.run(&[command]);
        assert!(!run.err.contains("unknown-field"), "{command}: {}", run.err);
        assert!(command == "report" || run.code == 1, "{command}: {}", run.err);
    }
    let run = project.run(&["check"]);
    assert!(
        run.err.contains("book.toml:3:12") && run.err.contains("needs Twohats 999"),
        "{}",
        run.err
    );
    assert!(run.err.contains("1 error and 0 warnings"), "{}", run.err);
    for fits in ["0", "0.1", "0.1.0", "0.0.9"] {
        project.write("book.toml", &format!("[book]\ntitle = \"Test\"\nrequires = \"{fits}\"\n"));
        project.write("content/scenarios/late.yaml", &testkit::scenario("Late"));
        assert_eq!(project.run(&["check"]).code, 0, "{fits}");
    }
    for wrong in ["next", "0.1.0.1", "^0.1", "0."] {
        project.write("book.toml", &format!("[book]\ntitle = \"Test\"\nrequires = \"{wrong}\"\n"));
        let run = project.run(&["check"]);
        assert!(run.code == 1 && run.err.contains("book.toml:3"), "{wrong}: {}", run.err);
    }
}
