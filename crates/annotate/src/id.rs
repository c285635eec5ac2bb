//! Owns how identities are made: of suggestions from their words, of persons' annotations from random bytes handed in.

use std::fmt::Write as _;

use hearsay_text::Span;
use uuid::{Builder, Uuid};

use crate::AnnotationId;

/// Namespace of every name that Hearsay hashes into a UUID (RFC 9562, section 5.5). Never to be changed: saved ids
/// depend on it.
const NAMESPACE: Uuid = Uuid::from_u128(0x5d0a_8c1e_7b1f_4c7e_9f0e_3a52_c6d4_11b7);

/// Identity of a canonical text: a UUID of version 5 over its bytes. Equal texts have equal keys, everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(Uuid);

impl ArticleKey {
    /// The key of `text`; linear in its length, so make it once for an article.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, text.as_bytes()))
    }

    /// The key as a URI, `urn:uuid:…`: what exports give as the source of an article that has no address.
    #[must_use]
    pub fn to_urn(self) -> String {
        self.0.urn().to_string()
    }

    /// An identity for something that belongs to this article and is told apart by `name`.
    #[must_use]
    pub(crate) fn named(self, name: &str) -> AnnotationId {
        AnnotationId::from_uuid(Uuid::new_v5(&self.0, name.as_bytes()))
    }
}

impl AnnotationId {
    /// The identity `urn:uuid:…` of `uuid`.
    #[must_use]
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid.urn().to_string())
    }

    /// A fresh identity (a UUID of version 4) from 16 random bytes, which the caller draws: this crate has no source
    /// of chance.
    #[must_use]
    pub fn from_random_bytes(bytes: [u8; 16]) -> Self {
        Self::from_uuid(Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The identity of the engine's suggestion of a quote with this content: the same article and the same words have
    /// the same identity on every run and every machine.
    #[must_use]
    pub fn of_suggestion(article: ArticleKey, target: &[Span]) -> Self {
        Self::of_suggested("quote", article, target)
    }

    /// The identity of the engine's suggestion of a claim of these words; never that of a quote.
    #[must_use]
    pub fn of_suggested_claim(article: ArticleKey, target: &[Span]) -> Self {
        Self::of_suggested("claim", article, target)
    }

    fn of_suggested(what: &str, article: ArticleKey, target: &[Span]) -> Self {
        let mut name = String::from(what);
        for span in target {
            // Writing to a string cannot fail.
            let _ = write!(name, " {}-{}", span.start, span.end);
        }
        article.named(&name)
    }

    /// The URI.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_of_the_same_article_have_the_same_id_for_good() {
        let key = ArticleKey::of_text("She said no.");
        let id = AnnotationId::of_suggestion(key, &[Span::new(9, 11)]);
        assert_eq!(id, AnnotationId::of_suggestion(key, &[Span::new(9, 11)]));
        // Written down so that a change of the scheme, which would orphan saved decisions, shows.
        assert_eq!(id.0, "urn:uuid:3ede0466-3890-542b-83a1-49bade6c7a96");
    }

    #[test]
    fn other_words_or_another_article_have_another_id() {
        let key = ArticleKey::of_text("She said no.");
        let id = AnnotationId::of_suggestion(key, &[Span::new(1, 23)]);
        assert_ne!(id, AnnotationId::of_suggestion(key, &[Span::new(12, 3)]));
        assert_ne!(
            id,
            AnnotationId::of_suggestion(key, &[Span::new(1, 2), Span::new(2, 3)])
        );
        let other = ArticleKey::of_text("She said no!");
        assert_ne!(id, AnnotationId::of_suggestion(other, &[Span::new(1, 23)]));
    }

    #[test]
    fn a_claim_is_told_apart_from_a_quote_of_the_same_words() {
        let (key, words) = (ArticleKey::of_text("She said no."), [Span::new(9, 11)]);
        let claim = AnnotationId::of_suggested_claim(key, &words);
        assert_eq!(claim, AnnotationId::of_suggested_claim(key, &words));
        assert_ne!(claim, AnnotationId::of_suggestion(key, &words));
    }

    #[test]
    fn random_bytes_make_a_uuid_of_version_4() {
        let id = AnnotationId::from_random_bytes([0xff; 16]);
        assert_eq!(id.0, "urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
