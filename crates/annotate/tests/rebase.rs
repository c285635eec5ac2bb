//! Words are found in the next version of a text, whatever was changed around them and in them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use hearsay_annotate::{Body, Rebase, Timestamp};
use hearsay_text::Span;
use support::{annotation, claim, quote, span};

/// Brackets in `old` mark the words; the new text comes back with brackets around what became of them.
fn became(old: &str, new: &str) -> String {
    let start = old.find('[').unwrap_or_default();
    let end = old.find(']').unwrap_or_default() - 1;
    let plain = old.replace(['[', ']'], "");
    match Rebase::new(&plain, new).map(Span::from_range(start..end)) {
        Some(mapped) => {
            let (start, end) = (mapped.span.start as usize, mapped.span.end as usize);
            format!("{}[{}]{}", &new[..start], &new[start..end], &new[end..])
        }
        None => "gone".to_owned(),
    }
}

#[test]
fn words_stay_found_when_others_are_changed() {
    for (old, new) in [
        ("A [b c] d", "A [b c] d"),
        (
            "She said [it was cold] here.",
            "Later she said: “[it was cold]”.",
        ),
        ("[One two three] four.", "Zero. [One two three] four five."),
        // Insertions at the edges do not widen; those inside do.
        (
            "He said [we will not wait] again.",
            "He said that [we will not wait] at all again.",
        ),
        (
            "He said [we will not wait] again.",
            "He said [we will really not wait] again.",
        ),
        // What takes the place of words is theirs.
        (
            "The fare [rose by 9 percent] then.",
            "The fare [rose by 12 percent] then.",
        ),
        (
            "Fares [rose by 9 percent] then.",
            "Fares [went up by 9 percent] then.",
        ),
        (
            "It cost [nine million dollars], he said.",
            "It cost [nine million euros], he said.",
        ),
        // What is deleted is no longer there.
        (
            "He [really did not wait] at all.",
            "He [did not wait] at all.",
        ),
        ("A [big old house] stood.", "A [big house] stood."),
        // Words changed in part are the same words still.
        ("Two [houses] burned.", "Two [house] burned."),
        ("Die [Straßenbahn] fuhr.", "Die [Straßenbahnen] fuhr."),
        ("東京は[雨です]。", "今日の東京は[雨です]。"),
        // Parts of words.
        ("un[believ]able!", "An un[believ]able!"),
        // White space is nobody's.
        ("One [two three] four.", "One [two\n\nthree] four."),
    ] {
        let plain = new.replace(['[', ']'], "");
        assert_eq!(became(old, &plain), new, "{old}");
    }
}

#[test]
fn what_is_gone_is_gone() {
    for (old, new) in [
        (
            "Keep this. [Nobody knew why it broke.] And this.",
            "Keep this. And this.",
        ),
        (
            "Keep this. [The mayor resigned on the spot over it.] And this.",
            "Keep this. Rain is expected for the rest of a long week. And this.",
        ),
        ("[Everything here was once different]", ""),
        ("a [9] b", "a 12 b"),
    ] {
        assert_eq!(became(old, new), "gone", "{old}");
    }
    assert_eq!(Rebase::new("", "x").map(Span::new(0, 0)), None);
    assert_eq!(Rebase::new("abc", "abc").map(Span::new(9, 12)), None);
}

#[test]
fn a_paragraph_that_was_moved_is_found_where_it_stands() {
    let old = "First, the ferry will stop running on Sundays.\n\nThe council had not been asked at all, its chairman said.\n\nIslanders \
               were angry about the price of bread and boats.";
    let new = "The council had not been asked at all, its new chairman said.\n\nFirst, the ferry will stop running on Sundays.\n\nIslanders \
               were angry about the price of bread and boats.";
    let words = span(old, "had not been asked at all");
    let mapped = Rebase::new(old, new).map(words);
    let found = mapped.map(|mapped| (mapped.span.slice(new), mapped.unchanged));
    assert_eq!(found, Some(("had not been asked at all", true)));
    // One of the two paragraphs that changed places was moved past the other.
    let first = Rebase::new(old, new).map(span(old, "the ferry will stop running on Sundays"));
    assert!(mapped.is_some_and(|one| one.moved) != first.is_some_and(|other| other.moved));
}

