//! What single texts must read as. Written for this test.

use rapport::signals::text::{PRESENT, read};
use rapport::signals::{Head, TextSignals};
use rapport::words::Language;

fn check(head: Head, lang: &str, present: bool, texts: &[&str]) {
    let wrong: Vec<String> = (texts.iter())
        .filter_map(|text| {
            let value = read(text, Some(lang)).get(head);
            let right = value.is_some_and(|value| (value >= PRESENT) == present);
            (!right).then(|| format!("{head:?} is {value:?} in: {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn has(head: Head, lang: &str, texts: &[&str]) {
    check(head, lang, true, texts);
}

fn has_not(head: Head, lang: &str, texts: &[&str]) {
    check(head, lang, false, texts);
}

#[test]
fn open_questions_are_heard_in_both_languages() {
    has(
        Head::Question,
        "en",
        &[
            "What would you change first: the water, the time, or the flour?",
            "How does one get from reading to speaking a language?",
            "I would love to hear how others do this",
            "Ask HN: How do you keep notes?",
        ],
    );
    has(
        Head::Question,
        "fr",
        &[
            "Qu’est-ce que vous avez arrêté d’acheter cette année ?",
            "Comment apprend-on à voir cela ?",
            "Je serais curieuse de lire vos réponses, dites-moi ce que vous en pensez",
        ],
    );
}

#[test]
fn questions_for_effect_or_for_sale_are_not() {
    has_not(
        Head::Question,
        "en",
        &[
            "Who cares about the bike lane anyway?",
            "The weather was nice today, right?",
            "Why do cats purr? Because they are happy.",
            "Are you kidding me with this price?",
            "Tired of doing the paperwork yourself?",
            "He asked “what do you want from me?” and left.",
            "> what do you think about it?\nNothing at all, to be plain.",
        ],
    );
    has_not(
        Head::Question,
        "fr",
        &[
            "C’est bien ce que je disais, non mais vraiment, hein ?",
            "Pourquoi les chats ronronnent ? Parce qu’ils sont heureux.",
            "Marre de la paperasse à la maison ?",
        ],
    );
}

#[test]
fn asking_for_advice_and_experience_is_heard() {
    has(
        Head::Advice,
        "en",
        &[
            "Has anyone here cared for a parent abroad?",
            "I am looking for advice on the first winter with bees",
        ],
    );
    has(
        Head::Advice,
        "fr",
        &[
            "Est-ce que quelqu’un ici a commencé le violon à cinquante ans ?",
            "Je suis preneur de vos conseils pour le premier hiver",
        ],
    );
}

#[test]
fn thanks_agreement_and_acknowledgement_are_heard_and_their_negation_is_not() {
    has(
        Head::Gratitude,
        "en",
        &[
            "Thank you for taking the time",
            "I can't thank you enough for it",
        ],
    );
    has(
        Head::Gratitude,
        "fr",
        &["Merci pour cette idée, je vais essayer"],
    );
    has(
        Head::Agreement,
        "en",
        &[
            "I agree with the second part",
            "You are right about the cost",
        ],
    );
    has(
        Head::Agreement,
        "fr",
        &[
            "Je suis d’accord avec vous sur ce point",
            "Ce n’est pas faux du tout",
        ],
    );
    has(
        Head::Acknowledgement,
        "en",
        &[
            "I see your point about the rain",
            "Fair enough, it is a hill",
        ],
    );
    has(
        Head::Acknowledgement,
        "fr",
        &["Je comprends, ce n’est pas simple pour vous"],
    );
    has_not(
        Head::Agreement,
        "en",
        &[
            "I don't agree with any of this",
            "That is not exactly what they said",
        ],
    );
    has_not(
        Head::Agreement,
        "fr",
        &["Je ne suis pas d’accord avec cette idée"],
    );
    has_not(
        Head::Acknowledgement,
        "fr",
        &["Je ne comprends pas ce que vous voulez"],
    );
}

#[test]
fn stories_reasons_and_support_are_heard() {
    has(
        Head::Story,
        "en",
        &[
            "When I was nine my mother lost the shop",
            "I lost my job last week",
        ],
    );
    has(
        Head::Story,
        "fr",
        &[
            "Ma mère faisait des listes et je les ai gardées",
            "J’ai grandi dans ce quartier",
        ],
    );
    has(
        Head::Reasoning,
        "en",
        &["It is slower because the planner multiplies the two"],
    );
    has(
        Head::Reasoning,
        "fr",
        &["Ça ne marche pas parce que le sol est trop sec"],
    );
    has(
        Head::Support,
        "en",
        &["You are not alone in this, hang in there"],
    );
    has(
        Head::Support,
        "fr",
        &["Bon courage pour la suite, je pense à vous"],
    );
}

#[test]
fn attacks_on_readers_are_hostile() {
    has(
        Head::Hostility,
        "en",
        &[
            "You are an idiot and everybody knows it",
            "Shut up and go back to your sofa",
            "you're so stupid it hurts to read",
            "Did you even read the article, moron?",
            "These idiots and their clowns in the council again",
        ],
    );
    has(
        Head::Hostility,
        "fr",
        &[
            "Tu es vraiment un abruti mon pauvre",
            "Ferme-la avec tes histoires de vélo",
            "Vous êtes ridicules avec vos pancartes",
            "Vous n’y connaissez rien, bande de clowns",
        ],
    );
}

#[test]
fn harsh_words_that_attack_nobody_are_not() {
    has_not(
        Head::Hostility,
        "en",
        &[
            "Sorry I was stupid and did not read the second page",
            "I'm such an idiot, I forgot the keys again",
            "This stupid printer ate the page again",
            "You are not an idiot, everyone gets this wrong at first",
            "He called me “you stupid idiot” and I left the room",
            "> you are an idiot\nThat is no way to talk to people here.",
            "Damn, this is fucking brilliant work and I love it",
            "They made a stupid mistake in the second table",
            "The bug is in the dumb terminal emulator",
            "If you get lost, moss will not help you",
            "You wake up late and you feel like garbage all day",
        ],
    );
    has_not(
        Head::Hostility,
        "fr",
        &[
            "Je suis con, j’ai oublié mes clés à la maison",
            "C’est un bug stupide dans la page des comptes",
            "Tu n’es pas stupide, tout le monde se trompe au début",
            "Il m’a dit « tu es un abruti » et je suis parti",
            "Putain, c’est vraiment du beau travail et je suis fan",
        ],
    );
}

#[test]
fn bait_promotion_and_gloss_are_told_from_plain_talk() {
    has(
        Head::Bait,
        "en",
        &[
            "Like if you agree and tag a friend who needs it",
            "Comment YES below and follow me for more",
        ],
    );
    has(
        Head::Bait,
        "fr",
        &[
            "Likez si vous êtes d’accord et taguez un ami",
            "Abonne-toi et mets un cœur si tu aimes ta mère",
        ],
    );
    has(
        Head::Promotion,
        "en",
        &["Use code GLOW20 for the lamp, free shipping this week only"],
    );
    has(
        Head::Promotion,
        "fr",
        &["Profitez de notre offre limitée avec le code promo ÉTÉ"],
    );
    has(
        Head::Gloss,
        "en",
        &["Thrilled and humbled to announce that I was named leader of the year!!!"],
    );
    has(
        Head::Gloss,
        "fr",
        &["Ravie d’annoncer que notre équipe a gagné, un rêve devenu réalité !"],
    );
    for head in [Head::Bait, Head::Promotion, Head::Gloss] {
        has_not(
            head,
            "en",
            &[
                "I like it if you tell me what you think",
                "The parser got a lot faster since the last release",
                "My friend told me about a tag on the coat",
            ],
        );
        has_not(
            head,
            "fr",
            &[
                "J’aime bien ce que vous dites de la soupe",
                "Le jardin est plus calme depuis que la route est fermée",
            ],
        );
    }
}

fn unread(text: &str, lang: Option<&str>) -> TextSignals {
    let read = read(text, lang);
    assert!(!read.is_read(), "{text}");
    assert!(Head::ALL.iter().all(|head| read.get(*head).is_none()));
    read
}

#[test]
fn what_cannot_be_read_is_not_read() {
    for text in [
        "",
        "🌧️🚲💦😅",
        "https://example.org/a/b",
        "@ann @bo #rust",
        "No way",
        "!!!",
        "42",
    ] {
        unread(text, Some("en"));
    }
    let german = unread(
        "Ich weiß nicht, was ich mit der Katze machen soll",
        Some("de"),
    );
    assert_eq!(german.language, None);
    assert!(german.words > 5);
    unread(
        "Ich weiß nicht, was ich mit der Katze machen soll",
        Some("en"),
    );
    unread(
        "猫をどうすればいいのかわかりません。誰か教えてください",
        None,
    );
}

#[test]
fn a_text_is_read_in_its_own_language_whatever_the_page_declares() {
    let read = read(
        "Je ne sais pas quoi faire avec mon chat, merci de votre aide",
        Some("en"),
    );
    assert_eq!(read.language, Some(Language::Fr));
    assert!(read.has(Head::Gratitude));
}

#[test]
fn cues_are_words_of_the_text_as_they_stand_there() {
    let read = read("Well, I SEE Your Point about the rain", Some("en"));
    assert_eq!(read.cues(Head::Acknowledgement), ["I SEE Your Point"]);
}

#[test]
fn saying_it_again_adds_nothing() {
    let once = read("Thank you for the time that you took", Some("en"));
    let often = read(
        &"Thank you for the time that you took. ".repeat(50),
        Some("en"),
    );
    assert_eq!(once.get(Head::Gratitude), often.get(Head::Gratitude));
}
