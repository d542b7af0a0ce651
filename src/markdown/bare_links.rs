//! Addresses that stand in a text by themselves, found by the rules that GitHub has for them.

use std::ops::Range;

use pulldown_cmark::LinkType;

/// An address among words.
pub(super) struct BareLink {
    pub at: Range<usize>,
    pub kind: LinkType,
    /// What it leads to.
    pub address: String,
}

/// Signs behind an address that belong to the sentence.
const BEHIND: [char; 25] = [
    '?', '!', '.', ',', ':', '*', '_', '~', '\'', '"', ';', '…', '”', '’', '“', '‘', '»', '›',
    '。', '、', '，', '）', '」', ']', '}',
];

/// The longest address that is looked for, so that no text takes long.
const MOST: usize = 2_000;

/// Whether a closer look is worth it: hardly any text holds even the middle of an address.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would look at one byte at a time")]
pub(super) fn may_be_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.iter().skip(1), bytes.iter().skip(2));
    // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
    let is_mail = bytes.iter().fold(false, |found, byte| found | (*byte == b'@'));
    let is_web = bytes.iter().zip(second).zip(third).fold(false, |found, ((one, two), three)| {
        let is_scheme = (*one == b':') & (*two == b'/') & (*three == b'/');
        let is_host = (one | 32 == b'w') & (two | 32 == b'w') & (three | 32 == b'w');
        found | is_scheme | is_host
    });
    is_mail | is_web
}

/// The addresses of a text, in their order.
pub(super) fn find(text: &str) -> Vec<BareLink> {
    let mut links: Vec<BareLink> = Vec::new();
    for (at, sign) in text.match_indices(['@', ':', '.']) {
        let from = links.last().map_or(0, |link| link.at.end);
        if at < from {
            continue;
        }
        let link = match sign {
            "@" => mail(text, from, at),
            ":" => web(text, from, at),
            _ => host(text, from, at),
        };
        links.extend(link);
    }
    links
}

/// `https://…`, whose `:` is at this place.
fn web(text: &str, from: usize, at: usize) -> Option<BareLink> {
    let rest = text[at..].strip_prefix("://")?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let before = at.checked_sub(scheme.len()).and_then(|start| text.get(start..at));
        before.is_some_and(|before| before.eq_ignore_ascii_case(scheme))
    })?;
    let start = at - scheme.len();
    if start < from
        || text[..start].ends_with(char::is_alphanumeric)
        || !rest.starts_with(char::is_alphanumeric)
    {
        return None;
    }
    let at = start..at + "://".len() + length(rest);
    let address = text[at.clone()].to_owned();
    let has_host = address.len() > scheme.len() + "://".len();
    has_host.then_some(BareLink { at, kind: LinkType::Autolink, address })
}

/// `www.…`, whose first `.` is at this place.
fn host(text: &str, from: usize, at: usize) -> Option<BareLink> {
    let start = at.checked_sub("www".len()).filter(|start| *start >= from)?;
    if !text.get(start..at)?.eq_ignore_ascii_case("www") {
        return None;
    }
    if text[..start]
        .ends_with(|before: char| before.is_alphanumeric() || matches!(before, '/' | '.'))
    {
        return None;
    }
    let at = start..start + length(&text[start..]);
    let host = text[at.clone()].split(['/', '?', '#']).next().unwrap_or_default();
    let is_host =
        host.split('.').skip(1).all(|part| !part.is_empty()) && host.matches('.').count() > 1;
    let address = format!("https://{}", &text[at.clone()]);
    is_host.then_some(BareLink { at, kind: LinkType::Autolink, address })
}

/// `name@example.org`, whose `@` is at this place.
fn mail(text: &str, from: usize, at: usize) -> Option<BareLink> {
    let name =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    let before = text[from..at].trim_end_matches(name);
    let start = from + before.len();
    let start =
        start + text[start..at].len() - text[start..at].trim_start_matches(['.', '-', '_']).len();
    let rest = &text[at + 1..];
    let part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    let host = &rest[..rest.find(|letter| !part(letter)).unwrap_or(rest.len())];
    let host = host.trim_end_matches('.');
    let is_host = host.contains('.')
        && !host.ends_with(['-', '_'])
        && host.split('.').all(|part| !part.is_empty())
        && host.rsplit('.').next().is_some_and(|end| {
            end.chars().all(|letter| letter.is_ascii_alphabetic()) && end.len() > 1
        });
    let is_apart = !before.ends_with(['/', '@', ':']) && !rest[host.len()..].starts_with('@');
    let at = start..at + 1 + host.len();
    let address = text[at.clone()].to_owned();
    let has_name = !address.starts_with('@');
    (is_host && is_apart && has_name).then_some(BareLink { at, kind: LinkType::Email, address })
}

/// How long an address is that begins a text: to the next space, without what belongs to the sentence.
fn length(text: &str) -> usize {
    let near = &text[..text.floor_char_boundary(MOST)];
    let end = near.find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '|' | '`'));
    let mut address = &near[..end.unwrap_or(near.len())];
    let (open, mut closed) = (address.matches('(').count(), address.matches(')').count());
    loop {
        let is_behind = |last: char| BEHIND.contains(&last) || (last == ')' && closed > open);
        let Some(shorter) = address.strip_suffix(is_behind) else { return address.len() };
        closed -= usize::from(address.ends_with(')'));
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::{find, may_be_in};

    fn addresses(text: &str) -> Vec<String> {
        let links: Vec<String> = find(text).into_iter().map(|link| link.address).collect();
        assert!(links.is_empty() || may_be_in(text), "{text}");
        links
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("See https://example.org/a_b.", "https://example.org/a_b"),
            ("(https://example.org/a(b))", "https://example.org/a(b)"),
            ("(see https://example.org/a)", "https://example.org/a"),
            ("“https://example.org/?a=b&c=d”, she said", "https://example.org/?a=b&c=d"),
            ("HTTP://example.org/#x!", "HTTP://example.org/#x"),
            ("www.example.org/a, and more", "https://www.example.org/a"),
            ("ask first.last+x@example.co.uk.", "first.last+x@example.co.uk"),
            ("mail_us@example.org-", ""),
            ("http://localhost:3000/a", "http://localhost:3000/a"),
        ] {
            let wanted: Vec<&str> =
                Some(address).filter(|one| !one.is_empty()).into_iter().collect();
            assert_eq!(addresses(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_that_only_look_like_an_address_are_none() {
        for text in [
            "https://",
            "https://…",
            "www",
            "www.",
            "www.x",
            "@driver",
            "a@b",
            "me @ example.org",
            "x.y",
            "10:30",
            "c://a",
            "git@host:a/b.git",
            "shttps://a.b",
        ] {
            assert_eq!(addresses(text), Vec::<String>::new(), "{text}");
        }
    }
}
