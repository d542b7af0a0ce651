//! Markdown becomes HTML that is safe, accessible and can be linked to.

use testkit::Book;

use crate::has::{holds, lacks};

/// The text of a guide's page with this body.
fn guide(body: &str) -> String {
    book(body).page("guidance/a.html")
}

fn book(body: &str) -> Book {
    Book::new().file("content/guidance/a.md", format!("---\ntitle: A\n---\n\n{body}"))
}

#[test]
fn headings_get_ids_and_start_below_the_title() {
    let page = guide(
        "# One thing\n\n## Deeper\n\n# One thing\n\n## Mine {#own .quiet onclick=alert(1)}\n",
    );
    holds(&page, "<h2 id=\"one-thing\">One thing</h2>");
    holds(&page, "<h3 id=\"deeper\">Deeper</h3>");
    holds(&page, "<h2 id=\"one-thing-2\">One thing</h2>");
    holds(&page, "<h3 id=\"own\" class=\"quiet\">Mine</h3>");
    lacks(&page, "onclick");
    holds(&page, "<a href=\"#deeper\">Deeper</a>");
}

#[test]
fn words_in_braces_that_name_no_id_are_part_of_the_heading() {
    let page = guide("## Costs {5 days}\n\n## Left {} over\n\nBoth {sides}\n---\n\n## `{#no}`\n");
    holds(&page, "<h2 id=\"costs-5-days\">Costs {5 days}</h2>");
    holds(&page, "<h2 id=\"left-over\">Left {} over</h2>");
    holds(&page, "<h2 id=\"both-sides\">Both {sides}</h2>");
    holds(&page, "<h2 id=\"no\"><code>{#no}</code></h2>");
}

#[test]
fn a_link_in_trusted_html_is_followed_however_it_is_quoted() {
    let trusted = "[book]\ntitle = \"Test\"\n[markdown]\nhtml = \"trust\"\n";
    let body = "<!-- <a href='no.md'> -->\n<a HREF = 'why.md'>1</a> <a href=why.md>2</a> \
                <A class='x>y' href=\"why.md\" title='say \"no\"'>3</A> <span id='own'>4</span>\n\n[5](#own)\n\n\
                <script>if (1 <a) { x = \"<a href='no.md'>\" }</script>\n";
    let book = Book::new()
        .file("book.toml", trusted)
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\nWhy.\n")
        .file("content/guidance/a.md", format!("---\ntitle: A\n---\n\n{body}"));
    let page = book.page("guidance/a.html");
    for part in [
        "<a href=\"why.html\">1</a>",
        "<a href=\"why.html\">2</a>",
        "<A class='x>y' href=\"why.html\" title='say \"no\"'>3</A>",
        "<span id=\"own\">4</span>",
        "<a href=\"#own\">5</a>",
        "<script>if (1 <a) { x = \"<a href='no.md'>\" }</script>",
    ] {
        holds(&page, part);
    }
}

#[test]
fn levels_of_headings_are_never_skipped() {
    let page = guide("## One\n\n##### Far down\n\n## Two\n");
    holds(&page, "<h2 id=\"one\">");
    holds(&page, "<h3 id=\"far-down\">");
    holds(&page, "<h2 id=\"two\">");
}

#[test]
fn tables_say_what_their_headers_head_and_carry_no_style() {
    let page = guide("| Who | Days |\n|---|--:|\n| Asha | 3 |\n");
    holds(&page, "<th scope=\"col\">Who</th><th scope=\"col\" class=\"right\">Days</th>");
    holds(&page, "data-label=\"Who\">Asha</td>");
    holds(&page, "class=\"right\" data-label=\"Days\">3</td>");
    lacks(&page, "style=");
}

#[test]
fn cells_say_their_labels_in_plain_words_and_raw_html_takes_none_away() {
    let page = guide("| *Who* & \"what\" | |\n|---|---|\n| Asha <b>K</b> | x |\n\n<i>Yes</i>\n");
    holds(&page, "data-label=\"Who &amp; &quot;what&quot;\">Asha <b>K</b></td>");
    holds(&page, "<td>x</td>");
}

