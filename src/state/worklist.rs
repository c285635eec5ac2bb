//! Owns [`Worklist`]: the claims of all articles, to be worked through; which of them are shown, and in what order.

use std::rc::Rc;

use hearsay_annotate::{AnnotationId, Progress, TagId, TagSet, Timestamp, VerdictId};

use super::library::{last, ordered};
use super::listing::words;
use super::shown::stands;
use super::{AppState, ArticleId, Document, Loadable, fold};

/// Between the rows of a line, and between the fields of a row. No words of an article hold them.
const ROW: char = '\u{1}';
const FIELD: char = '\u{2}';

/// The claims of all articles, as they are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worklist {
    /// Whether somebody asked for them.
    pub asked: bool,
    /// The articles that have claims.
    pub articles: Loadable<Rc<Vec<Rc<WorkArticle>>>>,
    /// Which claims are shown, and in what order.
    pub wanted: WantedClaims,
}

/// An article, as far as its claims are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkArticle {
    /// Which.
    pub id: ArticleId,
    /// Its title, or its first words.
    pub title: String,
    /// The scale of its tag set.
    pub scale: Vec<Label>,
    /// Its claims, by place.
    pub claims: Vec<WorkClaim>,
}

/// A claim, as the worklist shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkClaim {
    /// Which.
    pub id: AnnotationId,
    /// Its words.
    pub words: String,
    /// First byte of its words in the article.
    pub start: u32,
    /// Who says it, where it sits in a quote.
    pub speaker: Option<String>,
    /// Its tags.
    pub tags: Vec<Label>,
    /// What the check came to.
    pub verdict: Option<Label>,
    /// How far the check has come.
    pub progress: Progress,
    /// Who checks it; empty for nobody.
    pub assignee: String,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// A tag or a verdict, as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub label: String,
    /// Place in the palette, if the tag set has it.
    pub color: Option<u8>,
}

impl Label {
    /// A tag of `set`.
    #[must_use]
    pub fn of_tag(set: &TagSet, id: &TagId) -> Self {
        Self {
            id: id.0.clone(),
            label: set.label(id).to_owned(),
            color: set.get(id).map(|tag| tag.color),
        }
    }

    /// A verdict of `set`.
    #[must_use]
    pub fn of_verdict(set: &TagSet, id: &VerdictId) -> Self {
        Self {
            id: id.0.clone(),
            label: set.verdict_label(id).to_owned(),
            color: set.verdict(id).map(|verdict| verdict.color),
        }
    }
}

/// How the claims are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrange {
    /// By how far the check has come.
    #[default]
    Progress,
    /// By article, in the order of its words.
    Article,
    /// By who checks them.
    Assignee,
    /// Not at all: the one changed last first.
    Changed,
}

impl Arrange {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Progress, Self::Article, Self::Assignee, Self::Changed];

    /// Name in lists of choices.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Article => "article",
            Self::Assignee => "assignee",
            Self::Changed => "changed",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Which claims are wanted, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedClaims {
    /// Words that must occur in the claim, its article, its speaker, its tags or its assignee.
    pub query: String,
    /// How they are put together.
    pub arrange: Arrange,
    /// Only those that have come so far.
    pub progress: Option<Progress>,
    /// Only those with this verdict, as shown; the empty one stands for none yet.
    pub verdict: Option<String>,
    /// Only those with this tag, as shown.
    pub tag: Option<String>,
    /// Only those that this person checks; the empty name stands for nobody.
    pub assignee: Option<String>,
}

impl WantedClaims {
    /// Whether some are hidden by choice.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        let all = Self {
            arrange: self.arrange,
            ..Self::default()
        };
        *self != all
    }

    /// Whether `claim` is wanted, however far it has come.
    fn allows(&self, article: &WorkArticle, claim: &WorkClaim, words: &[String]) -> bool {
        let verdict = claim.verdict.as_ref().map_or("", |one| &one.label);
        let is = |wanted: &Option<String>, has: &str| {
            wanted.as_deref().is_none_or(|wanted| wanted == has)
        };
        let has_tag = |wanted: &String| claim.tags.iter().any(|tag| tag.label == *wanted);
        is(&self.verdict, verdict)
            && is(&self.assignee, &claim.assignee)
            && self.tag.as_ref().is_none_or(has_tag)
            && (words.is_empty() || {
                let speaker = claim.speaker.as_deref().unwrap_or_default();
                let mut searched = [&claim.words, &article.title, speaker, &claim.assignee]
                    .map(fold)
                    .join("\n");
                for tag in &claim.tags {
                    searched.push('\n');
                    searched.push_str(&fold(&tag.label));
                }
                words.iter().all(|word| searched.contains(word))
            })
    }
}

/// The claims that are wanted, in groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListedClaims {
    /// In order.
    pub groups: Vec<WorkGroup>,
    /// How many claims are in them.
    pub n_found: usize,
    /// How many claims there are.
    pub n_all: usize,
    /// How many would be found that have come so far, in the order of [`Progress::ALL`].
    pub n_by_progress: [usize; 3],
}

