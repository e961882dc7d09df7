//! Which wordings were given to which post in this visit.

use crate::words::Word;
use std::collections::HashMap;

/// Remembers the wordings that were given, so that none comes again while
/// others are left, and so that a post keeps its own. Holds numbers only, no
/// text; lives as long as the page.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// By post and by the list of wordings it was chosen from.
    by_post: HashMap<(u64, Word), Word>,
    times: HashMap<Word, u32>,
}

impl Told {
    /// Of these wordings the one that the post `post` has, else the one that was
    /// given least; among equals the next from `turn` on. `None` when there
    /// are none.
    pub(super) fn wording(&mut self, post: u64, wordings: &[Word], turn: usize) -> Option<Word> {
        let list = *wordings.first()?;
        if let Some(word) = self.by_post.get(&(post, list)) {
            return Some(*word);
        }
        let chosen = (0..wordings.len())
            .filter_map(|step| wordings.get((turn % wordings.len() + step) % wordings.len()))
            .min_by_key(|word| self.times.get(word).copied().unwrap_or(0))
            .copied()?;
        self.by_post.insert((post, list), chosen);
        *self.times.entry(chosen).or_default() += 1;
        Some(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDINGS: [Word; 3] = [Word::PromptStory1, Word::PromptStory2, Word::PromptStory3];

    #[test]
    fn no_wording_comes_again_while_others_are_left() {
        let mut told = Told::default();
        let mut given: Vec<Word> = (0..3)
            .filter_map(|post| told.wording(post, &WORDINGS, 1))
            .collect();
        assert_eq!(given[0], WORDINGS[1]);
        given.sort_by_key(|word| *word as usize);
        assert_eq!(given, WORDINGS);
        // Then each comes a second time before any comes a third.
        let again: std::collections::HashSet<Word> = (3..6)
            .filter_map(|post| told.wording(post, &WORDINGS, 0))
            .collect();
        assert_eq!(again.len(), 3);
    }

    #[test]
    fn a_post_keeps_its_wording() {
        let mut told = Told::default();
        let first = told.wording(7, &WORDINGS, 2);
        told.wording(8, &WORDINGS, 2);
        assert_eq!(told.wording(7, &WORDINGS, 2), first);
        assert_eq!(told.wording(7, &[], 0), None);
    }
}
