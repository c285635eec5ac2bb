//! Owns the one look over the whole page before readability runs: what it says of itself, how large it is, which of its
//! elements are clutter by their names, which are embedded posts.

use std::collections::HashSet;

use dom_query::{Document, Element, NodeData, NodeId, NodeRef};
use html5ever::local_name;

use super::dom::{Go, Step, attribute, short_text, walk};
use super::names::{Kind, Names};
use super::posts;
use super::words::{normal, plain, similar};
use crate::event::{is_control, is_machinery, is_media};

/// What the look over the page found.
#[derive(Default)]
pub(super) struct Scan<'a> {
    pub(super) language: Option<String>,
    /// Of `base`.
    pub(super) base: Option<String>,
    /// Of `link rel=canonical`.
    pub(super) canonical: Option<String>,
    /// Of `title`.
    pub(super) title: Option<String>,
    /// Names in lower case, and contents.
    pub(super) metas: Vec<(String, String)>,
    /// What the page says of itself for machines.
    pub(super) json_ld: Vec<String>,
    /// Words of the headings of level 1.
    pub(super) headlines: Vec<String>,
    /// Author lines in the text, how far they are to be trusted, their words.
    pub(super) bylines: Vec<(Trust, String)>,
    /// Dates in the text.
    pub(super) dates: Vec<(Trust, String)>,
    /// Leads between headline and text.
    pub(super) standfirst: Option<String>,
    /// Elements that hold no words, and that readability stumbles over.
    pub(super) wordless: Vec<NodeRef<'a>>,
    /// Elements marked as readability marks its own, as saved pages may be.
    pub(super) odd: Vec<NodeRef<'a>>,
    /// Elements that are not to be seen.
    pub(super) hidden: Vec<NodeRef<'a>>,
    /// Forms that hold much of the text: some programs put whole pages in one.
    pub(super) forms: Vec<NodeRef<'a>>,
    /// Buttons that are headings, as in lists that fold.
    pub(super) buttons: Vec<NodeRef<'a>>,
    /// Short texts before the first long one.
    pub(super) early: Vec<String>,
    /// Elements that are not part of the article.
    pub(super) clutter: Vec<NodeRef<'a>>,
    /// Embedded posts.
    pub(super) posts: Vec<NodeRef<'a>>,
    /// The page asks to pay.
    pub(super) asks_to_pay: bool,
    /// It has what whole pages have and copied pieces don't.
    pub(super) is_whole: bool,
    /// Letters and marks, as far as they are seen.
    pub(super) size: usize,
    /// Of them, in paragraphs and the like, outside of links.
    pub(super) running: usize,
    /// Lists and cards that lead to other articles.
    pub(super) n_link_blocks: usize,
    /// What readability would have to do, in steps.
    pub(super) cost: usize,
    /// Deepest nesting.
    pub(super) depth: usize,
}

/// How far words in the page are to be trusted to be what they seem; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// The markup says it: `itemprop`, `rel`.
    Declared,
    /// The name of the element says it.
    Named,
    /// It stands where such things stand.
    Placed,
}

/// Running totals, to be subtracted.
#[derive(Clone, Copy, Default)]
struct Totals {
    size: usize,
    running: usize,
    links: usize,
    /// Of headings, outside of links.
    headings: usize,
    n_email_fields: usize,
    n_links: usize,
    n_pictures: usize,
    n_headings: usize,
    /// Headings that are links.
    n_linked_headings: usize,
}

impl Totals {
    /// What was added after `before`.
    const fn since(self, before: Self) -> Self {
        Self {
            size: self.size - before.size,
            running: self.running - before.running,
            links: self.links - before.links,
            headings: self.headings - before.headings,
            n_email_fields: self.n_email_fields - before.n_email_fields,
            n_links: self.n_links - before.n_links,
            n_pictures: self.n_pictures - before.n_pictures,
            n_headings: self.n_headings - before.n_headings,
            n_linked_headings: self.n_linked_headings - before.n_linked_headings,
        }
    }
}

