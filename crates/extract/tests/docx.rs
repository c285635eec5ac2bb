//! Word documents become articles: tables of WordprocessingML and the blocks expected of it.
#![cfg(feature = "docx")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "support/archive.rs"]
mod archive;
#[allow(dead_code, reason = "shared with tests of other formats")]
mod support;

use archive::archive;
use hearsay_extract::{Diagnostic, Format, Hints, LeftOut, LoadError, Reading, read};
use hearsay_text::Metadata;
use support::{assert_sound, show};

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\"";

const STYLES: &str = r#"
    <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="House"><w:name w:val="House head"/><w:basedOn w:val="berschrift2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
    <w:style w:type="paragraph" w:styleId="Question"><w:name w:val="Question"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Punkt2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Robin"/></w:style>
    <w:style w:type="paragraph" w:styleId="Robin"><w:name w:val="Robin"/><w:basedOn w:val="Round"/></w:style>
    <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>"#;

const NUMBERING: &str = r#"
    <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:lvlOverride></w:num>"#;

const FOOTNOTES: &str = r#"
    <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
    <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The second source.</w:t></w:r></w:p></w:footnote>
    <w:footnote w:id="1"><w:p><w:r><w:t>The first source.</w:t></w:r></w:p></w:footnote>
    <w:footnote w:id="3"><w:p><w:r><w:t>Nobody refers to this.</w:t></w:r></w:p></w:footnote>"#;

const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
    <Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/>
    <Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes" Target="/word/notes/end.xml"/>
    </Relationships>"#;

fn element(name: &str, inside: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:{name} {WORD}>{inside}</w:{name}>")
}

/// A document of this body, with the styles, lists and notes above.
fn document(body: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &element("document", &format!("<w:body>{body}</w:body>")),
        ),
        ("word/_rels/document.xml.rels", RELATIONSHIPS),
        ("word/styles.xml", &element("styles", STYLES)),
        ("word/numbering.xml", &element("numbering", NUMBERING)),
        ("word/footnotes.xml", &element("footnotes", FOOTNOTES)),
        (
            "word/notes/end.xml",
            &element(
                "endnotes",
                "<w:endnote w:id=\"1\"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>",
            ),
        ),
        (
            "word/header1.xml",
            &element("hdr", "<w:p><w:r><w:t>Page 1</w:t></w:r></w:p>"),
        ),
    ])
}

fn opened(bytes: &[u8]) -> Result<Reading, LoadError> {
    let hints = Hints {
        name: Some("story.docx"),
        ..Hints::default()
    };
    let readings = read(bytes, hints, Metadata::default(), &mut |_| {})?;
    assert_eq!((readings.others.len(), readings.ask), (0, None));
    assert_sound(&readings.first.article);
    Ok(readings.first)
}

fn reading(body: &str) -> Reading {
    opened(&document(body)).unwrap()
}

fn check(body: &str, expected: &str) {
    let lines: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(
        show(&reading(body).article),
        lines.join("\n"),
        "from {body}"
    );
}

fn said(body: &str) -> Vec<String> {
    reading(body)
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn message(bytes: &[u8]) -> String {
    opened(bytes)
        .map(|reading| show(&reading.article))
        .unwrap_err()
        .to_string()
}

#[test]
fn paragraphs_are_what_their_styles_are_called_whatever_the_language_of_their_ids() {
    check(
        r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Flood in Porto</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>The night</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="House"/></w:pPr><w:r><w:t>The morning</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Outlined"/></w:pPr><w:r><w:t>At noon</w:t></w:r></w:p>
        <w:p><w:pPr><w:outlineLvl w:val="3"/></w:pPr><w:r><w:t>Later</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Zitat"/></w:pPr><w:r><w:t>We saw it rise.</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Beschriftung"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Round"/></w:pPr><w:r><w:t>Based on itself.</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Not in the list of styles</w:t></w:r></w:p>
        <w:p/><w:p><w:r><w:t>Rain fell.</w:t></w:r></w:p>"#,
        "h1: Flood in Porto
        h2: The night
        h2: The morning
        h3: At noon
        h4: Later
        quote: We saw it rise.
        caption: The bridge
        p: Based on itself.
        h1: Not in the list of styles
        p: Rain fell.",
    );
}

#[test]
fn runs_that_look_alike_are_one_and_styles_cancel_each_other_out() {
    check(
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Ana </w:t></w:r><w:r><w:rPr><w:b w:val="true"/></w:rPr><w:t>Ruiz</w:t></w:r><w:r><w:t xml:space="preserve"> saw </w:t></w:r><w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>all</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Question"/></w:pPr><w:r><w:t xml:space="preserve">Who </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>are</w:t></w:r><w:r><w:t xml:space="preserve"> you?</w:t></w:r></w:p>"#,
        "p: <strong Ana Ruiz> saw <em all>.
        p: <strong Who> are <strong you?>",
    );
}

#[test]
fn lists_know_their_levels_and_whether_they_are_numbered() {
    let item = |list: &str, level: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        item("1", "0", "One"),
        item("1", "1", "Two"),
        item("2", "0", "Three"),
        item("3", "0", "Four"),
        item("99", "0", "Five"),
        item("0", "0", "Six"),
        r#"<w:p><w:pPr><w:pStyle w:val="Punkt2"/></w:pPr><w:r><w:t>Seven</w:t></w:r></w:p>"#.into(),
    ];
    check(
        &body.concat(),
        "ul0: One
        ol1: Two
        ol0: Three
        ol0: Four
        ul0: Five
        p: Six
        ul1: Seven",
    );
}

