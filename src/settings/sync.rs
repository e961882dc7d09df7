//! Settings that follow the person by the browser's own sync, where they want
//! it: what goes there, and what comes from there.
//!
//! The settings of this device lie in `storage.local` and stay there whatever
//! happens to the copy in `storage.sync`. What was seen never goes there.

use super::{Field, SNOOZE, SYNC};
use std::collections::BTreeMap;

/// Fields by name, as a store of the browser holds them.
pub type Fields = BTreeMap<String, Field>;

/// Whether a field goes along: not whether to sync at all, which each device
/// decides, and not a snooze, which is over soon.
pub fn goes_along(name: &str, field: &Field) -> bool {
    name != SYNC && name != SNOOZE && !matches!(field, Field::Unknown(_))
}

/// What is to be written where when a device joins in, so that afterwards both
/// have the same: first what this device takes over, then what it brings. What
/// the other devices have wins, because they were there before.
pub fn join(here: &Fields, there: &Fields) -> (Fields, Fields) {
    let going = |(name, field): (&String, &Field)| {
        goes_along(name, field).then(|| (name.clone(), field.clone()))
    };
    let taken = there
        .iter()
        .filter(|(name, field)| here.get(*name) != Some(field));
    let brought = here.iter().filter(|(name, _)| !there.contains_key(*name));
    (
        taken.filter_map(going).collect(),
        brought.filter_map(going).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_fields() -> impl Strategy<Value = Fields> {
        let field = prop_oneof![
            any::<bool>().prop_map(Field::Flag),
            "[ab]".prop_map(Field::Name),
        ];
        proptest::collection::btree_map("quiet|off:[ab]|sync|snooze|language", field, 0..5)
    }

    proptest! {
        #[test]
        fn afterwards_both_have_the_same_and_nothing_of_there_is_lost(
            here in any_fields(), there in any_fields(),
        ) {
            let (taken, brought) = join(&here, &there);
            let after = |mut fields: Fields, more: Fields| { fields.extend(more); fields };
            let (here_after, there_after) = (after(here.clone(), taken), after(there.clone(), brought));
            let along = |fields: &Fields| -> Fields {
                fields.clone().into_iter().filter(|(name, field)| goes_along(name, field)).collect()
            };
            prop_assert_eq!(along(&here_after), along(&there_after));
            for (name, field) in along(&there) {
                prop_assert_eq!(here_after.get(&name), Some(&field));
            }
            // What each device decides for itself stays.
            for name in [SYNC, SNOOZE] {
                prop_assert_eq!(here_after.get(name), here.get(name));
                prop_assert_eq!(there_after.get(name), there.get(name));
            }
            let again = join(&here_after, &there_after);
            prop_assert!(again.0.is_empty() && again.1.is_empty());
        }
    }
}
