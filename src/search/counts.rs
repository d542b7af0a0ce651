//! How a word stands on pages, packed into bytes: a large book has millions of these, most of them in three.
//!
//! It must not know how words are weighed.

use super::labels::Labels;
use super::zone::Zone;

/// How a word stands on a page.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    /// The page's number.
    pub page: u32,
    /// The zones in which it stands, by `Zone::bit`.
    pub zones: u8,
    /// In whose answers: 1 the leader's, 2 the manager's, 3 both.
    pub roles: u8,
    /// How often it is in the text.
    pub text: u16,
    /// In which of the page's labels.
    pub labels: Labels,
}

impl Count {
    /// Adds how the word stands once more on the same page, or another one does.
    pub(super) fn join(&mut self, other: Self) {
        self.zones |= other.zones;
        self.roles |= other.roles;
        self.text = self.text.saturating_add(other.text);
        self.labels = self.labels.and(other.labels);
    }
}

/// How a word stands on each page that has it, in the order of the pages.
#[derive(Default)]
pub(super) struct Counts {
    /// Pages that others have counted, before these.
    earlier: Vec<Vec<u8>>,
    /// All pages but the last: for each how far it is from the one before, the zones and the roles in one byte, and how
    /// often and in which labels the word stands, where it stands in text and in labels.
    packed: Vec<u8>,
    /// The page before the last.
    before: u32,
    /// The last page, which is still being counted.
    last: Option<Count>,
}

/// How many bits of a byte the roles take, above those of the zones.
const ROLES: u32 = 6;

impl Counts {
    /// Adds that the word stands once more, on the last page or on one behind it. Says whether that page is new.
    pub(super) fn add(&mut self, count: Count) -> bool {
        match &mut self.last {
            Some(last) if last.page == count.page => {
                last.join(count);
                false
            }
            last => {
                if let Some(done) = last.replace(count) {
                    self.pack(done);
                }
                true
            }
        }
    }

    /// Joins the pages that come after these. Nothing is written anew.
    pub(super) fn followed_by(mut self, next: Self) -> Self {
        if let Some(done) = self.last.take() {
            self.pack(done);
        }
        self.earlier.push(self.packed);
        self.earlier.extend(next.earlier);
        Self { earlier: self.earlier, ..next }
    }

    /// All of them, in the order of the pages.
    pub(super) fn iter(&self) -> impl Iterator<Item = Count> {
        let packed = self.earlier.iter().chain([&self.packed]).flat_map(|packed| {
            let (mut rest, mut page) = (packed.as_slice(), 0);
            std::iter::from_fn(move || unpack(&mut rest, &mut page))
        });
        packed.chain(self.last)
    }

    fn pack(&mut self, count: Count) {
        let Count { page, zones, roles, text, labels } = count;
        put(&mut self.packed, (page - self.before).into());
        self.before = page;
        self.packed.push(zones | roles << ROLES);
        if has_text(zones) {
            put(&mut self.packed, text.into());
        }
        if has_labels(zones) {
            put(&mut self.packed, labels.bits());
        }
    }
}

impl FromIterator<Count> for Counts {
    fn from_iter<I: IntoIterator<Item = Count>>(all: I) -> Self {
        let mut counts = Self::default();
        for count in all {
            counts.add(count);
        }
        counts
    }
}

fn has_text(zones: u8) -> bool {
    zones & Zone::Text.bit() > 0
}

/// What is in no zone is there for its labels alone.
fn has_labels(zones: u8) -> bool {
    zones == 0 || zones & (Zone::Title.bit() | Zone::Also.bit()) > 0
}

/// The next of those that are packed, behind `page`.
fn unpack(rest: &mut &[u8], page: &mut u32) -> Option<Count> {
    if rest.is_empty() {
        return None;
    }
    *page += u32::try_from(take(rest)).expect("the number of a page was packed");
    let (signs, behind) = rest.split_first()?;
    *rest = behind;
    let zones = signs & !(!0 << ROLES);
    let text = if has_text(zones) { take(rest) } else { 0 };
    let text = u16::try_from(text).expect("as many as stood in the text were packed");
    let labels = Labels::of_bits(if has_labels(zones) { take(rest) } else { 0 });
    Some(Count { page: *page, zones, roles: signs >> ROLES, text, labels })
}

/// Writes a number, seven bits a byte, the lowest first.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        let [low, ..] = number.to_le_bytes();
        bytes.push(low | 0x80);
        number >>= 7;
    }
    let [low, ..] = number.to_le_bytes();
    bytes.push(low);
}

/// Reads a number that was written so. Nearly all are one byte.
fn take(rest: &mut &[u8]) -> u64 {
    if let [byte @ ..0x80, behind @ ..] = *rest {
        *rest = behind;
        return (*byte).into();
    }
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let Some((byte, behind)) = rest.split_first() else { break };
        *rest = behind;
        number |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::super::labels::Labels;
    use super::super::zone::Zone;
    use super::{Count, Counts};

    #[test]
    fn what_is_packed_comes_out_as_it_went_in() {
        let zones = |all: &[Zone]| all.iter().fold(0, |zones, zone| zones | zone.bit());
        let all = [
            (0, zones(&[Zone::Text]), 0, 1, Labels::default()),
            (1, zones(&[Zone::Text, Zone::Title]), 3, u16::MAX, Labels::one(0)),
            (200, zones(&[Zone::Sign, Zone::Name]), 2, 0, Labels::default()),
            (70_000, 0, 0, 0, Labels::one(63).and(Labels::one(7))),
            (u32::MAX, zones(&Zone::ALL), 1, 300, Labels::one(63)),
        ];
        let told =
            |count: Count| (count.page, count.zones, count.roles, count.text, count.labels.bits());
        let all = all.map(|(page, zones, roles, text, labels)| Count {
            page,
            zones,
            roles,
            text,
            labels,
        });
        let counts: Counts = all.into_iter().collect();
        assert_eq!(counts.iter().map(told).collect::<Vec<_>>(), all.map(told));
        let of = |some: &[Count]| some.iter().copied().collect::<Counts>();
        let joined = of(&all[..2]).followed_by(of(&all[2..4])).followed_by(of(&all[4..]));
        assert_eq!(joined.iter().map(told).collect::<Vec<_>>(), all.map(told));
    }
}
