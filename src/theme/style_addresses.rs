//! What styles load: files that are not there (`broken-link`), and files from elsewhere (`broken-promise`).

use crate::diagnostic::rules::broken_link::broken_address;
use crate::diagnostic::rules::broken_promise::{address_from_the_root, loaded_from_elsewhere};
use crate::diagnostic::rules::invalid_style::invalid_style;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Href, SitePath, decode, is_elsewhere};
use crate::source::Span;

use super::own_style::OwnStyle;

/// The folder that every style is published in.
const FOLDER: &str = "assets";

/// Reports the addresses of a style. `files` are the paths of the site that a style can name.
pub(super) fn note(own: &OwnStyle, files: &[&str], notes: &mut Vec<Diagnostic>) {
    for one in &own.style.addresses {
        let span = Span::new(&own.source, one.place.clone());
        let written = one.written.trim();
        let path = Href::cut(written).path;
        if is_elsewhere(written) {
            notes.push(loaded_from_elsewhere(span, written));
        } else if one.is_import {
            let message =
                format!("`{written}` is not read: the styles before it are one file with this");
            let help =
                "lay it into `styles/` too, whose files are joined in the order of their names";
            notes.push(invalid_style(span, message, help.to_owned()));
        } else if path.is_empty() || has_scheme(written) {
            // A place in the page itself, or what is in the address itself.
        } else if let Some(rooted) = path.strip_prefix('/') {
            let cure = rooted.strip_prefix("assets/").map_or(format!("../{rooted}"), str::to_owned);
            notes.push(address_from_the_root(span, written, &cure));
        } else {
            let found = SitePath::resolve(FOLDER, &decode(path));
            let looked_for = found.as_ref().map_or(path, SitePath::as_str);
            if !files.contains(&looked_for) {
                let near = nearest(looked_for, files.iter().copied());
                let from = SitePath::of("assets/style.css");
                let near = near.map(|near| from.href(&SitePath::made(near.to_owned())));
                notes.push(broken_address(span, written, looked_for, near.as_deref()));
            }
        }
    }
}

/// Whether an address begins with a scheme, as `data:` does.
fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    })
}
