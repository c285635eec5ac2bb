//! Owns [`Article`], its blocks, and the builder that keeps their promises.

use crate::Span;

/// A loaded article. Its canonical text never changes, so spans into it stay right for good.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// What the article says of itself.
    pub metadata: Metadata,
    /// The canonical text: what every [`Span`] of this article counts in.
    pub text: String,
    /// Blocks in reading order; their spans are disjoint, ascending and never empty. What lies between them is
    /// white space.
    pub blocks: Vec<Block>,
    /// Where in its source the text comes from, in reading order: pages, chapters.
    pub landmarks: Vec<Landmark>,
    /// What is known of the embedded posts, in reading order.
    pub posts: Vec<Post>,
    /// Where the article was had from.
    pub provenance: Provenance,
}

/// A place in the source at which a part of the text begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landmark {
    /// First byte of that part in the canonical text; the start of a block.
    pub start: u32,
    /// The place.
    pub place: Place,
}

/// A place in a source, as people cite it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A page, counted from 1 in the order of the file.
    Page(u32),
    /// A chapter and its title.
    Chapter(String),
}

/// A post of a social network that an article embeds; `None` where the page does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// All of its words.
    pub span: Span,
    /// Who posted it, as printed: *Ana Ruiz (@anaruiz)*.
    pub author: Option<String>,
    /// When, as printed or declared.
    pub date: Option<String>,
    /// Its address, unchecked: whoever shows it allow-lists the scheme.
    pub url: Option<String>,
}

/// Where an article was had from; what it says of itself is in [`Metadata`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The format it was read from, for readers: *PDF*, *web page*, *Word document*.
    pub format: Option<String>,
    /// Name of the file.
    pub file: Option<String>,
    /// The address that it was fetched from or that the person was looking at, as opposed to [`Metadata::url`], which
    /// the page claims.
    pub address: Option<String>,
}

/// What an article says of itself; `None` where it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Author line as printed.
    pub byline: Option<String>,
    /// Publication date as printed or declared.
    pub date: Option<String>,
    /// Date of the last change as printed or declared.
    pub modified: Option<String>,
    /// Name of the site or publication.
    pub site: Option<String>,
    /// Address the article was published at.
    pub url: Option<String>,
    /// BCP 47 language tag.
    pub language: Option<String>,
}

impl Metadata {
    /// This, and from `other` what it does not say.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            byline: self.byline.or(other.byline),
            date: self.date.or(other.date),
            modified: self.modified.or(other.modified),
            site: self.site.or(other.site),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }
}

/// A structural unit of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its words, as bytes of the canonical text.
    pub span: Span,
    /// Styled runs inside the block, ordered by start, longer first; they nest and never cross.
    pub inlines: Vec<Inline>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem {
        /// Numbered rather than bulleted.
        ordered: bool,
        /// 0 for an outermost list.
        depth: u8,
    },
    /// A paragraph set off as quoted.
    BlockQuote,
    /// The caption of a picture or table.
    Caption,
    /// A post embedded from a social network.
    Post,
    /// A cell of a table.
    TableCell {
        /// A heading of its row or column.
        header: bool,
        /// First cell of a row.
        starts_row: bool,
    },
    /// Preformatted text: its line breaks are meant.
    Preformatted,
}

/// A styled run of words inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// The words, as bytes of the canonical text.
    pub span: Span,
    /// How they are set.
    pub style: InlineStyle,
}

/// How a run of words is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InlineStyle {
    /// `<em>`, `<i>`, `*…*`.
    Emphasis,
    /// `<strong>`, `<b>`, `**…**`.
    Strong,
    /// `<code>`, `` `…` ``.
    Code,
    /// A link and its address, unchecked: whoever shows it allow-lists the scheme.
    Link(String),
}

