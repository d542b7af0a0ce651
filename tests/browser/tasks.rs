//! What leads come for, from the home page, with real keys and presses: half a minute has room for three presses besides
//! what is typed and for two screens to scroll, and what they came for is in view then.

use testkit::Project;
use testkit::browser::{Kind, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::server::serve;
use crate::sheet::{is_saved, open};
use crate::site::Visit;

const SCREENS: [Screen; 2] = [
    Screen { width: 390, height: 844, kind: Kind::Phone },
    Screen { width: 1366, height: 768, kind: Kind::Desk },
];

/// What a reader does.
enum Step {
    /// Types into what has the focus.
    Type(&'static str),
    /// Presses the first that this selects and that begins with these words.
    Press(&'static str, &'static str),
    /// The same, where that leads to another page.
    Follow(&'static str, &'static str),
    /// Unfolds the rooms of the site where they are folded.
    Rooms,
}

use Step::{Follow, Press, Rooms, Type};

/// The field of the first page.
const FIELD: Step = Press(".ask input", "");
/// The page with this title, or one that begins so, among those that were found.
const fn titled(words: &'static str) -> Step {
    Follow("dialog [role=option]", words)
}

/// Something that a lead wants to have before their eyes.
struct Task {
    name: &'static str,
    /// The most presses besides typing, and the most screens to scroll in all.
    most: (usize, f64),
    way: &'static [Step],
    /// The page on which they find it, and what must be seen there: selectors, each with words that stand in it. One of
    /// them is enough.
    page: &'static str,
    wanted: &'static [(&'static str, &'static str)],
}

const TYPED: (usize, f64) = (2, 0.5);

/// What the hat that goes first says.
const SAID: &[(&str, &str)] = &[(".moment .text", "")];

const TASKS: &[Task] = &[
    Task {
        name: "somebody snaps at the juniors",
        most: TYPED,
        way: &[FIELD, Type("snaps at juniors"), titled("Someone brilliant is hard")],
        page: "scenarios/brilliant-but-abrasive.html",
        wanted: SAID,
    },
    Task {
        name: "the release slips since marketing adds things",
        most: TYPED,
        way: &[
            FIELD,
            Type("release slips since marketing adds things"),
            titled("The work keeps growing"),
        ],
        page: "scenarios/scope-creep.html",
        wanted: SAID,
    },
    Task {
        name: "an improvement plan, to print",
        most: (3, 0.5),
        way: &[
            FIELD,
            Type("improvement plan"),
            titled("Improvement plan"),
            Press("[data-do=print]", ""),
        ],
        page: "templates/improvement-plan.html",
        wanted: &[("[data-do=print]", "")],
    },
    Task {
        name: "somebody cried in a one-to-one",
        most: TYPED,
        way: &[FIELD, Type("cried in a one-to-one"), titled("They argue, go silent or cry")],
        page: "scenarios/argues-goes-silent-or-cries.html",
        wanted: SAID,
    },
    Task {
        name: "there is no bonus this year",
        most: TYPED,
        way: &[FIELD, Type("tell someone there is no bonus"), titled("You have to say no")],
        page: "scenarios/no-to-a-raise-or-promotion.html",
        wanted: SAID,
    },
    Task {
        name: "promoted over friends",
        most: TYPED,
        way: &[FIELD, Type("promoted over my friends"), titled("You now lead your former peers")],
        page: "scenarios/leading-former-peers.html",
        wanted: SAID,
    },
    Task {
        name: "the difference in one picture",
        most: TYPED,
        way: &[FIELD, Type("difference between leader and manager"), titled("Ten differences")],
        page: "comparisons/ten-differences.html",
        wanted: &[(".spine .manager", "")],
    },
    Task {
        name: "half an hour with six people",
        most: (3, 0.5),
        way: &[Rooms, Follow(".rooms a", "With a group"), Follow("#run button", "")],
        page: "scenarios/overdue-hard-conversation.html",
        wanted: &[(".workshop .time", "2:00")],
    },
    Task {
        name: "the manager's words alone",
        most: (3, 1.0),
        way: &[
            FIELD,
            Type("everything is urgent"),
            titled("Everything is urgent"),
            Press(".show label", "Manager"),
        ],
        page: "scenarios/everything-is-urgent.html",
        wanted: &[("#manager-frame .text", "")],
    },
    Task {
        name: "five situations for an offsite",
        most: (8, 4.0),
        way: &[
            Rooms,
            Follow(".rooms a", "With a group"),
            Press("#choose label", "A new person starts"),
            Press("#choose label", "Someone brilliant"),
            Press("#choose label", "Everything is urgent"),
            Press("#choose label", "The team is flat"),
            Press("#choose label", "Complaints keep rising"),
            Follow("#choose button", "Print the cards"),
        ],
        page: "print/cards.html",
        wanted: &[("#chosen", "5 of")],
    },
    Task {
        name: "from paper to its page",
        most: TYPED,
        way: &[
            FIELD,
            Type("The work keeps growing and the deadline has not moved"),
            titled("The work keeps growing"),
        ],
        page: "scenarios/scope-creep.html",
        wanted: SAID,
    },
    Task {
        name: "which hat in a crisis, typed",
        most: TYPED,
        way: &[FIELD, Type("which hat in a crisis"), titled("Which hat in which kind")],
        page: "comparisons/kinds-of-time.html",
        wanted: &[("p", "In a crisis the manager"), ("#crisis .manager strong", "First")],
    },
    Task {
        name: "questions for a one-to-one",
        most: TYPED,
        way: &[FIELD, Type("questions for a one-to-one"), titled("Question bank")],
        page: "guidance/question-bank.html",
        wanted: &[("main li", "?")],
    },
    Task {
        name: "hand over a project",
        most: TYPED,
        way: &[FIELD, Type("hand over a project"), titled("Delegation brief")],
        page: "templates/delegation-brief.html",
        wanted: &[("#sheet .field label", "")],
    },
    Task {
        name: "am I a good manager?",
        most: TYPED,
        way: &[FIELD, Type("am I a good manager"), titled("Would you follow")],
        page: "checks/foundations-check.html",
        wanted: &[(".ticks label", "")],
    },
    Task {
        name: "practise before a talk",
        most: (3, 2.0),
        way: &[
            FIELD,
            Type("difficult talk tomorrow"),
            titled("A hard conversation"),
            Press("[data-do=practise]", ""),
        ],
        page: "scenarios/overdue-hard-conversation.html",
        wanted: &[(".try .label", "")],
    },
    Task {
        name: "may I fire him?",
        most: TYPED,
        way: &[FIELD, Type("may I fire him"), titled("You have to let someone go")],
        page: "scenarios/letting-someone-go.html",
        wanted: &[(".care", "Hold no such talk")],
    },
    Task {
        name: "someone good may leave, by the lists of the first page",
        most: (1, 4.0),
        way: &[Follow("a[href]", "Someone good may be about to leave")],
        page: "scenarios/someone-good-may-leave.html",
        wanted: SAID,
    },
    Task {
        name: "a blank change log",
        most: TYPED,
        way: &[FIELD, Type("change log"), titled("Change log")],
        page: "templates/change-log.html",
        wanted: &[("#sheet .field label", "")],
    },
];

/// In the middle of the first line of this, when it can be pressed there, and how many screens were scrolled to it.
const PLACE: &str = "async ([selector, words]) => {
    const find = () => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility() && one.innerText.trim().startsWith(words));
    const middle = (part) => {
        const { left, width, top, height } = part.getClientRects()[0] ?? part.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    };
    const isFree = (part) => part.contains(document.elementFromPoint(...middle(part)));
    const from = scrollY;
    const end = performance.now() + 4000;
    // Nobody presses what still moves, or what makes room for what is found next.
    let [part, place, since] = [null, '', performance.now()];
    while (!part || performance.now() - since < 300) {
        if (performance.now() > end) return null;
        const now = find();
        if (now && !isFree(now)) now.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise(requestAnimationFrame);
        const at = now?.isConnected ? String(middle(now)) : '';
        if (now !== part || at !== place) [part, place, since] = [now, at, performance.now()];
    }
    return isFree(part) ? [...middle(part), Math.abs(scrollY - from) / innerHeight] : null;
}";

