//! Files of a theme that are published as one. It must not know which they are.

use super::minify_css::minify_css;
use super::style::Style;

/// What is published, as far as it is joined.
#[derive(Default)]
pub(super) struct Joined {
    bytes: Vec<u8>,
    /// The layer that the last style ends in.
    layer: Option<String>,
}

impl Joined {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.layer = None;
    }

    /// Adds a style, minified. Where it begins with the layer that the one before ends in, that goes on.
    pub(super) fn add_style(&mut self, css: &str) {
        let css = minify_css(css);
        let rest = self.layer.as_ref().and_then(|layer| css.strip_prefix(layer)?.strip_prefix('{'));
        if rest.is_some() {
            let end = self.bytes.len() - END.len();
            self.bytes.truncate(end);
        }
        self.bytes.extend_from_slice(rest.unwrap_or(&css).as_bytes());
        self.layer = last_layer(&css);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// What a minified style ends with that ends in a layer.
const END: &str = "}\n";

/// The layer that a minified style ends in, when nothing stands behind it.
fn last_layer(css: &str) -> Option<String> {
    let style = Style::read(css);
    let last = style.declarations.into_iter().next_back()?;
    let layer = last.around.first().filter(|around| around.starts_with("@layer "))?;
    let ends = "}".repeat(last.around.len() - 1) + END;
    (style.breaks.is_empty() && css[last.place.end..] == ends).then(|| layer.clone())
}

#[cfg(test)]
mod tests {
    use super::Joined;

    fn joined(styles: &[&str]) -> String {
        let mut joined = Joined::default();
        for style in styles {
            joined.add_style(style);
        }
        String::from_utf8(joined.into_bytes()).expect("text stays text")
    }

    #[test]
    fn a_layer_goes_on_in_the_next_file() {
        let one = "@layer a { b { top: 0 } @media print { b { top: 1px } } }";
        let all = "@layer a{b{top:0}@media print{b{top:1px}}c{top:0}}d{top:0}\n";
        assert_eq!(joined(&[one, "@layer a { c { top: 0 } }\nd { top: 0 }"]), all);
        assert_eq!(
            joined(&["@layer a { b { top: 0 } }"; 3]),
            "@layer a{b{top:0}b{top:0}b{top:0}}\n"
        );
    }

    #[test]
    fn what_is_no_layer_or_another_one_stays_apart() {
        for [one, other] in [
            ["@layer a{b{top:0}}\n", "@layer c{b{top:0}}\n"],
            ["@layer a{b{top:0}}d{}\n", "@layer a{b{top:0}}\n"],
            ["@layer a{b{top:0}\n", "@layer a{b{top:0}}\n"],
            ["@layer a,c;\n", "@layer a{b{top:0}}\n"],
            ["b{top:0}\n", "b{top:0}\n"],
        ] {
            assert_eq!(joined(&[one, other]), one.to_owned() + other);
        }
    }
}
