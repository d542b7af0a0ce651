//! What a whole book has: pages, topics, addresses of old, queries, translations.

use testkit::{Book, scenario};

use crate::books::{files, front, guide, guide_path, many, scenario_path, settings};
use crate::doubling::Shape;

fn scenarios(n: usize, keys: impl Fn(usize) -> String) -> Book {
    files(n, |at| (scenario_path(at), scenario(&format!("Case {at}")) + &keys(at)))
}

fn translated(n: usize, keys: &str) -> Book {
    let settings = "[book]\ntitle = \"Test\"\nlanguage = \"en\"\n\n[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n";
    let pages = (0..n).map(|at| {
        (format!("content/de/scenarios/s{at}.yaml"), format!("title: Fall {at}\n{keys}"))
    });
    scenarios(n, |_| String::new()).file("book.toml", settings).files(pages)
}

pub const ALL: &[Shape] = &[
    Shape::built("scenarios", |n| scenarios(n, |_| String::new())),
    Shape::built("scenarios with one title", |n| {
        files(n, |at| (scenario_path(at), scenario("Case")))
    }),
    Shape::built("topics with a page each", |n| {
        scenarios(n, |at| format!("topics: [topic-{at}]\n"))
    }),
    Shape::built("pages of one topic", |n| scenarios(n, |_| "topics: [one]\n".to_owned())),
    Shape::checked("topics that the book does not know", |n| {
        let topics = many(n, |at| format!("topic-{at} = \"Topic {at}\"\n"));
        scenarios(n, |at| format!("topics: [tpoic-{at}]\n"))
            .file("book.toml", format!("[book]\ntitle = \"Test\"\n\n[topics]\n{topics}"))
    }),
    Shape::built("scenarios related to the next", |n| {
        scenarios(n, |at| format!("related: [s{}]\n", if at == 0 { 1 } else { at - 1 }))
            .file(scenario_path(1), scenario("Case 1"))
    }),
    Shape::built("scenarios related to one", |n| {
        scenarios(n, |at| if at == 0 { String::new() } else { "related: [s0]\n".to_owned() })
    }),
    Shape::built("guides of one scenario", |n| {
        let ids = many(n, |at| format!("  - g{at}\n"));
        files(n, |at| (guide_path(at), front(&format!("Guide {at}"), "Words.")))
            .file("content/scenarios/a.yaml", scenario("A") + "guidance:\n" + &ids)
    }),
    Shape::built("addresses of old", |n| {
        settings(&format!(
            "\n[redirects]\n{}",
            many(n, |at| format!("\"old/{at}.html\" = \"scenarios/late.html\"\n"))
        ))
    }),
    Shape::checked("addresses of old that lead nowhere", |n| {
        settings(&format!(
            "\n[redirects]\n{}",
            many(n, |at| format!("\"old/{at}.html\" = \"no/{at}\"\n"))
        ))
    }),
    Shape::checked("addresses of old that lead to the next", |n| {
        let each = |at| format!("\"old/{at}.html\" = \"old/{}.html\"\n", at + 1);
        settings(&format!("\n[redirects]\n{}", many(n, each)))
    }),
    Shape::checked("addresses of old below a page", |n| {
        let each = |at| format!("\"scenarios/late.html/{at}.html\" = \"scenarios/late.html\"\n");
        settings(&format!("\n[redirects]\n{}", many(n, each)))
    }),
    Shape::checked("settings that nobody knows", |n| {
        settings(&many(n, |at| format!("key{at} = 1\n")))
    }),
    Shape::checked("patterns of what is published", |n| {
        settings(&format!("\n[publish]\nalso = [{}]\n", many(n, |at| format!("\"a{at}/*\", "))))
    }),
    Shape::checked("queries of a page", |n| {
        // All numbers are as long: only in words of five letters and more slips are looked for.
        Book::small().file(
            "content/queries.yaml",
            format!("scenarios/late:\n{}", many(n, |at| format!("  - late again {at:06}\n"))),
        )
    }),
    Shape::checked("queries that miss", |n| {
        scenarios(n, |_| String::new()).file(
            "content/queries.yaml",
            many(n, |at| format!("scenarios/s{at}:\n  - nothing of it{at}\n")),
        )
    }),
    Shape::built("words that no other page has", |n| guide(&many(n, |at| format!("word{at}x ")))),
    Shape::checked("files that two folders have", |n| {
        let text = scenario("Case");
        let twice = |folder: &'static str| {
            let text = text.clone();
            (0..n).map(move |at| (format!("content/scenarios/{folder}/s{at}.yaml"), text.clone()))
        };
        Book::new().files(twice("a")).files(twice("b"))
    }),
    Shape::checked("files in no folder", |n| {
        files(n, |at| (format!("content/s{at}.yaml"), scenario("Case")))
    }),
    Shape::checked("files that no page names", |n| {
        files(n, |at| (format!("content/scenarios/p{at}.pdf"), "%PDF".to_owned()))
    }),
    Shape::checked("files that programs leave", |n| {
        files(n, |at| (format!("content/scenarios/s{at}.yaml.bak"), "a".to_owned()))
    }),
    Shape::checked("files with faults", |n| {
        files(n, |at| (scenario_path(at), format!("title: Case {at}\nsumary: a\n")))
    }),
    Shape::checked("links to drafts", |n| {
        let links = many(n, |at| format!("See [it](../scenarios/s{at}.yaml).\n\n"));
        scenarios(n, |_| "draft: yes\n".to_owned())
            .file("content/guidance/a.md", front("A", &links))
    }),
    Shape::built("translations", |n| translated(n, "")),
    Shape::checked("translations of nothing", |n| {
        translated(1, "")
            .files((1..n).map(|at| (format!("content/de/scenarios/no{at}.yaml"), "title: A\n")))
    }),
];
