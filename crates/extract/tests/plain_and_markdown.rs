//! Plain text and Markdown become blocks.

mod support;

use hearsay_extract::{Source, extract};
use hearsay_text::Metadata;
use proptest::prelude::*;
use support::{assert_sound, check, words};

fn plain(text: &str, expected: &str) {
    check(Source::Plain(text), expected);
}

fn markdown(text: &str, expected: &str) {
    check(Source::Markdown(text), expected);
}

fn said(source: Source<'_>) -> Vec<String> {
    let (_, diagnostics) = extract(source, Metadata::default());
    diagnostics.iter().map(ToString::to_string).collect()
}

#[test]
fn blank_lines_part_paragraphs_however_lines_end() {
    plain("One.\n\nTwo.", "p: One.\n p: Two.");
    plain("One.\r\n\r\nTwo.\r\n", "p: One.\n p: Two.");
    plain(
        "\u{feff}One.\r\rTwo.\n \t\n\n\nThree.",
        "p: One.\n p: Two.\n p: Three.",
    );
    plain("One.\u{2029}Two.", "p: One.\n p: Two.");
}

#[test]
fn a_line_that_was_not_wrapped_is_a_paragraph() {
    plain(
        "“No,” she said.\n“Yes,” he said.",
        "p: “No,” she said.\n p: “Yes,” he said.",
    );
    let long = "A line of more than a hundred characters was surely not broken by a narrow window, and so each is its own.";
    plain(
        &format!("{long}\n{long}"),
        &format!("p: {long}\n p: {long}"),
    );
}

#[test]
fn hard_wrapped_lines_are_joined() {
    let text = "The dam above the village failed on Monday night, and the minister of\n\
                water said that nobody had been told. “We had no warning,” she said, “and\n\
                it is too early to say why.”\n\
                \n\
                Engineers from the north-\n\
                eastern district had asked for money three times since the spring, as the\n\
                letters show.\n";
    plain(
        text,
        "p: The dam above the village failed on Monday night, and the minister of water said that nobody had been told. “We had no warning,” she said, “and it is too early to say why.”
         p: Engineers from the north-
         p: eastern district had asked for money three times since the spring, as the letters show.",
    );
    assert_eq!(
        said(Source::Plain(text)),
        ["lines of 2 hard-wrapped paragraphs joined"]
    );
}

#[test]
fn a_word_broken_at_its_hyphen_is_joined_with_it() {
    plain(
        "The dam above the village failed on Monday, and the minister of open-\nsource water said that nobody had been told of it until the morning\ncame.",
        "p: The dam above the village failed on Monday, and the minister of open-source water said that nobody had been told of it until the morning came.",
    );
}

#[test]
fn wrapped_items_of_a_list_stay_apart() {
    plain(
        "- The dam above the village failed on Monday, and\n  the minister said that nobody had been told of it\n- Engineers had asked for money three times before\n  and were told to wait for the spring budget again",
        "ul0: The dam above the village failed on Monday, and the minister said that nobody had been told of it
         ul0: Engineers had asked for money three times before and were told to wait for the spring budget again",
    );
}

#[test]
fn verse_and_addresses_keep_their_lines() {
    plain(
        "Ana Ruiz\nMill Lane 4\nOld Town",
        "p: Ana Ruiz\n p: Mill Lane 4\n p: Old Town",
    );
}

#[test]
fn a_plain_headline_is_a_heading_and_the_title() {
    let text = "Dam fails above village\n\nThe dam above the village failed on Monday night.";
    plain(
        text,
        "h1: Dam fails above village\n p: The dam above the village failed on Monday night.",
    );
    let (article, _) = extract(Source::Plain(text), Metadata::default());
    assert_eq!(
        article.metadata.title.as_deref(),
        Some("Dam fails above village")
    );
}

#[test]
fn what_may_be_a_sentence_or_a_quote_is_no_heading() {
    for first in [
        "The dam failed.",
        "“We lost” is all she said",
        "Why?",
        "She wrote:",
        "Monday",
    ] {
        let rest = "The dam above the village failed on Monday night, said the minister.";
        plain(
            &format!("{first}\n\n{rest}"),
            &format!("p: {first}\n p: {rest}"),
        );
    }
}

#[test]
fn lists_are_lists_and_dialogue_is_not() {
    plain("- One\n- Two", "ul0: One\n ul0: Two");
    plain(
        "1. One\n\n2. Two\n\n3) Three",
        "ol0: One\n ol0: Two\n ol0: Three",
    );
    plain(
        "- No, she said.\n\nHe left.",
        "p: - No, she said.\n p: He left.",
    );
    plain("– No.\n– Yes.", "p: – No.\n p: – Yes.");
    plain(
        "1999. It was late.\n\n7. Seven\n8. Eight",
        "p: 1999. It was late.\n p: 7. Seven\n p: 8. Eight",
    );
}