#[test]
fn tables_are_rows_of_cells_and_frames_around_text_are_not_tables() {
    let cell =
        |text: &str| format!("<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let table = [
        "<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>".into(),
        cell("Party"),
        cell("Votes"),
        "</w:tr><w:tr>".into(),
        cell("Left"),
        cell("41"),
        "</w:tr></w:tbl><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A box.</w:t></w:r></w:p><w:p><w:r><w:t>Of two.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".into(),
    ];
    check(
        &table.concat(),
        "|th: Party
        th: Votes
        |td: Left
        td: 41
        p: A box.
        p: Of two.",
    );
}

#[test]
fn links_come_from_relationships_and_from_fields() {
    check(
        r#"<w:p><w:hyperlink r:id="rId5"><w:r><w:t>A</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>B</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="x"><w:r><w:t>C</w:t></w:r></w:hyperlink></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/" \o "tip" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>, not</w:t></w:r></w:p>
        <w:p><w:fldSimple w:instr=" HYPERLINK &quot;http://a.example/b&quot; \l &quot;c&quot; "><w:r><w:t>simple</w:t></w:r></w:fldSimple></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>never finished</w:instrText></w:r><w:r><w:t>lost</w:t></w:r></w:p>
        <w:p><w:r><w:t>What follows is kept.</w:t></w:r></w:p>"#,
        "p: <https://example.org/a?b=1&c=2 A<em B>>C
        p: <https://example.org/ shown>, not
        p: <http://a.example/b#c simple>
        p: What follows is kept.",
    );
}

#[test]
fn tracked_changes_are_accepted_and_comments_left_out() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">She </w:t></w:r><w:del><w:r><w:delText>denied</w:delText></w:r></w:del><w:ins><w:r><w:t>admitted</w:t></w:r></w:ins><w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve"> it.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>
        <w:moveFrom><w:p><w:r><w:t>Moved.</w:t></w:r></w:p></w:moveFrom><w:moveTo><w:p><w:r><w:t>Moved.</w:t></w:r></w:p></w:moveTo>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p><w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"#;
    check(body, "p: She admitted it.\np: Moved.\np: One paragraph.");
    assert_eq!(
        said(body),
        ["4 tracked changes accepted", "1 comment left out"]
    );
}

#[test]
fn notes_follow_at_the_end_in_the_order_of_their_marks_which_stand_in_no_quote() {
    let body = r#"<w:p><w:r><w:t>“No,”</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> she said.</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#;
    check(
        body,
        "p: “No,” she said.
        p: The first source.
        p: The second source.
        p: At the end.",
    );
    assert_eq!(said(body), ["3 notes moved to the end"]);
}

#[test]
fn text_boxes_follow_their_paragraph_once() {
    check(
        r#"<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space="preserve"> and after.</w:t></w:r></w:p>"#,
        "p: Before and after.
        p: In the box",
    );
}

