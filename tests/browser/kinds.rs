//! A sheet with every kind of field, in a book of its own that is built and served for one test.

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::crawl::Place;
use crate::server::serve;
use crate::site::Visit;

const SHEET: &str = "\
title: Every kind
summary: One field of each kind.
fields:
  - heading: First part
  - note: Read **this** first.
  - text: Line
    hint: In one line.
    needed: yes
    example: A line
  - long: Story
    example: |
      One line.
      Another.
  - number: Amount
    unit: days
    example: 3
  - date: Day
    example: 2026-03-04
  - choice: Few
    options: [In, Out, Later]
    example: Out
  - choice: Many
    options: [Ants, Bees, Cats, Dogs, Eels, Fish]
    example: Cats
  - choices: Several
    options: [North, South, East]
    example: [North, East]
  - check: Agreed
    example: yes
  - checks: Before you start
    items: [Doors shut, Lights on]
    example: [Lights on]
  - rating: Mood
    low: low
    high: high
    example: 4
  - person: Who
    example: R. A.
  - table: Requests
    rows: 2
    columns:
      - text: What
      - long: Why
      - number: Cost
        unit: days
      - date: When
      - choice: State
        options: [Waiting, Done]
      - check: Told
      - rating: Worth
      - person: By
    example:
      - [Lamp, It is dark., 2, 2026-03-05, Done, yes, 5, B. B.]
  - computed: Asked for
    count: requests
  - computed: Cost of all
    sum: requests.cost
";

/// The book, for as long as the test runs.
pub struct Kinds {
    pub project: Project,
    pub place: Place,
}

impl Kinds {
    pub const PAGE: &'static str = "templates/kinds.html";

    pub fn build() -> Outcome<Self> {
        let project = Project::new().file("content/templates/kinds.yaml", SHEET);
        project.build();
        let place = serve(&project.path("public"), "/")?;
        Ok(Self { project, place })
    }

    /// A tab of its own with the sheet in it.
    pub fn open(&self, visit: &Visit) -> Outcome<Page> {
        let mut page = visit.new_page()?;
        page.open(&format!("{}{}", self.place.base, Self::PAGE))?;
        Ok(page)
    }
}
