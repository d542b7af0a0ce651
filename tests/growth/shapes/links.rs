//! Links, the places they lead to, and pictures.

use crate::books::{files, front, guide, guide_path, many};
use crate::doubling::Shape;

pub const ALL: &[Shape] = &[
    Shape::built("links to headings", |n| {
        guide(&many(n, |at| format!("## Part {at}\n\nSee [it](#part-{at}).\n\n")))
    }),
    Shape::checked("links to places that are not there", |n| {
        guide(&many(n, |at| format!("## Heading {at}\n\nSee [it](#no-{at}).\n\n")))
    }),
    Shape::checked("links to places that another page has", |n| {
        let parts = many(n, |at| format!("## Part {at}\n\nWords.\n\n"));
        let links = many(n, |at| format!("See [it](b.md#prat-{at}).\n\n"));
        guide(&links).file("content/guidance/b.md", front("B", &parts))
    }),
    Shape::checked("links to nothing", |n| {
        guide(&many(n, |at| format!("See [it](../scenarios/no-{at}.yaml).\n\n")))
    }),
    Shape::checked("links to nothing beside as many pages", |n| {
        let links = many(n, |at| format!("See [it](guide-{at}b.md).\n\n"));
        let pages = (0..n).map(|at| (format!("content/guidance/guide-{at}.md"), front("B", "b")));
        guide(&links).files(pages)
    }),
    Shape::checked("links to nothing two slips from numbers", |n| {
        let links = many(n, |at| format!("See [it](#part-{at}xy).\n\n"));
        guide(&(links + &many(n, |at| format!("## Part {at}\n\nWords.\n\n"))))
    }),
    Shape::checked("links of raw HTML to nothing", |n| {
        guide(&many(n, |at| format!("<a href=\"no{at}.md\">x</a>\n\n")))
    }),
    Shape::built("links of raw HTML to headings", |n| {
        guide(&many(n, |at| format!("## Part {at}\n\n<a href=\"#part-{at}\">x</a>\n\n")))
    }),
    Shape::built("links whose address stands below", |n| {
        let links = many(n, |at| format!("See [it][a{at}].\n\n"));
        guide(&(links + &many(n, |at| format!("[a{at}]: https://a.example/{at}\n"))))
    }),
    Shape::checked("addresses that no link uses", |n| {
        guide(&many(n, |at| format!("[a{at}]: https://a.example/{at}\n")))
    }),
    Shape::checked("links whose address stands nowhere", |n| {
        guide(&many(n, |at| format!("See [it][a{at}].\n\n")))
    }),
    Shape::built("addresses in the text", |n| {
        guide(&many(n, |at| format!("See https://a.example/{at} and www.b.example/{at}.\n\n")))
    }),
    Shape::built("addresses on one line", |n| guide(&"https://a.example/b ".repeat(n))),
    Shape::built("guides that link to the next", |n| {
        files(n, |at| {
            let next = (at + 1) % n;
            (guide_path(at), front(&format!("Guide {at}"), &format!("See [it](g{next}.md).")))
        })
    }),
    Shape::built("guides that link to one", |n| {
        files(n, |at| (guide_path(at), front(&format!("Guide {at}"), "See [it](g0.md).")))
    }),
    Shape::built("pictures", |n| {
        let shown = many(n, |at| format!("![Words](p{at}.svg)\n\n"));
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        guide(&shown).files((0..n).map(|at| (format!("content/guidance/p{at}.svg"), picture)))
    }),
    Shape::checked("pictures that are not there", |n| {
        guide(&many(n, |at| format!("![Words](no{at}.png)\n\n")))
    }),
    Shape::checked("pictures without words", |n| {
        guide(&"![](https://a.example/b.png)\n\n".repeat(n))
    }),
];
