//! A zip of small files, stored as they are, with no date: the same files always give the same bytes.

/// The first day that a zip can name: the first of January 1980.
const NO_DAY: u32 = 33;
/// Names are UTF-8.
const UTF8: u32 = 0x800;
const VERSION: u32 = 20;

pub(super) fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut index = Vec::new();
    for (name, text) in files {
        let at = length(&whole);
        let size = length(text.as_bytes());
        let mut about = numbers(&[(VERSION, 2), (UTF8, 2), (0, 2), (0, 2), (NO_DAY, 2)]);
        about.extend(numbers(&[(crc32fast::hash(text.as_bytes()), 4), (size, 4), (size, 4)]));
        about.extend(numbers(&[(length(name.as_bytes()), 2), (0, 2)]));
        whole.extend(numbers(&[(0x0403_4b50, 4)]).into_iter().chain(about.iter().copied()));
        whole.extend(name.bytes().chain(text.bytes()));
        index.extend(numbers(&[(0x0201_4b50, 4), (VERSION, 2)]).into_iter().chain(about));
        index.extend(numbers(&[(0, 2), (0, 2), (0, 2), (0, 4), (at, 4)]));
        index.extend(name.bytes());
    }
    let (count, at, size) =
        (u32::try_from(files.len()).unwrap_or(u32::MAX), length(&whole), length(&index));
    whole.extend(index);
    whole.extend(numbers(&[
        (0x0605_4b50, 4),
        (0, 4),
        (count, 2),
        (count, 2),
        (size, 4),
        (at, 4),
        (0, 2),
    ]));
    whole
}

/// Numbers with the lowest byte first, each in so many bytes.
fn numbers(numbers: &[(u32, usize)]) -> Vec<u8> {
    numbers.iter().flat_map(|(number, size)| number.to_le_bytes().into_iter().take(*size)).collect()
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}
