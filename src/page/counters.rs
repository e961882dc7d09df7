//! Counters that step back, in a page: which of its style sheets do nothing
//! any more, because the person wants to see the numbers again.

use crate::counters::{Counters, GATE, token};
use std::collections::BTreeSet;
use web_sys::Document;

/// The style sheets that a page may have been given, by their tokens.
#[derive(Debug, Default)]
pub struct Gate {
    given: BTreeSet<String>,
}

impl Gate {
    /// Follows the settings: `given` is what the browser puts into pages of
    /// this host, `shown` that nothing steps back just now all the same. A page
    /// on which no number ever stepped back is not touched.
    pub fn follow(&mut self, document: &Document, given: &Counters, shown: bool) {
        let tokens = given.back().map(|(counter, manner)| token(counter, manner));
        let given: BTreeSet<String> = tokens.collect();
        self.given.extend(given.iter().cloned());
        let idle = self
            .given
            .iter()
            .filter(|token| shown || !given.contains(*token));
        let idle: Vec<&str> = idle.map(String::as_str).collect();
        let Some(root) = document.document_element() else {
            return;
        };
        // A page that refuses an attribute keeps its numbers back.
        let _ = if !idle.is_empty() {
            root.set_attribute(GATE, &idle.join(" "))
        } else if root.has_attribute(GATE) {
            root.remove_attribute(GATE)
        } else {
            Ok(())
        };
    }
}