#[test]
fn an_annotation_keeps_all_but_its_places() {
    let old = "“We won’t wait,” said Ana Ruiz, who left.";
    let new = "In May, “we won’t wait any longer,” said Ruiz.";
    let mut made = annotation(1, &[span(old, "We won’t wait")], quote("Ana Ruiz"));
    made.created = Timestamp(5);
    if let Body::Quote(body) = &mut made.body {
        body.cue = vec![span(old, "said")];
        body.source = vec![span(old, "Ana Ruiz")];
        body.evidence_at = vec![span(old, "who left")];
    }
    let rebased = Rebase::new(old, new)
        .annotation(&made)
        .expect("its words are there");
    let found = &rebased.annotation;
    assert_eq!(
        (
            &found.id,
            found.origin,
            found.status,
            found.created,
            found.modified
        ),
        (
            &made.id,
            made.origin,
            made.status,
            made.created,
            made.modified
        )
    );
    assert!(
        found.target[0].slice(new).contains("won’t wait"),
        "{found:?}"
    );
    let Body::Quote(body) = &found.body else {
        panic!("{found:?}");
    };
    assert_eq!(body.cue, [span(new, "said")]);
    assert_eq!(body.source, [span(new, "Ruiz")]);
    assert!(body.evidence_at.is_empty(), "its words are gone");
    assert_eq!(body.speaker.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn of_several_pieces_those_that_are_left_are_kept() {
    let old = "“The boat is not coming back,” she said, “and no bus.”";
    let made = annotation(
        1,
        &[
            span(old, "The boat is not coming back"),
            span(old, "and no bus"),
        ],
        claim("other"),
    );
    let new = "“The boat is not coming back,” she said on Friday.";
    let rebased = Rebase::new(old, new)
        .annotation(&made)
        .expect("most is left");
    assert_eq!(
        rebased.annotation.target,
        [span(new, "The boat is not coming back")]
    );
    let new = "“And no bus,” she said on Friday.";
    assert_eq!(Rebase::new(old, new).annotation(&made), None);
}

/// Chance that is the same on every run (a linear congruential generator with Knuth's constants).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const VOCABULARY: [&str; 48] = [
    "the",
    "a",
    "of",
    "to",
    "and",
    "in",
    "said",
    "that",
    "was",
    "for",
    "on",
    "council",
    "mayor",
    "budget",
    "school",
    "river",
    "told",
    "reporters",
    "nine",
    "percent",
    "million",
    "harbour",
    "ferry",
    "island",
    "never",
    "would",
    "could",
    "people",
    "years",
    "angry",
    "letter",
    "bridge",
    "closed",
    "opened",
    "winter",
    "summer",
    "company",
    "spokeswoman",
    "contract",
    "Sunday",
    "Tuesday",
    "prices",
    "rose",
    "fell",
    "against",
    "without",
    "because",
    "between",
];

/// A word of a generated text: its letters and an identity that edits keep.
type Made = (usize, &'static str);

fn sentence(dice: &mut Dice, next: &mut usize) -> Vec<Made> {
    (0..6 + dice.roll(18))
        .map(|_| {
            *next += 1;
            // Some words are rare, as in any text.
            (*next, VOCABULARY[dice.roll(VOCABULARY.len())])
        })
        .collect()
}

/// The text, and where each word stands in it. Rare words are made by numbering some.
fn written(paragraphs: &[Vec<Vec<Made>>]) -> (String, std::collections::BTreeMap<usize, Span>) {
    let mut text = String::new();
    let mut places = std::collections::BTreeMap::new();
    for paragraph in paragraphs {
        for sentence in paragraph {
            for (idx, (identity, word)) in sentence.iter().enumerate() {
                let from = text.len();
                text.push_str(word);
                if identity % 5 == 0 {
                    text.push_str(&(identity * 7919 % 1000).to_string());
                }
                places.insert(*identity, Span::from_range(from..text.len()));
                text.push_str(if idx + 1 == sentence.len() { ". " } else { " " });
            }
        }
        text.push('\n');
    }
    (text, places)
}

/// Edits as editors make them: sentences put in, taken out, words changed and added, paragraphs moved.
fn edited(dice: &mut Dice, next: &mut usize, paragraphs: &mut Vec<Vec<Vec<Made>>>) {
    for _ in 0..2 + dice.roll(5) {
        let at = dice.roll(paragraphs.len());
        let in_paragraph = dice.roll(paragraphs[at].len().max(1));
        match dice.roll(7) {
            0 => {
                let new = sentence(dice, next);
                paragraphs[at].insert(in_paragraph, new);
            }
            1 if paragraphs[at].len() > 1 => {
                paragraphs[at].remove(in_paragraph);
            }
            2 if paragraphs.len() > 3 => {
                let moved = paragraphs.remove(at);
                let to = dice.roll(paragraphs.len() + 1);
                paragraphs.insert(to, moved);
            }
            3 => {
                let new = vec![sentence(dice, next), sentence(dice, next)];
                paragraphs.insert(at, new);
            }
            _ => {
                let Some(sentence) = paragraphs[at].get_mut(in_paragraph) else {
                    continue;
                };
                let word = dice.roll(sentence.len().max(1));
                *next += 1;
                let new = (*next, VOCABULARY[dice.roll(VOCABULARY.len())]);
                match dice.roll(3) {
                    0 if sentence.len() > 2 => {
                        sentence.remove(word);
                    }
                    1 => sentence.insert(word, new),
                    _ => {
                        if let Some(old) = sentence.get_mut(word) {
                            *old = new;
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn of_texts_edited_at_random_nearly_all_words_are_found_and_those_deleted_are_not() {
    let mut dice = Dice(20_261_123);
    let (mut n_right, mut n_all, mut n_gone, mut n_rightly_gone) = (0, 0, 0, 0);
    for _ in 0..250 {
        let mut next = 0;
        let mut paragraphs: Vec<Vec<Vec<Made>>> = (0..6 + dice.roll(10))
            .map(|_| {
                (0..1 + dice.roll(4))
                    .map(|_| sentence(&mut dice, &mut next))
                    .collect()
            })
            .collect();
        let (old, old_places) = written(&paragraphs);
        // What is annotated: whole sentences, and some words in a row.
        let mut annotated: Vec<Vec<usize>> = Vec::new();
        for sentence in paragraphs.iter().flatten() {
            let words: Vec<usize> = sentence.iter().map(|(identity, _)| *identity).collect();
            let from = dice.roll(words.len() - 4);
            let len = 4 + dice.roll(words.len() - from - 3);
            annotated.push(words[from..from + len].to_vec());
            annotated.push(words);
        }
        edited(&mut dice, &mut next, &mut paragraphs);
        let (new, new_places) = written(&paragraphs);
        let rebase = Rebase::new(&old, &new);
        for words in annotated {
            let was = old_places[&words[0]].cover(old_places[&words[words.len() - 1]]);
            let left: Vec<Span> = words
                .iter()
                .filter_map(|word| new_places.get(word).copied())
                .collect();
            let found = rebase.map(was);
            if left.is_empty() {
                n_gone += 1;
                n_rightly_gone += usize::from(found.is_none());
                continue;
            }
            n_all += 1;
            let truth = left.iter().copied().reduce(Span::cover).unwrap_or_default();
            // A word that took the place of the first or last belongs to the words: it may be in or not.
            let edge = usize::from(
                !new_places.contains_key(&words[0])
                    || !new_places.contains_key(&words[words.len() - 1]),
            );
            let Some(found) = found else {
                continue;
            };
            let off = |a: u32, b: u32| a.abs_diff(b) as usize;
            let (start, end) = (
                off(found.span.start, truth.start),
                off(found.span.end, truth.end),
            );
            n_right += usize::from(start + end <= edge * 20);
        }
    }
    assert!(
        n_all > 10_000 && n_gone > 100,
        "{n_all} and {n_gone} are too few"
    );
    let share = |n: usize, of: usize| n as f64 / of as f64;
    assert!(share(n_right, n_all) >= 0.995, "{n_right} of {n_all} found");
    assert!(
        share(n_rightly_gone, n_gone) >= 0.995,
        "{n_rightly_gone} of {n_gone} deleted told"
    );
}

#[test]
fn a_million_letters_that_have_nothing_in_common_or_all_are_compared_all_the_same() {
    let mut dice = Dice(3);
    let text = |dice: &mut Dice, sides: usize| -> String {
        (0..160_000)
            .map(|_| format!("{} ", dice.roll(sides)))
            .collect()
    };
    for sides in [2, 300, 1_000_000] {
        let (one, other) = (text(&mut dice, sides), text(&mut dice, sides));
        let rebase = Rebase::new(&one, &other);
        let all = Span::from_range(0..one.len());
        assert!(rebase.kept_share(all) < 1.0);
        assert!(Rebase::new(&one, &one).keeps(&[all]));
    }
    // A word changed in every twenty.
    let one = text(&mut dice, 5_000);
    let words = one.split(' ').enumerate();
    let other: Vec<&str> = words
        .map(|(nth, word)| if nth % 20 == 7 { "changed" } else { word })
        .collect();
    let other = other.join(" ");
    let kept = Rebase::new(&one, &other).kept_share(Span::from_range(0..one.len()));
    assert!((0.94..0.96).contains(&kept), "{kept}");
    // Half a million letters moved past another half.
    let (one, other) = (text(&mut dice, 1_000_000), text(&mut dice, 1_000_000));
    let rebase = Rebase::new(&format!("{one}{other}"), &format!("{other}{one}"));
    assert!(rebase.kept_share(Span::from_range(0..one.len() + other.len())) > 0.99);
}