impl Article {
    /// The article that `text` is, word for word: every run of lines between line breaks is a paragraph. Offsets of
    /// the given text stay valid, which is what corpus files need.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive(['\n', '\r']) {
            let span = Span::from_range(start..start + line.len()).trimmed(&text);
            start += line.len();
            if !span.is_empty() {
                blocks.push(Block::new(BlockKind::Paragraph, span));
            }
        }
        Self {
            text,
            blocks,
            ..Self::default()
        }
    }

    /// The words of `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// Position in [`Article::blocks`] of the block that holds the byte at `offset`, or that ends there.
    #[must_use]
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let after = self
            .blocks
            .partition_point(|block| block.span.start <= offset);
        let block_idx = after.checked_sub(1)?;
        (offset <= self.blocks[block_idx].span.end).then_some(block_idx)
    }

    /// The parts of `span` that lie in blocks, one piece for each block it touches.
    pub fn pieces(&self, span: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
        let first = self
            .blocks
            .partition_point(|block| block.span.end <= span.start);
        self.blocks[first..]
            .iter()
            .enumerate()
            .map_while(move |(nth, block)| {
                block
                    .span
                    .intersection(span)
                    .map(|piece| (first + nth, piece))
            })
    }
}

impl Block {
    /// A block without styled runs.
    #[must_use]
    pub const fn new(kind: BlockKind, span: Span) -> Self {
        Self {
            kind,
            span,
            inlines: Vec::new(),
        }
    }
}

/// What stands between two blocks.
const BLOCK_GAP: &str = "\n\n";

/// Builds an [`Article`] block by block: separates blocks by blank lines and drops empty ones.
#[derive(Clone, Debug, Default)]
pub struct ArticleBuilder {
    article: Article,
}

impl ArticleBuilder {
    /// An article with no block yet.
    #[must_use]
    pub fn new(metadata: Metadata) -> Self {
        Self {
            article: Article {
                metadata,
                ..Article::default()
            },
        }
    }

    /// Adds a block of `words`, which are kept as they are but for white space at either end. Runs in `inlines` count
    /// bytes of `words`; those that fall outside or are left empty are dropped. A block without words adds nothing.
    pub fn push(&mut self, kind: BlockKind, words: &str, inlines: Vec<Inline>) {
        let kept = Span::from_range(0..words.len()).trimmed(words);
        if kept.is_empty() {
            return;
        }
        if !self.article.text.is_empty() {
            self.article.text.push_str(BLOCK_GAP);
        }
        let start = u32::try_from(self.article.text.len()).unwrap_or(u32::MAX);
        self.article.text.push_str(kept.slice(words));
        let moved = |at: u32| start + (at - kept.start);
        let mut inlines: Vec<Inline> = inlines
            .into_iter()
            .filter_map(|inline| {
                let span = inline.span.intersection(kept)?;
                let span = Span::new(moved(span.start), moved(span.end));
                Some(Inline { span, ..inline })
            })
            .collect();
        inlines.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
        self.article.blocks.push(Block {
            kind,
            span: Span::new(start, moved(kept.end)),
            inlines,
        });
    }

    /// What is pushed next begins a new part of the source.
    pub fn landmark(&mut self, place: Place) {
        self.article.landmarks.push(Landmark {
            start: self.next_start(),
            place,
        });
    }

    /// Where the words of the next block will begin, if it has any.
    #[must_use]
    pub fn next_start(&self) -> u32 {
        let end = self.article.text.len();
        let gap = if end == 0 { 0 } else { BLOCK_GAP.len() };
        u32::try_from(end + gap).unwrap_or(u32::MAX)
    }

    /// Makes a post of all blocks since the one that began at `start`, as [`ArticleBuilder::next_start`] told before; of
    /// none, when there were none.
    pub fn post(
        &mut self,
        start: u32,
        author: Option<String>,
        date: Option<String>,
        url: Option<String>,
    ) {
        let end = u32::try_from(self.article.text.len()).unwrap_or(u32::MAX);
        if start < end {
            self.article.posts.push(Post {
                span: Span::new(start, end),
                author,
                date,
                url,
            });
        }
    }

