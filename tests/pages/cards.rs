//! The pictures that other sites show beside a link.

use testkit::Book;
use twohats::social_image::{HEIGHT, WIDTH};

const SITE: &str = "[book]\ntitle = \"Test\"\nsite_url = \"https://example.org/book/\"\n";

fn book(title: &str) -> Book {
    let scenario =
        format!("title: {title}\nsummary: S.\nleader:\n  say: Why?\nmanager:\n  say: When?\n");
    Book::new().file("book.toml", SITE).file("content/scenarios/late.yaml", scenario)
}

/// The rows of a card that hold anything but the page's colour.
fn written_rows(book: &Book) -> Vec<u32> {
    let site = book.make().value.expect("the book is good");
    let card = site.render("social/scenarios/late.png").expect("the site has a card");
    let card = std::io::Cursor::new(card.expect("it is made"));
    let mut reader = png::Decoder::new(card).read_info().expect("it is PNG");
    assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
    let mut rows = Vec::new();
    for number in 0.. {
        let Some(row) = reader.next_row().expect("its rows can be read") else { break };
        if row.data().iter().any(|byte| *byte != 0) {
            rows.push(number);
        }
    }
    rows
}

#[test]
fn a_page_names_its_card_with_the_full_address() {
    let page = book("Late again").page("scenarios/late.html");
    let card = "content=\"https://example.org/book/social/scenarios/late.png\"";
    assert!(page.contains(card), "{page}");
}

#[test]
fn a_book_that_does_not_say_where_it_lies_has_no_cards() {
    let book = book("Late again").file("book.toml", "[book]\ntitle = \"Test\"\n");
    assert!(!book.page("scenarios/late.html").contains("og:image"));
}

#[test]
fn a_card_of_the_own_theme_stands_beside_every_link() {
    let own = SITE.replace("title =", "theme = \"ours\"\ntitle =");
    let book = book("Late again").file("book.toml", own).file("themes/ours/assets/card.png", "own");
    let page = book.page("scenarios/late.html");
    assert!(page.contains("content=\"https://example.org/book/assets/card.png\""), "{page}");
}

#[test]
fn a_title_of_any_length_stays_clear_of_the_bars_below() {
    for title in ["Late", &"A very long title that goes on and on ".repeat(9), &"x".repeat(400)] {
        let rows = written_rows(&book(title));
        assert!(!rows.iter().any(|row| (530..570).contains(row)), "{title}");
        assert!(rows.iter().any(|row| (150..430).contains(row)), "{title}");
    }
}

#[test]
fn letters_that_the_font_lacks_do_not_spoil_a_card() {
    let rows = written_rows(&book("遅れ 🙂"));
    assert!(!rows.iter().any(|row| (150..430).contains(row)));
    assert!(rows.contains(&575));
}

#[test]
fn a_colour_of_the_own_theme_is_on_the_card_and_in_the_icon() {
    let own = SITE.replace("title =", "theme = \"ours\"\ntitle =");
    let style = ":root { --leader-bar: light-dark(rebeccapurple, #fff); }";
    let book =
        book("Late again").file("book.toml", own).file("themes/ours/styles/99-ours.css", style);
    let site = book.make().value.expect("the book is good");
    let bytes =
        |path: &str| site.render(path).expect("it is there").expect("it is made").into_owned();
    let card = std::io::Cursor::new(bytes("social/scenarios/late.png"));
    let reader = png::Decoder::new(card).read_info().expect("it is PNG");
    let palette = reader.info().palette.clone().expect("it has a palette");
    assert!(palette.as_chunks().0.contains(&[0x66, 0x33, 0x99]), "{palette:?}");
    let icon = String::from_utf8(bytes("assets/icon.svg")).expect("it is text");
    assert!(icon.contains("#663399") && icon.contains("#bd6a00"), "{icon}");
}
