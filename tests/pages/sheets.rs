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

/// What a camera reads of a code that is drawn as a path.
fn read(path: &str, width: usize) -> String {
    const SCALE: usize = 4;
    let mut dark = vec![false; width * width];
    for line in path.split('M').skip(1) {
        let steps = line.find(['h', 'm']).expect("a line goes somewhere");
        let y: usize = line[..steps].trim_start_matches("0 ").parse().expect("a row has a number");
        let mut x = 0;
        let mut rest = &line[steps..];
        while !rest.is_empty() {
            let (kind, more) = rest.split_at(1);
            let end = more.find(['h', 'm']).unwrap_or(more.len());
            let run: usize =
                more[..end].trim_end_matches(" 0").parse().expect("a run has a length");
            if kind == "h" {
                dark[y * width + x..][..run].fill(true);
            }
            x += run;
            rest = &more[end..];
        }
    }
    let side = (width + 8) * SCALE;
    let light = |x: usize, y: usize| {
        let module = |at: usize| (at / SCALE).checked_sub(4).filter(|at| *at < width);
        let is_dark = module(x).zip(module(y)).is_some_and(|(x, y)| dark[y * width + x]);
        if is_dark { 0 } else { 255 }
    };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
    let grids = seen.detect_grids();
    let [grid] = grids.as_slice() else { panic!("{} codes are seen", grids.len()) };
    grid.decode().expect("the code can be read").1
}

#[test]
fn a_sheet_has_its_address_for_paper_and_as_a_code() {
    let page = page("[book]\ntitle = \"Our Book\"\nsite_url = \"https://example.org/book/\"\n");
    let address = "https://example.org/book/templates/sheet.html";
    let (_, imprint) = page.split_once("class=\"imprint\"").expect("there is an imprint");
    let (imprint, _) = imprint.split_once("</p>").expect("it ends");
    assert!(imprint.ends_with(&format!("Our Book · {address}")), "{imprint}");
    let (_, size) = imprint.split_once("viewBox=\"-4 -4.5 ").expect("there is a code");
    let width: usize = size[..size.find(' ').expect("two sizes")].parse().expect("a size");
    let (_, path) = imprint.split_once(" d=\"").expect("it is drawn");
    assert_eq!(read(&path[..path.find('"').expect("it ends")], width - 8), address);
}

#[test]
fn without_an_address_of_the_site_paper_names_the_book_alone() {
    let page = page("[book]\ntitle = \"Our Book\"\n");
    assert!(page.contains("<p class=\"imprint\">Our Book</p>"), "{page}");
}

#[test]
fn an_id_that_is_none_is_told_of() {
    let told = Book::new().file("book.toml", "[book]\ntitle = \"T\"\nid = \"Our Book!\"\n").told();
    assert!(told.contains("`our-book`") && told.contains("book.toml:3"), "{told}");
}
