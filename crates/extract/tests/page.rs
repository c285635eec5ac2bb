//! Web pages become articles: what is text, what is clutter, when to ask.
#![cfg(feature = "page")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use hearsay_extract::{Ask, Diagnostic, Format, Hints, Readings, read};
use hearsay_text::{Article, Metadata};
use proptest::prelude::*;
use support::{assert_sound, show, words};

const ADDRESS: &str = "https://daily.test/news/dam.html";

fn readings(page: &str) -> Readings {
    let hints = Hints {
        format: Some(Format::Html),
        address: Some(ADDRESS),
        ..Hints::default()
    };
    read(page.as_bytes(), hints, Metadata::default(), &mut |_| {}).unwrap()
}

fn article(page: &str) -> Article {
    let article = readings(page).first.article;
    assert_sound(&article);
    article
}

/// Three paragraphs that nobody takes for anything but an article.
const STORY: &str = "<p>The dam above the village failed on Monday night, the minister of water said, after eleven days of rain.</p>
    <p>“We had no warning,” said Ana Ruiz, who runs the mill, and who slept that night in a tree with her dog and two neighbours.</p>
    <p>Engineers had asked for money to mend the wall in each of the last four years, and in each of them they were told to wait.</p>";

const STORY_LINES: &str =
    "p: The dam above the village failed on Monday night, the minister of water said, after eleven days of rain.
p: “We had no warning,” said Ana Ruiz, who runs the mill, and who slept that night in a tree with her dog and two neighbours.
p: Engineers had asked for money to mend the wall in each of the last four years, and in each of them they were told to wait.";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Dam fails above the village | Daily</title>{head}</head><body>{body}</body></html>"
    )
}

/// The page holds the story and what `body` makes of `{}`, and nothing of the latter is read.
fn is_clutter(clutter: &str) {
    for body in [
        format!("<article><h1>Dam fails above the village</h1>{STORY}{clutter}</article>"),
        format!("<div><h1>Dam fails above the village</h1><div>{STORY}</div>{clutter}</div>"),
    ] {
        assert_eq!(
            show(&article(&page("", &body))),
            STORY_LINES,
            "with {clutter}"
        );
    }
}

#[test]
fn what_surrounds_an_article_is_left_out() {
    is_clutter("<nav><a href=/a>Home</a> <a href=/b>Sport</a></nav>");
    is_clutter("<div class=share-bar>Share <a href=#>Facebook</a> <a href=#>X</a></div>");
    is_clutter(
        "<div class='c-newsletter'><h3>The morning letter</h3><p>All that matters, before breakfast.</p><form><input type=email><button>Go</button></form></div>",
    );
    is_clutter(
        "<section><h3>Stay in touch</h3><p>One mail a week.</p><input type=email></section>",
    );
    is_clutter(
        "<div id=cookie-banner><p>We and our partners store things on your device.</p></div>",
    );
    is_clutter(
        "<section id=comments><h2>3 comments</h2><p>I never liked that dam, and I said so at the time, to anybody who would listen to me.</p></section>",
    );
    is_clutter(
        "<div class=related><h3>Related</h3><ul><li><a href=/1>Mill reopens</a><li><a href=/2>Rain ends</a></ul></div>",
    );
    is_clutter(
        "<h3>More from Daily</h3><ul><li><a href=/1>Mill reopens after flood</a><li><a href=/2>Rain ends at last</a></ul>",
    );
    is_clutter("<p><a href=/1>Read more: Mill reopens after the flood</a></p>");
    is_clutter("<p>Advertisement</p>");
    is_clutter("<p>12 comments</p><p>Share this article</p>");
    is_clutter(
        "<div><div><a href=/1><img src=a.jpg><h3>Mill reopens</h3></a></div><div><a href=/2><img src=b.jpg><h3>Rain ends</h3></a></div><div><a href=/3><img src=c.jpg><h3>Trees fall</h3></a></div></div>",
    );
    is_clutter("<p>© 2026 Daily. All rights reserved.</p>");
    is_clutter("<p>Tags: <a href=/t/1>dams</a>, <a href=/t/2>rain</a></p>");
    is_clutter("<div class='sr-only'>End of article</div>");
}

