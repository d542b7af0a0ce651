//! The form's objects: fields, the widgets that show them, and how these look while they are empty.

use pdf_writer::types::{AnnotationFlags, FieldFlags, FieldType, HighlightEffect};
use pdf_writer::writers::{Annotation, Field};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::form::{Form, FormField, FormKind};
use super::numbers::Numbers;
use super::paint::{Spot, circle};
use super::paper::TICK;

/// Where the form's objects are.
pub(super) struct Places {
    pub fields: Vec<Ref>,
    /// By the number of the spot.
    pub widgets: Vec<Ref>,
    pub pages: Vec<Ref>,
    /// How boxes and buttons look: ticked, chosen, and neither.
    looks: [Ref; 3],
}

impl Places {
    pub(super) fn new(form: &Form, spots: &[Spot], pages: Vec<Ref>, numbers: &mut Numbers) -> Self {
        let fields: Vec<Ref> = form.fields.iter().map(|_| numbers.next()).collect();
        let widgets = spots.iter().map(|spot| match form.fields[spot.widget.field].kind {
            FormKind::Radio => numbers.next(),
            // Field and widget are one object where there is only one widget.
            FormKind::Group
            | FormKind::Line { .. }
            | FormKind::Lines { .. }
            | FormKind::Combo { .. }
            | FormKind::Tick => fields[spot.widget.field],
        });
        let widgets = widgets.collect();
        let looks = [numbers.next(), numbers.next(), numbers.next()];
        Self { fields, widgets, pages, looks }
    }
}

pub(super) fn form(
    pdf: &mut Pdf,
    form: &Form,
    spots: &[Spot],
    places: &Places,
    numbers: &mut Numbers,
) {
    looks(pdf, places);
    let mut spots_of: Vec<Vec<usize>> = vec![Vec::new(); form.fields.len()];
    for (at, spot) in spots.iter().enumerate() {
        spots_of[spot.widget.field].push(at);
    }
    let children = form.children();
    for ((number, field), shown) in form.fields.iter().enumerate().zip(spots_of) {
        let look = numbers.next();
        let mut object = pdf.form_field(places.fields[number]);
        object.partial_name(TextStr(&field.name)).alternate_name(TextStr(&field.tip));
        if let Some(parent) = field.parent {
            object.parent(places.fields[parent]);
        }
        describe(&mut object, field);
        match (&field.kind, shown.first()) {
            (FormKind::Group, _) => {
                object.children(children[number].iter().map(|child| places.fields[*child]));
            }
            (FormKind::Radio, _) => {
                object.children(shown.iter().map(|at| places.widgets[*at]));
                object.finish();
                for at in shown {
                    let mut widget = pdf.annotation(places.widgets[at]);
                    widget.subtype(pdf_writer::types::AnnotationType::Widget);
                    widget.parent(places.fields[number]);
                    let state = spots[at].widget.state.as_deref().unwrap_or("Yes");
                    show(&mut widget, at, &spots[at], places);
                    switch(&mut widget, state.as_bytes(), places.looks[1], places.looks[2]);
                }
            }
            (kind, Some(at)) => {
                let mut widget = object.into_annotation();
                show(&mut widget, *at, &spots[*at], places);
                if matches!(kind, FormKind::Tick) {
                    switch(&mut widget, b"Yes", places.looks[0], places.looks[2]);
                } else {
                    widget.appearance().normal().stream(look);
                    widget.finish();
                    let rect = spots[*at].rect;
                    let content = b"/Tx BMC\nEMC";
                    let size = Rect::new(0.0, 0.0, rect.x2 - rect.x1, rect.y2 - rect.y1);
                    pdf.form_xobject(look, content).bbox(size);
                }
            }
            (_, None) => {}
        }
    }
}

fn describe(object: &mut Field<'_>, field: &FormField) {
    let text = |size: f32| format!("/Helv {size} Tf 0 g");
    match &field.kind {
        FormKind::Group => {}
        FormKind::Line { size } => {
            object.field_type(FieldType::Text);
            object.vartext_default_appearance(Str(text(*size).as_bytes()));
        }
        FormKind::Lines { size } => {
            object.field_type(FieldType::Text).field_flags(FieldFlags::MULTILINE);
            object.vartext_default_appearance(Str(text(*size).as_bytes()));
        }
        FormKind::Combo { options, size } => {
            object.field_type(FieldType::Choice).field_flags(FieldFlags::COMBO);
            object.vartext_default_appearance(Str(text(*size).as_bytes()));
            object.choice_options().options(options.iter().map(|option| TextStr(option)));
        }
        FormKind::Tick => {
            object.field_type(FieldType::Button);
            object.vartext_default_appearance(Str(b"/ZaDb 0 Tf 0 g"));
        }
        FormKind::Radio => {
            object.field_type(FieldType::Button).field_flags(FieldFlags::RADIO);
            object.vartext_default_appearance(Str(b"/ZaDb 0 Tf 0 g"));
        }
    }
}

/// Where a widget is, on paper too.
fn show(widget: &mut Annotation<'_>, at: usize, spot: &Spot, places: &Places) {
    widget.rect(spot.rect).page(places.pages[spot.page]).flags(AnnotationFlags::PRINT);
    let key = places.pages.len() + at;
    widget.struct_parent(i32::try_from(key).unwrap_or(i32::MAX));
}

/// A box or button that is off, with the looks of both states.
fn switch(widget: &mut Annotation<'_>, on: &[u8], look: Ref, off: Ref) {
    widget.highlight(HighlightEffect::Invert).appearance_state(Name(b"Off"));
    let caption = if on == b"Yes" { "4" } else { "l" };
    widget.appearance_characteristics().normal_caption(TextStr(caption));
    let mut appearance = widget.appearance();
    let mut states = appearance.normal().streams();
    states.pair(Name(on), look).pair(Name(b"Off"), off);
}

fn looks(pdf: &mut Pdf, places: &Places) {
    let size = Rect::new(0.0, 0.0, TICK, TICK);
    let mut tick = Content::new();
    tick.set_stroke_gray(0.0).set_line_width(1.4);
    tick.move_to(2.4, 5.6).line_to(4.6, 2.8).line_to(8.6, 8.6).stroke();
    let mut dot = Content::new();
    dot.set_fill_gray(0.0);
    circle(&mut dot, TICK / 2.0, TICK / 2.0, 3.0);
    dot.fill_nonzero();
    let looks = [tick, dot, Content::new()].map(Content::finish);
    for (look, place) in looks.iter().zip(places.looks) {
        pdf.form_xobject(place, look.as_slice()).bbox(size);
    }
}
