//! Pages stay light however large the book is.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use testkit::{Book, corpus};
use twohats::model::SitePath;

/// What a page may weigh, in bytes as they are sent.
const MOST: usize = 12 * 1024;

fn sent(page: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(page).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

#[test]
fn no_page_of_five_hundred_situations_weighs_more_than_twelve_kilobytes() {
    let book = Book::new().files(corpus::files(500));
    let site = book.make().value.expect("the measured book is good");
    // What is made for paper is as long as what is printed.
    let is_page = |path: &&SitePath| path.is_page() && !path.is_in("print");
    let mut pages = 0;
    for path in site.plan().pages().keys().filter(is_page) {
        let page =
            site.render(path.as_str()).expect("the site has it").expect("our layouts are good");
        let weight = sent(&page);
        assert!(weight <= MOST, "{path} weighs {weight} bytes of {MOST}");
        pages += 1;
    }
    assert!(pages > 600, "{pages}");
}