#[test]
fn text_is_kept_whatever_it_speaks_of() {
    for paragraph in [
        "The advertisement that the company had placed said that the wall was good for a hundred years.",
        "“Share what you have,” the mayor told the village, and most of those who had anything did.",
        "Comments that the minister made in March, that the wall would hold, were read out to him on Tuesday.",
        "Cookies and newsletters, she said, were the last thing on her mind that night in the tree.",
    ] {
        let body = format!("<article>{STORY}<p>{paragraph}</p></article>");
        let expected = format!("{STORY_LINES}\np: {paragraph}");
        assert_eq!(show(&article(&page("", &body))), expected);
    }
    let shareholders = format!("<article class='shareholders has-comments'>{STORY}</article>");
    assert_eq!(show(&article(&page("", &shareholders))), STORY_LINES);
}

#[test]
fn headline_author_and_date_are_told_and_not_repeated() {
    let body = format!(
        "<article><p class=kicker>Water</p><h1>Dam fails above the village</h1><p class=standfirst>Eleven days of rain were too much for a wall of 1962.</p>
        <p class=byline>By Ana Ruiz and Tom Lee</p><time datetime=2026-03-04>4 March 2026</time>{STORY}</article>"
    );
    let article = article(&page("<meta property=og:site_name content=Daily>", &body));
    assert_eq!(
        show(&article),
        format!("p: Eleven days of rain were too much for a wall of 1962.\n{STORY_LINES}")
    );
    let said = article.metadata;
    assert_eq!(said.title.as_deref(), Some("Dam fails above the village"));
    assert_eq!(said.byline.as_deref(), Some("Ana Ruiz, Tom Lee"));
    assert_eq!(said.date.as_deref(), Some("2026-03-04"));
}

#[test]
fn blocks_of_every_kind_come_through() {
    let body = format!(
        "<article>{STORY}<h2>What failed</h2><ul><li>The wall, first</li><li>The gate, after it</li></ul>
        <blockquote><p>A dam is a promise.</p></blockquote>
        <figure><img src=a.jpg><figcaption>The wall on Tuesday.</figcaption></figure>
        <table><thead><tr><th>Year</th><th>Asked for</th></tr></thead><tbody><tr><td>2022</td><td>4 million</td></tr></tbody></table>
        <pre>level = 41</pre><p>She has <a href=/mill>a mill</a> and <em>no</em> wall.</p></article>"
    );
    assert_eq!(
        show(&article(&page("", &body))),
        format!(
            "{STORY_LINES}\nh2: What failed\nul0: The wall, first\nul0: The gate, after it\nquote: A dam is a promise.\ncaption: The wall on Tuesday.
|th: Year\nth: Asked for\n|td: 2022\ntd: 4 million\npre: level = 41\np: She has <https://daily.test/mill a mill> and <em no> wall."
        )
    );
}

#[test]
fn an_embedded_post_keeps_its_author_date_and_link() {
    let posts = [
        (
            r#"<blockquote class="twitter-tweet"><p>We are all in the tree.</p>&mdash; Ana Ruiz (@ana) <a href="https://twitter.com/ana/status/12345">March 4, 2026</a></blockquote>"#,
            "Ana Ruiz (@ana)",
            Some("March 4, 2026"),
            "https://twitter.com/ana/status/12345",
        ),
        (
            r#"<div class="embed social"><blockquote class="bluesky-embed"><p>We are all in the tree.</p>&mdash; Ana Ruiz (<a href="https://bsky.app/profile/ana.test">@ana.test</a>) <a href="https://bsky.app/profile/ana.test/post/3k">March 4, 2026 at 3:00 PM</a></blockquote></div>"#,
            "Ana Ruiz (@ana.test)",
            Some("March 4, 2026 at 3:00 PM"),
            "https://bsky.app/profile/ana.test/post/3k",
        ),
        (
            r#"<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cx1/"><div><p>We are all in the tree.</p></div><p>A post shared by Ana Ruiz (@ana)</p></blockquote>"#,
            "Ana Ruiz (@ana)",
            None,
            "https://www.instagram.com/p/Cx1/",
        ),
        (
            r#"<aside class="embed-card post-card"><header><span class="author-name">Ana Ruiz</span> <a class="handle" href="/x">@ana@social.test</a></header><p>We are all in the tree.</p><footer><a href="https://social.test/@ana/112233445566"><time datetime="2026-03-04">4 March</time></a></footer></aside>"#,
            "Ana Ruiz (@ana@social.test)",
            Some("2026-03-04"),
            "https://social.test/@ana/112233445566",
        ),
    ];
    for (post, author, date, url) in posts {
        let body = format!(
            "<article>{STORY}{post}<p>The tree, an ash, is still standing, and she has since had it measured.</p></article>"
        );
        let article = article(&page("", &body));
        let [found] = article.posts.as_slice() else {
            panic!("{:?} in {post}", article.posts);
        };
        assert!(
            article
                .slice(found.span)
                .contains("We are all in the tree."),
            "{post}"
        );
        assert_eq!(found.author.as_deref(), Some(author), "{post}");
        assert_eq!(found.date.as_deref(), date, "{post}");
        assert_eq!(found.url.as_deref(), Some(url), "{post}");
        assert!(article.text.ends_with("has since had it measured."));
    }
}

