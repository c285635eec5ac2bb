//! Owns what becomes of annotations when the tag set that they refer to changes: [`Mapping`] and [`migrate`].

use crate::{
    Annotation, AnnotationSet, Applies, Body, Edit, Status, Tag, TagId, TagSet, Timestamp, Verdict,
    VerdictId, is_touched,
};

/// What becomes of the tags and verdicts of one set in another: for each of the old one, that of the new, or none.
///
/// What it does not name stays as it is, if the new set has it or the old one had it not; see [`Mapping::completed`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Tags, in the order of the old set.
    pub tags: Vec<(TagId, Option<TagId>)>,
    /// Verdicts, in the order of the old scale.
    pub verdicts: Vec<(VerdictId, Option<VerdictId>)>,
}

/// What a migration would do, and the edits that do it.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// The edits, to be made as one step; their inverses lead back to the very annotations and the set of before.
    pub edits: Vec<Edit>,
    /// For each tag of the old set, in its order.
    pub tags: Vec<Becomes<TagId>>,
    /// For each verdict of the old set, in its order.
    pub verdicts: Vec<Becomes<VerdictId>>,
    /// Annotations that change.
    pub n_changed: usize,
    /// Claims and quotes of a person's that had tags and have none afterwards.
    pub n_bare: usize,
}

/// What becomes of one tag or verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Becomes<Id> {
    /// Which.
    pub from: Id,
    /// What it becomes; `None` when it is dropped.
    pub to: Option<Id>,
    /// Claims that have it, without those that are only suggested or were dismissed.
    pub n_claims: usize,
    /// Quotes that have it, without those rejected.
    pub n_quotes: usize,
    /// Claims that have it and are only suggested.
    pub n_suggested: usize,
    /// Of the claims and quotes counted, how many lose it without getting another for it.
    pub n_lost: usize,
}

impl Mapping {
    /// The likeliest mapping: each tag and verdict becomes what has its id, else what has its label, else nothing.
    #[must_use]
    pub fn guess(old: &TagSet, new: &TagSet) -> Self {
        Self::default().completed(old, new)
    }

    /// The same mapping with a guess for whatever of `old` it does not name.
    #[must_use]
    pub fn completed(mut self, old: &TagSet, new: &TagSet) -> Self {
        for tag in &old.tags {
            if !self.tags.iter().any(|(from, _)| *from == tag.id) {
                let to = likeliest_tag(tag, new);
                self.tags.push((tag.id.clone(), to));
            }
        }
        for verdict in &old.verdicts {
            if !self.verdicts.iter().any(|(from, _)| *from == verdict.id) {
                let to = likeliest_verdict(verdict, new);
                self.verdicts.push((verdict.id.clone(), to));
            }
        }
        self
    }

    /// What becomes of a tag: `Some(None)` when it is dropped, `None` when nothing is said of it.
    #[must_use]
    pub fn tag(&self, id: &TagId) -> Option<Option<&TagId>> {
        let row = self.tags.iter().find(|(from, _)| from == id)?;
        Some(row.1.as_ref())
    }

    /// What becomes of a verdict, as [`Mapping::tag`].
    #[must_use]
    pub fn verdict(&self, id: &VerdictId) -> Option<Option<&VerdictId>> {
        let row = self.verdicts.iter().find(|(from, _)| from == id)?;
        Some(row.1.as_ref())
    }
}

fn likeliest_tag(tag: &Tag, new: &TagSet) -> Option<TagId> {
    let same_id = new.get(&tag.id);
    let same = same_id.or_else(|| new.tags.iter().find(|one| alike(&one.label, &tag.label)));
    same.map(|tag| tag.id.clone())
}

fn likeliest_verdict(verdict: &Verdict, new: &TagSet) -> Option<VerdictId> {
    let mut scale = new.verdicts.iter();
    let same_id = new.verdict(&verdict.id);
    let same = same_id.or_else(|| scale.find(|one| alike(&one.label, &verdict.label)));
    same.map(|verdict| verdict.id.clone())
}

