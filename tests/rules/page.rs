//! The manual page of a rule, taken apart: its title, its summary, its wrong book and its mended one.

use std::ops::Range;

use testkit::Book;

/// A page of `src/diagnostic/rules/`.
#[derive(Default)]
pub struct Page {
    /// The first line.
    pub title: String,
    /// The first line of prose.
    pub summary: String,
    pub wrong: Part,
    pub mended: Part,
}

/// What stands below `## Wrong` or `## Mended`.
#[derive(Default)]
pub struct Part {
    /// Files by path.
    pub files: Vec<(String, Vec<u8>)>,
    /// Files that cannot be read, with the reason.
    pub lost: Vec<(String, String)>,
    /// Where the block of diagnostics stands in the page, without its fences.
    pub told: Option<Range<usize>>,
}

impl Part {
    pub fn book(&self) -> Book {
        let book = Book::new().files(self.files.iter().cloned());
        self.lost.iter().fold(book, |book, (path, why)| book.lost(path, why))
    }
}

impl Page {
    /// Takes a page apart. A block with a path in its info string is a file; one that says only `text` is
    /// what Twohats tells.
    pub fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut part = None;
        let mut at = 0;
        while let Some(line) = text[at..].split_inclusive('\n').next() {
            at += line.len();
            match line.trim_end() {
                "## Wrong" => part = Some(&mut page.wrong),
                "## Mended" => part = Some(&mut page.mended),
                line if line.starts_with("```") => {
                    let info = line.trim_start_matches('`');
                    let fence = &line[..line.len() - info.len()];
                    let block = block(text, at, fence);
                    at = block.end + fence.len();
                    if let Some(part) = &mut part {
                        part.take(info, text, block);
                    }
                }
                line if page.title.is_empty() => {
                    page.title = line.into();
                }
                line if page.summary.is_empty() => page.summary = line.into(),
                _ => {}
            }
        }
        page
    }
}

impl Part {
    fn take(&mut self, info: &str, text: &str, block: Range<usize>) {
        match info.split_whitespace().collect::<Vec<_>>()[..] {
            ["text"] => self.told = Some(block),
            [_, path] => self.files.push((path.to_owned(), text[block].into())),
            [_, path, "lost"] => self.lost.push((path.to_owned(), text[block].trim_end().into())),
            [_, path, "bytes"] => self.files.push((path.to_owned(), bytes(&text[block]))),
            _ => panic!("a block is for nothing: `{info}`"),
        }
    }
}

/// Where the block that begins at `start` stands, up to the line that closes it.
fn block(text: &str, start: usize, fence: &str) -> Range<usize> {
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            return start..end;
        }
        end += line.len();
    }
    panic!("a block is not closed:\n{}", &text[start..])
}

/// A text in which `\xFF` stands for a byte that Markdown cannot hold.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes: Vec<u8> = parts.next().unwrap_or_default().into();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two digits follow `\\x`"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}
