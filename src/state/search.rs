//! Finding articles by their words: title, site, speakers, tags and text; all words of a question must occur.
//!
//! Owns folding (case and accents make no difference), what is searched of an article, and the snippet that shows where
//! the words stand. Which articles are listed, and in what order, is [`super::library`]'s.

use std::rc::Rc;

use hearsay_annotate::{Annotation, Body, Status};

use super::{Document, Settings, Shown};

/// Characters before and after the words in a snippet.
const AROUND: usize = 60;

/// What separates the fields of a stored [`SearchText`]. No text that people read holds it.
const FIELD: char = '\u{1}';

/// Letters without their accents, in lower case; for each row the first character that it stands for.
const PLAIN: [(u32, &str); 4] = [
    (
        0xc0,
        "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg\
         gggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀŀllnnnnnnŉnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    ),
    (
        0x386,
        "α·εηι-ο-υωιαβγδεζηθικλμνξοπρ-στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουωϗ",
    ),
    (
        0x400,
        "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ",
    ),
    (
        0x1e00,
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
         ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝsẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
         eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ",
    ),
];

/// What is searched of an article besides its line in the library, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    /// Who speaks in it, and its author.
    pub speakers: Vec<String>,
    /// The tags that people gave, as shown.
    pub tags: Vec<String>,
    /// Its words.
    pub text: String,
}

/// A [`SearchText`] made ready: folded once, searched often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searchable {
    text: SearchText,
    folded_speakers: String,
    folded_tags: String,
    folded_text: String,
}

/// The words that somebody looks for, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    words: Vec<String>,
}

/// A part of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetPart {
    /// The letters.
    pub words: String,
    /// Whether they are what was looked for.
    pub sought: bool,
}

/// Where an article has the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// In what: *Speaker*, *Tag*; nothing for the text.
    pub field: Option<&'static str>,
    /// The words with those around them.
    pub parts: Vec<SnippetPart>,
}

/// The letter without accent and in lower case; `None` for a mark that only changes the letter before it.
pub(super) fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let code = u32::from(c);
    for (first, letters) in PLAIN {
        let Some(at) = code.checked_sub(first).map(|at| at as usize) else {
            continue;
        };
        if at < 256
            && let Some(letter) = letters.chars().nth(at)
        {
            return Some(letter);
        }
    }
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' => None,
        '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{a0}' | '\u{202f}' => Some(' '),
        _ => c.to_lowercase().next(),
    }
}

/// `text` without accents and in lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

impl SearchText {
    /// What is searched of `document`.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let settings = Settings::default();
        let shown = Shown::new(document, &settings);
        let mut speakers: Vec<String> = Vec::new();
        let mut tags: Vec<String> = Vec::new();
        let add = |list: &mut Vec<String>, words: &str| {
            if !list.iter().any(|known| known == words) {
                list.push(words.to_owned());
            }
        };
        let stands = |annotation: &Annotation| annotation.status == Status::Accepted;
        for annotation in document.annotations.iter() {
            match &annotation.body {
                Body::Quote(quote) if shown.shows(annotation) => {
                    if let Some(speaker) = &quote.speaker {
                        add(&mut speakers, speaker);
                    }
                }
                Body::Claim(claim) if stands(annotation) => {
                    for tag in &claim.tags {
                        add(&mut tags, document.tag_set().label(tag));
                    }
                    if !claim.note.is_empty() {
                        add(&mut tags, &claim.note);
                    }
                }
                _ => {}
            }
        }
        if let Some(byline) = &document.article.metadata.byline {
            add(&mut speakers, byline);
        }
        Self {
            speakers,
            tags,
            text: document.article.text.clone(),
        }
    }

    /// The text as one line of text, as it is stored.
    #[must_use]
    pub fn to_line(&self) -> String {
        let field = FIELD.to_string();
        let list = |words: &[String]| words.join("\n");
        [
            "1",
            &field,
            &list(&self.speakers),
            &field,
            &list(&self.tags),
            &field,
            &self.text,
        ]
        .concat()
    }

    /// Reads [`SearchText::to_line`]; `None` for what another version of the program wrote.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        let mut fields = line.splitn(4, FIELD);
        if fields.next() != Some("1") {
            return None;
        }
        let list = |words: &str| -> Vec<String> {
            let words = words.split('\n').filter(|words| !words.is_empty());
            words.map(str::to_owned).collect()
        };
        Some(Self {
            speakers: list(fields.next()?),
            tags: list(fields.next()?),
            text: fields.next()?.to_owned(),
        })
    }
}