/// Claims that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkGroup {
    /// What they have in common.
    pub heading: WorkHeading,
    /// The claims: the article, and the place of the claim in it.
    pub rows: Vec<(Rc<WorkArticle>, usize)>,
}

/// What claims of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkHeading {
    /// How far they have come.
    Progress(Progress),
    /// The article, by id and title.
    Article(ArticleId, String),
    /// Who checks them; empty for nobody.
    Assignee(String),
    /// Nothing.
    Nothing,
}

/// The claims of all articles, to be worked through.
#[derive(Clone, Debug, PartialEq)]
pub enum WorklistAction {
    /// They were asked of storage.
    Asked,
    /// They are there.
    Loaded(Vec<Rc<WorkArticle>>),
    /// They cannot be had; why, and what to do.
    Failed(String),
    /// The claims of one article are these now.
    Put(Rc<WorkArticle>),
    /// Others are wanted, or in another order.
    Want(WantedClaims),
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_worklist(&mut self, action: WorklistAction) {
        let list = self.worklist.make_mut();
        match action {
            WorklistAction::Asked => list.asked = true,
            WorklistAction::Loaded(articles) => list.articles = Loadable::Ready(articles.into()),
            WorklistAction::Failed(message) => list.articles = Loadable::Failed(message),
            WorklistAction::Put(article) => list.put(article),
            WorklistAction::Want(wanted) => list.wanted = wanted,
        }
    }
}

impl Worklist {
    /// Claims of an article that is gone are no longer listed.
    pub(super) fn remove(&mut self, id: &ArticleId) {
        if let Loadable::Ready(articles) = &mut self.articles {
            Rc::make_mut(articles).retain(|article| article.id != *id);
        }
    }

    fn put(&mut self, article: Rc<WorkArticle>) {
        // Before anybody asks, it is fetched with the rest.
        let Loadable::Ready(articles) = &mut self.articles else {
            return;
        };
        let known = articles.iter().position(|known| known.id == article.id);
        match known {
            Some(nth) if articles[nth] == article => {}
            Some(nth) => Rc::make_mut(articles)[nth] = article,
            None => Rc::make_mut(articles).push(article),
        }
    }

    fn articles(&self) -> &[Rc<WorkArticle>] {
        match &self.articles {
            Loadable::Ready(articles) => articles,
            Loadable::Loading | Loadable::Failed(_) => &[],
        }
    }

    fn claims(&self) -> impl Iterator<Item = &WorkClaim> {
        self.articles().iter().flat_map(|article| &article.claims)
    }

    /// Who checks claims, by claim; empty for nobody.
    pub fn assignees(&self) -> impl Iterator<Item = &str> {
        self.claims().map(|claim| claim.assignee.as_str())
    }

    /// The verdicts given, the tags and the assignees that there are, each once, as shown.
    #[must_use]
    pub fn kinds(&self) -> [Vec<String>; 3] {
        let mut kinds: [Vec<String>; 3] = Default::default();
        let add = |list: &mut Vec<String>, label: &str| {
            if !label.is_empty() && !list.iter().any(|known| known == label) {
                list.push(label.to_owned());
            }
        };
        let [verdicts, tags, assignees] = &mut kinds;
        for article in self.articles() {
            for verdict in &article.scale {
                add(verdicts, &verdict.label);
            }
            for claim in &article.claims {
                if let Some(verdict) = &claim.verdict {
                    add(verdicts, &verdict.label);
                }
                for tag in &claim.tags {
                    add(tags, &tag.label);
                }
                add(assignees, &claim.assignee);
            }
        }
        kinds
    }

    /// The claims that are wanted, in the order wanted.
    #[must_use]
    pub fn listed(&self) -> ListedClaims {
        let mut listed = ListedClaims::default();
        let wanted = &self.wanted;
        let words: Vec<String> = wanted.query.split_whitespace().map(fold).collect();
        let mut found: Vec<(&Rc<WorkArticle>, usize)> = Vec::new();
        for article in self.articles() {
            listed.n_all += article.claims.len();
            for (nth, claim) in article.claims.iter().enumerate() {
                if wanted.allows(article, claim, &words) {
                    listed.n_by_progress[claim.progress as usize] += 1;
                    if wanted.progress.is_none_or(|one| one == claim.progress) {
                        found.push((article, nth));
                    }
                }
            }
        }
        listed.n_found = found.len();
        // The one changed last first; in an article by place, the article changed last first.
        let newest = |article: &WorkArticle| {
            let times = article.claims.iter().map(|claim| claim.modified);
            last(times.max().unwrap_or_default())
        };
        let keys = found.iter().map(|(article, nth)| match wanted.arrange {
            Arrange::Article => (newest(article), article.id.0.clone()),
            _ => (last(article.claims[*nth].modified), String::new()),
        });
        let by_time = ordered(&found, keys.collect());
        let keys = by_time.iter().map(|(article, nth)| {
            let claim = &article.claims[*nth];
            match wanted.arrange {
                Arrange::Progress => (claim.progress as u64, String::new()),
                Arrange::Assignee => (u64::from(claim.assignee.is_empty()), fold(&claim.assignee)),
                Arrange::Article | Arrange::Changed => (0, String::new()),
            }
        });
        for (article, nth) in ordered(&by_time, keys.collect()).into_iter().copied() {
            let claim = &article.claims[*nth];
            let heading = match wanted.arrange {
                Arrange::Progress => WorkHeading::Progress(claim.progress),
                Arrange::Article => WorkHeading::Article(article.id.clone(), article.title.clone()),
                Arrange::Assignee => WorkHeading::Assignee(claim.assignee.clone()),
                Arrange::Changed => WorkHeading::Nothing,
            };
            let row = (Rc::clone(article), *nth);
            match listed.groups.last_mut() {
                Some(group) if group.heading == heading => group.rows.push(row),
                _ => listed.groups.push(WorkGroup {
                    heading,
                    rows: Vec::from([row]),
                }),
            }
        }
        listed
    }
}

