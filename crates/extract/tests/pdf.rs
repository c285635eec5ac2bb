//! What PDF files become, over files that are written by hand.

#![allow(
    clippy::expect_used,
    reason = "a file that cannot be read fails its test"
)]

#[path = "support/pdf.rs"]
mod writer;

use hearsay_extract::{Diagnostic, Format, Hints, LoadError, Progress, Readings};
use hearsay_text::{Article, Metadata, Place};
use proptest::prelude::*;
use writer::{Pdf, at, bold, line, lines, picture};

fn read(bytes: &[u8]) -> Result<Readings, LoadError> {
    let hints = Hints {
        format: Some(Format::Pdf),
        ..Hints::default()
    };
    hearsay_extract::read(bytes, hints, Metadata::default(), &mut |_| {})
}

fn article(pdf: &Pdf) -> Article {
    read(&pdf.bytes()).expect("a readable file").first.article
}

/// Every block: `#` for headings, `-` for list items, `|` for cells, `=` for captions.
fn blocks(article: &Article) -> Vec<String> {
    use hearsay_text::BlockKind;
    let mark = |kind| match kind {
        BlockKind::Heading(level) => format!("{} ", "#".repeat(level.into())),
        BlockKind::ListItem { ordered: false, .. } => "- ".into(),
        BlockKind::ListItem { ordered: true, .. } => "1 ".into(),
        BlockKind::TableCell {
            starts_row: true, ..
        } => "|| ".into(),
        BlockKind::TableCell { .. } => "| ".into(),
        BlockKind::Caption => "= ".into(),
        _ => String::new(),
    };
    let blocks = article.blocks.iter();
    blocks
        .map(|block| format!("{}{}", mark(block.kind), article.slice(block.span)))
        .collect()
}

#[track_caller]
fn check(page: Vec<Vec<u8>>, expected: &[&str]) {
    check_pages([page], expected);
}

#[track_caller]
fn check_pages(pages: impl IntoIterator<Item = Vec<Vec<u8>>>, expected: &[&str]) {
    assert_eq!(blocks(&article(&Pdf::new(pages))), expected);
}

/// Lines that fill a column of some 240 points, so that their ends say nothing.
const LEFT: [&str; 5] = [
    "The river rose all night and nobody in the town",
    "had slept when the mayor came to the square at",
    "six to say that the upper dam might not hold the",
    "water any longer and that everybody in the lower",
    "streets should leave their houses at once and go",
];
const RIGHT: [&str; 5] = [
    "to the school on the hill, where there was room",
    "for all. “We will not wait for the morning,” she",
    "said, and most of those who had come went home",
    "to pack what they could carry and then set out in",
    "the rain with their children and their animals.",
];

fn joined(lines: &[&[&str]]) -> String {
    lines.concat().join(" ")
}

#[test]
fn it_reads_lines_as_paragraphs_told_apart_by_gap_indent_or_short_last_line() {
    let first = "The river rose all night and nobody in the town had slept";
    for (page, second) in [
        (
            vec![
                lines(60.0, 700.0, &[first, "until the rain ended."]),
                lines(60.0, 664.0, &["Then it was morning."]),
            ],
            "gap",
        ),
        (
            vec![
                lines(
                    60.0,
                    700.0,
                    &[
                        first,
                        "until the rain ended after midnight and the moon came.",
                    ],
                ),
                lines(80.0, 676.0, &["Then it was morning."]),
            ],
            "indent",
        ),
        (
            vec![lines(
                60.0,
                700.0,
                &[first, "until the rain ended.", "Then it was morning."],
            )],
            "short last line",
        ),
    ] {
        let blocks = blocks(&article(&Pdf::new([page])));
        assert_eq!(blocks.len(), 2, "{second}: {blocks:?}");
        assert!(
            blocks[0]
                .starts_with("The river rose all night and nobody in the town had slept until")
        );
        assert_eq!(blocks[1], "Then it was morning.", "{second}");
    }
}

#[test]
fn it_reads_columns_one_after_the_other_below_a_headline_over_both() {
    let text = joined(&[&LEFT, &RIGHT]);
    // The lines of the columns stand at one height, or do not.
    for shift in [0.0, 5.0] {
        check(
            vec![
                bold(60.0, 760.0, 24.0, "Nobody slept while the river rose"),
                lines(60.0, 700.0, &LEFT),
                lines(315.0, 700.0 + shift, &RIGHT),
            ],
            &["# Nobody slept while the river rose", &text],
        );
    }
}

