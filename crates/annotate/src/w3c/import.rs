//! Owns the import of Web Annotation JSON-LD: ours, and plain ones of others.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hearsay_text::{Article, Modality, OffsetMap, QuoteKind, ReportKind, Span};

use super::read::{ImportError, Node, parse};
use crate::{
    Annotation, AnnotationId, AnnotationSet, ArticleKey, Body, ClaimBody, Edit, Evidence, Origin,
    Progress, QuoteBody, Selectors, Status, TagId, TagSet, TextPositionSelector, TextQuoteSelector,
    Timestamp, VerdictId, time,
};

/// What an import would do, for a person to look at before it is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// Annotations whose id the set does not have.
    pub added: Vec<Annotation>,
    /// Annotations whose id the set has, with something else in them: as they would become.
    pub changed: Vec<Annotation>,
    /// Ids of annotations that the set has exactly so.
    pub unchanged: Vec<AnnotationId>,
    /// What points at words that are not in the article.
    pub orphans: Vec<Orphan>,
    /// The first person that the file names as having made an annotation, or the whole of it.
    pub creator: Option<String>,
}

/// Something in an imported file that points at words which the article does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Of the annotation.
    pub id: AnnotationId,
    /// Which part of it.
    pub part: Part,
    /// The words, as far as the file gives them.
    pub words: String,
}

/// Part of an annotation that can lose its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is annotated; without all of it the annotation is not imported.
    Target,
    /// The cue of a quote; the quote is imported without it.
    Cue,
    /// The source of a quote; the quote is imported without it.
    Source,
    /// The words that a speaker was told by; the quote is imported without them.
    Evidence,
}

impl ImportPlan {
    /// The edits that carry the plan out, as one step of a [`crate::History`].
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let added = self.added.iter().cloned().map(Edit::Add);
        added
            .chain(self.changed.iter().cloned().map(Edit::Replace))
            .collect()
    }
}

/// Reads `json` as annotations of `article` and plans what they would change in `annotations`.
///
/// The file may hold one annotation, an array of them, a page, or a collection whose pages are embedded. A body of
/// another tool becomes a claim when it tags, else a note; its annotations are a person's, and accepted. Selectors other
/// than those of words and positions are passed over when one of these is there. A tag is matched with those of the tag set
/// by name or label and kept as it is when it matches none.
///
/// # Errors
///
/// [`ImportError`] says where the file is at fault; nothing of it is then imported.
pub fn import(
    json: &str,
    article: &Article,
    annotations: &AnnotationSet,
) -> Result<ImportPlan, ImportError> {
    let value = parse(json)?;
    let mut reader = Reader {
        text: &article.text,
        map: OffsetMap::new(&article.text),
        key: ArticleKey::of_text(&article.text),
        tags: annotations.tag_set(),
        read: BTreeMap::new(),
        orphans: Vec::new(),
        creator: None,
    };
    reader.any(&Node::root(&value))?;
    let mut plan = ImportPlan {
        orphans: reader.orphans,
        creator: reader.creator,
        ..ImportPlan::default()
    };
    for annotation in reader.read.into_values().flatten() {
        match annotations.get(&annotation.id) {
            None => plan.added.push(annotation),
            Some(same) if *same == annotation => plan.unchanged.push(annotation.id),
            Some(_) => plan.changed.push(annotation),
        }
    }
    Ok(plan)
}

struct Reader<'a> {
    text: &'a str,
    map: OffsetMap,
    key: ArticleKey,
    tags: &'a TagSet,
    /// By id; `None` for orphans.
    read: BTreeMap<AnnotationId, Option<Annotation>>,
    orphans: Vec<Orphan>,
    creator: Option<String>,
}

