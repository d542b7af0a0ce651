//! Reads a PDF of ours as far as the tests ask: objects, fields with their whole names, and texts by page.

use std::collections::BTreeMap;

/// The objects of a document as text, by number.
pub struct Pdf {
    objects: BTreeMap<u32, String>,
}

/// A field that is filled in.
#[derive(Debug)]
pub struct Field {
    /// `text`, `lines`, `date`, `combo`, `tick` or `radio`.
    pub kind: &'static str,
    pub tip: String,
    /// For each of its widgets the page, from 0, and left, lower, right and upper edge.
    pub spots: Vec<(usize, [f32; 4])>,
    /// The states of its buttons, or the options of its list.
    pub options: Vec<String>,
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-1.7\n") && bytes.ends_with(b"%%EOF"), "it is a PDF");
        // Every byte as the letter of that number.
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        let objects = text.split("endobj").filter_map(|object| {
            let (before, body) = object.split_once(" 0 obj\n")?;
            Some((before.rsplit('\n').next()?.parse().ok()?, body.to_owned()))
        });
        Self { objects: objects.collect() }
    }

    /// The fields by name.
    pub fn fields(&self) -> BTreeMap<String, Field> {
        let mut fields = BTreeMap::new();
        for (number, object) in &self.objects {
            let (Some(_), Some(kind)) = (value(object, "/T"), value(object, "/FT")) else {
                continue;
            };
            let flags: u32 =
                value(object, "/Ff").map_or(0, |flags| flags.parse().expect("a number"));
            let has = |bit: u32| flags & (1 << (bit - 1)) != 0;
            let kind = match kind.as_str() {
                "/Tx" if has(13) => "lines",
                // A box that took so many letters and no more would lose what is typed.
                "/Tx" if value(object, "/MaxLen").is_some() => "cut",
                "/Tx" => "text",
                "/Ch" if has(18) => "combo",
                "/Btn" if has(16) => "radio",
                "/Btn" => "tick",
                other => panic!("a field of type {other}"),
            };
            let widgets = match value(object, "/Kids") {
                Some(kids) => references(&kids),
                None => vec![*number],
            };
            let spots = widgets.iter().map(|widget| self.spot(*widget)).collect();
            let options = match kind {
                "combo" => strings(&value(object, "/Opt").expect("a list has options")),
                "radio" => widgets.iter().map(|widget| self.state(*widget)).collect(),
                _ => Vec::new(),
            };
            let tip = value(object, "/TU").expect("a field has a tooltip");
            let field = Field { kind, tip: string(&tip), spots, options };
            assert!(fields.insert(self.name(*number), field).is_none(), "one name, one field");
        }
        fields
    }

    /// What is written on each page, line by line.
    pub fn texts(&self) -> Vec<String> {
        let pages = self.pages();
        let content = |page: &u32| {
            let content = references(&value(&self.objects[page], "/Contents").expect("content"))[0];
            let shown =
                self.objects[&content].split('\n').filter_map(|line| line.strip_suffix(" Tj"));
            shown.map(|shown| string(shown) + "\n").collect()
        };
        pages.iter().map(content).collect()
    }

    fn pages(&self) -> Vec<u32> {
        let tree = self.objects.values().find(|object| object.contains("/Type /Pages"));
        references(&value(tree.expect("a tree of pages"), "/Kids").expect("pages"))
    }

    fn spot(&self, widget: u32) -> (usize, [f32; 4]) {
        let object = &self.objects[&widget];
        let page = references(&value(object, "/P").expect("a widget is on a page"))[0];
        let page = self.pages().iter().position(|one| *one == page).expect("of this document");
        let rect = value(object, "/Rect").expect("a widget has a place");
        let edges: Vec<f32> = rect
            .trim_matches(['[', ']'])
            .split_whitespace()
            .map(|edge| edge.parse().expect("a number"))
            .collect();
        (page, edges.try_into().expect("four edges"))
    }

    fn state(&self, widget: u32) -> String {
        let object = &self.objects[&widget];
        let looks = object.split("/N <<").nth(1).expect("a button has looks");
        looks.trim_start().trim_start_matches('/').split(' ').next().expect("a state").to_owned()
    }

    fn name(&self, number: u32) -> String {
        let object = &self.objects[&number];
        let own = string(&value(object, "/T").expect("a field has a name"));
        match value(object, "/Parent") {
            Some(parent) => format!("{}.{own}", self.name(references(&parent)[0])),
            None => own,
        }
    }
}

/// What stands on the line behind a key; arrays may go over several lines.
fn value(object: &str, key: &str) -> Option<String> {
    let (_, rest) = object.split_once(&format!("\n  {key} "))?;
    let end = if rest.starts_with('[') { rest.find("]\n")? + 1 } else { rest.find('\n')? };
    Some(rest[..end].to_owned())
}

fn references(text: &str) -> Vec<u32> {
    let words: Vec<&str> = text.trim_matches(['[', ']']).split_whitespace().collect();
    words.chunks(3).map(|three| three[0].parse().expect("a reference")).collect()
}

/// All the strings of an array that holds no brackets in them.
fn strings(array: &str) -> Vec<String> {
    let inner = array.trim_matches(['[', ']']);
    inner.split(") (").map(|one| one.trim_matches(['(', ')']).to_owned()).collect()
}

/// A string as it is written in a PDF: in brackets, or in hexadecimal, then as WinAnsi or UTF-16.
fn string(written: &str) -> String {
    let Some(hex) = written.strip_prefix('<') else {
        let inner = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        return inner.expect("a string").replace("\\(", "(").replace("\\)", ")");
    };
    let digits: Vec<char> = hex.trim_end_matches('>').chars().collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|two| u8::from_str_radix(&two.iter().collect::<String>(), 16).expect("hexadecimal"))
        .collect();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
