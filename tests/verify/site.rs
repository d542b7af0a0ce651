//! What can happen to a site on its way to readers, each found at its file.

use std::collections::BTreeSet;
use std::fs;

use testkit::Project;
use testkit::host::{Host, Reply};

use crate::folder::TAMPERINGS;
use crate::served::{host, packed, url, well};
use crate::{book, copy, first, told};

fn verify(project: &Project, host: &Host) -> testkit::Run {
    project.run(&["verify", &url(host), "--format", "json"])
}

#[test]
fn whatever_is_done_to_the_folder_behind_a_host_is_found_over_the_web() {
    let project = book();
    project.build();
    for (number, (what, tamper)) in TAMPERINGS.into_iter().enumerate() {
        let name = format!("copy-{number}");
        copy(&project.path("public"), &project.path(&name));
        let wanted = tamper(&project.path(&name)).into_iter();
        // Nobody can ask a host for what is not named anywhere.
        let wanted: BTreeSet<String> = wanted.filter(|line| !line.contains("[foreign]")).collect();
        let served = host(project.path(&name), |_, reply| Some(reply));
        let run = verify(&project, &served);
        let faults = told(&run).into_iter().filter(|line| line.starts_with("error"));
        // The front page is looked at where the site's address is, too.
        assert_eq!(faults.collect::<BTreeSet<_>>(), wanted, "{what}");
        assert_eq!(run.code, i32::from(!wanted.is_empty()), "{what}");
    }
}

/// What a host does with a page that it is asked for.
type Twist = (&'static str, fn(Reply) -> Option<Reply>, &'static str);

const TWISTS: [Twist; 18] = [
    ("as a text", |reply| Some(reply.with("Content-Type", "text/plain")), "error[wrong-type]"),
    (
        "in other letters",
        |reply| Some(reply.with("Content-Type", "text/html; charset=iso-8859-1")),
        "error[wrong-type]",
    ),
    (
        "as a download",
        |reply| Some(reply.with("Content-Disposition", "attachment; filename=why.html")),
        "error[wrong-type]",
    ),
    (
        "to be kept for ever",
        |reply| Some(reply.with("Cache-Control", "max-age=31536000, immutable")),
        "error[wrong-cache]",
    ),
    (
        "to be kept for hours",
        |reply| Some(reply.with("Cache-Control", "max-age=14400")),
        "warning[wrong-cache]",
    ),
    (
        "with a policy that forbids its style",
        |reply| Some(reply.with("Content-Security-Policy", "style-src 'none'")),
        "error[wrong-policy]",
    ),
    (
        "in a sandbox",
        |reply| Some(reply.with("Content-Security-Policy", "sandbox")),
        "error[wrong-policy]",
    ),
    (
        "with an order to delete copies",
        |reply| Some(reply.with("Clear-Site-Data", "\"storage\"")),
        "error[wrong-policy]",
    ),
    ("not at all", |_| Some(Reply::new(404, "gone")), "error[missing]"),
    ("to nobody", |_| Some(Reply::new(403, "no")), "error[not-answered]"),
    ("to those who pay", |_| Some(Reply::new(500, "broken")), "error[not-answered]"),
    (
        "from elsewhere",
        |_| Some(Reply::new(302, "").with("Location", "https://sign-in.example.org/")),
        "error[leads-away]",
    ),
    (
        "in circles",
        |_| Some(Reply::new(302, "").with("Location", "why.html")),
        "error[not-answered]",
    ),
    (
        "with an end that never comes",
        |reply| Some(Reply { promised: Some(reply.body.len() + 10), ..reply }),
        "error[torn]",
    ),
    ("packed twice", |reply| Some(packed(reply)), "error[changed]"),
    (
        "as if it were packed",
        |reply| Some(Reply { body: b"plain".to_vec(), ..reply }),
        "error[torn]",
    ),
    (
        "with another page in its place",
        |reply| {
            let headers = reply.headers.into_iter().filter(|(name, _)| name != "Content-Encoding");
            let other = Reply::new(200, "<p>under construction");
            Some(Reply { headers: headers.collect(), ..other })
        },
        "error[torn]",
    ),
    ("without a word", |_| None, "error[not-answered]"),
];

#[test]
fn whatever_a_host_does_to_a_page_is_found_at_that_page() {
    let project = book();
    project.build();
    for (what, twist, wanted) in TWISTS {
        let served = host(project.path("public"), move |path, reply| {
            if path == "guidance/why.html" { twist(reply) } else { Some(reply) }
        });
        let run = verify(&project, &served);
        let wanted = BTreeSet::from([format!("{wanted} guidance/why.html")]);
        assert_eq!(told(&run), wanted, "a page comes {what}");
    }
}

#[test]
fn a_front_page_in_the_place_of_what_is_missing_is_no_page() {
    let project = book();
    project.build();
    fs::remove_file(project.path("public/guidance/why.html")).expect("it is there");
    let folder = project.path("public");
    let front = fs::read(folder.join("index.html")).expect("a page");
    let served = host(folder, move |_, reply| {
        let front = Reply::new(200, front.clone())
            .with("Content-Type", "text/html")
            .with("Cache-Control", "no-cache");
        Some(if reply.status == 404 { front } else { reply })
    });
    let told = told(&verify(&project, &served));
    assert!(told.contains("error[missing] guidance/why.html"), "{told:?}");
    assert!(told.contains("warning[not-found-page] 404.html"), "{told:?}");
}

