//! Writes the document: catalogue, pages, fonts, form, and the structure that screen readers follow.

use pdf_writer::types::{StructRole, TabOrder, TableHeaderScope};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::draft::Draft;
use super::embedded::Embedded;
use super::numbers::Numbers;
use super::objects::{self, Places};
use super::pages::pages;
use super::paint::{Foot, Gathered, Painted, Spot, page};
use super::paper::{Font, HIGH, WIDE};
use super::sheet::Sheet;
use super::tree::{DOCUMENT, Kid, Tree};

pub(super) fn write(sheet: &Sheet<'_>, draft: Draft<'_>) -> Vec<u8> {
    let foot = foot(sheet, &draft);
    let Draft { strips, heads, tree, form, font, .. } = draft;
    let placed = pages(strips, &heads);
    let mut gathered = Gathered { tree, spots: Vec::new(), embedded: Embedded::new() };
    let painted: Vec<Painted> = placed
        .iter()
        .enumerate()
        .map(|(number, strips)| {
            page(number, strips, &foot(number + 1, placed.len()), &mut gathered)
        })
        .collect();
    let Gathered { tree, spots, embedded } = gathered;

    let mut numbers = Numbers::default();
    let [catalog, page_tree, info, structure] = [(); 4].map(|()| numbers.next());
    let mut fonts = Fonts { standard: [(); 3].map(|()| numbers.next()), embedded: Vec::new() };
    let page_refs: Vec<Ref> = painted.iter().map(|_| numbers.next()).collect();
    let places = Places::new(&form, &spots, page_refs, &mut numbers);
    let elements: Vec<Ref> = tree.elements.iter().map(|_| numbers.next()).collect();

    let mut pdf = Pdf::new();
    if font == Font::Embedded {
        fonts.embedded.extend(embedded.write(&mut pdf, &mut numbers));
    }
    let mut root = pdf.catalog(catalog);
    root.pages(page_tree).lang(TextStr(sheet.language));
    root.viewer_preferences().display_doc_title(true);
    root.mark_info().marked(true);
    root.pair(Name(b"StructTreeRoot"), structure);
    let mut acro = root.form();
    acro.fields(form.outermost().map(|field| places.fields[field]));
    fonts.resources(&mut acro.default_resources());
    acro.default_appearance(Str(b"/Helv 10 Tf 0 g"));
    acro.finish();
    root.finish();
    pdf.document_info(info).title(TextStr(sheet.title)).creator(TextStr("Twohats"));
    fonts.write(&mut pdf);
    let count = i32::try_from(painted.len()).unwrap_or(i32::MAX);
    pdf.pages(page_tree).kids(places.pages.iter().copied()).count(count);
    for (number, painted) in painted.iter().enumerate() {
        let content = numbers.next();
        let mut page = pdf.page(places.pages[number]);
        page.parent(page_tree).media_box(Rect::new(0.0, 0.0, WIDE, HIGH)).contents(content);
        page.tab_order(TabOrder::StructureOrder);
        page.struct_parents(i32::try_from(number).unwrap_or(i32::MAX));
        let here = spots.iter().zip(&places.widgets).filter(|(spot, _)| spot.page == number);
        page.annotations(here.map(|(_, widget)| *widget));
        fonts.resources(&mut page.resources());
        page.finish();
        pdf.stream(content, &painted.content);
    }
    objects::form(&mut pdf, &form, &spots, &places, &mut numbers);
    let told = Told { elements, painted: &painted, spots: &spots, places: &places };
    told.write(&mut pdf, &tree, structure, &mut numbers);
    pdf.finish()
}

/// What stands at the foot of a page of so many.
fn foot(sheet: &Sheet<'_>, draft: &Draft<'_>) -> impl Fn(usize, usize) -> Foot + use<> {
    let left = format!("{} \u{b7} {}", sheet.title, sheet.book);
    let right = draft.word("template.pdf_page");
    let font = draft.font;
    move |page, pages| Foot {
        font,
        left: left.clone(),
        right: right.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string()),
    }
}

