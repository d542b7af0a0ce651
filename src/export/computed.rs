//! What a worked-out field is, in words: on paper the reader works it out.

use crate::model::{Computed, Function};

use super::sheet::Sheet;

pub(super) fn in_words(sheet: &Sheet<'_>, computed: &Computed) -> String {
    let (name, of, within, days) = match &computed.function {
        Function::Count(of) => ("count", of, None, None),
        Function::Sum(of) => ("sum", of, None, None),
        Function::Percent { of, within } => ("percent", of, Some(within), None),
        Function::Ticked(of) => ("ticked", of, None, None),
        Function::DaysAfter { date, days } => ("days_after", date, None, Some(*days)),
    };
    let filtered = !computed.filter.is_empty() && matches!(name, "count" | "sum" | "percent");
    let key = format!("computed.{name}{}", if filtered { "_where" } else { "" });
    let values: Vec<&str> = computed.filter.iter().map(|(_, value)| value.value.as_str()).collect();
    let label = |name: &str| sheet.template.label(name).to_owned();
    let words = (sheet.words)(&key)
        .replace("{days}", &days.map_or_else(String::new, |days| days.to_string()))
        .replace("{values}", &values.join(", "))
        .replace("{within}", &within.map_or_else(String::new, |within| label(&within.value)))
        .replace("{of}", &label(&of.value));
    format!("{} {words}", (sheet.words)("computed.label"))
}
