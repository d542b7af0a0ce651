//! What a layout is given: every fact a page shows, already decided and already safe to print.
//!
//! A layout gets `site` and `words` on every page, `page` for the page at hand, and one more name that
//! depends on the page's kind: `home`, `list`, `scenario`, `template`, `guide`, `comparison` or `check`.
//! This file must not know how facts are found (`build.rs`) nor how they look (`themes/`).
//!
//! Absent values are `null`, empty lists are `[]`: a layout can always test a name without an error.

use serde::Serialize;
use tera::Value;

/// HTML that is safe to print as it is. It reaches a layout marked as safe, so `{{ value }}` does not
/// escape it, while every plain `String` is escaped.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Html(pub Value);

/// Facts about the whole playbook, in `site`.
#[derive(Serialize)]
pub struct SiteView {
    pub title: String,
    /// Plain text; may be empty.
    pub description: String,
    /// A language tag such as `en`, for `<html lang>`.
    pub language: String,
    /// Where the site is published, ending in `/`, or null.
    pub url: Option<String>,
    /// The program's name and version, for `<meta name="generator">`.
    pub generator: String,
}

/// Facts that every page has, in `page`.
#[derive(Serialize)]
pub struct PageView {
    /// `home`, `list`, `scenario`, `template`, `guide`, `comparison`, `check`, `topic` or `not-found`.
    pub kind: &'static str,
    pub title: String,
    /// One plain sentence or two for `<meta name="description">`.
    pub description: String,
    /// The page's full address, or null without a `site_url`.
    pub canonical: Option<String>,
    /// From this page to the site's root: empty, or `../` once or more. Assets are at
    /// `{{ page.root }}assets/...`.
    pub root: String,
    /// The site's main menu; the entry of the current kind is open and lists its pages.
    pub menu: Vec<MenuGroup>,
    /// From home to the parent of this page; empty on the home page.
    pub breadcrumbs: Vec<Link>,
    /// What is on this page, for jump links; may be empty.
    pub contents: Vec<Heading>,
    /// The neighbours within the same list.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// An entry of the main menu. `items` is filled only while `open`.
#[derive(Serialize)]
pub struct MenuGroup {
    /// `scenarios`, `templates`, `guidance`, `comparisons`, `checks`.
    pub kind: &'static str,
    pub title: String,
    pub href: String,
    /// This very page is the group's list page.
    pub current: bool,
    /// This page is in the group.
    pub open: bool,
    pub items: Vec<MenuItem>,
}

#[derive(Serialize)]
pub struct MenuItem {
    pub title: String,
    pub href: String,
    pub current: bool,
}

#[derive(Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
}

#[derive(Clone, Serialize)]
pub struct Heading {
    /// The `id` of the section or heading: link to `#{{ id }}`.
    pub id: String,
    pub title: String,
    /// 2 to 6, as in `<h2>`.
    pub level: u8,
}

/// A page in a list.
#[derive(Serialize)]
pub struct Card {
    pub kind: &'static str,
    pub id: String,
    pub title: String,
    pub href: String,
    /// Inline HTML, or null.
    pub summary: Option<Html>,
    /// `starter`, `core` or `stretch`, or null.
    pub level: Option<&'static str>,
    /// How long it takes, in the author's words, or null.
    pub time: Option<Html>,
    /// `leader` or `manager`, only for scenarios that say who goes first.
    pub first: Option<&'static str>,
    pub topics: Vec<Link>,
}

/// The home page, in `home`.
#[derive(Serialize)]
pub struct HomeView {
    /// "What is happening?"
    pub scenarios: Shelf,
    /// "I need to ..."
    pub templates: Shelf,
    /// "Learn the difference"
    pub guidance: Shelf,
    pub comparisons: Shelf,
    pub checks: Shelf,
    pub topics: Vec<TopicLink>,
}

/// The first pages of a kind, and the way to all of them.
#[derive(Serialize)]
pub struct Shelf {
    pub cards: Vec<Card>,
    /// How many there are in all.
    pub total: usize,
    /// The kind's list page.
    pub href: String,
}

#[derive(Serialize)]
pub struct TopicLink {
    pub title: String,
    pub href: String,
    /// How many pages carry the topic.
    pub count: usize,
}

