//! `cargo xtask new-rule NAME`: the file and the page of a rule. The tests of rules are red until the page is written,
//! and until something finds the fault that it shows.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::insert::{Insert, Side, read, write};

const FOLDER: &str = "src/diagnostic/rules";

const NEXT: &str = "
next:
  1. say in the page what is wrong, show a wrong book and a mended one; choose the severity in the file
  2. find the fault in a file of the same name: in `src/load/` what one file shows, in `src/check/` what it takes the
     whole book for
  3. `cargo test --test rules` is red until the page shows what is told: `cargo xtask bless` writes that, and makes
     the rule known; read it before you keep it
  4. a line in `CHANGELOG.md`";

pub fn run(mut words: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let name = words.next().and_then(|name| name.into_string().ok());
    let is_name = |name: &String| {
        name.split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    let name = name.filter(is_name).ok_or("usage: cargo xtask new-rule NAME, as in `dead-end`")?;
    let module = name.replace('-', "_");
    let list = format!("{FOLDER}/mod.rs");
    let listed = read(&list)?;
    let inserts = [
        in_order(&listed, "pub(crate) mod ", &module, ";\n"),
        in_order(&listed, "    &", &module, "::RULE,\n"),
    ];
    let inserts = inserts.map(|(mark, side, text)| Insert { path: list.clone(), mark, side, text });
    let new = [
        (format!("{FOLDER}/{module}.rs"), file(&name, &module)),
        (format!("{FOLDER}/{name}.md"), page(&name)),
    ];
    write(&new, &inserts)?;
    println!("{NEXT}");
    Ok(ExitCode::SUCCESS)
}

/// A line for a list, and beside which line it goes, so that the list stays in its order.
fn in_order(list: &str, start: &str, module: &str, end: &str) -> (String, Side, String) {
    let line = |name: &str| format!("{start}{name}{end}");
    let names = list.split_inclusive('\n');
    let names = names.filter_map(|line| line.strip_prefix(start)?.strip_suffix(end));
    let (before, after): (Vec<&str>, Vec<&str>) = names.partition(|name| *name < module);
    match (before.last(), after.first()) {
        (_, Some(next)) => (line(next), Side::Before, line(module)),
        (Some(last), None) => (line(last), Side::After, line(module)),
        (None, None) => (String::new(), Side::Before, line(module)),
    }
}

fn file(name: &str, module: &str) -> String {
    format!(
        "//! `{name}`: TODO.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning(\"{name}\", include_str!(\"{name}.md\"));

pub(crate) fn {module}(span: Span) -> Diagnostic {{
    Diagnostic::new(&RULE, span, \"TODO: what is wrong\").help(\"TODO: what to do next\")
}}
"
    )
}

fn page(name: &str) -> String {
    let book = "```yaml content/scenarios/late-parcels.yaml
title: Parcels go out a day late
summary: The van is full by nine, and the last parcels stay behind.
leader:
  say: What did we promise the people who are waiting?
manager:
  say: Who counts the parcels before the van leaves?
```";
    format!(
        "# {name}

TODO: what is wrong, in one short sentence.

TODO: why it matters to readers, and what to do instead.

## Wrong

{book}

```text
```

## Mended

{book}
"
    )
}
