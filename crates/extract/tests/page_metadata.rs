//! What web pages say of themselves: whom to believe, and how names and titles read.
#![cfg(feature = "page")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use hearsay_extract::{Format, Hints, read};
use hearsay_text::Metadata;

const STORY: &str = "<p>The dam above the village failed on Monday night, the minister of water said, after eleven days of rain.</p>
    <p>“We had no warning,” said Bo Lind, who runs the mill, and who slept that night in a tree with her dog and two neighbours.</p>";

fn metadata(head: &str, body: &str) -> Metadata {
    let page = format!(
        "<!doctype html><html><head>{head}</head><body><article>{body}{STORY}</article></body></html>"
    );
    let hints = Hints {
        format: Some(Format::Html),
        address: Some("https://daily.test/news/dam.html"),
        ..Hints::default()
    };
    let readings = read(page.as_bytes(), hints, Metadata::default(), &mut |_| {}).unwrap();
    readings.first.article.metadata
}

fn json(fields: &str) -> String {
    format!(
        r#"<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",{fields}}}</script>"#
    )
}

const OG: &str = "<meta property=og:title content='Graph title'><meta property=article:author content='Graph Author'>
    <meta property=article:published_time content=2026-02-02><meta property=og:site_name content='Graph Site'><meta property=og:locale content=de_DE>";
const NAMED: &str = "<meta name=author content='Meta Author'><meta name=dc.title content='Core title'><meta name=date content=2026-03-03>";
const SHOWN: &str = "<h1>Shown title of the page</h1><p class=byline>By Shown Author</p><time datetime=2026-04-04>4 April 2026</time>";

#[test]
fn json_is_believed_before_graph_before_names_before_print() {
    let said = json(
        r#""headline":"Json title","author":{"@type":"Person","name":"Json Author"},"datePublished":"2026-01-01","publisher":{"name":"Json Site"},"inLanguage":"fr""#,
    );
    let facts = |found: Metadata| {
        [
            found.title,
            found.byline,
            found.date,
            found.site,
            found.language,
        ]
        .map(Option::unwrap_or_default)
    };
    let all = format!("{NAMED}{OG}{said}");
    assert_eq!(
        facts(metadata(&all, SHOWN)),
        ["Json title", "Json Author", "2026-01-01", "Json Site", "fr"]
    );
    let graph = format!("{NAMED}{OG}");
    assert_eq!(
        facts(metadata(&graph, SHOWN)),
        [
            "Graph title",
            "Graph Author",
            "2026-02-02",
            "Graph Site",
            "de-DE"
        ]
    );
    assert_eq!(
        facts(metadata(NAMED, SHOWN)),
        ["Core title", "Meta Author", "2026-03-03", "", ""]
    );
    assert_eq!(
        facts(metadata("", SHOWN)),
        [
            "Shown title of the page",
            "Shown Author",
            "2026-04-04",
            "",
            ""
        ]
    );
}

#[test]
fn json_is_read_in_whatever_shape_it_comes() {
    let title = |script: &str| {
        let head = format!("<script type=\"application/ld+json\">{script}</script>");
        let found = metadata(&head, "");
        (
            found.title.unwrap_or_default(),
            found.byline.unwrap_or_default(),
        )
    };
    let expected = ("Dam fails".to_owned(), "Ana Ruiz".to_owned());
    for script in [
        r#"{"@type":"NewsArticle","headline":"Dam fails","author":"Ana Ruiz"}"#,
        r#"[{"@type":"Organization","name":"Daily"},{"@type":["Article","NewsArticle"],"headline":"Dam fails","author":[{"name":"Ana Ruiz"}]}]"#,
        r##"{"@graph":[{"@type":"WebPage","name":"Dam fails - Daily"},{"@type":"BlogPosting","headline":"Dam fails","author":{"@id":"#ana"}},{"@type":"Person","@id":"#ana","name":"Ana Ruiz"}]}"##,
        r#"{"@type":"LiveBlogPosting","headline":"Dam &amp;amp; fails","author":[{"name":"Ana Ruiz"}]}"#,
        "{\"@type\":\"NewsArticle\",\"headline\":\"Dam\n fails\",\"author\":{\"name\":\"Ana Ruiz\",},}",
        "<!-- {\"@type\":\"Report\",\"headline\":\"Dam fails\",\"author\":\"Ana Ruiz\"} -->",
        r#"{"@type":"NewsArticle","headline":"Dam fails","description":"She said "no" to it","author":{"@type":"Person","name":"Ana Ruiz"}}"#,
    ] {
        let mut found = title(script);
        found.0 = found.0.replace(" & ", " ");
        assert_eq!(found, expected, "{script}");
    }
}

