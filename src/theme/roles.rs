//! The names of the two hats in the words of the interface: `{leader.name}`, or `{Leader.name}` with a large letter.
//!
//! It must not know which words name a hat.

use std::collections::BTreeMap;

use crate::model::{Role, RoleForms};

/// The forms of a name, as a wording and a book call them.
const FORMS: [&str; 8] = ["name", "verb", "command", "a", "the", "object", "possessive", "as"];

/// Before these a name has `an` for `a`.
const VOWELS: &str = "aeiouAEIOU";

/// The forms of a hat's name.
type Forms = BTreeMap<String, String>;

/// The names of both hats, by the words that stand for them.
pub(super) struct Names(Vec<(&'static str, Forms)>);

impl Names {
    /// The names of the hats that a language has, with those that a book gives in their place. `made` says how the
    /// forms that a book leaves out are made of its name and its verb.
    pub(super) fn new<'f>(
        of_language: impl Fn(Role) -> Forms,
        given: impl Fn(Role) -> &'f RoleForms,
        made: &Forms,
    ) -> Self {
        let names = Role::BOTH.map(|role| {
            let (mut forms, given) = (of_language(role), given(role));
            if let (Some(name), Some(verb)) = (given.get("name"), given.get("verb")) {
                for (form, pattern) in made {
                    let words = pattern.replace("{name}", name).replace("{verb}", verb);
                    forms.insert(form.clone(), words);
                }
                if let Some(an) = forms.remove("an").filter(|_| name.starts_with(is_vowel)) {
                    forms.insert("a".to_owned(), an);
                }
                forms.extend(given.iter().map(|(form, words)| ((*form).to_owned(), words.clone())));
            }
            (role.name(), forms)
        });
        Self(names.into_iter().collect())
    }

    /// Words with the names of the hats in their places.
    pub(super) fn filled(&self, words: &str) -> String {
        let mut filled = String::with_capacity(words.len());
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let found =
                after.split_once('}').and_then(|(place, behind)| Some((self.form(place)?, behind)));
            if let Some((form, behind)) = found {
                filled.push_str(&form);
                rest = behind;
            } else {
                filled.push('{');
                rest = after;
            }
        }
        filled + rest
    }

    fn form(&self, place: &str) -> Option<String> {
        let (of, form) = place.split_once('.')?;
        let lower = of.to_lowercase();
        let (role, forms) = self.0.iter().find(|(role, _)| *role == lower)?;
        let words = forms.get(form)?;
        Some(if of == *role { words.clone() } else { large(words) })
    }
}

/// Every place in which a form of a name can stand, such as `{leader.name}`.
pub(super) fn places() -> Vec<String> {
    let roles =
        Role::BOTH.into_iter().flat_map(|role| [role.name().to_owned(), large(role.name())]);
    roles.flat_map(|role| FORMS.map(|form| format!("{{{role}.{form}}}"))).collect()
}

/// Whether a form of a name can stand in a place that is called so.
pub(super) fn is_place(name: &str) -> bool {
    let is_role =
        |of: &str| Role::BOTH.iter().any(|role| [role.name(), &large(role.name())].contains(&of));
    name.split_once('.').is_some_and(|(of, form)| is_role(of) && FORMS.contains(&form))
}

fn is_vowel(letter: char) -> bool {
    VOWELS.contains(letter)
}

/// Words that begin with a large letter.
fn large(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}
