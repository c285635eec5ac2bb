//! Speakers: merging, renaming, splitting, describing.

use hearsay_annotate::{AnnotationId, Body, Edit, Origin, Profile, Timestamp};

use super::review::give_speaker;
use super::{AppState, Document, Editing};
use crate::t;

/// Speakers: merging, renaming, splitting, describing. Each is one step of the history.
#[derive(Clone, Debug, PartialEq)]
pub enum CastAction {
    /// Give all quotes of a speaker another name; that of a speaker there is makes one of the two.
    Rename {
        /// The name now; `None` for the quotes that nobody could be found for.
        from: Option<String>,
        /// The name then.
        to: String,
        /// When.
        now: Timestamp,
    },
    /// Make one speaker of several.
    Merge {
        /// Who turns out to be the same.
        speakers: Vec<String>,
        /// The name that all of them have from then on.
        into: String,
        /// When.
        now: Timestamp,
    },
    /// Give some quotes another speaker, or none.
    Move {
        /// Which quotes.
        quotes: Vec<AnnotationId>,
        /// Whose they are.
        to: Option<String>,
        /// When.
        now: Timestamp,
    },
    /// Write down what is known of a speaker.
    Describe {
        /// Who.
        speaker: String,
        /// What is known.
        profile: Profile,
        /// When.
        now: Timestamp,
    },
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_cast(&mut self, action: CastAction) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        match action {
            CastAction::Rename { from, to, now } => {
                let Some(to) = named(&to) else {
                    self.tell(t!("cast-name-missing"));
                    return;
                };
                let label = match &from {
                    Some(from) => t!("cast-did-rename", from = from, to = &to),
                    None => t!("cast-did-name", to = &to),
                };
                let edits = renamed(document, std::slice::from_ref(&from), &to, now);
                let renames = Some(Editing::Speaker(from)) == self.selection.editing;
                self.make_cast_step(&label, edits, renames.then_some(to), now);
            }
            CastAction::Merge {
                speakers,
                into,
                now,
            } => {
                let Some(into) = named(&into) else {
                    self.tell(t!("cast-name-missing"));
                    return;
                };
                let n = 1 + speakers.iter().filter(|name| **name != into).count();
                let label = t!("cast-did-merge", n = n, into = &into);
                let from: Vec<_> = speakers.into_iter().map(Some).collect();
                let edits = renamed(document, &from, &into, now);
                let edits_one = matches!(&self.selection.editing, Some(Editing::Speaker(one)) if from.contains(one));
                self.make_cast_step(&label, edits, edits_one.then_some(into), now);
            }
            CastAction::Move { quotes, to, now } => {
                let to = to.as_deref().map(str::trim).unwrap_or_default();
                let edits: Vec<_> = quotes
                    .iter()
                    .filter_map(|id| given(document, id, to, true, now))
                    .collect();
                let label = match to {
                    "" => t!("cast-did-move-to-nobody", n = edits.len()),
                    to => t!("cast-did-move", n = edits.len(), to = to),
                };
                self.make_step(&label, edits, now);
            }
            CastAction::Describe {
                speaker,
                profile,
                now,
            } => {
                let link = profile.link.trim();
                if !link.is_empty() && !is_web_link(link) {
                    self.tell(t!("cast-link-refused", link = link));
                    return;
                }
                let profile = Profile {
                    role: profile.role.trim().to_owned(),
                    organisation: profile.organisation.trim().to_owned(),
                    link: link.to_owned(),
                };
                let known = document.annotations.cast().get(&speaker);
                if known.cloned().unwrap_or_default() == profile {
                    return;
                }
                let label = t!("cast-did-describe", name = &speaker);
                let edit = Edit::Describe {
                    speaker,
                    profile: Some(profile),
                };
                // What was written down stands in its field: nothing to tell.
                self.edit(|document| document.edit(&label, Vec::from([edit]), now));
            }
        }
    }

    /// Makes a step after which the speaker that is edited may have another name.
    fn make_cast_step(
        &mut self,
        label: &str,
        edits: Vec<Edit>,
        edited: Option<String>,
        now: Timestamp,
    ) {
        if let (Some(name), false) = (edited, edits.is_empty()) {
            let mut selection = self.selection.as_ref_clone();
            selection.editing = Some(Editing::Speaker(Some(name)));
            self.selection.set(selection);
        }
        self.make_step(label, edits, now);
    }
}

/// A name without white space around it, if anything is left.
fn named(name: &str) -> Option<String> {
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether `link` may be opened: an address of the web.
#[must_use]
pub fn is_web_link(link: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        let start = link.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && link.len() > scheme.len()
    })
}

/// The edits that give all quotes of `from` the name `to`, and what is known of them too: what is known of `to` comes
/// first, the others fill its gaps in order.
fn renamed(document: &Document, from: &[Option<String>], to: &str, now: Timestamp) -> Vec<Edit> {
    let set = &document.annotations;
    let is_other = |speaker: &Option<String>| speaker.as_deref() != Some(to);
    let quotes = set
        .quotes()
        .filter(|(_, quote)| is_other(&quote.speaker) && from.contains(&quote.speaker));
    let mut edits: Vec<Edit> = quotes
        .filter_map(|(quote, _)| given(document, &quote.id, to, false, now))
        .collect();
    let cast = set.cast();
    let before = cast.get(to).cloned().unwrap_or_default();
    let mut profile = before.clone();
    for name in from.iter().filter(|name| is_other(name)).flatten() {
        let Some(known) = cast.get(name) else {
            continue;
        };
        for (part, other) in [
            (&mut profile.role, &known.role),
            (&mut profile.organisation, &known.organisation),
            (&mut profile.link, &known.link),
        ] {
            if part.is_empty() {
                part.clone_from(other);
            }
        }
        edits.push(Edit::Describe {
            speaker: name.clone(),
            profile: None,
        });
    }
    if profile != before {
        edits.push(Edit::Describe {
            speaker: to.to_owned(),
            profile: Some(profile),
        });
    }
    edits
}

/// The edit that gives a quote the speaker `to` (nobody, when that is empty). Whether it is accepted stays open: that a
/// name is wrong doesn't say that the words are right. `differs` tells that it is somebody else, and not only another name.
fn given(
    document: &Document,
    id: &AnnotationId,
    to: &str,
    differs: bool,
    now: Timestamp,
) -> Option<Edit> {
    let old = document.annotations.get(id)?;
    let mut new = old.clone();
    if let Body::Quote(quote) = &mut new.body {
        let to = Some(to.to_owned());
        if differs || quote.speaker.is_none() {
            give_speaker(quote, to);
        } else {
            quote.speaker = to;
        }
    }
    if new == *old {
        return None;
    }
    new.origin = Origin::Person;
    new.modified = now;
    Some(Edit::Replace(new))
}
