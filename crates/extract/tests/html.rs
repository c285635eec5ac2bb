//! HTML becomes blocks.

mod support;

use hearsay_extract::{Diagnostic, Event, LeftOut, Source, extract};
use hearsay_text::Metadata;
use proptest::prelude::*;
use support::{assert_sound, check, show, words};

fn html(text: &str, expected: &str) {
    check(Source::Html(text), expected);
}

#[test]
fn blocks_are_told_apart() {
    html(
        "<h1>Dam fails</h1><p>One.<p>Two.<h3>Why</h3>",
        "h1: Dam fails\n p: One.\n p: Two.\n h3: Why",
    );
    html(
        "Bare words<div>in a box</div>and after",
        "p: Bare words\n p: in a box\n p: and after",
    );
    html(
        "<ul><li>One<ul><li>Inner</ul><li><p>Two</p></ul><ol><li>First</ol>",
        "ul0: One\n ul1: Inner\n ul0: Two\n ol0: First",
    );
    html(
        "<blockquote><p>We lost.</p><footer>— Ana Ruiz</footer></blockquote>",
        "quote: We lost.\n quote: — Ana Ruiz",
    );
    html(
        "<figure><img alt=x><figcaption>The dam, <i>before</i>.</figcaption></figure>",
        "caption: The dam, <em before>.",
    );
    html("<pre>a\n  b</pre>", "pre: a⏎  b");
    html(
        "<dl><dt>Dam</dt><dd>A wall.</dd></dl>",
        "p: Dam\n p: A wall.",
    );
    html("<p>a<hr>b", "p: a\n p: b");
}

#[test]
fn tables_keep_their_rows_and_cells() {
    html(
        "<table><caption>Losses</caption><tr><th>Year<th>Sum</tr><tr><td>2020</td><td><p>5</p></td></tr></table>",
        "caption: Losses\n |th: Year\n th: Sum\n |td: 2020\n td: 5",
    );
    html(
        "<table><tr><td>a<br>b<br><br>c<td>d</table>",
        "|td: a⏎b⏎c\n td: d",
    );
    html(
        "<table><tr><td><h2>News</h2><p>One.</p><p>Two.</p></td></tr></table>",
        "h2: News\n p: One.\n p: Two.",
    );
}

#[test]
fn embedded_posts_are_posts_with_their_signature() {
    html(
        r#"<p>She wrote:</p><blockquote class="twitter-tweet"><p lang="en">We <a href="https://x.test/1">won</a>.</p>&mdash; Ana Ruiz (@ana) <a href="https://x.test/2">May 17, 2023</a></blockquote>"#,
        "p: She wrote:
         post: We <https://x.test/1 won>.
         post: — Ana Ruiz (@ana) <https://x.test/2 May 17, 2023>",
    );
}

#[test]
fn what_a_post_quotes_is_part_of_the_post() {
    html(
        "<div class=fb-post><blockquote>We won.</blockquote></div>",
        "post: We won.",
    );
}

#[test]
fn styles_nest_and_go_on_over_blocks() {
    html(
        "<p>An <em>old <b>and</b> tall</em> dam, <code>x</code>.",
        "p: An <em old <strong and> tall> dam, <code x>.",
    );
    html(
        "<a href=' /x '><h2>Head</h2><p>Text</p></a>",
        "h2: </x Head>\n p: </x Text>",
    );
    html(
        "<b style='font-weight:normal;'><p>a <b>b</b></p></b>",
        "p: a <strong b>",
    );
    html("<p><b>a <b>b</b> c</b>", "p: <strong a b c>");
    html("<p><a href=x><b>all</b></a>", "p: <x <strong all>>");
    html("<p>a<b> b </b>c <i></i>d", "p: a <strong b> c d");
}

