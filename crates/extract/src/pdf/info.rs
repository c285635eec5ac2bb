//! Owns what a PDF says of itself: the information dictionary, XMP, the language of the catalog.

use hayro_syntax::Pdf;
use hayro_syntax::object::{DateTime, Dict, Stream, String as PdfString};
use hearsay_text::Metadata;

use super::unpack;

/// What the file says of itself, titles that programs make up left out.
pub(crate) fn read(pdf: &Pdf) -> Metadata {
    let info = pdf.metadata();
    let xref = pdf.xref();
    let catalog = xref.get::<Dict<'_>>(xref.root_id()).unwrap_or_default();
    let xmp = catalog
        .get::<Stream<'_>>("Metadata")
        .and_then(|stream| unpack::unpack(&stream).ok().flatten())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    let said = |bytes: &Option<Box<[u8]>>| {
        let text = bytes.as_deref().map(super::text_string);
        text.map(|text| collapse(&text))
            .filter(|text| !text.is_empty())
    };
    let date = |date: Option<DateTime>, name: &str| {
        date.filter(|date| date.year > 1900)
            .map(iso)
            .or_else(|| property(&xmp, name).filter(|date| date.starts_with(['1', '2'])))
    };
    let language = catalog
        .get::<PdfString<'_>>("Lang")
        .map(|tag| super::text_string(tag.as_bytes()))
        .or_else(|| property(&xmp, "dc:language"))
        .map(|tag| tag.trim().replace('_', "-"))
        .filter(|tag| is_language(tag));
    Metadata {
        title: property(&xmp, "dc:title")
            .filter(|title| !is_made_up(title))
            .or_else(|| said(&info.title).filter(|title| !is_made_up(title))),
        byline: said(&info.author)
            .or_else(|| property(&xmp, "dc:creator"))
            .filter(|name| !is_nobody(name)),
        date: date(info.creation_date, "xmp:CreateDate"),
        modified: date(info.modification_date, "xmp:ModifyDate"),
        language,
        ..Metadata::default()
    }
}

/// The value of an XMP property: its attribute or its content, the first item of a list of alternatives, all of others.
fn property(xmp: &str, name: &str) -> Option<String> {
    let attribute = format!("{name}=\"");
    let content = if let Some(start) = xmp.find(&attribute) {
        let rest = &xmp[start + attribute.len()..];
        rest[..rest.find('"')?].to_owned()
    } else {
        let start = xmp
            .find(&format!("<{name}>"))
            .or_else(|| xmp.find(&format!("<{name} ")))?;
        let rest = &xmp[start..];
        let rest = &rest[..rest.find(&format!("</{name}>"))?];
        let mut items: Vec<String> = Vec::new();
        // Text between tags is all that is wanted of so small a piece.
        for piece in rest.split('<').skip(1) {
            let text = piece.split_once('>').map_or("", |(_, text)| text).trim();
            if !text.is_empty() && items.len() < 20 {
                items.push(text.to_owned());
            }
        }
        if rest.contains("rdf:Alt") {
            items.truncate(1);
        }
        items.join(", ")
    };
    let mut text = content;
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    Some(collapse(&text)).filter(|text| !text.is_empty())
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As ISO 8601 has it, to the minute; the day alone where there is no more.
fn iso(date: DateTime) -> String {
    let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    if (date.hour, date.minute, date.second) == (0, 0, 0) {
        return day;
    }
    let zone = match (date.utc_offset_hour, date.utc_offset_minute) {
        (0, 0) => "Z".to_owned(),
        (hours, minutes) => {
            let sign = if hours < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{minutes:02}", hours.unsigned_abs())
        }
    };
    format!(
        "{day}T{:02}:{:02}:{:02}{zone}",
        date.hour, date.minute, date.second
    )
}

/// Whether a title names a file or a program rather than the article.
fn is_made_up(title: &str) -> bool {
    const STARTS: [&str; 9] = [
        "microsoft word",
        "microsoft powerpoint",
        "powerpoint",
        "untitled",
        "about:",
        "http://",
        "https://",
        "file:",
        "slide 1",
    ];
    const ENDS: [&str; 16] = [
        ".doc", ".docx", ".odt", ".rtf", ".txt", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi",
        ".ps", ".htm", ".html", ".ppt", ".pptx",
    ];
    let lower = title.to_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
        || ENDS.iter().any(|end| lower.ends_with(end))
        || matches!(lower.as_str(), "title" | "document" | "print" | "(anonymous)" | "unknown" | "unspecified" | "none")
        || !title.chars().any(char::is_alphabetic)
        // Names of files and keys of databases.
        || (!title.contains(' ') && title.contains(['_', '/', '\\']))
}

/// Whether an author is what programs write when nobody told them.
fn is_nobody(name: &str) -> bool {
    let lower = name.to_lowercase();
    matches!(
        lower.as_str(),
        "user"
            | "admin"
            | "administrator"
            | "author"
            | "anonymous"
            | "(anonymous)"
            | "unknown"
            | "unspecified"
            | "none"
            | "default"
            | "owner"
    ) || !name.chars().any(char::is_alphabetic)
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && !matches!(first.to_ascii_lowercase().as_str(), "und" | "x")
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_programs_make_up_are_none() {
        for title in [
            "Microsoft Word - draft.doc",
            "report_final",
            "untitled",
            "a.indd",
            "1234",
        ] {
            assert!(is_made_up(title), "{title}");
        }
        for title in ["The flood", "Word on the street", "Rain"] {
            assert!(!is_made_up(title), "{title}");
        }
    }

    #[test]
    fn xmp_properties_are_read_from_elements_and_attributes() {
        let xmp = r#"<rdf:Description xmp:CreateDate="2024-05-01T10:00:00Z"><dc:title><rdf:Alt>
            <rdf:li xml:lang="x-default">Rain &amp; shine</rdf:li><rdf:li xml:lang="de">Regen</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li><rdf:li>Bo Lund</rdf:li></rdf:Seq></dc:creator>"#;
        assert_eq!(property(xmp, "dc:title").as_deref(), Some("Rain & shine"));
        assert_eq!(
            property(xmp, "dc:creator").as_deref(),
            Some("Ana Ruiz, Bo Lund")
        );
        assert_eq!(
            property(xmp, "xmp:CreateDate").as_deref(),
            Some("2024-05-01T10:00:00Z")
        );
        assert_eq!(property(xmp, "dc:language"), None);
    }
}