#[test]
fn a_host_with_addresses_of_its_own_is_followed_within_the_site() {
    let project = book();
    project.build();
    let folder = project.path("public");
    let served = Host::open(move |asked| {
        let whole = asked.path.strip_suffix("index.html").or(asked.path.strip_suffix(".html"));
        if let Some(short) = whole.filter(|_| !asked.path.ends_with("404.html")) {
            return Some(Reply::new(301, "").with("Location", short));
        }
        let mut asked = asked.clone();
        let name = asked.path.rsplit('/').next().unwrap_or_default();
        if !name.is_empty() && !name.contains('.') {
            asked.path.push_str(".html");
        }
        Some(well(&folder, &asked))
    });
    let served = served.expect("a port is free");
    let run = verify(&project, &served);
    assert_eq!(told(&run), BTreeSet::new());
    // It says who it is, and never asks for more than a few at once.
    let who = format!("user-agent: twohats/{}", env!("CARGO_PKG_VERSION"));
    assert!(served.asked().iter().all(|one| one.head.to_lowercase().contains(&who)));
}

#[test]
fn a_host_that_is_busy_is_asked_again_when_it_says() {
    let project = book();
    project.build();
    let busy = std::sync::atomic::AtomicBool::new(true);
    let served = host(project.path("public"), move |path, reply| {
        let is_busy =
            path == "search.html" && busy.swap(false, std::sync::atomic::Ordering::SeqCst);
        Some(if is_busy { Reply::new(429, "").with("Retry-After", "0") } else { reply })
    });
    assert_eq!(told(&verify(&project, &served)), BTreeSet::new());
}

#[test]
fn a_host_that_says_nothing_is_advised_and_not_blamed() {
    let project = book();
    project.build();
    let folder = project.path("public");
    let served = Host::open(move |asked| {
        let mut reply = well(&folder, asked);
        reply
            .headers
            .retain(|(name, _)| ["Content-Type", "Content-Encoding"].contains(&name.as_str()));
        Some(reply)
    });
    let served = served.expect("a port is free");
    let run = verify(&project, &served);
    assert_eq!(run.code, 0, "{}", run.out);
    let kinds: BTreeSet<String> = told(&run)
        .iter()
        .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    let wanted = ["warning[wrong-cache]", "note[wrong-policy]"].map(str::to_owned);
    assert_eq!(kinds, BTreeSet::from(wanted));
    assert_eq!(project.run(&["verify", &url(&served), "--deny-warnings"]).code, 1);
}

#[test]
fn a_site_without_its_list_is_compared_with_the_one_that_is_named() {
    let project = book();
    project.build();
    let served = host(project.path("public"), |path, reply| {
        Some(if path.starts_with(".twohats/") { Reply::new(403, "") } else { reply })
    });
    let run = project.run(&["verify", &url(&served)]);
    assert!(run.code == 2 && run.err.contains("the host answers 403"), "{}", run.err);
    assert!(run.err.contains("--manifest public/.twohats/manifest.json"), "{}", run.err);
    let list = "public/.twohats/manifest.json";
    let run = project.run(&["verify", &url(&served), "--manifest", list]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn an_address_at_which_nothing_is_is_told_as_such() {
    let project = book();
    for (address, said) in [
        ("http://127.0.0.1:9/", "onnection refused"),
        ("https://nobody.invalid/", "no host has this name"),
        ("http://", "is no address of a site"),
    ] {
        let run = project.run(&["verify", address]);
        assert!(run.code == 2 && run.err.contains(said), "{address}: {}", run.err);
    }
    let served = Host::open(|_| {
        Some(Reply::new(302, "").with("Location", "https://elsewhere.example.org/"))
    });
    let run = project.run(&["verify", &served.expect("a port is free").url()]);
    assert!(
        run.code == 2 && run.err.contains("it leads to https://elsewhere.example.org/"),
        "{}",
        run.err
    );
}

#[test]
fn a_name_with_signs_that_addresses_give_a_meaning_is_asked_for_as_it_is() {
    let project =
        book().file("content/guidance/more.md", "---\ntitle: More\n---\n\n[A](<50 % of it.txt>)\n");
    project.write("content/guidance/50 % of it.txt", "half");
    project.build();
    let name = first(&project.path("public"), "guidance/50", ".txt");
    let served = host(project.path("public"), move |path, reply| {
        Some(if path == "guidance/50%20%25%20of%20it.txt" {
            Reply::new(200, "half")
                .with("Content-Type", "text/plain")
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff")
        } else {
            reply
        })
    });
    assert_eq!(told(&verify(&project, &served)), BTreeSet::new(), "{name}");
}

#[test]
fn a_page_for_what_is_not_there_that_looks_elsewhere_for_its_styles_is_told() {
    let project = Project::small();
    project.build();
    let served = host(project.path("public"), |_, reply| Some(reply));
    let told = told(&verify(&project, &served));
    assert_eq!(told, BTreeSet::from(["warning[not-found-page] 404.html".to_owned()]));
}

#[test]
fn a_frame_that_the_book_wants_and_the_host_forbids_is_told_once() {
    let project = book().file(
        "book.toml",
        "[book]\ntitle = \"Test\"\nsite_url = \"https://book.example.org/a/b/\"\n[languages.de]\nname = \"Deutsch\"\n\
         [redirects]\n\"old.html\" = \"guidance/why.html\"\n[host]\nframes = \"https://wiki.example.org\"\n",
    );
    project.build();
    let strict = host(project.path("public"), |_, reply| Some(reply));
    let told_of = told(&verify(&project, &strict));
    assert_eq!(told_of, BTreeSet::from(["error[wrong-policy] copies.html".to_owned()]));
    let open = host(project.path("public"), |_, mut reply| {
        reply.headers.retain(|(name, _)| name != "Content-Security-Policy");
        let policy = "frame-ancestors 'self' https://wiki.example.org";
        Some(reply.with("Content-Security-Policy", policy))
    });
    assert_eq!(told(&verify(&project, &open)), BTreeSet::new());
}
