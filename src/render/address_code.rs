//! The address of a page as a QR code, so that whoever holds the paper finds the page. It must not know which page
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

/// A row as a line from its beginning that is drawn where the modules are dark.
fn dashes(row: &[Color]) -> String {
    let runs = row.chunk_by(|one, next| one == next);
    let steps = runs.map(|run| match run[0] {
        Color::Dark => format!("h{}", run.len()),
        Color::Light => format!("m{} 0", run.len()),
    });
    steps.collect()
}
