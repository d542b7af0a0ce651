//! Every id that names another thing, every topic and every link, broken.

use twohats::source::Span;

use crate::book::{Mutant, assert_none, playbook, slip, survivors_among_all};

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_broken_reference_and_link_is_told_at_its_line() {
    let playbook = playbook();
    let mut mutants = Vec::new();
    for mentions in playbook.mentions() {
        let named = mentions.references.iter().map(|(_, reference)| &reference.span);
        let topics = mentions.topics.iter().map(|topic| &topic.span);
        mutants.extend(named.chain(topics).map(|span| {
            let written = written(span);
            mutant(span, slip(written), &["dangling-reference"])
        }));
        for link in &mentions.links {
            let written = written(&link.span);
            if written.is_empty() && link.target.starts_with("#footnote-") {
                continue; // The way to a footnote is ours, and stands in no file.
            }
            assert_eq!(written, link.target, "the place of a link is found exactly");
            let (path, anchor) = written.split_once('#').unwrap_or((written, ""));
            if let Some((name, ending)) = path.rsplit_once('.') {
                let rest = &written[path.len()..];
                let with = format!("{name}q.{ending}{rest}");
                mutants.push(mutant(&link.span, with, &["broken-link"]));
            }
            if !anchor.is_empty() {
                mutants.push(mutant(&link.span, format!("{written}q"), &["broken-anchor"]));
            }
        }
    }
    mutants.extend(
        playbook.queries.iter().map(|(page, _)| {
            mutant(&page.span, slip(written(&page.span)), &["dangling-reference"])
        }),
    );
    assert_none(&survivors_among_all(&mutants), mutants.len());
}

fn written(span: &Span) -> &str {
    &span.source().text()[span.range()]
}

fn mutant(span: &Span, with: String, rules: &'static [&'static str]) -> Mutant {
    Mutant {
        path: span.source().path().to_owned(),
        range: span.range(),
        with,
        line: span.line_and_column().0,
        key: String::new(),
        rules,
    }
}