/// The fonts which every reader of PDF has, for text, for labels, and for what ticks look like; and our own, where the
/// sheet is set in it. Forms need the others all the same: what is typed may be any letter.
struct Fonts {
    standard: [Ref; 3],
    embedded: Vec<(Name<'static>, Ref)>,
}

impl Fonts {
    const NAMES: [(&[u8], &[u8]); 3] =
        [(b"Helv", b"Helvetica"), (b"Bold", b"Helvetica-Bold"), (b"ZaDb", b"ZapfDingbats")];

    fn resources(&self, resources: &mut pdf_writer::writers::Resources<'_>) {
        let mut fonts = resources.fonts();
        for ((name, _), font) in Self::NAMES.iter().zip(self.standard) {
            fonts.pair(Name(name), font);
        }
        for (name, font) in &self.embedded {
            fonts.pair(*name, font);
        }
    }

    fn write(&self, pdf: &mut Pdf) {
        for ((_, font), place) in Self::NAMES.iter().zip(self.standard) {
            let mut object = pdf.type1_font(place);
            object.base_font(Name(font));
            if *font != b"ZapfDingbats" {
                object.encoding_predefined(Name(b"WinAnsiEncoding"));
            }
        }
    }
}

/// The structure, and what it speaks of.
struct Told<'a> {
    elements: Vec<Ref>,
    painted: &'a [Painted],
    spots: &'a [Spot],
    places: &'a Places,
}

impl Told<'_> {
    fn write(&self, pdf: &mut Pdf, tree: &Tree, structure: Ref, numbers: &mut Numbers) {
        for (element, place) in tree.elements.iter().zip(&self.elements) {
            let mut object = pdf.struct_element(*place);
            object.kind(element.role);
            object.parent(element.parent.map_or(structure, |parent| self.elements[parent]));
            if element.role == StructRole::TH {
                let in_head = element.parent.is_some_and(|row| is_head(tree, row));
                let scope = if in_head { TableHeaderScope::Column } else { TableHeaderScope::Row };
                object.attributes().push().table().scope(scope);
            }
            let mut children = object.children();
            for kid in &element.kids {
                match kid {
                    Kid::Element(number) => {
                        children.struct_element(self.elements[*number]);
                    }
                    Kid::Text { page, mark } => {
                        let page = self.places.pages[*page];
                        children.marked_content_ref().page(page).marked_content_id(*mark);
                    }
                    Kid::Widget(number) => {
                        let page = self.places.pages[self.spots[*number].page];
                        children.object_ref().page(page).object(self.places.widgets[*number]);
                    }
                }
            }
        }
        let lists: Vec<Ref> = self.painted.iter().map(|_| numbers.next()).collect();
        for (list, painted) in lists.iter().zip(self.painted) {
            let owners = painted.marks.iter().map(|element| self.elements[*element]);
            pdf.indirect(*list).array().items(owners);
        }
        let mut root = pdf.indirect(structure).start::<pdf_writer::writers::StructTreeRoot<'_>>();
        root.child(self.elements[DOCUMENT]);
        let owners = self.spots.iter().map(|spot| self.elements[spot.widget.element]);
        let all = lists.iter().copied().chain(owners);
        root.parent_tree_next_key(i32::try_from(all.clone().count()).unwrap_or(i32::MAX));
        let mut parents = root.parent_tree();
        let mut parents = parents.nums();
        for (key, owner) in (0..).zip(all) {
            parents.insert(key, owner);
        }
    }
}

/// Whether this is the first row of its table.
fn is_head(tree: &Tree, row: usize) -> bool {
    let Some(table) = tree.elements[row].parent else { return false };
    matches!(tree.elements[table].kids.first(), Some(Kid::Element(first)) if *first == row)
}