struct Open<'a> {
    node: NodeRef<'a>,
    before: Totals,
    kind: Option<Kind>,
    /// It is one of those that [`Scanner`] counts.
    is_unseen: bool,
    is_running: bool,
    is_link: bool,
    is_heading: bool,
    is_aside: bool,
    /// Elements right in it that lead to one article each, with picture or heading.
    cards: Vec<NodeRef<'a>>,
    /// Elements right in it that are all links.
    link_blocks: Vec<NodeRef<'a>>,
}

struct Marked<'a> {
    node: NodeRef<'a>,
    kind: Kind,
    inside: Totals,
}

#[derive(Default)]
struct Scanner<'a> {
    found: Scan<'a>,
    open: Vec<Open<'a>>,
    totals: Totals,
    n_unseen: usize,
    n_running: usize,
    n_links: usize,
    n_headings: usize,
    h1s: Vec<NodeRef<'a>>,
    /// Open elements that are no part of the article by their kind.
    n_aside: usize,
    /// Times that words of an element were asked for.
    n_looks: usize,
    marked: Vec<Marked<'a>>,
    /// Lists and cards that lead to other articles, by their looks.
    link_blocks: Vec<NodeRef<'a>>,
    names: Names,
}

pub(super) fn scan(document: &Document) -> Scan<'_> {
    let mut scanner = Scanner::default();
    walk(document.root(), |step| match step {
        Step::Open(node) => scanner.open(node),
        Step::Text(node) => {
            scanner.text(node);
            Go::On
        }
        Step::Close(_) => {
            scanner.close();
            Go::On
        }
    });
    scanner.finish()
}

impl<'a> Scanner<'a> {
    fn open(&mut self, node: NodeRef<'a>) -> Go {
        let Some(element) = node.element_ref() else {
            return Go::Past;
        };
        let tag = &*element.name.local;
        let mut open = Open {
            node,
            before: self.totals,
            kind: None,
            is_unseen: false,
            is_running: false,
            is_link: false,
            is_heading: false,
            is_aside: false,
            cards: Vec::new(),
            link_blocks: Vec::new(),
        };
        let mut inside = true;
        if matches!(
            tag,
            "iframe"
                | "object"
                | "embed"
                | "video"
                | "audio"
                | "canvas"
                | "noscript"
                | "template"
                | "script"
                | "style"
        ) {
            self.found.wordless.push(node);
        }
        match tag {
            "html" | "body" => {
                if let Some(language) = attribute(&element, local_name!("lang")) {
                    self.found
                        .language
                        .get_or_insert_with(|| language.to_owned());
                }
            }
            "title" => {
                if self.found.title.is_none() && self.n_unseen == 0 {
                    self.found.title = short_text_of_title(node);
                    self.found.is_whole |= self.found.title.is_some();
                }
                inside = false;
            }
            "meta" => self.meta(&element),
            "base" if self.found.base.is_none() => {
                self.found.base = attribute(&element, local_name!("href")).map(str::to_owned);
            }
            "link" => {
                let rel = attribute(&element, local_name!("rel")).unwrap_or_default();
                if rel.eq_ignore_ascii_case("canonical") && self.found.canonical.is_none() {
                    self.found.canonical =
                        attribute(&element, local_name!("href")).map(str::to_owned);
                    self.found.is_whole = true;
                }
            }
            "script" => {
                let kind = attribute(&element, local_name!("type")).unwrap_or_default();
                if kind
                    .trim()
                    .to_ascii_lowercase()
                    .starts_with("application/ld+json")
                {
                    self.found.json_ld.push(node.text().to_string());
                }
                inside = false;
            }
            "nav" | "dialog" => open.kind = Some(Kind::Navigation),
            "input" => {
                let kind = attribute(&element, local_name!("type")).unwrap_or_default();
                self.totals.n_email_fields += usize::from(kind.eq_ignore_ascii_case("email"));
            }
            "h2" | "h3" | "h4" | "h5" | "h6" => open.is_heading = true,
            "img" | "picture" => self.totals.n_pictures += 1,
            "h1" => {
                open.is_heading = true;
                self.h1s.push(node);
                if self.n_aside == 0 && self.found.headlines.len() < 8 {
                    let words = self.look(node, 500);
                    // A sign that leads to the headline itself is none of it.
                    let words = words.map(|words| words.trim_end_matches(['¶', ' ']).to_owned());
                    self.found
                        .headlines
                        .extend(words.filter(|words| !words.is_empty()));
                }
            }
            "button" if self.n_headings > 0 => {
                self.found.buttons.push(node);
                self.found.depth = self.found.depth.max(self.open.len());
            }
            "time" => self.time(&element, node),
            "a" => open.is_link = true,
            "p" | "li" | "blockquote" | "dd" | "pre" | "td" => open.is_running = true,
            _ => {}
        }
        if tag != "html" && tag != "body" && is_hidden(&element) {
            open.is_unseen = true;
            self.found.hidden.push(node);
        }
        let is_heading = tag == "button" && self.n_headings > 0;
        if (is_machinery(tag) || is_media(tag) || is_control(tag)) && !is_heading {
            open.is_unseen = true;
            inside = inside && tag == "template";
        } else if !matches!(tag, "html" | "head" | "body") {
            self.named(&element, tag, node, &mut open);
        }
        open.is_aside = open
            .kind
            .is_some_and(|kind| kind.is_clutter() && kind != Kind::About || kind == Kind::Post)
            || matches!(tag, "aside" | "footer") && self.open.len() < 400;
        self.n_unseen += usize::from(open.is_unseen);
        self.n_running += usize::from(open.is_running);
        self.n_links += usize::from(open.is_link);
        self.totals.n_links += usize::from(open.is_link);
        self.totals.n_headings += usize::from(open.is_heading);
        let is_linked = open.is_heading && self.n_links > 0 || open.is_link && self.n_headings > 0;
        self.totals.n_linked_headings += usize::from(is_linked);
        self.n_headings += usize::from(open.is_heading);
        self.n_aside += usize::from(open.is_aside);
        drop(element);
        self.open.push(open);
        self.found.depth = self.found.depth.max(self.open.len());
        self.found.cost += self.open.len();
        if inside { Go::On } else { Go::Past }
    }