#[test]
fn white_space_collapses_as_a_browser_shows_it() {
    html("<p>\n a\t b\r\n<span> c</span> \u{c}</p>", "p: a b c");
    html(
        "<p>Il a dit «&nbsp;non&nbsp;».</p><p>&nbsp;</p>",
        "p: Il a dit «\u{a0}non\u{a0}».",
    );
    html("<p>in<b>side</b> a<wbr>b", "p: in<strong side> ab");
}

#[test]
fn one_line_break_stays_and_two_begin_a_paragraph() {
    html("<p>Rose <br> is red<br>", "p: Rose⏎is red");
    html("a<br><br>b<br> <br><br>c", "p: a\n p: b\n p: c");
    html("<b>a<br><br>b</b>", "p: <strong a>\n p: <strong b>");
}

#[test]
fn the_quote_element_gets_the_marks_that_browsers_show() {
    html(
        "<p><q>He said <q>no</q> to me</q>, she says.",
        "p: “He said ‘no’ to me”, she says.",
    );
}

#[test]
fn what_is_no_article_is_left_out_and_counted() {
    let page = r#"<body><header>Daily</header><nav>Home</nav><form>Search <input></form>
        <p>The dam failed on Monday, the minister of water said.</p><p hidden>Secret</p><p style="color:red; display : NONE">Gone</p>
        <script>x()</script><style>p{}</style><template><p>t</p></template><noscript>n</noscript>
        <svg><text>pic</text></svg><button>Share</button><aside>Read more</aside><footer>Imprint</footer>"#;
    let (article, diagnostics) = extract(Source::Html(page), Metadata::default());
    assert_eq!(
        show(&article),
        "p: The dam failed on Monday, the minister of water said."
    );
    let said: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "1 form left out",
            "1 button or field left out",
            "1 navigation block left out",
            "3 page headers, footers or asides left out",
            "2 hidden elements left out",
            "1 picture, recording or frame left out",
        ]
    );
}

#[test]
fn what_holds_most_of_the_words_is_never_left_out() {
    html(
        "<form><p>All of this page is a form.</p></form>",
        "p: All of this page is a form.",
    );
    html(
        "<body hidden><p>Shown by script later.</p>",
        "p: Shown by script later.",
    );
}

#[test]
fn the_article_is_preferred_to_what_surrounds_it() {
    html(
        "<div>Latest</div><article><header><h1>Dam fails</h1></header><p>It failed, she said.</p></article><p>Ad</p>",
        "h1: Dam fails\n p: It failed, she said.",
    );
    html(
        "<article><p>One.</p></article><article><p>Two.</p></article><article><p>Six.</p></article>",
        "p: One.\n p: Two.\n p: Six.",
    );
}

#[test]
fn malformed_markup_loses_no_words() {
    html("<p>a <b>b<p>c</b> d", "p: a <strong b>\n p: <strong c> d");
    html("<table>lost<tr><td>cell</table>", "p: lost\n |td: cell");
    html(
        "a & b < c &bogus; <x-y>d</x-y> </nope>e",
        "p: a & b < c &bogus; d e",
    );
    html("<li>no list", "ul0: no list");
    html("<p>cut <a href=\"x", "p: cut");
}

#[test]
fn a_page_says_its_title_author_date_site_address_and_language() {
    let page = r#"<html lang="en-GB"><head><title> Dam fails | Daily </title><meta property="og:title" content="Dam fails">
        <meta name="author" content="Ana Ruiz"><meta property="article:published_time" content="2024-05-01">
        <meta property="og:site_name" content="Daily"><link rel="canonical" href="https://daily.test/dam"></head><p>It did.</p>"#;
    let known = Metadata {
        title: Some("dam.html".into()),
        ..Metadata::default()
    };
    let said = extract(Source::Html(page), known.clone()).0.metadata;
    let some = |value: &str| Some(value.to_owned());
    assert_eq!(
        said,
        Metadata {
            title: some("Dam fails"),
            byline: some("Ana Ruiz"),
            date: some("2024-05-01"),
            modified: None,
            site: some("Daily"),
            url: some("https://daily.test/dam"),
            language: some("en-GB"),
        }
    );
    let title = |html| extract(Source::Html(html), known.clone()).0.metadata.title;
    assert_eq!(title("<title>Page</title><p>x"), some("Page"));
    assert_eq!(title("<h1>Head <b>line</b></h1>"), some("Head line"));
    assert_eq!(title("<p>x"), some("dam.html"));
}