#[test]
fn characters_that_are_elements_are_characters() {
    check(
        r#"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>
        <w:p><w:r><w:t>E</w:t></w:r><m:oMath><m:r><w:rPr/><m:t>=mc²</m:t></m:r></m:oMath><w:r><w:t xml:space="preserve"> &amp; &#8364;&nbsp;&unknown;</w:t></w:r></w:p>
        <w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>
        <w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>O</w:t></w:r></w:p><w:p><w:r><w:t>nce upon a time.</w:t></w:r></w:p>
        <w:p><w:r><w:t>One page.</w:t><w:br w:type="page"/></w:r></w:p>"#,
        "p: a b⏎c\u{2011}deα→
        p: E=mc² & €\u{a0}&unknown;
        p: 東
        p: Once upon a time.
        p: One page.",
    );
}

#[test]
fn what_is_hidden_or_made_by_the_program_is_left_out_and_controls_are_kept() {
    let body = r#"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Geheim"/><w:vanish w:val="0"/></w:rPr><w:t>open</w:t></w:r></w:p>
        <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Contents</w:t></w:r></w:p></w:sdtContent></w:sdt>
        <w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr><w:r><w:t>One 1</w:t></w:r></w:p>
        <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:smartTag><w:r><w:t>Kept.</w:t></w:r></w:smartTag></w:sdtContent></w:sdt></w:p>"#;
    check(body, "p: open\np: Kept.");
    assert_eq!(
        said(body),
        ["2 hidden elements left out", "1 table of contents left out"]
    );
}

#[test]
fn strict_documents_and_other_prefixes_are_read_alike() {
    let strict = r#"<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><pPr><pStyle x:val="Heading2"/></pPr><r><t>Strict</t></r></p></body></document>"#;
    let odd = r#"<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:not-word"><ns0:p><ns0:r><ns0:t>Odd</ns0:t><w:t>not ours</w:t></ns0:r></ns0:p></ns0:document>"#;
    for (part, expected) in [(strict, "h2: Strict"), (odd, "p: Odd")] {
        let bytes = archive(&[("word/document.xml", part)]);
        assert_eq!(show(&opened(&bytes).unwrap().article), expected);
    }
}

#[test]
fn the_main_part_is_where_the_package_says_in_utf16_too() {
    let relationships = r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let main = element("document", "<w:p><w:r><w:t>Zwei é</w:t></w:r></w:p>");
    let utf16: Vec<u8> = format!("\u{feff}{main}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let bytes = archive::pack(&[
        archive::Entry::deflated("_rels/.rels", relationships.as_bytes()),
        archive::Entry::stored("word/document2.xml", &utf16),
    ]);
    assert_eq!(show(&opened(&bytes).unwrap().article), "p: Zwei é");
}

fn with_properties(body: &str, properties: &str) -> Metadata {
    let main = element("document", body);
    let properties = format!(
        r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="t">{properties}</cp:coreProperties>"#
    );
    let bytes = archive(&[
        ("word/document.xml", &main),
        ("word/styles.xml", &element("styles", STYLES)),
        ("docProps/core.xml", &properties),
    ]);
    let known = Metadata {
        title: Some("story.docx".into()),
        ..Metadata::default()
    };
    read(&bytes, Hints::default(), known, &mut |_| {})
        .unwrap()
        .first
        .article
        .metadata
}

#[test]
fn a_document_is_named_by_its_title_line_then_its_first_heading_then_its_properties() {
    let title =
        r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>The  title</w:t></w:r></w:p>"#;
    let heading = r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The heading</w:t></w:r></w:p>"#;
    let text = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>";
    let named = |body: &str, property: &str| {
        let property = format!("<dc:title>{property}</dc:title>");
        with_properties(body, &property).title.unwrap()
    };
    assert_eq!(named(&[heading, title].concat(), "Property"), "The title");
    assert_eq!(named(&[heading, text].concat(), "Property"), "The heading");
    assert_eq!(named(text, "Property"), "Property");
    for made_up in [
        "Word Document",
        "Microsoft Word - flood.doc",
        "Document1",
        "",
        "flood.docx",
    ] {
        assert_eq!(named(text, made_up), "story.docx", "{made_up}");
    }
}

