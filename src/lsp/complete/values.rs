//! Values that could stand behind a key: closed words, names of other things of the book, fields, options.

use std::sync::Arc;

use crate::amend::Step;
use crate::diagnostic::RuleLevel;
use crate::diagnostic::rules::{RULES, Rule};
use crate::load::{File, TOPICS};
use crate::model::{Entry, Field, Kind, Playbook};
use crate::schema::{Filled, Shape};

use super::super::here::{Form, Here, Language};
use super::super::lookup::{fields_of, topics};
use super::super::words::about_entry;
use super::item::{Item, Sign, Wanted};

/// What could stand there.
pub(super) fn values(wanted: &Wanted<'_>, file: File, here: &Here, form: Form) -> Vec<Item> {
    let Some(declared) = here.declared else { return Vec::new() };
    let playbook = &wanted.read.playbook;
    let key = here.path.iter().rev().find_map(|step| match step {
        Step::Key(name) => Some(name.as_str()),
        Step::Item(_) => None,
    });
    let is_rules = here.path.first() == Some(&Step::Key("rules".into())) && file == File::Book;
    let mut items = match declared.shape {
        _ if is_rules => RuleLevel::ALL.map(|(name, _)| Item::new(name, Sign::Word)).into(),
        _ if key == Some(TOPICS.name) && file != File::Book => topic_items(playbook),
        _ if here.ids.is_some() => here.ids.map_or_else(Vec::new, |kind| ids(wanted, kind)),
        Shape::Word(words) => words().into_iter().map(|word| Item::new(word, Sign::Word)).collect(),
        Shape::YesNo if here.language == Language::Toml => {
            ["true", "false"].map(|word| Item::new(word, Sign::Word)).into()
        }
        Shape::YesNo | Shape::Example(Filled::Tick) => {
            ["yes", "no"].map(|word| Item::new(word, Sign::Word)).into()
        }
        Shape::Example(Filled::Mark) => {
            (1..=5).map(|mark: u8| Item::new(mark.to_string(), Sign::Word)).collect()
        }
        Shape::Date | Shape::Example(Filled::Date) => today(wanted),
        Shape::FieldId => fields(wanted),
        Shape::Example(_) => options(wanted),
        _ => Vec::new(),
    };
    let is_list = declared.shape.is_several() && form == Form::Below;
    let is_quoted = here.language == Language::Toml;
    for item in &mut items {
        if is_list {
            item.text = format!("- {}", item.text);
        } else if is_quoted
            && form == Form::Single
            && !is_in_quotes(wanted, here)
            && !matches!(declared.shape, Shape::YesNo)
        {
            item.text = format!("\"{}\"", item.text);
        }
    }
    items
}

fn is_in_quotes(wanted: &Wanted<'_>, here: &Here) -> bool {
    wanted.source.text()[..here.range.start].ends_with(['"', '\''])
}

/// The things of a kind, with their titles and what they are about.
fn ids(wanted: &Wanted<'_>, kind: Kind) -> Vec<Item> {
    let is_own = |entry: &Entry| entry.head.source.path() == wanted.source.path();
    let is_one = |entry: &&Arc<Entry>| entry.kind() == kind && !is_own(entry);
    let mut all: Vec<&Arc<Entry>> = wanted.read.known().filter(is_one).collect();
    all.sort_by_key(|entry| entry.head.id.as_str());
    let item = |entry: &Arc<Entry>| {
        let mut item = Item::new(entry.head.id.to_string(), Sign::Page);
        item.detail.clone_from(&entry.head.title.value);
        item.also.clone_from(&entry.head.title.value);
        item.about = about_entry(entry);
        item
    };
    all.into_iter().map(item).collect()
}

fn topic_items(playbook: &Playbook) -> Vec<Item> {
    let item = |(id, title): (String, String)| {
        let mut item = Item::new(id, Sign::Topic);
        item.also.clone_from(&title);
        item.detail = title;
        item
    };
    topics(playbook).into_iter().map(item).collect()
}

/// Today, as a month and as a day.
fn today(wanted: &Wanted<'_>) -> Vec<Item> {
    let Some(today) = wanted.today else { return Vec::new() };
    let day = today.to_string();
    let month: String = day.chars().take(7).collect();
    [month, day].map(|text| Item::new(text, Sign::Word)).into()
}

/// The fields of the same sheet that can be named.
fn fields(wanted: &Wanted<'_>) -> Vec<Item> {
    let Some(entry) = wanted.read.last(wanted.source.path()) else { return Vec::new() };
    let named = fields_of(entry).into_iter().filter(|(_, field)| field.holds_an_answer());
    let item = |(id, field): (String, &Field)| {
        let mut item = Item::new(id, Sign::Field);
        item.detail = format!("{}: {}", field.kind.name(), field.label.value);
        item.also.clone_from(&field.label.value);
        item
    };
    named.map(item).collect()
}

/// The options of the field in which the place is.
fn options(wanted: &Wanted<'_>) -> Vec<Item> {
    let Some(entry) = wanted.read.last(wanted.source.path()) else { return Vec::new() };
    let fields = fields_of(entry).into_iter().map(|(_, field)| field);
    let above = fields.filter(|field| field.label.span.range().start <= wanted.offset);
    let field = above.max_by_key(|field| field.label.span.range().start);
    let items = field.and_then(|field| field.kind.items());
    items.into_iter().flatten().map(|item| Item::new(&item.value, Sign::Word)).collect()
}

/// The pages that searches may be for.
pub(super) fn pages_of_searches(wanted: &Wanted<'_>, has_colon: bool) -> Vec<Item> {
    let playbook = &wanted.read.playbook;
    let there: Vec<&str> = playbook.queries.iter().map(|(page, _)| page.value.as_str()).collect();
    let end = if has_colon { "" } else { ":\n  - " };
    let pages =
        playbook.entries.values().filter(|entry| !there.contains(&entry.head.stem.as_str()));
    let mut items: Vec<Item> = pages
        .map(|entry| {
            let mut item = Item::new(entry.head.stem.as_str(), Sign::Page);
            item.detail.clone_from(&entry.head.title.value);
            item.also.clone_from(&entry.head.title.value);
            item.about = about_entry(entry);
            item
        })
        .collect();
    let mut nothing = Item::new("nothing", Sign::Word);
    "searches that no page answers".clone_into(&mut nothing.detail);
    items.push(nothing);
    for item in &mut items {
        item.text = format!("{}{end}", item.text);
    }
    items
}

/// The names of all rules, for `[rules]`.
pub(super) fn rules(has_value: bool) -> Vec<Item> {
    let item = |rule: &&'static Rule| {
        let mut item = Item::new(rule.name, Sign::Key);
        rule.page.clone_into(&mut item.about);
        if !has_value {
            item.text = format!("{} = \"off\"", rule.name);
        }
        item
    };
    RULES.iter().filter(|rule| !rule.is_firm()).map(item).collect()
}
