//! `unused-colour`: colours of the look that the tokens of a theme cannot take. It must not know what is made of them.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unused_colour::{no_token, unknown_ground};
use crate::model::Look;

use super::palette::{Scheme, is_of_page};
use super::style::Style;

/// Reports colours whose token no style of the theme gives a value.
pub(super) fn note_tokens(look: &Look, styles: &[Style], notes: &mut Vec<Diagnostic>) {
    for (key, shades, token) in [
        ("leader", &look.hats.leader, "--leader-bar"),
        ("manager", &look.hats.manager, "--manager-bar"),
        ("accent", &look.accent, "--link"),
    ] {
        let mut tokens = styles.iter().flat_map(|style| &style.declarations);
        if tokens.any(|one| one.name == token && is_of_page(one)) {
            continue;
        }
        for (key, given) in shades.named(key) {
            notes.push(no_token(given.span.clone(), &key, token));
        }
    }
}

/// Reports that nothing can be made of the colours for one scheme, at the first that is given for it.
pub(super) fn note_ground(look: &Look, scheme: Scheme, token: &str, notes: &mut Vec<Diagnostic>) {
    let (hats, accent) = (&look.hats, &look.accent);
    let all = [("leader", &hats.leader), ("manager", &hats.manager), ("accent", accent)];
    let given = all.into_iter().flat_map(|(key, shades)| shades.named(key));
    // Colours for dark are made of those for light.
    let mut given = given.filter(|(key, _)| scheme == Scheme::Dark || !key.ends_with("_dark"));
    if let Some((key, given)) = given.next() {
        notes.push(unknown_ground(given.span.clone(), &key, scheme.name(), token));
    }
}