#[test]
fn it_reads_text_drawn_in_any_order_as_it_stands_on_the_page() {
    let mut shuffled: Vec<Vec<u8>> = (0..5)
        .flat_map(|nth| {
            let y = 700.0 - 12.0 * nth as f32;
            [at(60.0, y, 10.0, LEFT[nth]), at(315.0, y, 10.0, RIGHT[nth])]
        })
        .collect();
    shuffled.rotate_left(3);
    shuffled.reverse();
    check(shuffled, &[&joined(&[&LEFT, &RIGHT])]);
}

#[test]
fn it_joins_words_cut_at_the_end_of_lines_and_keeps_hyphens_of_their_own() {
    check(
        vec![lines(
            60.0,
            700.0,
            &[
                "A co-operation of long standing ended when the govern-",
                "ment left it, and a well-known critic of every co-",
                "operation said that the river would be a problem of Jean-",
                "Pierre alone from now on, as it had been in the year 2019-",
                "20, and that was that as far as she could see.",
            ],
        )],
        &[
            "A co-operation of long standing ended when the government left it, and a well-known critic of every \
             co-operation said that the river would be a problem of Jean-Pierre alone from now on, as it had been in \
             the year 2019-20, and that was that as far as she could see.",
        ],
    );
}

#[test]
fn it_drops_what_repeats_at_the_edges_of_pages_and_joins_the_paragraph_that_runs_over() {
    let page = |number: u32, text: &[&str]| {
        vec![
            at(60.0, 810.0, 9.0, "The Daily Flood"),
            lines(60.0, 700.0, text),
            at(290.0, 30.0, 9.0, &format!("– {number} –")),
        ]
    };
    let pdf = Pdf::new([page(7, &LEFT), page(8, &RIGHT), page(9, &["The end."])]);
    let read = read(&pdf.bytes()).expect("a readable file").first;
    assert_eq!(
        blocks(&read.article),
        [joined(&[&LEFT, &RIGHT]), "The end.".into()]
    );
    // The paragraph begins on page 1; what begins next stands on page 3.
    let marks: Vec<_> = read
        .article
        .landmarks
        .iter()
        .map(|mark| {
            (
                mark.place.clone(),
                &read.article.text[mark.start as usize..][..3],
            )
        })
        .collect();
    assert_eq!(marks, [(Place::Page(1), "The"), (Place::Page(3), "The")]);
    assert!(matches!(
        read.diagnostics[..],
        [Diagnostic::LeftOut { count: 6, .. }]
    ));
}

#[test]
fn it_drops_running_titles_that_change_by_the_page_number_beside_them() {
    let page =
        |title: &str, text: &[&str]| vec![at(60.0, 810.0, 9.0, title), lines(60.0, 700.0, text)];
    check_pages(
        [page("The rain 41", &LEFT), page("The flood 42", &RIGHT)],
        &[&joined(&[&LEFT, &RIGHT])],
    );
}

#[test]
fn it_keeps_the_only_numbers_and_titles_that_repeat_inside_the_text() {
    let page = |number: &str| {
        vec![
            lines(
                60.0,
                500.0,
                &["The same words in the middle of both pages."],
            ),
            lines(60.0, 400.0, &[number]),
        ]
    };
    check_pages(
        [page("17"), page("4")],
        &[
            "The same words in the middle of both pages.",
            "17",
            "The same words in the middle of both pages.",
            "4",
        ],
    );
}

#[test]
fn it_ranks_headings_by_size_and_takes_short_bold_lines_for_headings() {
    check(
        vec![
            at(60.0, 780.0, 22.0, "The river"),
            at(60.0, 740.0, 14.0, "What happened"),
            lines(60.0, 715.0, &LEFT),
            bold(60.0, 640.0, 10.0, "At the school"),
            lines(60.0, 625.0, &RIGHT),
        ],
        &[
            "# The river",
            "## What happened",
            &joined(&[&LEFT]),
            "### At the school",
            &joined(&[&RIGHT]),
        ],
    );
}

