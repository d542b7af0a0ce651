//! The owner's brand: the guide's example of one, as a reader sees it.

use testkit::outcome::Outcome;
use testkit::{Book, scenario};

use crate::axe::axe;
use crate::server::serve;
use crate::sheet::expect;
use crate::site::Visit;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 220 44\"><rect width=\"220\" height=\"44\"/></svg>";

/// How many logos are seen, and how high the one is.
const LOGOS: &str = "() => [...document.querySelectorAll('.brand img')].filter((one) => one.checkVisibility())
    .map((one) => [one.getAttribute('src').includes('dark'), one.alt, one.offsetWidth, one.offsetHeight].join())";

/// The colour of the leader's edge and of its label, as the page has them.
const COLOURS: &str = "() => ['border-inline-start-color', 'color'].map((name) => {
    const answer = document.querySelector('.hat-check .leader');
    return getComputedStyle(name === 'color' ? answer.querySelector('.label') : answer).getPropertyValue(name);
})";

fn toml() -> String {
    let page = include_str!("../../docs/guide/content/guidance/your-brand.md");
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    // No font is at hand that may lie in the repository.
    let lines = example.unwrap_or_default().lines().filter(|line| !line.starts_with("font"));
    lines.map(|line| line.to_owned() + "\n").collect()
}

pub fn a_brand_of_fourteen_lines_is_read_and_seen_in_light_and_in_dark(visit: &Visit) -> Outcome {
    let sheet = "title: Sheet\nfields:\n  - text: Name\n  - long: Story\n";
    let project = Book::small()
        .file("book.toml", toml())
        .file("content/brand/logo.svg", LOGO)
        .file("content/brand/logo-dark.svg", LOGO)
        .file(
            "content/scenarios/late.yaml",
            scenario("Late again") + "first: leader\nbecause: It is so.\n",
        )
        .file("content/templates/sheet.yaml", sheet)
        .on_disk();
    project.build();
    let place = serve(&project.path("public"), "/")?;
    axe(visit, |page, look| {
        for name in [
            "scenarios/index.html",
            "scenarios/late.html",
            "templates/sheet.html",
            "guidance/why.html",
            "search.html",
        ] {
            page.open(&format!("{}{name}", place.base))?;
            look(page, name)?;
            let logos: Vec<String> = page.ask(LOGOS, ())?;
            let is_dark: bool =
                page.ask("() => matchMedia('(prefers-color-scheme: dark)').matches", ())?;
            let wanted = format!("{is_dark},Two hats at St Ada,160,32");
            expect(logos == [wanted.clone()], &format!("{name}: {logos:?}, not {wanted}"))?;
            let [edge, label]: [String; 2] = page.ask(COLOURS, ())?;
            let own = "rgb(0, 89, 76)";
            expect((edge == own) != is_dark, &format!("{name}: the edge is {edge}"))?;
            expect((label == own) != is_dark, &format!("{name}: the label is {label}"))?;
            let foot: String = page.ask("() => document.querySelector('.owner').innerText", ())?;
            expect(foot.contains("St Ada Hospital") && foot.contains("Imprint"), &foot)?;
            let words: String =
                page.ask("() => document.querySelector('.hat-check').innerText", ())?;
            expect(words.contains("Guide: say why"), &words)?;
        }
        Ok(())
    })
}
