//! The labels of a page: its title, and each of the other names that readers know it by. They are short, so that words that
//! stand in one of them stand close together.

/// Some of a page's labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labels(u64);

impl Labels {
    /// A label alone: the title is the first, 0. Of a page that has very many, the last ones are none.
    pub(super) fn one(number: usize) -> Self {
        Self(u32::try_from(number).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or(0))
    }

    /// As one number, and of it.
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    pub(super) fn of_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// These and others.
    pub(super) fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// How many there are.
    pub(super) fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Their numbers, in their order.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = (left != 0).then(|| left.trailing_zeros())?;
            left &= left - 1;
            usize::try_from(number).ok()
        })
    }
}