#[test]
fn a_page_without_words_is_an_empty_article_that_says_so() {
    for page in ["", "<p> </p>", "<!-- no -->", "<script>x</script>"] {
        let (article, diagnostics) = extract(Source::Html(page), Metadata::default());
        assert_eq!(article.text, "");
        assert_eq!(diagnostics, [Diagnostic::NoWords], "{page}");
    }
}

#[test]
fn a_hundred_thousand_nested_elements_are_read() {
    for tag in ["div", "b", "blockquote", "ul><li", "span"] {
        let page = format!("<{tag}>").repeat(100_000) + "deep";
        let (article, _) = extract(Source::Html(&page), Metadata::default());
        assert_eq!(article.text, "deep", "{tag}");
        assert!(article.blocks[0].inlines.len() < 5);
    }
    let page = "<div>".repeat(1_000)
        + "<p>One</p><p>two <b>th</b>ree.</p>"
        + &"</div>".repeat(1_000)
        + "<p>Four.</p>";
    html(&page, "p: One two three.\n p: Four.");
}

#[test]
fn events_may_close_too_little_or_too_much() {
    let events = [
        Event::Close,
        Event::open("p"),
        Event::text("One."),
        Event::Close,
        Event::Close,
        Event::open("h2"),
        Event::text("Two"),
    ];
    check(Source::Events(&events), "p: One.\n h2: Two");
}

#[test]
fn pictures_in_events_are_left_out_whatever_the_walker_reports_in_them() {
    let events = [
        Event::open("p"),
        Event::text("The dam failed."),
        Event::Close,
        Event::open("svg"),
        Event::text("label"),
        Event::Close,
    ];
    let (article, diagnostics) = extract(Source::Events(&events), Metadata::default());
    assert_eq!(article.text, "The dam failed.");
    let (what, count) = (LeftOut::Media, 1);
    assert_eq!(diagnostics, [Diagnostic::LeftOut { what, count }]);
}

/// Tags whose words are all kept.
const TAGS: [&str; 16] = [
    "p",
    "div",
    "b",
    "em",
    "a href=x",
    "h2",
    "li",
    "ul",
    "ol",
    "blockquote",
    "td",
    "table",
    "tr",
    "br",
    "pre",
    "q",
];

proptest! {
    #[test]
    fn any_soup_of_tags_keeps_its_words(parts in prop::collection::vec((0..3_u8, 0..TAGS.len(), "[a-zé日“ \n]{0,6}"), 0..40)) {
        let mut page = String::new();
        let mut said = String::new();
        for (what, tag, text) in parts {
            let name = TAGS[tag];
            match what {
                0 => page += &format!("<{name}>"),
                1 => page += &format!("</{}>", &name[..name.find(' ').unwrap_or(name.len())]),
                _ => {
                    page += &text;
                    said += &text;
                }
            }
        }
        let (article, _) = extract(Source::Html(&page), Metadata::default());
        assert_sound(&article);
        // The parser moves words out of tables, so order is not compared.
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.sort_unstable();
            letters
        };
        prop_assert_eq!(sorted(&article.text), sorted(&said), "{}", page);
    }

    #[test]
    fn any_text_at_all_is_read(page in "(<[a-z/!]{0,5}[ >]?|&[a-z#0-9]{0,4};?|\\PC|\n){0,60}") {
        let (article, _) = extract(Source::Html(&page), Metadata::default());
        assert_sound(&article);
        let _ = words(&article.text);
    }
}
