//! Signs of other notations that come along when a scenario is pasted from a chat, a page or a settings file.

use super::{Builder, Diagnostic};
use crate::edit::Edit;

/// What begins and ends a block of code in Markdown.
const FENCES: [&str; 2] = ["```", "~~~"];

impl Builder<'_> {
    /// A fence of Markdown: no line of YAML begins with one, since long texts are indented.
    pub(super) fn fence(&self, offset: usize) -> Option<Diagnostic> {
        let text = self.source.text();
        let fences: Vec<(usize, &str)> = lines(text, self.base).filter(is_fence).take(2).collect();
        let (start, line) = *fences.first()?;
        let close = fences.get(1);
        // Below front matter stands Markdown, where a fence is right.
        let is_near = start <= offset;
        let is_whole_file = self.base == 0 && close.is_some();
        if !is_near && !is_whole_file {
            return None;
        }
        let (help, fix) = match close.filter(|_| self.base == 0) {
            Some((end, last)) => {
                let kept = start + line.len() + 1..*end;
                let is_all =
                    text[..start].trim().is_empty() && text[end + last.len()..].trim().is_empty();
                let fix = Edit::new(self.source, 0..text.len(), &text[kept]);
                ("keep what is between this line and the next one like it", is_all.then_some(fix))
            }
            None if self.base > 0 => ("put a line `---` between the keys and the text", None),
            None => ("take the line out", None),
        };
        let message = "this line marks code in Markdown, and YAML has no such lines";
        Some(self.fault(start..start + line.trim_end().len(), message, help).fix(fix))
    }

    /// `**title:** Late parcels`, a key in bold.
    pub(super) fn starred_key(&self, offset: usize) -> Option<Diagnostic> {
        let text = self.source.text();
        let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        // Behind a dash or a key it is a text that begins with a word in bold.
        if !text[line_start..offset].trim().is_empty() {
            return None;
        }
        let written = text[offset..].lines().next()?;
        let inside = written.trim_start_matches('*');
        let name =
            inside.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        let stars = &written[..written.len() - inside.len()];
        let (key, rest) = inside.split_at(name);
        let end = [format!(":{stars}"), format!("{stars}:")];
        let is_key = name > 0 && !stars.is_empty() && end.iter().any(|end| rest.starts_with(end));
        if !is_key {
            return None;
        }
        let range = offset..offset + written.len() - rest.len() + end[0].len();
        let help = format!("take the stars out: `{key}:`");
        let is_apart = text[range.end..].starts_with(char::is_whitespace);
        let fix = format!("{key}:{}", if is_apart { "" } else { " " });
        let fix = Edit::new(self.source, range.clone(), fix);
        Some(self.fault(range, "a key has no stars round it", &help).fix(Some(fix)))
    }

    /// Lines below a key that begin with `* `, as a list does in Markdown.
    pub(super) fn stars(&self, line_start: usize, line: &str) -> Option<Diagnostic> {
        let is_star = |line: &str| line.trim_start().starts_with("* ");
        if !is_star(line) {
            return None;
        }
        let lines = self.source.text()[line_start..].lines().take_while(|line| is_star(line));
        let mended: Vec<String> = lines.map(|line| line.replacen('*', "-", 1)).collect();
        let end = line_start + mended.join("\n").len();
        let fix = Edit::new(self.source, line_start..end, mended.join("\n"));
        let star = line_start + line.find('*')?;
        let items: Vec<&str> = mended.iter().map(|line| line.trim()).collect();
        let help = format!("begin each line with `- `:\n{}", items.join("\n"));
        let message = "a line of a list begins with `- ` and not with `* `";
        Some(self.fault(star..star + 1, message, &help).fix(Some(fix)))
    }

    /// `title = "Late parcels"`, as settings files have it.
    pub(super) fn equals(&self, line_start: usize, line: &str) -> Option<Diagnostic> {
        let (before, _) = line.split_once('=')?;
        let name = before.trim();
        let is_key = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !is_key || name.is_empty() {
            return None;
        }
        let sign = line_start + before.len();
        let help = format!("write `{name}:` for `{name} =`");
        Some(self.fault(sign..sign + 1, "a key ends in a colon, and not in `=`", &help))
    }

    /// `- title: Late parcels` as the first line of a file of keys.
    pub(super) fn first_dash(&self, offset: usize) -> Option<Diagnostic> {
        let is_content = |line: &str| !line.trim().is_empty() && !line.starts_with('#');
        let mut content = lines(self.source.text(), self.base).filter(|(_, line)| is_content(line));
        let (start, line) = content.next()?;
        let (next, _) = content.next()?;
        let key = line.strip_prefix("- ")?.split_once(':')?.0;
        if next != offset {
            return None;
        }
        let help = format!("take the `- ` out, so that the line begins with `{key}:`");
        let fix = Edit::new(self.source, start..start + 2, "");
        let message = "the file begins as a list, and goes on with keys";
        Some(self.fault(start..start + 1, message, &help).fix(Some(fix)))
    }
}

/// The lines of a text from a place on, each with where it begins.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    text[from..].split('\n').scan(from, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some((start, line))
    })
}

fn is_fence((_, line): &(usize, &str)) -> bool {
    FENCES.iter().any(|fence| line.starts_with(fence))
}
