//! Behind a published port, under a name, and from a phone in the same network.

use testkit::http::{Answer, ask, ask_with};
use testkit::preview::Preview;
use testkit::writer::Writer;

use twohats::render::address_in_blocks;

use crate::watched::watched;

/// Asks as a browser that has this in its address bar.
fn visit(preview: &Preview, host: &str) -> Answer {
    let lines = format!("GET /scenarios/late.html HTTP/1.1\r\nHost: {host}\r\n");
    ask(preview.address(), &lines).expect("it is answered")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_port_that_is_another_one_outside_shows_the_playbook() {
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--host", "0.0.0.0"]);
    for host in ["localhost:8080", "localhost", "127.0.0.1:8080", "[::1]:8080", "[::1]"] {
        assert_eq!(visit(&preview, host).status, 200, "{host}");
    }
    for host in ["devbox.local:8080", "localhost.evil.example:8080", "evil.example", ":8080"] {
        assert_eq!(visit(&preview, host).status, 403, "{host}");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_name_that_was_allowed_is_answered_and_the_refusal_of_another_says_how() {
    let project = watched();
    let preview = Preview::start_with(
        &project,
        &["--port", "0", "--allow-host", "devbox.local", "--allow-host", "team.example.org"],
    );
    for host in ["devbox.local:3000", "DevBox.Local", "devbox.local.:80", "team.example.org:8080"] {
        assert_eq!(visit(&preview, host).status, 200, "{host}");
    }
    for host in ["evil.devbox.local", "local", "devbox.local.evil.example:3000"] {
        let refused = visit(&preview, host);
        assert_eq!(refused.status, 403, "{host}");
        let name = host.split(':').next().expect("a name");
        let way = format!("`twohats serve --allow-host {name}`");
        assert!(refused.text().contains(&way), "{}", refused.text());
    }
    // What is no name is said again to nobody.
    let odd = visit(&preview, "<b>$(reboot)</b>");
    assert!(odd.text().contains("--allow-host NAME`"), "{}", odd.text());
    let help = project.run(&["serve", "--help"]).out;
    assert!(help.contains("--allow-host <NAME>"), "{help}");
    let wrong = project.run(&["serve", "--allow-host", "http://devbox.local:3000/"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("as in `devbox.local`"), "{}", wrong.err);
}

/// A server at that name hands on what others ask, and all of them seem to sit here.
#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn who_comes_by_a_name_reads_and_is_never_taken_for_who_sits_here() {
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--allow-host", "devbox.local"]);
    let writer = Writer::at(&preview);
    let (status, page) = writer.get("page?path=/scenarios/late.html");
    assert_eq!(status, 200, "{page}");
    let named = |lines: &str| {
        format!(
            "{lines} HTTP/1.1\r\nHost: devbox.local\r\nOrigin: http://devbox.local\r\nX-Twohats-Token: {}\r\n",
            writer.token()
        )
    };
    let asked = ask(preview.address(), &named("GET /.twohats/edit/page?path=/scenarios/late.html"));
    assert_eq!(asked.expect("it is answered").status, 403);
    for (way, body) in [("edit/save", "{}"), ("mend/anything", "")] {
        let lines = named(&format!("POST /.twohats/{way}")) + "Content-Type: application/json\r\n";
        let answer = ask_with(preview.address(), &lines, body.as_bytes()).expect("it is answered");
        assert_eq!(answer.status, 403, "{way}: {}", answer.text());
    }
    let shown = visit(&preview, "devbox.local").text();
    assert!(!shown.contains(writer.token()), "{shown}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn who_opens_it_to_the_network_is_shown_the_address_for_a_phone() {
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--host", "0.0.0.0"]);
    // A machine that is in no network has none.
    let shown = preview.stderr();
    if let Some((_, rest)) = shown.split_once("others in this network find it at http://") {
        let host = rest.split('/').next().expect("an address");
        assert_eq!(visit(&preview, host).status, 200, "{host}");
        assert!(!host.starts_with("127.") && !host.starts_with("0.0.0.0"), "{host}");
        let answer =
            ask(host.parse().expect("an address"), &format!("GET / HTTP/1.1\r\nHost: {host}\r\n"));
        assert_eq!(answer.expect("it answers there").status, 200);
    }
    assert!(!shown.contains('█'), "a log has no room for a code: {shown}");
}

#[test]
fn the_code_in_the_terminal_leads_a_camera_to_the_address() {
    const SCALE: usize = 4;
    let address = "http://192.168.178.23:3000/";
    let lines = address_in_blocks(address).expect("a code holds it");
    let rows: Vec<Vec<bool>> = lines
        .iter()
        .flat_map(|line| {
            let upper = line.chars().map(|block| matches!(block, '█' | '▀')).collect();
            let lower = line.chars().map(|block| matches!(block, '█' | '▄')).collect();
            [upper, lower]
        })
        .collect();
    let (width, height) = (rows[0].len() * SCALE, rows.len() * SCALE);
    let light = |x: usize, y: usize| if rows[y / SCALE][x / SCALE] { 0 } else { 255 };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let grids = seen.detect_grids();
    let [grid] = grids.as_slice() else { panic!("{} codes are seen", grids.len()) };
    assert_eq!(grid.decode().expect("it can be read").1, address);
}
