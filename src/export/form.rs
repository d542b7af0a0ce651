//! The form: fields with names and types, in a hierarchy that gives names such as `requests.1.cost-in-days`.

use std::collections::BTreeSet;

/// All fields, a parent before its children.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub fields: Vec<FormField>,
}

#[derive(Debug)]
pub(super) struct FormField {
    pub parent: Option<usize>,
    /// Its own part of its name: no full stop is in it.
    pub name: String,
    /// What a screen reader says, and what shows on hovering.
    pub tip: String,
    pub kind: FormKind,
}

#[derive(Clone, Debug)]
pub(super) enum FormKind {
    /// Holds other fields.
    Group,
    /// One line, set at this size.
    Line {
        size: f32,
    },
    /// Lines, set at this size.
    Lines {
        size: f32,
    },
    /// One of these, from a list.
    Combo {
        options: Vec<String>,
        size: f32,
    },
    Tick,
    /// One of several buttons.
    Radio,
}

impl Form {
    pub(super) fn add(
        &mut self,
        parent: Option<usize>,
        name: &str,
        tip: &str,
        kind: FormKind,
    ) -> usize {
        self.fields.push(FormField {
            parent,
            // A full stop parts the names of the hierarchy.
            name: name.replace('.', "-"),
            tip: tip.to_owned(),
            kind,
        });
        self.fields.len() - 1
    }

    /// The fields right below each field.
    pub(super) fn children(&self) -> Vec<Vec<usize>> {
        let mut children = vec![Vec::new(); self.fields.len()];
        for (number, field) in self.fields.iter().enumerate() {
            if let Some(parent) = field.parent {
                children[parent].push(number);
            }
        }
        children
    }

    /// The fields that are below no other.
    pub(super) fn outermost(&self) -> impl Iterator<Item = usize> {
        let all = self.fields.iter().enumerate();
        all.filter(|(_, field)| field.parent.is_none()).map(|(number, _)| number)
    }
}

/// The longest name that every reader of PDF takes.
const LONGEST_NAME: usize = 100;

/// The names under which radio buttons keep their options: the option itself where it can be a name.
pub(super) fn states(options: &[String]) -> Vec<String> {
    let mut states: Vec<String> = Vec::with_capacity(options.len());
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (at, option) in options.iter().enumerate() {
        let fits = !option.is_empty()
            && option != "Off"
            && option.len() <= LONGEST_NAME
            && !option.contains(char::is_control)
            && !taken.contains(option);
        let state = if fits { option.clone() } else { format!("option-{}", at + 1) };
        taken.insert(state.clone());
        states.push(state);
    }
    states
}

#[cfg(test)]
mod tests {
    use super::states;

    #[test]
    fn options_that_cannot_be_names_are_numbered() {
        let options = ["In", "In", "Off", "", "a\0", &"m".repeat(200)].map(str::to_owned);
        let wanted = ["In", "option-2", "option-3", "option-4", "option-5", "option-6"];
        assert_eq!(states(&options), wanted);
    }
}