#[test]
fn markdown_blocks_are_told_apart() {
    markdown(
        "# Dam fails\n\nOne\ntwo.\n\n## Why\n",
        "h1: Dam fails\n p: One two.\n h2: Why",
    );
    markdown("Title\n=====\n\ntext", "h1: Title\n p: text");
    markdown(
        "- a\n  1. b\n- c\n\n  d",
        "ul0: a\n ol1: b\n ul0: c\n ul0: d",
    );
    markdown("> We lost.\n>\n> — Ana", "quote: We lost.\n quote: — Ana");
    markdown("```rust\nfn x() {}\n  y\n```", "pre: fn x() {}⏎  y");
    markdown(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "|th: a\n th: b\n |td: 1\n td: 2",
    );
    markdown("one  \ntwo\n\n---\n\nthree", "p: one⏎two\n p: three");
}

#[test]
fn markdown_styles_and_links_are_kept() {
    markdown(
        "*a* **b** `c` [d *e*](https://x.test) ~~f~~ <https://y.test>",
        "p: <em a> <strong b> <code c> <https://x.test d <em e>> f <https://y.test https://y.test>",
    );
}

#[test]
fn html_in_markdown_is_never_markup() {
    markdown("a <b>b</b> c", "p: a b c");
    markdown("<div onclick=x>\n<p>words</p>\n</div>\n", "p: words");
    markdown("<script>\nalert(1)\n</script>\n\ntext", "p: text");
    markdown("<div>\n3 <b 5, words\n", "p: 3 <b 5, words");
    markdown("<div>\n3 < 4 and <i>so</i> <\n", "p: 3 < 4 and so <");
    markdown("<style>\np {}\n</STYLE>\n\ntext", "p: text");
    markdown("<!-- note -->\n\n3 < 4 & 5 > 4", "p: 3 < 4 & 5 > 4");
    assert_eq!(
        said(Source::Markdown("a <b>b</b> c")),
        ["2 HTML tags in the Markdown dropped"]
    );
}

#[test]
fn pictures_in_markdown_are_left_out_and_counted() {
    markdown("See ![the *dam*](d.png) here.", "p: See here.");
    assert_eq!(
        said(Source::Markdown("x ![a](b)")),
        ["1 picture, recording or frame left out"]
    );
}

#[test]
fn front_matter_is_metadata() {
    let text = "---\ntitle: \"Dam: it fails\"\nauthors:\n  - Ana Ruiz\n  - J. Obi\ndate: 2024-05-01\nlang: en\nlayout: post\nsource: https://daily.test/dam\n---\n# Other\n\nText.";
    markdown(text, "h1: Other\n p: Text.");
    let metadata = extract(Source::Markdown(text), Metadata::default())
        .0
        .metadata;
    assert_eq!(metadata.title.as_deref(), Some("Dam: it fails"));
    assert_eq!(metadata.byline.as_deref(), Some("Ana Ruiz, J. Obi"));
    assert_eq!(metadata.date.as_deref(), Some("2024-05-01"));
    assert_eq!(metadata.language.as_deref(), Some("en"));
    assert_eq!(metadata.url.as_deref(), Some("https://daily.test/dam"));
    assert_eq!(
        said(Source::Markdown(text)),
        ["front matter “layout” not used"]
    );
}

#[test]
fn two_rules_around_text_are_no_front_matter() {
    markdown(
        "---\nNobody knew this.\n---\n\nText.",
        "h2: Nobody knew this.\n p: Text.",
    );
    markdown("---\n\nText.", "p: Text.");
}

#[test]
fn deep_nesting_in_markdown_is_read() {
    let (article, _) = extract(
        Source::Markdown(&(">".repeat(50_000) + " deep")),
        Metadata::default(),
    );
    assert!(article.text.contains("deep"));
    let (article, _) = extract(
        Source::Markdown(&("[".repeat(50_000) + "deep")),
        Metadata::default(),
    );
    assert!(article.text.contains("deep"));
}

proptest! {
    #[test]
    fn plain_text_keeps_every_word(text in "([a-zA-Zé日0-9]{1,9}|[ .,\"“-]|\r?\n|- |1\\. ){0,120}") {
        let (article, _) = extract(Source::Plain(&text), Metadata::default());
        assert_sound(&article);
        let letters = |text: &str| -> Vec<char> {
            text.chars().filter(|c| c.is_alphabetic()).collect()
        };
        prop_assert_eq!(letters(&article.text), letters(&text));
    }

    #[test]
    fn plain_lines_that_are_no_list_keep_words_apart(text in "([a-zA-Zé0-9]{1,9}[ .,]{1,2}|\n){0,120}") {
        let (article, _) = extract(Source::Plain(&text), Metadata::default());
        if !text.contains(". ") && !text.contains(") ") {
            prop_assert_eq!(words(&article.text), words(&text));
        }
    }

    #[test]
    fn any_markdown_is_read(text in "([#>*_`\\[\\]()!|<&-]|[a-zé]{1,5}|[ \n]|---\n|    |```\n){0,80}") {
        let (article, _) = extract(Source::Markdown(&text), Metadata::default());
        assert_sound(&article);
    }
}
