//! How large a picture is, by how its file begins: a PNG, or a drawing in SVG.

use super::view::PictureSize;

/// The size of a picture; `None` where its file does not say it.
pub(super) fn picture_size(head: &[u8]) -> Option<PictureSize> {
    let size = of_png(head).or_else(|| of_svg(&String::from_utf8_lossy(head)));
    size.filter(|size| size.width > 0 && size.height > 0)
}

/// The numbers behind the signature and the name of the first chunk: <https://www.w3.org/TR/png-3/#11IHDR>.
fn of_png(head: &[u8]) -> Option<PictureSize> {
    let rest = head.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..)?;
    let (width, rest) = rest.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    Some(PictureSize { width: u32::from_be_bytes(*width), height: u32::from_be_bytes(*height) })
}

/// The `width` and `height` of the first element where both are in pixels, else what its `viewBox` spans.
fn of_svg(text: &str) -> Option<PictureSize> {
    let start = text.find("<svg")?;
    let element = text[start..].split_once('>')?.0;
    let sizes = attribute(element, "width").zip(attribute(element, "height"));
    let pixels = sizes.and_then(|(width, height)| {
        let number = |text: &str| number(text.strip_suffix("px").unwrap_or(text));
        Some(PictureSize { width: number(width)?, height: number(height)? })
    });
    pixels.or_else(|| {
        let spans = attribute(element, "viewBox")?;
        let spans = spans.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
        let mut numbers = spans.skip(2).map(number);
        Some(PictureSize { width: numbers.next()??, height: numbers.next()?? })
    })
}

fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let mut found = element.match_indices(name);
    found.find_map(|(at, _)| {
        let is_whole = element[..at].ends_with(char::is_whitespace);
        let value = element[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| is_whole && ['"', '\''].contains(quote))?;
        value[1..].split_once(quote).map(|(value, _)| value)
    })
}

/// A number as the nearest whole one; a picture has fewer pixels than a screen of screens.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in that range")]
fn number(text: &str) -> Option<u32> {
    let number: f32 = text.trim().parse().ok()?;
    (0.5..100_000.).contains(&number).then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::{PictureSize, picture_size};

    #[test]
    fn a_picture_says_how_large_it_is() {
        let size = |width, height| Some(PictureSize { width, height });
        for (head, wanted) in [
            ("<svg width='120' height=\"30px\" viewBox='0 0 1 1'>", size(120, 30)),
            ("<?xml version='1.0'?>\n<svg\n viewBox=\"0 0 240.4 60\">", size(240, 60)),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"-5,-5, 12 6\">", size(12, 6)),
            ("<svg stroke-width=\"2\" viewBox=\"0 0 8 4\">", size(8, 4)),
            ("<svg><rect width=\"3\" height=\"3\"/></svg>", None),
            ("<svg width=\"0\" height=\"4\">", None),
            ("<svg width=\"1e99\" height=\"NaN\">", None),
            ("<svg viewBox", None),
            ("words", None),
            ("", None),
        ] {
            assert_eq!(picture_size(head.as_bytes()), wanted, "{head}");
        }
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\0\x40\x08\x06";
        assert_eq!(picture_size(png), size(256, 64));
        assert_eq!(picture_size(&png[..20]), None);
    }
}