/// Whether these words, or the first of the element when none are named, are in the window with nothing over them.
const SEEN: &str = "async (wanted) => {
    const isSeen = () => wanted.some(([selector, words]) => [...document.querySelectorAll(selector)].some((element) => {
        if ('value' in element && element.matches('input, textarea')) {
            const { top, bottom } = element.getBoundingClientRect();
            return words && element.value.includes(words) && top >= 0 && bottom <= innerHeight;
        }
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.data;
            const from = words ? text.indexOf(words) : text.search(/[^ \\n]/);
            if (from < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, from);
            range.setEnd(walker.currentNode, words ? from + words.length : text.length);
            const { left, width, top, bottom, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
            return width > 0 && top >= 0 && bottom <= innerHeight
                && element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }
        return false;
    }));
    for (const end = performance.now() + 2000; performance.now() < end;) {
        if (isSeen()) return true;
        await new Promise(requestAnimationFrame);
    }
    return false;
}";

/// Fields of a sheet that are not blank.
const FILLED: &str = "() => [...document.querySelectorAll('#sheet input, #sheet textarea, #sheet select')]
    .filter((one) => one.checked || !one.matches('[type=checkbox], [type=radio]') && one.value !== '').map((one) => one.outerHTML)";

/// What a task took: presses besides typing, and screens that were scrolled.
#[derive(Default)]
struct Effort {
    presses: usize,
    screens: f64,
}

