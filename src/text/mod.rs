//! Text as the later rooms need it: words, sentences, language. Knows nothing
//! of posts.
