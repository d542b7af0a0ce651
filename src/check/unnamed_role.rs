//! `unnamed-role`: a hat that has a name in one language has one in all.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unnamed_role::unnamed_role;
use crate::model::{Language, Playbook, Role};

pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let book = &playbook.book;
    let translations = || book.translations().map(|language| language.tag.as_str());
    let languages = || [book.language.as_str()].into_iter().chain(translations());
    let is_named = |tag: &str, role| !book.roles_in(tag).get(role).is_empty();
    for tag in languages() {
        let named = |role| languages().find(|other| is_named(other, role));
        let lacking = Role::BOTH.into_iter().filter(|role| !is_named(tag, *role));
        let (roles, named): (Vec<&str>, Vec<&str>) =
            lacking.filter_map(|role| Some((role.name(), named(role)?))).unzip();
        let Some(named) = named.first() else { continue };
        let at = |tag: &str| book.tags.iter().find(|said| said.value == tag);
        // The book's own language may be said nowhere.
        let Some(at) = at(tag).or_else(|| at(named)) else { continue };
        // Where the table of its language names any, that one is heeded and `[roles]` is not.
        let is_own =
            tag == book.language && !book.own_language().is_some_and(Language::names_roles);
        let key = if is_own { "roles".to_owned() } else { format!("languages.{tag}.roles") };
        notes.push(unnamed_role(at.span.clone(), &roles, (tag, named), &key));
    }
}
