//! Raw HTML as a browser would read it: what a text may have stays, the rest is taken out and told. It must not know
//! how Markdown is read.

use std::ops::Range;

use pulldown_cmark::Event;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::removed_html::{
    removed_attribute, removed_cell, removed_element, removed_instruction,
};
use crate::diagnostic::rules::stray_mark::mark_in_html;
use crate::diagnostic::rules::taken_class::taken_class;
use crate::diagnostic::rules::unsafe_link::{PICTURE_BESIDE, picture_from_elsewhere, unsafe_link};

use super::addresses::{is_outside, is_unsafe};
use super::elements::{Element, may_have};
use super::entities::{escape, unescape};
use super::intended::{Doubt, Intent, told};
use super::mask::Mask;
use super::pieces::{Found, Piece, Pieces, Placed};
use super::raw_ids::RawIds;
use super::stray_mark::in_html;
use super::tags::{Attribute, Sort, Tag};
use super::taken_classes::parted;
use super::writing::Writing;

/// Raw HTML that is being written anew.
pub(super) struct Raw<'a> {
    pub writing: &'a Writing<'a>,
    pub mask: &'a Mask,
    pub pieces: &'a Pieces,
    pub intents: &'a [Intent],
    pub ids: &'a mut RawIds,
    pub notes: &'a mut Vec<Diagnostic>,
}

