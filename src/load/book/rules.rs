//! What a book says about rules.

use crate::diagnostic::rules::RULES;
use crate::diagnostic::rules::unknown_field::unknown_field;
use crate::diagnostic::rules::unknown_value::{too_lenient, unknown_value};
use crate::diagnostic::{Names, RuleLevel, RuleLevels};
use crate::schema::Keys;
use crate::tree::Value;

/// What the book says about rules.
pub(super) fn levels(rules: &mut Keys<'_, '_>) -> RuleLevels {
    let mut levels = RuleLevels::default();
    for (key, node) in rules.rest() {
        let path = rules.path(&key.name);
        let Some(rule) = RULES.iter().find(|rule| rule.name == key.name) else {
            let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
            rules.note(unknown_field(key.span.clone(), "[rules]", &key.name, &names, path));
            continue;
        };
        let text = match &node.value {
            Value::Text(text) => text.text.as_str(),
            Value::List(_) | Value::Map(_) => node.shape(),
        };
        match RuleLevel::ALL.iter().find(|(name, _)| *name == text) {
            None => {
                let allowed = Names::of(RuleLevel::ALL.map(|(name, _)| name));
                rules.note(unknown_value(node.span.clone(), rule.name, text, &allowed, path));
            }
            Some((_, level)) if rule.is_firm() && *level != RuleLevel::Error => {
                rules.note(too_lenient(node.span.clone(), rule.name, text, path));
            }
            Some((_, level)) => levels.set(rule, *level),
        }
    }
    levels
}
