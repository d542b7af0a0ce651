//! Messages as they go through a pipe: a head that says how long each is, then JSON. It must not know what they say.

use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

/// The most bytes of a message. A longer one is let pass without being kept.
const MOST: u64 = 64 << 20;

/// The most bytes of a line of a head.
const LINE: u64 = 4096;

/// What stands for half a pair of UTF-16.
pub(super) const HALF: &str = "\u{fffd}";

/// What came.
#[derive(Debug)]
pub(super) enum Heard {
    Message(Value),
    /// Something that is no message, and why. What follows is read as before.
    Bad(String),
}

/// Waits for the next message; `None` at the end of the pipe.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Heard>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse::<u64>().ok();
            }
            // What is no head is let pass until one comes.
            None if line.is_empty() && length.is_some() => break,
            _ => {}
        }
    }
    let length = length.unwrap_or_default();
    let mut body = input.by_ref().take(length);
    if length > MOST {
        io::copy(&mut body, &mut io::sink())?;
        return Ok(Some(Heard::Bad(format!("a message of more than {MOST} bytes"))));
    }
    let mut bytes = Vec::new();
    body.read_to_end(&mut bytes)?;
    let read = serde_json::from_slice(&bytes);
    Ok(Some(match read.or_else(|error| halves_replaced(&bytes).map_err(|()| error)) {
        Ok(message) => Heard::Message(message),
        Err(error) => Heard::Bad(error.to_string()),
    }))
}

/// The same with `\u{fffd}` for each half of a pair of UTF-16 that stands alone. Editors whose texts are UTF-16 send such halves
/// (an emoji of which one was deleted), and what they count stays the same.
fn halves_replaced(bytes: &[u8]) -> Result<Value, ()> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, escaped) = rest.split_at(at);
        whole.extend_from_slice(before);
        let length = match (unit(escaped), escaped.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => 0,
            _ => 2,
        };
        let (kept, after) = match length {
            0 => (&b"\\ufffd"[..], &escaped[6..]),
            _ => escaped.split_at(length.min(escaped.len())),
        };
        whole.extend_from_slice(kept);
        rest = after;
    }
    whole.extend_from_slice(rest);
    serde_json::from_slice(&whole).map_err(drop)
}

/// The unit of UTF-16 that is written here as `\uXXXX`.
fn unit(text: &[u8]) -> Option<u16> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Sends a message.
pub(super) fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use serde_json::json;

    use super::{Heard, read, write};

    fn all(bytes: &[u8]) -> Vec<String> {
        let mut input = Cursor::new(bytes);
        let mut heard = Vec::new();
        while let Some(one) = read(&mut input).expect("memory can be read") {
            heard.push(match one {
                Heard::Message(message) => message.to_string(),
                Heard::Bad(_) => "bad".to_owned(),
            });
        }
        heard
    }

    #[test]
    fn half_a_letter_is_read_as_one_that_stands_for_it() {
        for (sent, heard) in [
            (r#"{"text":"a\ud83db"}"#, "a\u{fffd}b"),
            (r#"{"text":"\udc4d\ud83d\uDC4D\ud83d"}"#, "\u{fffd}\u{1f44d}\u{fffd}"),
            (r#"{"text":"\\ud83d \u00e9\ud83d"}"#, "\\ud83d \u{e9}\u{fffd}"),
        ] {
            let message = format!("Content-Length: {}\r\n\r\n{sent}", sent.len());
            assert_eq!(all(message.as_bytes()), [json!({"text": heard}).to_string()]);
        }
        for sent in [r#"{"text":"\ud83d"#, r#""\ud8"#, r#""\"#] {
            let message = format!("Content-Length: {}\r\n\r\n{sent}", sent.len());
            assert_eq!(all(message.as_bytes()), ["bad"], "{sent}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut pipe = Vec::new();
        for words in ["é", "", "two\r\nlines"] {
            write(&mut pipe, &json!({"words": words})).expect("memory can be written");
        }
        let expected = ["{\"words\":\"é\"}", "{\"words\":\"\"}", "{\"words\":\"two\\r\\nlines\"}"];
        assert_eq!(all(&pipe), expected);
    }

    #[test]
    fn what_is_no_message_is_let_pass() {
        let deep = "[".repeat(5000);
        let deep = format!("Content-Length: {}\r\n\r\n{deep}", deep.len());
        for (bytes, heard) in [
            ("Content-Length: 3\r\n\r\n{a}Content-Length: 2\r\n\r\n{}", vec!["bad", "{}"]),
            ("nonsense\r\n\r\nContent-Length: 2\r\n\r\n{}", vec!["{}"]),
            ("Content-Length: -5\r\n\r\ncontent-length:2\n\n{}", vec!["{}"]),
            ("Content-Length: 99999999999\r\n\r\n{}", vec!["bad"]),
            ("Content-Length: 9\r\n\r\n{}", vec!["{}"]),
            (deep.as_str(), vec!["bad"]),
        ] {
            assert_eq!(all(bytes.as_bytes()), heard, "{bytes:.60}");
        }
        assert_eq!(all(b"Content-Length: 2\r\n\r\n\xff\xfe"), ["bad"]);
    }
}
