//! Files of a theme have addresses that change with their bytes, wherever a page, a style or a script names them.

use std::collections::BTreeMap;

use testkit::{Book, scenario};

const BOOK: &str = "[book]\ntitle = \"T\"\ntheme = \"ours\"\n[languages.en]\nname = \"English\"\n\
    [languages.de]\nname = \"Deutsch\"\n";

fn book() -> Book {
    Book::new().file("book.toml", BOOK).file("content/scenarios/late.yaml", scenario("Late"))
}

/// All files in `assets/` but those of the index.
fn assets(book: &Book) -> BTreeMap<String, String> {
    let site = book.make().value.expect("the book is whole");
    let paths = site.paths().into_iter().filter(|path| path.folder() == "assets");
    let text = |path: &str| {
        let bytes = site.render(path).expect("it is there").expect("it is rendered");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    paths.map(|path| (path.to_string(), text(path.as_str()))).collect()
}

/// The address of a file in a text that names it, from `assets/` on: `start` is what comes before its mark.
fn address(text: &str, start: &str) -> String {
    let at = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    text[at..].split(['"', '\'', '`', ')']).next().unwrap_or_default().to_owned()
}

fn file(assets: &BTreeMap<String, String>, start: &str) -> String {
    let name = assets.keys().find(|name| name.starts_with(start));
    name.unwrap_or_else(|| panic!("no {start} in {:?}", assets.keys())).clone()
}

#[test]
fn an_address_changes_when_the_bytes_behind_it_do_and_only_then() {
    let style = |text: &str| book().file("themes/ours/styles/95-ours.css", text);
    let one = style("h1 { color: #010203 }\n");
    let two = style("h1 { color: #010204 }\n");
    for page in ["scenarios/late.html", "de/scenarios/late.html", "index.html", "404.html"] {
        let (before, after) = (one.page(page), two.page(page));
        let of = |page: &str, start| address(page, start);
        assert_ne!(of(&before, "assets/style."), of(&after, "assets/style."), "{page}");
        assert_eq!(of(&before, "assets/site."), of(&after, "assets/site."), "{page}");
        let there = assets(&two);
        for tag in after.split("assets/").skip(1) {
            let path = format!("assets/{}", tag.split(['"', '?']).next().unwrap_or_default());
            assert!(there.contains_key(&path), "{page} names {path}");
        }
    }
}

#[test]
fn a_layout_names_a_file_as_it_likes() {
    let layout = "{% extends \"default/scenario.html\" %}\n{% block intro %}\
        <img alt=\"\" src='{{ page.root }}assets/our%20logo.png'>\
        <svg><use href=\"{{ page.root }}assets/shapes.svg#leaf\"></use></svg>\
        <img alt=\"\" src=\"{{ page.root }}assets/shapes.svg?mine\">\
        <p>It says href=\"../assets/style.css\" here.</p>{% endblock %}\n\
        {% block scripts %}{{ super() }}<script defer src=\"{{ page.root }}assets/ours.js\"></script>{% endblock %}\n";
    let book = book()
        .file("themes/ours/layouts/scenario.html", layout)
        .file("themes/ours/assets/our logo.png", "png")
        .file(
            "themes/ours/assets/shapes.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><g id='leaf'/></svg>",
        )
        .file("themes/ours/scripts/ours.js", "document.title += '';\n");
    assert_eq!(book.told(), "");
    let page = book.page("scenarios/late.html");
    assert!(
        address(&page, "assets/our%20logo.png").starts_with("assets/our%20logo.png?v="),
        "{page}"
    );
    let shape = address(&page, "assets/shapes.svg");
    assert!(shape.starts_with("assets/shapes.svg?v=") && shape.ends_with("#leaf"), "{shape}");
    assert!(page.contains("assets/shapes.svg?mine\""), "{page}");
    assert!(page.contains("It says href=\"../assets/style.css\" here."), "{page}");
    let script = address(&page, "assets/ours.");
    assert!(assets(&book).contains_key(&script), "{script}");
}

#[test]
fn styles_and_scripts_name_other_files_by_their_addresses() {
    let book = |font: &str, inner: &str| {
        book()
            .file("themes/ours/layouts/scenario.html", "{% extends \"default/scenario.html\" %}\n{% block scripts %}{{ super() }}<script defer src=\"{{ page.root }}assets/outer.js\"></script>{% endblock %}\n")
            .file("themes/ours/styles/95-ours.css", "@font-face { font-family: Ours; src: url(\"fonts/ours.woff2\") }\n")
            .file("themes/ours/assets/fonts/ours.woff2", font)
            .file("themes/ours/scripts/outer.js", "const load = () => import('./inner.js');\nconst more = `${document.baseURI}assets/inner.js`;\n")
            .file("themes/ours/scripts/inner.js", format!("const outer = 'assets/outer.js'; {inner}\n"))
    };
    let one = assets(&book("font", ""));
    let style = &one[&file(&one, "assets/style.")];
    assert!(address(style, "fonts/ours.woff2").starts_with("fonts/ours.woff2?v="), "{style}");
    let (outer, inner) = (file(&one, "assets/outer."), file(&one, "assets/inner."));
    let name = inner.strip_prefix("assets/").expect("it is there");
    assert!(one[&outer].contains(&format!("'./{name}'")), "{}", one[&outer]);
    assert!(one[&outer].contains(&format!("}}{inner}`")), "{}", one[&outer]);
    assert!(one[&inner].contains(&outer), "{}", one[&inner]);

    let other_font = assets(&book("another", ""));
    assert_ne!(file(&one, "assets/style."), file(&other_font, "assets/style."));
    assert_eq!(outer, file(&other_font, "assets/outer."));
    let other_script = assets(&book("font", "let more;"));
    assert_ne!(outer, file(&other_script, "assets/outer."), "it names another script now");
    assert_eq!(file(&one, "assets/style."), file(&other_script, "assets/style."));
}

#[test]
fn the_index_says_of_each_of_its_files_whether_it_changed() {
    let book = |words: &str| {
        let guide = |title: &str, words: &str| format!("---\ntitle: {title}\n---\n\n{words}\n");
        let more = (0..12).map(|number| {
            (format!("content/guidance/g{number}.md"), guide(&format!("Guide {number}"), "Plain."))
        });
        Book::new().files(more).file("content/guidance/why.md", guide("Why", words))
    };
    let marks = |book: &Book| -> serde_json::Value {
        let start = book.page("assets/search/start.js");
        let (_, data) = start.split_once(",{").expect("it hands data over");
        let data = format!("{{{}", data.trim_end().trim_end_matches(");"));
        serde_json::from_str::<serde_json::Value>(&data).expect("JSON")["marks"].clone()
    };
    let (before, after) = (marks(&book("Plain words.")), marks(&book("Plain words, words.")));
    assert_eq!(before["pages"], after["pages"], "no title changed");
    assert_ne!(before["terms"], after["terms"]);
    let texts = |marks: &serde_json::Value| -> Vec<String> {
        let row = marks["texts"].as_str().expect("a row").as_bytes();
        row.chunks(6).map(|mark| String::from_utf8_lossy(mark).into_owned()).collect()
    };
    let (before, after) = (texts(&before), texts(&after));
    assert_eq!(before.iter().zip(&after).filter(|(a, b)| a != b).count(), 1);
}