impl From<SearchText> for Searchable {
    fn from(text: SearchText) -> Self {
        Self {
            folded_speakers: fold(&text.speakers.join("\n")),
            folded_tags: fold(&text.tags.join("\n")),
            folded_text: fold(&text.text),
            text,
        }
    }
}

impl Question {
    /// The words of `query`; signs around them make no difference.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let folded = fold(query);
        let words = folded.split_whitespace().filter_map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let word = if bare.is_empty() { word } else { bare };
            (!word.is_empty()).then(|| word.to_owned())
        });
        Self {
            words: words.collect(),
        }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all words occur in what the list shows (`line`: title, site) or in the article.
    #[must_use]
    pub fn finds(&self, line: &str, article: Option<&Rc<Searchable>>) -> bool {
        if self.is_empty() {
            return true;
        }
        let line = fold(line);
        self.words.iter().all(|word| {
            line.contains(word)
                || article.is_some_and(|article| {
                    article.folded_speakers.contains(word)
                        || article.folded_tags.contains(word)
                        || article.folded_text.contains(word)
                })
        })
    }

    /// Where the article has the first of the words that `line` has not; nothing when `line` shows them all.
    #[must_use]
    pub fn snippet(&self, line: &str, article: &Searchable) -> Option<Snippet> {
        let line = fold(line);
        let word = self.words.iter().find(|word| !line.contains(*word))?;
        for (field, folded, words) in [
            ("Speaker", &article.folded_speakers, &article.text.speakers),
            ("Tag", &article.folded_tags, &article.text.tags),
        ] {
            if folded.contains(word) {
                let whole = words.iter().find(|words| fold(words).contains(word))?;
                let parts = self.marked(whole);
                let field = Some(field);
                return Some(Snippet { field, parts });
            }
        }
        let text = &article.text.text;
        let at = article.folded_text.find(word)?;
        let at = unfolded(text, at);
        let before = text[..at].char_indices().rev().take(AROUND);
        let from = before.last().map_or(at, |(from, _)| from);
        let after = text[at..].char_indices().nth(word.len() + AROUND);
        let to = after.map_or(text.len(), |(to, _)| at + to);
        // Whole words, where there are spaces.
        let from = match text[from..at].find(char::is_whitespace) {
            Some(space) if from > 0 => from + space,
            _ => from,
        };
        let to = match text[at..to].rfind(char::is_whitespace) {
            Some(space) if to < text.len() && space > word.len() => at + space,
            _ => to,
        };
        let words: Vec<&str> = text[from..to].split_whitespace().collect();
        let mut whole = words.join(" ");
        if from > 0 {
            whole.insert_str(0, "… ");
        }
        if to < text.len() {
            whole.push_str(" …");
        }
        let parts = self.marked(&whole);
        Some(Snippet { field: None, parts })
    }

    /// `text`, in parts that are what was looked for and parts that are not.
    #[must_use]
    pub fn marked(&self, text: &str) -> Vec<SnippetPart> {
        let folded = fold(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for word in &self.words {
            for (at, _) in folded.match_indices(word.as_str()).take(AROUND) {
                let place = (unfolded(text, at), unfolded(text, at + word.len()));
                let nth = found.partition_point(|known| *known < place);
                found.insert(nth, place);
            }
        }
        let mut parts: Vec<SnippetPart> = Vec::new();
        let mut add = |words: &str, sought: bool| {
            if !words.is_empty() {
                let words = words.to_owned();
                parts.push(SnippetPart { words, sought });
            }
        };
        let mut done = 0;
        for (from, to) in found {
            let from = from.max(done);
            if from < to {
                add(&text[done..from], false);
                add(&text[from..to], true);
                done = to;
            }
        }
        add(&text[done..], false);
        parts
    }
}

