//! Values that are not there yet, written as the rest of the file is. It must not know where in the file they are put.

use crate::schema::Shape;
use crate::tree::{Node, Style, Value as Written};

use super::change::Value;
use super::declared::{Declared, names_of};
use super::form::{Form, Room};
use super::lines;
use super::place::Step;
use super::scalar::{Block, on_one_line};
use super::text::{Cut, INDENT};

/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// How much further in the keys of a group are than the key above them.
    step: usize,
    /// How much further in a dash is than the key of its list.
    dash: usize,
    /// Whether all its lists stand in brackets.
    brackets: bool,
}

/// What a new value hangs on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Under {
    /// The column of its key or dash.
    pub column: usize,
    /// The spaces behind its dash; none where it has a key.
    pub gap: usize,
}

impl Habits {
    /// The habits of the file with this root.
    pub(super) fn of(root: &Node) -> Self {
        let mut lists = Lists { step: None, dash: None, blocks: 0, brackets: 0 };
        lists.look(root, None);
        Self {
            step: lists.step.unwrap_or(INDENT),
            dash: lists.dash.unwrap_or(INDENT),
            brackets: lists.blocks == 0 && lists.brackets > 0,
        }
    }

    /// How much further in a dash is than the key of its list.
    pub(super) fn dash(&self) -> usize {
        self.dash
    }

    /// A value as it stands behind its colon or dash, with the space or line end before it.
    pub(super) fn write(&self, value: &Value, declared: &Declared, under: Under) -> String {
        let Under { column, gap } = under;
        match value {
            Value::Text(words) => text(words, &declared.shape, column),
            Value::List(items) => {
                let is_short =
                    |item: &Value| matches!(item, Value::Text(text) if !text.contains('\n'));
                let brackets = self.brackets && items.iter().all(is_short);
                if brackets || gap > 0 || items.is_empty() {
                    return format!(" {}", in_brackets(value, declared));
                }
                let column = column + self.dash;
                let under = Under { column, gap: 1 };
                let margin = " ".repeat(column);
                let item = |(at, item): (usize, &Value)| {
                    let declared = below(declared, &Step::Item(at), item);
                    format!("\n{margin}-{}", self.write(item, &declared, under))
                };
                items.iter().enumerate().map(item).collect()
            }
            Value::Map(entries) if entries.is_empty() => String::from(" {}"),
            Value::Map(entries) => {
                let inside = if gap > 0 { column + 1 + gap } else { column + self.step };
                let margin = " ".repeat(inside);
                let mut written = String::new();
                for (at, (name, value)) in entries.iter().enumerate() {
                    match at {
                        0 if gap > 0 => written.push_str(&" ".repeat(gap)),
                        _ => written.extend(["\n", &margin]),
                    }
                    written.push_str(&self.entry(name, value, declared, inside));
                }
                written
            }
        }
    }

    /// A key with its value.
    pub(super) fn entry(
        &self,
        name: &str,
        value: &Value,
        declared: &Declared,
        column: usize,
    ) -> String {
        let declared = below(declared, &Step::Key(name.to_owned()), value);
        let value = self.write(value, &declared, Under { column, gap: 0 });
        format!("{}:{value}", self::name(name))
    }
}

fn text(text: &str, shape: &Shape, column: usize) -> String {
    let room = Room { in_brackets: false, is_data: shape.is_data(), has_lines: true };
    let form = room.form(Style::Plain, false, text);
    if form != Form::Literal {
        return format!(" {}", on_one_line(form, text));
    }
    let block = Block { column, indent: column + INDENT, strips: false, width: 0 };
    let (sign, lines) = block.write(form, text);
    format!(" {sign}{lines}")
}

/// A value as it stands in brackets.
pub(super) fn in_brackets(value: &Value, declared: &Declared) -> String {
    match value {
        Value::Text(text) => {
            let is_data = declared.shape.is_data();
            let room = Room { in_brackets: true, is_data, has_lines: false };
            on_one_line(room.form(Style::Plain, false, text), text)
        }
        Value::List(items) => {
            let item = |(at, item): (usize, &Value)| {
                in_brackets(item, &below(declared, &Step::Item(at), item))
            };
            let items: Vec<String> = items.iter().enumerate().map(item).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entry = |(name, value): &(String, Value)| entry_in_brackets(name, value, declared);
            let entries: Vec<String> = entries.iter().map(entry).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A key with its value as they stand in brackets.
pub(super) fn entry_in_brackets(name: &str, value: &Value, declared: &Declared) -> String {
    let declared = below(declared, &Step::Key(name.to_owned()), value);
    format!("{}: {}", self::name(name), in_brackets(value, &declared))
}

/// What is put at the end of a line, with a new value at its own end.
pub(super) fn below_line(file: &str, line: usize, written: &str, value: &Value) -> Cut {
    if !ends_in_lines(value) {
        return (line..line, written.to_owned());
    }
    let (end, blanks) = lines::wide_blanks(file, line, 0);
    let last = if end == file.len() && blanks.is_empty() { "\n" } else { "" };
    (line..end, format!("{written}{blanks}{last}"))
}

/// Whether a value ends with lines of a text, whose last one has a line end.
pub(super) fn ends_in_lines(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains('\n'),
        Value::List(items) => items.last().is_some_and(ends_in_lines),
        Value::Map(entries) => entries.last().is_some_and(|(_, value)| ends_in_lines(value)),
    }
}

fn name(name: &str) -> String {
    let room = Room { in_brackets: true, is_data: false, has_lines: false };
    on_one_line(room.form(Style::Plain, false, name), name)
}

/// What is declared for a part of a value; whatever it likes, where nothing is.
fn below(declared: &Declared, step: &Step, value: &Value) -> Declared {
    declared.below(step, &names_of(value)).unwrap_or(Declared::ANYTHING)
}

/// What is seen of the lists and groups of a file.
struct Lists {
    step: Option<usize>,
    dash: Option<usize>,
    blocks: usize,
    brackets: usize,
}

impl Lists {
    /// Looks at a value that hangs on a key in this column.
    fn look(&mut self, node: &Node, key: Option<usize>) {
        let text = node.span.source().text();
        let is_flow = node.is_in_brackets();
        match &node.value {
            Written::Text(_) => {}
            Written::List(items) => {
                if items.is_empty() {
                    return;
                }
                let count = if is_flow { &mut self.brackets } else { &mut self.blocks };
                *count += 1;
                let start = items.first().map(|item| item.span.range().start);
                let dash = start.filter(|_| !is_flow).and_then(|start| {
                    let line = lines::start(text, start);
                    text[line..start].find('-')
                });
                if let (None, Some(dash), Some(key)) = (self.dash, dash, key) {
                    self.dash = dash.checked_sub(key);
                }
                for item in items {
                    self.look(item, None);
                }
            }
            Written::Map(entries) => {
                for (name, node) in entries.iter().filter(|_| !is_flow) {
                    let column = lines::column(text, name.span.range().start);
                    if let Some(step) = key.and_then(|key| column.checked_sub(key)) {
                        self.step = Some(self.step.map_or(step, |least| least.min(step)));
                    }
                    self.look(node, Some(column));
                }
            }
        }
    }
}
