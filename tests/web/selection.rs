//! Between the browser's ranges and spans of the article.

use hearsay::dom;
use hearsay_text::{Article, OffsetMap, Span};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node, Selection};

const TEXT: &str = "One 😀 “word” 🇪🇺 né.\n\nTwo and three.\n\nEnd";

/// Draws [`TEXT`] with its words spread over nested marks, a letter an element and more.
fn draw() -> (Element, Article, OffsetMap) {
    let article = Article::verbatim(TEXT);
    let offsets = OffsetMap::new(TEXT);
    let root = crate::stage();
    let document = root.owner_document().unwrap();
    let heading = document.create_element("h1").unwrap();
    heading.set_text_content(Some("Not of the article"));
    root.append_child(&heading).unwrap();
    for (idx, block) in article.blocks.iter().enumerate() {
        let paragraph = document.create_element("p").unwrap();
        paragraph
            .set_attribute("data-block", &idx.to_string())
            .unwrap();
        let mut inner = paragraph.clone();
        for word in article.slice(block.span).split_inclusive(' ') {
            // Each word one element deeper than the one before, after a bare copy of nothing.
            inner.append_with_str_1("").unwrap();
            let mark = document.create_element("mark").unwrap();
            mark.append_with_str_1(word).unwrap();
            inner.append_child(&mark).unwrap();
            inner = mark;
        }
        root.append_child(&paragraph).unwrap();
    }
    (root, article, offsets)
}

fn selection() -> Selection {
    web_sys::window().unwrap().get_selection().unwrap().unwrap()
}

fn select(start: &Node, from: u32, end: &Node, to: u32) {
    selection()
        .set_base_and_extent(start, from, end, to)
        .unwrap();
}

#[wasm_bindgen_test]
fn every_span_of_words_can_be_selected_and_read_back() {
    let (root, article, offsets) = draw();
    let words: Vec<Span> = article
        .blocks
        .iter()
        .flat_map(|block| {
            let words = block.span.slice(TEXT);
            words
                .char_indices()
                .filter(|(_, c)| !c.is_whitespace())
                .map(|(at, c)| {
                    let start = block.span.start as usize + at;
                    Span::from_range(start..start + c.len_utf8())
                })
        })
        .collect();
    for (nth, first) in words.iter().enumerate() {
        for last in &words[nth..] {
            let span = first.cover(*last);
            dom::select_span(&root, &article, &offsets, span);
            assert_eq!(
                dom::selected_span(&root, &article, &offsets),
                Some(span),
                "{:?}",
                span.slice(TEXT)
            );
        }
    }
    root.remove();
}

#[wasm_bindgen_test]
fn a_selection_that_sticks_out_of_the_blocks_is_cut_to_them() {
    let (root, article, offsets) = draw();
    let heading: Node = root.first_element_child().unwrap().unchecked_into();
    let blocks = root.query_selector_all("[data-block]").unwrap();
    let second: Node = blocks.get(1).unwrap();
    let read =
        || dom::selected_span(&root, &article, &offsets).map(|span| article.slice(span).to_owned());
    // From before the article into its second block, ending between two of its children.
    select(&heading.first_child().unwrap(), 3, &second, 0);
    assert_eq!(read().as_deref(), Some("One 😀 “word” 🇪🇺 né."));
    // Everything there is.
    let body: Node = root.parent_node().unwrap();
    select(&body, 0, &body, body.child_nodes().length());
    assert_eq!(read().as_deref(), Some(TEXT));
    // The gap after a paragraph, as browsers select a triple-clicked one: to the start of the next.
    let first: Node = blocks.get(0).unwrap();
    select(&first, 0, &second, 0);
    assert_eq!(read().as_deref(), Some("One 😀 “word” 🇪🇺 né."));
    root.remove();
}

#[wasm_bindgen_test]
fn a_caret_white_space_and_words_elsewhere_are_no_selection() {
    let (root, article, offsets) = draw();
    let heading = root.first_element_child().unwrap().first_child().unwrap();
    let first = root.query_selector("[data-block]").unwrap().unwrap();
    let read = || dom::selected_span(&root, &article, &offsets);
    select(&first, 1, &first, 1);
    assert_eq!(read(), None);
    select(&heading, 0, &heading, 5);
    assert_eq!(read(), None);
    let space = first.query_selector("mark").unwrap().unwrap().child_nodes();
    let word = (0..space.length())
        .filter_map(|nth| space.get(nth))
        .find(|node| node.text_content().as_deref() == Some("One "))
        .unwrap();
    select(&word, 3, &word, 4);
    assert_eq!(read(), None);
    root.remove();
}

#[wasm_bindgen_test]
fn the_first_block_in_view_is_where_reading_goes_on() {
    let (root, ..) = draw();
    for nth in 0..3 {
        let block = root
            .query_selector_all("[data-block]")
            .unwrap()
            .get(nth)
            .unwrap();
        let block: Element = block.unchecked_into();
        block.set_attribute("style", "height: 3000px").unwrap();
    }
    for nth in [2, 0, 1] {
        dom::scroll_to_block(&root, nth);
        assert_eq!(dom::first_visible_block(&root, 1.0), Some(nth));
    }
    root.remove();
}
