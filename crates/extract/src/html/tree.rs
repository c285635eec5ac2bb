//! Owns the tree that the HTML parser builds: an arena of linked nodes, so that depth costs no stack.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName, local_name, ns};

use super::depth::Growing;

/// A node and its place among the others.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) element: Option<Element>,
    pub(super) text: Option<String>,
    pub(super) parent: Option<usize>,
    pub(super) first_child: Option<usize>,
    last_child: Option<usize>,
    previous: Option<usize>,
    pub(super) next: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Element {
    pub(super) tag: String,
    pub(super) attributes: Vec<(String, String)>,
}

/// What the parser builds into; the document is node 0.
pub(super) struct Tree {
    nodes: RefCell<Vec<Node>>,
    document: Handle,
}

/// How the parser refers to a node.
#[derive(Clone)]
pub(super) struct Handle {
    idx: usize,
    /// Here as well, because the parser asks for it by reference.
    name: Rc<QualName>,
}

impl Default for Tree {
    fn default() -> Self {
        let name = Rc::new(QualName::new(None, ns!(), local_name!("")));
        Self {
            nodes: RefCell::new(vec![Node::default()]),
            document: Handle { idx: 0, name },
        }
    }
}

impl Tree {
    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn add(&self, node: Node) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    fn add_nameless(&self) -> Handle {
        let name = Rc::clone(&self.document.name);
        let idx = self.add(Node::default());
        Handle { idx, name }
    }

    /// The node to insert; `None` when its text could be added to the text at `neighbour`.
    fn to_insert(&self, child: NodeOrText<Handle>, neighbour: Option<usize>) -> Option<usize> {
        match child {
            NodeOrText::AppendNode(handle) => Some(handle.idx),
            NodeOrText::AppendText(more) => {
                if let Some(idx) = neighbour
                    && let Some(text) = &mut self.nodes.borrow_mut()[idx].text
                {
                    text.push_str(&more);
                    return None;
                }
                Some(self.add(Node {
                    text: Some(more.to_string()),
                    ..Node::default()
                }))
            }
        }
    }

    /// Puts `idx` under `parent`, before `next` or last.
    fn link(&self, idx: usize, parent: usize, next: Option<usize>) {
        self.unlink(idx);
        let nodes = &mut *self.nodes.borrow_mut();
        let previous = match next {
            Some(next) => nodes[next].previous.replace(idx),
            None => nodes[parent].last_child.replace(idx),
        };
        match previous {
            Some(previous) => nodes[previous].next = Some(idx),
            None => nodes[parent].first_child = Some(idx),
        }
        let node = &mut nodes[idx];
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
    }

    fn unlink(&self, idx: usize) {
        let nodes = &mut *self.nodes.borrow_mut();
        let node = &mut nodes[idx];
        let Some(parent) = node.parent.take() else {
            return;
        };
        let (previous, next) = (node.previous.take(), node.next.take());
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first_child = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last_child = previous,
        }
    }
}

impl Growing for Tree {
    fn n_nodes(&self) -> usize {
        self.nodes.borrow().len()
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _flags: ElementFlags,
    ) -> Handle {
        let element = Element {
            tag: name.local.to_ascii_lowercase().to_string(),
            attributes: attributes.iter().map(plain).collect(),
        };
        let idx = self.add(Node {
            element: Some(element),
            ..Node::default()
        });
        let name = Rc::new(name);
        Handle { idx, name }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        self.add_nameless()
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        self.add_nameless()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let last = self.nodes.borrow()[parent.idx].last_child;
        if let Some(idx) = self.to_insert(child, last) {
            self.link(idx, parent.idx, None);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let has_parent = self.nodes.borrow()[element.idx].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, _target: &Handle) -> Handle {
        // Templates are left out, so what is in them goes nowhere.
        self.add_nameless()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.idx == other.idx
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let (parent, previous) = {
            let node = &self.nodes.borrow()[sibling.idx];
            (node.parent, node.previous)
        };
        let Some(parent) = parent else {
            return;
        };
        if let Some(idx) = self.to_insert(child, previous) {
            self.link(idx, parent, Some(sibling.idx));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Some(element) = &mut self.nodes.borrow_mut()[target.idx].element {
            for (name, value) in attributes.iter().map(plain) {
                if element.attributes.iter().all(|(known, _)| *known != name) {
                    element.attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.unlink(target.idx);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let child = self.nodes.borrow()[node.idx].first_child;
            let Some(child) = child else {
                return;
            };
            self.link(child, new_parent.idx, None);
        }
    }
}

fn plain(attribute: &Attribute) -> (String, String) {
    let name = attribute.name.local.to_ascii_lowercase().to_string();
    (name, attribute.value.to_string())
}
