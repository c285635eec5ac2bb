//! Owns what styles make of paragraphs and runs: headings, quotations, captions, lists, bold and italic by style.

use std::collections::BTreeMap;

use crate::xml::{Element, Node, Vocabulary, Xml};

/// Styles are based on each other no deeper than this; a circle ends here too.
const MOST_BASES: usize = 20;

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Body,
    Title,
    /// Level 1 to 6.
    Heading(u8),
    Quote,
    Caption,
    Preformatted,
    /// An item of a list, and how deep; its numbering may say more.
    List {
        ordered: bool,
        depth: u8,
    },
    /// A line of a table of contents.
    Contents,
    /// The line that names the author.
    Byline,
    /// The line that dates the document.
    Date,
}

/// A style, its bases taken in.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) role: Role,
    pub(super) is_code: bool,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Its numbering and level.
    pub(super) numbering: (Option<String>, Option<u8>),
    pub(super) languages: Languages,
}

/// Languages of a run, by the script that it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Languages {
    pub(super) western: Option<String>,
    pub(super) eastern: Option<String>,
    pub(super) right_to_left: Option<String>,
}

impl Languages {
    pub(super) fn of(element: &Element<'_>) -> Self {
        Self {
            western: element.get("val"),
            eastern: element.get("eastAsia"),
            right_to_left: element.get("bidi"),
        }
    }

    /// Fills what is missing from `other`.
    fn fill(&mut self, other: &Self) {
        let fill = |slot: &mut Option<String>, other: &Option<String>| {
            if slot.is_none() {
                slot.clone_from(other);
            }
        };
        fill(&mut self.western, &other.western);
        fill(&mut self.eastern, &other.eastern);
        fill(&mut self.right_to_left, &other.right_to_left);
    }
}

/// The styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
    /// What holds where no style says otherwise.
    languages: Languages,
}

/// A style as it is written down.
#[derive(Default)]
struct Written {
    name: String,
    base: Option<String>,
    outline: Option<u8>,
    style: Style,
}

impl Styles {
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut all: BTreeMap<String, Written> = BTreeMap::new();
        let mut at_hand: Option<(String, Written)> = None;
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next() {
            if let Node::Open(element) = node
                && element.vocabulary == Vocabulary::Word
            {
                if element.name() == "style" {
                    all.extend(at_hand.take());
                    let id = element.get("styleId").unwrap_or_default();
                    let is_default = element.get("default").is_some_and(|value| is_on(&value));
                    if is_default && element.get("type").as_deref() == Some("paragraph") {
                        styles.default_paragraph = Some(id.clone());
                    }
                    at_hand = Some((id, Written::default()));
                } else if let Some((_, written)) = &mut at_hand {
                    written.take_in(&element);
                } else if element.name() == "lang" {
                    styles.languages = Languages::of(&element);
                }
            }
        }
        all.extend(at_hand);
        for id in all.keys() {
            styles.by_id.insert(id.clone(), resolve(&all, id));
        }
        if let Some(default) = styles.paragraph(None) {
            let mut languages = default.languages.clone();
            languages.fill(&styles.languages);
            styles.languages = languages;
        }
        styles
    }

    /// The style of a paragraph; styles that are not written down are told by their ids.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        self.by_id.get(id.or(self.default_paragraph.as_deref())?)
    }

    pub(super) fn role(&self, id: Option<&str>) -> Role {
        match (self.paragraph(id), id) {
            (Some(style), _) => style.role,
            (None, Some(id)) => role_of(id).unwrap_or_default(),
            (None, None) => Role::Body,
        }
    }

    /// The style of a run.
    pub(super) fn run(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    pub(super) const fn languages(&self) -> &Languages {
        &self.languages
    }
}

