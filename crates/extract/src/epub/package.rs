//! Owns the package document (EPUB 3.3, section 5; OPF 2.0.1): what a book says of itself, and in what order it is read.

use std::collections::{BTreeMap, BTreeSet};

use hearsay_text::Metadata;

use super::front;
use crate::path;
use crate::xml::{Element, Node, Xml};

/// Stand-ins may have stand-ins, but not for ever.
const MOST_FALLBACKS: usize = 5;

/// A book.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) metadata: Metadata,
    /// Files in reading order, each once; those off the main line last.
    pub(super) spine: Vec<SpineItem>,
    /// Path of the navigation document (EPUB 3).
    pub(super) navigation: Option<String>,
    /// Path of the table of contents (EPUB 2).
    pub(super) ncx: Option<String>,
}

/// A file of the text.
#[derive(Debug)]
pub(super) struct SpineItem {
    pub(super) path: String,
    /// A list of what is in the book rather than part of it.
    pub(super) is_contents: bool,
    /// Cover, title page and the like, as far as the package tells.
    pub(super) is_front: bool,
}

#[derive(Debug, Default)]
struct ManifestItem {
    path: String,
    media_type: String,
    is_navigation: bool,
    fallback: Option<String>,
}

/// A person or body named in the metadata.
#[derive(Debug, Default)]
struct Creator {
    id: Option<String>,
    name: String,
    role: Option<String>,
}

impl Package {
    /// The book that a package document in `folder` describes.
    pub(super) fn read(text: &str, folder: &str) -> Self {
        let mut reader = Reader {
            folder,
            ..Reader::default()
        };
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next() {
            if let Node::Open(element) = node {
                reader.element(&element, &mut xml);
            }
        }
        reader.finish()
    }
}

