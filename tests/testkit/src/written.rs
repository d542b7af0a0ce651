//! Files in which every key is written, as its example in `src/load/` shows it. Each text gets a word of its own
//! at its end, so that it is known again wherever it comes.

use std::sync::Arc;

use serde_json::{Value, json};
use twohats::load::File;
use twohats::model::Kind;
use twohats::scaffold::{Besides, blank};
use twohats::schema::{Filled, Key, Map, Need, Shape};
use twohats::source::Source;
use twohats::tree::{self, Node, parse_yaml};

use crate::Book;

/// Behind every key of which things are named; a page of this name is of each kind.
pub const NAMED: &str = "filler";

/// A page of every kind, by its path, which keys can name.
pub fn named_pages() -> impl Iterator<Item = (String, String)> {
    Kind::ALL.into_iter().map(|kind| {
        let page = blank(kind, NAMED, Besides::Comments).expect("the name has letters");
        let lines = page.text.lines().filter(|line| !line.starts_with("draft:"));
        (page.path, lines.collect::<Vec<_>>().join("\n"))
    })
}

/// Where a file of this kind and name stands.
pub fn path(kind: Kind, name: &str) -> String {
    format!("content/{}/{name}.{}", kind.folder(), kind.extension())
}

/// A file of content in which every key is written.
pub struct Written {
    pub kind: Kind,
    pub value: Value,
    pub texts: Vec<Told>,
    /// Every key that was met, those without words too: keys from the outermost with full stops between.
    pub paths: Vec<String>,
}

/// A text behind a key.
pub struct Told {
    pub key: Origin,
    /// The word that stands nowhere else.
    pub word: String,
}

/// The key that a text was written behind.
#[derive(Clone)]
pub struct Origin {
    /// `scenario.practice.with`, `template.fields.rating.low`.
    pub path: String,
    /// Whether it shows a reader how a field looks when it is filled in.
    pub is_example: bool,
    /// The group that it is in, and its name there, when the file is good without it.
    pub optional: Option<(String, &'static str)>,
}

/// What stands behind keys that name a part of their own file: the ids of fields are the names of their types.
const PARTS: [(&str, &str); 6] = [
    ("computed.count", "table"),
    ("computed.sum", "table.number"),
    ("computed.ticked", "checks"),
    ("percent.of", "number"),
    ("percent.in", "number"),
    ("days_after.date", "date"),
];

/// Names of old, which other files or other fields had.
const OLD: [&str; 2] = ["was", "retired"];

impl Written {
    pub fn new(kind: Kind) -> Self {
        let (texts, paths) = (Vec::new(), Vec::new());
        let mut written = Self { kind, value: Value::Null, texts, paths };
        let file = File::Content(kind);
        written.value = written.map(file.map(), None, file.name(), "");
        if kind == Kind::Guide {
            let path = "guide.text".to_owned();
            let word = written.word(&Origin { path, is_example: false, optional: None });
            written.value["text"] = json!(format!("## Text\n\nWords {word}"));
        }
        written
    }

    /// The file's text, of any value that is like its own.
    pub fn text(&self, value: &Value) -> String {
        match self.kind {
            Kind::Guide => {
                let mut front = value.clone();
                let text = front.as_object_mut().and_then(|front| front.remove("text"));
                let text = text.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
                format!("---\n{front}\n---\n\n{text}\n")
            }
            _ => value.to_string(),
        }
    }

    /// The page of a file of this kind, in a book that has all that it names.
    pub fn page(&self, text: &str) -> String {
        let book = Book::new().files(named_pages()).file(path(self.kind, "full"), text);
        book.page(&format!("{}/full.html", self.kind.folder()))
    }

    /// The words of those texts that are Markdown and nothing else; a note is known by its words.
    pub fn markdown(&self) -> Vec<&String> {
        let plain = self.text(&self.value);
        let is_asked = |key: &Origin| !key.is_example && !key.path.ends_with("note.note");
        let words = self.texts.iter().filter(|text| is_asked(&text.key)).map(|text| &text.word);
        words
            .filter(|word| {
                let page = self.page(&plain.replace(*word, "<b>x</b>"));
                page.contains("<b>x</b>") && !page.contains("&lt;b&gt;")
            })
            .collect()
    }

