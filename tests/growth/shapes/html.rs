//! Raw HTML, and what looks like it.

use crate::books::{guide, many};
use crate::doubling::Shape;

pub const ALL: &[Shape] = &[
    Shape::built("blocks of HTML", |n| guide(&"<div>\n\nwords\n\n</div>\n\n".repeat(n))),
    Shape::built("tags in one line", |n| guide(&"<b>a</b> ".repeat(n))),
    Shape::built("closed parts", |n| {
        guide(&"<details><summary>a</summary>\n\nwords\n\n</details>\n\n".repeat(n))
    }),
    Shape::built("rows of a table of HTML", |n| {
        guide(&format!("<table>\n{}</table>\n", "<tr><td>a</td></tr>\n".repeat(n)))
    }),
    Shape::checked("tags in each other", |n| guide(&("<b>".repeat(n) + "a" + &"</b>".repeat(n)))),
    Shape::checked("tags that never close, in one line", |n| guide(&"<b>a ".repeat(n))),
    Shape::checked("tags that never close, in paragraphs", |n| guide(&"<b>a\n\n".repeat(n))),
    Shape::checked("ends without a beginning", |n| guide(&"a</b>\n\n".repeat(n))),
    Shape::checked("words in angle brackets", |n| {
        guide(&"the <name> and <the date>\n\n".repeat(n))
    }),
    Shape::checked("words in angle brackets on one line", |n| guide(&"the <name> ".repeat(n))),
    Shape::checked("tags that are not finished", |n| guide(&"words <a b\n\n".repeat(n))),
    Shape::checked("paragraphs of HTML on one line", |n| {
        guide(&format!("<div>\n{}\n</div>\n", "<p>a ".repeat(n)))
    }),
    Shape::built("comments", |n| guide(&"<!-- a -->\n\nwords <!-- b -->\n\n".repeat(n))),
    Shape::checked("comments that never close", |n| guide(&"words <!-- a\n\n".repeat(n))),
    Shape::checked("scripts", |n| guide(&"<script>a()</script>\n\n".repeat(n))),
    Shape::checked("handlers", |n| guide(&"<p onclick=\"a()\">a</p>\n\n".repeat(n))),
    Shape::checked("values of one tag", |n| {
        guide(&format!("<p {}>a</p>\n", many(n, |at| format!("data-a{at}=\"b\" "))))
    }),
    Shape::checked("quotes that never close", |n| guide(&"<p class=\"a>b</p>\n\n".repeat(n))),
    Shape::checked("instructions of another language", |n| guide(&"<?php a ?>\n\n".repeat(n))),
];
