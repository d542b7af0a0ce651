//! "Did you mean": the nearest of the names that would have been right.

use std::ops::RangeInclusive;

/// Names of which one may have been meant. They are put in order once, so that each word that is none of them is
/// compared with those alone that begin nearly like it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<String>,
    /// The beginnings of the names in small letters, each before those that go on like it.
    beginnings: Vec<Beginning>,
}

/// What one name begins with, or several.
#[derive(Clone, Debug)]
struct Beginning {
    /// Its last letter; none of the empty one.
    letter: Option<char>,
    /// How many letters it has.
    length: usize,
    /// Behind the last one that goes on like this.
    end: usize,
    /// How long the names are that begin so.
    lengths: RangeInclusive<usize>,
    /// Where the names stand that are no longer than this.
    places: Vec<usize>,
}

/// More slips than anybody is forgiven.
const TOO_MANY: u8 = 3;

/// How far before and behind its own place a letter is looked for: each slip moves it by one at most.
const REACH: usize = TOO_MANY as usize - 1;

/// How many slips turn the beginning of a name into the beginnings of a word that are about as long.
#[derive(Clone, Copy)]
struct Row {
    /// The last letter of the beginning.
    letter: Option<char>,
    slips: [u8; 2 * REACH + 1],
}

impl Names {
    /// Names, each of which may come more than once.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let folded = names.iter().map(|name| name.to_lowercase().chars().collect());
        let mut folded: Vec<(Vec<char>, usize)> = folded.zip(0..).collect();
        folded.sort_unstable();
        Self { names, beginnings: beginnings(&folded) }
    }

    /// All of them, as they came.
    pub fn all(&self) -> &[String] {
        &self.names
    }

    /// The name that is at most two slips away (one for words of up to four letters), if there is one. A slip is a
    /// missing, added, changed or swapped letter. The first of equally near ones wins.
    pub fn nearest(&self, word: &str) -> Option<&str> {
        self.nearest_few(word).first().copied()
    }

    /// All the names that are equally near, and at most as far as `nearest` looks.
    pub fn nearest_few(&self, word: &str) -> Vec<&str> {
        self.places(word).into_iter().map(|at| self.names[at].as_str()).collect()
    }

    /// Where the nearest names stand. Few names are looked at for one slip, and many for two.
    fn places(&self, word: &str) -> Vec<usize> {
        let most = if word.chars().count() <= 4 { 1 } else { TOO_MANY - 1 };
        let word: Vec<char> = word.to_lowercase().chars().collect();
        let mut near = (1..=most).map(|slips| self.within(slips, &word));
        near.find(|near| !near.is_empty()).unwrap_or_default()
    }

    /// Where the nearest of the names stand that are so many slips away at most. Where too many are made already, all
    /// names that go on like this are passed over.
    fn within(&self, mut least: u8, word: &[char]) -> Vec<usize> {
        let mut rows: Vec<Row> = Vec::new();
        let mut near = Vec::new();
        let mut at = 0;
        while let Some(beginning) = self.beginnings.get(at) {
            rows.truncate(beginning.length);
            rows.push(Row::of(beginning.letter, &rows, word));
            if is_hopeless(&rows, least, &beginning.lengths, word.len()) {
                at = beginning.end;
                continue;
            }
            at += 1;
            let slips =
                rows[beginning.length].slips(&(beginning.length..=beginning.length), word.len());
            if beginning.places.is_empty() || slips > least {
                continue;
            }
            if slips < least {
                near.clear();
                least = slips;
            }
            near.extend(&beginning.places);
        }
        near.sort_unstable();
        near
    }
}

