//! How many words a page has.

use crate::markdown::Prose;
use crate::model::{Entry, Text};

/// The words of a page, those of its title too. Words that readers write are not counted.
pub(super) fn count(entry: &Entry) -> usize {
    let summary = entry.head.summary.as_ref().map(Prose::plain).unwrap_or_default();
    let texts = entry.body.parts().into_iter().flat_map(|part| part.texts);
    let body = texts.filter(Text::is_read).map(|text| plain(&text.words.plain()));
    plain(&entry.head.title.value) + plain(&summary) + body.sum::<usize>()
}

fn plain(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