/// A kind's list page or a topic page, in `list`. Each group has at least one card; a kind's list page
/// has one group, a topic page one for each kind that carries the topic.
#[derive(Serialize)]
pub struct ListView {
    pub groups: Vec<CardGroup>,
    pub topics: Vec<TopicLink>,
}

#[derive(Serialize)]
pub struct CardGroup {
    pub kind: &'static str,
    pub title: String,
    pub cards: Vec<Card>,
}

/// A situation, in `scenario`. Ids that a page must carry stand beside the part that carries them.
#[derive(Serialize)]
pub struct ScenarioView {
    pub id: String,
    /// Inline HTML or null.
    pub summary: Option<Html>,
    pub level: Option<&'static str>,
    pub time: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML, for a warning box, or null.
    pub caution: Option<Html>,
    /// Inline HTML each: how to tell that this is your situation. Section id `signs`.
    pub signs: Vec<Html>,
    /// Block HTML or null. Section id `situation`.
    pub situation: Option<Html>,
    /// `leader`, `manager` or null: who goes first.
    pub first: Option<&'static str>,
    /// Inline HTML: why that one goes first, or null.
    pub because: Option<Html>,
    /// The paired rows in order: say, do, avoid. A row is there when at least one side has it.
    pub rows: Vec<RowView>,
    /// Section id `steps`.
    pub steps: Vec<StepView>,
    /// Section id `templates`.
    pub templates: Vec<Card>,
    /// Section id `measures`. Inline HTML each.
    pub measures: Vec<Html>,
    /// Section id `mistakes`.
    pub mistakes: Vec<MistakeView>,
    /// Section id `practise`, or null.
    pub practice: Option<PracticeView>,
    /// Section id `discuss`. Inline HTML each.
    pub discuss: Vec<Html>,
    /// Section id `related`: further scenarios; and section id `guidance`: pages to read.
    pub related: Vec<Card>,
    pub guidance: Vec<Card>,
    /// Section id `reading`. Inline HTML each.
    pub reading: Vec<Html>,
    /// `2025-06` or `2025-06-30`, or null.
    pub reviewed: Option<String>,
}

/// One moment, both answers. Leader stands left, manager right, always.
#[derive(Serialize)]
pub struct RowView {
    /// `say`, `do` or `avoid`: the section's id, and the name of its heading in `words`.
    pub id: &'static str,
    pub leader: CellView,
    pub manager: CellView,
}

#[derive(Serialize)]
pub struct CellView {
    /// `leader` or `manager`.
    pub role: &'static str,
    /// `leader-say`, `manager-do` and so on: the cell's id.
    pub id: String,
    /// Only in the `say` row: the hat's aim, inline HTML, or null.
    pub aim: Option<Html>,
    /// Block HTML, or null when the cell is a list or this side has nothing here.
    pub text: Option<Html>,
    /// Inline HTML each; empty when the cell is text.
    pub items: Vec<Html>,
}

#[derive(Serialize)]
pub struct StepView {
    /// `step-1` and so on.
    pub id: String,
    pub number: usize,
    /// `leader` or `manager`.
    pub role: &'static str,
    /// Inline HTML.
    pub text: Html,
    /// Inline HTML or null.
    pub when: Option<Html>,
    /// True when the step before it wears the same hat.
    pub same_hat: bool,
}

#[derive(Serialize)]
pub struct MistakeView {
    /// Inline HTML: the slip, and what to do instead.
    pub slip: Html,
    pub fix: Html,
}

#[derive(Serialize)]
pub struct PracticeView {
    /// Inline HTML: the other person, or null.
    pub with: Option<Html>,
    /// Block HTML.
    pub ask: Html,
    pub choices: Vec<ChoiceView>,
    /// Inline HTML each.
    pub listen_for: Vec<Html>,
}

#[derive(Serialize)]
pub struct ChoiceView {
    /// Inline HTML: what one might say, and what happens then.
    pub say: Html,
    pub then: Html,
}

/// A fillable document, in `template`.
#[derive(Serialize)]
pub struct TemplateView {
    pub id: String,
    pub summary: Option<Html>,
    /// Inline HTML: when to use it, or null.
    pub use_when: Option<Html>,
    pub time: Option<Html>,
    pub topics: Vec<Link>,
    /// It is about a named person: show the advice on keeping notes about people.
    pub sensitive: bool,
    /// `weekly` and so on, the author's word, or null.
    pub repeat: Option<String>,
    pub fields: Vec<FieldView>,
    /// Section id `used-in`: scenarios that name this template.
    pub used_in: Vec<Card>,
    pub reviewed: Option<String>,
}

