//! The playbook of each language: translations laid over the originals, each of which must be there.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::rules::different_fields::different_fields;
use crate::diagnostic::rules::orphan_translation::orphan_translation;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Body, Coverage, Entry, Key, Kind, Playbook, Share, Translation, share_options};

use super::neglected::Reached;
use super::{assets, links};

/// Makes the playbook of every language that this one is translated into, and checks what is theirs alone.
pub fn editions(
    original: &mut Playbook,
    files: &mut links::Files,
    reached: &mut Reached,
    notes: &mut Vec<Diagnostic>,
) -> Vec<Playbook> {
    let editions = original.translations.iter().map(|translation| {
        let edition = edition(original, translation, notes);
        let own = translation.entries.values().map(|entry| &entry.mentions);
        let broken = translation.broken.values().map(|(_, mentions)| &**mentions);
        // A draft is not on the page that its links would be followed from.
        for mentions in own.chain(broken).filter(|mentions| !mentions.draft) {
            links::check(&edition, mentions, files, reached, notes);
        }
        assets::check(&edition, notes);
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
    let keys: BTreeSet<Key> = translated
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
    let mut entries = original.entries.clone();
    let mut coverage = Coverage::default();
    for entry in original.entries.values().filter(|entry| !entry.head.draft) {
        coverage.files.add(Share { some: 0, all: 1 });
        coverage.texts.add(Share { some: 0, all: entry.to_translate() });
    }
    for (key, own) in &translation.entries {
        let entry = original.entries.get(key).filter(|it| it.head.stem == own.head.stem);
        let language = &original.book.language;
        let translated = entry.and_then(|it| Some((it, it.translated(own, language)?)));
        let Some((entry, translated)) = translated else {
            notes.extend(orphan(original, own));
            continue;
        };
        if original.leaves_out(own) {
            continue;
        }
        notes.extend(
            translated.differences.iter().map(|one| {
                different_fields(one.here.clone(), one.there.clone(), &one.is, &one.was)
            }),
        );
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
    }
}

/// A file that translates none: the original may lie elsewhere, or be called differently.
fn orphan(original: &Playbook, own: &Entry) -> Option<Diagnostic> {
    let kind = own.kind();
    if original.has_broken(kind, own.head.id.as_str()) {
        return None;
    }
    let same = original.get(kind, own.head.id.as_str());
    let near =
        same.or_else(|| original.get(kind, nearest(own.head.id.as_str(), original.ids(kind))?));
    let language = own.head.language.as_deref().unwrap_or_default();
    let looked_for = format!("content/{}", own.head.stem.source());
    let better = near.map(|near| format!("content/{language}/{}", near.head.stem.source()));
    Some(orphan_translation(own.head.span(), &looked_for, better.as_deref()))
}
