//! Time on the page's own clock.

use crate::inspect::Timing;
use web_sys::Performance;

/// The page's clock, and what our work took by it.
pub struct Clock {
    performance: Performance,
    started_ms: f64,
    /// What is told in an inspection.
    pub timing: Timing,
}

/// What a stretch of work is booked under.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// Reading the page.
    Read,
    /// Scoring and advising.
    Score,
    /// Badges and cards.
    Show,
}

impl Clock {
    /// A clock whose zero is `started_ms` on the page's clock: the content
    /// script's first line.
    pub fn new(performance: Performance, started_ms: f64) -> Self {
        let start_ms = performance.now() - started_ms;
        Self {
            performance,
            started_ms,
            timing: Timing {
                start_ms,
                ..Timing::default()
            },
        }
    }

    /// Milliseconds on the page's clock.
    pub fn now(&self) -> f64 {
        self.performance.now()
    }

    /// Books the time since `since` and returns the time now.
    pub fn book(&mut self, work: Work, since: f64) -> f64 {
        let now = self.now();
        let total = match work {
            Work::Read => &mut self.timing.read_ms,
            Work::Score => &mut self.timing.score_ms,
            Work::Show => &mut self.timing.show_ms,
        };
        *total += now - since;
        now
    }

    /// A task of ours that began at `since` has ended.
    pub fn end_task(&mut self, since: f64) {
        let longest = &mut self.timing.longest_task_ms;
        *longest = longest.max(self.performance.now() - since);
    }

    /// The first badge stands.
    pub fn first_badge(&mut self) {
        if self.timing.first_badge_ms.is_none() {
            self.timing.first_badge_ms = Some(self.now() - self.started_ms);
        }
    }
}
