//! English cues.

use super::{Cues, Group, Place, When, phrases};
use crate::signals::text::Head;
use crate::text::phrases::Phrases;

#[rustfmt::skip] // as word lists, not a word a line
pub(super) fn cues() -> Cues {
    Cues {
        phrases: phrases(GROUPS),
        negators: &[
            "not", "no", "never", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't",
            "weren't", "can't", "cannot", "couldn't", "won't", "wouldn't", "shouldn't", "without",
            "nobody", "neither", "nor", "hardly", "dont", "cant",
        ],
        first_person: &[
            "i", "i'm", "i've", "i'd", "i'll", "me", "my", "myself", "im", "we", "we're", "our",
            "us", "ourselves",
        ],
        second_person: &[
            "you", "you're", "your", "youre", "you've", "u", "ur", "yourself", "y'all", "yall",
        ],
        third_person: &[
            "he", "he's", "she", "she's", "they", "they're", "them", "him", "her", "people", "guy",
            "woman", "man", "those", "everyone", "somebody", "someone", "author", "op",
        ],
        openers: &[
            "what", "what's", "how", "how's", "which", "why", "who", "who's", "where", "when",
            "anyone", "anybody", "has", "have", "do", "does", "did", "is", "are", "would", "could",
            "can", "should", "any",
        ],
        answers: &[
            "because", "no", "nope", "yes", "yep", "yeah", "simple", "easy", "exactly", "nothing",
            "nobody", "spoiler", "well", "turns", "answer",
        ],
        rhetorical: Phrases::new(
            [
                "who cares", "why bother", "am i right", "isn't it", "aren't we", "don't they",
                "who knew", "who knows", "right", "how dare", "are you kidding", "are you serious",
                "are you stupid", "what the hell", "what the fuck", "wtf", "really", "seriously",
                "who would have thought", "what could go wrong", "what could possibly",
                "guess what", "you know what", "know what", "how hard can it be",
                "what is wrong with you", "what's wrong with you", "can you read", "is it just me",
                "what else is new", "did you even", "what's not to like", "how cool is",
                "how cute is", "isn't this",
            ]
            .map(|phrase| (phrase, Place::Anywhere))
            .into_iter()
            .chain(
                [
                    "ready for", "ready to", "want to", "looking for a", "looking for the",
                    "tired of", "who wants to", "need a", "searching for",
                ]
                .map(|phrase| (phrase, Place::AtStart)),
            ),
        ),
        articles: &[
            "a", "an", "the", "this", "that", "some", "such", "these", "like", "feel", "about", "of",
        ],
    }
}

