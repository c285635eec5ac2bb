//! The labels a token can have, and the spans that a run of labels describes.
//!
//! Owns the label scheme (BIO over three roles). How labels are chosen is in `crf.rs`.

/// Part of a quote that a span of tokens plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The words attributed to someone.
    Content,
    /// The mention of who said them.
    Source,
    /// The words that attribute: *said*, *according to*.
    Cue,
}

/// Label of one token: outside, or first (`B-`) or later (`I-`) token of a span of some role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
pub enum Label {
    /// In no span.
    #[default]
    Outside = 0,
    /// First token of a content.
    BeginContent = 1,
    /// Later token of a content.
    InsideContent = 2,
    /// First token of a source.
    BeginSource = 3,
    /// Later token of a source.
    InsideSource = 4,
    /// First token of a cue.
    BeginCue = 5,
    /// Later token of a cue.
    InsideCue = 6,
}

/// Number of labels.
pub const N_LABELS: usize = 7;

/// Every label, in the order of the model's output.
pub const LABELS: [Label; N_LABELS] = [
    Label::Outside,
    Label::BeginContent,
    Label::InsideContent,
    Label::BeginSource,
    Label::InsideSource,
    Label::BeginCue,
    Label::InsideCue,
];

impl Label {
    /// The role this label belongs to, or `None` outside.
    pub fn role(self) -> Option<Role> {
        match self {
            Label::Outside => None,
            Label::BeginContent | Label::InsideContent => Some(Role::Content),
            Label::BeginSource | Label::InsideSource => Some(Role::Source),
            Label::BeginCue | Label::InsideCue => Some(Role::Cue),
        }
    }

    /// Whether this label begins a span.
    pub fn begins(self) -> bool {
        matches!(
            self,
            Label::BeginContent | Label::BeginSource | Label::BeginCue
        )
    }

    /// Position among [`LABELS`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether `next` may follow this label: an inside label continues a span of its own role only.
    pub fn allows(self, next: Label) -> bool {
        next == Label::Outside || next.begins() || self.role() == next.role()
    }
}

/// A run of tokens with one role. Token numbers count from the start of the encoded chunk; `last` is inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoleSpan {
    /// What the span is.
    pub role: Role,
    /// Its first token.
    pub first: usize,
    /// Its last token, inclusive.
    pub last: usize,
}

/// The spans that labels describe, in order. An inside label that continues nothing (the decoder never makes one) is skipped.
///
/// ```
/// use hearsay_model::{Label, Role, RoleSpan, role_spans};
/// let labels = [Label::BeginSource, Label::BeginCue, Label::BeginContent, Label::InsideContent];
/// let spans = role_spans(&labels);
/// assert_eq!(spans.len(), 3);
/// assert_eq!(spans[2], RoleSpan { role: Role::Content, first: 2, last: 3 });
/// ```
pub fn role_spans(labels: &[Label]) -> Vec<RoleSpan> {
    let mut spans: Vec<RoleSpan> = Vec::new();
    for (token, label) in labels.iter().enumerate() {
        let Some(role) = label.role() else { continue };
        if label.begins() {
            spans.push(RoleSpan {
                role,
                first: token,
                last: token,
            });
        } else if let Some(open) = spans.last_mut()
            && open.role == role
            && open.last + 1 == token
        {
            open.last = token;
        }
    }
    spans
}
