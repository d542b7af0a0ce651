//! What is typed as another program has it, or is never closed.

use crate::books::{guide, many};
use crate::doubling::Shape;

pub const ALL: &[Shape] = &[
    Shape::checked("placeholders on one line", |n| guide(&"TODO [insert name] XXX ".repeat(n))),
    Shape::checked("placeholders on lines", |n| guide(&"Ask [insert name] TODO.\n\n".repeat(n))),
    Shape::checked("brackets that never close", |n| guide(&"[".repeat(n * 4))),
    Shape::checked("brackets that nothing opens", |n| guide(&"word] ".repeat(n))),
    Shape::checked("links that never close", |n| guide(&"[a](".repeat(n))),
    Shape::checked("pictures that never close", |n| guide(&"![a](b ".repeat(n))),
    Shape::checked("pictures in each other", |n| {
        guide(&format!("{}a{}", "![".repeat(n), "](https://a.example/b.png)".repeat(n)))
    }),
    Shape::checked("stars that never close", |n| guide(&"**a ".repeat(n))),
    Shape::checked("stars and lines that never close", |n| guide(&"*a _b ~~c ".repeat(n))),
    Shape::checked("bold with spaces inside", |n| guide(&"** a ** ".repeat(n))),
    Shape::checked("code that never closes", |n| guide(&"`a ``b ```c ".repeat(n))),
    Shape::checked("code that never closes, in paragraphs", |n| guide(&"Some `code\n\n".repeat(n))),
    Shape::checked("admonitions of colons", |n| guide(&":::note\nWords.\n:::\n\n".repeat(n))),
    Shape::checked("admonitions of exclamation marks", |n| {
        guide(&"!!! note\n    Words.\n\n".repeat(n))
    }),
    Shape::checked("links of a wiki", |n| guide(&many(n, |at| format!("[[page {at}]] ")))),
    Shape::checked("codes in braces", |n| {
        guide(&"{{< youtube a >}} {% include b %}\n\n".repeat(n))
    }),
    Shape::checked("emoji by name", |n| guide(&":smile: ".repeat(n))),
    Shape::checked("lines with bars and no table", |n| guide(&"a | b | c\n\n".repeat(n))),
    Shape::checked("headings without a space", |n| guide(&"##Part\n\n".repeat(n))),
    Shape::checked("bullets of another program", |n| guide(&"• item\n".repeat(n))),
    Shape::checked("numbers without a space", |n| guide(&many(n, |at| format!("{at}.item\n\n")))),
    Shape::checked("signs that cannot be seen", |n| guide(&"- a\u{200b}b\n-\u{a0}c\n\n".repeat(n))),
    Shape::checked("marks of a conflict", |n| {
        guide(&"<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n".repeat(n))
    }),
    Shape::checked("boxes without a space", |n| guide(&"-[]item\n\n".repeat(n))),
    Shape::checked("attributes of another program", |n| guide(&"Words.\n{: .note}\n\n".repeat(n))),
];