/// One field. `kind` says which of the other values are meant.
#[derive(Clone, Serialize)]
pub struct FieldView {
    /// `text`, `long`, `number`, `date`, `choice`, `choices`, `check`, `checks`, `rating`, `person`,
    /// `table`, `computed`, `heading` or `note`.
    pub kind: &'static str,
    /// The field's id in the template: the control's `name`, and `field-{{ id }}` its element id.
    /// A heading or a note has one as well.
    pub id: String,
    /// Plain text. For a `note` the text is in `note`.
    pub label: String,
    /// Block HTML of a `note`, else null.
    pub note: Option<Html>,
    /// Inline HTML or null.
    pub hint: Option<Html>,
    /// The example as plain text, or null. Lists are joined; a table's rows are in `example_rows`.
    pub example: Option<String>,
    pub example_rows: Vec<Vec<String>>,
    /// Whether "still empty" is worth a gentle word.
    pub needed: bool,
    /// Whether the next copy starts with this value.
    pub carry: bool,
    /// `choice` and `choices`.
    pub options: Vec<OptionView>,
    /// `checks`: the items to tick.
    pub items: Vec<OptionView>,
    /// `number`: the unit shown after the box, or null.
    pub unit: Option<String>,
    /// `text`: the most characters meant, or null.
    pub max: Option<u32>,
    /// `rating`: words for 1 and for 5, or null.
    pub low: Option<String>,
    pub high: Option<String>,
    /// `table`: its columns (never of kind `table`), and the rows to start with.
    pub columns: Vec<FieldView>,
    pub rows: Vec<u32>,
    /// `computed`: `count`, `sum`, `percent`, `ticked` or `days-after`, or null; and its parts.
    pub computed: Option<ComputedView>,
}

/// An option or an item to tick.
#[derive(Clone, Serialize)]
pub struct OptionView {
    /// The element id's last part: unique within the field.
    pub id: String,
    /// Plain text, and the value that is kept.
    pub value: String,
    /// Inline HTML of the same words.
    pub label: Html,
}

/// What a `computed` field shows, as data for scripts and as words for paper.
#[derive(Clone, Serialize)]
pub struct ComputedView {
    pub function: &'static str,
    /// The field, or `table.column`, it is made from.
    pub of: String,
    /// `percent`: the whole.
    pub within: Option<String>,
    /// `days-after`: how many days.
    pub days: Option<i64>,
    /// Only rows whose columns have these values.
    pub filter: Vec<(String, String)>,
}

/// Markdown guidance, in `guide`.
#[derive(Serialize)]
pub struct GuideView {
    pub id: String,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML; its headings start at `<h2>`.
    pub body: Html,
    /// Section id `_used-in`, which no heading can have: scenarios that name this page.
    pub used_in: Vec<Card>,
    pub related: Vec<Card>,
    pub reviewed: Option<String>,
}

/// A table whose rows pair the roles, in `comparison`. Each row is a moment like a scenario's.
#[derive(Serialize)]
pub struct ComparisonView {
    pub id: String,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML or null.
    pub intro: Option<Html>,
    pub rows: Vec<ComparisonRow>,
    pub reviewed: Option<String>,
}

#[derive(Serialize)]
pub struct ComparisonRow {
    /// The row's section id.
    pub id: String,
    /// Plain text: what is compared.
    pub on: String,
    /// Block HTML each.
    pub leader: Html,
    pub manager: Html,
    /// What both do, block HTML, or null.
    pub both: Option<Html>,
}

/// A tick list that leans to a hat, in `check`.
#[derive(Serialize)]
pub struct CheckView {
    pub id: String,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML: what to tick.
    pub ask: Html,
    /// Leader's and manager's lines.
    pub leader: Vec<OptionView>,
    pub manager: Vec<OptionView>,
    /// Block HTML each: what to do when one side, or neither, has more ticks.
    pub leader_result: Html,
    pub manager_result: Html,
    pub even_result: Html,
    pub scenarios: Vec<Card>,
    pub guidance: Vec<Card>,
    pub reviewed: Option<String>,
}