#[test]
fn line_breaks_make_paragraphs() {
    let story = STORY.replace("<p>", "").replace("</p>", "<br><br>");
    let body = format!(
        "<table><tr><td><font size=5>Dam fails above the village</font></td></tr><tr><td>{story}</td></tr></table>"
    );
    let shown = show(&article(&page("", &body)));
    assert!(shown.ends_with(STORY_LINES), "{shown}");
}

#[test]
fn an_article_in_parts_is_put_together() {
    let (first, rest) = STORY.split_at(STORY.find("<p>Engineers").unwrap());
    let body = format!(
        "<div id=page><div class=story>{first}</div></div><center><div class=advertisement>Advertisement</div></center>{rest}<p>They are still waiting, one of them said on Thursday, and it is still raining.</p>"
    );
    assert_eq!(
        show(&article(&page("", &body))),
        format!(
            "{STORY_LINES}\np: They are still waiting, one of them said on Thursday, and it is still raining."
        )
    );
}

#[test]
fn a_page_for_subscribers_says_so() {
    let head = r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Dam fails above the village","isAccessibleForFree":"False"}</script>"#;
    let body = format!(
        "<article>{STORY}<div class=wall><h2>Subscribe to continue reading</h2><p>€1 per month, cancel anytime.</p><p>Already a subscriber? Log in</p></div></article>"
    );
    let readings = readings(&page(head, &body));
    assert_eq!(show(&readings.first.article), STORY_LINES);
    assert!(readings.first.diagnostics.contains(&Diagnostic::NotFree));
    let free = readings_of_story();
    assert!(!free.first.diagnostics.contains(&Diagnostic::NotFree));
}

fn readings_of_story() -> Readings {
    readings(&page(
        "",
        &format!("<article><h1>Dam fails above the village</h1>{STORY}</article>"),
    ))
}

#[test]
fn the_person_is_asked_only_when_it_is_doubtful() {
    assert_eq!(readings_of_story().ask, None);
    let cards: String = (0..30)
        .map(|n| {
            format!(
                "<div><a href=/{n}><img src={n}.jpg><h3>Story number {n} of the day</h3></a></div>"
            )
        })
        .collect();
    let readings = readings(&page(
        "",
        &format!("<main><p>Good morning. It rains.</p>{cards}</main>"),
    ));
    assert_eq!(readings.ask, Some(Ask::WhichIsTheArticle));
    let labels: Vec<_> = readings
        .others
        .iter()
        .map(|other| other.label.as_str())
        .collect();
    assert_eq!(labels, ["The whole page"]);
}

#[test]
fn a_copied_piece_is_all_article() {
    let piece = "<meta charset='utf-8'><h2>What failed</h2><ul><li><a href=/1>The wall</a></li><li><a href=/2>The gate</a></li></ul><p>Both.</p>";
    assert_eq!(
        show(&article(piece)),
        "h2: What failed\nul0: <https://daily.test/1 The wall>\nul0: <https://daily.test/2 The gate>\np: Both."
    );
}

#[test]
fn form_controls_cannot_pose_as_the_document() {
    let controls = "<form><input name=parentNode><input name=childNodes><input id=body name=removeChild></form>";
    is_clutter(controls);
}

