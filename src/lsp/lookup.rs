//! Where in a book something stands. It must not know editors.

use std::sync::Arc;

use crate::model::{Entry, Field, Kind, Mentions, PagePath, Playbook, SitePath};
use crate::source::{PROJECT_FILE, Source, Sources, Span, Spanned};
use crate::tree::{Key, Node, Value, parse_toml};

/// The entry that was read from a file, in whatever language.
pub(super) fn entry_of<'p>(playbook: &'p Playbook, path: &str) -> Option<&'p Arc<Entry>> {
    everything(playbook).find(|entry| entry.head.source.path() == path)
}

/// Every entry, those of translations too.
pub(super) fn everything(playbook: &Playbook) -> impl Iterator<Item = &Arc<Entry>> {
    let translated = playbook.translations.iter().flat_map(|one| one.entries.values());
    playbook.entries.values().chain(translated)
}

/// What every file says about others, those with faults and first pages too.
pub(super) fn mentions(playbook: &Playbook) -> impl Iterator<Item = &Mentions> {
    let homes = playbook.translations.iter().filter_map(|one| one.home.as_ref());
    let homes = playbook.home.iter().chain(homes).map(|home| &home.mentions);
    let broken = playbook.translations.iter().flat_map(|one| one.broken.mentions());
    let broken = playbook.broken.mentions().chain(broken);
    everything(playbook).map(|entry| &entry.mentions).chain(broken).chain(homes)
}

/// What a file says about others.
pub(super) fn mentions_of<'p>(playbook: &'p Playbook, path: &str) -> Option<&'p Mentions> {
    let of_entry = entry_of(playbook, path).map(|entry| &entry.mentions);
    let inside = path.strip_prefix("content/")?;
    let stem = |inside: &str| inside.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    let broken = || {
        let own = stem(inside).and_then(|stem| playbook.broken.at(&stem));
        let translated = || {
            let (tag, inside) = inside.split_once('/')?;
            let one = playbook.translations.iter().find(|one| one.language.tag == tag)?;
            one.broken.at(&stem(inside)?)
        };
        own.or_else(translated)
    };
    let home = || {
        let homes = playbook.translations.iter().filter_map(|one| one.home.as_ref());
        let mut homes = playbook.home.iter().chain(homes);
        homes.find(|home| home.source.path() == path).map(|home| &home.mentions)
    };
    of_entry.or_else(broken).or_else(home)
}

/// The address of the page that a file makes, whether or not it can be read.
pub(super) fn stem_of(playbook: &Playbook, path: &str) -> Option<PagePath> {
    let inside = path.strip_prefix("content/")?.rsplit_once('.')?.0;
    let own = || {
        let (tag, rest) = inside.split_once('/')?;
        playbook.translations.iter().any(|one| one.language.tag == tag).then_some(rest)
    };
    PagePath::parse(own().unwrap_or(inside))
}

/// The thing of a kind that has this id, as it is written, or as a page of the owner's own has it.
pub(super) fn meant<'p>(playbook: &'p Playbook, kind: Kind, id: &str) -> Option<&'p Entry> {
    match id.strip_prefix('/') {
        Some(address) => playbook.at(address),
        None => playbook.get(kind, id),
    }
}

/// The file of an entry, also of one that cannot be read at this moment.
pub(super) fn file_of<'s>(
    sources: &'s Sources,
    playbook: &Playbook,
    kind: Kind,
    id: &str,
) -> Option<&'s Arc<Source>> {
    if let Some(entry) = meant(playbook, kind, id) {
        return sources.texts.get(entry.head.source.path());
    }
    let files = || {
        sources.texts.iter().filter_map(|(path, source)| {
            let (inside, ending) = path.strip_prefix("content/")?.rsplit_once('.')?;
            let stem = PagePath::parse(inside).filter(|_| ending == kind.extension())?;
            (stem.kind() == kind).then_some((stem, source))
        })
    };
    let whole = files().find(|(stem, _)| stem.id().as_str() == id);
    let found = whole.or_else(|| files().find(|(stem, _)| !stem.is_own() && stem.name() == id));
    found.map(|(_, source)| source)
}

/// Where an entry has its title.
pub(super) fn title_of(
    sources: &Sources,
    playbook: &Playbook,
    kind: Kind,
    id: &str,
) -> Option<Span> {
    let title = meant(playbook, kind, id).map(|entry| entry.head.title.span.clone());
    title.or_else(|| Some(Span::new(file_of(sources, playbook, kind, id)?, 0..0)))
}