    /// The words inside `node` if they are few; after many such looks, none: for time's sake.
    fn look(&mut self, node: NodeRef<'_>, most: usize) -> Option<String> {
        self.n_looks += 1;
        if self.n_looks > 500 {
            return None;
        }
        short_text(node, most)
    }

    /// What the names of the element tell.
    fn named(&mut self, element: &Element, tag: &str, node: NodeRef<'a>, open: &mut Open<'a>) {
        self.names.clear();
        let (mut is_named, mut role, mut author) = (false, "", false);
        if tag.contains('-') {
            self.names.read(tag);
            is_named = true;
        }
        for one in &element.attrs {
            match &*one.name.local {
                "class" => {
                    self.names.read(&one.value);
                    is_named = true;
                }
                "id" => {
                    if &*one.value == "readability-page-1" {
                        self.found.odd.push(node);
                    }
                    self.names.read_id(&one.value);
                    is_named = true;
                }
                "data-readability-score" | "data-readability-table" => self.found.odd.push(node),
                "role" => role = &one.value,
                "itemprop" => {
                    author |= one
                        .value
                        .split_whitespace()
                        .any(|prop| prop == "author" || prop == "creator")
                }
                "rel" => author |= one.value.split_whitespace().any(|rel| rel == "author"),
                _ => {}
            }
        }
        match role {
            "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar" | "toolbar"
            | "dialog" | "alertdialog" => open.kind = Some(Kind::Navigation),
            _ => {}
        }
        if open.kind.is_none() && is_named {
            open.kind = self.names.kind();
        }
        if posts::is_post(element, &self.names) {
            open.kind = Some(Kind::Post);
        }
        if self.n_aside > 0 {
            return;
        }
        if author && self.found.bylines.len() < 20 {
            if let Some(words) = author_words(node, element) {
                self.found.bylines.push((Trust::Declared, words));
            }
        } else if open.kind == Some(Kind::Byline) && self.found.bylines.len() < 20 {
            if let Some(words) = self.look(node, 200) {
                self.found.bylines.push((Trust::Named, words));
            }
        } else if open.kind == Some(Kind::Date) && self.found.dates.len() < 20 {
            if let Some(words) = self.look(node, 80) {
                self.found.dates.push((Trust::Placed, words));
            }
        } else if open.kind == Some(Kind::Standfirst)
            && self.found.standfirst.is_none()
            && (matches!(tag, "p" | "div" | "h2" | "h3" | "span" | "section" | "header") || tag.contains('-'))
            // A lead comes after the headline and before the text.
            && !self.found.headlines.is_empty()
            && self.totals.running < 600
        {
            self.found.standfirst = self.look(node, 600);
        }
    }

