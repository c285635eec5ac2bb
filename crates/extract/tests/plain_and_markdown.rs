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
fn text_wrapped_at_any_usual_width_is_joined_however_ragged() {
    let sentence = "The dam above the village failed on Monday night, and the minister of water said that nobody had been told of it until the morning came and the valley was gone.";
    for width in [58, 64, 72, 79] {
        let mut text = String::new();
        let mut column = 0;
        for (nth, word) in sentence.split(' ').enumerate() {
            // Every third line ends early, as after somebody edited it.
            if column + word.len() > width - (nth % 3) * 4 {
                text.push('\n');
                column = 0;
            } else if nth > 0 {
                text.push(' ');
            }
            text.push_str(word);
            column += word.len() + 1;
        }
        plain(&text, &format!("p: {sentence}"));
        let indented = text.replace('\n', "\n    ");
        plain(&format!("    {indented}"), &format!("p: {sentence}"));
    }
}

#[test]
fn a_wrapped_paragraph_among_others_is_joined_alone() {
    let long = "A paragraph of more than a hundred characters was surely not broken by a narrow window, and so it is its own.";
    plain(
        &format!(
            "{long}\nShort one, of the mayor.\n{long}\n\nThe dam above the village failed on Monday, and the minister\nof water said that nobody had been told of it before the night\nin which it broke, though letters had been written about that\nsince the spring.\n\n{long}"
        ),
        &format!(
            "p: {long}\n p: Short one, of the mayor.\n p: {long}\n p: The dam above the village failed on Monday, and the minister of water said that nobody had been told of it before the night in which it broke, though letters had been written about that since the spring.\n p: {long}"
        ),
    );
}

#[test]
fn wrapped_text_without_spaces_and_from_right_to_left_is_joined() {
    plain(
        "市長は月曜日に橋を閉鎖すると発表した。技術者が二本の橋脚に亀裂を\n見つけたためで、再開の見通しは立っていないという。住民からは不安\nの声が上がっている。",
        "p: 市長は月曜日に橋を閉鎖すると発表した。技術者が二本の橋脚に亀裂を見つけたためで、再開の見通しは立っていないという。住民からは不安の声が上がっている。",
    );
    plain(
        "قالت رئيسة البلدية يوم الاثنين إن الجسر القديم سيغلق أمام\nالمركبات بعد أن اكتشف المهندسون شقوقا في اثنتين من دعاماته\nوأضافت أن الحافلات ستسير عبر الجسر الشمالي",
        "p: قالت رئيسة البلدية يوم الاثنين إن الجسر القديم سيغلق أمام المركبات بعد أن اكتشف المهندسون شقوقا في اثنتين من دعاماته وأضافت أن الحافلات ستسير عبر الجسر الشمالي",
    );
}

#[test]
fn turns_of_a_transcript_stay_apart_though_their_lines_are_joined() {
    plain(
        "RUIZ: We will not wait until somebody is hurt on that bridge, and\nso it stays closed until I am told otherwise by people who know it.\nREPORTER: And the ferry? Will it go on to cross the river at night?\nRUIZ: Nobody asked the ferry, and that is why I have come here to do\nso.",
        "p: RUIZ: We will not wait until somebody is hurt on that bridge, and so it stays closed until I am told otherwise by people who know it.
         p: REPORTER: And the ferry? Will it go on to cross the river at night?
         p: RUIZ: Nobody asked the ferry, and that is why I have come here to do so.",
    );
}

#[test]
fn an_indented_line_after_a_full_stop_begins_a_paragraph() {
    plain(
        "   The dam above the village failed on Monday, and the minister of\nwater said that nobody had been told before the night it broke down.\n   Engineers of the district had asked for money three times since the\nspring.",
        "p: The dam above the village failed on Monday, and the minister of water said that nobody had been told before the night it broke down.
         p: Engineers of the district had asked for money three times since the spring.",
    );
}

#[test]
fn quoted_mail_is_set_off_and_joined_level_by_level() {
    let text = "Dear Ben,\n\nno, it is not true.\n\nOn Mon, 4 Mar 2024 at 10:20, Ben Osei\n<ben@daily.test> wrote:\n> Is it true that the bridge closes, as the engineers told us on\n> Friday, and that nobody was asked before?\n>\n>> They told us that there were cracks in two of the piers, and\n>> we believed them.\n> I hear that you said so.\n\nAna\n-- \nAna Ruiz\nMayor of Osk\n";
    plain(
        text,
        "p: Dear Ben,
         p: no, it is not true.
         p: On Mon, 4 Mar 2024 at 10:20, Ben Osei <ben@daily.test> wrote:
         quote: Is it true that the bridge closes, as the engineers told us on Friday, and that nobody was asked before?
         quote: They told us that there were cracks in two of the piers, and we believed them.
         quote: I hear that you said so.
         p: Ana",
    );
    assert!(said(Source::Plain(text)).contains(&"signature of 2 lines left out".to_owned()));
}

