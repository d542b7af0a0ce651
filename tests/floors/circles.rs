//! Finds files that need each other: which file of `src/` names a thing of which other file, seen through the
//! names that a room hands on. It knows modules, `use` and paths, and nothing of types.

use std::collections::{BTreeMap, BTreeSet};

use super::words::Word;

/// A module by its names from the crate's root: `["plan", "menu"]`.
type Path = Vec<String>;

/// Words after which a name is defined.
const DEFINING: [&str; 9] =
    ["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules", "union"];

/// Which file names what of which other file of its room.
pub struct Needs(BTreeMap<Path, BTreeMap<Path, BTreeSet<String>>>);

/// A file as its names.
struct Module {
    /// What its own `use` lines bring in or hand on, by the name that it has here.
    brought: BTreeMap<String, Path>,
    /// What its `use` lines take whole, as in `lists::*`.
    whole: Vec<Path>,
    /// Every path in its code, and every name that stands alone.
    named: BTreeSet<Path>,
    defined: BTreeSet<String>,
}

impl Needs {
    /// Reads the files, each with its words, by their paths below `src/`.
    pub fn of<'a>(files: impl Iterator<Item = (&'a str, &'a [Word])>) -> Self {
        let modules: BTreeMap<Path, Module> =
            files.map(|(path, words)| (module(path), Module::read(words))).collect();
        let mut needs = BTreeMap::new();
        for (path, module) in &modules {
            let found: &mut BTreeMap<Path, BTreeSet<String>> =
                needs.entry(path.clone()).or_default();
            for named in &module.named {
                let Some(home) = from_root(&modules, path, named) else { continue };
                let Some(home) = resolve(&modules, &home, 0) else { continue };
                if home != *path && home.first() == path.first() {
                    found.entry(home).or_default().extend(named.last().cloned());
                }
            }
        }
        Self(needs)
    }

    /// Every pair of files that need each other, straight or through others, with what the first names of the second.
    pub fn circles(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (from, needs) in &self.0 {
            for (to, names) in needs {
                if self.reaches(to, from) {
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    let [from, to] = [from, to].map(|path| path.join("/"));
                    found.push(format!("{from} needs `{}` of {to}", names.join("`, `")));
                }
            }
        }
        found
    }

    fn reaches(&self, from: &Path, to: &Path) -> bool {
        let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
        while let Some(next) = open.pop() {
            if next == to {
                return true;
            }
            let needs = self.0.get(next).into_iter().flat_map(BTreeMap::keys);
            open.extend(needs.filter(|need| seen.insert(need)));
        }
        false
    }
}

/// The module that a file is: `plan/mod.rs` is `plan`, `lib.rs` the root.
fn module(path: &str) -> Path {
    let path = path.trim_end_matches(".rs");
    let path = if path == "lib" { "" } else { path.trim_end_matches("/mod") };
    path.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A path in a file's code as it is called from the root; `None` when it starts with a name from elsewhere.
fn from_root(modules: &BTreeMap<Path, Module>, at: &[String], path: &[String]) -> Option<Path> {
    anchored(modules, at, path).or_else(|| {
        let brought = anchored(modules, at, modules[at].brought.get(path.first()?)?)?;
        Some([&brought, &path[1..]].concat())
    })
}

/// The same for a path in a `use`, which can start with a module alone.
fn anchored(modules: &BTreeMap<Path, Module>, at: &[String], path: &[String]) -> Option<Path> {
    let climbs = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([at, &path[1..]].concat()),
        "super" => Some([&at[..at.len().checked_sub(climbs)?], &path[climbs..]].concat()),
        child => {
            let is_child = modules.contains_key(&[at, &[child.to_owned()]].concat());
            is_child.then(|| [at, path].concat())
        }
    }
}

/// The module in which a path ends, wherever the thing is handed on.
fn resolve(modules: &BTreeMap<Path, Module>, path: &[String], depth: usize) -> Option<Path> {
    // No chain of names that are handed on is longer; a longer one leads round.
    if depth > 8 {
        return None;
    }
    let (at, rest) = (0..=path.len()).rev().find_map(|length| {
        let (at, rest) = path.split_at(length);
        modules.contains_key(at).then_some((at, rest))
    })?;
    let module = &modules[at];
    let Some(name) = rest.first() else { return Some(at.to_vec()) };
    if module.defined.contains(name) {
        return Some(at.to_vec());
    }
    let at = at.to_vec();
    if let Some(brought) = module.brought.get(name) {
        let path = anchored(modules, &at, brought)?;
        return resolve(modules, &[&path, &rest[1..]].concat(), depth + 1);
    }
    let whole = module.whole.iter().filter_map(|path| anchored(modules, &at, path));
    let holds = |path: &Path| modules.get(path).is_some_and(|there| there.defined.contains(name));
    Some(whole.into_iter().find(holds).unwrap_or(at))
}