    fn meta(&mut self, element: &Element) {
        let Some(content) = attribute(element, local_name!("content")) else {
            return;
        };
        let name = attribute(element, local_name!("property"))
            .or_else(|| attribute(element, local_name!("name")))
            .or_else(|| attribute(element, local_name!("itemprop")))
            .or_else(|| attribute(element, local_name!("http-equiv")));
        let Some(name) = name else {
            return;
        };
        if content.trim().is_empty() || self.found.metas.len() >= 500 {
            return;
        }
        // One element may say several things.
        for name in name.split_ascii_whitespace().take(8) {
            let name = name.to_ascii_lowercase();
            self.found.is_whole |=
                name.starts_with("og:") || name == "viewport" || name == "description";
            self.found.metas.push((name, content.trim().to_owned()));
        }
    }

    fn time(&mut self, element: &Element, node: NodeRef<'_>) {
        if self.n_aside > 0 || self.found.dates.len() >= 20 {
            return;
        }
        let declared = attribute(element, local_name!("itemprop"))
            .is_some_and(|prop| prop.eq_ignore_ascii_case("datepublished"))
            || element
                .attrs
                .iter()
                .any(|one| &*one.name.local == "pubdate");
        let words = attribute(element, local_name!("datetime"))
            .map(str::to_owned)
            .or_else(|| self.look(node, 80));
        let trust = if declared {
            Trust::Declared
        } else {
            Trust::Named
        };
        self.found.dates.extend(words.map(|words| (trust, words)));
    }

    fn text(&mut self, node: NodeRef<'a>) {
        if self.n_unseen > 0 {
            return;
        }
        if self.n_aside == 0 && self.totals.running < 700 && self.found.early.len() < 300 {
            self.early(node);
        }
        node.query(|node| {
            if let NodeData::Text { contents } = &node.data {
                let size = size_of(contents);
                self.found.cost += contents.len() / 8 * self.open.len();
                self.totals.size += size;
                if self.n_links > 0 {
                    self.totals.links += size;
                } else if self.n_headings > 0 {
                    self.totals.headings += size;
                } else if self.n_running > 0 {
                    self.totals.running += size;
                }
            }
        });
    }

    /// What stands near the top may be headline, author line or date, whatever it is called.
    fn early(&mut self, node: NodeRef<'a>) {
        let text = node.query(|node| match &node.data {
            NodeData::Text { contents } if contents.len() < 400 => Some(plain(contents)),
            _ => None,
        });
        let Some(text) = text.flatten().filter(|text| !text.is_empty()) else {
            return;
        };
        if self.found.dates.len() < 20
            && self.n_links == 0
            && let Some(date) = find_date(&text)
        {
            self.found.dates.push((Trust::Placed, date));
        }
        let opens = BY.iter().any(|by| {
            text.strip_prefix(by)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
        });
        if opens && self.found.bylines.len() < 20 && self.n_headings == 0 {
            let whole = node
                .parent()
                .and_then(|parent| self.look(parent, 160))
                .filter(|whole| whole.starts_with(&text));
            self.found
                .bylines
                .push((Trust::Placed, whole.unwrap_or_else(|| text.clone())));
        }
        self.found.early.push(text);
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        self.n_unseen -= usize::from(open.is_unseen);
        self.n_running -= usize::from(open.is_running);
        self.n_links -= usize::from(open.is_link);
        self.n_headings -= usize::from(open.is_heading);
        self.n_aside -= usize::from(open.is_aside);
        let inside = self.totals.since(open.before);
        self.look_at_links(&open, inside);
        if inside.running > 200 && open.node.has_name("form") {
            self.found.forms.push(open.node);
        }
        let kind = match open.kind {
            Some(Kind::Post) => {
                if self.found.posts.len() < 5_000 {
                    self.found.posts.push(open.node);
                }
                return;
            }
            // A box with a field for an address asks for it, whatever it is called.
            None if inside.n_email_fields > 0 && inside.size < 500 => Kind::Newsletter,
            Some(kind) if kind.is_clutter() || kind == Kind::Paywall => kind,
            _ => return,
        };
        self.marked.push(Marked {
            node: open.node,
            kind,
            inside,
        });
    }

