//! The playbook of each language: translations laid over the originals, each of which must be there.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{
    Body, Coverage, EntryKey, GuideNames, Kind, ListedBefore, Playbook, Share, Translation,
    share_options,
};

use super::near_link::Files;
use super::orphan_translation::{Originals, orphan_home};
use super::reached::Reached;
use super::{
    bad_file_name, broken_link, cut_translation, different_fields, stale_translation, unheeded_key,
    unplaced_file,
};

/// Makes the playbook of every language that this one is translated into, and checks what is theirs alone.
pub(super) fn editions(
    original: &mut Playbook,
    files: &mut Files,
    reached: &mut Reached,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Playbook> {
    let editions = original.translations.iter().map(|translation| {
        let edition = edition(original, translation, notes);
        // A draft is not on the page that its links would be followed from.
        for mentions in translation.mentions() {
            if mentions.draft {
                reached.files(&edition, mentions);
            } else {
                broken_link::check(&edition, mentions, files, reached, notes);
            }
        }
        if !edition.assets.is_empty() {
            // What is not translated has the original's links, which lead to a file of the language where there is one.
            original.mentions().for_each(|mentions| reached.files(&edition, mentions));
        }
        bad_file_name::check(&edition, notes);
        unplaced_file::check(&edition, notes);
        edition
    });
    let mut editions: Vec<Playbook> = editions.collect();
    templates(original, &mut editions);
    editions
}

/// Lets the options of templates know each other across languages.
fn templates(original: &mut Playbook, editions: &mut [Playbook]) {
    let translated = editions.iter().flat_map(|edition| &edition.entries);
    let translated = translated.filter(|(_, entry)| entry.head.language.is_some());
    let keys: BTreeSet<EntryKey> = translated
        .map(|(key, _)| key)
        .filter(|(kind, _)| *kind == Kind::Template)
        .cloned()
        .collect();
    for key in keys {
        let playbooks = [&mut *original].into_iter().chain(editions.iter_mut());
        let own = playbooks.filter_map(|playbook| {
            let is_untranslated = playbook.is_untranslated(playbook.entries.get(&key)?);
            let entry = playbook.entries.get_mut(&key).filter(|_| !is_untranslated)?;
            let Body::Template(template) = &mut Arc::make_mut(entry).body else { return None };
            Some(&mut Arc::make_mut(template).fields)
        });
        share_options(&mut own.collect::<Vec<_>>());
    }
}

fn edition(
    original: &Playbook,
    translation: &Translation,
    notes: &mut Vec<Diagnostic>,
) -> Playbook {
    let book = original.book.in_language(&translation.language);
    if original.home.is_none() {
        notes.extend(translation.home.as_ref().map(orphan_home));
    }
    let mut entries = original.entries.clone();
    let mut coverage = Coverage::default();
    for entry in original.entries.values().filter(|entry| !entry.head.draft) {
        coverage.files.add(Share { some: 0, all: 1 });
        coverage.texts.add(Share { some: 0, all: entry.to_translate() });
    }
    let mut originals = Originals::of(original);
    for (key, own) in &translation.entries {
        let entry = original.entries.get(key).filter(|it| it.head.stem == own.head.stem);
        let language = &original.book.language;
        let translated = entry.and_then(|it| Some((it, it.translated(own, language)?)));
        let Some((entry, translated)) = translated else {
            notes.extend(originals.orphan(own));
            continue;
        };
        if original.leaves_out(own) {
            continue;
        }
        different_fields::note(&translated.differences, notes);
        cut_translation::note(&translated.cut, notes);
        stale_translation::note(entry, own, &translated.entry, notes);
        unheeded_key::note(&translated.unheeded, own, notes);
        if !own.head.draft && !entry.head.draft {
            coverage.files.some += 1;
            coverage.texts.some += translated.texts.some;
        }
        entries.insert(key.clone(), Arc::new(translated.entry));
    }
    Playbook {
        book,
        drafts: original.drafts,
        entries,
        broken: translation.broken.clone(),
        assets: translation.assets.clone(),
        shared: original.assets.clone(),
        coverage,
        translations: Vec::new(),
        queries: Vec::new(),
        unanswered: Vec::new(),
        home: original.home.as_ref().map(|home| home.translated(translation.home.as_ref())),
        withheld: original.withheld.clone(),
        guide_names: GuideNames::default(),
        listed_before: ListedBefore::default(),
    }
}
