//! Layouts of a project's own may leave out what a script looks for: the script copes, and nothing is logged.

use testkit::outcome::{Outcome, none};
use twohats::theme::{HOOKS, Hook};

use crate::site::Visit;

/// Pages of our own book that have every hook.
const PAGES: [(&str, &str); 11] = [
    ("every", "guidance/which-hat-when.html"),
    ("scenario", "scenarios/scope-creep.html"),
    ("practise", "scenarios/scope-creep.html"),
    ("comparison", "comparisons/foundations.html"),
    ("check", "checks/reason-or-plan.html"),
    ("drill", "practise.html"),
    ("group", "group.html"),
    ("finder", "finder.html"),
    ("template", "templates/change-log.html"),
    ("copies", "copies.html"),
    ("search", "search.html"),
];

pub fn where_a_layout_leaves_out_what_a_script_looks_for_nothing_fails(visit: &Visit) -> Outcome {
    let mut faults = Vec::new();
    for hook in HOOKS.iter() {
        let found = without(visit, hook)?;
        faults
            .extend(found.into_iter().map(|fault| format!("without `{}`: {fault}", hook.written)));
    }
    none(&faults)
}

/// Opens a page from which a hook is taken before any script sees it, and presses what opens the search.
fn without(visit: &Visit, hook: &Hook) -> Outcome<Vec<String>> {
    let (_, name) = PAGES.iter().find(|(on, _)| *on == hook.on).expect("a page has the hook");
    let mut page = visit.new_page()?;
    let (attribute, value) = (hook.attribute, hook.value);
    page.before_each_page(&format!(
        "globalThis.taken = 0; new MutationObserver(() => {{
            for (const one of document.querySelectorAll('[{attribute}~=\"{value}\"]')) {{
                const rest = one.getAttribute('{attribute}').split(' ').filter(word => word !== '{value}');
                one.setAttribute('{attribute}', rest.join(' '));
                taken += 1;
            }}
        }}).observe(document, {{ childList: true, subtree: true }});",
    ))?;
    page.open(&format!("{}{name}", visit.site.below_a_path.base))?;
    page.settle()?;
    let taken: u32 = page.ask("() => taken", ())?;
    page.type_text("/")?;
    page.press_key("Escape")?;
    page.settle()?;
    let mut faults = page.heard().complaints;
    if taken == 0 {
        faults.push(format!("`{name}` has none to take out"));
    }
    Ok(faults)
}