impl Reader<'_> {
    /// An annotation, a page, a collection, or an array of these.
    fn any(&mut self, node: &Node<'_>) -> Result<(), ImportError> {
        if node.is_array() {
            return node.each().try_for_each(|one| self.any(&one));
        }
        node.object()?;
        if self.creator.is_none() {
            self.creator = creator(node);
        }
        let mut holds_others = false;
        for key in ["first", "items", "next"] {
            let Some(inside) = node.get(key) else {
                continue;
            };
            if inside.as_str().is_some() {
                return Err(inside.fault(
                    "the annotations are at another address; only a file that holds them all can be imported",
                ));
            }
            self.any(&inside)?;
            holds_others = true;
        }
        if holds_others {
            return Ok(());
        }
        if node.has_type("AnnotationCollection") || node.has_type("AnnotationPage") {
            // An empty one has nothing to hold.
            return Ok(());
        }
        if !node.has_type("Annotation") && node.get("target").is_none() {
            return Err(node.fault(
                "no annotation: expected an Annotation, AnnotationPage or AnnotationCollection of the W3C Web Annotation Data Model",
            ));
        }
        self.annotation(node)
    }

    fn annotation(&mut self, node: &Node<'_>) -> Result<(), ImportError> {
        let id = match node.string_at("id")? {
            Some(id) => AnnotationId(id.to_owned()),
            // The same annotation has the same id when it is imported again.
            None => self.key.named(&node.to_json()),
        };
        let target = node
            .get("target")
            .ok_or_else(|| node.fault("the annotation has no target"))?;
        let target = self.spans(&target, &id, Part::Target)?;
        let annotation = Annotation {
            body: self.body(node, &id)?,
            origin: named(node, "hearsay:origin", &Origin::ALL, Origin::name)?
                .unwrap_or(Origin::Person),
            status: named(node, "hearsay:status", &Status::ALL, Status::name)?
                .unwrap_or(Status::Accepted),
            created: timestamp(node, "created")?,
            modified: timestamp(node, "modified")?,
            target: target.unwrap_or_default(),
            id: id.clone(),
        };
        let annotation = Some(annotation).filter(|annotation| !annotation.target.is_empty());
        match self.read.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(annotation);
                Ok(())
            }
            Entry::Occupied(entry) if *entry.get() == annotation => Ok(()),
            Entry::Occupied(entry) => Err(node.fault(format!(
                "another annotation in the file has the id {} and differs from this one",
                entry.key().0
            ))),
        }
    }

    fn body(&mut self, node: &Node<'_>, id: &AnnotationId) -> Result<Body, ImportError> {
        if let Some(quote) = node.get("hearsay:quote") {
            let mut body = self.quote(&quote, id)?;
            if let Body::Quote(quote) = &mut body {
                quote.tags = own_tags(node)?;
            }
            return Ok(body);
        }
        let (mut tags, mut notes) = (Vec::new(), Vec::new());
        if let Some(value) = node.string_at("bodyValue")? {
            notes.push(value.to_owned());
        }
        let tagging = |purpose: &Node<'_>| {
            purpose
                .each()
                .any(|one| matches!(one.as_str(), Some("tagging" | "classifying")))
        };
        let motivated = node
            .get("motivation")
            .is_some_and(|purpose| tagging(&purpose));
        if let Some(bodies) = node.get("body") {
            for body in bodies.each() {
                // A bare string is the address of a body.
                let value = match body.as_str() {
                    Some(address) => Some(address),
                    None => {
                        body.object()?;
                        let value = body.string_at("value")?;
                        value
                            .or(body.string_at("id")?)
                            .or(body.string_at("source")?)
                    }
                };
                let value = value
                    .ok_or_else(|| body.fault("the body has neither a value nor an address"))?;
                let tags_it = body
                    .get("purpose")
                    .map_or(motivated, |purpose| tagging(&purpose));
                if tags_it { &mut tags } else { &mut notes }.push(value.to_owned());
            }
        }
        // Ours come first, in the order of their labels among the bodies.
        let mut all = own_tags(node)?;
        for value in tags.iter().skip(all.len()) {
            let tag = self.tag(value);
            if !all.contains(&tag) {
                all.push(tag);
            }
        }
        let note = notes.join("\n\n");
        let check = node.get("hearsay:claim");
        if all.is_empty() && check.is_none() {
            return Ok(Body::Note(note));
        }
        let mut claim = ClaimBody {
            tags: all,
            note,
            check_worthiness: probability(node, "hearsay:checkWorthiness")?,
            ..ClaimBody::default()
        };
        if let Some(check) = check {
            read_check(&check, &mut claim)?;
        }
        Ok(Body::Claim(claim))
    }

    fn tag(&self, value: &str) -> TagId {
        let known = self.tags.tags.iter().find(|tag| {
            tag.id.0.eq_ignore_ascii_case(value) || tag.label.eq_ignore_ascii_case(value)
        });
        known.map_or_else(|| TagId(value.to_owned()), |tag| tag.id.clone())
    }

    fn quote(&mut self, node: &Node<'_>, id: &AnnotationId) -> Result<Body, ImportError> {
        node.object()?;
        let kind = named(node, "hearsay:kind", &QuoteKind::ALL, QuoteKind::name)?
            .ok_or_else(|| node.fault("the quote has no hearsay:kind"))?;
        let mut part = |key, part| match node.get(key) {
            Some(places) => Ok(self.spans(&places, id, part)?.unwrap_or_default()),
            None => Ok(Vec::new()),
        };
        let owned = |value: Option<&str>| value.map(str::to_owned);
        Ok(Body::Quote(QuoteBody {
            kind,
            reports: named(node, "hearsay:reports", &ReportKind::ALL, ReportKind::name)?
                .unwrap_or_default(),
            modality: named(node, "hearsay:modality", &Modality::ALL, Modality::name)?
                .unwrap_or_default(),
            cue: part("hearsay:cue", Part::Cue)?,
            source: part("hearsay:source", Part::Source)?,
            speaker: owned(node.string_at("hearsay:speaker")?),
            evidence: owned(node.string_at("hearsay:evidence")?),
            evidence_at: part("hearsay:evidenceAt", Part::Evidence)?,
            tags: Vec::new(),
            confidence: probability(node, "hearsay:confidence")?,
        }))
    }

    /// The words that `places` (one specific resource or several) point at, in order; `None`, and an orphan noted, when
    /// the article does not have all of them.
    fn spans(
        &mut self,
        places: &Node<'_>,
        id: &AnnotationId,
        part: Part,
    ) -> Result<Option<Vec<Span>>, ImportError> {
        let (mut spans, mut words) = (Vec::new(), Vec::new());
        let mut all_found = true;
        for place in places.each() {
            let selectors = selectors(&place)?;
            match selectors.anchor(self.text, &self.map) {
                Some(span) => {
                    spans.push(span);
                    words.push(span.slice(self.text).to_owned());
                }
                None => {
                    all_found = false;
                    words.extend(selectors.quote.map(|quote| quote.exact));
                }
            }
        }
        if !all_found {
            self.orphans.push(Orphan {
                id: id.clone(),
                part,
                words: words.join(" … "),
            });
            return Ok(None);
        }
        Ok(Some(disjoint(spans)))
    }
}

