//! How many words a page has.

use crate::markdown::Prose;
use crate::model::{Body, Entry, Field, FieldKind, Item, Scenario};

/// The words of a page, those of its title too. Words that readers write are not counted.
pub fn count(entry: &Entry) -> usize {
    let head = plain(&entry.head.title.value) + maybe(entry.head.summary.as_ref());
    head + match &entry.body {
        Body::Scenario(scenario) => of_scenario(scenario),
        Body::Guide(guide) => prose(&guide.body),
        Body::Template(template) => {
            let about = maybe(template.use_when.as_ref()) + maybe(template.time.as_ref());
            about + template.fields.iter().map(of_field).sum::<usize>()
        }
        Body::Comparison(comparison) => {
            let rows = comparison.rows.iter().map(|row| {
                let sides = row.cells.each().map(|(_, side)| prose(side)).sum::<usize>();
                plain(&row.on) + sides + maybe(row.both.as_ref())
            });
            maybe(comparison.intro.as_ref()) + rows.sum::<usize>()
        }
        Body::Check(check) => {
            let lines = check.lines.each().map(|(_, lines)| items(lines)).sum::<usize>();
            let leans = check.results.lean.each().map(|(_, words)| prose(words)).sum::<usize>();
            prose(&check.ask) + lines + leans + prose(&check.results.even)
        }
    }
}

fn of_scenario(scenario: &Scenario) -> usize {
    let single = [&scenario.time, &scenario.situation, &scenario.caution, &scenario.because];
    let lists = [&scenario.signs, &scenario.measures, &scenario.discuss, &scenario.reading];
    let sides = scenario.responses.each().map(|(_, side)| {
        maybe(side.aim.as_ref()) + prose(&side.say) + lines(&side.actions) + lines(&side.avoid)
    });
    let steps = scenario.sequence.iter().map(|step| prose(&step.text) + maybe(step.when.as_ref()));
    let mistakes = scenario.mistakes.iter().map(|one| prose(&one.slip) + prose(&one.fix));
    let practice = scenario.practice.iter().map(|practice| {
        let choices = practice.choices.iter().map(|one| prose(&one.say) + prose(&one.then));
        maybe(practice.with.as_ref())
            + prose(&practice.ask)
            + choices.sum::<usize>()
            + lines(&practice.listen_for)
    });
    let single = single.into_iter().map(|prose| maybe(prose.as_ref()));
    let lists = lists.into_iter().map(|list| lines(list));
    single.chain(lists).chain(sides).chain(steps).chain(mistakes).chain(practice).sum()
}

fn of_field(field: &Field) -> usize {
    let own = match &field.kind {
        FieldKind::Choice { options } | FieldKind::Choices { options } => items(options),
        FieldKind::Checks { items: all } => items(all),
        FieldKind::Table { columns, .. } => columns.iter().map(of_field).sum(),
        // The label of a note is the note.
        _ => 0,
    };
    plain(&field.label) + maybe(field.hint.as_ref()) + own
}

fn items(items: &[Item]) -> usize {
    items.iter().map(|item| plain(&item.value)).sum()
}

fn lines(lines: &[Prose]) -> usize {
    lines.iter().map(prose).sum()
}

fn maybe(prose: Option<&Prose>) -> usize {
    prose.map_or(0, self::prose)
}

fn prose(prose: &Prose) -> usize {
    plain(&prose.plain())
}

fn plain(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
