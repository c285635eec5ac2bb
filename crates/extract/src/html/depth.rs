//! Owns the limit on nesting: what stands between the tokenizer and the tree builder so that neither the page's depth
//! nor its malice decides how long parsing takes.
//!
//! The standard's tree construction looks through all open elements at many a tag, so depth costs quadratic time. As
//! browsers do, tags beyond a depth are dropped; their words stay.

use std::cell::Cell;

use html5ever::interface::Tracer;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;

use super::tree::{Handle, Tree};
use crate::builder::is_block;

/// Elements open at once. Blink and WebKit stop at the same number.
const LIMIT: usize = 512;

/// A tree builder that nests no deeper than [`LIMIT`].
pub(super) struct Shallow {
    builder: TreeBuilder<Handle, Tree>,
    /// Never less than the number of open elements.
    at_most_open: Cell<usize>,
    /// Start tags dropped whose end tags are still to come.
    n_dropped: Cell<usize>,
}

impl Shallow {
    pub(super) fn new(tree: Tree) -> Self {
        Self {
            builder: TreeBuilder::new(tree, Default::default()),
            at_most_open: Cell::new(0),
            n_dropped: Cell::new(0),
        }
    }

    pub(super) fn into_tree(self) -> Tree {
        self.builder.sink
    }

    /// Whether the tree builder shall hear of `tag`.
    fn lets_through(&self, tag: &Tag) -> bool {
        if tag.kind == TagKind::EndTag {
            let n_dropped = self.n_dropped.get();
            self.n_dropped.set(n_dropped.saturating_sub(1));
            return n_dropped == 0;
        }
        if switches_tokenizer(&tag.name) {
            return true;
        }
        if self.at_most_open.get() >= LIMIT {
            let counter = Counter::default();
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

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<Handle> {
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
            | "plaintext"
            | "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

#[derive(Default)]
struct Counter(Cell<usize>);

impl Tracer for Counter {
    type Handle = Handle;

    fn trace_handle(&self, _node: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}