    /// The metadata, to be filled in as it is found.
    pub const fn metadata(&mut self) -> &mut Metadata {
        &mut self.article.metadata
    }

    /// The finished article.
    #[must_use]
    pub fn build(mut self) -> Article {
        // A part without words is no part; of several places that begin together, the last is where the words are.
        let end = u32::try_from(self.article.text.len()).unwrap_or(u32::MAX);
        let landmarks = &mut self.article.landmarks;
        landmarks.retain(|landmark| landmark.start < end);
        landmarks.reverse();
        landmarks.dedup_by_key(|landmark| landmark.start);
        landmarks.reverse();
        self.article
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatim_keeps_every_byte_and_makes_a_paragraph_of_each_line() {
        let article = Article::verbatim("\nOne.\r\n\r\n  Two. \nThree");
        let words: Vec<_> = article
            .blocks
            .iter()
            .map(|b| article.slice(b.span))
            .collect();
        assert_eq!(words, ["One.", "Two.", "Three"]);
        assert_eq!(article.text, "\nOne.\r\n\r\n  Two. \nThree");
    }

    #[test]
    fn building_separates_blocks_and_moves_styled_runs_along() {
        let mut builder = ArticleBuilder::new(Metadata::default());
        builder.push(BlockKind::Heading(1), "News", Vec::new());
        builder.push(BlockKind::Paragraph, " \n", Vec::new());
        let bold = Inline {
            span: Span::new(3, 9),
            style: InlineStyle::Strong,
        };
        builder.push(BlockKind::Paragraph, "  A bold word ", vec![bold]);
        let article = builder.build();
        assert_eq!(article.text, "News\n\nA bold word");
        assert_eq!(article.slice(article.blocks[1].inlines[0].span), " bold ");
    }

    #[test]
    fn a_landmark_stands_where_the_next_words_begin_and_parts_without_words_are_none() {
        let mut builder = ArticleBuilder::new(Metadata::default());
        builder.landmark(Place::Page(1));
        builder.push(BlockKind::Paragraph, "One.", Vec::new());
        builder.landmark(Place::Page(2));
        builder.push(BlockKind::Paragraph, " ", Vec::new());
        builder.landmark(Place::Page(3));
        builder.push(BlockKind::Paragraph, "Three.", Vec::new());
        builder.landmark(Place::Page(4));
        let article = builder.build();
        let found: Vec<_> = article
            .landmarks
            .iter()
            .map(|landmark| (&article.text[landmark.start as usize..], &landmark.place))
            .collect();
        assert_eq!(
            found,
            [
                ("One.\n\nThree.", &Place::Page(1)),
                ("Three.", &Place::Page(3))
            ]
        );
    }

    #[test]
    fn a_post_covers_the_blocks_since_its_start() {
        let mut builder = ArticleBuilder::new(Metadata::default());
        builder.push(BlockKind::Paragraph, "Before.", Vec::new());
        let start = builder.next_start();
        builder.post(start, None, None, None);
        builder.push(BlockKind::Post, "Rain!", Vec::new());
        builder.push(BlockKind::Post, "Ana Ruiz", Vec::new());
        builder.post(start, Some("Ana Ruiz".into()), None, None);
        let article = builder.build();
        assert_eq!(article.posts.len(), 1);
        assert_eq!(article.slice(article.posts[0].span), "Rain!\n\nAna Ruiz");
    }

    #[test]
    fn a_span_over_blocks_has_a_piece_in_each() {
        let article = Article::verbatim("abc\n\ndef\n\nghi");
        let pieces: Vec<_> = article
            .pieces(Span::new(1, 9))
            .map(|(idx, span)| (idx, article.slice(span)))
            .collect();
        assert_eq!(pieces, [(0, "bc"), (1, "def")]);
        assert_eq!(article.block_at(3), Some(0));
        assert_eq!(article.block_at(4), None);
        assert_eq!(article.block_at(5), Some(1));
    }
}
