//! What a sheet's page says to the scripts that keep what is written on it.

use testkit::Book;

const SHEET: &str = "title: Sheet
was: old-sheet
fields:
  - number: Days
  - table: Rows
    columns:
      - text: What
        carry: no
      - number: Cost
      - check: Done
        carry: no
      - date: When
  - computed: Cost of all
    sum: rows.cost
  - computed: Share
    percent: {of: rows.cost, in: days}
";

fn page(book: &str) -> String {
    let book = Book::new().file("book.toml", book).file("content/templates/sheet.yaml", SHEET);
    book.page("templates/sheet.html")
}

#[test]
fn a_row_goes_on_as_a_whole_but_for_the_columns_that_say_no() {
    let page = page("[book]\ntitle = \"Test\"\n");
    let carried = |id: &str| {
        let (_, field) = page.split_once(&format!("data-field=\"{id}\"")).expect(id);
        field[..field.find('>').expect("a tag ends")].contains("data-carry")
    };
    let found = ["days", "rows", "what", "cost", "done", "when"].map(carried);
    assert_eq!(found, [false, true, false, true, false, true]);
}

#[test]
fn what_is_worked_out_is_said_with_labels() {
    let page = page("[book]\ntitle = \"Test\"\n");
    assert!(page.contains("Worked out: “Cost”, added up."), "{page}");
    assert!(page.contains("“Cost” as a share of “Days”, in per cent."), "{page}");
}

#[test]
fn a_sheet_says_what_it_was_called_and_what_its_book_is_known_by() {
    let plain = page("[book]\ntitle = \"Our Book\"\n");
    assert!(plain.contains("data-site=\"our-book\" data-root"), "{plain}");
    assert!(plain.contains("data-was=\"old-sheet\""), "{plain}");
    let with_id = page("[book]\ntitle = \"Our Book\"\nid = \"first-title\"\n");
    assert!(with_id.contains("data-site=\"our-book\" data-id=\"first-title\""), "{with_id}");
}

#[test]
fn an_id_that_is_none_is_told_of() {
    let told = Book::new().file("book.toml", "[book]\ntitle = \"T\"\nid = \"Our Book!\"\n").told();
    assert!(told.contains("`our-book`") && told.contains("book.toml:3"), "{told}");
}
