//! Puts strips on pages.

use super::draft::height;
use super::paper::{HEIGHT, Strip};

/// A strip on a page, this far below the upper edge of its text.
#[derive(Debug)]
pub(super) struct Placed {
    pub top: f32,
    pub strip: Strip,
}

/// The pages of the sheet. Strips that are to stay together do, unless they are higher than a page: then they
/// part, and only the last few stay with what they are kept for.
pub(super) fn pages(strips: Vec<Strip>, heads: &[Vec<Strip>]) -> Vec<Vec<Placed>> {
    let mut book = Book { heads, pages: vec![Vec::new()], used: 0.0 };
    let mut chunk = Vec::new();
    for strip in strips {
        let goes_on = strip.keep;
        chunk.push(strip);
        if !goes_on {
            book.put(std::mem::take(&mut chunk));
        }
    }
    book.put(chunk);
    book.pages
}

/// How many strips stay together at the end of a chunk that is higher than a page.
const LAST: usize = 4;

struct Book<'h> {
    heads: &'h [Vec<Strip>],
    pages: Vec<Vec<Placed>>,
    used: f32,
}

impl Book<'_> {
    fn put(&mut self, mut chunk: Vec<Strip>) {
        if height(&chunk) > HEIGHT && chunk.len() > LAST {
            let last = chunk.split_off(chunk.len() - LAST);
            for strip in chunk {
                self.put(vec![strip]);
            }
            return self.put(last);
        }
        let fits = self.used + height(&chunk) <= HEIGHT;
        if chunk.iter().all(|strip| strip.parts.is_empty()) {
            // Nothing but room: at the end of a page it is not needed.
            self.used = if fits { self.used + height(&chunk) } else { HEIGHT };
            return;
        }
        let is_empty = self.pages.last().is_none_or(Vec::is_empty);
        if !fits && !is_empty {
            self.pages.push(Vec::new());
            self.used = 0.0;
            let heads = self.heads;
            let head = chunk.first().and_then(|strip| strip.head);
            for strip in head.and_then(|head| heads.get(head)).into_iter().flatten() {
                self.place(strip.clone());
            }
        }
        for strip in chunk {
            self.place(strip);
        }
    }

    fn place(&mut self, strip: Strip) {
        let page = self.pages.last_mut().expect("there is a page from the start");
        if page.is_empty() && strip.parts.is_empty() {
            return;
        }
        let top = self.used;
        self.used += strip.height;
        page.push(Placed { top, strip });
    }
}

#[cfg(test)]
mod tests {
    use super::super::paper::{Paint, Part};
    use super::*;

    fn strip(height: f32, keep: bool) -> Strip {
        let bar = Part::Bar { x: 0.0, top: 0.0, width: 1.0, height, paint: Paint::Grey(0.0) };
        Strip { height, keep, parts: vec![bar], head: None }
    }

    fn counts(strips: Vec<Strip>) -> Vec<usize> {
        pages(strips, &[]).iter().map(Vec::len).collect()
    }

    #[test]
    fn what_is_kept_together_goes_to_the_next_page_together() {
        let most = HEIGHT - 50.0;
        assert_eq!(counts(vec![strip(most, false), strip(20.0, true), strip(40.0, false)]), [1, 2]);
        assert_eq!(
            counts(vec![strip(most, false), strip(20.0, false), strip(40.0, false)]),
            [2, 1]
        );
    }

    #[test]
    fn what_is_higher_than_a_page_parts_and_its_end_stays_with_its_field() {
        let label = vec![strip(HEIGHT / 10.0, true); 12];
        let strips = [label, vec![strip(22.0, false)]].concat();
        assert_eq!(counts(strips), [9, 4]);
    }

    #[test]
    fn room_at_the_end_makes_no_page() {
        let room = Strip { height: 30.0, ..Strip::default() };
        assert_eq!(counts(vec![strip(HEIGHT - 10.0, false), room]), [1]);
    }

    #[test]
    fn a_table_that_goes_on_begins_with_its_head() {
        let mut rows = vec![strip(HEIGHT / 3.0 - 10.0, false); 7];
        for row in &mut rows {
            row.head = Some(0);
        }
        let pages = pages(rows, &[vec![strip(15.0, false)]]);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3, 4, 2]);
    }
}