/// The page to which a link leads that stands in this file.
pub(super) fn page_of<'p>(
    playbook: &'p Playbook,
    from: Option<&PagePath>,
    link: &str,
) -> Option<&'p Entry> {
    let target = playbook.follow(from, link).ok()?;
    playbook.at(target.path.stem()).filter(|_| target.path.is_page())
}

/// The file that is carried along to which a link leads, by its path from `content/`.
pub(super) fn carried(
    playbook: &Playbook,
    from: Option<&PagePath>,
    link: &str,
) -> Option<SitePath> {
    let target = playbook.follow(from, link).ok()?;
    playbook.assets.contains_key(&target.path).then_some(target.path)
}

/// The place in a page that a link names behind its `#`.
pub(super) fn anchor_of(entry: &Entry, anchor: &str) -> Option<Span> {
    if let Some(span) = entry.said().get(anchor).and_then(|said| said.span.clone()) {
        return Some(span);
    }
    let source = &entry.head.source;
    let mut at = 0;
    for line in source.text().split_inclusive('\n') {
        let words = line.trim_start_matches('#').trim();
        if line.starts_with('#') && crate::markdown::slug(words) == anchor {
            return Some(Span::new(source, at..at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// The field of a template with this id, a column as `table.column`.
pub(super) fn field_of<'e>(entry: &'e Entry, id: &str) -> Option<&'e Field> {
    let fields = &entry.template()?.fields;
    let (table, column) = id.split_once('.').map_or((id, None), |(table, one)| (table, Some(one)));
    let field = fields.iter().find(|field| field.id.value == table)?;
    match column {
        None => Some(field),
        Some(column) => field.columns().iter().find(|one| one.id.value == column),
    }
}

/// Every field of a template with its whole id, and its columns.
pub(super) fn fields_of(entry: &Entry) -> Vec<(String, &Field)> {
    let fields = entry.template().map_or(&[][..], |template| &template.fields);
    let each = fields.iter().flat_map(|field| {
        let id = &field.id.value;
        let columns = field.columns().iter();
        let columns = columns.map(move |column| (format!("{id}.{}", column.id.value), column));
        [(id.clone(), field)].into_iter().chain(columns)
    });
    each.collect()
}

/// The keys of `book.toml` by which a topic is declared: its own, and those of other languages.
pub(super) fn topic_keys(sources: &Sources, id: &str) -> Vec<Key> {
    let Some(source) = sources.texts.get(PROJECT_FILE) else { return Vec::new() };
    let root = parse_toml(source).value;
    let own = below(&root, "topics");
    let languages = below(&root, "languages").map(entries).unwrap_or_default();
    let translated = languages.iter().filter_map(|(_, one)| below(one, "topics"));
    let keys = own.into_iter().chain(translated).flat_map(entries);
    keys.filter(|(key, _)| crate::markdown::slug(&key.name) == id)
        .map(|(key, _)| key.clone())
        .collect()
}

/// The topics for which `book.toml` says who answers. What is called as a folder of content is one.
pub(super) fn assigned_topics(playbook: &Playbook) -> impl Iterator<Item = &Spanned<String>> {
    let book = &playbook.book;
    let assigned = book.owners.iter().chain(&book.reviewers).map(|one| &one.of);
    assigned.filter(|of| !of.value.contains('/') && Kind::of_content(&of.value).is_none())
}

/// What stands behind a key of a group.
pub(super) fn below<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

/// The keys of a group with their values.
pub(super) fn entries(node: &Node) -> &[(Key, Node)] {
    if let Value::Map(entries) = &node.value { entries } else { &[] }
}

/// Every topic that a page may carry, with its title.
pub(super) fn topics(playbook: &Playbook) -> Vec<(String, String)> {
    let book = &playbook.book;
    if !book.topics.is_empty() {
        return book.topics.iter().map(|(id, title)| (id.clone(), title.clone())).collect();
    }
    let used = playbook.entries.values().flat_map(|entry| &entry.mentions.topics);
    let mut used: Vec<String> = used.map(|topic| topic.value.clone()).collect();
    used.sort();
    used.dedup();
    used.into_iter().map(|id| (id.clone(), book.topic_title(&id))).collect()
}