    /// Tells by its looks whether an element leads to other articles, and which of those right in it do.
    fn look_at_links(&mut self, open: &Open<'a>, inside: Totals) {
        let Some(name) = open
            .node
            .element_ref()
            .map(|element| element.name.local.clone())
        else {
            return;
        };
        let tag = &*name;
        let words = inside.size - inside.headings.min(inside.size);
        let is_links = inside.n_links > 0 && inside.links * 10 >= words * 8;
        let is_block = is_links
            && inside.n_links >= 3
            && self.n_running == 0
            && matches!(
                tag,
                "ul" | "ol" | "div" | "section" | "table" | "p" | "aside" | "footer" | "header"
            );
        let is_card = (5..450).contains(&inside.size)
            && inside.n_links > 0
            && (inside.links * 10 >= inside.size * 4 && inside.n_pictures + inside.n_headings > 0
                || inside.n_linked_headings == 1 && inside.n_pictures > 0 && inside.size < 320)
            && matches!(tag, "div" | "li" | "article" | "section" | "figure" | "a");
        if !is_block {
            let in_text = inside.running > 250;
            for block in &open.link_blocks {
                let is_list = ["ul", "ol", "table", "p"]
                    .iter()
                    .any(|tag| block.has_name(tag));
                if !(in_text && is_list) {
                    self.link_blocks.push(*block);
                }
            }
        }
        if open.cards.len() >= 3 {
            self.link_blocks.extend(&open.cards);
        }
        if let Some(parent) = self.open.last_mut() {
            if is_block {
                parent.link_blocks.push(open.node);
            }
            if is_card {
                parent.cards.push(open.node);
            }
        }
    }

