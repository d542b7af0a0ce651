//! What is known of the elements of HTML: which a text may have, and what each asks for. It must not know where in a
//! text they stand.

/// An element of HTML, by what a text may do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// A text may have it.
    Kept,
    /// Its tags are taken out, and the words in it stay.
    Unwrapped,
    /// It is taken out with all that is in it: that is for programs to read.
    Refused,
}

/// Elements that a text may have.
pub(super) const KEPT: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

const UNWRAPPED: &[&str] = &[
    "base", "blink", "body", "button", "dialog", "fieldset", "font", "form", "frame", "frameset",
    "html", "input", "label", "legend", "link", "main", "marquee", "meta", "meter", "nobr",
    "optgroup", "option", "output", "param", "picture", "progress", "slot", "source", "track",
];

const REFUSED: &[&str] = &[
    "animate", "applet", "audio", "canvas", "datalist", "embed", "head", "iframe", "math",
    "noembed", "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video", "xmp",
];

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];

/// Elements that may go without an end, or belong in another: in which, empty where they belong in none.
const WITHIN: &[(&str, &[&str])] = &[
    ("caption", &["table"]),
    ("col", &["table"]),
    ("colgroup", &["table"]),
    ("dd", &["dl"]),
    ("dt", &["dl"]),
    ("li", &["ul", "ol", "menu"]),
    ("rp", &["ruby"]),
    ("rt", &["ruby"]),
    ("rtc", &["ruby"]),
    ("tbody", &["table"]),
    ("td", &["table"]),
    ("tfoot", &["table"]),
    ("th", &["table"]),
    ("thead", &["table"]),
    ("tr", &["table"]),
];

/// Elements that browsers know nowhere but in a table.
const OF_TABLES: &[&str] =
    &["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Elements in which browsers see no tags but the one that ends them.
const WITHOUT_TAGS: &[&str] =
    &["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"];

/// Names of elements that are rather words, where they stand alone: `by <time>`. All names of elements that no text
/// may have are, but for these.
const WORDS: &[&str] = &[
    "abbr", "address", "area", "article", "caption", "cite", "data", "dfn", "figure", "footer",
    "header", "map", "mark", "menu", "summary", "time", "var",
];
const NO_WORDS: &[&str] = &["iframe", "script", "style"];

/// Attributes that every element may have, besides those that begin with `aria-`.
pub(super) const ATTRIBUTES: &[&str] = &["align", "class", "dir", "id", "lang", "role", "title"];

/// Attributes that these elements may have.
pub(super) const OWN_ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "rel"]),
    ("blockquote", &["cite"]),
    ("br", &["clear"]),
    ("col", &["span", "valign", "width"]),
    ("colgroup", &["span", "valign", "width"]),
    ("data", &["value"]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("hr", &["size", "width"]),
    ("img", &["alt", "border", "decoding", "height", "loading", "src", "width"]),
    ("ins", &["cite", "datetime"]),
    ("li", &["value"]),
    ("ol", &["reversed", "start", "type"]),
    ("q", &["cite"]),
    ("table", &["border", "cellpadding", "cellspacing", "summary", "width"]),
    ("tbody", &["valign"]),
    ("td", &["colspan", "data-label", "headers", "height", "nowrap", "rowspan", "valign", "width"]),
    ("tfoot", &["valign"]),
    ("th", &["colspan", "headers", "height", "nowrap", "rowspan", "scope", "valign", "width"]),
    ("thead", &["valign"]),
    ("time", &["datetime"]),
    ("tr", &["valign"]),
    ("ul", &["type"]),
];

impl Element {
    /// The element of this name, in small letters. No other name in angle brackets is HTML: somebody wrote `<name>`
    /// and meant it.
    pub(super) fn of(name: &str) -> Option<Self> {
        let lists = [(KEPT, Self::Kept), (UNWRAPPED, Self::Unwrapped), (REFUSED, Self::Refused)];
        lists.into_iter().find_map(|(list, element)| list.contains(&name).then_some(element))
    }
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether it is known to belong in another element only, and in which.
pub(super) fn parents(name: &str) -> Option<&'static [&'static str]> {
    WITHIN.iter().find_map(|(inner, outer)| (*inner == name).then_some(*outer))
}

pub(super) fn is_of_tables(name: &str) -> bool {
    OF_TABLES.contains(&name)
}

pub(super) fn has_no_tags(name: &str) -> bool {
    WITHOUT_TAGS.contains(&name)
}

/// Whether `<name>` alone, with no end, is surely a word in angle brackets.
pub(super) fn is_word(name: &str) -> bool {
    let is_kept = Element::of(name) == Some(Element::Kept);
    if is_kept { WORDS.contains(&name) } else { !NO_WORDS.contains(&name) }
}

/// Whether an element may have an attribute.
pub(super) fn may_have(element: &str, attribute: &str) -> bool {
    let own = || OWN_ATTRIBUTES.iter().find(|(name, _)| *name == element);
    ATTRIBUTES.contains(&attribute)
        || attribute.starts_with("aria-")
        || own().is_some_and(|(_, names)| names.contains(&attribute))
}