#[derive(Default)]
struct Reader<'a> {
    folder: &'a str,
    package: Package,
    titles: Vec<(Option<String>, String)>,
    creators: Vec<Creator>,
    dates: Vec<(Option<String>, String)>,
    /// Roles and kinds of title, by the id of what they say it of.
    refinements: BTreeMap<(String, String), String>,
    manifest: BTreeMap<String, ManifestItem>,
    /// Ids, and whether they are on the main line.
    spine: Vec<(String, bool)>,
    ncx_id: Option<String>,
    /// Paths of what is named in the guide of EPUB 2, by kind.
    guide: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn element(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) {
        let metadata = &mut self.package.metadata;
        match element.name() {
            "title" => self.titles.push((element.get("id"), xml.words())),
            "creator" => self.creators.push(Creator {
                id: element.get("id"),
                role: element.get("role"),
                name: xml.words(),
            }),
            "publisher" => fill(&mut metadata.site, xml.words()),
            "date" => self.dates.push((element.get("event"), xml.words())),
            "language" => fill(&mut metadata.language, xml.words()),
            "identifier" | "source" => {
                let words = xml.words();
                if words.starts_with("https://") || words.starts_with("http://") {
                    fill(&mut metadata.url, words);
                }
            }
            "meta" => {
                let property = element.get("property").unwrap_or_default();
                let refined = element.get("refines");
                match (property.as_str(), refined) {
                    ("dcterms:modified", None) => fill(&mut metadata.modified, xml.words()),
                    ("role" | "title-type", Some(id)) => {
                        let id = id.trim_start_matches('#').to_owned();
                        self.refinements.insert((property, id), xml.words());
                    }
                    _ => {}
                }
            }
            "item" => self.item(element),
            "spine" => self.ncx_id = element.get("toc"),
            "itemref" => {
                let is_on_line = element.get("linear").as_deref() != Some("no");
                self.spine
                    .extend(element.get("idref").map(|id| (id, is_on_line)));
            }
            "reference" => {
                if let (Some(kind), Some(reference)) = (element.get("type"), element.get("href")) {
                    let path = path::resolve(self.folder, &reference);
                    self.guide.insert(path, kind.to_ascii_lowercase());
                }
            }
            _ => {}
        }
    }

    fn item(&mut self, element: &Element<'_>) {
        let get = |name: &str| element.get(name).unwrap_or_default();
        let item = ManifestItem {
            path: path::resolve(self.folder, &get("href")),
            media_type: get("media-type"),
            is_navigation: get("properties").split_whitespace().any(|one| one == "nav"),
            fallback: element.get("fallback"),
        };
        if item.is_navigation {
            self.package.navigation.get_or_insert(item.path.clone());
        }
        if item.media_type == "application/x-dtbncx+xml" {
            self.package.ncx.get_or_insert(item.path.clone());
        }
        self.manifest.entry(get("id")).or_insert(item);
    }

    fn finish(mut self) -> Package {
        let ncx = self.ncx_id.as_ref().and_then(|id| self.manifest.get(id));
        if let Some(ncx) = ncx {
            self.package.ncx = Some(ncx.path.clone());
        }
        let mut spine = Vec::new();
        let mut seen = BTreeSet::new();
        let on_line = self.spine.iter().filter(|(_, is_on_line)| *is_on_line);
        let off_line = self.spine.iter().filter(|(_, is_on_line)| !*is_on_line);
        for (id, _) in on_line.chain(off_line) {
            let Some(item) = self.readable(id).filter(|item| seen.insert(&item.path)) else {
                continue;
            };
            let kind = self.guide.get(&item.path).map_or("", String::as_str);
            spine.push(SpineItem {
                path: item.path.clone(),
                is_contents: item.is_navigation || kind == "toc",
                is_front: front::is_front_kind(kind) || front::is_front_file(&item.path),
            });
        }
        drop(seen);
        self.package.spine = spine;
        self.package.metadata.title = self.title();
        self.package.metadata.byline = self.byline();
        self.package.metadata.date = self.date();
        self.package
    }

    /// The item, or its first stand-in, that is a text.
    fn readable(&self, id: &str) -> Option<&ManifestItem> {
        let mut item = self.manifest.get(id)?;
        for _ in 0..MOST_FALLBACKS {
            let kind = item.media_type.as_str();
            if kind.contains("html") || kind.contains("dtbook") || kind.contains("oeb1-document") {
                return Some(item);
            }
            item = self.manifest.get(item.fallback.as_ref()?)?;
        }
        None
    }

    fn refinement(&self, property: &str, id: Option<&String>) -> Option<&str> {
        let key = (property.to_owned(), id?.clone());
        self.refinements.get(&key).map(String::as_str)
    }

    /// The main title, else the first.
    fn title(&self) -> Option<String> {
        let is_main = |(id, _): &&(Option<String>, String)| {
            self.refinement("title-type", id.as_ref()) == Some("main")
        };
        let title = self.titles.iter().find(is_main).or(self.titles.first());
        title
            .map(|(_, title)| title.clone())
            .filter(|title| !title.is_empty())
    }

    /// The authors, else whoever made it.
    fn byline(&self) -> Option<String> {
        let role = |creator: &Creator| {
            let refined = self.refinement("role", creator.id.as_ref());
            refined.map(str::to_owned).or_else(|| creator.role.clone())
        };
        let named = || self.creators.iter().filter(|one| !one.name.is_empty());
        let is_author = |one: &&Creator| role(one).is_none_or(|role| role == "aut");
        let mut names: Vec<&str> = named()
            .filter(is_author)
            .map(|one| one.name.as_str())
            .collect();
        if names.is_empty() {
            names = named().map(|one| one.name.as_str()).collect();
        }
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// The date of publication, else the first.
    fn date(&self) -> Option<String> {
        let is_publication = |(event, _): &&(Option<String>, String)| {
            event
                .as_ref()
                .is_some_and(|event| event.contains("publication"))
        };
        let date = self
            .dates
            .iter()
            .find(is_publication)
            .or(self.dates.first());
        date.map(|(_, date)| date.clone())
            .filter(|date| !date.is_empty())
    }
}

fn fill(slot: &mut Option<String>, words: String) {
    if slot.is_none() && !words.is_empty() {
        *slot = Some(words);
    }
}