impl Effort {
    /// Presses as a mouse or a finger does, what comes of it left to `lead`.
    fn press(
        &mut self,
        page: &mut Page,
        at: (&str, &str),
        lead: impl FnOnce(&mut Page, f64, f64) -> Outcome,
    ) -> Outcome {
        page.until(
            "([selector, words]) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility() && one.innerText.trim().startsWith(words))",
            at,
        )?;
        let place: Option<(f64, f64, f64)> = page.ask(PLACE, at)?;
        let (x, y, screens) = place.ok_or(format!("{at:?} cannot be pressed"))?;
        self.presses += 1;
        self.screens += screens;
        lead(page, x, y)
    }

    fn take(&mut self, page: &mut Page, step: &Step) -> Outcome {
        match step {
            Type(words) => page.type_text(words),
            Press(selector, words) => self.press(page, (selector, words), Page::click),
            Follow(selector, words) => self
                .press(page, (selector, words), |page, x, y| page.leave(|page| page.click(x, y))),
            Rooms => {
                let is_open = "() => document.querySelector('.rooms').checkVisibility()";
                if page.ask(is_open, ())? {
                    return Ok(());
                }
                self.press(page, (".menu summary", ""), Page::click)
            }
        }
    }
}

/// Plays a task from the first page of the site at an address, and says what is wrong.
fn play(page: &mut Page, base: &str, task: &Task) -> Outcome<Vec<String>> {
    page.open(&format!("{base}index.html"))?;
    let mut effort = Effort::default();
    let went = task.way.iter().try_for_each(|step| effort.take(page, step));
    let seen: bool = page.ask(SEEN, task.wanted)?;
    let at: String = page.ask("() => location.href", ())?;
    let (presses, screens) = task.most;
    let mut faults: Vec<String> = went.err().into_iter().collect();
    if !seen {
        faults.push("what was wanted is not in view".to_owned());
    }
    if !at.starts_with(&format!("{base}{}", task.page)) {
        faults.push("that is another page".to_owned());
    }
    if effort.presses > presses || effort.screens > screens {
        faults.push(format!("{} presses and {:.1} screens", effort.presses, effort.screens));
    }
    Ok(faults.iter().map(|fault| format!("{} at {at}: {fault}", task.name)).collect())
}

pub fn leads_get_what_they_come_for_in_half_a_minute(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.before_each_page("globalThis.print = () => {};")?;
    let mut faults = Vec::new();
    for screen in SCREENS {
        page.show_on(screen)?;
        for task in TASKS {
            let found = play(&mut page, &visit.site.below_a_path.base, task)?;
            faults.extend(found.iter().map(|fault| format!("{} px, {fault}", screen.width)));
            let filled: Vec<String> = page.ask(FILLED, ())?;
            faults
                .extend(filled.iter().map(|field| format!("{}: {field} is not blank", task.name)));
        }
    }
    none(&faults)
}

/// Whether the first box of a sheet could take what is typed; it has the focus then.
const SHEET: &str = "() => {
    const box = document.querySelector('#sheet :is(textarea, input:not([type=checkbox], [type=radio]))');
    box?.focus();
    return document.activeElement === box;
}";

pub fn last_weeks_sheet_is_one_press_away(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    for screen in SCREENS {
        page.show_on(screen)?;
        open(visit, &mut page, "templates/weekly-plan.html")?;
        page.until(SHEET, "")?;
        page.type_text("Ovens before bread")?;
        is_saved(&mut page)?;
        let task = Task {
            name: "last week's sheet",
            most: (1, 0.5),
            way: &[Follow(".again a", "")],
            page: "templates/weekly-plan.html",
            wanted: &[
                ("#sheet :is(input, textarea)", "Ovens before bread"),
                ("#copy-name", "Weekly plan"),
            ],
        };
        none(&play(&mut page, &visit.site.below_a_path.base, &task)?)?;
    }
    Ok(())
}

pub fn a_colleague_who_reads_german_has_the_same_page(visit: &Visit) -> Outcome {
    const LATE: &str =
        "title: Late again\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: When?\n";
    const SPAET: &str = "title: Wieder zu spät\nsummary: Das kommt vor.\nleader:\n  say: Warum?\nmanager:\n  say: Bis wann?\n";
    const BOOK: &str = "[book]\ntitle = \"Two hats\"\n[languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n";
    let project = Project::new()
        .file("book.toml", BOOK)
        .file("content/scenarios/late.yaml", LATE)
        .file("content/de/scenarios/late.yaml", SPAET);
    project.build();
    let base = serve(&project.path("public"), "/a/")?.base;
    let task = Task {
        name: "a colleague reads German",
        most: (4, 0.5),
        way: &[
            Follow("main a", "Late again"),
            Rooms,
            Press(".settings summary", ""),
            Follow(".languages a", "Deutsch"),
        ],
        page: "de/scenarios/late.html",
        wanted: &[("h1", "Wieder zu spät")],
    };
    let mut page = visit.new_page()?;
    for screen in SCREENS {
        page.show_on(screen)?;
        none(&play(&mut page, &base, &task)?)?;
    }
    Ok(())
}
