//! Whether one part of the numbers stands out from the rest by more than
//! chance: nobody is told that their mornings or their bees do best because of
//! one lucky answer.

/// Of fewer numbers on either side nothing is said.
pub const LEAST: usize = 5;

/// So many standard errors a part must be above the rest where so many parts
/// were looked at: two-sided 5 % of a normal distribution, shared among the
/// comparisons (Bonferroni; Dunn 1961, "Multiple comparisons among means").
const CLEAR: [(usize, f64); 5] = [(1, 1.96), (2, 2.24), (4, 2.50), (8, 2.73), (24, 3.08)];

fn clear(comparisons: usize) -> f64 {
    let known = CLEAR.iter().find(|(most, _)| comparisons <= *most);
    known.map_or(f64::INFINITY, |(_, errors)| *errors)
}

/// The place of the part whose share is clearly above that of all others
/// together, if one is; each part is how many of how many. Two proportions are
/// compared by their pooled standard error.
pub fn of_shares(parts: &[(usize, usize)]) -> Option<usize> {
    let (all_hits, all) = parts
        .iter()
        .fold((0, 0), |(hits, of), part| (hits + part.0, of + part.1));
    let above = |&(hits, of): &(usize, usize)| {
        let (other_hits, others) = (all_hits - hits, all - of);
        if of < LEAST || others < LEAST {
            return None;
        }
        let pooled = all_hits as f64 / all as f64;
        let error = (pooled * (1.0 - pooled) * (1.0 / of as f64 + 1.0 / others as f64)).sqrt();
        errors(
            hits as f64 / of as f64 - other_hits as f64 / others as f64,
            error,
        )
    };
    clearest(parts.iter().map(above))
}

/// The place of the part whose numbers are clearly above all others, if one is;
/// `parts` holds numbers of 0 and more, and for each part those that are in it
/// and those that are not.
///
/// Welch's standard error of the difference of the means of `ln(1 + x)`: replies
/// are a few for most posts and very many for one, and that one must not decide.
pub fn of_numbers(parts: &[(Vec<f64>, Vec<f64>)]) -> Option<usize> {
    let above = |(part, others): &(Vec<f64>, Vec<f64>)| {
        let (mean, error) = mean_log(part)?;
        let (other_mean, other_error) = mean_log(others)?;
        errors(mean - other_mean, (error + other_error).sqrt())
    };
    clearest(parts.iter().map(above))
}

/// A smaller difference is one of rounding: where all numbers are alike, their
/// error is as small.
const ROUNDING: f64 = 1e-9;

/// How many standard errors a difference is; none where there is no
/// difference.
fn errors(difference: f64, error: f64) -> Option<f64> {
    (difference > ROUNDING).then_some(difference / error)
}

/// The clearest of the parts that could be compared, if it is clear enough.
fn clearest(above: impl Iterator<Item = Option<f64>>) -> Option<usize> {
    let above: Vec<Option<f64>> = above.collect();
    let known = above.iter().enumerate();
    let known = known.filter_map(|(at, errors)| Some((at, (*errors)?)));
    let (at, errors) = known.max_by(|a, b| a.1.total_cmp(&b.1))?;
    (errors >= clear(above.len())).then_some(at)
}

/// The mean of `ln(1 + x)` and its squared standard error.
fn mean_log(numbers: &[f64]) -> Option<(f64, f64)> {
    if numbers.len() < LEAST {
        return None;
    }
    let count = numbers.len() as f64;
    let logs = numbers.iter().map(|number| number.max(0.0).ln_1p());
    let mean = logs.clone().sum::<f64>() / count;
    let spread = logs.map(|log| (log - mean).powi(2)).sum::<f64>() / (count - 1.0);
    Some((mean, spread / count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn shares_are_compared_by_hand() {
        // 6 of 6 against 0 of 9: pooled 0.4, error 0.258, 3.87 errors.
        assert_eq!(of_shares(&[(6, 6), (0, 9)]), Some(0));
        // 6 of 10 against 5 of 10: 0.45 errors.
        assert_eq!(of_shares(&[(6, 10), (5, 10)]), None);
        // 67 of 100 against 64 of 100, as in a year of chance: 0.45 errors.
        assert_eq!(of_shares(&[(67, 100), (64, 100)]), None);
        assert_eq!(of_shares(&[(4, 4), (0, 90)]), None, "too few");
        assert_eq!(of_shares(&[(6, 6), (9, 9)]), None);
        assert_eq!(of_shares(&[(9, 9)]), None, "nothing to compare with");
        assert_eq!(of_shares(&[]), None);
    }

    #[test]
    fn one_lucky_post_does_not_stand_out_and_a_subject_that_starts_talk_does() {
        let quiet = vec![0.0, 1.0, 2.0, 1.0, 0.0, 2.0];
        let lucky = vec![0.0, 1.0, 400.0, 1.0, 0.0];
        assert_eq!(of_numbers(&[(lucky, quiet.clone())]), None);
        let talk = vec![9.0, 12.0, 7.0, 15.0, 8.0];
        assert_eq!(
            of_numbers(&[(quiet.clone(), talk.clone()), (talk.clone(), quiet.clone())]),
            Some(1)
        );
        assert_eq!(of_numbers(&[(vec![9.0; 5], vec![0.0; 5])]), Some(0));
        assert_eq!(of_numbers(&[(talk[..4].to_vec(), quiet)]), None, "too few");
    }

    proptest! {
        #[test]
        fn what_is_alike_does_not_stand_out(hits in 0..30usize, more in 0..30usize, parts in 1..9usize) {
            prop_assert_eq!(of_shares(&vec![(hits, hits + more); parts]), None);
        }

        #[test]
        fn the_same_number_everywhere_does_not_stand_out(
            number in 0..1000u32, part in LEAST..60, others in LEAST..60,
        ) {
            let same = |count| vec![f64::from(number); count];
            prop_assert_eq!(of_numbers(&[(same(part), same(others))]), None);
        }

        #[test]
        fn more_of_the_same_makes_no_difference_unclear(
            parts in vec((0..20usize, 0..20usize).prop_map(|(hits, more)| (hits, hits + more)), 2..8),
        ) {
            let tenfold: Vec<_> = parts.iter().map(|(hits, of)| (hits * 10, of * 10)).collect();
            if let Some(at) = of_shares(&parts) {
                // Parts that were too small to compare may be clearer still.
                let found = of_shares(&tenfold);
                prop_assert!(found.is_some());
                if parts.iter().all(|(_, of)| *of >= LEAST) {
                    prop_assert_eq!(found, Some(at));
                }
            }
        }

        #[test]
        fn what_stands_out_is_above_the_rest(
            one in vec(0..100u32, LEAST..40),
            other in vec(0..100u32, LEAST..40),
        ) {
            let [one, other] = [one, other].map(|part| part.into_iter().map(f64::from).collect::<Vec<_>>());
            let parts = [(one.clone(), other.clone()), (other.clone(), one.clone())];
            if let Some(at) = of_numbers(&parts) {
                let mean = |part: &[f64]| mean_log(part).map(|(mean, _)| mean);
                prop_assert_eq!(at == 0, mean(&one) > mean(&other));
            }
        }
    }
}