/// Whether two labels are the same but for case and space around.
fn alike(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Plans the change of a set of annotations from its tag set to `new`.
///
/// Every annotation is seen to, whatever its status; suggestions of the engine stay suggestions. Two tags that become one
/// leave one. A tag that becomes one which quotes, or claims, cannot have is dropped there. Tags that neither set knows are
/// kept. What a person made is marked as changed `now`.
#[must_use]
pub fn migrate(set: &AnnotationSet, new: &TagSet, mapping: &Mapping, now: Timestamp) -> Migration {
    let old = set.tag_set();
    let mapping = mapping.clone().completed(old, new);
    let mut migration = Migration {
        edits: Vec::new(),
        tags: old
            .tags
            .iter()
            .map(|tag| becomes(&tag.id, mapping.tag(&tag.id).flatten()))
            .collect(),
        verdicts: old
            .verdicts
            .iter()
            .map(|verdict| becomes(&verdict.id, mapping.verdict(&verdict.id).flatten()))
            .collect(),
        n_changed: 0,
        n_bare: 0,
    };
    if old != new {
        migration.edits.push(Edit::SetTagSet(Box::new(new.clone())));
    }
    for annotation in set {
        let counts = Counts::of(annotation);
        let mut changed = annotation.clone();
        match &mut changed.body {
            Body::Quote(quote) => {
                let had = quote.tags.len();
                quote.tags = carried(
                    &quote.tags,
                    new,
                    &mapping,
                    Applies::to_quotes,
                    |tag, lost| {
                        counts.add(&mut migration.tags, tag, lost);
                    },
                );
                migration.n_bare += usize::from(counts.counts && had > 0 && quote.tags.is_empty());
            }
            Body::Claim(claim) => {
                let had = claim.tags.len();
                claim.tags = carried(
                    &claim.tags,
                    new,
                    &mapping,
                    Applies::to_claims,
                    |tag, lost| {
                        counts.add(&mut migration.tags, tag, lost);
                    },
                );
                migration.n_bare += usize::from(counts.counts && had > 0 && claim.tags.is_empty());
                if let Some(verdict) = claim.verdict.take() {
                    claim.verdict = match mapping.verdict(&verdict) {
                        Some(to) => to.cloned(),
                        None => Some(verdict.clone()),
                    };
                    let lost = claim.verdict.is_none();
                    counts.add(&mut migration.verdicts, &verdict, lost);
                }
            }
            Body::Note(_) => {}
        }
        if changed != *annotation {
            migration.n_changed += 1;
            if is_touched(&changed) {
                changed.modified = now;
            }
            migration.edits.push(Edit::Replace(changed));
        }
    }
    migration
}

/// Gives what the engine suggests the tags of `set`: those it has, by id or by the label in the built-in set that the engine
/// knows; the others are left out.
pub fn fit_suggestions(suggestions: &mut [Annotation], set: &TagSet) {
    let known = TagSet::fact_checking();
    if *set == known {
        return;
    }
    let mapping = Mapping::guess(&known, set);
    for suggestion in suggestions {
        if let Body::Claim(claim) = &mut suggestion.body {
            claim.tags = carried(&claim.tags, set, &mapping, Applies::to_claims, |_, _| {});
        }
    }
}

fn becomes<Id: Clone>(from: &Id, to: Option<&Id>) -> Becomes<Id> {
    Becomes {
        from: from.clone(),
        to: to.cloned(),
        n_claims: 0,
        n_quotes: 0,
        n_suggested: 0,
        n_lost: 0,
    }
}

/// The tags that `tags` become, each once, in order; `seen` hears of each of the old, and whether it is lost.
fn carried(
    tags: &[TagId],
    new: &TagSet,
    mapping: &Mapping,
    applies: fn(Applies) -> bool,
    mut seen: impl FnMut(&TagId, bool),
) -> Vec<TagId> {
    let mut carried: Vec<TagId> = Vec::with_capacity(tags.len());
    for tag in tags {
        let to = match mapping.tag(tag) {
            Some(to) => to.filter(|to| new.get(to).is_none_or(|tag| applies(tag.applies))),
            None => Some(tag),
        };
        seen(tag, to.is_none());
        if let Some(to) = to.filter(|to| !carried.contains(to)) {
            carried.push(to.clone());
        }
    }
    carried
}

/// As what an annotation counts.
struct Counts {
    is_quote: bool,
    is_suggested: bool,
    /// Whether a person stands behind it.
    counts: bool,
}

impl Counts {
    fn of(annotation: &Annotation) -> Self {
        let is_quote = matches!(annotation.body, Body::Quote(_));
        let is_suggested = !is_quote && !is_touched(annotation);
        Self {
            is_quote,
            is_suggested,
            counts: !is_suggested && annotation.status != Status::Rejected,
        }
    }

    fn add<Id: PartialEq>(&self, rows: &mut [Becomes<Id>], of: &Id, lost: bool) {
        let Some(row) = rows.iter_mut().find(|row| row.from == *of) else {
            return;
        };
        row.n_suggested += usize::from(self.is_suggested);
        row.n_quotes += usize::from(self.counts && self.is_quote);
        row.n_claims += usize::from(self.counts && !self.is_quote);
        row.n_lost += usize::from(self.counts && lost);
    }
}
