//! The places on a page that can be linked to.

use super::{Body, Entry, Field, FieldKind, Role, Scenario, Step};

/// A part of a page with an id of its own. Its title is a word of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section(pub &'static str);

impl Entry {
    /// The sections that the page has, in their order. They are named in the contents menu.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        match &self.body {
            Body::Scenario(scenario) => scenario_sections(scenario),
            _ => Vec::new(),
        }
    }

    /// Every id that a link to this page may name.
    #[must_use]
    pub fn anchors(&self) -> Vec<String> {
        let mut anchors: Vec<String> =
            self.sections().iter().map(|section| section.0.to_owned()).collect();
        match &self.body {
            Body::Scenario(scenario) => {
                for row in ["say", "do", "avoid"] {
                    if anchors.iter().any(|anchor| anchor == row) {
                        anchors.extend(Role::BOTH.map(|role| format!("{}-{row}", role.name())));
                    }
                }
                anchors.extend(Role::BOTH.map(|role| role.name().to_owned()));
                anchors.extend(scenario.sequence.iter().map(Step::anchor));
            }
            Body::Template(template) => anchors.extend(template.fields.iter().map(Field::anchor)),
            Body::Comparison(comparison) => {
                anchors.extend(Role::BOTH.map(|role| role.name().to_owned()));
                for row in &comparison.rows {
                    anchors.extend(Role::BOTH.map(|role| format!("{}-{}", role.name(), row.id)));
                    anchors.push(row.id.clone());
                }
            }
            Body::Check(check) => {
                for (role, items) in check.lines.each() {
                    let numbers = 1..=items.len();
                    anchors.extend(numbers.map(|number| format!("{}.{number}", role.name())));
                    anchors.push(format!("{}-result", role.name()));
                }
                anchors.extend(["results", "even-result"].map(str::to_owned));
            }
            Body::Guide(_) => {}
        }
        anchors.extend(self.ids.iter().cloned());
        anchors
    }
}

impl Field {
    /// The id of the field's element on its page.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("field-{}", self.id.value)
    }

    /// The columns of a table; any other field has none.
    #[must_use]
    pub fn columns(&self) -> &[Field] {
        match &self.kind {
            FieldKind::Table { columns, .. } => columns,
            _ => &[],
        }
    }

    /// Whether there is anything to fill in.
    #[must_use]
    pub fn holds_an_answer(&self) -> bool {
        !matches!(self.kind, FieldKind::Heading | FieldKind::Note(_) | FieldKind::Computed(_))
    }
}

fn scenario_sections(scenario: &Scenario) -> Vec<Section> {
    let either = |has: fn(&super::Response) -> bool| {
        scenario.responses.each().any(|(_, response)| has(response))
    };
    let all = [
        ("signs", !scenario.signs.is_empty()),
        ("situation", scenario.situation.is_some()),
        ("say", true),
        ("do", either(|response| !response.actions.is_empty())),
        ("avoid", either(|response| !response.avoid.is_empty())),
        ("steps", !scenario.sequence.is_empty()),
        ("templates", !scenario.templates.is_empty()),
        ("measures", !scenario.measures.is_empty()),
        ("mistakes", !scenario.mistakes.is_empty()),
        ("practise", scenario.practice.is_some()),
        ("discuss", !scenario.discuss.is_empty()),
        ("related", !scenario.related.is_empty()),
        ("guidance", !scenario.guidance.is_empty()),
        ("reading", !scenario.reading.is_empty()),
    ];
    all.into_iter().filter(|(_, there)| *there).map(|(id, _)| Section(id)).collect()
}
