//! Every way that is known to put something that runs into a page: elements, handlers, schemes, each written in every
//! manner in which a browser still understands it.

use twohats::markdown::{Extent, Html};

use crate::cleaning::danger;
use crate::markdown::html;

const ELEMENTS: [&str; 34] = [
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input",
    "button", "textarea", "select", "meta", "base", "link", "svg", "math", "template", "noscript",
    "audio", "video", "source", "img", "a", "p", "div", "details", "table", "td", "b", "body",
    "html", "marquee",
];

const ATTRIBUTES: [&str; 20] = [
    "onclick",
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onmouseover",
    "onanimationstart",
    "onpointerenter",
    "ONCLICK",
    "style",
    "srcdoc",
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "xlink:href",
    "poster",
    "background",
    "srcset",
];

const VALUES: [&str; 9] = [
    "alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//elsewhere.example/x.js",
];

/// How a tag is written, with `E` for the element, `A` for the attribute and `V` for its value.
const MANNERS: [&str; 8] = [
    "<E A=\"V\">x</E>",
    "<E A='V' />",
    "<E/A=V>",
    "<E\nA\n=\n\"V\"\n>\n\nx\n\n</E>",
    "words <E x=\"\" A=\"V\"",
    "<b><E A=\"V\"></b></E>",
    "<!--><E A=\"V\">-->",
    "<<E A=\"V\">>",
];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn no_payload_is_left_in_a_page() {
    let (mut tried, mut fallen) = (0, Vec::new());
    for element in ELEMENTS {
        for attribute in ATTRIBUTES {
            for value in VALUES {
                for (number, manner) in MANNERS.iter().enumerate() {
                    let text =
                        manner.replace('E', element).replace('A', attribute).replace('V', value);
                    let extent = [Extent::Document, Extent::Block, Extent::Inline][number % 3];
                    tried += 1;
                    match html(&text, (extent, Html::Clean)) {
                        Ok(html) => {
                            fallen
                                .extend(danger(&html).map(|found| format!("{found} of {text:?}")));
                        }
                        Err(why) => fallen.push(format!("{why}: {text:?}")),
                    }
                }
            }
        }
    }
    println!("tally: payloads: {tried}");
    assert!(fallen.is_empty(), "{} payloads are left:\n{}", fallen.len(), fallen.join("\n"));
}
