//! An id that an author gives by raw HTML is a place that links reach, and is never in the way of the page's own or of a
//! script's.

use std::collections::{BTreeMap, BTreeSet};

use testkit::written::Written;
use testkit::{Book, difference};
use twohats::model::Kind;

use crate::has::{holds, lacks};

/// A book with a template of this summary, and a guide with this text.
fn book(summary: &str, guide: &str) -> Book {
    Book::new()
        .file(
            "content/templates/plan.yaml",
            format!("title: Plan\nsummary: {summary}\nfields:\n  - text: Driver\n"),
        )
        .file("content/guidance/a.md", format!("---\ntitle: A\n---\n\n{guide}"))
}

/// All ids of a page, in their order.
fn ids(page: &str) -> Vec<&str> {
    let parts = page.split(" id=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn an_id_that_the_page_has_itself_is_another_and_links_follow_it() {
    let book = book(
        "A <b id=\"sheet\">word</b>, [seen](#sheet) and [mine](#mine) <i id=\"mine\">here</i>.",
        "See [the word](../templates/plan.yaml#sheet), [mine](../templates/plan.yaml#mine).\n",
    )
    .file(
        "book.toml",
        "[book]\ntitle = \"Test\"\n[redirects]\n\"old.html\" = \"templates/plan.yaml#sheet\"\n",
    );
    let page = book.page("templates/plan.html");
    assert_eq!(page.matches("id=\"sheet\"").count(), 1, "{page}");
    holds(&page, "<form class=\"sheet\" id=\"sheet\"");
    holds(&page, "<b id=\"sheet-2\">word</b>, <a href=\"#sheet-2\">");
    holds(&page, "<a href=\"#mine\">mine</a> <i id=\"mine\">");
    let guide = book.page("guidance/a.html");
    holds(&guide, "href=\"../templates/plan.html#sheet-2\"");
    holds(&guide, "href=\"../templates/plan.html#mine\"");
    holds(&book.page("old.html"), "templates/plan.html#sheet-2");
    let paper = book.page("print/templates.html");
    holds(&paper, "<b id=\"templates/plan.sheet-2\">word</b>");
    holds(&book.page("print.html"), "href=\"#templates/plan.sheet-2\"");
    assert_eq!(book.told().matches("warning[taken-id]").count(), 1, "{}", book.told());
}

#[test]
fn an_id_stands_on_its_own_page_and_on_no_list() {
    let book = book("A <b id=\"mine\">word</b>.", "Words.\n");
    let page = book.page("templates/index.html");
    holds(&page, "<b>word</b>");
    lacks(&page, "id=\"mine\"");
    assert_eq!(book.told(), "");
}

#[test]
fn an_anchor_of_a_heading_is_that_heading() {
    for guide in [
        "<a name=\"costs\"></a>\n\n## Costs\n\n[there](#costs)\n",
        "<a id=\"costs\"></a>\n## Costs\n\n[there](#costs)\n",
        "## <a id=\"costs\"></a>Costs\n\n[there](#costs)\n",
        "## Costs <a id=\"other\"></a>\n\n[there](#costs)\n",
    ] {
        let book = book("S.", guide);
        assert_eq!(book.told(), "", "{guide}");
        let page = book.page("guidance/a.html");
        assert_eq!(page.matches("id=\"costs\"").count(), 1, "{page}");
        holds(&page, "<h2 id=\"costs\"");
        holds(&page, "href=\"#costs\"");
    }
}

#[test]
fn what_names_an_id_goes_with_it() {
    let book = book(
        "<b id=\"sheet\">word</b> <i aria-describedby=\"sheet mine\">here</i> <u id=\"mine\">there</u>",
        "Words.\n",
    );
    holds(&book.page("templates/plan.html"), "<i aria-describedby=\"sheet-2 mine\">");
    holds(
        &book.page("print/templates.html"),
        "<i aria-describedby=\"templates/plan.sheet-2 templates/plan.mine\">",
    );
}

#[test]
fn an_id_of_the_frame_is_no_heading_s() {
    let book = book("S.", "## The look {#_theme}\n\n[there](#_theme)\n");
    let page = book.page("guidance/a.html");
    assert_eq!(page.matches("id=\"_theme\"").count(), 1, "{page}");
    holds(&page, "<h2 id=\"theme\"");
    holds(&page, "href=\"#theme\">there");
    holds(&book.told(), "warning[taken-id]");
}

#[test]
fn html_that_is_trusted_can_take_no_id_of_the_page_either() {
    let book = book("A <b id=sheet>word</b> and <button form=sheet>that</button>.", "W.\n")
        .file("book.toml", "[book]\ntitle = \"Test\"\n[markdown]\nhtml = \"trust\"\n");
    let page = book.page("templates/plan.html");
    holds(&page, "<b id=\"sheet-2\">word</b> and <button form=\"sheet-2\">");
    holds(&book.told(), "the page has an id `sheet` itself");
}

/// The lines of a page, in an order that no lot changes.
pub fn sorted(page: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = page.lines().collect();
    lines.sort_unstable();
    lines
}

/// A page of every kind with all its keys, whose texts give the ids that the page has: nothing of the page itself is another
/// for that.
#[test]
fn no_id_of_an_author_changes_anything_of_a_page_but_their_own_words() {
    for kind in Kind::ALL {
        let written = Written::new(kind);
        let plain = written.text(&written.value);
        let whole = written.page(&plain);
        let own: BTreeSet<&str> = ids(&whole).into_iter().collect();
        assert!(own.len() > 3, "{own:?}");
        let words = written.markdown();
        // Each id is given once, and in another text in every round.
        for round in 0..words.len().min(8) {
            let text = |tag: &dyn Fn(&str) -> String| {
                words.iter().enumerate().fold(plain.clone(), |text, (at, word)| {
                    let mine = own.iter().skip((at + round) % words.len()).step_by(words.len());
                    text.replace(*word, &mine.map(|id| tag(id)).collect::<String>())
                })
            };
            let with = written.page(&text(&|id| format!("<b id='{id}'>x</b>")));
            let without = written.page(&text(&|_| "<b>x</b>".to_owned()));
            let mut times = BTreeMap::new();
            for id in ids(&with) {
                *times.entry(id).or_insert(0) += 1;
            }
            times.retain(|_, times| *times > 1);
            assert!(times.is_empty(), "{kind:?}: {times:?}");
            let mut parts = with.split("<b id=\"");
            let first = parts.next().into_iter();
            let after =
                parts.flat_map(|part| ["<b", part.split_once('"').map_or(part, |(_, rest)| rest)]);
            let bare: String = first.chain(after).collect();
            // The lines of a self-check are mixed by lot, which is drawn of their words.
            let is_same = sorted(&bare) == sorted(&without);
            assert!(is_same, "{kind:?}: {}", difference(&without, &bare));
            assert!(with.contains("<b id=\""), "{kind:?} has none of them");
        }
    }
}