#[test]
fn nothing_is_read_twice() {
    let post = "日A““A日A0A0a日“日“é日A.“éA0A.A0 éaA.AA<p>,Tzé日xh“";
    let heading = "Aa A“Aaaaé aA,Aé0.0..a,éé";
    let page = format!(
        "<!doctype html><title>Dam</title><h1><h2>{heading}<blockquote class='tweet'>{post}"
    );
    let found = article(&page).text;
    assert_eq!(found.matches("Aaaaé").count(), 1, "{found}");
}

#[test]
fn monstrous_pages_are_read_in_bounds() {
    // A tenth of what is nested once as deep as anything is promised for: what is quadratic shows all the same.
    let n = 10_000;
    let many = |piece: &str| piece.repeat(n);
    let numbered: String = (0..n / 5).map(|n| format!("<p><b class=c{n}>x")).collect();
    let attributes: String = (0..n).map(|n| format!(" a{n}=1")).collect();
    let pages = [
        "<div>".repeat(100_000) + STORY,
        many("<b>") + STORY,
        many("<table><tr><td>") + STORY,
        many("<article><p>"),
        many("<ins>") + "x",
        many("<blockquote class=twitter-tweet>") + "x",
        many("<div class=byline>") + "x",
        many("<a href=x><h3>a</h3>"),
        many("<br>x<br>"),
        many("<font><i></font>"),
        format!("<p{attributes}>{STORY}"),
        format!("{numbered}{STORY}"),
        format!(
            "<script type=application/ld+json>{}</script>{STORY}",
            many("[")
        ),
        format!(
            "<script type=application/ld+json>{}</script>{STORY}",
            many("{\"a\":")
        ),
        many("&amp;&lt;"),
        many("</p>"),
        many("<svg><title>"),
        many("<select><option>"),
    ];
    for body in pages {
        let page = format!("<!doctype html><title>Dam</title>{body}");
        let found = article(&page);
        assert!(found.text.len() <= page.len() + 10, "{}", &page[..60]);
    }
}

const NAMES: [&str; 24] = [
    "p",
    "div",
    "article",
    "section",
    "h1",
    "h2",
    "ul",
    "li",
    "a href='x'",
    "table",
    "tr",
    "td",
    "blockquote class='tweet'",
    "div class='share'",
    "div class='comments'",
    "br",
    "b",
    "span class='byline'",
    "figure",
    "figcaption",
    "aside",
    "time datetime='2026'",
    "pre",
    "nav",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_soup_of_tags_is_read_and_every_letter_is_of_the_page(
        whole in any::<bool>(),
        parts in prop::collection::vec((0..3_u8, 0..NAMES.len(), "[A-Za-zé日“” .,0-9]{0,40}"), 0..80),
    ) {
        let mut page = if whole { "<!doctype html><title>Dam</title>".to_owned() } else { String::new() };
        let mut said = String::from("Dam");
        for (what, tag, text) in parts {
            let name = NAMES[tag];
            match what {
                0 => page += &format!("<{name}>"),
                1 => page += &format!("</{}>", &name[..name.find(' ').unwrap_or(name.len())]),
                _ => {
                    page += &text;
                    said.push_str(&text);
                }
            }
        }
        prop_assume!(!page.trim().is_empty());
        for mut reading in [readings(&page)] {
            for reading in reading.all_mut() {
                assert_sound(&reading.article);
                // Words may touch where something between them was left out: letters are counted.
                let mut left: Vec<char> = words(&said).concat().chars().collect();
                for letter in words(&reading.article.text).concat().chars() {
                    let at = left.iter().position(|known| *known == letter);
                    prop_assert!(at.is_some(), "{letter} in {page}");
                    left.swap_remove(at.unwrap());
                }
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read(page in "(<[a-z/!]{0,5}[ >]?|&[a-z#0-9]{0,4};?|\\PC|\n){1,80}") {
        prop_assume!(!page.trim().is_empty());
        let hints = Hints { format: Some(Format::Html), ..Hints::default() };
        if let Ok(mut readings) = read(page.as_bytes(), hints, Metadata::default(), &mut |_| {}) {
            readings.all_mut().for_each(|reading| assert_sound(&reading.article));
        }
    }
}
