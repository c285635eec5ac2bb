//! What the reader sees: one component a file, each with a style sheet of the same name where it needs one.
//!
//! Components draw state and dispatch actions; effects are asked of `services`, and nothing is decided here.

pub mod address_field;
pub mod article_head;
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
pub mod filters;
pub mod from_anywhere;
pub mod history;
pub mod icon;
pub mod keys;
pub mod library_entry;
pub mod library_list;
pub mod library_space;
pub mod library_tools;
pub mod notices;
pub mod open_panel;
pub mod palette;
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

/// A kind of quote, as shown.
const fn kind_label(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct",
        QuoteKind::Indirect => "Indirect",
        QuoteKind::Mixed => "Mixed",
    }
}

/// What a quote is, as shown: how it quotes; what it reports, unless that is speech; whether it was said.
fn quote_label(kind: QuoteKind, reports: ReportKind, modality: Modality) -> String {
    let reported = match reports {
        ReportKind::Speech => "",
        ReportKind::Writing => " · writing",
        ReportKind::Thought => " · thought",
        ReportKind::Stance => " · stance",
        ReportKind::Evidence => " · evidence",
    };
    let said = match modality {
        Modality::Actual => "",
        Modality::Negated if reports.is_said() => " · not said",
        Modality::Negated => " · denied",
        Modality::Hypothetical => " · hypothetical",
    };
    [kind_label(kind), reported, said].concat()
}

/// On what a speaker's resolution rests, in words; nothing when the quote has no speaker.
fn evidence_label(article: &Article, quote: &QuoteBody) -> Option<String> {
    let (speaker, evidence) = (quote.speaker.as_deref()?, quote.evidence.as_deref()?);
    let mention = words_of(article, &quote.source);
    let how = match evidence {
        "named" => return Some("named right there".to_owned()),
        "signature" => return Some("signed below the post".to_owned()),
        "continuation" => return Some("goes on from the quote before".to_owned()),
        "mention-only" => return Some("as the text has it; it tells no more".to_owned()),
        "part-of-name" | "initials" | "acronym" => "is short for",
        "handle" => "is the handle of",
        "pronoun" | "role" | "kind-of-body" | "group" => "stands for",
        "possessive" => "belongs to",
        // The engine's own word, when it is one we don't know.
        other => return Some(other.replace('-', " ")),
    };
    Some(["“", &mention, "” ", how, " ", speaker].concat())
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
