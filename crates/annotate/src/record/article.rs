//! Owns the stored shape of an article.

use hearsay_text::{
    Article, Block, BlockKind, Inline, InlineStyle, Landmark, Metadata, Place, Post, Provenance,
};
use serde::{Deserialize, Serialize};

use super::{RecordError, SpanRecord, record_of, span_in};

/// An [`Article`] as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// [`Metadata::title`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// [`Metadata::byline`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// [`Metadata::date`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// [`Metadata::modified`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// [`Metadata::site`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// [`Metadata::url`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// [`Metadata::language`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The canonical text.
    pub text: String,
    /// In reading order.
    pub blocks: Vec<BlockRecord>,
    /// [`Article::landmarks`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub landmarks: Vec<LandmarkRecord>,
    /// [`Article::posts`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<PostRecord>,
    /// [`Article::provenance`].
    #[serde(default, skip_serializing_if = "ProvenanceRecord::is_empty")]
    pub provenance: ProvenanceRecord,
}

/// A [`Landmark`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LandmarkRecord {
    /// [`Landmark::start`].
    pub start: u32,
    /// [`Landmark::place`].
    pub place: PlaceRecord,
}

/// A [`Place`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the place of that name")]
pub enum PlaceRecord {
    Page(u32),
    Chapter(String),
}

/// A [`Post`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRecord {
    /// [`Post::span`].
    pub span: SpanRecord,
    /// [`Post::author`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// [`Post::date`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// [`Post::url`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A [`Provenance`] as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenanceRecord {
    /// [`Provenance::format`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// [`Provenance::file`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// [`Provenance::address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl ProvenanceRecord {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A [`Block`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// What it is.
    pub kind: BlockKindRecord,
    /// Its words.
    pub span: SpanRecord,
    /// Styled runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inlines: Vec<InlineRecord>,
}

/// A [`BlockKind`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the kind of that name")]
pub enum BlockKindRecord {
    Heading(u8),
    Paragraph,
    ListItem { ordered: bool, depth: u8 },
    BlockQuote,
    Caption,
    Post,
    TableCell { header: bool, starts_row: bool },
    Preformatted,
}

/// An [`Inline`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineRecord {
    /// The words.
    pub span: SpanRecord,
    /// How they are set.
    pub style: InlineStyleRecord,
}

/// An [`InlineStyle`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the style of that name")]
pub enum InlineStyleRecord {
    Emphasis,
    Strong,
    Code,
    Link(String),
}

impl From<&Article> for ArticleRecord {
    fn from(article: &Article) -> Self {
        let metadata = article.metadata.clone();
        Self {
            title: metadata.title,
            byline: metadata.byline,
            date: metadata.date,
            modified: metadata.modified,
            site: metadata.site,
            url: metadata.url,
            language: metadata.language,
            text: article.text.clone(),
            blocks: article.blocks.iter().map(BlockRecord::from).collect(),
            landmarks: article.landmarks.iter().map(LandmarkRecord::from).collect(),
            posts: article.posts.iter().map(PostRecord::from).collect(),
            provenance: ProvenanceRecord {
                format: article.provenance.format.clone(),
                file: article.provenance.file.clone(),
                address: article.provenance.address.clone(),
            },
        }
    }
}

impl ArticleRecord {
    /// The article.
    ///
    /// # Errors
    ///
    /// [`RecordError::BadBlock`] when a block or a styled run lies outside the text or cuts a character, or a block is
    /// empty or overlaps the one before.
    pub fn into_article(self) -> Result<Article, RecordError> {
        let Self { text, blocks, .. } = self;
        let mut end = 0;
        let mut checked = Vec::with_capacity(blocks.len());
        for (index, block) in blocks.into_iter().enumerate() {
            let span = span_in(&text, block.span).filter(|span| span.start >= end);
            let inlines: Option<Vec<Inline>> = block
                .inlines
                .into_iter()
                .map(|inline| {
                    let run = span_in(&text, inline.span)?;
                    span?.encloses(run).then(|| Inline {
                        span: run,
                        style: inline.style.into(),
                    })
                })
                .collect();
            let (Some(span), Some(inlines)) = (span, inlines) else {
                let [start, end] = block.span;
                let length = text.len();
                return Err(RecordError::BadBlock {
                    index,
                    start,
                    end,
                    length,
                });
            };
            end = span.end;
            checked.push(Block {
                kind: block.kind.into(),
                span,
                inlines,
            });
        }
        // What points nowhere is dropped: the words are whole without it.
        let landmarks = self.landmarks.into_iter().filter(|landmark| {
            checked
                .binary_search_by_key(&landmark.start, |block| block.span.start)
                .is_ok()
        });
        let landmarks = landmarks.map(Landmark::from).collect();
        let posts = self.posts.into_iter().filter_map(|post| {
            Some(Post {
                span: span_in(&text, post.span)?,
                author: post.author,
                date: post.date,
                url: post.url,
            })
        });
        let posts = posts.collect();
        Ok(Article {
            metadata: Metadata {
                title: self.title,
                byline: self.byline,
                date: self.date,
                modified: self.modified,
                site: self.site,
                url: self.url,
                language: self.language,
            },
            text,
            blocks: checked,
            landmarks,
            posts,
            provenance: Provenance {
                format: self.provenance.format,
                file: self.provenance.file,
                address: self.provenance.address,
            },
        })
    }
}

