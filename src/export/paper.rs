//! The paper and what lies on it: A4, strips from edge to edge, and the parts of a strip.

/// A4, in points.
pub(super) const WIDE: f32 = 595.28;
pub(super) const HIGH: f32 = 841.89;
/// Where text starts, and how wide and high the room for it is.
pub(super) const LEFT: f32 = 54.0;
pub(super) const TOP: f32 = 48.0;
pub(super) const WIDTH: f32 = WIDE - 2.0 * LEFT;
pub(super) const HEIGHT: f32 = HIGH - TOP - 62.0;
/// Where the foot of the page is written.
pub(super) const FOOT: f32 = 34.0;

/// The two cuts that a sheet is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
}

/// What a whole sheet is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// Helvetica, which every reader of PDF has, with the letters of western Europe.
    Standard,
    /// Our own, as much of it as the sheet needs.
    Embedded,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub font: Font,
    pub face: Face,
    pub size: f32,
    /// From one line to the next.
    pub leading: f32,
    /// 0 is black.
    pub grey: f32,
}

const fn style(face: Face, size: f32, leading: f32, grey: f32) -> Style {
    Style { font: Font::Standard, face, size, leading, grey }
}

impl Style {
    /// The same in a font.
    pub(super) fn set_in(self, font: Font) -> Self {
        Self { font, ..self }
    }
}

pub(super) const TITLE: Style = style(Face::Bold, 21.0, 25.0, 0.0);
pub(super) const HEADING: Style = style(Face::Bold, 13.5, 17.0, 0.0);
pub(super) const LABEL: Style = style(Face::Bold, 10.5, 13.5, 0.0);
pub(super) const BODY: Style = style(Face::Regular, 10.5, 14.0, 0.0);
pub(super) const HINT: Style = style(Face::Regular, 9.0, 11.5, 0.3);
pub(super) const COLUMN: Style = style(Face::Bold, 8.5, 10.5, 0.0);
pub(super) const SMALL: Style = style(Face::Regular, 7.5, 9.0, 0.3);

/// A slice of the page that is never cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    pub height: f32,
    /// It stays on the page of the strip that follows.
    pub keep: bool,
    pub parts: Vec<Part>,
    /// What is written again when a page begins with this strip: a number of a table's head.
    pub head: Option<usize>,
}

/// What a bar is filled with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paint {
    /// 0 is black.
    Grey(f32),
    /// Red, green and blue from 0 to 255.
    Colour([u8; 3]),
}

/// Something on a strip. `x` counts from `LEFT`, `top` from the strip's upper edge down.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A line of text, by its base line. Without an element it is read by nobody: a page's furniture.
    Words { x: f32, base: f32, style: Style, text: String, element: Option<usize> },
    /// The border of a field. It is on the page, since viewers paint over a field's own.
    Frame { x: f32, top: f32, width: f32, height: f32 },
    /// The border of a radio button.
    Circle { x: f32, top: f32, size: f32 },
    /// A bar.
    Bar { x: f32, top: f32, width: f32, height: f32, paint: Paint },
    /// A form field, or one button of it.
    Widget(Widget),
}

/// Where a form field is filled in.
#[derive(Clone, Debug)]
pub(super) struct Widget {
    pub x: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
    /// Its place in the form.
    pub field: usize,
    /// What a radio button stands for.
    pub state: Option<String>,
    pub element: usize,
}

/// How wide and high a box to tick is.
pub(super) const TICK: f32 = 11.0;

impl Part {
    /// The same further to the right.
    pub(super) fn at(mut self, by: f32) -> Self {
        match &mut self {
            Self::Words { x, .. }
            | Self::Frame { x, .. }
            | Self::Circle { x, .. }
            | Self::Bar { x, .. }
            | Self::Widget(Widget { x, .. }) => *x += by,
        }
        self
    }

    /// The same further down.
    pub(super) fn down(mut self, by: f32) -> Self {
        match &mut self {
            Self::Words { base: top, .. }
            | Self::Frame { top, .. }
            | Self::Circle { top, .. }
            | Self::Bar { top, .. }
            | Self::Widget(Widget { top, .. }) => *top += by,
        }
        self
    }
}