#[test]
fn an_arrow_or_a_dash_in_a_text_is_no_mail() {
    plain(
        "> Read more here.\n\nThe dam failed.",
        "p: > Read more here.\n p: The dam failed.",
    );
    plain(
        "The dam failed.\n-- \nAna",
        "p: The dam failed.\n p: --\n p: Ana",
    );
}

#[test]
fn title_byline_and_dates_are_told_and_stay_in_the_text() {
    let body = "LONDON, March 3 (Reuters) - The dam above the village failed on Monday night, said the minister.";
    for (head, title, byline, date, modified) in [
        (
            "Dam fails above village\nBy Ana Ruiz\nPublished 3 March 2024, 10:20",
            "Dam fails above village",
            Some("Ana Ruiz"),
            Some("3 March 2024, 10:20"),
            None,
        ),
        (
            "Minister: “We were never told”\n\nEngineers had asked for money three times.\n\nBy Ana Ruiz and Ben Osei in Osk\n\nMarch 3, 2024 10:20 AM GMT | Updated 2 hours ago",
            "Minister: “We were never told”",
            Some("Ana Ruiz and Ben Osei in Osk"),
            Some("March 3, 2024 10:20 AM GMT"),
            None,
        ),
        (
            "Damm über dem Dorf gebrochen\n\nVon Jörg Müller\n\nVeröffentlicht am 3. März 2024 um 10:20 Uhr",
            "Damm über dem Dorf gebrochen",
            Some("Jörg Müller"),
            Some("3. März 2024 um 10:20 Uhr"),
            None,
        ),
        (
            "Le barrage a cédé\n\nPar Zoé Le Goff | Publié le 3 mars 2024 à 10h20",
            "Le barrage a cédé",
            Some("Zoé Le Goff"),
            Some("3 mars 2024 à 10h20"),
            None,
        ),
        (
            "¿Quién avisó al pueblo?\nPor Lucía Gómez\n3 de marzo de 2024",
            "¿Quién avisó al pueblo?",
            Some("Lucía Gómez"),
            Some("3 de marzo de 2024"),
            None,
        ),
        (
            "Dam fails above village\nAna Ruiz, Reuters\n2024-03-03T10:20:00Z\nUpdated: March 4, 2024",
            "Dam fails above village",
            Some("Ana Ruiz, Reuters"),
            Some("2024-03-03T10:20:00Z"),
            Some("March 4, 2024"),
        ),
        (
            "Dam fails above village",
            "Dam fails above village",
            None,
            None,
            None,
        ),
    ] {
        let text = format!("{head}\n\n{body}");
        let (article, _) = extract(Source::Plain(&text), Metadata::default());
        let said = &article.metadata;
        assert_eq!(
            (
                said.title.as_deref(),
                said.byline.as_deref(),
                said.date.as_deref(),
                said.modified.as_deref()
            ),
            (Some(title), byline, date, modified),
            "{head}"
        );
        assert_eq!(words(&article.text), words(&text), "nothing is lost");
        assert!(article.text.ends_with(body));
    }
}

#[test]
fn sentences_at_the_top_are_neither_byline_nor_date() {
    for text in [
        "By Monday the water had gone\n\nThe dam above the village failed on Monday night, said the minister.",
        "By Ana Ruiz the bridge will never be closed.\n\nShe said so on Monday.",
        "In March 2024 the dam failed\n\nThe minister said on 3 March 2024 that nobody had been told of it.",
    ] {
        let (article, _) = extract(Source::Plain(text), Metadata::default());
        assert_eq!(
            (article.metadata.byline, article.metadata.date),
            (None, None),
            "{text}"
        );
    }
}

#[test]
fn the_words_of_a_page_around_an_article_are_not_its_title() {
    let text = "Skip to main content\n\nDam fails above village\n\nThe dam above the village failed on Monday night.\n\nShare this article\n\nMore came on Tuesday morning, as people of the village had feared.";
    plain(
        text,
        "p: Skip to main content
         h1: Dam fails above village
         p: The dam above the village failed on Monday night.
         p: Share this article
         p: More came on Tuesday morning, as people of the village had feared.",
    );
}