/// The person that `node` names as its maker: an agent's name, else its address. No program is one (Web Annotation Data Model,
/// section 3.3.1).
fn creator(node: &Node<'_>) -> Option<String> {
    let agents = node.get("creator")?;
    let person = agents.each().find(|agent| !agent.has_type("Software"))?;
    let name = match person.as_str() {
        Some(address) => address,
        None => {
            let part = |key: &str| person.string_at(key).ok().flatten();
            part("name").or(part("nickname")).or(part("id"))?
        }
    };
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The tags that an annotation of ours names.
fn own_tags(node: &Node<'_>) -> Result<Vec<TagId>, ImportError> {
    let Some(named) = node.get("hearsay:tag") else {
        return Ok(Vec::new());
    };
    let tags = named.each().map(|tag| Ok(TagId(tag.string()?.to_owned())));
    tags.collect()
}

/// How far a check has come and what it came to.
fn read_check(node: &Node<'_>, claim: &mut ClaimBody) -> Result<(), ImportError> {
    node.object()?;
    let text = |node: &Node<'_>, key: &str| -> Result<String, ImportError> {
        Ok(node.string_at(key)?.unwrap_or_default().to_owned())
    };
    claim.progress =
        named(node, "hearsay:progress", &Progress::ALL, Progress::name)?.unwrap_or_default();
    claim.verdict = node
        .string_at("hearsay:verdict")?
        .map(|verdict| VerdictId(verdict.to_owned()));
    claim.reasoning = text(node, "hearsay:reasoning")?;
    claim.assignee = text(node, "hearsay:assignee")?;
    if let Some(evidence) = node.get("hearsay:evidence") {
        for one in evidence.each() {
            one.object()?;
            claim.evidence.push(Evidence {
                link: text(&one, "hearsay:link")?,
                title: text(&one, "hearsay:title")?,
                excerpt: text(&one, "hearsay:excerpt")?,
                seen: text(&one, "hearsay:seen")?,
            });
        }
    }
    Ok(())
}

