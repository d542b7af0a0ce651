//! What a page says, in passages: where each stands, who says it, and how much it counts.

use crate::markdown::Prose;
use crate::model::{
    Body, Comparison, Entry, Field, FieldKind, Guide, Role, Scenario, SelfCheck, Template,
};

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Title,
    Also,
    Summary,
    Sign,
    /// A heading, a topic.
    Name,
    Text,
}

impl Place {
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Also, Self::Summary, Self::Sign, Self::Name, Self::Text];

    pub fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What it is worth that a word stands there; the text is counted apart. The fewer words a title has, the
    /// more each of them says.
    pub fn worth(self, title: f64) -> f64 {
        match self {
            Self::Title => title,
            Self::Also => 8.0,
            Self::Summary | Self::Sign => 4.0,
            Self::Name => 3.0,
            Self::Text => 0.0,
        }
    }
}

/// A part of a page that can be linked to.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The id of its place on the page; empty for the page itself.
    pub anchor: String,
    /// Whose words they are.
    pub role: Option<Role>,
    pub name: Name<'a>,
    pub place: Place,
    pub texts: Vec<Text<'a>>,
}

/// What a passage is called.
#[derive(Debug)]
pub enum Name<'a> {
    None,
    /// A word of the interface.
    Word(&'static str),
    /// The author's own words. They are found too.
    Own(&'a str),
}

#[derive(Debug)]
pub enum Text<'a> {
    Plain(&'a str),
    Prose(&'a Prose),
    Part(Prose),
}

impl Text<'_> {
    pub fn plain(&self) -> String {
        match self {
            Self::Plain(text) => (*text).to_owned(),
            Self::Prose(prose) => prose.plain(),
            Self::Part(prose) => prose.plain(),
        }
    }
}

/// Every passage of a page, in its order. Title, summary and other names are none.
pub fn passages(entry: &Entry) -> Vec<Passage<'_>> {
    match &entry.body {
        Body::Scenario(body) => scenario(body),
        Body::Template(body) => template(body),
        Body::Guide(body) => guide(body),
        Body::Comparison(body) => comparison(body),
        Body::Check(body) => check(body),
    }
}

/// A passage of plain weight under a word of the interface.
fn part<'a>(anchor: &'static str, texts: impl IntoIterator<Item = &'a Prose>) -> Passage<'a> {
    let name = match anchor {
        "" => Name::None,
        "say" => Name::Word("contents.say"),
        "do" => Name::Word("contents.do"),
        "avoid" => Name::Word("contents.avoid"),
        "signs" => Name::Word("contents.signs"),
        "situation" => Name::Word("contents.situation"),
        "steps" => Name::Word("contents.steps"),
        "measures" => Name::Word("contents.measures"),
        "mistakes" => Name::Word("contents.mistakes"),
        "practise" => Name::Word("contents.practise"),
        "discuss" => Name::Word("contents.discuss"),
        "results" => Name::Word("check.results"),
        _ => Name::Word("contents.reading"),
    };
    let texts = texts.into_iter().map(Text::Prose).collect();
    Passage { anchor: anchor.to_owned(), role: None, name, place: Place::Text, texts }
}

/// What one hat says, does or avoids.
fn cell<'a>(
    role: Role,
    row: &'static str,
    texts: impl IntoIterator<Item = &'a Prose>,
) -> Passage<'a> {
    let anchor = [role.name(), "-", row].concat();
    Passage { anchor, role: Some(role), ..part(row, texts) }
}

fn scenario(scenario: &Scenario) -> Vec<Passage<'_>> {
    let signs = Passage { place: Place::Sign, ..part("signs", &scenario.signs) };
    let mut all = vec![signs, part("situation", &scenario.situation), part("", &scenario.caution)];
    for (role, response) in scenario.responses.each() {
        let say = response.aim.iter().chain([&response.say]);
        all.push(cell(role, "say", say));
        all.push(cell(role, "do", &response.actions));
        all.push(cell(role, "avoid", &response.avoid));
    }
    all.push(part("", &scenario.because));
    all.extend(scenario.sequence.iter().map(|step| {
        let texts = [&step.text].into_iter().chain(&step.when);
        let anchor = step.anchor();
        Passage { anchor, role: Some(step.role), ..part("steps", texts) }
    }));
    all.push(part("measures", &scenario.measures));
    let mistakes = scenario.mistakes.iter();
    all.push(part("mistakes", mistakes.flat_map(|mistake| [&mistake.slip, &mistake.fix])));
    if let Some(practice) = &scenario.practice {
        let choices = practice.choices.iter().flat_map(|choice| [&choice.say, &choice.then]);
        let texts = practice.with.iter().chain([&practice.ask]).chain(choices);
        all.push(part("practise", texts.chain(&practice.listen_for)));
    }
    all.push(part("discuss", &scenario.discuss));
    all.push(part("reading", &scenario.reading));
    all
}

fn template(template: &Template) -> Vec<Passage<'_>> {
    let mut all = vec![part("", &template.use_when)];
    all.extend(template.fields.iter().map(|field| {
        let is_heading = matches!(field.kind, FieldKind::Heading);
        let mut texts = Vec::new();
        field_texts(field, &mut texts);
        Passage {
            anchor: field.anchor(),
            role: None,
            name: if is_heading { Name::Own(&field.label) } else { Name::None },
            place: Place::Text,
            texts,
        }
    }));
    all
}

fn field_texts<'a>(field: &'a Field, texts: &mut Vec<Text<'a>>) {
    texts.push(Text::Plain(&field.label));
    texts.extend(field.hint.iter().map(Text::Prose));
    match &field.kind {
        FieldKind::Choice { options: items }
        | FieldKind::Choices { options: items }
        | FieldKind::Checks { items } => {
            texts.extend(items.iter().map(|item| Text::Prose(&item.label)));
        }
        FieldKind::Note(note) => texts.push(Text::Prose(note)),
        _ => field.columns().iter().for_each(|column| field_texts(column, texts)),
    }
}

fn guide(guide: &Guide) -> Vec<Passage<'_>> {
    let sections = guide.body.sections().into_iter();
    let passages = sections.map(|(heading, text)| Passage {
        anchor: heading.map(|heading| heading.id.clone()).unwrap_or_default(),
        role: None,
        name: heading.map_or(Name::None, |heading| Name::Own(&heading.title)),
        place: Place::Text,
        texts: vec![Text::Part(text)],
    });
    passages.collect()
}

fn comparison(comparison: &Comparison) -> Vec<Passage<'_>> {
    let mut all = vec![part("", &comparison.intro)];
    for row in &comparison.rows {
        let name = || Name::Own(&row.on);
        for (role, text) in row.cells.each() {
            let anchor = format!("{}-{}", role.name(), row.id);
            all.push(Passage { anchor, role: Some(role), name: name(), ..part("", [text]) });
        }
        all.push(Passage { anchor: row.id.clone(), name: name(), ..part("", &row.both) });
    }
    all
}

fn check(check: &SelfCheck) -> Vec<Passage<'_>> {
    let mut all = vec![part("", [&check.ask])];
    for (role, items) in check.lines.each() {
        let labels = items.iter().map(|item| &item.label);
        let anchor = format!("{}.1", role.name());
        all.push(Passage { anchor, role: Some(role), ..part("", labels) });
    }
    for (role, text) in check.results.lean.each() {
        let anchor = format!("{}-result", role.name());
        all.push(Passage { anchor, role: Some(role), ..part("results", [text]) });
    }
    all.push(part("results", [&check.results.even]));
    all
}