impl Written {
    fn take_in(&mut self, element: &Element<'_>) {
        let value = || element.get("val");
        match element.name() {
            "name" => self.name = value().unwrap_or_default(),
            "basedOn" => self.base = value(),
            "outlineLvl" => self.outline = value().and_then(|level| level.parse().ok()),
            "b" => self.style.bold = Some(toggle(element)),
            "i" => self.style.italic = Some(toggle(element)),
            "vanish" => self.style.hidden = Some(toggle(element)),
            "numId" => self.style.numbering.0 = value(),
            "ilvl" => self.style.numbering.1 = value().and_then(|level| level.parse().ok()),
            "lang" => self.style.languages = Languages::of(element),
            _ => {}
        }
    }
}

/// The style `id` with what it has from its bases, nearest first.
fn resolve(all: &BTreeMap<String, Written>, id: &str) -> Style {
    let mut style = Style::default();
    let mut role = None;
    let mut outline = None;
    let mut next = Some(id);
    for _ in 0..MOST_BASES {
        let Some((id, written)) = next.and_then(|id| all.get_key_value(id)) else {
            break;
        };
        let own = &written.style;
        role = role.or_else(|| role_of(&written.name).or_else(|| role_of(id)));
        outline = outline.or(written.outline);
        style.is_code |= is_code(&written.name);
        style.bold = style.bold.or(own.bold);
        style.italic = style.italic.or(own.italic);
        style.hidden = style.hidden.or(own.hidden);
        let (numbering, level) = &own.numbering;
        style.numbering.0 = style.numbering.0.take().or_else(|| numbering.clone());
        style.numbering.1 = style.numbering.1.or(*level);
        style.languages.fill(&own.languages);
        next = written.base.as_deref();
    }
    // Outline level 9 is body text; styles of lists and captions may have a level for the table of contents.
    let by_outline = outline.filter(|level| *level < 9).map(heading);
    style.role = role.or(by_outline).unwrap_or_default();
    style
}

/// A heading of the outline level, which counts from 0.
pub(super) fn heading(outline: u8) -> Role {
    Role::Heading(outline.saturating_add(1).min(6))
}

/// What paragraphs of a style are, by its name or id. Word writes the names of its own styles in English whatever the
/// language it runs in; other programs translate them.
fn role_of(name: &str) -> Option<Role> {
    // Ids have no spaces; names of tables of contents, headings and lists end in their level.
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '_'))
        .flat_map(char::to_lowercase)
        .collect();
    let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let level: Option<u8> = name[words.len()..].parse().ok();
    let depth = level.unwrap_or(1).saturating_sub(1).min(8);
    Some(match words {
        "title" | "titel" | "titre" | "título" | "titolo" | "tytuł" | "название" | "标题文章"
            if level.is_none() =>
        {
            Role::Title
        }
        "heading" | "überschrift" | "berschrift" | "titre" | "título" | "titolo" | "kop"
        | "rubrik" | "overskrift" | "otsikko" | "nagłówek" | "заголовок" | "标题" | "標題"
        | "見出し" | "제목"
            if level.is_some_and(|level| level > 0) =>
        {
            heading(depth)
        }
        "quote" | "quotations" | "intensequote" | "blocktext" | "blockquote" | "zitat"
        | "intensiveszitat" | "citation" | "citationintense" | "cita" | "citadestacada" => {
            Role::Quote
        }
        "caption" | "beschriftung" | "légende" | "leyenda" | "imagecaption" | "tablecaption"
        | "figure" => Role::Caption,
        "htmlpreformatted" | "preformattedtext" | "sourcecode" | "macro" => Role::Preformatted,
        "listbullet" => Role::List {
            ordered: false,
            depth,
        },
        "listnumber" => Role::List {
            ordered: true,
            depth,
        },
        "toc" | "contents" | "tocheading" | "contentsheading" | "tableoffigures" => Role::Contents,
        "author" | "byline" => Role::Byline,
        "date" => Role::Date,
        _ => return None,
    })
}

fn is_code(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "html code" | "verbatim char" | "source text" | "html keyboard" | "html sample" | "code"
    )
}

/// Whether a property that is there is on (ECMA-376 part 1, section 17.17.4).
pub(super) fn toggle(element: &Element<'_>) -> bool {
    element.get("val").is_none_or(|value| is_on(&value))
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