/// `spans` in order, those that overlap as one: in a changed article two may have found the same words.
fn disjoint(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// The selectors of a specific resource.
fn selectors(place: &Node<'_>) -> Result<Selectors, ImportError> {
    const MISSING: &str =
        "no words are selected: expected a TextQuoteSelector or a TextPositionSelector";
    if place.as_str().is_some() {
        return Err(place.fault(MISSING));
    }
    place.object()?;
    let all = place.get("selector").ok_or_else(|| place.fault(MISSING))?;
    let mut found = Selectors::default();
    for selector in all.each() {
        if selector.has_type("TextQuoteSelector") {
            let exact = selector.get("exact");
            let exact = exact.ok_or_else(|| selector.fault("the selector has no exact words"))?;
            found.quote.get_or_insert(TextQuoteSelector {
                exact: exact.string()?.to_owned(),
                prefix: selector.string_at("prefix")?.unwrap_or_default().to_owned(),
                suffix: selector.string_at("suffix")?.unwrap_or_default().to_owned(),
            });
        } else if selector.has_type("TextPositionSelector") {
            let at = |key: &'static str| {
                let at = selector.get(key);
                at.ok_or_else(|| selector.fault(format!("the selector has no {key}")))?
                    .position()
            };
            let (start, end) = (at("start")?, at("end")?);
            found
                .position
                .get_or_insert(TextPositionSelector { start, end });
        }
    }
    if found == Selectors::default() {
        return Err(all.fault(MISSING));
    }
    Ok(found)
}

/// The number under `key`, written from this type, so it fits.
fn probability(node: &Node<'_>, key: &str) -> Result<Option<f32>, ImportError> {
    let number = node.get(key).map(|number| number.number()).transpose()?;
    Ok(number.map(|number| number as f32))
}

/// The one of `all` whose name stands under `key`; `None` when nothing does.
fn named<T: Copy>(
    node: &Node<'_>,
    key: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<Option<T>, ImportError> {
    let Some(value) = node.get(key) else {
        return Ok(None);
    };
    let said = value.string()?;
    let found = all.iter().copied().find(|one| name(*one) == said);
    found.map(Some).ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|one| name(*one)).collect();
        value.fault(format!("“{said}” is none of {}", names.join(", ")))
    })
}

fn timestamp(node: &Node<'_>, key: &str) -> Result<Timestamp, ImportError> {
    let Some(value) = node.get(key) else {
        return Ok(Timestamp(0));
    };
    let said = value.string()?;
    time::parse(said).ok_or_else(|| {
        value.fault(format!(
            "“{said}” is no time since 1970 as ISO 8601 writes it (2026-01-31T12:00:00Z)"
        ))
    })
}
