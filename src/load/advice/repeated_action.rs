//! `repeated-action`: questions ask for more than whether the actions were done.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::repeated_action::repeated_action;
use crate::markdown::Prose;
use crate::model::{Response, Scenario};

/// Words that say little, in English; in other languages all words count.
const SMALL: [&str; 66] = [
    "a", "an", "the", "and", "or", "but", "if", "to", "of", "in", "on", "at", "by", "for", "from",
    "with", "as", "is", "are", "was", "were", "be", "been", "do", "did", "does", "have", "has",
    "had", "can", "could", "will", "would", "should", "must", "may", "might", "i", "we", "you",
    "he", "she", "it", "they", "me", "us", "them", "my", "our", "your", "his", "her", "its",
    "their", "this", "that", "these", "those", "what", "which", "who", "how", "when", "where",
    "why", "not",
];

/// An action of fewer words that say something is like too many questions.
const FEWEST: usize = 3;

/// So much of both has to be the same: three in four.
const SHARE: (usize, usize) = (3, 4);

pub(super) fn note(scenario: &Scenario, notes: &mut Vec<Diagnostic>) {
    if scenario.discuss.is_empty() {
        return;
    }
    let actions: Vec<(BTreeSet<String>, &Prose)> =
        all_actions(scenario).map(|action| (stems(&action.plain()), action)).collect();
    for (at, question) in scenario.discuss.iter().enumerate() {
        let words = stems(&question.plain());
        if let Some((_, action)) = actions.iter().find(|(action, _)| are_same(&words, action)) {
            let (span, first) = (question.span().clone(), action.span().clone());
            notes.push(repeated_action(span, first, format!("discuss[{at}]")));
        }
    }
}

fn are_same(question: &BTreeSet<String>, action: &BTreeSet<String>) -> bool {
    let both = question.intersection(action).count();
    let is_most = |words: &BTreeSet<String>| both * SHARE.1 >= words.len() * SHARE.0;
    action.len() >= FEWEST && is_most(question) && is_most(action)
}

/// The words that say something, without the endings that change from one sentence to the next.
fn stems(words: &str) -> BTreeSet<String> {
    let lower = words.to_lowercase();
    let words =
        lower.split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != '\'');
    let words = words.filter(|word| !word.is_empty() && !SMALL.contains(word));
    words.map(|word| stem(word).to_owned()).collect()
}

fn stem(word: &str) -> &str {
    let endings = ["ing", "ed", "es", "s", "e"];
    let cut = endings.iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|stem| stem.chars().count() >= 3).unwrap_or(word)
}

/// Everything that a hat does, in the response and in the sequence.
fn all_actions(scenario: &Scenario) -> impl Iterator<Item = &Prose> {
    let actions = scenario.responses.each().flat_map(|(_, Response { actions, .. })| actions);
    actions.chain(scenario.sequence.iter().map(|step| &step.text))
}

#[cfg(test)]
mod tests {
    use super::{are_same, stems};

    #[test]
    fn a_question_that_says_an_action_again_is_the_same_and_one_that_goes_on_is_not() {
        let action = stems("Give every item one owner");
        assert!(are_same(
            &stems("Have you given every item one owner?"),
            &stems("Given every item one owner")
        ));
        assert!(are_same(
            &stems("Does every item have one owner you gave?"),
            &stems("Give every item one owner gave")
        ));
        assert!(!are_same(&stems("Which item has no owner, and what does that cost?"), &action));
        assert!(!are_same(&stems("Who would own it?"), &stems("Own it")));
    }
}
