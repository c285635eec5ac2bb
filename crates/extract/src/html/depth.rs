//! Owns the limit on nesting: what stands between the tokenizer and the tree builder so that neither the page's depth
//! nor its malice decides how long parsing takes.
//!
//! The standard's tree construction looks through all open elements at many a tag, so depth costs quadratic time. As
//! browsers do, tags beyond a depth are dropped; their words stay.

use std::cell::Cell;

use html5ever::interface::{Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;

use crate::builder::is_block;

/// Elements open at once. Blink and WebKit stop at the same number.
const LIMIT: usize = 512;

/// Nodes that a page may have for each of its tags, past a first allowance. Formatting elements that are never closed
/// are opened anew in every paragraph after them, so that a page of n tags can make n² nodes.
const NODES_PER_TAG: usize = 8;

/// Nodes that any page may have.
const NODES_AT_LEAST: usize = 20_000;

/// A tree that can tell how large it is.
pub(crate) trait Growing: TreeSink {
    /// Nodes made so far.
    fn n_nodes(&self) -> usize;
}

/// A tree builder that nests no deeper than [`LIMIT`] and makes no more nodes than in proportion to the tags.
pub(super) struct Shallow<S: Growing> {
    builder: TreeBuilder<S::Handle, S>,
    /// Never less than the number of elements opened by tags of their own.
    at_most_open: Cell<usize>,
    /// Start tags dropped whose end tags are still to come.
    n_dropped: Cell<usize>,
    /// Tags so far.
    n_tags: Cell<usize>,
    /// The page makes too many nodes: its tags are heard no more.
    overgrown: Cell<bool>,
}

impl<S: Growing> Shallow<S>
where
    S::Handle: Clone,
{
    pub(super) fn new(tree: S) -> Self {
        Self {
            builder: TreeBuilder::new(tree, Default::default()),
            at_most_open: Cell::new(0),
            n_dropped: Cell::new(0),
            n_tags: Cell::new(0),
            overgrown: Cell::new(false),
        }
    }

    pub(super) fn into_tree(self) -> S {
        self.builder.sink
    }

    /// Whether the tree builder shall hear of `tag`.
    fn lets_through(&self, tag: &Tag) -> bool {
        let n_tags = self.n_tags.get() + 1;
        self.n_tags.set(n_tags);
        // Looked at now and then only.
        if n_tags.is_multiple_of(64)
            && self.builder.sink.n_nodes() > NODES_AT_LEAST + n_tags * NODES_PER_TAG
        {
            self.overgrown.set(true);
        }
        if self.overgrown.get() {
            // The tokenizer has to know what is no markup.
            return tag.kind == TagKind::StartTag && holds_no_markup(&tag.name);
        }
        if tag.kind == TagKind::EndTag {
            let n_dropped = self.n_dropped.get();
            self.n_dropped.set(n_dropped.saturating_sub(1));
            return n_dropped == 0;
        }
        if switches_tokenizer(&tag.name) {
            return true;
        }
        if self.at_most_open.get() >= LIMIT {
            let counter = Counter(Cell::new(0), std::marker::PhantomData);
            self.builder.trace_handles(&counter);
            self.at_most_open.set(counter.0.get());
        }
        if self.at_most_open.get() >= LIMIT {
            self.n_dropped.set(self.n_dropped.get() + 1);
            return false;
        }
        // It may have closed others or hold nothing; the next count will tell.
        self.at_most_open.set(self.at_most_open.get() + 1);
        true
    }
}

impl<S: Growing> TokenSink for Shallow<S>
where
    S::Handle: Clone,
{
    type Handle = S::Handle;

    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        if let Token::TagToken(tag) = &token
            && !self.lets_through(tag)
        {
            if !is_block(&tag.name) {
                return TokenSinkResult::Continue;
            }
            // Words that the tag kept apart stay apart.
            token = Token::CharacterTokens(StrTendril::from(" "));
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements that nothing nests in: without content, or with content that is no markup, which the tree builder must
/// hear of so that the tokenizer knows.
fn switches_tokenizer(name: &str) -> bool {
    holds_no_markup(name) || is_void(name)
}

/// Elements without content (HTML standard, section 13.1.2).
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose content is no markup, by the standard.
fn holds_no_markup(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "textarea"
            | "title"
            | "xmp"
            | "iframe"
            | "noembed"
            | "noframes"
            | "noscript"
            | "plaintext"
    )
}

struct Counter<H>(Cell<usize>, std::marker::PhantomData<H>);

impl<H> Tracer for Counter<H> {
    type Handle = H;

    fn trace_handle(&self, _node: &H) {
        self.0.set(self.0.get() + 1);
    }
}
