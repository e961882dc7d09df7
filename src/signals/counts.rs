//! What the counts next to a post say.

use crate::post::{Count, Post};

/// The 80 % normal quantile, as in Reddit's "best" sort: a share's bound is
/// passed by chance one time in ten on either side.
pub const Z: f64 = 1.281_551_565_545;

/// The counts that matter for conversation, with their bounds. Unknown is
/// `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountSignals {
    /// Replies or comments, if shown.
    pub replies: Option<Count>,
    /// Likes by any name, if shown.
    pub likes: Option<Count>,
}

impl CountSignals {
    /// Those of a post.
    pub fn of(post: &Post) -> Self {
        Self {
            replies: post.replies,
            likes: post.likes,
        }
    }
}

/// The Wilson interval of a share: `hits` out of `hits + misses`, both at
/// least 0. Returns its lower and upper bound, both in 0..=1; without a trial
/// nothing is known and that is (0, 1).
///
/// Wilson 1927; `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`.
pub fn wilson(hits: f64, misses: f64) -> (f64, f64) {
    let trials = hits + misses;
    if trials <= 0.0 {
        return (0.0, 1.0);
    }
    let share = hits / trials;
    let z2 = Z * Z;
    let middle = share + z2 / (2.0 * trials);
    let spread = Z * (share * (1.0 - share) / trials + z2 / (4.0 * trials * trials)).sqrt();
    let scale = 1.0 + z2 / trials;
    (
        ((middle - spread) / scale).clamp(0.0, 1.0),
        ((middle + spread) / scale).clamp(0.0, 1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_values_come_out() {
        // field.md §6.2: Wilson80 of replies ÷ (replies + likes).
        for (replies, likes, bound) in [
            (3.0, 1.0, 0.433),
            (300.0, 100.0, 0.721),
            (12.0, 40.0, 0.165),
            (60.0, 200.0, 0.199),
            (5.0, 1000.0, 0.003),
            (50.0, 20.0, 0.641),
        ] {
            let (low, high) = wilson(replies, likes);
            assert!((low - bound).abs() < 0.0005, "{replies}/{likes}: {low}");
            assert!(high > replies / (replies + likes));
        }
        assert_eq!(wilson(0.0, 0.0), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn a_hit_more_never_lowers_the_bound_and_a_miss_more_never_raises_it(
            hits in 0_u64..1_000_000, misses in 0_u64..1_000_000, more in 0_u64..100_000_000
        ) {
            let (hits, misses, more) = (hits as f64, misses as f64, more as f64);
            let (low, high) = wilson(hits, misses);
            prop_assert!(0.0 <= low && low <= high && high <= 1.0);
            prop_assert!(wilson(hits + more, misses).0 >= low - 1e-12);
            prop_assert!(wilson(hits, misses + more).0 <= low + 1e-12);
        }
    }
}
