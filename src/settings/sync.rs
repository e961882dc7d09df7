//! Settings that follow the person by the browser's own sync, where they want
//! it: what goes there, and what comes from there.
//!
//! The settings of this device lie in `storage.local` and stay there whatever
//! happens to the copy in `storage.sync`. What was seen never goes there.
//!
//! A setting that is taken back stands in the copy as [`GONE`]. A field that is
//! missing there says nothing: another device may have left and taken the copy
//! with it, and that changes nothing here.

use super::{Field, KEEP, SNOOZE, SYNC, Settings};
use std::collections::BTreeMap;

/// Fields by name, as a store of the browser holds them.
pub type Fields = BTreeMap<String, Field>;

/// Whether a field goes along: not whether to sync at all, which each device
/// decides, and not a snooze, which is over soon.
pub fn goes_along(name: &str, field: &Field) -> bool {
    name != SYNC && name != SNOOZE && !matches!(field, Field::Unknown(_))
}

/// In the copy: as at the start again, by the person's wish.
pub const GONE: Field = Field::Flag(false);

/// What becomes of fields of this device; `None` takes the field away.
pub type Changes = BTreeMap<String, Option<Field>>;

/// What this device takes over from fields of the copy: those that go along and
/// are otherwise here.
pub fn arriving(here: &Fields, there: &Fields) -> Changes {
    let going = there.iter().filter(|(name, field)| goes_along(name, field));
    going
        .map(|(name, field)| (name, (*field != GONE).then_some(field)))
        .filter(|(name, field)| here.get(*name).filter(|here| **here != GONE) != *field)
        .map(|(name, field)| (name.clone(), field.cloned()))
        .collect()
}

/// The fields of this device that go along and are not in the copy.
pub fn leaving(here: &Fields, there: &Fields) -> Fields {
    let missing = here.iter().filter(|(name, _)| !there.contains_key(*name));
    missing
        .filter(|(name, field)| goes_along(name, field) && **field != GONE)
        .map(|(name, field)| (name.clone(), field.clone()))
        .collect()
}

/// Whether with this field less of what was seen would be kept than here.
pub fn keeps_less(here: &Fields, name: &str, field: &Field) -> bool {
    let days = |fields: Fields| Settings::from_fields(fields).keep_days;
    let other = BTreeMap::from([(name.to_owned(), field.clone())]);
    name == KEEP && days(other) < days(here.clone())
}

/// What is to be written where when a device joins in, so that afterwards both
/// have the same: first what this device takes over, then what it brings. What
/// the other devices have wins, because they were there before. Only how long
/// is kept is the longer of both: nobody joins to lose a year.
pub fn join(here: &Fields, there: &Fields) -> (Changes, Fields) {
    let mut taken = arriving(here, there);
    let mut brought = leaving(here, there);
    let is_less = |days: &Field| keeps_less(here, KEEP, days);
    if there.get(KEEP).is_some_and(is_less) {
        taken.remove(KEEP);
        let longer = Settings::from_fields(here.clone()).keep_days;
        brought.insert(KEEP.to_owned(), Field::Number(longer.0.into()));
    }
    (taken, brought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::KeepDays;
    use proptest::prelude::*;

    fn any_fields() -> impl Strategy<Value = Fields> {
        let field = prop_oneof![
            any::<bool>().prop_map(Field::Flag),
            "[ab]".prop_map(Field::Name),
        ];
        proptest::collection::btree_map("quiet|off:[ab]|sync|snooze|language", field, 0..5)
    }

    fn after(mut fields: Fields, changes: Changes) -> Fields {
        for (name, field) in changes {
            match field {
                Some(field) => fields.insert(name, field),
                None => fields.remove(&name),
            };
        }
        fields
    }

    /// What of these fields goes along and sets something.
    fn along(fields: &Fields) -> Fields {
        let going = fields.clone().into_iter();
        let going = going.filter(|(name, field)| goes_along(name, field) && *field != GONE);
        going.collect()
    }

    fn keep(days: u32) -> Fields {
        BTreeMap::from([(KEEP.to_owned(), Field::Number(days.into()))])
    }

    #[test]
    fn who_joins_keeps_no_less_than_before() {
        let kept = |here: &Fields, there: &Fields| {
            let (taken, brought) = join(here, there);
            let mut there = there.clone();
            there.extend(brought);
            let days = |fields| Settings::from_fields(fields).keep_days;
            (days(after(here.clone(), taken)), days(there))
        };
        let nothing = Fields::new();
        let gone = BTreeMap::from([(KEEP.to_owned(), GONE)]);
        for (here, there, days) in [
            (&keep(365), &keep(30), 365),
            (&keep(30), &keep(365), 365),
            (&nothing, &keep(30), 90),
            (&nothing, &keep(365), 365),
            (&keep(365), &gone, 365),
            (&keep(30), &gone, 90),
            (&keep(30), &nothing, 30),
        ] {
            let days = KeepDays(days);
            assert_eq!(kept(here, there), (days, days), "{here:?} {there:?}");
        }
    }

    proptest! {
        #[test]
        fn afterwards_both_have_the_same_and_nothing_of_there_is_lost(
            here in any_fields(), there in any_fields(),
        ) {
            let (taken, brought) = join(&here, &there);
            let here_after = after(here.clone(), taken);
            let mut there_after = there.clone();
            there_after.extend(brought);
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

        #[test]
        fn what_is_missing_in_the_copy_changes_nothing_here(here in any_fields()) {
            prop_assert!(arriving(&here, &Fields::new()).is_empty());
        }

        #[test]
        fn what_was_taken_back_elsewhere_goes_here_too(here in any_fields()) {
            let there: Fields = along(&here).into_keys().map(|name| (name, GONE)).collect();
            prop_assert_eq!(along(&after(here.clone(), arriving(&here, &there))), Fields::new());
        }
    }
}
