//! Owns what belongs to a book but is none of its chapters: cover, title page, copyright, tables of contents.

/// Whether a kind, in the words of the guide of EPUB 2 or of `epub:type` (EPUB 3 Structural Semantics Vocabulary), is one.
pub(super) fn is_front_kind(kind: &str) -> bool {
    matches!(
        kind,
        "cover"
            | "title-page"
            | "titlepage"
            | "halftitlepage"
            | "copyright-page"
            | "imprint"
            | "imprimatur"
            | "colophon"
            | "landmarks"
            | "page-list"
            | "loi"
            | "lot"
    ) || is_contents_kind(kind)
}

/// Whether a kind is a table of contents.
pub(super) fn is_contents_kind(kind: &str) -> bool {
    kind == "toc"
}

/// Whether the name of a file says so.
pub(super) fn is_front_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let stem: String = stem.chars().filter(char::is_ascii_alphabetic).collect();
    matches!(
        stem.as_str(),
        "cover"
            | "coverpage"
            | "titlepage"
            | "copyright"
            | "copyrightpage"
            | "toc"
            | "contents"
            | "nav"
            | "colophon"
            | "imprint"
            | "halftitle"
            | "wrap"
    )
}

/// Whether a title says so.
pub(super) fn is_front_title(title: &str) -> bool {
    matches!(
        title.trim().to_lowercase().as_str(),
        "cover"
            | "cover page"
            | "title page"
            | "half title"
            | "half-title page"
            | "copyright"
            | "copyright page"
            | "copyright notice"
            | "contents"
            | "table of contents"
            | "list of illustrations"
            | "colophon"
            | "imprint"
            | "the full project gutenberg license"
            | "umschlag"
            | "titelseite"
            | "inhalt"
            | "inhaltsverzeichnis"
            | "impressum"
            | "couverture"
            | "page de titre"
            | "sommaire"
            | "table des matières"
            | "cubierta"
            | "portada"
            | "índice"
            | "copertina"
            | "frontespizio"
            | "indice"
    )
}
