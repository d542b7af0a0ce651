//! The owner's look: colours, marks, fonts and lines that `[look]` gives, and nothing of them where it is not there.

use testkit::Book;
use twohats::build::{Memory, Options, build};
use twohats::model::{FAVICON, HOME_ICON, MANIFEST, SitePath};
use twohats::render::Site;

use crate::has::{holds, lacks};

/// The guide's example of a whole brand, with the files that it names.
fn hospital() -> Book {
    let page = include_str!("../../docs/guide/content/guidance/your-brand.md");
    let toml = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let toml = toml.expect("the guide has an example");
    assert!(toml.lines().count() <= 14, "a brand takes fourteen lines:\n{toml}");
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 220 44\"/>";
    Book::small()
        .file("book.toml", toml)
        .file("content/brand/logo.svg", logo)
        .file("content/brand/logo-dark.svg", logo)
        .file("content/brand/text.woff2", b"wOF2")
}

fn site(book: &Book) -> Site {
    let made = book.make();
    made.value.unwrap_or_else(|| panic!("{}", book.told()))
}

/// The style that every page has.
fn style(site: &Site) -> String {
    let now = site.now(&SitePath::of("assets/style.css")).expect("the style has an address");
    let bytes = site.render(now.as_str()).expect("it is there").expect("it is rendered");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_whole_brand_takes_fourteen_lines_and_nothing_is_wrong_with_it() {
    let told = hospital().told();
    let others: Vec<&str> = told.lines().filter(|line| line.starts_with("warning")).collect();
    assert!(others.iter().all(|line| line.contains("thin-side")), "{told}");
}

#[test]
fn edges_have_the_owners_colours_and_labels_are_made_of_them() {
    let style = style(&site(&hospital()));
    for wanted in ["--leader-bar:light-dark(#00594c,", "--manager-bar:light-dark(#c8501e,"] {
        assert!(style.contains(wanted), "{wanted}");
    }
    for wanted in ["--link:light-dark(#a01b6c,", "--round:4px", "--sans:\"Twohats Look\","] {
        assert!(style.contains(wanted), "{wanted}");
    }
    assert!(!style.contains("#1d4fa8"), "the colour of our own leader is left nowhere");
}

#[test]
fn the_logo_has_the_title_as_its_words_and_its_room_is_kept() {
    let page = hospital().page("scenarios/late.html");
    holds(
        &page,
        "src=\"../brand/logo.svg\" alt=\"Two hats at St Ada\" width=\"220\" height=\"44\"",
    );
    holds(&page, "class=\"in-dark\" src=\"../brand/logo-dark.svg\" alt=\"Two hats at St Ada\"");
    holds(&hospital().page("404.html"), "src=\"/brand/logo.svg\"");
}

#[test]
fn the_owners_lines_stand_at_the_foot_of_every_page() {
    let line = "<a href=\"https://example.org/imprint\">Imprint</a>";
    for page in ["index.html", "scenarios/late.html", "templates/sheet.html", "404.html"] {
        holds(&hospital().page(page), line);
    }
}

#[test]
fn a_line_of_the_owner_leads_to_a_page_from_wherever_it_stands() {
    let book = Book::small().file(
        "book.toml",
        "[book]\ntitle = \"T\"\n[look]\nfooter = [\"[Why](guidance/why.md)\"]\n",
    );
    holds(&book.page("scenarios/late.html"), "<a href=\"../guidance/why.html\">Why</a>");
    holds(&book.page("404.html"), "<a href=\"/guidance/why.html\">Why</a>");
    let wrong = book
        .file("book.toml", "[book]\ntitle = \"T\"\n[look]\nfooter = [\"[Why](guidance/wy.md)\"]\n");
    let told = wrong.told();
    assert!(told.contains("error[broken-link]") && told.contains("book.toml:4:"), "{told}");
    let of_language = "[book]\ntitle = \"T\"\n[languages.de]\nname = \"Deutsch\"\nfooter = [\"[Warum](guidance/wy.md)\"]\n";
    let told = Book::small().file("book.toml", of_language).told();
    assert!(told.contains("error[broken-link]") && told.contains("book.toml:5:"), "{told}");
}

#[test]
fn fonts_come_early_from_the_site_itself() {
    let page = hospital().page("templates/sheet.html");
    holds(&page, "<link rel=\"preload\" href=\"../brand/text.woff2\" as=\"font\"");
    holds(&page, "font-src 'self'");
    assert!(!page.contains("rel=\"manifest\""), "the policy of a sheet lets none in");
    assert!(style(&site(&hospital())).contains("src:url(\"../brand/text.woff2\")"));
}

#[test]
fn icons_and_pictures_beside_links_have_the_colours() {
    let book = hospital();
    let site = site(&book);
    let bytes = |path: SitePath| {
        let bytes = site.render(path.as_str()).expect("it is there").expect("it is rendered");
        bytes.into_owned()
    };
    let icon = bytes(FAVICON);
    assert_eq!(icon[..6], [0, 0, 1, 0, 1, 0], "one icon");
    assert!(icon[22..].starts_with(b"\x89PNG"));
    assert!(bytes(HOME_ICON).starts_with(b"\x89PNG"));
    let manifest = String::from_utf8_lossy(&bytes(MANIFEST)).into_owned();
    holds(&manifest, "\"name\": \"Two hats at St Ada\"");
    let svg = bytes(SitePath::of("assets/icon.svg"));
    holds(&String::from_utf8_lossy(&svg), "#00594c");
    let page = book.page("index.html");
    holds(&page, "rel=\"apple-touch-icon\" href=\"apple-touch-icon.png\"");
    holds(&page, "rel=\"manifest\" href=\"manifest.webmanifest\"");
}

#[test]
fn the_bars_of_a_blank_sheet_have_the_colours_and_stand_out_from_white() {
    let pdf = |book: &Book| {
        let site = site(book);
        let bytes = site.render("templates/sheet.pdf").expect("it is there").expect("it is made");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let fills = |pdf: &str| pdf.lines().filter(|line| line.ends_with(" rg")).count();
    let branded = pdf(&hospital());
    // #00594c, as parts of one.
    holds(&branded, "0 0.34901962 0.29803923 rg");
    assert_eq!(fills(&branded), 3, "one bar of the leader's and two of the manager's");
    let pale = "[book]\ntitle = \"T\"\n[look]\nmanager = \"#ffee99\"\n";
    let pale = pdf(&Book::small().file("book.toml", pale));
    assert!(fills(&pale) == 3 && !pale.contains("1 0.93333334 0.6 rg"), "it is darker on paper");
    let only_lines = "[book]\ntitle = \"Test\"\n[look]\nfooter = [\"Imprint\"]\n";
    let only_lines = pdf(&Book::small().file("book.toml", only_lines));
    assert_eq!(only_lines, pdf(&Book::small()), "without colours it keeps its bytes");
}

#[test]
fn a_colour_that_a_theme_cannot_take_is_told_where_it_is_given() {
    let toml = "[book]\ntitle = \"T\"\ntheme = \"ours\"\n[look]\nleader = \"#00594c\"\naccent = \"#a01b6c\"\n";
    let book = |style: &str| {
        Book::small().file("book.toml", toml).file("themes/ours/styles/10-tokens.css", style)
    };
    let ours = twohats::theme::default_file("styles/10-tokens.css").expect("it is there");
    let told = book(&ours.replace("    --leader-bar:", "    --bar-of-ours:")).told();
    assert!(told.contains("warning[unused-colour]: nothing has this colour: no style"), "{told}");
    assert!(told.contains("`--leader-bar`") && told.contains("book.toml:5:10"), "{told}");
    let told =
        book(&ours.replace("light-dark(#fdfcfa, ", "light-dark(color(display-p3 1 1 1), ")).told();
    assert!(told.contains("nothing has this colour in light: the theme's `--page`"), "{told}");
    assert!(!told.contains("in dark: the theme's"), "{told}");
}

#[test]
fn a_colour_of_which_no_shade_can_be_read_is_told_with_the_grounds_that_are_too_far_apart() {
    let toml = "[book]\ntitle = \"T\"\ntheme = \"ours\"\n[look]\naccent = \"#a01b6c\"\n";
    let style = ":root { --sunk: light-dark(#111111, #15181d); }\n";
    let told =
        Book::small().file("book.toml", toml).file("themes/ours/styles/95-ours.css", style).told();
    let wanted = "in light, no shade of this colour has a contrast of 4.5 to 1 with both `#111111` and `#fdfcfa`";
    assert!(told.contains(wanted) && told.contains("book.toml:5:10"), "{told}");
}

#[test]
fn an_icon_of_the_owner_takes_the_place_of_drawn_ones() {
    let book = Book::small()
        .file("book.toml", "[book]\ntitle = \"T\"\n[look]\nicon = \"icon.png\"\n")
        .file("content/icon.png", b"\x89PNG\r\n\x1a\n");
    let page = book.page("scenarios/late.html");
    holds(&page, "rel=\"icon\" href=\"../icon.png\" type=\"image/png\"");
    assert!(!site(&book).has("apple-touch-icon.png"));
}

#[test]
fn a_book_without_a_look_has_nothing_of_it() {
    let book = Book::small();
    let site = site(&book);
    for path in [FAVICON, HOME_ICON, MANIFEST] {
        assert!(!site.has(path.as_str()), "{path}");
    }
    assert_eq!(style(&site), twohats::theme::default_style());
    let page = book.page("index.html");
    for word in ["rel=\"manifest\"", "apple-touch", "preload", "<img", "owner"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_look_lies_over_a_theme_of_the_projects_own() {
    let book = hospital().file(
        "themes/ours/styles/95-ours.css",
        ":root { --leader-bar: light-dark(#333333, #cccccc); --mine: 1px }\np { margin: var(--mine) }\n",
    );
    let toml = "[book]\ntitle = \"T\"\ntheme = \"ours\"\n[look]\nleader = \"#00594c\"\n";
    let style = style(&site(&book.file("book.toml", toml)));
    assert!(style.contains("--leader-bar:light-dark(#00594c,"));
    assert!(!style.contains("#333333") && style.contains("--mine:1px"));
}

#[test]
fn a_footer_of_one_language_is_at_the_foot_of_its_pages_and_has_its_style() {
    let lines = |in_english: &str| {
        let german = "[languages.de]\nname = \"Deutsch\"\nfooter = [\"Unser Impressum\"]\n";
        let english = format!("[languages.en]\nname = \"English\"\n{in_english}");
        let toml = format!("[book]\ntitle = \"T\"\n{english}{german}");
        Book::small().file("book.toml", toml)
    };
    let only_german = lines("");
    holds(&only_german.page("de/index.html"), "Unser Impressum");
    lacks(&only_german.page("index.html"), "Unser Impressum");
    holds(&style(&site(&only_german)), ".owner");
    let both = lines("footer = [\"Our imprint\"]\n");
    holds(&both.page("index.html"), "Our imprint");
    lacks(&both.page("de/index.html"), "Our imprint");
}

#[test]
fn a_font_is_found_however_the_link_to_it_is_written() {
    for link in ["brand/my text.woff2", "brand/my%20text.woff2", "./brand/my text.woff2"] {
        let toml = format!("[book]\ntitle = \"T\"\n[look]\nfont = \"{link}\"\n");
        let book =
            Book::small().file("book.toml", toml).file("content/brand/my text.woff2", b"wOF2");
        holds(&style(&site(&book)), "../brand/my%20text.woff2");
    }
}

/// A PNG of four pixels by two, the left half of it red and the rest clear.
const RED: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x04\x00\x00\x00\x02\x08\x06\x00\x00\x00\x7f\xa8}c\x00\x00\x00\x14IDATx\xdac8!g\xf3\x1f\x8a\x19@\x98\x01]\x00\x00\xf0\xcc\x0d\x0d\x97{f\xfc\x00\x00\x00\x00IEND\xaeB`\x82";

/// The picture beside links to a guide.
fn card(look: &str) -> Vec<u8> {
    let toml = format!("[book]\ntitle = \"T\"\nsite_url = \"https://example.org/\"\n{look}");
    let book = Book::small().file("book.toml", toml).file("content/brand/logo.png", RED);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 220 44\"/>";
    let site = site(&book.file("content/brand/logo.svg", svg));
    site.render("social/guidance/why.png").expect("it is there").expect("it is drawn").into_owned()
}

#[test]
fn pictures_beside_links_carry_a_logo_that_is_a_png() {
    // Behind the signature, the length and name of the first chunk and both sides stands how many bits a pixel has.
    const DEPTH: usize = 24;
    let plain = card("");
    let with_svg = card("[look]\nlogo = \"brand/logo.svg\"\n");
    assert_eq!((plain[DEPTH], &plain), (4, &with_svg), "it keeps the title of the book");
    for look in [
        "[look]\nlogo = \"brand/logo.png\"\n",
        "[look]\nlogo = \"brand/logo.svg\"\nlogo_card = \"brand/logo.png\"\n",
    ] {
        let card = card(look);
        assert_eq!(card[DEPTH], 8);
        assert!(card.windows(3).any(|colour| colour == [200, 30, 60]), "the logo's colour");
    }
}

#[test]
fn the_logo_on_pictures_is_read_again_only_when_it_or_the_page_below_it_changed() {
    let (options, mut memory) = (Options::default(), Memory::default());
    let mut site = |png: &[u8], look: &str, title: &str| {
        let toml = format!(
            "[book]\ntitle = \"{title}\"\nsite_url = \"https://example.org/\"\n{look}\
             [look]\nlogo = \"brand/logo.png\"\n"
        );
        let book = Book::small().file("book.toml", toml).file("content/brand/logo.png", png);
        let page = ":root { --page: light-dark(#fdfcf0, #15181d); }";
        let book = book.file("themes/ours/styles/99-ours.css", page);
        build(&book.sources(), &options, &mut memory).value.expect("it is good")
    };
    let sites = [
        site(RED, "", "T"),
        site(RED, "", "Another"),
        site(RED, "theme = \"ours\"\n", "T"),
        site(&RED[..RED.len() - 20], "", "T"),
        site(RED, "", "T"),
    ];
    let [first, again, on_another_page, cut, whole] =
        sites.each_ref().map(|site| site.plan().card_logo());
    let (first, whole) = (first.expect("it is drawn"), whole.expect("it is drawn again"));
    assert!(std::ptr::eq(first, again.expect("it is there")), "it is the one that was read");
    let of = |logo| format!("{logo:?}");
    assert_ne!(of(first), of(on_another_page.expect("it is drawn on it")));
    assert!(cut.is_none(), "nothing of before stands in for it");
    assert_eq!(of(first), of(whole));
}

#[test]
fn a_logo_that_cannot_be_drawn_beside_links_is_told_at_its_line() {
    let told = |look: &str, png: &[u8]| {
        let toml = format!("[book]\ntitle = \"T\"\n{look}");
        let book = Book::small().file("book.toml", toml).file("content/brand/logo.png", png);
        book.file("content/brand/logo.svg", "<svg viewBox=\"0 0 9 9\"/>").told()
    };
    let (url, svg, png) = (
        "site_url = \"https://example.org/\"\n",
        "[look]\nlogo = \"brand/logo.svg\"\n",
        "[look]\nlogo = \"brand/logo.png\"\n",
    );
    let found = told(&format!("{url}{svg}"), RED);
    assert!(found.contains("warning[undrawn-logo]") && found.contains("book.toml:5:8"), "{found}");
    let cut = told(&format!("{url}{png}"), &RED[..RED.len() - 20]);
    assert!(cut.contains("undrawn-logo") && cut.contains("save it anew"), "{cut}");
    // Without an address there are no such pictures.
    for well in [
        svg.to_owned(),
        format!("{url}{png}"),
        format!("{url}{svg}logo_card = \"brand/logo.png\"\n"),
    ] {
        assert!(!told(&well, RED).contains("undrawn-logo"), "{well}");
    }
}
