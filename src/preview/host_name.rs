//! A name under which the preview may be asked for, as browsers say it. It must not know who asks.

use std::fmt;
use std::str::FromStr;

/// The longest name that there is.
const MOST: usize = 253;

/// The name of a host, without a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName(String);

impl HostName {
    /// Whether a browser that says this means it.
    pub(super) fn is(&self, said: &str) -> bool {
        said.strip_suffix('.').unwrap_or(said).eq_ignore_ascii_case(&self.0)
    }
}

impl FromStr for HostName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let name = text.strip_suffix('.').unwrap_or(text);
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_letter);
        if name.len() <= MOST && name.split('.').all(is_part) {
            return Ok(Self(name.to_ascii_lowercase()));
        }
        let help =
            "write the name alone, without `http://` and without a port, as in `devbox.local`";
        Err(if text.is_ascii() {
            help.to_owned()
        } else {
            format!("{help}, in the letters that browsers send (`xn--…`)")
        })
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::HostName;

    #[test]
    fn a_name_is_one_without_a_way_to_it() {
        for name in ["devbox.local", "DevBox.local.", "devbox", "my_box-2.example.org"] {
            let read: HostName = name.parse().expect(name);
            assert!(read.is(name) && read.is(&name.to_uppercase()), "{name}");
            assert!(!read.is("local") && !read.is("evil.devbox.local"), "{name}");
        }
        for text in ["", ".", "a..b", "devbox:8080", "http://devbox", "dev box", "übung.local", "*"]
        {
            assert!(text.parse::<HostName>().is_err(), "{text}");
        }
    }
}