#[test]
fn names_of_accounts_and_birthdays_of_templates_are_not_believed() {
    let text = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>";
    let found = with_properties(
        text,
        "<dc:creator>Ana Ruiz</dc:creator><dcterms:created>2026-03-01T08:00:00Z</dcterms:created><dcterms:modified>2026-03-02T08:00:00Z</dcterms:modified>",
    );
    assert_eq!(found.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(found.date.as_deref(), Some("2026-03-01T08:00:00Z"));
    assert_eq!(found.modified.as_deref(), Some("2026-03-02T08:00:00Z"));
    assert_eq!(found.language.as_deref(), Some("de-DE"));
    for account in [
        "aruiz",
        "ana@example.org",
        "Microsoft Office User",
        "Apache POI",
        "python-docx",
    ] {
        let properties = format!("<dc:creator>{account}</dc:creator>");
        assert_eq!(with_properties(text, &properties).byline, None, "{account}");
    }
    let template = "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>";
    let template = format!("{template}<dcterms:modified>2013-12-23T23:15:00Z</dcterms:modified>");
    let found = with_properties(text, &template);
    assert_eq!((found.date, found.modified), (None, None));
}

#[test]
fn the_language_is_the_one_that_most_is_written_in() {
    let run = |properties: &str, text: &str| {
        format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>")
    };
    let language = |body: &str| reading(body).article.metadata.language.unwrap();
    let english = run(r#"<w:lang w:val="en-GB"/>"#, "It rained for three days.");
    assert_eq!(language(&[run("", "Kurz."), english].concat()), "en-GB");
    assert_eq!(language(&run("<w:rtl/>", "قالت لا")), "ar-SA");
    assert_eq!(language(&run("", "雨が降った")), "ja-JP");
}

#[test]
fn an_archive_that_is_something_else_is_named_and_told_what_to_do_with() {
    for (parts, expected) in [
        (
            &["[Content_Types].xml", "xl/workbook.xml"][..],
            "a spreadsheet (Excel); open it with the program it was made for",
        ),
        (
            &["[Content_Types].xml", "ppt/presentation.xml"],
            "a presentation (PowerPoint); open it",
        ),
        (
            &["META-INF/MANIFEST.MF", "A.class"],
            "a Java program; there is no article in it",
        ),
        (
            &["notes.txt", "photo.jpg"],
            "a ZIP archive; unpack it and open the file in it",
        ),
    ] {
        let parts: Vec<(&str, &str)> = parts.iter().map(|name| (*name, "x")).collect();
        let message = message(&archive(&parts));
        assert!(
            message.starts_with(&format!("not a Word document but {expected}")),
            "{message}"
        );
    }
    let lacking = message(&archive(&[("[Content_Types].xml", "<Types/>")]));
    assert!(
        lacking.contains("word/document.xml, is missing"),
        "{lacking}"
    );
}

#[test]
fn documents_under_a_password_and_of_old_say_so() {
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(600, 0);
    assert!(
        message(&old).contains("older Office program"),
        "{}",
        message(&old)
    );
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        opened(&old).map(|_| ()),
        Err(LoadError::Protected {
            format: Format::Docx
        })
    );
}

#[test]
fn markup_that_breaks_off_keeps_what_came_before_and_says_so() {
    let main =
        format!("<w:document {WORD}><w:p><w:r><w:t>Kept.</w:t></w:r></w:p><w:p><w:r><w:t>Half");
    let found = opened(&archive(&[("word/document.xml", &main)])).unwrap();
    assert_eq!(show(&found.article), "p: Kept.\np: Half");
    assert_eq!(found.diagnostics, [Diagnostic::CutShort]);
    let nothing = message(&archive(&[("word/document.xml", "<w:document <")]));
    assert!(nothing.contains("makes no sense from byte"), "{nothing}");
}

#[test]
fn a_document_without_words_is_an_empty_article() {
    let found = reading(r#"<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>"#);
    assert!(found.article.blocks.is_empty());
    let picture = Diagnostic::LeftOut {
        what: LeftOut::Media,
        count: 1,
    };
    assert_eq!(found.diagnostics, [Diagnostic::NoWords, picture]);
}

#[test]
fn depth_costs_no_stack_and_time_in_proportion() {
    let deep = |open: &str, inside: &str, close: &str| {
        let n = 100_000;
        reading(&[&open.repeat(n), inside, &close.repeat(n)].concat()).article
    };
    let paragraph = "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>";
    for (open, close) in [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:p><w:r>", "</w:r></w:p>"),
        ("<w:hyperlink r:id=\"rId5\">", "</w:hyperlink>"),
        (
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice></mc:AlternateContent>",
        ),
        (
            "<x xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">",
            "</x>",
        ),
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            "</w:p>",
        ),
    ] {
        assert_eq!(deep(open, paragraph, close).text, "Deep.", "{open}");
    }
}
