//! What a picture is, by its name and by its first bytes. It must not know which page shows it.

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Nothing,
    Png,
    Jpeg,
    Gif,
    Webp,
    Avif,
    Svg,
    Bmp,
    Icon,
    Heic,
    Tiff,
    Photoshop,
    Pdf,
    WebPage,
    /// What stands for a file that Git keeps elsewhere.
    LargeFilePointer,
    /// Text of another kind.
    Text,
    Unknown,
}

/// How the names of pictures end that every browser shows, with what is then in them.
const SHOWN: [(&str, Format); 11] = [
    ("png", Format::Png),
    ("apng", Format::Png),
    ("jpg", Format::Jpeg),
    ("jpeg", Format::Jpeg),
    ("jfif", Format::Jpeg),
    ("gif", Format::Gif),
    ("webp", Format::Webp),
    ("avif", Format::Avif),
    ("svg", Format::Svg),
    ("bmp", Format::Bmp),
    ("ico", Format::Icon),
];

/// How a file begins.
const STARTS: [(&[u8], Format); 13] = [
    (b"\x89PNG\r\n\x1a\n", Format::Png),
    (b"\xff\xd8\xff", Format::Jpeg),
    (b"GIF8", Format::Gif),
    (b"BM", Format::Bmp),
    (b"\0\0\x01\0", Format::Icon),
    (b"II*\0", Format::Tiff),
    (b"MM\0*", Format::Tiff),
    (b"8BPS", Format::Photoshop),
    (b"%PDF", Format::Pdf),
    (b"%!PS", Format::Pdf),
    // In UTF-16, which only a drawing may be in.
    (b"\xff\xfe<\0", Format::Svg),
    (b"\xfe\xff\0<", Format::Svg),
    (b"version https://git-lfs", Format::LargeFilePointer),
];

/// How much of a text is looked at for the element that it begins with.
const HEAD: usize = 65_536;

impl Format {
    /// What a file that ends so holds, if every browser shows it as a picture.
    pub(super) fn shown(ending: &str) -> Option<Self> {
        SHOWN.into_iter().find(|(name, _)| ending.eq_ignore_ascii_case(name)).map(|(_, what)| what)
    }

    /// What these bytes are.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Nothing;
        }
        if let Some((_, what)) = STARTS.into_iter().find(|(start, _)| bytes.starts_with(start)) {
            return what;
        }
        match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WEBP")) => Self::Webp,
            // What it is besides follows.
            (_, Some(b"ftyp"), _)
                if bytes[..bytes.len().min(64)].windows(4).any(|at| at == b"avif") =>
            {
                Self::Avif
            }
            (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"hevc" | b"heif" | b"mif1" | b"msf1")) => {
                Self::Heic
            }
            _ => Self::of_text(bytes),
        }
    }

    fn of_text(bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(HEAD)];
        let text = String::from_utf8_lossy(head).to_ascii_lowercase();
        let start = text.trim_start_matches('\u{feff}').trim_start();
        match start {
            _ if start.starts_with("<!doctype html") || start.starts_with("<html") => Self::WebPage,
            _ if text.contains("<svg") => Self::Svg,
            // A letter that is cut in two at the end of the head is no sign of bytes.
            _ if head.contains(&0) || text.trim_end_matches('\u{fffd}').contains('\u{fffd}') => {
                Self::Unknown
            }
            _ => Self::Text,
        }
    }

    /// What it is called, and how its files end where they are shown.
    pub(super) fn name(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Nothing => ("nothing", None),
            Self::Png => ("a PNG picture", Some("png")),
            Self::Jpeg => ("a JPEG picture", Some("jpg")),
            Self::Gif => ("a GIF picture", Some("gif")),
            Self::Webp => ("a WebP picture", Some("webp")),
            Self::Avif => ("an AVIF picture", Some("avif")),
            Self::Svg => ("an SVG picture", Some("svg")),
            Self::Bmp => ("a BMP picture", Some("bmp")),
            Self::Icon => ("an icon", Some("ico")),
            Self::Heic => ("a HEIC picture", None),
            Self::Tiff => ("a TIFF picture", None),
            Self::Photoshop => ("a Photoshop file", None),
            Self::Pdf => ("a PDF or PostScript file", None),
            Self::WebPage => ("a web page", None),
            Self::LargeFilePointer => ("what Git LFS puts in the place of a file", None),
            Self::Text => ("a text", None),
            Self::Unknown => ("no picture", None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        for (bytes, what) in [
            (&b""[..], Format::Nothing),
            (b"\x89PNG\r\n\x1a\nrest", Format::Png),
            (b"\xff\xd8\xff\xe0", Format::Jpeg),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Format::Webp),
            (b"\0\0\0\x1cftypavif", Format::Avif),
            (b"\0\0\0\x24ftypheic", Format::Heic),
            (b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif", Format::Avif),
            (b"<?xml version=\"1.0\"?>\n<!-- x -->\n<svg>", Format::Svg),
            (b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>", Format::WebPage),
            (b"<html><svg></svg></html>", Format::WebPage),
            (b"not found", Format::Text),
            (b"\0\x02", Format::Unknown),
        ] {
            assert_eq!(Format::of(bytes), what, "{bytes:?}");
        }
    }
}
