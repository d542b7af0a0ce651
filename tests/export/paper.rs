//! What goes on which page: nothing is parted from what it belongs to, and nothing hangs over the edge.

use testkit::Book;
use twohats::render::Site;

use crate::pdf::Pdf;

/// The sheet of a template with these fields.
pub fn pdf(fields: &str) -> Pdf {
    Pdf::read(&bytes(fields))
}

pub fn bytes(fields: &str) -> Vec<u8> {
    let template = format!("title: Sheet\nfields:{fields}");
    let book = Book::new().file("content/templates/sheet.yaml", template);
    rendered(&book, "templates/sheet.pdf")
}

pub fn read(book: &Book, path: &str) -> Pdf {
    Pdf::read(&rendered(book, path))
}

pub fn rendered(book: &Book, path: &str) -> Vec<u8> {
    let site: Site = book.make().value.unwrap_or_else(|| panic!("{}", book.told()));
    let bytes = site.render(path).unwrap_or_else(|| panic!("the site has no `{path}`"));
    bytes.expect("no layout is asked").into_owned()
}

/// Name and kind of each field.
pub fn kinds(fields: &str) -> Vec<String> {
    let fields = pdf(fields).fields();
    fields.iter().map(|(name, field)| format!("{name} {}", field.kind)).collect()
}

/// Every field lies within the paper's margins, and no two of them overlap.
#[track_caller]
pub fn is_well_laid(pdf: &Pdf) {
    let fields = pdf.fields();
    let spots: Vec<(usize, [f32; 4])> =
        fields.values().flat_map(|field| field.spots.clone()).collect();
    for (at, (page, [left, lower, right, upper])) in spots.iter().enumerate() {
        assert!(*left >= 53.0 && *right <= 542.0 && left < right, "{left} to {right} hangs over");
        assert!(
            *lower >= 50.0 && *upper <= 800.0 && lower < upper,
            "{lower} to {upper} hangs over"
        );
        for (other_page, [l, b, r, t]) in &spots[..at] {
            let apart = page != other_page || l >= right || r <= left || b >= upper || t <= lower;
            assert!(apart, "two fields overlap");
        }
    }
}

#[test]
fn a_label_is_on_the_page_of_its_field() {
    let kinds = ["text", "long", "date", "person", "number", "rating"];
    let each = (0..90).map(|number| {
        let hint = "    hint: What it is, in a few words.\n".repeat(number % 2);
        format!("  - {}: Label {number} ends\n{hint}", kinds[number % kinds.len()])
    });
    let pdf = pdf(&format!("\n{}", each.collect::<String>()));
    is_well_laid(&pdf);
    let (texts, fields) = (pdf.texts(), pdf.fields());
    assert!(texts.len() > 3, "they fill several pages");
    for number in 0..90 {
        let page = fields[&format!("label-{number}-ends")].spots[0].0;
        assert!(texts[page].contains(&format!("Label {number} ends\n")), "label {number}");
    }
    let last = texts.len();
    for (at, text) in texts.iter().enumerate() {
        assert!(text.contains(&format!("Page {} of {last}\n", at + 1)), "{text}");
    }
}

#[test]
fn a_heading_is_never_the_last_on_its_page() {
    for lines in 1..40 {
        let fields = "  - text: Field\n    id: x\n";
        let before: String =
            (0..lines).map(|number| fields.replace("id: x", &format!("id: x{number}"))).collect();
        let pdf = pdf(&format!("\n{before}  - heading: Part two\n  - long: After it\n"));
        let page = pdf.fields()["after-it"].spots[0].0;
        assert!(pdf.texts()[page].contains("Part two\n"), "after {lines} fields");
    }
}

#[test]
fn a_table_writes_its_head_again_on_each_of_its_pages() {
    let pdf = pdf(
        "\n  - table: Requests\n    rows: 50\n    columns:\n      - text: Request\n      - date: Asked on\n      - check: Told\n",
    );
    is_well_laid(&pdf);
    let texts = pdf.texts();
    assert!(texts.len() > 1);
    for (number, text) in texts.iter().enumerate() {
        assert!(text.contains("Request\n") && text.contains("Asked on\n"), "page {number}: {text}");
    }
}

#[test]
fn a_table_with_more_columns_than_fit_goes_row_by_row() {
    let columns: Vec<String> =
        (0..14).map(|at| format!("      - text: Column number {at}\n")).collect();
    let columns = columns.concat();
    let pdf = pdf(&format!("\n  - table: Wide\n    rows: 2\n    columns:\n{columns}"));
    is_well_laid(&pdf);
    assert!(pdf.texts().concat().contains("Row 2\n"));
    assert_eq!(pdf.fields()["wide.2.column-number-13"].tip, "Wide, Row 2, Column number 13");
}

#[test]
fn the_same_template_gives_the_same_bytes_with_no_date_in_them() {
    let fields = "\n  - text: Name\n  - table: Rows\n    columns:\n      - text: What\n";
    let one = bytes(fields);
    assert_eq!(one, bytes(fields));
    let text = String::from_utf8_lossy(&one);
    for word in ["CreationDate", "ModDate", "/ID", "(D:20"] {
        assert!(!text.contains(word), "{word}");
    }
}
