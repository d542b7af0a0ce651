//! What a font in WOFF2 is, by how its file begins: <https://www.w3.org/TR/WOFF2/#table_dir_format>.

/// Where the list of tables begins.
const TABLES: usize = 48;

/// The number of a tag that is spelt out.
const SPELT: u8 = 63;

/// The numbers of the tags `glyf`, `loca` and `fvar`.
const GLYF: u8 = 10;
const LOCA: u8 = 11;
const FVAR: u8 = 47;

/// Whether a font has all weights in one file: it has a table of axes. What cannot be read has none.
pub(super) fn is_variable(head: &[u8]) -> bool {
    has_axes(head).unwrap_or(false)
}

fn has_axes(head: &[u8]) -> Option<bool> {
    let count = u16::from_be_bytes([*head.get(12)?, *head.get(13)?]);
    let mut rest = head.strip_prefix(b"wOF2").and_then(|_| head.get(TABLES..))?;
    for _ in 0..count {
        let (flags, after) = rest.split_first()?;
        let (tag, version) = (flags & 0x3f, flags >> 6);
        rest = if tag == SPELT { after.get(4..)? } else { after };
        if tag == FVAR {
            return Some(true);
        }
        rest = behind_number(rest)?;
        let is_outline = matches!(tag, GLYF | LOCA);
        if is_outline == (version == 0) {
            rest = behind_number(rest)?;
        }
    }
    Some(false)
}

/// What follows a number, each byte of which but the last has its first bit set.
fn behind_number(bytes: &[u8]) -> Option<&[u8]> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    bytes.get(length..)
}

#[cfg(test)]
mod tests {
    use super::is_variable;

    /// A font with these entries of tables.
    fn font(tables: &[&[u8]]) -> Vec<u8> {
        let mut head = b"wOF2".to_vec();
        head.resize(48, 0);
        head[13] = u8::try_from(tables.len()).expect("there are few");
        head.extend(tables.concat());
        head
    }

    #[test]
    fn a_variable_font_is_known_by_its_table_of_axes() {
        let (cmap, glyf, spelt): (&[u8], &[u8], &[u8]) =
            (&[0, 9], &[10, 0x81, 0, 7], &[63, b'T', b'e', b's', b't', 1]);
        assert!(is_variable(&font(&[cmap, glyf, spelt, &[47, 9]])));
        assert!(!is_variable(&font(&[cmap, glyf, spelt])));
        // Where a table follows that is named alike by a number of another.
        assert!(!is_variable(&font(&[&[0, 47], &[75, 47, 47]])));
    }

    #[test]
    fn what_is_cut_or_no_font_is_not_variable() {
        let whole = font(&[&[0, 9], &[47, 9]]);
        for end in 0..whole.len() - 1 {
            assert!(!is_variable(&whole[..end]), "{end}");
        }
        assert!(!is_variable(b"OTTO and more, which is no such font at all, however long it is"));
    }
}
