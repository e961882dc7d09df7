//! In which language a text is, as far as Rapport reads it.
//!
//! Function words make up about half of running text and hardly any of them
//! is shared by two languages, so counting them tells a sentence's language
//! (Grefenstette 1995, "Comparing two language identification schemes"). The
//! lists are our own. Neighbouring languages have a list too, only to tell
//! that a text is none of ours.

use super::{Text, TokenKind};
use crate::words::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

const ENGLISH: &str = "the and of to is it that you for was with are this have not but what they \
    my be at from i'm it's don't we your can there all if will about when would who so just she \
    he his her their how has had been an or which out up them then some could into than other \
    because any these people think like know do did does that's you're i've can't didn't isn't \
    i'd i'll we're they're doesn't here why where should being more very too only really thanks \
    thank please hello yes by as were our its me him us am i a in on no do one";

const FRENCH: &str = "le les des et est une dans pour que qui pas sur avec ce il elle je vous nous \
    tu ne au aux du sont plus mais ou par cette ces c'est j'ai n'est qu'il ca mon ma mes votre vos \
    notre nos leur leurs son sa ses tout tous fait faire etre avoir ete comme si bien aussi tres \
    quand comment pourquoi donc alors ils elles lui moi toi meme sans chez encore toujours jamais \
    rien c'etait d'un d'une qu'on j'aime j'etais l'on n'ai n'a avez avons ont suis etes etait peut \
    peux quel quelle quelqu'un merci bonjour oui tres trop un la de en y a t'es d'accord";

const OTHER: &str = "der die das und ist nicht ich mit auf ein eine den dem zu von auch sich wir \
    sie aber wie es noch nur el los las una por para con pero muy como esta esto lo su mi yo del \
    al y hay mas porque tambien il che di non e per sono una con gli della anche ma ho questo \
    questa cosi perche um uma com nao mais mas isso voce o os da do na no em ao pelo het een van \
    ik niet dat op te voor zijn maar och att det som inte jag pa av for ett er og ikke w nie na \
    się jest że";

/// Points of a word: for English, French, another language.
static WORDS: LazyLock<HashMap<&'static str, [u32; 3]>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, [u32; 3]> = HashMap::new();
    for (index, list) in [ENGLISH, FRENCH, OTHER].into_iter().enumerate() {
        for word in list.split_whitespace() {
            words.entry(word).or_default()[index] = 1;
        }
    }
    words
});

/// The share of a text's words that must be function words of its language.
/// Running English and French have 40 to 55 %; headlines still have 15 %.
const LEAST_SHARE: f32 = 0.12;

/// So many words without a function word are not of the declared language.
const UNLIKELY: u32 = 6;

/// The language of a text: English, French, or `None` when it is another one
/// or too little is there to tell.
///
/// `declared` is the BCP 47 tag that the page gives. It decides where the
/// text itself does not; a text that plainly is in another language wins,
/// because many people write in a language that they did not set.
pub fn language(text: &Text<'_>, declared: Option<&str>) -> Option<Language> {
    let mut hits = [0_u32; 3];
    let mut words = 0_u32;
    let mut foreign_letters = 0_u32;
    for token in text.tokens() {
        if token.kind != TokenKind::Word {
            continue;
        }
        let word = text.folded(token);
        if !word.chars().any(char::is_alphabetic) {
            continue;
        }
        words += 1;
        if word
            .chars()
            .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
        {
            foreign_letters += 1;
        }
        if let Some(points) = WORDS.get(word) {
            for (hit, point) in hits.iter_mut().zip(points) {
                *hit += point;
            }
        }
    }
    // After folding, letters beyond ASCII are another script, or of a
    // language that neither English nor French is.
    if words == 0 || foreign_letters * 4 > words {
        return None;
    }
    let [english, french, other] = hits;
    let plain = |own: u32, rival: u32, other: u32| {
        own >= 2
            && own as f32 >= LEAST_SHARE * words as f32
            && own >= rival + 1 + rival / 2
            && own > other
    };
    if plain(english, french, other) {
        return Some(Language::En);
    }
    if plain(french, english, other) {
        return Some(Language::Fr);
    }
    let claimed = declared.and_then(Language::from_tag)?;
    let (own, rival) = match claimed {
        Language::En => (english, french),
        Language::Fr => (french, english),
    };
    // A headline may do without function words; a sentence of six words that
    // has none is in another language, or in none.
    let plausible = own > 0 || words < UNLIKELY;
    (plausible && own >= rival && own >= other).then_some(claimed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, declared: Option<&str>) -> Option<Language> {
        language(&Text::new(text), declared)
    }

    #[test]
    fn a_sentence_tells_its_language_without_help() {
        assert_eq!(
            of("What do you think about this?", None),
            Some(Language::En)
        );
        assert_eq!(
            of("I was at the lake with my son.", None),
            Some(Language::En)
        );
        assert_eq!(
            of("Qu’en pensez-vous, vous qui êtes sur place ?", None),
            Some(Language::Fr)
        );
        assert_eq!(
            of("Je ne sais pas quoi faire avec mon chat", None),
            Some(Language::Fr)
        );
    }

    #[test]
    fn a_text_that_plainly_is_in_another_language_beats_the_declaration() {
        assert_eq!(
            of("Je ne sais pas quoi faire avec mon chat", Some("en")),
            Some(Language::Fr)
        );
        assert_eq!(
            of("I do not know what to do with my cat", Some("fr")),
            Some(Language::En)
        );
    }

    #[test]
    fn the_declaration_decides_where_the_text_does_not() {
        assert_eq!(of("Rust 2.0 release", Some("en-GB")), Some(Language::En));
        assert_eq!(of("Photo magnifique", Some("fr")), Some(Language::Fr));
        assert_eq!(of("Rust 2.0 release", None), None);
        assert_eq!(of("Rust 2.0 release", Some("de")), None);
    }

    #[test]
    fn other_languages_are_not_taken_for_ours() {
        for text in [
            "Ich weiß nicht, was ich mit der Katze machen soll, und das ist schade.",
            "No sé qué hacer con el gato, pero es muy bonito y lo quiero.",
            "Non so cosa fare con il gatto, ma è molto bello e gli voglio bene.",
            "Não sei o que fazer com o gato, mas ele é muito bonito.",
            "Ik weet niet wat ik met de kat moet doen, maar het is een lieve kat.",
            "Я не знаю, что делать с котом.",
            "猫をどうすればいいのかわかりません。",
        ] {
            assert_eq!(of(text, None), None, "{text}");
            assert_eq!(of(text, Some("en")), None, "{text}");
        }
    }

    #[test]
    fn nothing_to_read_has_no_language() {
        assert_eq!(of("", Some("en")), None);
        assert_eq!(of("🎉🎉 https://a.example", Some("en")), None);
    }
}
