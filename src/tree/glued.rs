//! A key whose colon has no space after it, so that YAML takes key and value for one text.

/// Where that colon is in a line such as `title:Late parcels`.
#[must_use]
pub fn glued_colon(line: &str) -> Option<usize> {
    let start = line.trim_start().trim_start_matches("- ");
    let name = start.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    let value = start[name..].strip_prefix(':')?;
    let is_value = |next: char| next.is_alphanumeric() || "\"'|>[".contains(next);
    (name > 0 && value.starts_with(is_value)).then(|| line.len() - start.len() + name)
}