impl Raw<'_> {
    /// The events of a text, with each piece of raw HTML as it will be on the page.
    pub(super) fn write(mut self, events: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
        let pieces = self.pieces;
        let mut written = Vec::with_capacity(events.len());
        let mut next = pieces.all.iter().peekable();
        // The tag that ends what is left out.
        let mut out_to = None;
        for (at, (event, range)) in events.into_iter().enumerate() {
            let Some(piece) = next.peek().filter(|piece| piece.events.contains(&at)) else {
                if out_to.is_none() {
                    written.push((self.mask.event(event), range));
                }
                continue;
            };
            // All of a block is written where it begins.
            if at == piece.events.start {
                let html = self.piece(piece, &mut out_to);
                written.push((Event::Html(html.into()), piece.range()));
            }
            if at + 1 == piece.events.end {
                next.next();
            }
        }
        written
    }

    fn piece(&mut self, piece: &Piece, out_to: &mut Option<usize>) -> String {
        let (mut html, mut from) = (String::with_capacity(piece.html.len()), 0);
        if out_to.is_none() && piece.is_block {
            self.note_markdown(piece);
        }
        for at in piece.tags.clone() {
            let tag = &self.pieces.tags[at].tag;
            match *out_to {
                Some(end) if at < end => continue,
                Some(_) => *out_to = None,
                None => {
                    html.push_str(&piece.html[from..tag.range.start]);
                    html.push_str(&self.tag(piece, at));
                    if let Intent::OutTo(end) = self.intents[at] {
                        *out_to = Some(end);
                    }
                }
            }
            from = tag.range.end;
        }
        if out_to.is_none() {
            html.push_str(&piece.html[from..]);
        }
        self.mask.html(html)
    }

    /// Tells of the first Markdown in a block that is no code.
    fn note_markdown(&mut self, piece: &Piece) {
        let tags = &self.pieces.tags[piece.tags.clone()];
        let is_code =
            |found: &Found| matches!(&*found.tag.name, "pre" | "code" | "script" | "style");
        let Some(first) = tags.first().filter(|_| !tags.iter().any(is_code)) else { return };
        let ends = tags.iter().skip(1).map(|found| found.tag.range.start);
        let between = tags.iter().zip(ends.chain([piece.html.len()]));
        let mark = between
            .filter(|(found, _)| {
                !matches!(found.tag.sort, Sort::Endless | Sort::Broken | Sort::Nameless)
            })
            .find_map(|(found, to)| {
                let from = found.tag.range.end;
                let mark = in_html::find(piece.html.get(from..to)?)?;
                Some(from + mark.start..from + mark.end)
            });
        if let Some(mark) = mark {
            let words = piece.html[mark.clone()].to_owned();
            let span = self.writing.span(self.pieces.place(first, mark));
            self.notes.push(mark_in_html(span, &words));
        }
    }

    /// A tag as it will be on the page.
    fn tag(&mut self, piece: &Piece, at: usize) -> String {
        let pieces = self.pieces;
        let found = &pieces.tags[at];
        let written = &piece.html[found.tag.range.clone()];
        match self.intents[at] {
            Intent::Tag if found.tag.sort == Sort::Close => written.to_owned(),
            Intent::Tag => self.open(piece, found),
            Intent::Whole => format!("{}</{}>", self.open(piece, found), found.tag.name),
            Intent::Silent => String::new(),
            // One that is still there after many rounds.
            Intent::Word(doubt) => {
                let told = (doubt == Doubt::Told).then(|| told(self.writing, pieces, found));
                self.notes.extend(told);
                written.replacen('<', "&lt;", 1)
            }
            Intent::Out => {
                self.note_out(piece, found);
                String::new()
            }
            Intent::OutTo(end) => {
                let end = &pieces.tags[end];
                let start = pieces.place(found, found.tag.range.clone()).start;
                let whole = start..pieces.place(end, end.tag.range.clone()).end;
                let link = self.link(at);
                let span = self.writing.span(whole);
                self.notes.push(removed_element(span, &found.tag.name, link.as_deref()));
                String::new()
            }
        }
    }

    fn note_out(&mut self, piece: &Piece, found: &Found) {
        let span = self.writing.span(self.pieces.place(found, found.tag.range.clone()));
        let name = found.tag.name.as_str();
        let is_cell = Element::of(name) == Some(Element::Kept);
        if is_cell && self.mask.has_told("table") {
            return;
        }
        let link = link(piece, &found.tag);
        self.notes.push(match found.tag.sort {
            Sort::Instruction => removed_instruction(span, &piece.html[found.tag.range.clone()]),
            _ if is_cell => removed_cell(span, name),
            _ => removed_element(span, name, link.as_deref()),
        });
    }

    /// A link to what an element would show: the address is its own, or that of what stands in it.
    fn link(&self, open: usize) -> Option<String> {
        let end = self.pieces.tags[open].partner.unwrap_or(open);
        self.pieces.tags[open..end]
            .iter()
            .find_map(|found| link(&self.pieces.all[found.piece], &found.tag))
    }

    /// A tag that opens an element, with those of its attributes that a text may have.
    fn open(&mut self, piece: &Piece, found: &Found) -> String {
        let tag = &found.tag;
        let mut html = format!("<{}", tag.name);
        let mut is_changed = tag.sort == Sort::Empty;
        for attribute in &tag.attributes {
            let written = &piece.html[attribute.range.clone()];
            // What was linked to by its name, before every element could have an id.
            let is_name = tag.name == "a" && attribute.name == "name";
            if is_name || attribute.name == "id" {
                is_changed = true;
                let is_given = |other: &Attribute| is_name && other.name == "id";
                if !attribute.value.is_empty() && !tag.attributes.iter().any(is_given) {
                    html.extend([" id=\"", &self.id(piece, found, attribute), "\""]);
                }
            } else if let Some(classes) = self.other_classes(piece, found, attribute) {
                is_changed = true;
                html.push_str(&classes);
            } else if self.may_stay(piece, found, attribute) {
                html.push(' ');
                html.push_str(written);
            } else {
                is_changed = true;
            }
        }
        if is_changed { html + ">" } else { piece.html[tag.range.clone()].to_owned() }
    }

    /// What stands for an id while the HTML is made.
    fn id(&mut self, piece: &Piece, found: &Found, attribute: &Attribute) -> String {
        let written = self.mask.html(piece.html[attribute.value.clone()].to_owned());
        let span = self.writing.span(self.pieces.place(found, attribute.value.clone()));
        self.ids.mark(&unescape(&written), span)
    }

    /// The attribute for classes that cannot stay as they were written: one is a script's, or has a letter written in
    /// another way, which a browser could read as such.
    fn other_classes(
        &mut self,
        piece: &Piece,
        found: &Found,
        attribute: &Attribute,
    ) -> Option<String> {
        if attribute.name != "class" {
            return None;
        }
        let written = &piece.html[attribute.value.clone()];
        let (kept, taken) = parted(written);
        if taken.is_empty() && !written.contains('&') {
            return None;
        }
        let span = self.writing.span(self.pieces.place(found, attribute.value.clone()));
        self.notes.extend(taken.iter().map(|class| taken_class(span.clone(), class)));
        let kept: Vec<String> = kept.iter().map(|class| escape(&unescape(class))).collect();
        Some(if kept.is_empty() { String::new() } else { format!(" class=\"{}\"", kept.join(" ")) })
    }

    /// Whether an attribute stays; where it does not, it is told.
    fn may_stay(&mut self, piece: &Piece, found: &Found, attribute: &Attribute) -> bool {
        let (element, name) = (found.tag.name.as_str(), attribute.name.as_str());
        let value = unescape(&piece.html[attribute.value.clone()]);
        let is_address = matches!(name, "href" | "src" | "cite");
        let span =
            |range: &Range<usize>| self.writing.span(self.pieces.place(found, range.clone()));
        let note = if !may_have(element, name) {
            removed_attribute(span(&attribute.range), name, element, &value)
        } else if is_address && is_unsafe(&value) {
            let note = unsafe_link(span(&attribute.value), &value);
            if element == "img" { note.help(PICTURE_BESIDE) } else { note }
        } else if element == "img" && name == "src" && is_outside(&value) {
            picture_from_elsewhere(span(&attribute.value), &value)
        } else {
            return true;
        };
        self.notes.push(note);
        false
    }
}