#[test]
fn it_reads_lists_captions_and_tables() {
    check(
        vec![
            lines(60.0, 780.0, &LEFT),
            lines(60.0, 690.0, &["•", "•"]),
            lines(
                75.0,
                690.0,
                &["Boats for the lower town", "Bread for a week"],
            ),
            lines(
                60.0,
                650.0,
                &["Figure 3: The square at six in the morning."],
            ),
            lines(60.0, 620.0, &["Place", "Upper dam", "Harbour"]),
            lines(200.0, 620.0, &["Level", "12.4 m", "3.0 m"]),
            lines(300.0, 620.0, &["Trend", "rising", "steady"]),
        ],
        &[
            &joined(&[&LEFT]),
            "- Boats for the lower town",
            "- Bread for a week",
            "= Figure 3: The square at six in the morning.",
            "|| Place",
            "| Level",
            "| Trend",
            "|| Upper dam",
            "| 12.4 m",
            "| rising",
            "|| Harbour",
            "| 3.0 m",
            "| steady",
        ],
    );
}

#[test]
fn it_keeps_the_marks_of_notes_apart_from_the_words_before_them() {
    check(
        vec![
            at(60.0, 700.0, 10.0, "“We will not wait,” she said."),
            // Helvetica is so wide.
            at(181.4, 703.5, 6.0, "12"),
            at(191.0, 700.0, 10.0, "Nobody did."),
        ],
        &["“We will not wait,” she said.¹² Nobody did."],
    );
}

#[test]
fn it_puts_a_drop_cap_before_its_word() {
    check(
        vec![
            at(60.0, 680.0, 30.0, "T"),
            lines(
                80.0,
                700.0,
                &[
                    "he river rose all night and nobody in the town",
                    "had slept when the mayor came to the square and",
                ],
            ),
            lines(
                60.0,
                676.0,
                &["said that the upper dam might not hold the water."],
            ),
        ],
        &[
            "The river rose all night and nobody in the town had slept when the mayor came to the square and said that \
           the upper dam might not hold the water.",
        ],
    );
}

#[test]
fn it_drops_text_that_runs_along_the_margin_or_is_drawn_twice() {
    let stamp = b"BT /F1 20 Tf 0 1 -1 0 30 300 Tm (arXiv:1234.5678v1) Tj ET\n".to_vec();
    check(
        vec![
            stamp,
            bold(60.0, 700.0, 10.0, "Drawn twice"),
            bold(60.3, 700.0, 10.0, "Drawn twice"),
            lines(60.0, 680.0, &LEFT),
        ],
        &["# Drawn twice", &joined(&[&LEFT])],
    );
}

#[test]
fn it_turns_a_page_whose_text_runs_upwards() {
    let up = |x: f32, text: &str| {
        format!("BT /F1 10 Tf 0 1 -1 0 {x} 100 Tm ({text}) Tj ET\n").into_bytes()
    };
    check(
        vec![up(100.0, LEFT[0]), up(112.0, LEFT[1])],
        &[&joined(&[&LEFT[..2]])],
    );
}

#[test]
fn it_reads_letters_set_apart_as_words() {
    let apart = |text: &str| {
        let letters: String = text
            .chars()
            .map(|c| {
                if c == ' ' {
                    "-900 ".into()
                } else {
                    format!("({c}) -400 ")
                }
            })
            .collect();
        format!("BT /F1 14 Tf 60 700 Td [{letters}] TJ ET\n").into_bytes()
    };
    check(
        vec![apart("FLOOD NEWS"), lines(60.0, 660.0, &LEFT)],
        &["# FLOOD NEWS", &joined(&[&LEFT])],
    );
}

#[test]
fn it_reads_codes_by_what_the_file_says_of_them() {
    check(vec![line("F3", 60.0, 700.0, 10.0, "CBADB")], &["“fiΩ fi"]);
    let wide = b"BT /F4 10 Tf 60 700 Td <00080005000C000C000F> Tj ET\n".to_vec();
    check(vec![wide], &["hello"]);
    check(
        vec![line("F1", 60.0, 700.0, 10.0, "Caf\u{e9} na\u{ef}ve \u{a9}")],
        &["Caf\u{e9} na\u{ef}ve \u{a9}"],
    );
}