impl From<&Landmark> for LandmarkRecord {
    fn from(landmark: &Landmark) -> Self {
        Self {
            start: landmark.start,
            place: match &landmark.place {
                Place::Page(number) => PlaceRecord::Page(*number),
                Place::Chapter(title) => PlaceRecord::Chapter(title.clone()),
            },
        }
    }
}

impl From<LandmarkRecord> for Landmark {
    fn from(landmark: LandmarkRecord) -> Self {
        Self {
            start: landmark.start,
            place: match landmark.place {
                PlaceRecord::Page(number) => Place::Page(number),
                PlaceRecord::Chapter(title) => Place::Chapter(title),
            },
        }
    }
}

impl From<&Post> for PostRecord {
    fn from(post: &Post) -> Self {
        Self {
            span: record_of(post.span),
            author: post.author.clone(),
            date: post.date.clone(),
            url: post.url.clone(),
        }
    }
}

impl From<&Block> for BlockRecord {
    fn from(block: &Block) -> Self {
        Self {
            kind: block.kind.into(),
            span: record_of(block.span),
            inlines: block
                .inlines
                .iter()
                .map(|inline| InlineRecord {
                    span: record_of(inline.span),
                    style: (&inline.style).into(),
                })
                .collect(),
        }
    }
}

impl From<BlockKind> for BlockKindRecord {
    fn from(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Heading(level) => Self::Heading(level),
            BlockKind::Paragraph => Self::Paragraph,
            BlockKind::ListItem { ordered, depth } => Self::ListItem { ordered, depth },
            BlockKind::BlockQuote => Self::BlockQuote,
            BlockKind::Caption => Self::Caption,
            BlockKind::Post => Self::Post,
            BlockKind::TableCell { header, starts_row } => Self::TableCell { header, starts_row },
            BlockKind::Preformatted => Self::Preformatted,
        }
    }
}

impl From<BlockKindRecord> for BlockKind {
    fn from(kind: BlockKindRecord) -> Self {
        match kind {
            BlockKindRecord::Heading(level) => Self::Heading(level),
            BlockKindRecord::Paragraph => Self::Paragraph,
            BlockKindRecord::ListItem { ordered, depth } => Self::ListItem { ordered, depth },
            BlockKindRecord::BlockQuote => Self::BlockQuote,
            BlockKindRecord::Caption => Self::Caption,
            BlockKindRecord::Post => Self::Post,
            BlockKindRecord::TableCell { header, starts_row } => {
                Self::TableCell { header, starts_row }
            }
            BlockKindRecord::Preformatted => Self::Preformatted,
        }
    }
}

impl From<&InlineStyle> for InlineStyleRecord {
    fn from(style: &InlineStyle) -> Self {
        match style {
            InlineStyle::Emphasis => Self::Emphasis,
            InlineStyle::Strong => Self::Strong,
            InlineStyle::Code => Self::Code,
            InlineStyle::Link(address) => Self::Link(address.clone()),
        }
    }
}

impl From<InlineStyleRecord> for InlineStyle {
    fn from(style: InlineStyleRecord) -> Self {
        match style {
            InlineStyleRecord::Emphasis => Self::Emphasis,
            InlineStyleRecord::Strong => Self::Strong,
            InlineStyleRecord::Code => Self::Code,
            InlineStyleRecord::Link(address) => Self::Link(address),
        }
    }
}