#[test]
fn the_article_is_chosen_among_several_by_its_headline() {
    let head = r#"<title>Dam fails</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Mill reopens","author":"Bo Lind"},{"@type":"NewsArticle","headline":"Dam fails","author":"Ana Ruiz"}]</script>"#;
    let found = metadata(head, "<h1>Dam fails</h1>");
    assert_eq!(found.byline.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn titles_lose_the_name_of_the_site_and_nothing_else() {
    let site = "<meta property=og:site_name content='The Daily'>";
    for (title, expected) in [
        ("Dam fails | The Daily", "Dam fails"),
        ("Dam fails - Daily", "Dam fails"),
        ("The Daily – Dam fails", "Dam fails"),
        (
            "Dam fails – and nobody knows why",
            "Dam fails – and nobody knows why",
        ),
        ("Dam fails: the daily cost", "Dam fails: the daily cost"),
    ] {
        let head = format!("{site}<meta property=og:title content='{title}'>");
        assert_eq!(
            metadata(&head, "").title.as_deref(),
            Some(expected),
            "{title}"
        );
    }
    let found = metadata(
        "<title>Dam fails above the village | News | Daily</title>",
        "<h1>Dam fails above the village</h1>",
    );
    assert_eq!(found.title.as_deref(), Some("Dam fails above the village"));
}

#[test]
fn author_lines_are_names() {
    for (line, expected) in [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("by ANA RUIZ and Tom Lee", "ANA RUIZ, Tom Lee"),
        (
            "Ana Ruiz, Tom Lee and Bo Lind",
            "Ana Ruiz, Tom Lee, Bo Lind",
        ),
        ("By Ana Ruiz, Health Correspondent", "Ana Ruiz"),
        ("Ana Ruiz | 4 March 2026", "Ana Ruiz"),
        ("Written by Ana Ruiz for the Daily", "Ana Ruiz"),
        ("Von Jürgen Weiß", "Jürgen Weiß"),
        ("Par Zoé Petit", "Zoé Petit"),
        ("Ana Ruiz Published 4 March 2026", "Ana Ruiz"),
        ("ana@daily.test (Ana Ruiz)", "Ana Ruiz"),
        ("Ana (Maria Pilar) Ruiz", "Ana (Maria Pilar) Ruiz"),
        (
            "Ana Ruiz (with Tom Lee and Bo Lind)",
            "Ana Ruiz (with Tom Lee and Bo Lind)",
        ),
        ("Ana Ruiz (https://daily.test/ana)", "Ana Ruiz"),
        ("Mill & Water", "Mill & Water"),
        ("Ana Ruiz, MA", "Ana Ruiz, MA"),
        ("Ana Ruiz, MD, and Tom Lee", "Ana Ruiz, MD, Tom Lee"),
        ("By Ana Ruiz Last updated: March 4, 2026", "Ana Ruiz"),
    ] {
        let body = format!("<h1>Dam fails</h1><div class=byline>{line}</div>");
        assert_eq!(
            metadata("", &body).byline.as_deref(),
            Some(expected),
            "{line}"
        );
    }
}

#[test]
fn an_element_may_say_several_things_and_an_empty_one_says_none() {
    let head = "<meta property='x:title dc:title' content='Core title'><meta property='dc:creator twitter:site_name' content='Core Author'>
        <meta name=title content='Other title'><meta name=author content='Other Author'>";
    let found = metadata(head, "");
    assert_eq!(found.title.as_deref(), Some("Core title"));
    assert_eq!(found.byline.as_deref(), Some("Core Author"));
    let found = metadata(
        "<meta property=dc:creator content=''><meta name=author content='Ana Ruiz'>",
        "",
    );
    assert_eq!(found.byline.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn a_headline_loses_the_sign_that_leads_to_it() {
    let found = metadata("", "<h1>Dam fails<a href='#dam'>¶</a></h1>");
    assert_eq!(found.title.as_deref(), Some("Dam fails"));
}

#[test]
fn an_author_line_is_found_by_parts_of_names_too() {
    for line in [
        "<div class=featurebyline>By <b>Ana Ruiz</b> March 4, 2026</div>",
        "<span class=authorname>Par Ana Ruiz</span>",
        "<aside><p><span itemprop=author><span itemprop=name>Ana Ruiz</span> —</span></p></aside>",
        "<div class='line hasnt-bio'><span class=byline>By Ana Ruiz</span></div>",
    ] {
        let found = metadata("", &format!("<h1>Dam fails</h1>{line}"));
        assert_eq!(found.byline.as_deref(), Some("Ana Ruiz"), "{line}");
    }
    let found = metadata(
        "",
        "<h1>Dam fails</h1><div class=authorbutton>Follow Author</div>",
    );
    assert_eq!(found.byline, None);
}

#[test]
fn addresses_are_made_whole() {
    let found = metadata("<link rel=canonical href='/news/dam'>", "");
    assert_eq!(found.url.as_deref(), Some("https://daily.test/news/dam"));
    let found = metadata("<meta property=og:url content='https://daily.test/a'>", "");
    assert_eq!(found.url.as_deref(), Some("https://daily.test/a"));
}

#[test]
fn dates_of_publication_and_change_are_told_apart() {
    let said = json(
        r#""headline":"Dam fails","datePublished":"2026-01-01T10:00:00Z","dateModified":"2026-01-02T10:00:00Z""#,
    );
    let found = metadata(&said, "");
    assert_eq!(found.date.as_deref(), Some("2026-01-01T10:00:00Z"));
    assert_eq!(found.modified.as_deref(), Some("2026-01-02T10:00:00Z"));
    let found = metadata("", "<h1>Dam fails</h1><p>Porto, 9 May 2026</p>");
    assert_eq!(found.date.as_deref(), Some("9 May 2026"));
}
