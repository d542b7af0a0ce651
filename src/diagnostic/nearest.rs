//! "Did you mean": the nearest of the names that would have been right.

/// Names of which one may have been meant. They are put in order once, so that each word that is none of them is
/// compared with those alone that begin nearly like it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<String>,
    /// The names in small letters, in their order, each with its place in `names`.
    folded: Vec<(Vec<char>, usize)>,
}

/// More slips than anybody is forgiven.
const TOO_MANY: u8 = 3;

/// How far before and behind its own place a letter is looked for: each slip moves it by one at most.
const REACH: usize = TOO_MANY as usize - 1;

/// How many slips turn the beginning of a name into the beginnings of a word that are about as long.
#[derive(Clone, Copy)]
struct Row([u8; 2 * REACH + 1]);

impl Names {
    /// Names, each of which may come more than once.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let folded = names.iter().enumerate();
        let mut folded: Vec<(Vec<char>, usize)> =
            folded.map(|(at, name)| (name.to_lowercase().chars().collect(), at)).collect();
        folded.sort_unstable();
        Self { names, folded }
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

    /// Where the nearest of the names stand that are so many slips away at most. What begins as the name before it is not
    /// compared again, and where too many slips are made already, all that begins like it is passed over.
    fn within(&self, mut least: u8, word: &[char]) -> Vec<usize> {
        let mut rows = vec![Row::first()];
        let mut near = Vec::new();
        let mut at = 0;
        while let Some((name, place)) = self.folded.get(at) {
            let before = at.checked_sub(1).map_or(&[][..], |before| &self.folded[before].0);
            let same = name.iter().zip(before).take_while(|(one, other)| one == other).count();
            rows.truncate(same + 1);
            while rows.len() <= name.len() && !is_hopeless(&rows, least) {
                rows.push(Row::next(&rows, name, word));
            }
            if rows.len() <= name.len() || is_hopeless(&rows, least) {
                let beginning = &name[..rows.len() - 1];
                at += self.folded[at..].partition_point(|(name, _)| name.starts_with(beginning));
                // The rows are those of the last one passed over as far as it matters: both begin alike.
                continue;
            }
            let slips = rows[name.len()].slips(name.len(), word.len());
            if slips < least {
                near.clear();
                least = slips;
            }
            if slips <= least {
                near.push(*place);
            }
            at += 1;
        }
        near.sort_unstable();
        near
    }
}

/// Whether no name that goes on like this can be near enough. Two letters that are swapped look one row further back.
fn is_hopeless(rows: &[Row], least: u8) -> bool {
    let Some((last, before)) = rows.split_last() else { return false };
    last.least() > least && before.last().is_none_or(|before| before.least() >= least)
}

impl Row {
    /// What it takes to make nothing of the first letters.
    fn first() -> Self {
        let mut row = [TOO_MANY; 2 * REACH + 1];
        for (slips, cell) in (0..).zip(&mut row[REACH..]) {
            *cell = slips;
        }
        Self(row)
    }

    /// The row of one letter more of the name than the rows so far have.
    fn next(rows: &[Self], name: &[char], word: &[char]) -> Self {
        let length = rows.len();
        let letter = name[length - 1];
        let (above, two_above) = (rows[length - 1].0, length.checked_sub(2).map(|at| rows[at].0));
        let mut row = [TOO_MANY; 2 * REACH + 1];
        for at in 0..row.len() {
            let Some(end) = (length + at).checked_sub(REACH).filter(|end| *end <= word.len())
            else {
                continue;
            };
            let taken_out = above.get(at + 1).map_or(TOO_MANY, |slips| slips + 1);
            let put_in = at.checked_sub(1).map_or(TOO_MANY, |left| row[left] + 1);
            let mut slips = taken_out.min(put_in);
            if let Some(last) = end.checked_sub(1) {
                slips = slips.min(above[at] + u8::from(word[last] != letter));
                if let (Some(two_above), Some(before)) = (two_above, last.checked_sub(1))
                    && word[before] == letter
                    && word[last] == name[length - 2]
                {
                    slips = slips.min(two_above[at] + 1);
                }
            }
            row[at] = slips.min(TOO_MANY);
        }
        Self(row)
    }

    fn least(self) -> u8 {
        self.0.into_iter().min().unwrap_or(TOO_MANY)
    }

    /// How many slips lie between the whole name and the whole word.
    fn slips(self, name: usize, word: usize) -> u8 {
        let at = (word + REACH).checked_sub(name);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(TOO_MANY)
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
    fn slips(one: &[char], other: &[char]) -> usize {
        match (one, other) {
            ([], rest) | (rest, []) => rest.len(),
            ([one @ .., last], [other @ .., end]) => {
                let with_last = [one, &[*last]].concat();
                let with_end = [other, &[*end]].concat();
                let changed = slips(one, other) + usize::from(last != end);
                let least =
                    changed.min(slips(one, &with_end) + 1).min(slips(&with_last, other) + 1);
                match (one, other) {
                    ([one @ .., first], [other @ .., second]) if first == end && second == last => {
                        least.min(slips(one, other) + 1)
                    }
                    _ => least,
                }
            }
        }
    }

    #[test]
    fn what_is_passed_over_is_never_near() {
        let words: Vec<String> =
            ["abab", "abba", "baab", "aabb", "babab", "ababa", "bbbbb", "aaaaa"]
                .iter()
                .flat_map(|word| (0..=word.len()).map(|end| word[..end].to_owned()))
                .collect();
        let names = Names::of(words.iter().map(String::as_str));
        let letters = |word: &str| word.chars().collect::<Vec<char>>();
        for word in &words {
            let most = if word.len() <= 4 { 1 } else { 2 };
            let far = |name: &&str| slips(&letters(name), &letters(word));
            let all = || words.iter().map(String::as_str);
            let least = all().map(|name| far(&name)).min().filter(|least| *least <= most);
            let wanted: Vec<&str> = all().filter(|name| Some(far(name)) == least).collect();
            assert_eq!(names.nearest_few(word), wanted, "{word}");
        }
    }
}
