//! Figures of merit. All take pairs of a value and whether it should be high.

/// Area under the ROC curve: how often a positive gets more than a negative,
/// ties counted half. 0.5 is chance. Not a number without both classes.
pub fn auc(pairs: &[(f64, bool)]) -> f64 {
    let ranks = ranks(&pairs.iter().map(|(value, _)| *value).collect::<Vec<_>>());
    let positives = pairs.iter().filter(|(_, yes)| *yes).count() as f64;
    let negatives = pairs.len() as f64 - positives;
    let sum: f64 = ranks
        .iter()
        .zip(pairs)
        .filter(|(_, (_, yes))| *yes)
        .map(|(rank, _)| rank)
        .sum();
    (sum - positives * (positives + 1.0) / 2.0) / (positives * negatives)
}

/// Average precision: the mean, over the positives, of the precision at the
/// place where each is found. Chance is the share of positives.
pub fn average_precision(pairs: &[(f64, bool)]) -> f64 {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut found, mut sum) = (0.0, 0.0);
    for (place, (_, yes)) in sorted.iter().enumerate() {
        if *yes {
            found += 1.0;
            sum += found / (place + 1) as f64;
        }
    }
    sum / found
}

/// One bar of a reliability diagram.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Mean probability that was said.
    pub said: f64,
    /// Share that was true.
    pub was: f64,
    /// How many.
    pub many: usize,
}

/// The reliability diagram in bars of equally many.
pub fn reliability(pairs: &[(f64, bool)], bars: usize) -> Vec<Bar> {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = sorted.len().div_ceil(bars).max(1);
    sorted
        .chunks(size)
        .map(|bar| Bar {
            said: bar.iter().map(|(p, _)| p).sum::<f64>() / bar.len() as f64,
            was: bar.iter().filter(|(_, yes)| *yes).count() as f64 / bar.len() as f64,
            many: bar.len(),
        })
        .collect()
}

/// Expected calibration error: how far what was said is from what was, on
/// average over ten bars of equally many.
pub fn calibration_error(pairs: &[(f64, bool)]) -> f64 {
    reliability(pairs, 10)
        .iter()
        .map(|bar| (bar.said - bar.was).abs() * bar.many as f64)
        .sum::<f64>()
        / pairs.len() as f64
}

/// Spearman's rank correlation.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(&b) {
        ab += (a - mean_a) * (b - mean_b);
        aa += (a - mean_a).powi(2);
        bb += (b - mean_b).powi(2);
    }
    ab / (aa * bb).sqrt()
}

/// Ranks from 1; equal values share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        for index in tied {
            ranks[*index] = rank;
        }
        before += tied.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perfect_order_has_area_one_and_ties_count_half() {
        assert_eq!(auc(&[(0.1, false), (0.2, false), (0.9, true)]), 1.0);
        assert_eq!(auc(&[(0.5, false), (0.5, true)]), 0.5);
        assert_eq!(auc(&[(0.9, false), (0.1, true)]), 0.0);
    }

    #[test]
    fn average_precision_by_hand() {
        let pairs = [(0.9, true), (0.8, false), (0.7, true)];
        assert!((average_precision(&pairs) - (1.0 + 2.0 / 3.0) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn honest_probabilities_have_no_calibration_error() {
        let pairs: Vec<(f64, bool)> = (0..100).map(|index| (0.25, index % 4 == 0)).collect();
        assert!(calibration_error(&pairs) < 0.2);
        let sure: Vec<(f64, bool)> = (0..100).map(|index| (1.0, index % 2 == 0)).collect();
        assert!((calibration_error(&sure) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn ranks_correlate_fully_with_any_rising_function() {
        let a = [1.0, 2.0, 3.0, 10.0];
        assert!((rank_correlation(&a, &[1.0, 4.0, 9.0, 100.0]) - 1.0).abs() < 1e-12);
        assert!((rank_correlation(&a, &[4.0, 3.0, 2.0, 1.0]) + 1.0).abs() < 1e-12);
    }
}