    /// What stands before the headline: sections, breadcrumbs, buttons.
    fn before_headline(&mut self) -> Vec<NodeRef<'a>> {
        let mut found = Vec::new();
        let titles: Vec<&str> = self
            .found
            .metas
            .iter()
            .filter(|(name, _)| matches!(name.as_str(), "og:title" | "twitter:title"))
            .map(|(_, content)| content.as_str())
            .chain(self.found.title.as_deref())
            .collect();
        let is_headline = |words: &str| {
            titles
                .iter()
                .any(|title| similar(title, words) || normal(title).starts_with(&normal(words)))
        };
        let headline = self.h1s.iter().take(8).find(|node| {
            self.h1s.len() == 1 || short_text(**node, 500).is_some_and(|words| is_headline(&words))
        });
        let Some(headline) = headline else {
            return found;
        };
        if self.found.standfirst.is_none() {
            let clutter: HashSet<NodeId> = self
                .marked
                .iter()
                .map(|one| one.node.id)
                .chain(self.link_blocks.iter().map(|node| node.id))
                .collect();
            self.found.standfirst = lead_after(*headline, &clutter);
        }
        let mut at = *headline;
        for _ in 0..5 {
            let mut before = at.prev_sibling();
            let mut n_before = 0;
            while let Some(node) = before {
                n_before += 1;
                if n_before > 30 {
                    break;
                }
                let is_figure = node.has_name("figure") || node.has_name("picture");
                if node.is_element() && !is_figure {
                    // What holds text is more than what stands before it.
                    if short_text(node, 160).is_none() && short_text(node, 161 * 40).is_some() {
                        break;
                    }
                    found.push(node);
                }
                before = node.prev_sibling();
            }
            let Some(parent) = at.parent() else {
                break;
            };
            if ["article", "main", "body"]
                .iter()
                .any(|tag| parent.has_name(tag))
            {
                break;
            }
            at = parent;
        }
        found
    }

    fn finish(mut self) -> Scan<'a> {
        let all = self.totals;
        (self.found.size, self.found.running) = (all.size, all.running);
        let before = self.before_headline();
        self.found.clutter.extend(before);
        self.found.n_link_blocks = self.link_blocks.len();
        self.found.clutter.append(&mut self.link_blocks);
        for Marked { node, kind, inside } in self.marked {
            // What holds much of the page's text is no clutter, whatever it is called.
            if inside.running * 3 > all.running && inside.running > 200 {
                continue;
            }
            if kind.is_doubtful() && inside.running > 400 && inside.running > inside.links * 2 {
                continue;
            }
            if kind == Kind::Paywall {
                let asks = inside.size < 800
                    && short_text(node, 3_000).is_some_and(|words| asks_to_pay(&words));
                self.found.asks_to_pay |= asks;
                if !asks {
                    continue;
                }
            }
            self.found.running -= inside.running.min(self.found.running);
            self.found.clutter.push(node);
        }
        self.found
    }
}

/// The paragraph that follows the headline in its box, or in the next, if the box is small: a lead, or the text itself.
fn lead_after(headline: NodeRef<'_>, clutter: &HashSet<NodeId>) -> Option<String> {
    let mut at = headline;
    for _ in 0..3 {
        let mut next = at.next_sibling();
        for _ in 0..8 {
            let Some(node) = next else {
                break;
            };
            next = node.next_sibling();
            if clutter.contains(&node.id) {
                continue;
            }
            let is_box = node.has_name("div") || node.has_name("section");
            let is_lead = ["p", "h2", "h3"].iter().any(|tag| node.has_name(tag));
            let words = if is_lead {
                short_text(node, 500)
            } else if is_box {
                // A box around one paragraph.
                node.element_children()
                    .first()
                    .filter(|child| child.has_name("p") && node.element_children().len() == 1)
                    .and_then(|child| short_text(*child, 500))
            } else {
                None
            };
            let is_sentence = |words: &String| {
                words.split(' ').count() >= 6
                    && words.ends_with(['.', '!', '?', '”', '"', '»', '。', '…', '؟', '’'])
            };
            let found =
                words.filter(|words| is_sentence(words) || is_lead && words.chars().count() >= 60);
            if found.is_some() {
                return found;
            }
        }
        at = at.parent()?;
        // No further than the box of the headline.
        if ["article", "main", "body"]
            .iter()
            .any(|tag| at.has_name(tag))
            || short_text(at, 1_200).is_none()
        {
            return None;
        }
        if !["header", "hgroup", "div", "section"]
            .iter()
            .any(|tag| at.has_name(tag))
        {
            return None;
        }
    }
    None
}

/// Words that open author lines, as they are printed.
const BY: [&str; 12] = [
    "By",
    "by",
    "BY",
    "Von",
    "von",
    "Par",
    "Por",
    "Written by",
    "Words by",
    "Text:",
    "Autor:",
    "Автор:",
];

