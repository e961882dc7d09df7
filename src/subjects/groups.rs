//! Subjects of many posts that are one.

use super::key::key;
use std::collections::{BTreeMap, BTreeSet};

/// A word alone must be the subject of so many posts before longer phrases with
/// it join it.
const ALONE: usize = 2;

/// Which subjects belong together. Two that have one [`key`] do; and a phrase
/// joins one of its words that is a subject by itself in at least [`ALONE`]
/// posts: "tomato plants" and "green tomatoes" join "tomatoes". Of several such
/// words it joins the most frequent one, then the first by the alphabet.
///
/// The order of the posts makes no difference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// The name of the group by key.
    names: BTreeMap<String, String>,
    /// The key of each way in which a subject was written: keys are dear, and
    /// the same few subjects are asked for again and again.
    keys: BTreeMap<String, String>,
}

impl Groups {
    /// Groups the subjects of posts.
    pub fn of<'a>(posts: impl IntoIterator<Item = &'a [String]>) -> Self {
        let mut often: BTreeMap<&str, usize> = BTreeMap::new();
        for subjects in posts {
            for subject in subjects.iter().collect::<BTreeSet<_>>() {
                *often.entry(subject).or_default() += 1;
            }
        }
        let mut written: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        let mut keys = BTreeMap::new();
        for (subject, count) in often {
            let key = key(subject);
            keys.insert(subject.to_owned(), key.clone());
            written.entry(key).or_default().insert(subject, count);
        }
        let often = |key: &str| {
            written
                .get(key)
                .map_or(0, |ways| ways.values().sum::<usize>())
        };
        let joins = |key: &str| {
            let words = key.split(' ').filter(|word| *word != key);
            let alone = words.filter(|word| often(word) >= ALONE);
            alone
                .max_by(|one, other| often(one).cmp(&often(other)).then(other.cmp(one)))
                .map(str::to_owned)
        };
        // The way it is written most often, then the first by the alphabet.
        let name = |key: &str| {
            let ways = written.get(key)?;
            let most = ways
                .iter()
                .max_by(|(one, a), (other, b)| a.cmp(b).then(other.cmp(one)));
            most.map(|(way, _)| (*way).to_owned())
        };
        let names = written.keys().filter_map(|key| {
            let group = joins(key).unwrap_or_else(|| key.clone());
            Some((key.clone(), name(&group)?))
        });
        Self {
            names: names.collect(),
            keys,
        }
    }

    /// The name of the group that a subject belongs to; itself where it is not
    /// known.
    pub fn name<'g>(&'g self, subject: &'g str) -> &'g str {
        let name = match self.keys.get(subject) {
            Some(key) => self.names.get(key),
            None => self.names.get(&key(subject)),
        };
        name.map_or(subject, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn posts(subjects: &[&[&str]]) -> Vec<Vec<String>> {
        let owned = |post: &&[&str]| post.iter().map(|word| (*word).to_owned()).collect();
        subjects.iter().map(owned).collect()
    }

    #[test]
    fn forms_and_longer_phrases_join_the_word_alone() {
        let posts = posts(&[
            &["Tomatoes"],
            &["tomatoes", "frost"],
            &["tomatoes"],
            &["green tomatoes"],
            &["tomato plants"],
            &["night frost"],
        ]);
        let groups = Groups::of(posts.iter().map(Vec::as_slice));
        for subject in ["Tomatoes", "tomato", "green tomatoes", "tomato plants"] {
            assert_eq!(groups.name(subject), "tomatoes", "{subject}");
        }
        // One post about frost makes no group of it.
        assert_eq!(groups.name("night frost"), "night frost");
        assert_eq!(groups.name("never seen"), "never seen");
    }

    proptest! {
        #[test]
        fn the_order_of_posts_makes_no_difference(
            (posts, shuffled) in proptest::collection::vec(
                proptest::collection::vec("[abc](s| d| e)?", 0..3), 0..20,
            ).prop_flat_map(|posts| (Just(posts.clone()), Just(posts).prop_shuffle())),
        ) {
            let groups = |posts: &[Vec<String>]| Groups::of(posts.iter().map(Vec::as_slice));
            prop_assert_eq!(groups(&posts), groups(&shuffled));
        }

        #[test]
        fn the_name_of_a_group_is_in_it(
            posts in proptest::collection::vec(proptest::collection::vec("[abc](s| d| e)?", 0..3), 0..20),
        ) {
            let groups = Groups::of(posts.iter().map(Vec::as_slice));
            for subject in posts.iter().flatten() {
                let name = groups.name(subject);
                prop_assert_eq!(groups.name(name), name);
            }
        }
    }
}
