//! What `_headers` says, as a book with `[host] headers = true` has it.

use testkit::Book;

pub struct Headers {
    /// Of every file: names and values.
    pub of_all: Vec<(String, String)>,
    /// How long browsers may keep what is in `assets/`.
    pub kept: String,
}

impl Headers {
    #[track_caller]
    pub fn written() -> Self {
        let book = Book::new().file("book.toml", "[book]\ntitle = \"T\"\n[host]\nheaders = true\n");
        let text = book.page("_headers");
        let (of_all, of_assets) = text.split_once("/assets/*\n").expect("two rules");
        let lines = |rule: &str| -> Vec<(String, String)> {
            let lines = rule.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
            lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
        };
        let kept = lines(of_assets).remove(0).1;
        Self { of_all: lines(of_all), kept }
    }
}