impl Module {
    fn read(words: &[Word]) -> Self {
        let mut module = Self {
            brought: BTreeMap::new(),
            whole: Vec::new(),
            named: BTreeSet::new(),
            defined: BTreeSet::new(),
        };
        let text = |at: usize| words.get(at).map_or("", |word: &Word| word.text.as_str());
        let mut at = 0;
        let mut uses = Vec::new();
        while at < words.len() {
            let after = text(at + 1);
            match text(at) {
                // Tests may need whatever they like.
                "mod" if after == "tests" => break,
                // The name of a module that is a file of its own, or of a lifetime.
                "mod" | "'" => at += 2,
                "use" => {
                    let length = words[at..].iter().take_while(|word| word.text != ";").count();
                    let (is_public, tree) = (at > 0 && is_public(words, at), at + 1..at + length);
                    let mut paths = Vec::new();
                    use_tree(&words[tree], &mut Vec::new(), &mut paths);
                    uses.extend(paths.into_iter().map(|path| (is_public, path)));
                    at += length;
                }
                name if DEFINING.contains(&name) => {
                    let name = if after == "!" { text(at + 2) } else { after };
                    module.defined.insert(name.to_owned());
                    at += 1;
                }
                // `pub(super)` names nothing.
                "super" | "crate" | "self" if after == ")" => at += 1,
                name if is_name(name) && (at == 0 || text(at - 1) != "::") => {
                    let mut path = vec![name.to_owned()];
                    while text(at + 1) == "::" && is_name(text(at + 2)) {
                        path.push(text(at + 2).to_owned());
                        at += 2;
                    }
                    module.named.insert(path);
                    at += 1;
                }
                _ => at += 1,
            }
        }
        for (is_public, (path, name)) in uses {
            if path.last().is_some_and(|last| last == "*") {
                let path = path[..path.len() - 1].to_vec();
                module.whole.push(path);
                continue;
            }
            // What is only handed on is not needed; what is brought in for oneself is.
            if !is_public {
                module.named.insert(path.clone());
            }
            module.brought.insert(name, path);
        }
        module
    }
}

/// Whether a `use` stands behind `pub` or `pub(…)`.
fn is_public(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev().take_while(|word| ![";", "}"].contains(&&*word.text));
    before.into_iter().any(|word| word.text == "pub")
}

fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// The paths of a `use`, each with the name that it has from then on.
fn use_tree(words: &[Word], before: &mut Path, found: &mut Vec<(Path, String)>) {
    let start = before.len();
    let mut at = 0;
    while at < words.len() {
        match words[at].text.as_str() {
            "::" => at += 1,
            "{" => {
                let (mut depth, mut from) = (0, at + 1);
                for (end, word) in words.iter().enumerate().skip(at) {
                    match word.text.as_str() {
                        "{" => depth += 1,
                        "}" => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 || (depth == 1 && word.text == ",") {
                        use_tree(&words[from..end], &mut before.clone(), found);
                        from = end + 1;
                    }
                    if depth == 0 {
                        break;
                    }
                }
                before.truncate(start);
                return;
            }
            "as" => break,
            name => {
                before.push(name.to_owned());
                at += 1;
            }
        }
    }
    if before.last().is_some_and(|last| last == "self") && before.len() > 1 {
        before.pop();
    }
    let renamed = words.get(at + 1).map(|word| word.text.clone());
    if let Some(name) = renamed.or_else(|| before.last().cloned()).filter(|_| before.len() > start)
    {
        found.push((before.clone(), name));
    }
    before.truncate(start);
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::Needs;

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, words(text))).collect();
        Needs::of(files.iter().map(|(path, words)| (*path, words.as_slice()))).circles()
    }

    #[test]
    fn files_that_name_each_other_are_a_circle_also_through_what_a_room_hands_on() {
        let door = ("a/mod.rs", "mod b;\nmod c;\npub use b::{B, more as other};\npub use c::C;");
        let one_way = [
            door,
            ("a/b.rs", "pub struct B; pub fn more() {}"),
            ("a/c.rs", "use super::B; pub struct C(B);"),
        ];
        assert_eq!(circles(&one_way), [""; 0]);
        let round =
            [door, ("a/b.rs", "use super::C; pub struct B(C); pub fn more() {}"), one_way[2]];
        assert_eq!(circles(&round), ["a/b needs `C` of a/c", "a/c needs `B` of a/b"]);
    }

    #[test]
    fn a_door_that_uses_a_file_which_uses_the_door_is_a_circle() {
        let files = [
            ("a/mod.rs", "mod b; pub enum End { Well } pub fn run() -> End { b::run() }"),
            ("a/b.rs", "use super::End; pub fn run() -> End { End::Well }"),
        ];
        assert_eq!(circles(&files), ["a needs `run` of a/b", "a/b needs `End`, `Well` of a"]);
    }

    #[test]
    fn a_circle_of_three_is_seen_and_tests_may_need_anything() {
        let files = [
            ("a/b.rs", "fn b() { super::c::c() }"),
            ("a/c.rs", "use crate::a::d::d; fn c() { d() }"),
            ("a/d.rs", "pub fn d() {} #[cfg(test)] mod tests { use super::super::b::b; }"),
        ];
        assert_eq!(circles(&files), [""; 0]);
        let round = [files[0], files[1], ("a/d.rs", "pub fn d() { crate::a::b::b() }")];
        assert_eq!(circles(&round).len(), 3);
    }
}
