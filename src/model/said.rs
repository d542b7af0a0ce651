//! What an entry says, part by part, with a mark by which one sees whether it still says that. A translation keeps
//! the marks of its original.

use std::collections::BTreeMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use crate::source::Span;

use super::Entry;
use super::parts::Words;

/// A part of a page, as a translator sees it.
#[derive(Clone, Debug)]
pub struct Said {
    /// Six signs that change with the words.
    pub mark: String,
    /// Where it was written; of a part of a guide that is not known.
    pub span: Option<Span>,
}

/// What stands at no place of its own.
const TOP: &str = "top";

impl Entry {
    /// Every part that has words, by the id of its place on the page; `title`, `summary` and `top` are the parts
    /// that have none.
    #[must_use]
    pub fn said(&self) -> BTreeMap<String, Said> {
        let mut parts: BTreeMap<String, (FnvHasher, Option<Span>)> = BTreeMap::new();
        let mut say = |part: &str, words: &str, span: Option<&Span>| {
            let (hasher, _) = parts
                .entry(part.to_owned())
                .or_insert_with(|| (FnvHasher::default(), span.cloned()));
            hasher.write(words.as_bytes());
            // What goes from one text to the next is a change.
            hasher.write_u8(0xff);
        };
        say("title", &self.head.title.value, Some(&self.head.title.span));
        if let Some(summary) = &self.head.summary {
            say("summary", &summary.plain(), Some(summary.span()));
        }
        for part in self.body.parts() {
            let name = Some(&*part.anchor).filter(|anchor| !anchor.is_empty()).unwrap_or(TOP);
            for text in &part.texts {
                let words = text.words.plain();
                let span = match &text.words {
                    Words::Plain(_) | Words::Piece(_) => None,
                    Words::Prose(prose) => Some(prose.span()),
                };
                if !words.is_empty() {
                    say(name, &words, span);
                }
            }
        }
        let said = |(part, (hasher, span)): (String, (FnvHasher, Option<Span>))| {
            (part, Said { mark: format!("{:06x}", hasher.finish() & 0xff_ffff), span })
        };
        parts.into_iter().map(said).collect()
    }
}
