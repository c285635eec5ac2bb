//! Learns who is a person, who a body, and the gender of people from the pronouns that follow their names.
//!
//! Owns that count alone. A first name tells nothing here: what is learned is what the article itself says.

use crate::names::{Being, Gender, Names};
use crate::words::Words;

/// Pronouns that must agree before they outweigh chance.
const ENOUGH: i32 = 2;

/// For every *he*, *she* and *its*, the first name of its sentence before it (else of the sentence before) gets a vote. A
/// clear majority of votes states the gender of those whom no title or word for their part in life has stated, and that
/// a name which tells nothing is a person's or a body's.
pub(crate) fn learn_genders(names: &mut Names, words: Words<'_>) {
    // Votes for a gender, and for a body.
    let mut votes: Vec<(i32, i32)> = vec![(0, 0); names.entities.len()];
    let may_be_person = |entity: usize| {
        let being = names.entities[entity].being;
        matches!(being, Being::Person | Being::PersonPerhaps | Being::Unknown)
    };
    let mut before: Option<usize> = None;
    let mut mentions = names.mentions.iter().peekable();
    for sentence in &names.sentences {
        let mut first = None;
        while let Some(mention) = mentions.next_if(|mention| mention.span.end <= sentence.end) {
            if first.is_none() && may_be_person(mention.entity) {
                first = Some(mention);
            }
        }
        for token in words.within(*sentence) {
            let word = words.word(token);
            if word.len() > 7 {
                continue;
            }
            let (gender, body) = match word {
                "he" | "He" | "his" | "His" | "him" | "himself" => (1, -1),
                "she" | "She" | "her" | "Her" | "hers" | "herself" => (-1, -1),
                "its" | "Its" => (0, 1),
                _ => continue,
            };
            let here = first.filter(|mention| mention.span.end <= token.span.start);
            if let Some(entity) = here.map(|mention| mention.entity).or(before) {
                votes[entity].0 += gender;
                votes[entity].1 += body;
            }
        }
        before = first.map(|mention| mention.entity);
    }
    for (entity, (gender, body)) in names.entities.iter_mut().zip(votes) {
        if entity.being == Being::Unknown && body.abs() >= ENOUGH {
            entity.being = if body > 0 { Being::Body } else { Being::Person };
        }
        if entity.gender.is_none() && gender.abs() >= ENOUGH && entity.being != Being::Body {
            entity.gender = Some(if gender > 0 {
                Gender::Male
            } else {
                Gender::Female
            });
        }
    }
}