/// The date in a short text: *9 May 2026*, *May 9, 2026*, *9. Mai 2026*, *9 de mayo de 2026*, *2026-05-09*.
pub(super) fn find_date(text: &str) -> Option<String> {
    if text.len() > 200 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        words.push((at, at + word.len()));
        at += word.len() + 1;
    }
    let bare = |idx: usize| {
        let (start, end) = words[idx];
        text[start..end].trim_matches(|c: char| !c.is_alphanumeric())
    };
    let is_number = |word: &str| {
        (1..=4).contains(&word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).len())
            && word
                .bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_digit())
    };
    let is_year = |word: &str| {
        word.len() == 4
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && (word.starts_with("19") || word.starts_with("20"))
    };
    for idx in 0..words.len() {
        let word = bare(idx);
        let is_iso = word.len() >= 10
            && word.is_ascii()
            && is_year(&word[..4])
            && word.as_bytes()[4] == b'-'
            && word.as_bytes()[7] == b'-';
        if is_iso {
            return Some(word[..10].to_owned());
        }
        if !is_year(word) {
            continue;
        }
        // Back over day, month and the word between.
        let mut first = idx;
        let (mut n_numbers, mut n_words) = (0, 0);
        while first > 0 && idx - first < 4 {
            let word = bare(first - 1);
            if matches!(word, "de" | "of") {
                first -= 1;
            } else if is_number(word) && !is_year(word) && n_numbers == 0 {
                n_numbers += 1;
                first -= 1;
            } else if is_month(word) && n_words == 0 {
                n_words += 1;
                first -= 1;
            } else {
                break;
            }
        }
        if n_numbers == 1 && n_words == 1 {
            let start = words[first].0;
            let end = words[idx].1;
            return Some(
                text[start..end]
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .to_owned(),
            );
        }
    }
    None
}

/// Whether a word names a month, by its first letters, in the languages we know.
fn is_month(word: &str) -> bool {
    const STARTS: [&str; 48] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär",
        "mai", "okt", "dez", "fév", "avr", "juin", "juil", "aoû", "déc", "ene", "abr", "ago",
        "dic", "gen", "mag", "giu", "lug", "set", "ott", "maj", "mei", "sty", "lut", "kwi", "cze",
        "lip", "sie", "wrz", "paź", "lis", "gru", "янв", "фев", "фeв", "окт",
    ];
    let lower: String = word.chars().take(5).flat_map(char::to_lowercase).collect();
    word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether words ask to pay or to log in.
pub(super) fn asks_to_pay(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "subscri",
        "sign in",
        "log in",
        "login",
        "member",
        "continue reading",
        "keep reading",
        "unlock",
        "free trial",
        "register",
        "abonn",
        "anmelden",
        "weiterlesen",
        "suscr",
        "s’abonner",
        "s'abonner",
        "assine",
        "abbona",
        "prenumer",
        "подпис",
        "订阅",
        "会員",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

fn is_hidden(element: &Element) -> bool {
    element.attrs.iter().any(|one| match &*one.name.local {
        "hidden" => true,
        "aria-hidden" => &*one.value == "true",
        "style" => {
            let style = one.value.to_ascii_lowercase().replace(' ', "");
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        _ => false,
    })
}

/// Letters and marks of `text`: all but white space, near enough.
pub(super) fn size_of(text: &str) -> usize {
    text.bytes()
        .filter(|byte| *byte > b' ' && (*byte & 0xc0) != 0x80)
        .count()
}

fn short_text_of_title(node: NodeRef<'_>) -> Option<String> {
    let text = node.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty() && text.len() < 2_000).then(|| words.join(" "))
}

/// The name in an element that is declared to be the author.
fn author_words(node: NodeRef<'_>, element: &Element) -> Option<String> {
    if let Some(content) = attribute(element, local_name!("content")) {
        return Some(content.to_owned()).filter(|name| !name.contains("://"));
    }
    let mut name = None;
    let mut steps = 0;
    walk(node, |step| {
        steps += 1;
        if steps > 200 {
            return Go::Stop;
        }
        if let Step::Open(inner) = step
            && let Some(element) = inner.element_ref()
        {
            let prop = attribute(&element, local_name!("itemprop")).unwrap_or_default();
            if prop.split_whitespace().any(|prop| prop == "name") {
                name = attribute(&element, local_name!("content"))
                    .map(str::to_owned)
                    .or_else(|| short_text(inner, 200));
            }
        }
        if name.is_none() { Go::On } else { Go::Stop }
    });
    name.or_else(|| short_text(node, 200))
}
