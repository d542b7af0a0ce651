//! A template as a Word document to fill in: headings, labels with what helps, boxes to write in and to tick,
//! and tables with empty rows. A zip of small XML files, as few as Word and LibreOffice ask for.

use std::fmt::Write;

use crate::markdown::escape_xml as escape;
use crate::model::{Field, FieldKind, Item};

use super::computed::in_words;
use super::sheet::Sheet;
use super::table::help;
use super::zip::zip;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// What is written on, in twentieths of a point: an A4 page less its margins.
const WIDTH: usize = 9638;
const SIDES: [&str; 4] = ["top", "left", "bottom", "right"];
/// How many lines a long answer is given.
const LONG: usize = 5;

/// The blank sheet as a Word document. The same sheet always gives the same bytes.
#[must_use]
pub(crate) fn docx(sheet: &Sheet<'_>) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relation(&format!("{RELATIONS}/officeDocument"), "word/document.xml")),
        ("word/document.xml", document(sheet)),
        ("word/_rels/document.xml.rels", relation(&format!("{RELATIONS}/styles"), "styles.xml")),
        ("word/styles.xml", styles(sheet.language)),
    ])
}

fn types() -> String {
    let part = |name, kind| {
        format!(r#"<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>"#)
    };
    format!(
        r#"{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}{}</Types>"#,
        part("document", "document.main"),
        part("styles", "styles")
    )
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{kind}" Target="{target}"/></Relationships>"#
    )
}

/// Headings are real ones, by which readers and screen readers find their way.
fn styles(language: &str) -> String {
    let mut styles = format!(
        r#"{HEAD}<w:styles xmlns:w="{WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="{}"/></w:rPr></w:rPrDefault></w:docDefaults>"#,
        escape(language)
    );
    for (level, size) in [(1, 34), (2, 26)] {
        let _ = write!(
            styles,
            r#"<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>"#,
            level - 1
        );
    }
    styles + "</w:styles>"
}

fn document(sheet: &Sheet<'_>) -> String {
    let word = |key: &str| (sheet.words)(key);
    let mut body = paragraph(r#"<w:pStyle w:val="Heading1"/>"#, &run("", sheet.title));
    let template = sheet.template;
    body += &sheet.summary.map(|summary| plain(&summary.plain())).unwrap_or_default();
    if let Some(when) = &template.use_when {
        body += &quiet(&format!("{}: {}", word("template.use_when"), when.plain()), "");
    }
    body += &template.time.as_ref().map(|time| quiet(&time.plain(), "")).unwrap_or_default();
    if template.sensitive {
        body += &label(&word("sensitive.label"));
        body += &plain(&word("sensitive.text"));
    }
    body.extend(template.fields.iter().map(|one| field(sheet, one)));
    format!(
        r#"{HEAD}<w:document xmlns:w="{WORDS}"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

fn field(sheet: &Sheet<'_>, field: &Field) -> String {
    let hint = || {
        field.hint.as_ref().map(|hint| quiet(&hint.plain(), "<w:keepNext/>")).unwrap_or_default()
    };
    let helped = |words: String| {
        let help = if words.is_empty() { words } else { quiet(&words, "<w:keepNext/>") };
        format!("{}{}{help}", label(&field.label.value), hint())
    };
    match &field.kind {
        FieldKind::Heading => {
            paragraph(r#"<w:pStyle w:val="Heading2"/>"#, &run("", &field.label.value)) + &hint()
        }
        FieldKind::Note(note) => {
            note.paragraphs().iter().map(|text| plain(text)).collect::<String>() + &hint()
        }
        FieldKind::Tick => {
            paragraph(
                r#"<w:spacing w:before="200"/>"#,
                &run("<w:b/>", &format!("☐ {}", field.label.value)),
            ) + &hint()
        }
        FieldKind::Long => helped(String::new()) + &lines(LONG),
        FieldKind::Choice { options: items }
        | FieldKind::Choices { options: items }
        | FieldKind::Ticks { items } => helped(String::new()) + &ticks(items),
        FieldKind::Rating { low, high } => {
            let end = |word: &Option<String>| {
                word.as_ref().map(|word| format!(" ({word})")).unwrap_or_default()
            };
            let marks = format!("☐ 1{}   ☐ 2   ☐ 3   ☐ 4   ☐ 5{}", end(low), end(high));
            helped(String::new()) + &plain(&marks)
        }
        FieldKind::Table { columns, rows } => helped(String::new()) + &table(sheet, columns, *rows),
        FieldKind::Computed(computed) => helped(in_words(sheet, computed)) + &lines(1),
        FieldKind::Number { unit } => helped(unit.clone().unwrap_or_default()) + &lines(1),
        FieldKind::Date => helped((sheet.words)("template.pdf_date")) + &lines(1),
        FieldKind::Text { .. } | FieldKind::Person => helped(String::new()) + &lines(1),
    }
}

fn ticks(items: &[Item]) -> String {
    items.iter().map(|item| plain(&format!("☐ {}", item.value))).collect()
}

/// A box of so many lines, which grows with what is typed: paragraphs that share a border.
fn lines(count: usize) -> String {
    let border = format!("<w:pBdr>{}</w:pBdr>", borders(&SIDES, 4));
    let line = paragraph(&format!(r#"{border}<w:ind w:left="80" w:right="80"/>"#), "");
    line.repeat(count)
}

fn table(sheet: &Sheet<'_>, columns: &[Field], rows: u32) -> String {
    let width = WIDTH / columns.len().max(1);
    let cell = |inside: &str| {
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>"#)
    };
    let heads = columns.iter().map(|column| {
        let more: String = help(sheet, column).iter().map(|words| quiet(words, "")).collect();
        cell(&format!("{}{more}", paragraph("", &run("<w:b/>", &column.label.value))))
    });
    let head = heads.collect::<String>();
    let blanks = columns.iter().map(|column| {
        let is_tick = matches!(column.kind, FieldKind::Tick);
        cell(&paragraph("", &if is_tick { run("", "☐") } else { String::new() }))
    });
    let blank = blanks.collect::<String>();
    let long = columns.iter().any(|column| matches!(column.kind, FieldKind::Long));
    let height = if long { 1100 } else { 560 };
    let row = format!(
        r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}"/></w:trPr>{blank}</w:tr>"#
    );
    let rows: String = (0..rows).map(|_| row.as_str()).collect();
    let sides = [SIDES.as_slice(), &["insideH", "insideV"]].concat();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblInd w:w="108" w:type="dxa"/><w:tblBorders>{}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>{}"#,
        borders(&sides, 0),
        format!(r#"<w:gridCol w:w="{width}"/>"#).repeat(columns.len()),
        paragraph("", "")
    )
}

fn borders(sides: &[&str], space: u8) -> String {
    let border =
        |side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="767F89"/>"#);
    sides.iter().map(border).collect()
}

fn label(text: &str) -> String {
    paragraph(r#"<w:keepNext/><w:spacing w:before="200" w:after="40"/>"#, &run("<w:b/>", text))
}

fn plain(text: &str) -> String {
    paragraph(r#"<w:spacing w:after="60"/>"#, &run("", text))
}

fn quiet(text: &str, about: &str) -> String {
    let about = format!(r#"{about}<w:spacing w:after="40"/>"#);
    paragraph(&about, &run(r#"<w:color w:val="4D5660"/><w:sz w:val="18"/>"#, text))
}

fn paragraph(about: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{about}</w:pPr>{runs}</w:p>")
}

fn run(about: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, escape(text))
}