#[test]
fn footnotes_lead_there_and_back_and_are_numbered_as_they_come() {
    let page = guide("First[^b], then[^a], again[^b].\n\n[^a]: The A.\n[^b]: The B.\n");
    holds(&page, "<a href=\"#footnote-1\" id=\"footnote-1-from\">1</a>");
    holds(&page, "<li id=\"footnote-1\"><p>The B. <a href=\"#footnote-1-from\">");
    holds(&page, "<li id=\"footnote-2\"><p>The A.");
    assert_eq!(page.matches("id=\"footnote-1-from\"").count(), 1, "an id stands once");
}

#[test]
fn alerts_tasks_definitions_and_strikethrough_are_shown() {
    let page = guide(
        "> [!WARNING]\n> Look out.\n\n- [x] done\n- [ ] open\n\nWord\n: Its meaning\n\n~~gone~~\n",
    );
    holds(&page, "<div class=\"alert alert-warning\"><p class=\"alert-title\">Take care</p>");
    holds(&page, "<span class=\"task\">☑</span> done");
    holds(&page, "<span class=\"task\">☐</span> open");
    holds(&page, "<dt>Word</dt>");
    holds(&page, "<del>gone</del>");
}

#[test]
fn raw_html_is_cleaned_by_default() {
    let page = guide(
        "<script>alert(1)</script>\n\n<p onclick=\"x()\" style=\"color:red\">Kept <b>bold</b></p>\n\n\
         <hr onerror=\"x()\">\n",
    );
    holds(&page, "Kept <b>bold</b>");
    for part in ["alert(1)", "onclick", "style=", "onerror"] {
        lacks(&page, part);
    }
}

#[test]
fn raw_html_is_shown_or_kept_when_the_book_says_so() {
    let mode = |mode: &str| {
        let settings = format!("[book]\ntitle = \"Test\"\n[markdown]\nhtml = \"{mode}\"\n");
        book("An <b onclick=\"x()\">odd</b> word.\n")
            .file("book.toml", settings)
            .page("guidance/a.html")
    };
    holds(&mode("escape"), "&lt;b onclick=");
    holds(&mode("trust"), "<b onclick=\"x()\">odd</b>");
}

#[test]
fn one_line_texts_begin_no_block_whatever_they_start_with() {
    for text in ["- one", "1. one", "# one", "> one", "| one | two |", "    one", "***"] {
        let page = Book::new()
            .file(
                "content/guidance/a.md",
                format!("---\ntitle: A\nsummary: |\n  {text}\n---\n\nText.\n"),
            )
            .page("guidance/a.html");
        let summary =
            page.split("<p class=\"lede\">").nth(1).and_then(|rest| rest.split("</p>").next());
        let summary = summary.expect("the summary is on the page");
        assert!(!summary.contains("<li") && !summary.contains("<h"), "{text}: {summary}");
        assert_eq!(summary.trim(), text.trim().replace('>', "&gt;"), "{text}");
    }
}

#[test]
fn what_an_author_types_is_never_taken_for_a_hole() {
    let page = guide("Write href=\"twohats-slot:0\" and \u{e000}alert.tip\u{e000}. [Top](#top)\n");
    holds(&page, "href=\"twohats-slot:0\"");
}

#[test]
fn a_word_in_angle_brackets_is_shown_as_it_was_written() {
    let page = guide("Hello <name>, send it to <team> by <date>.\n\n<placeholder>\n");
    holds(&page, "Hello &lt;name&gt;, send it to &lt;team&gt; by &lt;date&gt;.");
    holds(&page, "&lt;placeholder&gt;");
}

#[test]
fn a_picture_from_elsewhere_is_refused() {
    let told = book("![x](https://example.org/x.png)\n").told();
    assert!(told.contains("would be loaded from elsewhere"), "{told}");
    let told = book("<p><img src=\"//example.org/x.png\" alt=\"x\"></p>\n").told();
    assert!(told.contains("content/guidance/a.md:5:14"), "{told}");
}