/// All beginnings of these names, which are in their order.
fn beginnings(names: &[(Vec<char>, usize)]) -> Vec<Beginning> {
    let mut all: Vec<Beginning> = Vec::new();
    // Those that the name before has, the shortest first.
    let mut open: Vec<usize> = Vec::new();
    for (name, place) in names {
        let letters = [None].into_iter().chain(name.iter().copied().map(Some));
        let same =
            open.iter().zip(letters.clone()).take_while(|(at, letter)| all[**at].letter == *letter);
        open.truncate(same.count());
        for (length, letter) in letters.enumerate().skip(open.len()) {
            open.push(all.len());
            let lengths = name.len()..=name.len();
            all.push(Beginning { letter, length, end: 0, lengths, places: Vec::new() });
        }
        let end = all.len();
        for at in &open {
            let one = &mut all[*at];
            let (shortest, longest) = (*one.lengths.start(), *one.lengths.end());
            one.lengths = name.len().min(shortest)..=name.len().max(longest);
            one.end = end;
        }
        all[open[name.len()]].places.push(*place);
    }
    all
}

/// Whether no name of these lengths that goes on like this can be near enough. Two letters that are swapped look one row
/// further back.
fn is_hopeless(rows: &[Row], least: u8, lengths: &RangeInclusive<usize>, word: usize) -> bool {
    let slips = |row: &Row| row.slips(lengths, word);
    let Some((last, before)) = rows.split_last() else { return false };
    slips(last) > least && before.last().is_none_or(|before| slips(before) >= least)
}

impl Row {
    /// The row of a beginning that ends in this letter and is one longer than that of the last row so far.
    fn of(letter: Option<char>, rows: &[Self], word: &[char]) -> Self {
        let length = rows.len();
        let mut slips = [TOO_MANY; 2 * REACH + 1];
        let Some(above) = rows.last() else {
            // What it takes to make nothing of the first letters.
            for (number, cell) in (0..).zip(&mut slips[REACH..]) {
                *cell = number;
            }
            return Self { letter, slips };
        };
        let two_above = length.checked_sub(2).map(|at| &rows[at]);
        for at in 0..slips.len() {
            let Some(end) = (length + at).checked_sub(REACH).filter(|end| *end <= word.len())
            else {
                continue;
            };
            let taken_out = above.slips.get(at + 1).map_or(TOO_MANY, |slips| slips + 1);
            let put_in = at.checked_sub(1).map_or(TOO_MANY, |left| slips[left] + 1);
            let mut fewest = taken_out.min(put_in);
            if let Some(last) = end.checked_sub(1) {
                let is_other = Some(word[last]) != letter;
                fewest = fewest.min(above.slips[at] + u8::from(is_other));
                if let (Some(two_above), Some(before)) = (two_above, last.checked_sub(1))
                    && Some(word[before]) == letter
                    && Some(word[last]) == above.letter
                {
                    fewest = fewest.min(two_above.slips[at] + 1);
                }
            }
            slips[at] = fewest.min(TOO_MANY);
        }
        Self { letter, slips }
    }

    /// How many slips lie at least between the word, which has so many letters, and names of these lengths that begin so:
    /// letters that are too many, or too few, are slips too.
    fn slips(&self, lengths: &RangeInclusive<usize>, word: usize) -> u8 {
        let whole = self.slips.iter().zip(0..).map(|(slips, at)| {
            // How long a name is whose other letters are those of the word.
            let length = (word + REACH).saturating_sub(at);
            let more = lengths.start().saturating_sub(length);
            let fewer = length.saturating_sub(*lengths.end());
            u8::try_from(more + fewer).unwrap_or(TOO_MANY).saturating_add(*slips)
        });
        whole.min().unwrap_or(TOO_MANY)
    }
}

/// The nearest of a few names, which are compared with one word only.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.into_iter().collect();
    let places = Names::of(names.iter().copied()).places(word);
    places.first().map(|at| names[*at])
}

#[cfg(test)]
mod tests {
    use testkit::chance::Chance;