#[test]
fn keys_at_the_top_of_a_digitised_book_are_read() {
    let (article, _) = extract(
        Source::Plain(
            "The e-book of The Dam\n\nTitle: The Dam\n\nAuthor: Ana Ruiz\n\nIt was late.",
        ),
        Metadata::default(),
    );
    assert_eq!(article.metadata.title.as_deref(), Some("The Dam"));
    assert_eq!(article.metadata.byline.as_deref(), Some("Ana Ruiz"));
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
fn front_matter_is_read_in_all_its_ways() {
    for text in [
        "---\ntitle: 'Dam''s end' # really\nauthors:\n  - name: Ana Ruiz\n    url: https://x.test\n  - name: \"J. \\\"Jo\\\" Obi\"\ndate: 2024-05-01T10:20:00Z\nlast_modified: 2024-05-02\nlang: en\ncanonical_url: https://daily.test/dam#a\nsite: >-\n  The Daily:\n  Courier\n---\nText.",
        "---\r\ntitle: Dam's end\r\nauthor: [Ana Ruiz, 'J. \"Jo\" Obi']\r\ndate: 2024-05-01T10:20:00Z\r\nupdated: 2024-05-02\r\nlanguage: en\r\nsource:\r\n  name: x\r\n  url: https://daily.test/dam#a\r\npublisher: The Daily:\r\n  Courier\r\n...\r\nText.",
        "+++\n# TOML\ntitle = \"Dam's end\"\ndate = 2024-05-01T10:20:00Z\nlastmod = 2024-05-02\nurl = 'https://daily.test/dam#a'\npublication = \"\"\"\nThe Daily:\nCourier\"\"\"\n[taxonomies]\nauthors = [\n  \"Ana Ruiz\", # first\n  'J. \"Jo\" Obi',\n]\n[extra]\nlocale = \"en\"\n+++\nText.",
        "{\n  \"title\": \"Dam\\u0027s end\", \"date\": \"2024-05-01T10:20:00Z\",\n  \"authors\": [{\"name\": \"Ana Ruiz\", \"id\": 1}, {\"name\": \"J. \\\"Jo\\\" Obi\"}],\n  \"lastmod\": \"2024-05-02\", \"url\": \"https://daily.test/dam#a\", \"params\": {\"lang\": \"en\", \"site\": \"The Daily: Courier\"}\n}\nText.",
    ] {
        let (article, diagnostics) = extract(Source::Markdown(text), Metadata::default());
        let said = article.metadata;
        assert_eq!(article.text, "Text.", "{text}");
        assert_eq!(said.title.as_deref(), Some("Dam's end"), "{text}");
        assert_eq!(
            said.byline.as_deref(),
            Some("Ana Ruiz, J. \"Jo\" Obi"),
            "{text}"
        );
        assert_eq!(said.date.as_deref(), Some("2024-05-01T10:20:00Z"), "{text}");
        assert_eq!(said.modified.as_deref(), Some("2024-05-02"), "{text}");
        assert_eq!(
            said.url.as_deref(),
            Some("https://daily.test/dam#a"),
            "{text}"
        );
        assert_eq!(said.language.as_deref(), Some("en"), "{text}");
        assert_eq!(said.site.as_deref(), Some("The Daily: Courier"), "{text}");
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
    }
}

#[test]
fn a_key_that_only_begins_like_another_is_not_used() {
    let text = "---\ntit: x\nauth: y\n---\nText.";
    assert_eq!(
        said(Source::Markdown(text)),
        [
            "front matter “tit” not used",
            "front matter “auth” not used"
        ]
    );
}

#[test]
fn front_matter_that_never_ends_is_text() {
    markdown(
        "+++\ntitle = \"x\"\n\nText.",
        "p: +++ title = \"x\"\n p: Text.",
    );
    markdown("{ \"title\": [ \n\nText.", "p: { \"title\": [\n p: Text.");
    markdown("{% raw %}\n\nText.", "p: {% raw %}\n p: Text.");
    let open = format!("{{{}", "[".repeat(100_000));
    assert_eq!(
        extract(Source::Markdown(&open), Metadata::default()).0.text,
        open
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
    fn mail_keeps_every_word_but_its_marks(text in "([a-zA-Zé日0-9]{1,9}|[ .,:]|\n|\n> |\n>> ){0,120}") {
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
    fn any_front_matter_is_read(text in "(---|\\+\\+\\+|\\{)\n(title|a|: |=|\"|'|\\[|\\]|\\{|\\}|,|#|é|\\\\|\n|\n---\n|\n\\+\\+\\+\n|- |  |>|\"\"\"){0,40}") {
        let (article, _) = extract(Source::Markdown(&text), Metadata::default());
        assert_sound(&article);
    }

    #[test]
    fn any_markdown_is_read(text in "([#>*_`\\[\\]()!|<&-]|[a-zé]{1,5}|[ \n]|---\n|    |```\n){0,80}") {
        let (article, _) = extract(Source::Markdown(&text), Metadata::default());
        assert_sound(&article);
    }
}
