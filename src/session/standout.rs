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

/// A part of the answers, of which some are hits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    /// How many.
    pub hits: usize,
    /// Of how many.
    pub of: usize,
    /// The share of hits as it is drawn.
    pub drawn: f64,
}

/// The place of the part with the highest drawn share, if it is alone there and
/// its share is clearly above that of all others together. Two proportions are
/// compared by their pooled standard error.
///
/// That a part is clearer than another makes it no better: six of six may be
/// too few to tell, where ninety of a hundred are not.
pub fn of_shares(parts: &[Counted]) -> Option<usize> {
    let (at, best) = highest(parts.iter().map(|part| part.drawn))?;
    let next = (parts.iter().enumerate())
        .filter(|(other, _)| *other != at)
        .map(|(_, part)| part.drawn)
        .fold(f64::NEG_INFINITY, f64::max);
    if best - next <= ROUNDING {
        return None;
    }
    let (all_hits, all) = parts
        .iter()
        .fold((0, 0), |(hits, of), part| (hits + part.hits, of + part.of));
    let Counted { hits, of, .. } = parts[at];
    let (other_hits, others) = (all_hits - hits, all - of);
    if of < LEAST || others < LEAST {
        return None;
    }
    let pooled = all_hits as f64 / all as f64;
    let error = (pooled * (1.0 - pooled) * (1.0 / of as f64 + 1.0 / others as f64)).sqrt();
    let difference = hits as f64 / of as f64 - other_hits as f64 / others as f64;
    is_clear(difference, error, parts.len()).then_some(at)
}

/// Of the parts whose numbers are clearly above all others, the place of the
/// one whose mean of `ln(1 + x)` is the highest, if there is one; `parts` holds
/// numbers of 0 and more, and for each part those that are in it and those that
/// are not.
///
/// Welch's standard error of the difference of the means of `ln(1 + x)`: replies
/// are a few for most posts and very many for one, and that one must not decide.
pub fn of_numbers(parts: &[(Vec<f64>, Vec<f64>)]) -> Option<usize> {
    let mean_above = |(part, others): &(Vec<f64>, Vec<f64>)| {
        let (mean, error) = mean_log(part)?;
        let (other_mean, other_error) = mean_log(others)?;
        let error = (error + other_error).sqrt();
        is_clear(mean - other_mean, error, parts.len()).then_some(mean)
    };
    let means = parts.iter().map(mean_above);
    highest(means.map(|mean| mean.unwrap_or(f64::NEG_INFINITY)))
        .filter(|(_, mean)| mean.is_finite())
        .map(|(at, _)| at)
}

/// A smaller difference is one of rounding: where all numbers are alike, their
/// error is as small.
const ROUNDING: f64 = 1e-9;

/// Whether one part of so many is above the rest by more than chance.
fn is_clear(difference: f64, error: f64, parts: usize) -> bool {
    difference > ROUNDING && difference / error >= clear(parts)
}

