//! Styles, scripts, layouts and words of a theme.

use testkit::Book;

use crate::books::many;
use crate::doubling::Shape;

fn theme(path: &str, text: &str) -> Book {
    Book::small()
        .file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n")
        .file(format!("themes/ours/{path}"), text)
}

pub const ALL: &[Shape] = &[
    Shape::built("rules of a style", |n| {
        theme("styles/95-a.css", &many(n, |at| format!(".a{at} {{ color: var(--text); }}\n")))
    }),
    Shape::checked("tokens that no style has", |n| {
        theme("styles/95-a.css", &many(n, |at| format!(".a{at} {{ color: var(--no-{at}); }}\n")))
    }),
    Shape::checked("braces that never close", |n| {
        theme("styles/95-a.css", &".a { b: c;\n".repeat(n))
    }),
    Shape::built("lines of a script", |n| {
        theme("scripts/pairs.js", &many(n, |at| format!("// {at}\nconst a{at} = `b${{1}}`;\n")))
    }),
    Shape::checked("words that no layout has", |n| {
        theme("wording/en.toml", &many(n, |at| format!("no-{at} = \"a\"\n")))
    }),
    Shape::built("tags of a layout", |n| {
        let tags = many(n, |at| format!("<p id=\"a{at}\"><a href=\"#a{at}\">a</a></p>\n"));
        theme(
            "layouts/guide.html",
            &format!(
                "{{% extends \"default/guide.html\" %}}\n{{% block used_in %}}{tags}{{% endblock %}}\n"
            ),
        )
    }),
    Shape::checked("links of a layout to nothing", |n| {
        let tags = many(n, |at| format!("<a href=\"no-{at}.html\">a</a>\n"));
        theme(
            "layouts/guide.html",
            &format!(
                "{{% extends \"default/guide.html\" %}}\n{{% block used_in %}}{tags}{{% endblock %}}\n"
            ),
        )
    }),
    Shape::checked("files that no layout loads", |n| {
        let files = (0..n).map(|at| (format!("themes/ours/scripts/a{at}.js"), "const a = 1;"));
        theme("styles/95-a.css", "").files(files)
    }),
];
