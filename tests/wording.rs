//! Holds the wording of every language to the English one: the same keys, and the same places to fill in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The words of a file by key, keys of groups with a full stop between.
fn words(path: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(path).expect("a wording file is text");
    let table: toml::Table = text.parse().expect("a wording file is TOML");
    let mut words = BTreeMap::new();
    gather("", &table, &mut words);
    words
}

fn gather(above: &str, table: &toml::Table, words: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let key = format!("{above}{key}");
        match value {
            toml::Value::Table(group) => gather(&format!("{key}."), group, words),
            word => {
                words.insert(key, word.as_str().expect("a word is a text").to_owned());
            }
        }
    }
}

/// The places to fill in, such as `{count}`, in the order of their names. How often a sentence names a hat, as in
/// `{leader.name}`, is a matter of its language.
fn places(word: &str) -> Vec<&str> {
    let mut places: Vec<&str> =
        word.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    places.retain(|place| !place.contains('.'));
    places.sort_unstable();
    places
}

#[test]
fn every_language_has_every_word_with_the_same_places_to_fill_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/wording");
    let english = words(&folder.join("en.toml"));
    let mut faults = Vec::new();
    for file in fs::read_dir(&folder).expect("the theme has a wording") {
        let path = file.expect("the folder can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let own = words(&path);
        for (key, word) in &english {
            match own.get(key) {
                None => faults.push(format!("{name} lacks `{key} = {word:?}`")),
                Some(own) if places(own) != places(word) => {
                    faults.push(format!("{name}: `{key}` has {own:?} for {word:?}"));
                }
                Some(own) if own.is_empty() != word.is_empty() => {
                    faults.push(format!("{name}: `{key}` is empty"));
                }
                Some(_) => {}
            }
        }
        let more = own.keys().filter(|key| !english.contains_key(*key));
        faults.extend(more.map(|key| format!("{name}: `{key}` is no word of the interface")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
