//! The first page: a front desk, which leads to the words.

use std::cmp::Reverse;
use std::sync::Arc;

use tera::Context;

use crate::markdown::first_sentence;
use crate::model::{
    Before, Counterpart, Entry, FieldKind, Format, Home, HomeText, Kind, PRINT, Pair, Role,
    list_path,
};
use crate::plan::{Chapter, Group, ListPage};

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{
    BeforeView, GroupView, HomeView, LeadView, Link, MomentView, SheetView, Shelf, Words,
};

/// The most cards of a kind on the first page; the list has them all.
const MOST_OF_A_KIND: usize = 24;

/// The most sheets of which it knows that copies may be kept.
const MOST_TO_GO_ON: usize = 120;

/// The most situations of a group there.
const MOST_IN_GROUP: usize = 24;

/// The most of them where they are not parted.
const MOST_TOGETHER: usize = 36;

/// The most of what people say.
const MOST_SAYINGS: usize = 3;

/// The most letters of a sentence that shows what the book gives.
const MOST_LETTERS: usize = 140;

/// The sheets that are shown.
const SHEETS: usize = 6;

/// What to do before a talk, by its keys in the wording; the last but one is about sheets.
const STEPS: [&str; 4] = ["hat", "sentence", "sheet", "end"];

pub(super) fn home(context: &PageContext<'_>) -> Context {
    let plan = context.plan;
    let book = &plan.playbook().book;
    let description =
        if book.description.is_empty() { book.title.clone() } else { book.description.clone() };
    let mut values = context.values(Frame {
        kind: "home",
        title: book.title.clone(),
        description,
        within: None,
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let shelf = |kind| match plan.chapters().all() {
        Some((_, all)) if kind == Kind::Guide && plan.chapters().is_parted() => {
            chapters(context, all)
        }
        _ => context.shelf(kind, plan.listed(kind), MOST_OF_A_KIND),
    };
    let has_scenarios = !plan.listed(Kind::Scenario).is_empty();
    let own = plan.playbook().home.as_ref();
    let question = own.and_then(|own| own.title.as_ref());
    let asked = if has_scenarios { context.word("home_page.question") } else { &book.title };
    let summary = own.and_then(|own| own.summary.as_ref());
    let home = HomeView {
        question: question.map_or_else(|| asked.into(), |words| context.home_words(words)),
        summary: summary.map(|words| context.home_words(words)).or_else(|| context.description()),
        sayings: sayings(context, own),
        moment: own.and_then(|own| own_moment(context, own)).or_else(|| moment(context)),
        groups: plan.groups().iter().map(|group| view(context, group)).collect(),
        before: has_scenarios.then(|| before(context, own.and_then(|own| own.before.as_ref()))),
        sheets: sheets(context, own),
        shelves: Kind::ALL.into_iter().map(|kind| (kind.folder(), shelf(kind))).collect(),
        again: plan
            .listed(Kind::Template)
            .iter()
            .take(MOST_TO_GO_ON)
            .map(|entry| context.href(&entry.page()))
            .collect(),
        workshop: context.workshop(),
        cards: context.role_play(None),
        drill: context.drill(),
        topics: context.topics(),
        finder: context.finder(),
        print: context.print(&PRINT),
    };
    values.insert("home", &home);
    values
}

impl PageContext<'_> {
    /// What the book says of itself, when it does.
    fn description(&self) -> Option<Words> {
        let book = &self.plan.playbook().book;
        let is_own = book.own_language().is_some_and(|own| own.description.is_some());
        let marks = if is_own { String::new() } else { book.original_marks() };
        (!book.description.is_empty()).then(|| Words::new(&book.description, marks))
    }

    /// What a group of situations is called.
    pub(super) fn group_title(&self, group: &Group) -> Words {
        let is_alone = self.plan.groups().len() == 1;
        match (&group.title, group.with) {
            (Some(title), _) => self.home_words(title),
            (None, Some(with)) => self.word(&format!("with.{}", with.name())).into(),
            (None, None) if is_alone => self.list(Kind::Scenario).title,
            (None, None) => self.word("with.other").into(),
        }
    }

    /// Where a group of situations begins in their list.
    pub(super) fn group_href(&self, group: &Group) -> String {
        let before = self.plan.groups().iter().take_while(|one| one.anchor != group.anchor);
        let place = before.map(|group| group.list.len()).sum();
        let length = self.plan.listed(Kind::Scenario).len();
        let number = ListPage::of_list_with(place, length);
        let list = self.href(&list_path(Kind::Scenario, number));
        if self.plan.groups().len() == 1 { list } else { format!("{list}#{}", group.anchor) }
    }

    fn home_words(&self, words: &HomeText) -> Words {
        let book = &self.plan.playbook().book;
        let marks = if words.is_original { book.original_marks() } else { String::new() };
        Words::new(self.traced(&words.text.span, words.text.value.as_str()), marks)
    }

    /// The published thing of a kind that has this id.
    fn published(&self, kind: Kind, id: &str) -> Option<&Entry> {
        let playbook = self.plan.playbook();
        playbook.get(kind, id).filter(|entry| !playbook.leaves_out(entry))
    }
}

/// Guidance that is parted: what lies in no chapter, then the chapters.
fn chapters(context: &PageContext<'_>, all: &Chapter) -> Shelf {
    let pages = context.cards(all.own.iter().chain(all.pages.iter()));
    let cards = pages.into_iter().chain(context.chapter_cards(all)).take(MOST_OF_A_KIND);
    Shelf { cards: cards.collect(), total: all.total, href: context.list(Kind::Guide).href }
}

fn view(context: &PageContext<'_>, group: &Group) -> GroupView {
    let most = if context.plan.groups().len() > 1 { MOST_IN_GROUP } else { MOST_TOGETHER };
    GroupView {
        id: group.anchor.clone(),
        with: group.with.map(Counterpart::name),
        title: context.group_title(group),
        shelf: Shelf {
            cards: context.cards(group.list.iter().take(most)),
            total: group.list.len(),
            href: context.group_href(group),
        },
    }
}

/// What the book says that people say, or words that they search for: the first that a situation of each group has.
fn sayings(context: &PageContext<'_>, own: Option<&Home>) -> Vec<Link> {
    let written = own.map(|own| &own.sayings).filter(|sayings| !sayings.is_empty());
    if let Some(sayings) = written {
        let sayings = sayings.iter().filter_map(|(id, words)| {
            let entry = context.published(Kind::Scenario, id)?;
            Some(Link { title: context.home_words(words), href: context.href(&entry.page()) })
        });
        return sayings.collect();
    }
    let said = |entry: &Arc<Entry>| {
        let title = Words::new(entry.head.also.first()?, context.marks(entry));
        Some(Link { title, href: context.href(&entry.page()) })
    };
    let groups = context.plan.groups().iter();
    groups.filter_map(|group| group.list.iter().find_map(said)).take(MOST_SAYINGS).collect()
}

fn own_moment(context: &PageContext<'_>, own: &Home) -> Option<MomentView> {
    let moment = own.moment.as_ref()?;
    let entry = context.published(Kind::Scenario, &moment.scenario)?;
    Some(MomentView {
        title: context.title(entry),
        href: context.href(&entry.page()),
        leader: context.home_words(&moment.leader),
        manager: context.home_words(&moment.manager),
    })
}

/// The first situation in which the first sentences of both hats are short.
fn moment(context: &PageContext<'_>) -> Option<MomentView> {
    let short = |entry: &Arc<Entry>| {
        let responses = &entry.scenario()?.responses;
        let sentence = |role: Role| {
            let say = responses.get(role).say.paragraphs().into_iter().next()?;
            let first = first_sentence(&say).map_or(&*say, |end| &say[..end]);
            (first.chars().count() <= MOST_LETTERS).then(|| first.to_owned())
        };
        Some((
            Arc::clone(entry),
            Pair { leader: sentence(Role::Leader)?, manager: sentence(Role::Manager)? },
        ))
    };
    let (entry, Pair { leader, manager }) =
        context.plan.listed(Kind::Scenario).iter().find_map(short)?;
    let words = |text: String| Words::new(text, context.marks(&entry));
    Some(MomentView {
        title: context.title(&entry),
        href: context.href(&entry.page()),
        leader: words(leader),
        manager: words(manager),
    })
}

fn before(context: &PageContext<'_>, own: Option<&Before>) -> BeforeView {
    let has_sheets = !context.plan.listed(Kind::Template).is_empty();
    let steps = STEPS.into_iter().filter(|step| *step != "sheet" || has_sheets);
    let steps = steps.map(|step| lead(&context.word(&format!("before.{step}")).into()));
    let written = own.iter().flat_map(|own| &own.steps);
    let written: Vec<_> = written.map(|words| lead(&context.home_words(words))).collect();
    let title = own.and_then(|own| own.title.as_ref());
    let guide = own.and_then(|own| context.published(Kind::Guide, own.guide.as_ref()?));
    BeforeView {
        title: title
            .map_or_else(|| context.word("before.title").into(), |words| context.home_words(words)),
        steps: if written.is_empty() { steps.collect() } else { written },
        guide: guide.map(|entry| context.link(entry)),
    }
}

/// Words, parted behind their first sentence.
fn lead(words: &Words) -> LeadView {
    let end = first_sentence(words).unwrap_or(words.len());
    LeadView { lead: words.part(..end), rest: words.part(end..) }
}

/// The sheets that the book has chosen, or those that most situations use.
fn sheets(context: &PageContext<'_>, own: Option<&Home>) -> Vec<SheetView> {
    let chosen = own.iter().flat_map(|own| &own.sheets);
    let chosen = chosen.filter_map(|id| context.published(Kind::Template, id));
    let mut entries: Vec<&Entry> = chosen.collect();
    if entries.is_empty() {
        entries = context.plan.listed(Kind::Template).iter().map(Arc::as_ref).collect();
        entries.sort_by_key(|entry| Reverse(context.plan.used_in(entry).len()));
        entries.truncate(SHEETS);
    }
    entries.into_iter().map(|entry| sheet(context, entry)).collect()
}

fn sheet(context: &PageContext<'_>, entry: &Entry) -> SheetView {
    let mut fields = entry.template().into_iter().flat_map(|template| &template.fields);
    SheetView {
        card: context.card(entry),
        pdf: context.sheet(entry, Format::Pdf),
        docx: context.sheet(entry, Format::Docx),
        is_table: fields.any(|field| matches!(field.kind, FieldKind::Table { .. })),
    }
}