    /// A group of keys, of those that exclude each other with this one.
    fn map(&mut self, map: &'static Map, one: Option<&str>, path: &str, at: &str) -> Value {
        let mut group = json!({});
        for key in map.all() {
            let path = format!("{path}.{}", key.name);
            self.paths.push(path.clone());
            if map.one_of.contains(&key.name) && one != Some(key.name) {
                continue;
            }
            let is_optional = key.need == Need::Optional && one != Some(key.name);
            let optional = is_optional.then(|| (at.to_owned(), key.name));
            let is_example = matches!(key.shape, Shape::Example(_));
            let origin = Origin { path, is_example, optional };
            let value = self.value(key, &origin, &format!("{at}/{}", key.name));
            if let Some(value) = value {
                group[key.name] = value;
            }
        }
        group
    }

    /// As many groups as it takes to write every key once.
    fn maps(&mut self, map: &'static Map, path: &str, from: (&str, usize)) -> Vec<Value> {
        let (at, first) = from;
        let ones = map.one_of.iter().map(|one| Some(*one));
        let ones: Vec<_> = if map.one_of.is_empty() { vec![None] } else { ones.collect() };
        let numbered = ones.into_iter().zip(first..);
        numbered.map(|(one, number)| self.map(map, one, path, &format!("{at}/{number}"))).collect()
    }

    fn value(&mut self, key: &'static Key, origin: &Origin, at: &str) -> Option<Value> {
        let path = origin.path.as_str();
        let parent = path.rsplit('.').nth(1).unwrap_or_default();
        if key.name == "id" && matches!(key.shape, Shape::Text) {
            // Of computed fields there are several.
            return (parent != "computed").then(|| json!(parent));
        }
        if let Some((_, part)) = PARTS.iter().find(|(end, _)| path.ends_with(end)) {
            return Some(json!(part));
        }
        if OLD.contains(&key.name) {
            return None;
        }
        match key.shape {
            Shape::Group(map) => Some(self.map(map, None, path, at)),
            Shape::Groups(map) => Some(self.maps(map, path, (at, 0)).into()),
            Shape::Typed(types) => {
                let mut fields: Vec<Value> = Vec::new();
                for one in (types.all)() {
                    let path = format!("{path}.{}", one.name);
                    let more = self.maps(one, &path, (at, fields.len()));
                    fields.extend(more);
                }
                Some(fields.into())
            }
            Shape::Ids(_) => Some(json!([NAMED])),
            Shape::Text
            | Shape::Line
            | Shape::Prose
            | Shape::Texts
            | Shape::Lines
            | Shape::Example(Filled::Words) => Some(self.marked(&example(key), origin)),
            Shape::Example(Filled::Rows) => {
                // The columns are others than those of the example.
                let cell = example(key)[0][0].clone();
                Some(json!([[self.marked(&cell, origin)]]))
            }
            // An example that names options, and what holds no words.
            Shape::Example(
                Filled::Several | Filled::Number | Filled::Date | Filled::Mark | Filled::Tick,
            )
            | Shape::FieldId
            | Shape::Named
            | Shape::Languages(_)
            | Shape::Rules
            | Shape::Alike
            | Shape::Form(..)
            | Shape::Anything => None,
            // A draft is no page.
            Shape::YesNo if key.name == "draft" => None,
            Shape::Word(_) | Shape::YesNo | Shape::Number | Shape::Count(_) | Shape::Date => {
                Some(example(key))
            }
        }
    }

    /// A value whose every text ends with a word of its own.
    fn marked(&mut self, value: &Value, origin: &Origin) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| self.marked(item, origin)).collect(),
            Value::String(text) => json!(format!("{} {}", text.trim_end(), self.word(origin))),
            _ => panic!("the example of {} is neither a text nor a list of texts", origin.path),
        }
    }

    fn word(&mut self, origin: &Origin) -> String {
        const LETTERS: &[u8; 20] = b"bcdfghjklmnpqrstvwxz";
        let number = self.texts.len();
        let [first, second] = [number / 20, number % 20].map(|at| char::from(LETTERS[at]));
        let word = format!("{first}o{second}umark");
        self.texts.push(Told { key: origin.clone(), word: word.clone() });
        word
    }
}

/// What stands behind a key in its example.
fn example(key: &Key) -> Value {
    let source = Arc::new(Source::new("example", key.example));
    let example = parse_yaml(&source).value.expect("an example is YAML");
    let mut example = plain(&example);
    if let Value::Array(items) = &mut example {
        example = items.remove(0);
    }
    example[key.name].take()
}

/// A tree as JSON, all scalars as texts.
fn plain(node: &Node) -> Value {
    match &node.value {
        tree::Value::Text(text) => json!(text.text),
        tree::Value::List(items) => items.iter().map(plain).collect(),
        tree::Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.name.clone(), plain(node)));
            Value::Object(entries.collect())
        }
    }
}
