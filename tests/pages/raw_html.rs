//! Raw HTML is read as a browser reads it, and what is no HTML is shown as it was typed.

use testkit::Book;

use crate::has::{holds, lacks};

fn book(body: &str) -> Book {
    let guide = format!("---\ntitle: A\n---\n\n{body}");
    Book::new().file("content/guidance/a.md", guide)
}

/// A book with one scenario, whose leader says this.
fn said(words: &str) -> Book {
    let scenario = format!(
        "title: Late parcels\nsummary: Parcels stay a night.\nleader:\n  say: {words}\nmanager:\n  say: Who ships what?\n"
    );
    Book::new().file("content/scenarios/late.yaml", scenario)
}

/// The body of a guide's page with this text.
#[track_caller]
fn prose(body: &str) -> String {
    let page = book(body).file("content/guidance/door.png", "").page("guidance/a.html");
    let text = page.split("<div class=\"prose\">").nth(1).expect("the text is on the page");
    text.split("</main>").next().expect("there is a first part").to_owned()
}

#[test]
fn a_comment_vanishes_whole_wherever_it_stands_and_takes_nothing_with_it() {
    for body in [
        "One.\n\n<!-- ask\nlegal -->\n\nTwo.\n\n## Three\n",
        "One <!-- ask\nlegal --> and Two.\n\n## Three\n",
        "One.\n\n<!-- ask legal\n--> Two.\n\n## Three\n",
        "- One\n  <!-- ask\n  legal -->\n- Two\n\n## Three\n",
        "> One\n> <!-- ask\n> legal -->\n>\n> Two\n\n## Three\n",
        "<!-- ask <b>\n\nlegal > it -->\nOne\n\nTwo\n\n## Three\n",
        "| One | Two <!-- ask legal --> |\n|---|---|\n| a | b |\n\n## Three\n",
        "<div>\nOne <!-- ask\nlegal -->\nTwo\n</div>\n\n## Three\n",
    ] {
        let book = book(body);
        assert_eq!(book.told(), "", "{body}");
        let page = prose(body);
        for word in ["One", "Two", ">Three</h2>"] {
            holds(&page, word);
        }
        for word in ["ask", "legal", "--"] {
            lacks(&page, word);
        }
    }
}

#[test]
fn a_comment_in_a_text_of_a_scenario_vanishes_whole() {
    for words in [
        "|\n    Why so?\n\n    <!-- legal has to see\n    the next line -->\n\n    Then we decide.",
        "|\n    Why so? <!-- legal has to see\n    the next line -->\n    Then we decide.",
        "Why so? <!-- legal has to see the next line --> Then we decide.",
        "\"Why so? <!-- legal has to see\\nthe next line --> Then we decide.\"",
    ] {
        let page = said(words).page("scenarios/late.html");
        holds(&page, "Why so?");
        holds(&page, "Then we decide.");
        for word in ["legal", "the next line", "--&gt;", "-->"] {
            lacks(&page, word);
        }
    }
}

#[test]
fn lines_of_a_block_look_as_in_a_browser() {
    let page = prose(
        "<div>\nText with <strong>strong</strong> words, R&amp;D and a<br>new line.\n&copy; 2026, 3 < 4\n</div>\n",
    );
    holds(&page, "Text with <strong>strong</strong> words, R&amp;D and a<br>new line.");
    holds(&page, "© 2026, 3 &lt; 4");
    let page = prose(
        "<details>\n<summary>More</summary>\nA line of <em>text</em>\nand another.\n</details>\n",
    );
    holds(
        &page,
        "<details>\n<summary>More</summary>\nA line of <em>text</em>\nand another.\n</details>",
    );
}

#[test]
fn tags_over_several_lines_and_around_markdown_are_one_element() {
    let page = prose(
        "<p\n  align=\"center\">\n\n**Eight**\n\n</p>\n\n<details>\n<summary>More</summary>\n\n- The `list`\n\n</details>\n\n\
         <img src=\"door.png\"\n     width=\"40\" alt=\"The door\">\n",
    );
    holds(&page, "<strong>Eight</strong>");
    holds(&page, "<p align=\"center\">");
    holds(&page, "<code>list</code>");
    holds(&page, "width=\"40\"");
    lacks(&page, "&lt;");
}

#[test]
fn what_everybody_writes_in_markdown_stays_and_nothing_is_told() {
    let body = "<a name=\"top\"></a>\n\n<center>Press <kbd>Esc</kbd>, H<sub>2</sub>O, <u>now</u>, \
                <mark>here</mark></center>\n\n<a id=\"end\"/> [up](#top) [down](#end)\n\n\
                <table width=\"90%\"><tr><td align=\"center\">a</table>\n\n\
                One<br>two<br/>three</br>four\n\n<ul>\n<li>x\n<li>y\n</ul>\n\n<p>para\n\n<hr />\n\n\
                <ol type=\"a\" start=3><li value=\"4\">z</li></ol>\n";
    assert_eq!(book(body).told(), "");
    let page = prose(body);
    holds(&page, "<a id=\"top\"></a>");
    holds(&page, "<a id=\"end\"></a>");
    holds(
        &page,
        "<center>Press <kbd>Esc</kbd>, H<sub>2</sub>O, <u>now</u>, <mark>here</mark></center>",
    );
    holds(&page, "One<br>two<br>three<br>four");
    holds(&page, "<ol type=\"a\" start=\"3\">");
    lacks(&page, "&lt;");
}