#[test]
fn it_takes_the_words_that_a_file_gives_for_glyphs() {
    let soft = b"BT /F1 10 Tf 60 700 Td (of) Tj /Span << /ActualText (\xfe\xff\0f\0i) >> BDC (\x01) Tj EMC (ce) Tj ET\n";
    check(vec![soft.to_vec()], &["office"]);
    let header =
        b"/Artifact << /Type /Pagination >> BDC BT /F1 10 Tf 60 800 Td (Header) Tj ET EMC\n";
    check(
        vec![header.to_vec(), lines(60.0, 700.0, &LEFT)],
        &[&joined(&[&LEFT])],
    );
}

#[test]
fn it_reads_what_the_file_says_of_itself_but_not_what_programs_make_up() {
    let page = || {
        [vec![
            bold(60.0, 760.0, 24.0, "The river"),
            lines(60.0, 700.0, &LEFT),
        ]]
    };
    let mut pdf = Pdf::new(page());
    pdf.info = "/Title (Rain) /Author (Ana Ruiz) /CreationDate (D:20240501103000+02'00') /ModDate (D:20240502)".into();
    pdf.catalog = "/Lang (en-GB)".into();
    let said = article(&pdf).metadata;
    assert_eq!(said.title.as_deref(), Some("Rain"));
    assert_eq!(said.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(said.date.as_deref(), Some("2024-05-01T10:30:00+02:00"));
    assert_eq!(said.modified.as_deref(), Some("2024-05-02"));
    assert_eq!(said.language.as_deref(), Some("en-GB"));
    pdf.info = "/Title (Microsoft Word - draft.doc) /Author (user)".into();
    let said = article(&pdf).metadata;
    assert_eq!(said.title.as_deref(), Some("The river"));
    assert_eq!(said.byline, None);
}

#[test]
fn a_scan_says_so_and_one_among_pages_of_text_is_named() {
    let scan = Pdf::new([vec![picture()], vec![picture()], vec![picture()]]);
    assert_eq!(read(&scan.bytes()), Err(LoadError::Scan { pages: 3 }));
    let mixed = Pdf::new([vec![lines(60.0, 700.0, &LEFT)], vec![picture()]]);
    let diagnostics = read(&mixed.bytes())
        .expect("a readable file")
        .first
        .diagnostics;
    assert_eq!(
        diagnostics,
        [Diagnostic::PagesWithoutText {
            pages: vec![2],
            of: 2
        }]
    );
    let blank = Pdf::new([vec![]]);
    assert_eq!(read(&blank.bytes()), Err(LoadError::Empty));
    // Text that recognition has put behind the picture, invisible, is text.
    let recognised = b"BT 3 Tr /F1 10 Tf 60 700 Td (Found by recognition.) Tj ET\n".to_vec();
    check(vec![picture(), recognised], &["Found by recognition."]);
}

#[test]
fn a_file_with_a_password_says_so() {
    let mut pdf = Pdf::new([vec![lines(60.0, 700.0, &LEFT)]]);
    let zeros = "00".repeat(32);
    pdf.trailer = (
        format!("/Encrypt 90 0 R /ID [<{zeros}> <{zeros}>]"),
        vec![format!(
            "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{zeros}> /U <{zeros}> >>"
        )],
    );
    let format = Format::Pdf;
    assert_eq!(read(&pdf.bytes()), Err(LoadError::Protected { format }));
}

#[test]
fn a_wrong_table_of_objects_is_put_up_with_and_a_file_cut_short_read_as_far_as_it_goes() {
    let mut pdf = Pdf::new([
        vec![lines(60.0, 700.0, &LEFT)],
        vec![lines(60.0, 700.0, &RIGHT)],
    ]);
    pdf.has_wrong_table = true;
    assert_eq!(blocks(&article(&pdf)), [joined(&[&LEFT, &RIGHT])]);
    pdf.has_wrong_table = false;
    let bytes = pdf.bytes();
    let table = bytes
        .windows(5)
        .rposition(|word| word == b"xref\n")
        .expect("a table");
    let cut = read(&bytes[..table])
        .expect("a readable file")
        .first
        .article;
    assert_eq!(blocks(&cut), [joined(&[&LEFT, &RIGHT])]);
    for bytes in [&bytes[..300], b"%PDF-1.7\n%%EOF", b"%PDF-"] {
        let error = read(bytes).expect_err("nothing to read");
        assert!(matches!(error, LoadError::Damaged { .. }), "{error:?}");
    }
}

#[test]
fn it_tells_how_far_it_is() {
    let pages = (0..3).map(|_| vec![lines(60.0, 700.0, &LEFT)]);
    let mut seen = Vec::new();
    let hints = Hints::default();
    let bytes = Pdf::new(pages).bytes();
    let read = hearsay_extract::read(&bytes, hints, Metadata::default(), &mut |step| {
        seen.push(step);
    });
    assert!(read.is_ok());
    let step = |done| Progress { done, total: 3 };
    assert_eq!(seen, [step(0), step(1), step(2), step(3)]);
}

#[test]
fn forms_that_draw_themselves_and_page_trees_that_hold_themselves_come_to_an_end() {
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Me 90 0 R >> >> \
                /Length 14 >>\nstream\n/Me Do /Me Do \nendstream";
    let mut pdf = Pdf::new([vec![b"/Me Do\n".to_vec(), lines(60.0, 700.0, &LEFT)]]);
    pdf.trailer = (String::new(), vec![form.into()]);
    let bytes = pdf.bytes();
    let swapped = replaced(&bytes, b"/Pic 10 0 R", b"/Me  90 0 R");
    assert_eq!(
        blocks(&read(&swapped).expect("a readable file").first.article),
        [joined(&[&LEFT])]
    );
    let looped = replaced(&bytes, b"/Kids [100 0 R]", b"/Kids [  2 0 R]");
    assert!(read(&looped).is_err());
}

#[test]
fn tables_of_widths_that_name_more_codes_than_there_are_are_refused() {
    let bytes = Pdf::new([vec![
        line("F4", 60.0, 700.0, 10.0, "ab"),
        lines(60.0, 600.0, &LEFT),
    ]])
    .bytes();
    let bomb = replaced(&bytes, b"/DW 500", b"/W [0 4294967295 500]");
    assert_eq!(
        blocks(&read(&bomb).expect("a readable file").first.article),
        [joined(&[&LEFT])]
    );
    let bytes = Pdf::new([vec![
        line("F3", 60.0, 700.0, 10.0, "AB"),
        lines(60.0, 600.0, &LEFT),
    ]])
    .bytes();
    let bomb = replaced(
        &bytes,
        b"/FirstChar 65 /LastChar 68",
        b"/FirstChar 4294967290 /LastChar 4294967295",
    );
    assert_eq!(
        blocks(&read(&bomb).expect("a readable file").first.article),
        [joined(&[&LEFT])]
    );
}

/// `bytes` with another word for one that occurs once; its table of objects may be wrong then, as in other odd files.
fn replaced(bytes: &[u8], word: &[u8], by: &[u8]) -> Vec<u8> {
    let at = bytes
        .windows(word.len())
        .position(|at| at == word)
        .expect("the word");
    [&bytes[..at], by, &bytes[at + word.len()..]].concat()
}

fn sample() -> Vec<u8> {
    let mut pdf = Pdf::new([
        vec![
            bold(60.0, 760.0, 24.0, "Nobody slept"),
            lines(60.0, 700.0, &LEFT),
            lines(315.0, 700.0, &RIGHT),
            line("F3", 60.0, 500.0, 10.0, "CBADB"),
            b"q /Span << /ActualText (x) >> BDC [(a) -500 (b)] TJ EMC Q\n".to_vec(),
        ],
        vec![lines(60.0, 700.0, &RIGHT), picture()],
    ]);
    pdf.info = "/Title (Rain) /CreationDate (D:20240501103000+02'00')".into();
    pdf.bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn files_with_bytes_changed_never_panic_and_blocks_stay_in_order(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = sample();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(read) = read(&bytes) {
            let article = read.first.article;
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(block.span.start >= end && block.span.end > block.span.start);
                end = block.span.end;
            }
            prop_assert!(end as usize <= article.text.len());
        }
    }

    #[test]
    fn any_content_of_a_page_is_put_up_with(content in r"([0-9. /()\[\]<>-]{0,12} ?(Tf|Tj|TJ|Td|Tm|cm|q|Q|BT|ET|Do|BDC|EMC|'|Tc|Tz|BI)? ?){0,40}") {
        let _ = read(&Pdf::new([vec![content.into_bytes()]]).bytes());
    }
}
