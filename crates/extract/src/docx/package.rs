//! Owns the package (ECMA-376 part 2): which parts there are, how they refer to each other, and what else an archive may
//! be that calls itself a Word document.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::path;
use crate::xml::{Node, Xml, decode};
use crate::{Format, LoadError};

/// Where the parts of a document are.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// Path of the part with the text.
    pub(super) main: String,
    /// Paths of the parts that the main part refers to, by kind: `styles`, `footnotes`.
    parts: BTreeMap<String, String>,
    /// Path of what the document says of itself.
    pub(super) properties: String,
    /// Addresses that links of the main part lead to, by id.
    pub(super) targets: BTreeMap<String, String>,
}

/// A reference from one part to another, or to an address.
struct Relationship {
    id: String,
    /// The last piece of its type: `hyperlink`.
    kind: String,
    target: String,
    is_external: bool,
}

impl Package {
    /// # Errors
    ///
    /// [`LoadError`] if there is no part with the text of a Word document.
    pub(super) fn open(archive: &Archive<'_>) -> Result<Self, LoadError> {
        let mut package = Self {
            main: "word/document.xml".into(),
            properties: "docProps/core.xml".into(),
            ..Self::default()
        };
        for relationship in relationships(archive, "_rels/.rels")? {
            let target = path::resolve("", &relationship.target);
            match relationship.kind.as_str() {
                "officeDocument" if archive.has(&target) => package.main = target,
                "core-properties" => package.properties = target,
                _ => {}
            }
        }
        if let Some(error) = mistaken(archive, &package.main) {
            return Err(error);
        }
        let main = package.main.clone();
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let list = path::resolve(folder, &format!("_rels/{name}.rels"));
        for relationship in relationships(archive, &list)? {
            if relationship.is_external {
                package.targets.insert(relationship.id, relationship.target);
            } else {
                let target = path::resolve(folder, &relationship.target);
                package.parts.entry(relationship.kind).or_insert(target);
            }
        }
        Ok(package)
    }

    /// The text of a part that the main part refers to; empty if there is none.
    ///
    /// # Errors
    ///
    /// [`LoadError`] if it is larger than the limits or cannot be unpacked.
    pub(super) fn part(&self, archive: &Archive<'_>, kind: &str) -> Result<String, LoadError> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let by_custom = || path::resolve(folder, &format!("{kind}.xml"));
        let path = self.parts.get(kind).cloned().unwrap_or_else(by_custom);
        Ok(archive.read(&path)?.map(decode).unwrap_or_default())
    }
}

fn relationships(archive: &Archive<'_>, path: &str) -> Result<Vec<Relationship>, LoadError> {
    let Some(bytes) = archive.read(path)? else {
        return Ok(Vec::new());
    };
    let text = decode(bytes);
    let mut xml = Xml::new(&text);
    let mut found = Vec::new();
    while let Some(node) = xml.next() {
        if let Node::Open(element) = node
            && element.name() == "Relationship"
        {
            let get = |name: &str| element.get(name).unwrap_or_default();
            let kind = get("Type");
            found.push(Relationship {
                id: get("Id"),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: get("Target"),
                is_external: get("TargetMode") == "External",
            });
        }
    }
    Ok(found)
}

/// What to say of an archive that holds no text of Word's.
fn mistaken(archive: &Archive<'_>, main: &str) -> Option<LoadError> {
    const COPY: &str =
        "open it with the program it was made for, copy the text that you want and paste it";
    const KNOWN: [(&str, &str); 9] = [
        ("xl/", "a spreadsheet (Excel)"),
        ("ppt/", "a presentation (PowerPoint)"),
        ("visio/", "a drawing (Visio)"),
        ("Index/Document.iwa", "a Pages document"),
        ("Index.zip", "a Pages, Numbers or Keynote document"),
        ("AndroidManifest.xml", "an Android app"),
        ("META-INF/MANIFEST.MF", "a Java program"),
        ("META-INF/container.xml", "an EPUB book"),
        ("content.xml", "a document of LibreOffice or OpenOffice"),
    ];
    let is_word = archive.has(main) && !main.starts_with("xl/") && !main.starts_with("ppt/");
    if is_word {
        return None;
    }
    let known = KNOWN.iter().find(|(name, _)| {
        archive.has(name) || name.ends_with('/') && archive.names().any(|one| one.starts_with(name))
    });
    let (looks_like, instead) = match known {
        Some((name, looks_like)) => {
            let instead = match *name {
                "META-INF/container.xml" => "give it the ending .epub and open it again",
                "AndroidManifest.xml" | "META-INF/MANIFEST.MF" => "there is no article in it",
                _ => COPY,
            };
            (*looks_like, instead)
        }
        None if archive.has("[Content_Types].xml") => {
            return Some(LoadError::Damaged {
                format: Format::Docx,
                problem: "the part with its text, word/document.xml, is missing".into(),
            });
        }
        None => (
            "a ZIP archive",
            "unpack it and open the file in it that holds the text",
        ),
    };
    Some(LoadError::Mistaken {
        format: Format::Docx,
        looks_like,
        instead,
    })
}