#[test]
fn an_end_without_a_name_is_shown_as_it_was_written_and_takes_nothing_with_it() {
    let page = prose(
        "<div>\n\none </ two > three <//four </5> six\n\n</div>\n\n<p>seven </ eight> nine</p>\n",
    );
    holds(&page, "one &lt;/ two &gt; three &lt;//four &lt;/5&gt; six");
    holds(&page, "<p>seven &lt;/ eight&gt; nine</p>");
}

#[test]
fn a_word_in_angle_brackets_is_a_word_also_when_html_has_one_of_that_name() {
    for word in [
        "template",
        "title",
        "time",
        "label",
        "data",
        "summary",
        "script",
        "style",
        "form",
        "table",
        "code",
        "input",
        "select",
        "textarea",
        "iframe",
        "section",
        "b",
        "p",
        "li",
        "td",
        "body",
        "head",
        "a",
        "thanks",
        "client-name",
        "Name",
        "option",
        "svg",
        "math",
        "noscript",
        "xmp",
        "plaintext",
        "frameset",
        "br-x",
        "img",
        "TITLE",
        "object",
        "video",
        "button",
        "pre",
        "div",
    ] {
        for body in [
            format!("Bring <{word}> and **that**.\n\n## Third\n\nThis is *there* too.\n"),
            format!("<{word}> and **that**.\n\n## Third\n\nThis is *there* too.\n"),
            format!("- <{word}> and **that**\n\n## Third\n\nThis is *there* too.\n"),
        ] {
            let page = prose(&body);
            holds(&page, &format!("&lt;{word}&gt; and <strong>that</strong>"));
            holds(&page, ">Third</h2>");
            holds(&page, "This is <em>there</em> too.");
        }
        let page =
            said(&format!("Send <{word}> and **that** by Friday.")).page("scenarios/late.html");
        holds(&page, &format!("Send &lt;{word}&gt; and <strong>that</strong> by Friday."));
    }
}

#[test]
fn what_is_no_tag_is_shown_in_links_code_and_headings_as_it_was_typed() {
    let body = "## Fill in <title>\n\n`<time>` and <time>\n\n```html\n<template>\n```\n\n\
                [the <label>](#fill-in-title) ![a <data>](door.png \"the <form>\")\n\n[^<time>]\n\n[^<time>]: A <time>\n";
    let page = prose(body);
    holds(&page, "Fill in &lt;title&gt;</h2>");
    holds(&page, "<code>&lt;time&gt;</code> and &lt;time&gt;");
    holds(&page, "&lt;template&gt;\n</code>");
    holds(&page, ">the &lt;label&gt;</a>");
    holds(&page, "alt=\"a &lt;data&gt;\"");
    holds(&page, "A &lt;time&gt;");
    lacks(&page, "\u{1}");
}

#[test]
fn nothing_that_is_taken_out_takes_words_with_it() {
    let page = prose(
        "Before.\n\n<form action=\"/x\"><label>Your name</label> <input name=\"n\"></form>\n\n\
         <script>alert(1)</script>\n\n<style>\nh2 { color: red }\n\nh3 { color: red }\n</style>\n\n\
         <font color=\"red\">red</font> a <iframe src=\"https://x.org\"></iframe> b <script>c()</script> d\n\n\
         <tr><td>cell</td></tr>\n\nAfter.\n",
    );
    for words in ["Before.", "Your name", "red a", " b ", " d", "cell", "After."] {
        holds(&page, words);
    }
    for words in ["&lt;", "alert", "color", "iframe", "c()", "<input", "<label", "<font", "<form"] {
        lacks(&page, words);
    }
}

#[test]
fn what_is_open_ends_with_its_text() {
    for tag in ["b", "div", "table", "details", "template", "style", "script", "textarea", "title"]
    {
        for body in [format!("A <{tag}> b.\n\nEnd.\n"), format!("<{tag} class=\"x\">\n\nEnd.\n")] {
            let page = book(&body).page("guidance/a.html");
            holds(&page, "End.");
            let after = page.split("End.").last().unwrap_or_default();
            holds(after, "</main>");
        }
    }
    let page = book("A.\n\n</section>\n\n</article>\n\n</main>\n\nEnd.\n").page("guidance/a.html");
    assert_eq!(page.matches("</main>").count(), 1, "{page}");
    holds(&page, "&lt;/main&gt;");
}

#[test]
fn a_link_or_a_picture_in_a_block_is_followed_and_told_at_its_place() {
    let told = book(
        "<div>\nGo to <a href=\"no.md\">that</a>\nand <a href=\"javascript:x\">this</a>.\n</div>\n",
    )
    .told();
    holds(&told, "content/guidance/a.md:6:16");
    holds(&told, "content/guidance/a.md:7:14");
}

#[test]
fn many_tags_that_are_no_tags_take_no_longer_than_they_must() {
    for piece in
        ["<style>\n", "<a ", "<a b=\"", "<title>", "</b>", "<b>", "<?", "<![CDATA[", "<td>", "< <a"]
    {
        let page = prose(&format!("{}\n\nEnd.\n", piece.repeat(3_000)));
        holds(&page, "End.");
    }
}
