//! Every threshold of the coach, with where it comes from. "Ours" was set on
//! the drafts of `tests/coach`, on the side of saying nothing.

/// Fewer words than this say too little to be judged, in words. Ours.
pub const LEAST_WORDS: usize = 4;

/// So many words are judged in the middle of a sentence, too. Ours: the median
/// English sentence online has about as many.
pub const ENOUGH_WORDS: usize = 12;

/// A reply of so many words, and no more, leaves nothing to answer. Likes and
/// one-word comments do not bring people closer, composed ones do (Burke and
/// Kraut 2016).
pub const SHORT_WORDS: usize = 2;

/// More words than this are long: a minute of reading at 238 words a minute
/// (Brysbaert 2019, silent reading of English).
pub const LONG_WORDS: usize = 240;

/// More words than this without a new line are a wall: half a minute.
pub const BLOCK_WORDS: usize = 120;

/// So many words are needed to say that a draft speaks of its writer. Ours.
pub const SELF_WORDS: usize = 12;

/// And so often must they name themself. Ours.
pub const SELF_TIMES: usize = 3;

/// And with such a share of the words: twice what is usual, about one word in
/// twenty (Pennebaker et al. 2015, norms of LIWC2015 for I, me, my).
pub const SELF_SHARE: f32 = 0.1;

/// And more often than so many times for each "you". The norms have three
/// times as many I as you. Those who turn a talk to themselves are liked less
/// (Huang et al. 2017).
pub const SELF_PER_YOU: usize = 3;

/// Fewer content words than this in a post give nothing to take up. Ours.
pub const RICH_WORDS: usize = 3;

/// Hostility from here on is told to the writer, who alone sees it. Ours: below
/// [`crate::signals::text::PRESENT`] it finds six more attacks of the labelled
/// posts, and is wrong about two posts more (`tests/coach/rates.rs`).
pub const HOSTILE: f32 = 0.35;

/// Annoyance from here on is meant for the one who is spoken to. Ours; above
/// [`crate::signals::text::PRESENT`], because annoyance on behalf of somebody
/// is sympathy.
pub const ANNOYED: f32 = 0.6;

/// A draft in capitals has at least so many of them, and such a share of its
/// letters. Ours: more than a line of abbreviations.
pub const SHOUT_LETTERS: usize = 15;
/// See [`SHOUT_LETTERS`].
pub const SHOUT_SHARE: f32 = 0.7;

/// From here on a draft is an advert without a link, too: one cue of selling
/// has 0.7, and may be an exam (« concours »).
pub const SELLS: f32 = 0.75;

/// From here on with a link. One weak cue of selling has 0.35.
pub const SELLS_WITH_LINK: f32 = 0.35;

/// Words that say little alone ("evening", "class") take a post up when there
/// are so many of them. Ours.
pub const VAGUE_TOGETHER: usize = 2;