#[rustfmt::skip] // as word lists, not a phrase a line
pub(super) const GROUPS: &[Group] = &[
    Group {
        head: Head::Question,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "what do you think", "would love to hear", "love to hear your", "curious how you",
            "curious what you", "curious to hear", "curious what others", "let me know what",
            "tell me about your", "interested to hear", "what are your thoughts", "how about you",
            "what about you", "how do you all", "what's your take", "wondering how others",
            "wondering if anyone", "ask hn", "what am i missing", "tell me i'm wrong",
            "happy to be corrected", "please correct me", "change my mind",
        ],
    },
    Group {
        head: Head::Question,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "i wonder", "wondering", "curious", "does anyone", "can someone explain",
        ],
    },
    Group {
        head: Head::Advice,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "any advice", "any tips", "any recommendation*", "any suggestion*", "any ideas",
            "looking for advice", "looking for recommendation*", "looking for suggestion*",
            "need advice", "need some advice", "asking for advice", "what worked for you",
            "how did you handle", "how do you deal", "how do you cope", "how do you handle",
            "your experience with", "your experiences", "what would you do", "what should i do",
            "what has helped", "what helped you", "recommend me", "please recommend",
            "any pointers", "help me choose", "help me understand", "share your experience*",
        ],
    },
    Group {
        head: Head::Advice,
        weight: 0.7,
        when: When::InQuestion,
        phrases: &[
            "has anyone", "have you ever", "have any of you", "anyone else", "anyone here",
            "anyone know", "does anyone", "anybody", "do you recommend", "would you recommend",
            "should i", "how do i", "how can i", "where can i", "which one should", "did you",
            "have you tried", "what do you use", "what's your favorite", "what's your favourite",
            "how did you", "how do you", "can anyone", "could anyone", "who has",
        ],
    },
    Group {
        head: Head::Acknowledgement,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "i see your point", "i see what you mean", "i understand", "i hear you", "i get it",
            "i get that", "that makes sense", "makes a lot of sense", "makes sense",
            "good question", "great question", "fair enough", "fair point", "good point",
            "great point", "valid point", "thanks for sharing", "thank you for sharing",
            "thanks for explaining", "i hadn't thought", "i had not thought", "i didn't know",
            "never thought of it", "i stand corrected", "my mistake", "you've convinced me",
            "i can see why", "i can see how", "i can imagine", "that sounds", "sounds like you",
            "i appreciate your", "what you say", "as you say", "like you said", "i learned",
            "point taken", "i take your point", "sorry i misunderstood", "today i learned", "til",
        ],
    },
    Group {
        head: Head::Acknowledgement,
        weight: 0.4,
        when: When::Always,
        phrases: &[
            "interesting", "fascinating", "understood", "i see", "oh wow", "insightful",
        ],
    },
    Group {
        head: Head::Gratitude,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "thank you", "thanks", "thank u", "thx", "many thanks", "much appreciated",
            "i appreciate", "grateful", "i'm thankful", "appreciated",
        ],
    },
    Group {
        head: Head::Gratitude,
        weight: 0.9,
        when: When::EvenNegated,
        phrases: &[
            "can't thank you enough", "cannot thank you enough",
        ],
    },
    Group {
        head: Head::Agreement,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "i agree", "agreed", "you're right", "you are right", "totally agree", "exactly",
            "well said", "well put", "so true", "same here", "me too", "absolutely", "this is true",
            "spot on", "couldn't agree more", "i second", "seconded", "i'm with you", "good call",
            "you make a good", "that's true", "that's right", "true that", "strongly agree",
        ],
    },
    Group {
        head: Head::Agreement,
        weight: 0.7,
        when: When::EvenNegated,
        phrases: &[
            "not wrong", "can't disagree", "could not agree more", "no argument",
        ],
    },
    Group {
        head: Head::Hedging,
        weight: 0.4,
        when: When::EvenNegated,
        phrases: &[
            "maybe", "perhaps", "i think", "i believe", "i guess", "i suppose", "i feel like",
            "in my opinion", "imo", "imho", "it seems", "seems to me", "might", "could be",
            "probably", "possibly", "not sure", "i'm not certain", "i may be wrong",
            "i might be wrong", "i could be wrong", "as far as i know", "afaik", "sometimes",
            "in my experience", "i'd say", "i tend to", "somewhat", "to some extent", "usually",
            "i don't know if", "i don't think", "kind of", "sort of",
        ],
    },
    Group {
        head: Head::Reasoning,
        weight: 0.5,
        when: When::EvenNegated,
        phrases: &[
            "because", "the reason", "for example", "for instance", "therefore", "which means",
            "that's why", "that is why", "this means", "as a result", "on the other hand",
            "in contrast", "evidence", "the trade-off", "tradeoff", "consequently", "due to",
            "it follows", "given that", "the difference is", "it depends", "in other words",
            "compared to", "the problem is", "assuming", "even though", "the upside",
            "the downside", "turned out that", "turns out that",
        ],
    },
    Group {
        head: Head::Reasoning,
        weight: 0.25,
        when: When::EvenNegated,
        phrases: &[
            "however", "although", "whereas", "since", "so that", "unless", "otherwise",
        ],
    },
    Group {
        head: Head::Story,
        weight: 0.6,
        when: When::EvenNegated,
        phrases: &[
            "i remember", "when i was", "i used to", "i grew up", "i lost", "i was diagnosed",
            "years ago i", "i never told", "i quit my", "i moved to", "i failed", "i struggled",
            "i cried", "i was scared", "i was afraid", "i was ashamed", "i felt", "i realised",
            "i realized", "i learned the hard way", "i was wrong", "my mother", "my mum", "my mom",
            "my father", "my dad", "my wife", "my husband", "my son", "my daughter", "my kid*",
            "my grandmother", "my grandfather", "my grandma", "my grandpa", "my sister",
            "my brother", "my partner", "my best friend", "my therapist", "my first job",
            "it took me", "first time i", "i'm scared", "i'm afraid", "i'm struggling",
            "i've struggled", "i miss", "last year i", "last week i", "yesterday i", "we lost",
        ],
    },
    Group {
        head: Head::Story,
        weight: 0.35,
        when: When::EvenNegated,
        phrases: &[
            "i've been", "i spent", "i started", "i worked at", "i worked as", "i ended up",
            "i finally", "i was", "i had", "i tried", "i built", "we had", "my own",
        ],
    },
    Group {
        head: Head::Support,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "sorry for your loss", "so sorry to hear", "sorry to hear", "i'm so sorry",
            "sorry you're going through", "sending love", "sending hugs", "sending you",
            "thinking of you", "hang in there", "take care of yourself", "here for you",
            "you've got this", "you got this", "stay strong", "feel better", "get well",
            "my condolences", "be kind to yourself", "rooting for you", "good luck", "wishing you",
            "i hope you", "hope it gets better", "hugs", "take care", "proud of you",
            "i feel for you", "it gets better",
        ],
    },
    Group {
        head: Head::Support,
        weight: 0.8,
        when: When::EvenNegated,
        phrases: &[
            "you're not alone", "you are not alone", "it's not your fault",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.9,
        when: When::Always,
        phrases: &[
            "shut up", "shut the fuck up", "stfu", "fuck you", "fuck off", "go to hell",
            "piece of shit", "kill yourself", "kys", "go fuck yourself", "screw you",
            "you disgust me", "drop dead", "slit your wrists", "you people are", "nobody asked you",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::Always,
        phrases: &[
            "nobody asked", "no one asked", "did you even read", "can you even read",
            "are you stupid", "are you blind", "are you dumb", "are you delusional", "grow up",
            "get a life", "people like you", "you clearly have no", "you have no idea what",
            "you obviously", "stop lying", "shame on you", "you suck", "u suck", "go away and stop",
            "kindly fuck", "cry more", "cope harder", "learn to read", "what is wrong with you",
            "what's wrong with you", "you should be ashamed", "go back to your", "touch grass",
            "how dare you", "you don't even know", "you're lying",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::Name,
        phrases: &[
            "idiot", "idiots", "moron", "morons", "imbecile", "imbeciles", "clown", "clowns",
            "scum", "loser", "losers", "bastard", "bastards", "asshole", "assholes", "bitch",
            "retard", "retards", "dumbass", "dipshit", "sheep", "hypocrite", "hypocrites", "liar",
            "liars", "snowflake", "snowflakes", "fascist", "fascists", "nazi", "nazis", "wuss",
            "pervert", "perverts", "bully", "degenerate", "vermin", "subhuman", "cretin", "troll",
            "jerk", "jackass", "bigot", "fools", "parasite", "parasites",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::OfPerson,
        phrases: &[
            "stupid", "dumb", "pathetic", "ridiculous", "disgusting", "delusional", "brainless",
            "worthless", "ignorant", "braindead", "insane", "a joke", "a disgrace", "garbage",
            "trash", "clueless", "retarded", "a fool", "an embarrassment", "full of shit",
            "full of it", "an insult", "too lazy", "arrogant",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "like if you", "like if ur", "thumbs up if", "give it a like", "upvote if",
            "like this if", "like and share", "like and follow", "share if you", "share this if",
            "retweet if", "rt if", "repost if", "boost if", "tag a friend", "tag someone",
            "tag your", "tag 3", "tag three", "double tap", "comment below", "comment yes",
            "type yes", "type amen", "comment your", "drop a comment", "drop a like",
            "drop a heart", "smash that like", "smash the like", "hit the like", "hit like",
            "hit follow", "follow for more", "follow me for", "follow for part",
            "you won't believe", "what happens next", "wait for it", "watch till the end",
            "watch until the end", "let's get this to", "bet you can't", "comment the word",
            "repost this", "share this with", "share with everyone", "say yes in",
            "in the comments below", "drop your", "like for part", "first one to", "only a genius",
            "99 of people", "i'll send you", "comment guide",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.35,
        when: When::InQuestion,
        phrases: &[
            "agree", "thoughts", "who else", "who's with me",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.35,
        when: When::Always,
        phrases: &[
            "save this post", "go viral", "let that sink in", "read that again",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "buy now", "buy yours", "shop now", "order now", "order yours", "promo code",
            "discount code", "use code", "use my code", "coupon", "limited time", "free trial",
            "link in bio", "book your", "pre-order", "preorder", "money back",
            "special offer", "free shipping", "available now at", "get yours", "save up to",
            "today only", "while supplies last", "our new collection", "click the link",
            "click here", "affiliate", "sign up today", "register now", "enroll now",
            "subscribe to my", "check out my", "check my channel", "subscribe to me",
            "subscribe me", "please subscribe", "visit my", "visit our", "dm me for", "dm us",
            "act now", "don't miss out", "giveaway", "sponsored", "join thousands", "trusted by",
            "earn money", "make money", "passive income", "book a demo",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.35,
        when: When::Always,
        phrases: &[
            "sale", "discount", "deal", "sign up", "subscribe", "our product", "our app",
            "our newsletter", "my newsletter", "webinar", "launching", "try it free", "for free",
            "off your", "introducing", "shop", "offer ends", "my channel", "my onlyfans",
        ],
    },
    Group {
        head: Head::Gloss,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "blessed", "#blessed", "so proud", "thrilled to announce", "excited to announce",
            "happy to announce", "thrilled to share", "excited to share", "proud to announce",
            "dream come true", "living my best life", "best life", "best day ever", "best team",
            "couldn't be happier", "can't believe how lucky", "so lucky", "honored to",
            "honoured to", "humbled", "so humbled", "happy birthday", "congrat*", "cheers to",
            "living the dream", "on top of the world", "what a night", "what a day",
            "what an amazing", "pure bliss", "paradise", "#grateful", "#livingmybestlife",
            "what an incredible", "here's to", "love my life", "over the moon", "so blessed",
        ],
    },
    Group {
        head: Head::Gloss,
        weight: 0.25,
        when: When::Always,
        phrases: &[
            "amazing", "perfect", "gorgeous", "stunning", "incredible", "magical", "wonderful",
            "the best", "unforgettable", "celebrating", "thrilled", "awesome", "epic", "vibes",
        ],
    },
    Group {
        head: Head::Annoyance,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "fed up",
            "sick of",
            "so annoying",
            "drives me mad",
            "drives me crazy",
            "drives me nuts",
            "drives me up the wall",
            "i'm done with",
            "had enough of",
            "can't stand",
            "so tired of",
            "infuriating",
            "getting on my nerves",
            "for fuck's sake",
            "for god's sake",
            "ffs",
            "pisses me off",
            "pissed off",
            "ridiculous that",
        ],
    },
    Group {
        head: Head::Annoyance,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "annoying",
            "annoyed",
            "frustrating",
            "unacceptable",
            "yet again",
            "fucking",
        ],
    },
    Group {
        head: Head::Question,
        weight: 0.55,
        when: When::Always,
        phrases: &[
            "does anyone know",
            "does anybody know",
            "anyone know",
            "anybody know",
            "what time does",
            "where can i",
            "how do i",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.8,
        when: When::Always,
        phrases: &[
                        "like this post if",
                        "share this post if",
                                    "tag three friends",
            "keep scrolling if",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.6,
        when: When::Always,
        phrases: &[
            "limited spots",
            "spots available",
            "dm me to",
            "half price",
            "order here",
                        "off with code",
            "book your free",
            "earn from home",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "go back to where you came from",
            "nobody wants you here",
            "you don't belong here",
            "your kind",
        ],
    },
];
