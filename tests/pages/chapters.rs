//! Guidance in folders: each is a chapter, with a page, a place in the menu and a way up.

use std::collections::BTreeSet;

use testkit::Book;

/// A guide of this title.
fn guide(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n\nWords of {title}.\n")
}

fn book() -> Book {
    Book::new()
        .file("content/guidance/start.md", guide("Start here"))
        .file(
            "content/guidance/vans/README.md",
            "---\ntitle: Vans\norder: 1\n---\n\nWhat has wheels.\n",
        )
        .file("content/guidance/vans/load.md", guide("How to load"))
        .file("content/guidance/vans/on-ice/brakes.md", guide("Brakes"))
        .file("content/guidance/depot/load.md", guide("Who loads"))
}

/// The words of a part of a page, without its tags.
fn words(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>').map(|(_, words)| words));
    let words: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// The part of a page from one mark to the next other.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no `{from}`: {page}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn a_folder_is_a_group_of_the_list_with_its_title_and_its_place() {
    let list = book().page("guidance/index.html");
    let body = words(between(&list, "<div class=\"body\">", "</main>"));
    // `Vans` has an order, and a folder without a page of its own is called as it is.
    let order = "Single pages Start here Vans How to load On ice 1 page Depot Who loads";
    assert!(body.starts_with(order), "{body}");
}

#[test]
fn a_folder_has_a_page_that_its_author_wrote_or_that_is_made() {
    let written = book().page("guidance/vans/index.html");
    assert!(written.contains("<h1>Vans</h1>") && written.contains("What has wheels."));
    assert!(written.contains("<a href=\"load.html\">How to load</a>"), "{written}");
    let made = book().page("guidance/vans/on-ice/index.html");
    assert!(
        made.contains("<h1>On ice</h1>") && made.contains("<a href=\"brakes.html\">Brakes</a>")
    );
    assert!(!made.contains("_here-title"), "its one group needs no name: {made}");
}

#[test]
fn the_way_up_and_the_menu_name_every_chapter_on_it() {
    let page = book().page("guidance/vans/on-ice/brakes.html");
    assert_eq!(
        words(between(&page, "class=\"breadcrumbs\"", "</nav>")),
        "Home Guidance Vans On ice"
    );
    let menu = between(&page, "class=\"chapters\"", "</nav>");
    assert_eq!(words(menu), "Guidance Start here Vans How to load On ice Brakes Depot");
    assert!(
        menu.contains("class=\"in-2\"><a href=\"brakes.html\" aria-current=\"page\""),
        "{menu}"
    );
}

#[test]
fn a_page_leads_on_within_its_chapter_alone() {
    let page = book().page("guidance/vans/load.html");
    let around = words(between(&page, "class=\"neighbours\"", "</nav>"));
    assert_eq!(around, "Previous Vans");
    assert!(!book().page("guidance/depot/load.html").contains("class=\"neighbours\""));
}

#[test]
fn links_lead_to_a_folder_and_to_its_file_whatever_that_is_called() {
    for link in
        ["vans/README.md", "vans/readme.md", "vans/index.md", "vans/index.html", "vans/", "vans"]
    {
        let text = format!("# See\n\n[here]({link})\n");
        let page = book().file("content/guidance/see.md", text).page("guidance/see.html");
        assert!(page.contains("<a href=\"vans/index.html\">here</a>"), "{link}: {page}");
    }
    let text = "# See\n\n[here](vans/on-ice/) and [all](./)\n";
    let page = book().file("content/guidance/see.md", text).page("guidance/see.html");
    assert!(
        page.contains("\"vans/on-ice/index.html\"") && page.contains("\"index.html\""),
        "{page}"
    );
}

#[test]
fn guides_of_one_name_are_told_apart_by_their_folders() {
    let related = |id: &str| {
        let text = format!("---\ntitle: See\nrelated: [{id}]\n---\n\nWords.\n");
        book().file("content/guidance/see.md", text)
    };
    let page = related("depot/load").page("guidance/see.html");
    assert!(page.contains("<a href=\"depot/load.html\">Who loads</a>"), "{page}");
    let page = related("brakes").page("guidance/see.html");
    assert!(page.contains("<a href=\"vans/on-ice/brakes.html\">Brakes</a>"), "{page}");
    let told = related("load").told();
    assert!(told.contains("2 guides are called `load`"), "{told}");
    assert!(told.contains("write `depot/load` or `vans/load`"), "{told}");
}

#[test]
fn a_heading_stands_in_for_front_matter_and_check_says_so_once() {
    let book = Book::new()
        .file("content/guidance/a.md", "# The *first*\n\nWords.\n\n# Another\n")
        .file("content/guidance/b.md", "An aside.\n\n# The second\n\nWords.\n");
    assert!(book.page("guidance/a.html").contains("<h1>The first</h1>"));
    assert!(book.page("guidance/b.html").contains("<h1>The second</h1>"));
    let told = book.told();
    assert_eq!(
        told.matches("no-front-matter").count(),
        2,
        "the rule, and how to switch it off: {told}"
    );
    assert!(told.contains("2 guides have no front matter"), "{told}");
}