/// The byte of `text` that became the byte `at` of `fold(text)`.
fn unfolded(text: &str, at: usize) -> usize {
    let mut folded = 0;
    for (here, c) in text.char_indices() {
        let Some(plain) = fold_char(c) else {
            continue;
        };
        if folded >= at {
            return here;
        }
        folded += plain.len_utf8();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(speakers: &[&str], tags: &[&str], text: &str) -> Rc<Searchable> {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Rc::new(Searchable::from(SearchText {
            speakers: list(speakers),
            tags: list(tags),
            text: text.to_owned(),
        }))
    }

    fn shown(parts: &[SnippetPart]) -> String {
        let part = |part: &SnippetPart| {
            if part.sought {
                ["[", &part.words, "]"].concat()
            } else {
                part.words.clone()
            }
        };
        parts.iter().map(part).collect()
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        for (one, other) in [
            ("Zoë", "ZOE"),
            ("Łódź", "lodz"),
            ("Đặng Thị", "dang thi"),
            ("naïve cafe\u{301}", "naive café"),
            ("Ελλάδα", "ελλαδα"),
            ("Ёлка", "елка"),
            ("it’s", "it's"),
            ("東京", "東京"),
            ("Straße", "strase"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
    }

    #[test]
    fn all_words_must_occur_wherever() {
        let article = article(
            &["Dana Whitlock", "Peter Amsel"],
            &["Quantity"],
            "The ferry will stop running on Sundays. “It’s the road,” he said.",
        );
        let line = "Islanders angry · Harbour Post";
        for (query, expected) in [
            ("", true),
            ("  ", true),
            ("ferry", true),
            ("FERRY sundays", true),
            ("ferry mondays", false),
            ("whitlock ferry", true),
            ("amsel harbour quantity road", true),
            ("“sunday”", true),
            ("it's", true),
            ("peter-paul", false),
            ("?", false),
        ] {
            let question = Question::new(query);
            assert_eq!(question.finds(line, Some(&article)), expected, "{query}");
        }
        assert!(Question::new("islanders").finds(line, None));
        assert!(!Question::new("ferry").finds(line, None));
    }

    #[test]
    fn a_snippet_shows_where_the_words_stand() {
        let article = article(
            &["Dana Whitlock", "Zoë Ruiz"],
            &["Statistics"],
            "Long ago nobody had thought of it.\n\nThe Zürich ferry will stop running on Sundays, they said, and they said so again and again and again.",
        );
        let told = |query: &str| {
            let snippet = Question::new(query).snippet("Title", &article)?;
            Some((snippet.field.unwrap_or("Text"), shown(&snippet.parts)))
        };
        assert_eq!(told("zoe"), Some(("Speaker", "[Zoë] Ruiz".to_owned())));
        assert_eq!(told("statis"), Some(("Tag", "[Statis]tics".to_owned())));
        assert_eq!(
            told("zurich stop"),
            Some((
                "Text",
                "Long ago nobody had thought of it. The [Zürich] ferry will [stop] running on Sundays, they said, and they …".to_owned()
            ))
        );
        assert_eq!(told("title"), None, "the title is on the list itself");
        assert_eq!(told("nowhere"), None);
    }

    #[test]
    fn what_is_searched_comes_back_as_it_was_stored() {
        let text = SearchText {
            speakers: vec!["Ana".to_owned(), "Zoë Ruiz".to_owned()],
            tags: Vec::new(),
            text: "One.\n\nTwo.".to_owned(),
        };
        assert_eq!(SearchText::from_line(&text.to_line()), Some(text));
        for line in ["", "1", "2\u{1}a\u{1}b\u{1}c", "{}"] {
            assert_eq!(SearchText::from_line(line), None, "{line}");
        }
    }
}
