//! Owns the short lines that pages put between and around the words of an article, in the languages we know them in.
//!
//! All are compared as [`normal`](super::words::normal) makes them: small letters and digits, single spaces.

/// Whole lines that are never part of an article.
pub(super) fn is_boilerplate(line: &str) -> bool {
    line.len() <= 80 && (EXACT.contains(&line) || is_counted(line))
}

/// *12 comments*, *3 min read*, *Share 14*.
fn is_counted(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let n_numbers = words.iter().filter(|word| is_number(word)).count();
    if n_numbers == 0 || words.len() > 5 || words.len() == n_numbers {
        return false;
    }
    let rest: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_number(word))
        .collect();
    COUNTED.contains(&rest.join(" ").as_str())
}

/// Openings of lines that lead to other articles, if most of what follows is a link.
pub(super) fn leads_elsewhere(line: &str) -> bool {
    starts_with_one_of(line, &LEADS)
}

/// Headings of lists of other articles.
pub(super) fn heads_links(line: &str) -> bool {
    line.split(' ').count() <= 8
        && (starts_with_one_of(line, &LEADS) || starts_with_one_of(line, &HEADINGS))
}

/// Lines that end pages: rights, key words, where to follow.
pub(super) fn ends_page(line: &str) -> bool {
    starts_with_one_of(line, &ENDINGS)
}

/// Asks to pay, to subscribe, to log in: how many of the phrases that do.
pub(super) fn n_asks(text: &str) -> usize {
    let mut found = 0;
    let mut rest = text;
    // Word by word: a search for each phrase would take longer than all else that is done with a line.
    loop {
        let first = rest.as_bytes().first();
        found += ASKS
            .iter()
            .filter(|phrase| phrase.as_bytes().first() == first)
            .filter(|phrase| {
                rest.strip_prefix(**phrase)
                    .is_some_and(|after| after.is_empty() || after.starts_with(' '))
            })
            .count();
        let Some((_, after)) = rest.split_once(' ') else {
            return found;
        };
        rest = after;
    }
}

