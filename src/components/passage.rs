//! Some blocks of the article that are drawn together: when nothing of theirs changed, none of them is looked at.

use std::rc::Rc;

use hearsay_text::Article;
use yew::prelude::*;

use super::article_head::margin;
use super::block_view::{BlockView, Looks};
use crate::state::{BlockMarks, InFocus};

/// Properties of [`Passage`].
#[derive(Clone, Properties)]
pub struct PassageProps {
    /// Position of its first block.
    pub first: usize,
    /// The article.
    pub article: Rc<Article>,
    /// What is marked in its blocks.
    pub marks: Rc<Vec<Rc<BlockMarks>>>,
    /// How marks look.
    pub looks: Rc<Looks>,
    /// What is in focus, if something of it is drawn here.
    pub focus: Option<Rc<InFocus>>,
    /// Numbers of the items of numbered lists, of every block of the article.
    pub numbers: Rc<Vec<u32>>,
    /// Whether the marks are drawn; else the words alone, as long as the person cannot have come here yet.
    pub marked: bool,
}

impl PartialEq for PassageProps {
    /// By identity: what is the same draws the same.
    fn eq(&self, other: &Self) -> bool {
        self.first == other.first
            && self.marked == other.marked
            && Rc::ptr_eq(&self.article, &other.article)
            && Rc::ptr_eq(&self.marks, &other.marks)
            && Rc::ptr_eq(&self.looks, &other.looks)
            && Rc::ptr_eq(&self.numbers, &other.numbers)
            && self.focus == other.focus
    }
}

/// The blocks, with what stands between them.
#[component]
pub fn Passage(props: &PassageProps) -> Html {
    let PassageProps { first, article, .. } = props;
    let blocks = props.marks.iter().zip(*first..);
    let blocks = blocks.filter_map(|(marks, block_idx)| {
        let span = article.blocks.get(block_idx)?.span;
        let focus = props.focus.as_ref();
        let focus = focus.filter(|focus| focus.is_in(article, block_idx..block_idx + 1));
        let number = props.numbers.get(block_idx).copied();
        Some(html! {
            <>
                { margin::landmark(article, span) }
                <BlockView key={block_idx} {block_idx} article={Rc::clone(article)} marks={Rc::clone(marks)}
                    looks={Rc::clone(&props.looks)} focus={focus.cloned()} number={number.filter(|number| *number > 0)}
                    marked={props.marked} />
                { margin::post(article, span) }
            </>
        })
    });
    html! { { for blocks } }
}
