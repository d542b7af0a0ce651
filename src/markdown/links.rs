//! Which addresses lead into the book, which lead out, and which are refused.

pub enum Destination {
    Inside,
    Outside,
    Unsafe,
}

/// Looks at the scheme the way a browser does: white space and control characters do not hide one.
pub fn destination(address: &str) -> Destination {
    let compact: String =
        address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if compact.starts_with("//") {
        return Destination::Outside;
    }
    let scheme = compact
        .split(['/', '?', '#'])
        .next()
        .and_then(|head| head.split_once(':'))
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        None => Destination::Inside,
        Some("http" | "https" | "mailto" | "tel") => Destination::Outside,
        Some(_) => Destination::Unsafe,
    }
}
