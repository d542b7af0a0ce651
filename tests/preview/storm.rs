//! Three hundred saves in a row, a third of them broken, in every style, some in bursts and some one by one.

use std::time::Duration;

use testkit::chance::Chance;
use testkit::preview::Preview;

use crate::saving::{STYLES, Save};
use crate::watched::{BOOK, GUIDE, LAYOUT, SCENARIO, STYLE, TEMPLATE, WORDING, mark, watched};

const SAVES: usize = 300;

/// Texts that are wrong in every kind of file, or nearly so.
const BROKEN: [&str; 5] = ["", "title: 'open", "{% block", "---\ntitle: [\n", "\u{0}\u{7}"];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_storm_of_saves_every_page_is_right() {
    let kinds = [SCENARIO, GUIDE, TEMPLATE, LAYOUT, STYLE, WORDING, BOOK];
    let project = watched();
    let preview = Preview::start(&project);
    let mut events = preview.events();
    let mut chance = Chance::new(300);
    for number in 0..SAVES {
        let kind = chance.pick(&kinds);
        let text = if chance.one_in(3) {
            (*chance.pick(&BROKEN)).to_owned()
        } else {
            (kind.text)(&mark(number))
        };
        let file = kind.path(&project);
        let (_, style) = chance.pick(&STYLES);
        style(&Save { file: &file, before: "mark", after: &mark(number), text: &text });
        // Some saves come in bursts, some one by one, so that looks fall before, between and after them.
        let pause =
            Duration::from_millis(10 * u64::try_from(chance.below(7)).expect("it is small"));
        events.within(pause);
        let page = preview.get(kind.page);
        assert_eq!(page.status, 200, "save {number}: {}\n{}", page.head, preview.stderr());
        assert!(!page.body.is_empty(), "save {number}: {} is blank", kind.page);
    }
    for kind in kinds {
        std::fs::write(kind.path(&project), (kind.text)("the-last-mark")).expect("it is written");
    }
    for kind in kinds {
        preview.until(kind.page, "the-last-mark");
    }
    preview.is_alive();
    // Those that found faults count as well: they end a line with `changed`.
    let stderr = preview.stderr();
    let looks =
        stderr.lines().filter(|line| line.contains(" changed in ") || line.ends_with(" changed"));
    assert!(looks.count() > SAVES / 10, "the saves were taken together: {stderr}");
    // Each of those saves may have been told by itself; the last word is that all is well.
    preview.until_said("all clear");
    assert!(preview.events().message()["faults"].is_null(), "{}", preview.stderr());
}