/// A link to what an element would show, in Markdown.
fn link(piece: &Piece, tag: &Tag) -> Option<String> {
    let value = |name: &str| {
        let attribute = tag.attributes.iter().find(|attribute| attribute.name == name)?;
        let value = unescape(&piece.html[attribute.value.clone()]).trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    let address = ["src", "data", "href"].into_iter().find_map(value)?;
    if is_unsafe(&address) {
        return None;
    }
    let words = value("title").unwrap_or_else(|| "words".to_owned());
    Some(format!("[{words}]({address})"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::random::numbers;
    use super::super::{Extent, Html, Writing, read};
    use crate::diagnostic::Noted;
    use crate::source::{Source, Span};

    /// What is put together at random, with a word between two of them.
    const PIECES: [&str; 60] = [
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n1. ",
        "\n    ",
        "\n# ",
        "\n```\n",
        "`",
        "**",
        "\n| a | b |\n|---|---|\n| ",
        " | ",
        " |\n",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "\n<div>\n",
        "\n</div>\n",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<template>",
        "</template>",
        "<title>",
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "\n<script>",
        "\n<style>\n",
        "</style>",
        "\n<pre>",
        "</pre>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<li>",
        "<textarea>",
        "<select>",
        "<svg>",
        "</svg>",
        "<br>",
        "<!-- ",
        " -->",
        "<a ",
        "<b title=\"",
        "\">",
        ">",
        "<name>",
        "<?x ",
        "?>",
        "\\",
        "&amp;",
    ];

    #[test]
    fn every_word_is_on_the_page_or_told_or_in_a_comment() {
        let mut below = numbers(11);
        for _ in 0..5_000 {
            let count = 1 + below(8);
            let mut text = String::from("w0x");
            for number in 1..=count {
                text += PIECES[below(PIECES.len())];
                text.extend(["w", &number.to_string(), "x"]);
            }
            let extent = [Extent::Inline, Extent::Block, Extent::Document][below(3)];
            let source = Arc::new(Source::new("a.md", &text));
            let place = |range| Span::new(&source, range);
            let writing = Writing {
                text: &text,
                extent,
                html: Html::Clean,
                prefix: "",
                title: None,
                place: &place,
            };
            let Noted { value: prose, notes } = read(&writing);
            let html = prose.html(|_| String::new()).into_owned();
            for number in 0..=count {
                let word = format!("w{number}x");
                let at = text.find(&word).expect("it was put there");
                let is_told = notes.iter().any(|note| note.span.range().contains(&at));
                let comment =
                    text[..at].rfind("<!--").filter(|from| !text[*from..at].contains("-->"));
                let is_hidden = comment.is_some() && text[at..].contains("-->");
                assert!(html.contains(&word) || is_told || is_hidden, "{word} of {text:?}: {html}");
            }
        }
    }
}