/// The highest of some numbers, the first of several, and its place.
fn highest(numbers: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    let numbers = numbers.enumerate();
    numbers.reduce(|best, one| if one.1 > best.1 { one } else { best })
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
    use crate::session::habits::{share, shrunk};
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Drawn as the report draws them.
    fn counted(parts: &[(usize, usize)]) -> Vec<Counted> {
        let sum = |of: fn(&(usize, usize)) -> usize| parts.iter().map(of).sum::<usize>();
        let whole = share(sum(|part| part.0), sum(|part| part.1));
        (parts.iter())
            .map(|&(hits, of)| Counted {
                hits,
                of,
                drawn: shrunk(hits as f64, of as f64, whole),
            })
            .collect()
    }

    fn best(parts: &[(usize, usize)]) -> Option<usize> {
        of_shares(&counted(parts))
    }

    #[test]
    fn shares_are_compared_by_hand() {
        // 6 of 6 against 0 of 9: pooled 0.4, error 0.258, 3.87 errors.
        assert_eq!(best(&[(6, 6), (0, 9)]), Some(0));
        // 6 of 10 against 5 of 10: 0.45 errors.
        assert_eq!(best(&[(6, 10), (5, 10)]), None);
        // 67 of 100 against 64 of 100, as in a year of chance: 0.45 errors.
        assert_eq!(best(&[(67, 100), (64, 100)]), None);
        assert_eq!(best(&[(4, 4), (0, 90)]), None, "too few");
        assert_eq!(best(&[(6, 6), (9, 9)]), None);
        assert_eq!(best(&[(9, 9)]), None, "nothing to compare with");
        assert_eq!(best(&[]), None);
    }

    #[test]
    fn the_clearest_part_is_best_only_where_it_is_the_highest() {
        // Drawn at 84, 90 and 43 %. The first is the clearest, 2.9 errors above
        // the rest; the second is 2.2, less than the 2.5 that three parts take.
        assert_eq!(best(&[(26, 30), (9, 9), (12, 30)]), None);
        // With more of it the second is clear, too, and is named.
        assert_eq!(best(&[(260, 300), (90, 90), (120, 300)]), Some(1));
        // Two that are alike are no best one, however clear they are.
        assert_eq!(best(&[(40, 40), (40, 40), (0, 40)]), None);
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

    #[test]
    fn of_two_parts_that_start_talk_the_higher_is_named_not_the_clearer() {
        // 7.0 errors above the others, and 3.7 with a higher mean.
        let steady = vec![8.0; 30];
        let higher = vec![2.0, 30.0, 9.0, 40.0, 20.0, 50.0, 12.0];
        let quiet = vec![1.0; 30];
        let with = |one: &[f64], other: &[f64]| [one, other].concat();
        let parts = [
            (steady.clone(), with(&higher, &quiet)),
            (higher.clone(), with(&steady, &quiet)),
            (quiet.clone(), with(&steady, &higher)),
        ];
        assert_eq!(of_numbers(&parts[..1]), Some(0));
        assert_eq!(of_numbers(&parts), Some(1));
    }

    /// Parts of the day of which something is known.
    fn any_parts() -> impl Strategy<Value = Vec<(usize, usize)>> {
        vec((0..20usize, 0..20usize), 2..8).prop_map(|parts| {
            let parts = parts.into_iter().map(|(hits, more)| (hits, hits + more));
            parts.filter(|(_, of)| *of > 0).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_alike_does_not_stand_out(hits in 0..30usize, more in 0..30usize, parts in 1..9usize) {
            prop_assert_eq!(best(&vec![(hits, hits + more); parts]), None);
        }

        #[test]
        fn the_same_number_everywhere_does_not_stand_out(
            number in 0..1000u32, part in LEAST..60, others in LEAST..60,
        ) {
            let same = |count| vec![f64::from(number); count];
            prop_assert_eq!(of_numbers(&[(same(part), same(others))]), None);
        }

        #[test]
        fn what_is_named_is_drawn_above_every_other(parts in any_parts()) {
            let parts = counted(&parts);
            if let Some(at) = of_shares(&parts) {
                let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
                prop_assert!(others.into_iter().all(|(_, other)| other.drawn < parts[at].drawn));
            }
        }

        // A part that few answers drew below another may rise above it with
        // more of the same; one whose share is the highest as counted stays.
        #[test]
        fn more_of_the_same_makes_no_difference_unclear(parts in any_parts(), times in 2..20usize) {
            let more: Vec<_> = parts.iter().map(|(hits, of)| (hits * times, of * times)).collect();
            if let Some(at) = best(&parts) {
                let (hits, of) = parts[at];
                let below = |(_, other): (usize, &(usize, usize))| other.0 * of < hits * other.1;
                let mut others = parts.iter().enumerate().filter(|(other, _)| *other != at);
                if others.all(below) {
                    prop_assert_eq!(best(&more), Some(at));
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
