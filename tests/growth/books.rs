//! Books with as many of one thing as a shape asks for.

use testkit::Book;

/// So many texts, one behind the other.
pub fn many(number: usize, each: impl Fn(usize) -> String) -> String {
    (0..number).map(each).collect()
}

/// A book with one guide.
pub fn guide(text: &str) -> Book {
    Book::new().file("content/guidance/a.md", front("A", text))
}

pub fn front(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n{text}\n")
}

/// A book with one scenario, which has these keys besides those it needs.
pub fn scenario(keys: &str) -> Book {
    Book::new().file("content/scenarios/a.yaml", testkit::scenario("A") + keys)
}

/// A book with one template of these fields, each with its indented `- `.
pub fn template(fields: &str) -> Book {
    Book::new().file("content/templates/a.yaml", format!("title: A\nfields:\n{fields}"))
}

/// A book with so many files.
pub fn files(number: usize, each: impl Fn(usize) -> (String, String)) -> Book {
    Book::new().files((0..number).map(each))
}

/// A book with these settings behind its title.
pub fn settings(toml: &str) -> Book {
    Book::small().file("book.toml", format!("[book]\ntitle = \"Test\"\n{toml}"))
}

/// The path of a guide, of a scenario, by number.
pub fn guide_path(at: usize) -> String {
    format!("content/guidance/g{at}.md")
}

pub fn scenario_path(at: usize) -> String {
    format!("content/scenarios/s{at}.yaml")
}