fn starts_with_one_of(line: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        line.strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

const EXACT: [&str; 166] = [
    "advertisement",
    "advertisements",
    "advertising",
    "ad",
    "ads",
    "sponsored",
    "sponsored content",
    "paid content",
    "promoted",
    "promoted content",
    "advertisement continue reading below",
    "article continues below advertisement",
    "advertisement article continues below this ad",
    "story continues below advertisement",
    "article continues after advertisement",
    "continue reading below",
    "story continues below",
    "article continues below",
    "scroll to continue",
    "scroll to continue with content",
    "continue reading the main story",
    "continue reading",
    "skip advertisement",
    "skip to content",
    "skip to main content",
    "skip to footer",
    "skip past newsletter promotion",
    "after newsletter promotion",
    "newsletter promotion",
    "remove ads",
    "report this ad",
    "no ad",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share this page",
    "share this post",
    "share article",
    "share on facebook",
    "share on twitter",
    "share on x",
    "share on linkedin",
    "share on whatsapp",
    "share via email",
    "share full article",
    "tweet",
    "tweet this",
    "pin it",
    "email",
    "e mail",
    "email this",
    "email this article",
    "mail",
    "print",
    "print this",
    "print this article",
    "print this page",
    "print article",
    "copy link",
    "copy url",
    "copied",
    "link copied",
    "link copied to clipboard",
    "save",
    "save article",
    "save this article",
    "save for later",
    "bookmark",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "reddit",
    "pinterest",
    "telegram",
    "listen",
    "listen to this article",
    "listen to article",
    "listen to this story",
    "play",
    "play audio",
    "play video",
    "watch",
    "watch now",
    "view gallery",
    "view more",
    "show more",
    "show all",
    "load more",
    "see more",
    "read more",
    "more",
    "menu",
    "search",
    "close",
    "next",
    "previous",
    "prev",
    "back",
    "back to top",
    "top of page",
    "to the top",
    "top",
    "home",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign in",
    "log in",
    "login",
    "register",
    "follow",
    "follow us",
    "following",
    "comments",
    "comment",
    "leave a comment",
    "view comments",
    "show comments",
    "join the conversation",
    "join the discussion",
    "add a comment",
    "post a comment",
    "reply",
    "like",
    "likes",
    "related",
    "related articles",
    "related stories",
    "related content",
    "recommended",
    "recommended for you",
    "you may also like",
    "photo",
    "image",
    "loading",
    "yes no",
    "was this helpful",
    "was this page helpful",
    "did you find this useful",
    "anzeige",
    "werbung",
    "teilen",
    "drucken",
    "zum seitenanfang",
    "nach oben",
    "publicité",
    "partager",
    "imprimer",
    "haut de page",
    "publicidad",
    "compartir",
    "imprimir",
    "publicidade",
    "compartilhar",
    "pubblicità",
    "condividi",
    "advertentie",
    "delen",
    "annons",
    "dela",
    "reklama",
    "udostępnij",
    "реклама",
    "поделиться",
];

const COUNTED: [&str; 27] = [
    "comments",
    "comment",
    "shares",
    "share",
    "likes",
    "min read",
    "minute read",
    "minutes read",
    "min",
    "mins read",
    "minutes to read",
    "views",
    "replies",
    "reactions",
    "min lesezeit",
    "minuten lesezeit",
    "kommentare",
    "commentaires",
    "comentarios",
    "комментариев",
    "comentários",
    "reading time minutes",
    "claps",
    "responses",
    "followers",
    "hits",
    "reads",
];

const LEADS: [&str; 62] = [
    "read more",
    "read also",
    "read next",
    "also read",
    "see also",
    "related",
    "related story",
    "related article",
    "more on this",
    "more on",
    "more from",
    "more",
    "read this next",
    "up next",
    "dont miss",
    "watch",
    "watch video",
    "listen",
    "in pictures",
    "video",
    "photos",
    "gallery",
    "explainer",
    "analysis",
    "opinion",
    "most read",
    "most popular",
    "you may also like",
    "recommended",
    "mehr zum thema",
    "mehr",
    "lesen sie auch",
    "lesen sie mehr",
    "auch interessant",
    "siehe auch",
    "lire aussi",
    "à lire aussi",
    "à lire",
    "a lire aussi",
    "lire la suite",
    "voir aussi",
    "lea también",
    "lee también",
    "leer también",
    "le puede interesar",
    "te puede interesar",
    "más información",
    "ver también",
    "leggi anche",
    "leia também",
    "leia mais",
    "veja também",
    "saiba mais",
    "lees ook",
    "läs också",
    "läs mer",
    "les også",
    "læs også",
    "czytaj także",
    "czytaj też",
    "zobacz też",
    "читайте также",
];

const HEADINGS: [&str; 44] = [
    "related",
    "recommended",
    "more stories",
    "more news",
    "more galleries",
    "more episodes",
    "more articles",
    "more people",
    "latest",
    "latest news",
    "latest stories",
    "top stories",
    "trending",
    "trending now",
    "popular",
    "similar",
    "similar threads",
    "similar articles",
    "follow the topics",
    "topics in this article",
    "most viewed",
    "most shared",
    "whats next",
    "what to read next",
    "from around the web",
    "around the web",
    "sponsored",
    "promoted",
    "editors picks",
    "our picks",
    "in case you missed it",
    "das könnte sie auch interessieren",
    "weitere artikel",
    "meistgelesen",
    "sur le même sujet",
    "les plus lus",
    "lo más leído",
    "más leídas",
    "noticias relacionadas",
    "artículos relacionados",
    "mais lidas",
    "i più letti",
    "meest gelezen",
    "похожие",
];

const ENDINGS: [&str; 46] = [
    "copyright",
    "all rights reserved",
    "tags",
    "topics",
    "topic",
    "filed under",
    "keywords",
    "categories",
    "category",
    "posted in",
    "tagged",
    "follow us",
    "sign up for",
    "sign up to",
    "subscribe to our",
    "get the latest",
    "get alerts",
    "got a story",
    "have a story",
    "do you have a story",
    "contact us",
    "send us",
    "click here to",
    "for more news",
    "stay up to date",
    "like us on",
    "download our app",
    "download the app",
    "this article was amended",
    "report an error",
    "you are receiving this",
    "you received this",
    "unsubscribe",
    "to unsubscribe",
    "no part of this",
    "report a correction",
    "found a mistake",
    "alle rechte vorbehalten",
    "schlagwörter",
    "themen",
    "tous droits réservés",
    "todos los derechos reservados",
    "etiquetas",
    "temas",
    "todos os direitos reservados",
    "теги",
];

const ASKS: [&str; 51] = [
    "subscribe to unlock",
    "subscribe to continue",
    "subscribe to read",
    "subscribe now",
    "subscribe today",
    "to continue reading",
    "to keep reading",
    "continue reading with",
    "already a subscriber",
    "already a member",
    "already have an account",
    "already subscribed",
    "become a member",
    "become a subscriber",
    "free trial",
    "start your trial",
    "per month",
    "a month",
    "per week",
    "cancel anytime",
    "cancel any time",
    "log in",
    "sign in",
    "unlock this article",
    "unlimited access",
    "full access",
    "digital access",
    "this article is for subscribers",
    "for subscribers only",
    "subscribers only",
    "create a free account",
    "create an account",
    "free stories",
    "free articles",
    "to keep going",
    "keep going",
    "jetzt abonnieren",
    "weiterlesen",
    "bereits abonnent",
    "abo",
    "pro monat",
    "mit plus weiterlesen",
    "abonnez vous",
    "déjà abonné",
    "il vous reste",
    "suscríbete",
    "ya eres suscriptor",
    "al mes",
    "assine",
    "já é assinante",
    "abbonati",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_around_an_article_are_told_from_those_of_one() {
        for line in ["advertisement", "12 comments", "4 min read", "copy link"] {
            assert!(is_boilerplate(line), "{line}");
        }
        for line in [
            "12",
            "he won 4 seats",
            "the advertisement ran in may",
            "2024 was cold",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
        assert!(heads_links("more from the daily"));
        assert!(!heads_links("moreover"));
        assert_eq!(
            n_asks("subscribe to continue already a subscriber log in"),
            3
        );
    }
}
