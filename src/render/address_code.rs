//! An address as a QR code, so that whoever holds the paper, or has a phone, finds the page. It must not know which page
//! that is, nor how large it is drawn.

use qrcode::{Color, EcLevel, QrCode};

use super::view::CodeView;

/// What a camera needs round a code to find it, in modules.
const MARGIN: usize = 4;

/// The code of an address; none for one that no code holds.
pub(super) fn address_code(address: &str) -> Option<CodeView> {
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let width = code.width();
    let colours = code.to_colors();
    let rows = colours.chunks(width).enumerate();
    let lines: Vec<String> = rows.map(|(y, row)| format!("M0 {y}{}", dashes(row))).collect();
    Some(CodeView { width: width + 2 * MARGIN, path: lines.concat() })
}

/// The code of an address in lines of blocks for a terminal, two rows of modules a line: the dark ones are drawn.
#[must_use]
pub fn address_in_blocks(address: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let width = code.width();
    let (colours, all) = (code.to_colors(), width + 2 * MARGIN);
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(MARGIN).filter(|at| *at < width);
        inside(x).zip(inside(y)).is_some_and(|(x, y)| colours[y * width + x] == Color::Dark)
    };
    let block = |x, y| match (is_dark(x, y), is_dark(x, y + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    Some((0..all).step_by(2).map(|y| (0..all).map(|x| block(x, y)).collect()).collect())
}

/// A row as a line from its beginning that is drawn where the modules are dark.
fn dashes(row: &[Color]) -> String {
    let runs = row.chunk_by(|one, next| one == next);
    let steps = runs.map(|run| match run[0] {
        Color::Dark => format!("h{}", run.len()),
        Color::Light => format!("m{} 0", run.len()),
    });
    steps.collect()
}
