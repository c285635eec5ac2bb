//! What the reader sees: one component a file, each with a style sheet of the same name where it needs one.
//!
//! Components draw state and dispatch actions; effects are asked of `services`, and nothing is decided here.

pub mod address_field;
pub mod agreement;
pub mod agreement_cards;
pub mod agreement_own;
pub mod agreement_table;
pub mod article_head;
pub mod article_map;
pub mod article_view;
pub mod block_view;
pub mod cast_editor;
pub mod cast_list;
pub mod claim_card;
pub mod claim_evidence;
pub mod claim_field;
pub mod claim_list;
pub mod compare;
pub mod compare_quotes;
pub mod compare_text;
pub mod drop_zone;
pub mod filter_strip;
pub mod filters;
pub mod find_bar;
pub mod from_anywhere;
pub mod history;
pub mod icon;
pub mod keys;
pub mod library_entry;
pub mod library_list;
pub mod library_space;
pub mod library_tools;
pub mod long_list;
pub mod notices;
pub mod open_panel;
pub mod overview;
pub mod palette;
pub mod passage;
pub mod picker;
pub mod print_sheet;
pub mod quote_card;
pub mod quote_editor;
pub mod quote_handles;
pub mod quote_splitter;
pub mod reading;
pub mod reading_picker;
pub mod shortcuts;
pub mod side_panel;
pub mod speaker_list;
pub mod start;
pub mod suggestion_list;
pub mod tag_bar;
mod tag_set_editor;
pub mod tag_set_page;
mod tag_set_plan;
pub mod top_bar;
pub mod voices;
pub mod working;
pub mod worklist;
pub mod worklist_row;
pub mod worklist_tools;

use hearsay_annotate::QuoteBody;
use hearsay_text::{Article, Modality, QuoteKind, ReportKind, Span};

pub use agreement::Agreement;
pub use compare::Compare;
pub use drop_zone::DropZone;
pub use keys::Keys;
pub use notices::Notices;
pub use palette::Palette;
pub use print_sheet::PrintSheet;
pub use reading::Reading;
pub use reading_picker::ReadingPicker;
pub use shortcuts::Shortcuts;
pub use start::Start;
pub use tag_set_page::TagSetPage;
pub use top_bar::TopBar;
pub use working::Working;
pub use worklist::WorklistPage;

use crate::state::in_percent;
use crate::t;

/// A kind of quote, as shown.
fn kind_label(kind: QuoteKind) -> String {
    match kind {
        QuoteKind::Direct => t!("review-kind-direct"),
        QuoteKind::Indirect => t!("review-kind-indirect"),
        QuoteKind::Mixed => t!("review-kind-mixed"),
    }
}

/// What a quote is, as shown: how it quotes; what it reports, unless that is speech; whether it was said.
fn quote_label(kind: QuoteKind, reports: ReportKind, modality: Modality) -> String {
    let reported = match reports {
        ReportKind::Speech => None,
        ReportKind::Writing => Some(t!("quote-writing")),
        ReportKind::Thought => Some(t!("quote-thought")),
        ReportKind::Stance => Some(t!("quote-stance")),
        ReportKind::Evidence => Some(t!("quote-evidence")),
    };
    let said = match modality {
        Modality::Actual => None,
        Modality::Negated if reports.is_said() => Some(t!("quote-not-said")),
        Modality::Negated => Some(t!("quote-denied")),
        Modality::Hypothetical => Some(t!("quote-hypothetical")),
    };
    let parts = [Some(kind_label(kind)), reported, said];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// On what a speaker's resolution rests, in words; nothing when the quote has no speaker.
fn evidence_label(article: &Article, quote: &QuoteBody) -> Option<String> {
    let (speaker, evidence) = (quote.speaker.as_deref()?, quote.evidence.as_deref()?);
    let mention = words_of(article, &quote.source);
    let how = match evidence {
        "named" => t!("evidence-named"),
        "signature" => t!("evidence-signature"),
        "continuation" => t!("evidence-continuation"),
        "mention-only" => t!("evidence-mention-only"),
        "part-of-name" | "initials" | "acronym" => {
            t!("evidence-short", mention = mention, speaker = speaker)
        }
        "handle" => t!("evidence-handle", mention = mention, speaker = speaker),
        "pronoun" | "role" | "kind-of-body" | "group" => {
            t!("evidence-stands-for", mention = mention, speaker = speaker)
        }
        "possessive" => t!("evidence-possessive", mention = mention, speaker = speaker),
        // The engine's own word, when it is one we don't know.
        other => other.replace('-', " "),
    };
    Some(how)
}

/// Words of the article, pieces joined by ` … `.
fn words_of(article: &Article, spans: &[Span]) -> String {
    let pieces: Vec<_> = spans.iter().map(|span| article.slice(*span)).collect();
    pieces.join(" … ")
}

/// A probability as whole percent.
fn percent(probability: f32) -> String {
    [&in_percent(probability).to_string(), "%"].concat()
}
