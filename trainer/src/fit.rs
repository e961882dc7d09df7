//! Learning one bank: logistic regression, one weight an n-gram and head.
//!
//! Stochastic gradient steps with Adagrad (Duchi et al. 2011), which gives a
//! rare n-gram larger steps, as inverse document frequencies do elsewhere, and
//! an L2 penalty at each meeting. Plain sequential arithmetic from a fixed
//! seed: the same data give the same weights.

use rapport::model::Learned;

/// An example as the learner sees it.
#[derive(Debug, Clone)]
pub struct Row {
    /// Numbers of its n-grams: of words, of characters.
    pub ids: [Vec<u32>; 2],
    /// What an n-gram of either kind counts.
    pub shares: [f32; 2],
    /// Its capped length.
    pub length: f32,
    /// Its targets.
    pub targets: Vec<Goal>,
}

/// What a lane should say of a row.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// Which lane.
    pub lane: usize,
    /// 0 to 1.
    pub value: f32,
    /// How much it counts.
    pub weight: f32,
}

/// How a head is learned.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Which.
    pub head: Learned,
    /// Step size of Adagrad.
    pub rate: f32,
    /// Strength of the penalty.
    pub l2: f32,
    /// Whether it may learn from the length of a text.
    pub length: bool,
}

/// Learned weights before they are made whole numbers.
#[derive(Debug, Clone)]
pub struct Fit {
    /// `lanes` an n-gram.
    pub weights: Vec<f32>,
    /// One a lane.
    pub bias: Vec<f32>,
    /// One a lane.
    pub length: Vec<f32>,
}

/// Passes over the data.
pub const EPOCHS: usize = 7;

/// What Adagrad's sums begin with: the first steps are not larger than the
/// rate.
const FIRST: f32 = 1.0;

/// How far the step size has fallen at the end.
const LAST_RATE: f32 = 0.05;

/// A small random number generator (xorshift64, Marsaglia 2003).
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Puts a list in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            let other = (self.next() % (end as u64 + 1)) as usize;
            list.swap(end, other);
        }
    }
}

/// Learns from rows whose n-grams are numbered below `features`. `seen` hears
/// of each finished pass.
pub fn fit(rows: &[Row], features: usize, plans: &[Plan], mut seen: impl FnMut(usize)) -> Fit {
    let lanes = plans.len();
    let mut fit = Fit {
        weights: vec![0.0; features * lanes],
        bias: vec![0.0; lanes],
        length: vec![0.0; lanes],
    };
    let mut squares = vec![FIRST; features * lanes];
    let mut terms = vec![[FIRST; 2]; lanes];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Random(0x5eed_0fca_11ed_c0de);
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        let cooled = (1.0 - epoch as f32 / EPOCHS as f32).max(LAST_RATE);
        for row in order.iter().map(|index| &rows[*index]) {
            let logits = fit.logits(row, lanes);
            for Goal {
                lane,
                value,
                weight,
            } in &row.targets
            {
                let plan = &plans[*lane];
                let rate = plan.rate * cooled;
                let error = (1.0 / (1.0 + (-logits[*lane]).exp()) - value) * weight;
                let [bias, length] = &mut terms[*lane];
                fit.bias[*lane] -= rate * step(bias, error);
                if plan.length {
                    fit.length[*lane] -= rate * step(length, error * row.length);
                }
                for (ids, share) in row.ids.iter().zip(row.shares) {
                    for id in ids {
                        let at = *id as usize * lanes + lane;
                        let gradient = error * share + plan.l2 * fit.weights[at];
                        fit.weights[at] -= rate * step(&mut squares[at], gradient);
                    }
                }
            }
        }
        seen(epoch);
    }
    fit
}

/// Adagrad's step for a gradient, for a rate of one.
fn step(squares: &mut f32, gradient: f32) -> f32 {
    *squares += gradient * gradient;
    gradient / squares.sqrt()
}

impl Fit {
    /// Log-odds of a row's targets; other lanes are 0.
    pub fn logits(&self, row: &Row, lanes: usize) -> Vec<f32> {
        let mut logits = vec![0.0; lanes];
        for (ids, share) in row.ids.iter().zip(row.shares) {
            for id in ids {
                let weights = &self.weights[*id as usize * lanes..][..lanes];
                for Goal { lane, .. } in &row.targets {
                    logits[*lane] += share * weights[*lane];
                }
            }
        }
        for Goal { lane, .. } in &row.targets {
            logits[*lane] += self.bias[*lane] + self.length[*lane] * row.length;
        }
        logits
    }
}
