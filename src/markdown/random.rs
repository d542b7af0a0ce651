//! Numbers for texts that tests put together at random: they look random, and are the same at every run.

/// Gives numbers from 0 to below what is asked for (xorshift, Marsaglia 2003).
pub(super) fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |most| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % most as u64).expect("it is below a usize")
    }
}