/// Four hundred pages in folders four deep.
#[test]
fn every_one_of_many_pages_is_found_from_the_list_one_folder_after_the_other() {
    let mut book = Book::new();
    for number in 0..400 {
        let [a, b, c] = [number % 5, number / 5 % 4, number / 20 % 4];
        let path = format!("content/guidance/part-{a}/step-{b}/case-{c}/page-{number}.md");
        book = book.file(path, guide(&format!("Page {number}")));
    }
    let site = book.make().value.expect("it is well");
    let page = |path: &str| {
        let bytes = site.render(path).unwrap_or_else(|| panic!("no `{path}`"));
        String::from_utf8(bytes.expect("it is rendered").into_owned()).expect("it is UTF-8")
    };
    let (mut seen, mut next) = (BTreeSet::new(), vec![String::from("guidance/index.html")]);
    for _ in 0..4 {
        let mut deeper = Vec::new();
        for path in next {
            let page = page(&path);
            let body = between(&page, "<div class=\"body\">", "</main>");
            assert!(body.matches("<li>").count() <= 60, "{path} is long");
            let (folder, _) = path.rsplit_once('/').expect("it is in a folder");
            for link in body.split("href=\"").skip(1) {
                let link = link.split('"').next().unwrap_or_default();
                let to = format!("{folder}/{link}");
                if !link.starts_with("../")
                    && seen.insert(to.clone())
                    && to.ends_with("/index.html")
                {
                    deeper.push(to);
                }
            }
        }
        next = deeper;
    }
    for number in 0..400 {
        let [a, b, c] = [number % 5, number / 5 % 4, number / 20 % 4];
        let path = format!("guidance/part-{a}/step-{b}/case-{c}/page-{number}.html");
        assert!(seen.contains(&path), "nothing leads to {path}");
    }
    let deep = page("guidance/part-0/step-0/case-0/page-0.html");
    let menu = between(&deep, "class=\"chapters\"", "</nav>");
    assert!(menu.matches("<li").count() <= 40, "{menu}");
}

#[test]
fn a_chapter_of_many_pages_is_spread_over_several_and_each_leads_to_all_of_them() {
    let mut book = Book::new().file("content/guidance/vans/README.md", guide("Vans"));
    for number in 0..240 {
        book = book.file(
            format!("content/guidance/depot/page-{number}.md"),
            guide(&format!("Page {number}")),
        );
    }
    for number in 0..70 {
        book = book.file(
            format!("content/guidance/vans/van-{number}.md"),
            guide(&format!("Van {number}")),
        );
    }
    let site = book.make().value.expect("it is well");
    let page = |path: &str| {
        let bytes = site.render(path).unwrap_or_else(|| panic!("no `{path}`"));
        String::from_utf8(bytes.expect("it is rendered").into_owned()).expect("it is UTF-8")
    };
    let first = page("guidance/depot/index.html");
    let shown_pages = between(&first, "id=\"_list-pages-title\"", "</nav>");
    let shown = words(shown_pages);
    assert_eq!(
        shown,
        "Pages of this list 1–60 Page 0 61–120 Page 60 121–180 Page 120 181–240 Page 180"
    );
    assert!(shown_pages.contains("href=\"index.html\" aria-current=\"page\""), "{shown_pages}");
    assert!(shown_pages.contains("href=\"../../lists/guidance/depot-4.html\""), "{shown_pages}");
    for number in 2..=4 {
        let page = page(&format!("lists/guidance/depot-{number}.html"));
        let body = between(&page, "<div class=\"body\">", "</main>");
        assert_eq!(body.matches("<h2><a").count(), 60);
        assert_eq!(words(between(body, "id=\"_list-pages-title\"", "</nav>")), shown);
        let way = words(between(&page, "class=\"breadcrumbs\"", "</nav>"));
        assert_eq!(way, "Home Guidance Depot");
        let menu = between(&page, "class=\"chapters\"", "</nav>");
        let here = "aria-current=\"page\">Depot</a>";
        assert!(menu.contains(here) && menu.matches("aria-current").count() == 1, "{menu}");
    }
    // The page that its author wrote has other neighbours, and leads on from the end of the list.
    let vans = page("guidance/vans/index.html");
    assert!(vans.contains("lists/guidance/vans-2.html\">36 to 70 of 70"), "{vans}");
    assert!(page("lists/guidance/vans-2.html").contains("<h1>Vans, 36 to 70 of 70</h1>"));
}

#[test]
fn a_heading_called_as_one_of_the_page_has_an_id_of_its_own() {
    let headings = "## List pages title\n\nWords.\n\n## Here title\n\nWords.\n";
    let mut book =
        Book::new().file("content/guidance/depot/index.md", guide("Depot") + "\n" + headings);
    for number in 0..130 {
        let path = format!("content/guidance/depot/page-{number}.md");
        book = book.file(path, guide(&format!("Page {number}")));
    }
    let page = book.page("guidance/depot/index.html");
    let ids = || page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let given = |id: &str| ids().filter(|other| *other == id).count();
    assert_eq!((given("list-pages-title"), given("_list-pages-title")), (1, 1), "{page}");
    assert!(ids().all(|id| given(id) == 1), "{:?}", ids().collect::<Vec<_>>());
}

#[test]
fn where_chapters_are_many_each_is_one_line() {
    let mut book = Book::new();
    for number in 0..40 {
        let path = format!("content/guidance/part-{number}");
        book = book.file(format!("{path}/one.md"), guide("One"));
        book = book.file(format!("{path}/two.md"), guide("Two"));
    }
    let list = book.page("guidance/index.html");
    let body = words(between(&list, "<div class=\"body\">", "</main>"));
    assert!(body.starts_with("Part 0 2 pages Part 1 2 pages"), "{body}");
}