    use super::{Names, nearest};

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_another_word_is_not() {
        let keys = ["title", "summary", "signs", "do"];
        assert_eq!(nearest("tilte", keys), Some("title"));
        assert_eq!(nearest("summry", keys), Some("summary"));
        assert_eq!(nearest("Signs", keys), Some("signs"));
        assert_eq!(nearest("dos", keys), Some("do"));
        assert_eq!(nearest("severity", keys), None);
        assert_eq!(nearest("why", keys), None);
    }

    #[test]
    fn of_equally_near_names_the_first_wins_and_all_can_be_had() {
        let names = Names::of(["part-9", "part-1", "part-10", "heading"]);
        assert_eq!(names.nearest("part-2"), Some("part-9"));
        assert_eq!(names.nearest_few("part-2"), ["part-9", "part-1"]);
        assert_eq!(names.nearest_few("part-1"), ["part-1"]);
        assert_eq!(names.nearest_few("trap-1"), [""; 0]);
    }

    /// The distance as it is defined, worked out for every beginning of both.
    fn slips(one: &str, other: &str) -> usize {
        let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<char>>());
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for (a, b) in (0..=one.len()).flat_map(|a| (0..=other.len()).map(move |b| (a, b))) {
            table[a][b] = match (a, b) {
                (0, rest) | (rest, 0) => rest,
                _ => {
                    let changed = table[a - 1][b - 1] + usize::from(one[a - 1] != other[b - 1]);
                    let least = changed.min(table[a - 1][b] + 1).min(table[a][b - 1] + 1);
                    let is_swapped =
                        a > 1 && b > 1 && one[a - 1] == other[b - 2] && one[a - 2] == other[b - 1];
                    if is_swapped { least.min(table[a - 2][b - 2] + 1) } else { least }
                }
            };
        }
        table[one.len()][other.len()]
    }

    /// Compares with the plain way: each word with every name.
    fn assert_same_as_plain(names: &[String], words: &[String]) {
        let ordered = Names::of(names.iter().map(String::as_str));
        for word in words {
            let most = if word.chars().count() <= 4 { 1 } else { 2 };
            let far: Vec<usize> = names.iter().map(|name| slips(name, word)).collect();
            let least = far.iter().min().filter(|least| **least <= most);
            let near = names.iter().zip(&far).filter(|(_, far)| Some(*far) == least);
            let wanted: Vec<&str> = near.map(|(name, _)| name.as_str()).collect();
            assert_eq!(ordered.nearest_few(word), wanted, "{word} of {names:?}");
        }
    }

    #[test]
    fn what_is_passed_over_is_never_near() {
        let words: Vec<String> =
            ["abab", "abba", "baab", "aabb", "babab", "ababa", "bbbbb", "aaaaa"]
                .iter()
                .flat_map(|word| (0..=word.len()).map(|end| word[..end].to_owned()))
                .collect();
        assert_same_as_plain(&words, &words);
        let mut chance = Chance::new(16);
        for letters in ["ab", "abc", "aé-1", "0123456789"] {
            let letters: Vec<char> = letters.chars().collect();
            for number in 0..30 {
                let mut made = |most: usize| -> String {
                    let length = chance.below(most);
                    let same = if chance.one_in(2) { "topic-" } else { "" };
                    same.chars().chain((0..length).map(|_| *chance.pick(&letters))).collect()
                };
                let names: Vec<String> = (0..number).map(|_| made(10)).collect();
                let words: Vec<String> = (0..10).map(|_| made(12)).collect();
                assert_same_as_plain(&names, &words);
            }
        }
    }

    #[test]
    fn names_that_differ_in_numbers_alone_are_told_apart() {
        let names: Vec<String> = (0..200).map(|at| format!("topic-{at}")).collect();
        let words: Vec<String> = (0..200)
            .step_by(9)
            .flat_map(|at| {
                let ends = [format!("{at}xy"), format!("x{at}y"), format!("{at}{at}")];
                ends.map(|end| format!("topic-{end}")).into_iter().chain([format!("tpoci-{at}")])
            })
            .collect();
        assert_same_as_plain(&names, &words);
    }
}
