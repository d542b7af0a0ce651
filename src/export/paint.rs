//! Draws pages, and notes what is read aloud and where the form fields are.

use pdf_writer::types::StructRole;
use pdf_writer::{Content, Name, Rect, Str};

use super::embedded::Embedded;
use super::metrics::width;
use super::pages::Placed;
use super::paper::{
    FOOT, Face, Font, HIGH, LEFT, Paint, Part, SMALL, Style, TOP, WIDE, WIDTH, Widget,
};
use super::tree::{Kid, Tree};
use super::winansi::{encode, set};

/// A page as it is drawn.
pub(super) struct Painted {
    pub content: Vec<u8>,
    /// The elements that its pieces of text belong to, by their marks.
    pub marks: Vec<usize>,
}

/// A form field on a page.
pub(super) struct Spot {
    pub page: usize,
    pub rect: Rect,
    pub widget: Widget,
}

/// Words at the foot of every page: at the left, and at the right.
pub(super) struct Foot {
    pub font: Font,
    pub left: String,
    pub right: String,
}

/// What is gathered from all pages: the structure, the places of form fields, and the letters of our own font.
pub(super) struct Gathered {
    pub tree: Tree,
    pub spots: Vec<Spot>,
    pub embedded: Embedded,
}

/// Draws one page.
pub(super) fn page(
    number: usize,
    placed: &[Placed],
    foot: &Foot,
    gathered: &mut Gathered,
) -> Painted {
    let mut painter =
        Painter { page: number, content: Content::new(), marks: Vec::new(), gathered };
    for Placed { top, strip } in placed {
        for part in &strip.parts {
            painter.part(part, HIGH - TOP - top);
        }
    }
    painter.foot(foot);
    Painted { content: painter.content.finish().into_vec(), marks: painter.marks }
}

struct Painter<'g> {
    page: usize,
    content: Content,
    marks: Vec<usize>,
    gathered: &'g mut Gathered,
}

impl Painter<'_> {
    /// `y` is the upper edge of the part's strip, from the lower edge of the page.
    fn part(&mut self, part: &Part, y: f32) {
        match part {
            Part::Words { x, base, style, text, element } => {
                match element {
                    Some(element) => {
                        let mark = i32::try_from(self.marks.len()).unwrap_or(i32::MAX);
                        let tree = &mut self.gathered.tree;
                        tree.hang(*element, Kid::Text { page: self.page, mark });
                        self.marks.push(*element);
                        let tag = tree.elements[*element].role;
                        self.begin(tag, mark);
                    }
                    None => self.begin_furniture(),
                }
                self.words(LEFT + x, y - base, *style, text);
                self.content.end_marked_content();
            }
            Part::Frame { x, top, width, height } => {
                self.begin_furniture();
                self.content.set_stroke_gray(0.45).set_line_width(0.75);
                self.content.rect(LEFT + x, y - top - height, *width, *height).stroke();
                self.content.end_marked_content();
            }
            Part::Circle { x, top, size } => {
                self.begin_furniture();
                self.content.set_stroke_gray(0.45).set_line_width(0.75);
                let radius = size / 2.0;
                circle(&mut self.content, LEFT + x + radius, y - top - radius, radius);
                self.content.stroke();
                self.content.end_marked_content();
            }
            Part::Bar { x, top, width, height, paint } => {
                self.begin_furniture();
                match paint {
                    Paint::Grey(grey) => self.content.set_fill_gray(*grey),
                    Paint::Colour(colour) => {
                        let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
                        self.content.set_fill_rgb(red, green, blue)
                    }
                };
                self.content.rect(LEFT + x, y - top - height, *width, *height).fill_nonzero();
                self.content.end_marked_content();
            }
            Part::Widget(widget) => {
                let (left, upper) = (LEFT + widget.x, y - widget.top);
                let rect = Rect::new(left, upper - widget.height, left + widget.width, upper);
                let Gathered { tree, spots, .. } = &mut *self.gathered;
                tree.hang(widget.element, Kid::Widget(spots.len()));
                spots.push(Spot { page: self.page, rect, widget: widget.clone() });
            }
        }
    }

    fn foot(&mut self, foot: &Foot) {
        self.begin_furniture();
        let style = SMALL.set_in(foot.font);
        let right = set(&foot.right);
        let right_width = width(&right, style);
        let mut left = set(&foot.left);
        while width(&left, style) > WIDTH - right_width - 12.0 && left.pop().is_some() {}
        self.words(LEFT, FOOT, style, &left);
        self.words(WIDE - LEFT - right_width, FOOT, style, &right);
        self.content.end_marked_content();
    }

    fn words(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let (font, text) = match (style.font, style.face) {
            (Font::Standard, Face::Regular) => (Name(b"Helv"), encode(text)),
            (Font::Standard, Face::Bold) => (Name(b"Bold"), encode(text)),
            (Font::Embedded, face) => self.gathered.embedded.encode(text, face),
        };
        self.content.begin_text().set_fill_gray(style.grey).set_font(font, style.size);
        self.content.next_line(x, y).show(Str(&text)).end_text();
    }

    fn begin(&mut self, role: StructRole, mark: i32) {
        let mut begin = self.content.begin_marked_content_with_properties(role.to_name());
        begin.properties().identify(mark);
    }

    fn begin_furniture(&mut self) {
        self.content.begin_marked_content(Name(b"Artifact"));
    }
}

/// The way round a circle.
pub(super) fn circle(content: &mut Content, x: f32, y: f32, radius: f32) {
    // How far the handles of a quarter lie from its ends.
    let handle = radius * 0.5523;
    content.move_to(x + radius, y);
    content.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    content.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    content.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    content.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    content.close_path();
}