impl WorkArticle {
    /// The claims of `document` that stand.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let set = document.tag_set();
        let annotations = &document.annotations;
        let claims = annotations.claims().filter(|(claim, _)| stands(claim));
        let claims = claims.map(|(annotation, claim)| WorkClaim {
            id: annotation.id.clone(),
            words: words(document, &annotation.target).unwrap_or_default(),
            start: annotation.target.first().map_or(0, |span| span.start),
            speaker: annotations.speaker_of(annotation).map(str::to_owned),
            tags: claim
                .tags
                .iter()
                .map(|tag| Label::of_tag(set, tag))
                .collect(),
            verdict: claim.verdict.as_ref().map(|id| Label::of_verdict(set, id)),
            progress: claim.progress,
            assignee: claim.assignee.clone(),
            modified: annotation.modified,
        });
        Self {
            id: document.id.clone(),
            title: document.title(),
            claims: claims.collect(),
            scale: set
                .verdicts
                .iter()
                .map(|verdict| Label::of_verdict(set, &verdict.id))
                .collect(),
        }
    }

    /// The article as one line of text, as it is stored.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut line = Line(String::from("1"));
        line.field(&self.title);
        for verdict in &self.scale {
            line.row("v");
            line.label(verdict);
        }
        for claim in &self.claims {
            line.row("c");
            line.field(&claim.id.0);
            line.field(&claim.words);
            line.field(&claim.start.to_string());
            line.field(claim.speaker.as_deref().unwrap_or_default());
            line.field(claim.progress.name());
            line.field(&claim.assignee);
            line.field(&claim.modified.0.to_string());
            if let Some(verdict) = &claim.verdict {
                line.row("g");
                line.label(verdict);
            }
            for tag in &claim.tags {
                line.row("t");
                line.label(tag);
            }
        }
        line.0
    }

    /// Reads [`WorkArticle::to_line`]; `None` for what another version of the program wrote.
    #[must_use]
    pub fn from_line(id: &str, line: &str) -> Option<Self> {
        let mut rows = line.split(ROW);
        let mut first = rows.next()?.split(FIELD);
        if first.next() != Some("1") {
            return None;
        }
        let mut article = Self {
            id: ArticleId(id.to_owned()),
            title: first.next()?.to_owned(),
            scale: Vec::new(),
            claims: Vec::new(),
        };
        for row in rows {
            let mut fields = row.split(FIELD);
            let kind = fields.next()?;
            let mut next = || fields.next().map(str::to_owned);
            if kind == "c" {
                article.claims.push(WorkClaim {
                    id: AnnotationId(next()?),
                    words: next()?,
                    start: next()?.parse().ok()?,
                    speaker: Some(next()?).filter(|name| !name.is_empty()),
                    progress: Progress::from_name(&next()?)?,
                    assignee: next()?,
                    modified: Timestamp(next()?.parse().ok()?),
                    tags: Vec::new(),
                    verdict: None,
                });
                continue;
            }
            let label = Label {
                id: next()?,
                label: next()?,
                color: next()?.parse().ok(),
            };
            match (kind, article.claims.last_mut()) {
                ("v", _) => article.scale.push(label),
                ("g", Some(claim)) => claim.verdict = Some(label),
                ("t", Some(claim)) => claim.tags.push(label),
                _ => return None,
            }
        }
        Some(article)
    }
}

/// A line that is being written.
struct Line(String);

impl Line {
    fn row(&mut self, kind: &str) {
        self.0.push(ROW);
        self.0.push_str(kind);
    }

    fn field(&mut self, words: &str) {
        self.0.push(FIELD);
        if words.contains([ROW, FIELD]) {
            self.0.push_str(&words.replace([ROW, FIELD], " "));
        } else {
            self.0.push_str(words);
        }
    }

    fn label(&mut self, label: &Label) {
        self.field(&label.id);
        self.field(&label.label);
        let color = label.color.map(|color| color.to_string());
        self.field(&color.unwrap_or_default());
    }
}
