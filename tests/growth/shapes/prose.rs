//! Everything that Markdown has.

use crate::books::{guide, many};
use crate::doubling::Shape;

pub const ALL: &[Shape] = &[
    Shape::built("words on one line", |n| guide(&"word ".repeat(n * 8))),
    Shape::built("letters of one word", |n| guide(&"w".repeat(n * 32))),
    Shape::built("letters in two parts", |n| guide(&"e\u{301}e ".repeat(n * 4))),
    Shape::built("paragraphs", |n| guide(&many(n, |at| format!("Paragraph {at} has words.\n\n")))),
    Shape::built("lines of one paragraph", |n| guide(&many(n, |at| format!("line {at}\n")))),
    Shape::built("hard breaks", |n| guide(&many(n, |at| format!("line {at}\\\n")))),
    Shape::built("headings", |n| guide(&many(n, |at| format!("## Part {at}\n\nWords.\n\n")))),
    Shape::built("headings with the same words", |n| guide(&"## Part\n\nWords.\n\n".repeat(n))),
    Shape::built("underlined headings", |n| guide(&many(n, |at| format!("Part {at}\n---\n\n")))),
    Shape::built("headings with ids", |n| {
        guide(&many(n, |at| format!("## Part {{#part-{at}}}\n\nWords.\n\n")))
    }),
    Shape::checked("headings with one id", |n| guide(&"## Part {#part}\n\nWords.\n\n".repeat(n))),
    Shape::built("words of one heading", |n| guide(&format!("## {}\n", "word ".repeat(n)))),
    Shape::built("items", |n| guide(&many(n, |at| format!("- item {at}\n")))),
    Shape::built("numbered items", |n| guide(&many(n, |at| format!("{}. item\n", at + 1)))),
    Shape::built("lists in lists", |n| guide(&"- a\n  - b\n    - c\n      - d\n".repeat(n))),
    Shape::checked("bullets on one line", |n| guide(&"- ".repeat(n))),
    Shape::built("boxes to tick", |n| guide(&many(n, |at| format!("- [ ] item {at}\n")))),
    Shape::built("lines of a quotation", |n| guide(&many(n, |at| format!("> line {at}\n")))),
    Shape::checked("quotations in each other", |n| guide(&format!("{}words", "> ".repeat(n)))),
    Shape::built("callouts", |n| guide(&"> [!NOTE]\n> Words.\n\n".repeat(n))),
    Shape::built("rows of a table", |n| {
        guide(&format!("| a | b |\n|---|---|\n{}", many(n, |at| format!("| {at} | b |\n"))))
    }),
    Shape::built("columns of a table", |n| {
        let row = |cell: &str| format!("|{}\n", cell.repeat(n));
        guide(&[row(" a |"), row("---|"), row(" b |")].concat())
    }),
    Shape::checked("rows with a cell too many", |n| {
        guide(&format!("| a | b |\n|---|---|\n{}", "| a | b | c |\n".repeat(n)))
    }),
    Shape::built("tables", |n| guide(&"| a | b |\n|---|---|\n| c | d |\n\n".repeat(n))),
    Shape::built("boxes of code", |n| guide(&"```text\ncode\n```\n\n".repeat(n))),
    Shape::built("lines of a box of code", |n| {
        guide(&format!("```text\n{}```\n", "code\n".repeat(n * 4)))
    }),
    Shape::checked("boxes of code that another has in front", |n| {
        guide(&format!("````\n{}", "```\ncode\n".repeat(n)))
    }),
    Shape::built("code in one line", |n| guide(&"`code` ".repeat(n))),
    Shape::built("emphasis in one line", |n| guide(&"*one* **two** ~~three~~ ".repeat(n))),
    Shape::built("footnotes", |n| {
        let mentions = many(n, |at| format!("Words[^{at}]\n\n"));
        guide(&(mentions + &many(n, |at| format!("[^{at}]: Note\n\n"))))
    }),
    Shape::built("mentions of one footnote", |n| {
        guide(&("Words[^a] ".repeat(n) + "\n\n[^a]: Note\n"))
    }),
    Shape::checked("footnotes that nothing mentions", |n| {
        guide(&many(n, |at| format!("[^{at}]: Note\n\n")))
    }),
    Shape::checked("mentions of no footnote", |n| guide(&many(n, |at| format!("Words[^{at}] ")))),
    Shape::checked("one footnote again and again", |n| {
        guide(&("Words[^a]\n\n".to_owned() + &"[^a]: Note\n\n".repeat(n)))
    }),
    Shape::built("entities", |n| guide(&"&amp; &eacute; &#228; ".repeat(n))),
];
