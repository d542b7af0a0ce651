//! Markdown of any kind: it is read in every extent, and what is told of it stands in it.

use std::sync::Arc;

use testkit::chance::Chance;
use twohats::diagnostic::Noted;
use twohats::markdown::{Extent, Html, Writing, read};
use twohats::source::{Source, Span};

use crate::harness::fuzz;

pub const WORDS: [&str; 72] = [
    " ",
    "\n",
    "\n\n",
    "\n    ",
    "\t",
    "# ",
    "## a {#b}\n",
    "- ",
    "\n- ",
    "1. ",
    "> ",
    "> [!NOTE]\n",
    "```",
    "~~~\n",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[[a]]",
    "[a](#b)",
    "[a](b.md)",
    "[a]: b\n",
    "[^a]",
    "[^a]: b\n",
    "|",
    "\n|---|---|\n",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<br>",
    "<div>\n",
    "</div>\n",
    "<details>",
    "<summary>",
    "</details>",
    "<pre>",
    "<script>",
    "</script>",
    "<style>",
    "<template>",
    "<table><tr><td>",
    "<svg>",
    "<math>",
    "<a href=\"",
    "<img src=x alt=\"",
    "\">",
    "&amp;",
    "&#x1F600;",
    "\\",
    "{",
    "}",
    ":tada:",
    "TODO",
    "https://a.b/c",
    "www.a.b",
    "a@b.cd",
    "\u{e000}alert.note",
    "\u{e001}",
    "\u{1}",
    "\u{2}",
    "\u{a0}",
    "é",
];

/// A text in one of the ways in which it can be read. Gives the HTML.
pub fn html(text: &str, (extent, html): (Extent, Html)) -> Result<String, String> {
    let source = Arc::new(Source::new("a.md", text));
    let text = source.text();
    let place = |range| Span::new(&source, range);
    let writing = Writing { text, extent, html, prefix: "", title: Some("A"), place: &place };
    let Noted { value: prose, notes } = read(&writing);
    let lost = notes.iter().find(|note| text.get(note.span.range()).is_none());
    if let Some(note) = lost {
        return Err(format!("{} stands nowhere", note.rule.name));
    }
    Ok(prose.html(|_| String::new()).into_owned())
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn whatever_is_written_is_read_and_told_of_where_it_stands() {
    let ways = [Extent::Inline, Extent::Block, Extent::Document]
        .into_iter()
        .flat_map(|extent| [Html::Clean, Html::Escape, Html::Trust].map(|html| (extent, html)));
    let ways: Vec<_> = ways.collect();
    let attempt = |text: &str, _: &mut Chance| {
        ways.iter()
            .try_for_each(|way| html(text, *way).map(drop).map_err(|why| format!("{why}, {way:?}")))
    };
    fuzz("markdown", &WORDS, attempt);
}
