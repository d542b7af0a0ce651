//! The icon of a book: one hat split between the two, as the theme's `assets/icon.svg` has it, in pixels.
//!
//! It must not know where it is shown.

use png::{BitDepth, ColorType, Encoder};

use super::picture::Colours;

/// The side of the square that the hat is drawn in, in units of its points.
const SIDE: f32 = 32.;

/// The sides of a pixel are parted so often, to see how much of it a shape covers.
const PARTS: u16 = 4;

/// Half of how broad the manager's lines are, in units.
const HALF_LINE: f32 = 1.25;

/// How many straight lines stand for a curve.
const SEGMENTS: u8 = 12;

/// A point of the square, from its upper left corner.
type Point = (f32, f32);

/// What an icon stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Whatever shows it.
    None,
    /// The page's colour, with some room round the hat: for screens that cut icons to a shape of their own.
    Page,
}

/// The icon as a PNG whose sides have so many pixels.
#[must_use]
pub fn icon(side: u16, ground: Ground, colours: &Colours) -> Vec<u8> {
    let (leader, manager) = (leader(), manager());
    let scale = match ground {
        Ground::None => SIDE / f32::from(side),
        Ground::Page => SIDE * 1.4 / f32::from(side),
    };
    let middle = f32::from(side) / 2.;
    let mut pixels = Vec::with_capacity(usize::from(side).pow(2) * 4);
    for row in 0..side {
        for column in 0..side {
            let points = (0..PARTS * PARTS).map(|part| {
                let inside = |pixel: u16, part: u16| {
                    let at = f32::from(pixel) + (f32::from(part) + 0.5) / f32::from(PARTS);
                    (at - middle) * scale + SIDE / 2.
                };
                (inside(column, part % PARTS), inside(row, part / PARTS))
            });
            let colours = points.map(|point| {
                let is_manager = || manager.iter().any(|line| is_near(line, point));
                match ground {
                    _ if is_inside(&leader, point) => Some(colours.leader),
                    _ if is_manager() => Some(colours.manager),
                    Ground::None => None,
                    Ground::Page => Some(colours.page),
                }
            });
            pixels.extend(mean(&colours.collect::<Vec<_>>()));
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side.into(), side.into());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a picture in memory can be written");
    writer.write_image_data(&pixels).expect("the rows have the size that the header says");
    writer.finish().expect("a picture in memory can be written");
    bytes
}

/// A PNG of at most 255 pixels a side as an ICO, which may hold one as it is.
#[must_use]
pub fn ico(side: u8, png: &[u8]) -> Vec<u8> {
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX);
    let mut bytes = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    bytes.extend(length.to_le_bytes());
    bytes.extend(22_u32.to_le_bytes());
    bytes.extend(png);
    bytes
}

/// What a pixel shows whose parts have these colours, and how much of it they cover.
fn mean(parts: &[Option<[u8; 3]>]) -> [u8; 4] {
    let covered: Vec<[u8; 3]> = parts.iter().flatten().copied().collect();
    let share = |sum: usize, of: usize| u8::try_from((sum + of / 2) / of.max(1)).unwrap_or(u8::MAX);
    let channel =
        |at: usize| share(covered.iter().map(|one| usize::from(one[at])).sum(), covered.len());
    [channel(0), channel(1), channel(2), share(covered.len() * 255, parts.len())]
}

/// The leader's half, which is solid.
fn leader() -> Vec<Point> {
    let mut outline = vec![(15., 4.), (15., 27.), (3.5, 27.)];
    curve(&mut outline, (1., 27.), (1., 24.));
    curve(&mut outline, (1., 21.), (3.5, 21.));
    outline.extend([(5., 21.), (5., 16.)]);
    curve(&mut outline, (5., 5.), (15., 4.));
    outline
}

/// The manager's half, which is drawn in lines.
fn manager() -> [Vec<Point>; 3] {
    let mut crown = vec![(17., 5.3)];
    curve(&mut crown, (26., 6.3), (26., 16.));
    crown.push((26., 20.));
    [crown, vec![(17., 21.), (31., 21.)], vec![(17., 25.7), (31., 25.7)]]
}

/// Adds a curve to an end, by a point that draws it to its side.
fn curve(outline: &mut Vec<Point>, side: Point, end: Point) {
    let Some(&start) = outline.last() else { return };
    let at = |share: f32, [start, side, end]: [f32; 3]| {
        let rest = 1. - share;
        start * rest * rest + 2. * side * rest * share + end * share * share
    };
    outline.extend((1..=SEGMENTS).map(|segment| {
        let share = f32::from(segment) / f32::from(SEGMENTS);
        (at(share, [start.0, side.0, end.0]), at(share, [start.1, side.1, end.1]))
    }));
}

/// Whether a line from a point to the right crosses an outline an odd number of times.
fn is_inside(outline: &[Point], (x, y): Point) -> bool {
    let ends = outline.iter().zip(outline.iter().cycle().skip(1));
    let crossed = ends.filter(|(one, other)| {
        (one.1 > y) != (other.1 > y)
            && x < (other.0 - one.0) * (y - one.1) / (other.1 - one.1) + one.0
    });
    crossed.count() % 2 == 1
}

/// Whether a point is on a line, which ends where its last point is and is round where its parts meet.
fn is_near(line: &[Point], (x, y): Point) -> bool {
    let is_within = |(off_x, off_y): Point| off_x * off_x + off_y * off_y <= HALF_LINE * HALF_LINE;
    let mut joints = line.iter().take(line.len() - 1).skip(1);
    joints.any(|(at_x, at_y)| is_within((at_x - x, at_y - y)))
        || line.windows(2).any(|ends| {
            let [(from_x, from_y), (to_x, to_y)] = *ends else { return false };
            let (along_x, along_y) = (to_x - from_x, to_y - from_y);
            let length = along_x * along_x + along_y * along_y;
            let share = ((x - from_x) * along_x + (y - from_y) * along_y) / length;
            let off = (from_x + share * along_x - x, from_y + share * along_y - y);
            (0. ..=1.).contains(&share) && is_within(off)
        })
}
