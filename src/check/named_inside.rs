//! Which files are named in other ways than by a link: a carried web page has styles and pictures of its own, and raw
//! HTML that is left as it is may name files in any attribute.

use std::collections::BTreeMap;

use crate::markdown::Html;
use crate::model::{Drafts, Folder, Href, Playbook, SitePath, decode};
use crate::source::NAMING;

use super::reached::{Named, Reached};

/// Notes every file of any language that a file of the site names in such a way.
pub(super) fn note(playbook: &Playbook, editions: &[Playbook], reached: &mut Reached) {
    let playbooks = || std::iter::once(playbook).chain(editions);
    let mut files = Files::default();
    for playbook in playbooks() {
        let folder = playbook.book.folder();
        files.0.extend(playbook.assets.iter().map(|(path, one)| (folder.whole(path), one.head())));
    }
    if files.0.keys().all(|path| reached.named(path).is_some()) {
        return;
    }
    if playbook.book.html == Html::Trust {
        for playbook in playbooks() {
            for entry in playbook.entries.values() {
                let is_left_out = entry.head.draft && playbook.drafts == Drafts::LeftOut;
                let named = if is_left_out { Named::ByDraft } else { Named::ByPage };
                let from = (entry.head.stem.folder(), &playbook.book.folder());
                for file in files.named_in(entry.head.source.text(), from) {
                    reached.name(file, named);
                }
            }
        }
    }
    let mut open: Vec<SitePath> = files.0.keys().cloned().collect();
    while !open.is_empty() {
        let mut next = Vec::new();
        for file in open {
            let Some(named) = reached.named(&file).filter(|_| NAMING.contains(&file.ending()))
            else {
                continue;
            };
            let text = String::from_utf8_lossy(files.0[&file]);
            for inside in files.named_in(&text, (file.folder(), &Folder::default())) {
                // Only what is news leads further, so each file is looked at twice at most.
                if reached.named(&inside) < Some(named) {
                    reached.name(inside.clone(), named);
                    next.push(inside);
                }
            }
        }
        open = next;
    }
}

/// What may be the address of a file in a text, without its codes and what follows its path.
pub(crate) fn words_in(text: &str) -> impl Iterator<Item = String> {
    let is_end = |letter: char| letter.is_whitespace() || "\"'()<>=,;".contains(letter);
    let words = text.split(is_end).filter(|word| word.contains('.'));
    words.map(|word| decode(Href::cut(word).path))
}

/// Carried files by their paths in the whole site.
#[derive(Default)]
struct Files<'p>(BTreeMap<SitePath, &'p [u8]>);

impl Files<'_> {
    /// The files that a text names, as seen from a folder of a language.
    fn named_in(&self, text: &str, (folder, language): (&str, &Folder)) -> Vec<SitePath> {
        let found = words_in(text).filter_map(|word| {
            let path = SitePath::resolve(folder, &word)?;
            let own = language.whole(&path);
            [own, path].into_iter().find(|path| self.0.contains_key(path))
        });
        found.collect()
    }
}
