//! HTML that is cleaned: whatever was written, a browser finds nothing in it that runs, loads from elsewhere or asks.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use testkit::chance::Chance;
use twohats::markdown::{Extent, Html};

use crate::harness::fuzz;
use crate::markdown::{WORDS, html};

/// Elements that no text may have.
const REFUSED: [&str; 22] = [
    "script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button",
    "textarea", "select", "meta", "base", "link", "svg", "math", "template", "noscript", "audio",
    "video", "marquee",
];

/// Attributes whose value is an address.
const ADDRESSES: [&str; 9] =
    ["href", "src", "cite", "action", "formaction", "data", "poster", "background", "xlink:href"];

/// What a browser finds in the HTML that it must not, if anything.
pub fn danger(html: &str) -> Option<String> {
    tags(html).iter().find_map(|tag| {
        let name = &*tag.name;
        if REFUSED.contains(&name) {
            return Some(format!("an element `{name}`"));
        }
        tag.attrs.iter().find_map(|attribute| {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            let runs =
                key.starts_with("on") || matches!(key, "style" | "srcdoc" | "srcset" | "ping");
            let scheme: String = value
                .chars()
                .filter(|sign| !sign.is_whitespace() && !sign.is_control())
                .take_while(|sign| !matches!(sign, ':' | '/' | '?' | '#'))
                .collect();
            let is_scheme = value.contains(':') && ADDRESSES.contains(&key);
            let is_unsafe = is_scheme
                && ["javascript", "vbscript", "data", "blob", "file"]
                    .contains(&&*scheme.to_lowercase());
            (runs || is_unsafe).then(|| format!("an attribute `{key}` of `{name}` with `{value}`"))
        })
    })
}

/// The tags that open elements, as a browser reads them.
fn tags(html: &str) -> Vec<Tag> {
    #[derive(Default)]
    struct Found(RefCell<Vec<Tag>>);
    impl TokenSink for Found {
        type Handle = ();

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            if let Token::TagToken(tag) = token
                && tag.kind == TagKind::StartTag
            {
                self.0.borrow_mut().push(tag);
            }
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Found::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn nothing_that_runs_is_left_of_whatever_is_written() {
    let attempt = |text: &str, _: &mut Chance| {
        [Extent::Inline, Extent::Block, Extent::Document].into_iter().try_for_each(|extent| {
            let html = html(text, (extent, Html::Clean))?;
            danger(&html).map_or(Ok(()), |found| Err(format!("{extent:?} keeps {found}")))
        })
    };
    fuzz("cleaning", &WORDS, attempt);
}

#[test]
fn what_is_dangerous_is_seen() {
    for html in [
        "<p onclick=a()>",
        "<a href=' java\nscript:a()'>",
        "<ScRiPt>",
        "<img src=\"data:text/html,a\">",
        "<p style='a'>",
    ] {
        assert!(danger(html).is_some(), "{html}");
    }
    for html in
        ["<p>onclick=a()</p>", "<a href=\"a/b:c\">", "&lt;script>", "<b title=\"<script>\">"]
    {
        assert_eq!(danger(html), None, "{html}");
    }
}
