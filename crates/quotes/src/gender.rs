//! Learns the gender of people from the pronouns that follow their names.
//!
//! Owns that count alone. A first name tells nothing here: what is learned is what the article itself says.

use crate::names::{Being, Gender, Names};
use crate::words::Words;

/// Pronouns that must agree before they outweigh chance.
const ENOUGH: i32 = 2;

/// For every *he* and *she*, the first name of its sentence before it (else of the sentence before) gets a vote. A clear
/// majority of votes states the gender of those whom no title or word for their part in life has stated.
pub(crate) fn learn_genders(names: &mut Names, words: Words<'_>) {
    let mut votes: Vec<i32> = vec![0; names.entities.len()];
    let is_person =
        |entity: usize| matches!(names.entities[entity].being, Being::Person | Being::Unknown);
    let mut before: Option<usize> = None;
    for sentence in &names.sentences {
        let mentions = names.within(*sentence);
        let first = mentions.iter().find(|mention| is_person(mention.entity));
        for token in words.within(*sentence) {
            let vote = match words.word(token) {
                "he" | "He" | "his" | "His" | "him" | "himself" => 1,
                "she" | "She" | "her" | "Her" | "hers" | "herself" => -1,
                _ => continue,
            };
            let here = first.filter(|mention| mention.span.end <= token.span.start);
            if let Some(entity) = here.map(|mention| mention.entity).or(before) {
                votes[entity] += vote;
            }
        }
        before = first.map(|mention| mention.entity);
    }
    for (entity, votes) in names.entities.iter_mut().zip(votes) {
        if entity.gender.is_none() && votes.abs() >= ENOUGH {
            entity.gender = Some(if votes > 0 {
                Gender::Male
            } else {
                Gender::Female
            });
        }
    }
}
