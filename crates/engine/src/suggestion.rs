//! Quotes and sentences worth checking become annotations.
//!
//! Owns that one step between crates that do not know each other.

use hearsay_annotate::{
    Annotation, AnnotationId, ArticleKey, Body, ClaimBody, Origin, QuoteBody, Status, TagId,
    Timestamp,
};
use hearsay_claims::{check_worthiness, threshold};
use hearsay_quotes::Quote;
use hearsay_text::Article;

/// The suggestions that `quotes` of `article` are. Their ids depend on the article's text and the quote's words alone.
#[must_use]
pub fn annotations(article: &Article, quotes: &[Quote]) -> Vec<Annotation> {
    let key = ArticleKey::of_text(&article.text);
    let suggestion = |quote: &Quote| Annotation {
        id: AnnotationId::of_suggestion(key, &quote.content),
        target: quote.content.clone(),
        body: Body::Quote(QuoteBody {
            kind: quote.kind,
            reports: quote.reports,
            modality: quote.modality,
            cue: quote.cue.clone(),
            source: quote.source.clone(),
            speaker: quote.speaker.as_ref().map(|speaker| speaker.name.clone()),
            evidence: quote
                .speaker
                .as_ref()
                .map(|speaker| speaker.evidence.name().to_owned()),
            evidence_at: quote
                .speaker
                .as_ref()
                .and_then(|speaker| speaker.evidence_at)
                .into_iter()
                .collect(),
            tags: Vec::new(),
            confidence: Some(quote.confidence),
        }),
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp::default(),
        modified: Timestamp::default(),
    };
    quotes.iter().map(suggestion).collect()
}

/// Score below which no claim is suggested, though the model would: on debates its own threshold balances finds and misses,
/// in news it would have half of all sentences checked.
const LEAST_WORTH: f32 = 0.5;

/// The sentences of `article` that are worth checking, as suggested claims with their likely kind for a tag, in the order
/// of the article. Ids as those of [`annotations`], and never the same.
#[must_use]
pub fn claims(article: &Article) -> Vec<Annotation> {
    // The model was trained on English; of an article that says nothing of its language it may try.
    let language = article.metadata.language.as_deref().unwrap_or("en");
    if !language.to_ascii_lowercase().starts_with("en") {
        return Vec::new();
    }
    let key = ArticleKey::of_text(&article.text);
    let least = threshold().max(LEAST_WORTH);
    check_worthiness(article, least)
        .into_iter()
        .filter_map(|candidate| {
            let words = candidate.span.trimmed(&article.text);
            (!words.is_empty()).then(|| Annotation {
                id: AnnotationId::of_suggested_claim(key, &[words]),
                target: vec![words],
                body: Body::Claim(ClaimBody {
                    check_worthiness: Some(candidate.score),
                    ..ClaimBody::tagged(TagId(candidate.kind.name().to_owned()))
                }),
                origin: Origin::Engine,
                status: Status::Suggested,
                created: Timestamp::default(),
                modified: Timestamp::default(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_with_a_figure_is_suggested_as_a_claim_and_small_talk_is_not() {
        let text = "What a lovely evening.\n\nUnemployment fell to 4 percent last year, the lowest rate since 1999.";
        let mut article = Article::verbatim(text);
        let made = claims(&article);
        assert_eq!(made, claims(&article));
        let words: Vec<_> = made
            .iter()
            .map(|claim| article.slice(claim.target[0]))
            .collect();
        assert_eq!(words, [text.rsplit_once('\n').expect("two paragraphs").1]);
        let Body::Claim(body) = &made[0].body else {
            panic!("not a claim");
        };
        assert_eq!(body.tags[0].0, "quantity");
        assert!(body.check_worthiness >= Some(LEAST_WORTH));
        assert_eq!(
            (made[0].origin, made[0].status),
            (Origin::Engine, Status::Suggested)
        );
        article.metadata.language = Some("de-CH".to_owned());
        assert!(claims(&article).is_empty(), "it reads English alone");
    }
    use hearsay_quotes::{Evidence, Speaker};
    use hearsay_text::{Modality, QuoteKind, ReportKind, Span};

    #[test]
    fn a_quote_becomes_a_suggestion_of_the_engine_with_all_its_parts() {
        let article = Article::verbatim("“No,” she said.");
        let quote = Quote {
            content: vec![Span::new(3, 5)],
            cue: vec![Span::new(14, 18)],
            source: vec![Span::new(10, 13)],
            kind: QuoteKind::Direct,
            reports: ReportKind::Writing,
            modality: Modality::Negated,
            marked: true,
            speaker: Some(Speaker {
                name: "Ana Ruiz".into(),
                evidence: Evidence::Pronoun,
                evidence_at: Some(Span::new(10, 13)),
            }),
            confidence: 0.75,
        };
        let made = annotations(&article, std::slice::from_ref(&quote));
        assert_eq!(made, annotations(&article, &[quote]));
        assert_eq!(made.len(), 1);
        assert_eq!(article.slice(made[0].target[0]), "No");
        assert_eq!(
            (made[0].origin, made[0].status),
            (Origin::Engine, Status::Suggested)
        );
        let Body::Quote(body) = &made[0].body else {
            panic!("not a quote");
        };
        assert_eq!(article.slice(body.cue[0]), "said");
        assert_eq!(article.slice(body.source[0]), "she");
        assert_eq!(body.speaker.as_deref(), Some("Ana Ruiz"));
        assert_eq!(body.evidence.as_deref(), Some("pronoun"));
        assert_eq!(body.confidence, Some(0.75));
        assert_eq!(
            (body.reports, body.modality),
            (ReportKind::Writing, Modality::Negated)
        );
        assert_eq!(body.evidence_at, [Span::new(10, 13)]);
    }
}
