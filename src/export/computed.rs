//! What a worked-out field is, in words: on paper the reader works it out.

use crate::model::{Computed, Function};

use super::draft::Draft;

pub fn in_words(draft: &Draft<'_>, computed: &Computed) -> String {
    let (name, days) = match &computed.function {
        Function::Count(_) => ("count", None),
        Function::Sum(_) => ("sum", None),
        Function::Percent { .. } => ("percent", None),
        Function::Ticked(_) => ("ticked", None),
        Function::DaysAfter { days, .. } => ("days_after", Some(*days)),
    };
    let filtered = !computed.filter.is_empty() && matches!(name, "count" | "sum" | "percent");
    let key = format!("computed.{name}{}", if filtered { "_where" } else { "" });
    let values: Vec<&str> = computed.filter.iter().map(|(_, value)| value.value.as_str()).collect();
    let words = draft.word(&key).replace("{of}", &values.join(", "));
    let words = words.replace("{days}", &days.map_or_else(String::new, |days| days.to_string()));
    format!("{} {words}", draft.word("computed.label"))
}
