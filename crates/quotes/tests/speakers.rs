//! Who is meant by a mention, on which evidence, and where in the article that stands.
//!
//! A case is an article with its sources marked `[Ruiz]` and, where it matters, its quoted words `{…}`; neither model nor
//! tagger takes part. After it stand the speakers in the order of the sources: name, evidence, and the words that the
//! evidence points at with the number of characters before them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use hearsay_quotes::{Evidence, Modality, Quote, QuoteKind, ReportKind, resolve};
use hearsay_text::{Article, Span, tokenize};

/// An article with its sources marked, and what they resolve to.
type Case = (&'static str, &'static [&'static str]);

/// The text without the marking, the sources and the contents. The nth content is that of the nth source.
fn read(case: &str) -> (String, Vec<Span>, Vec<Span>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let (mut sources, mut contents) = (Vec::new(), Vec::new());
    for c in case.chars() {
        let at = u32::try_from(text.len()).unwrap();
        match c {
            '[' | '{' => open.push(at),
            ']' => sources.push(Span::new(open.pop().unwrap(), at)),
            '}' => contents.push(Span::new(open.pop().unwrap(), at)),
            _ => text.push(c),
        }
    }
    sources.sort_unstable();
    contents.sort_unstable();
    (text, sources, contents)
}

fn found(case: &Case) -> Vec<String> {
    let (text, sources, contents) = read(case.0);
    let end = u32::try_from(text.len()).unwrap();
    let mut quotes: Vec<(usize, Quote)> = sources
        .iter()
        .enumerate()
        .map(|(nth, source)| Quote {
            content: vec![contents.get(nth).copied().unwrap_or(Span::new(end, end))],
            cue: Vec::new(),
            source: vec![*source],
            kind: QuoteKind::Indirect,
            reports: ReportKind::Speech,
            modality: Modality::Actual,
            marked: false,
            speaker: None,
            confidence: 1.0,
        })
        .enumerate()
        .collect();
    quotes.sort_by(|(_, a), (_, b)| a.content.cmp(&b.content));
    let (order, mut quotes): (Vec<usize>, Vec<Quote>) = quotes.into_iter().unzip();
    let article = Article::verbatim(text);
    resolve(&article, &tokenize(&article.text), &mut quotes);
    let mut found = vec![String::new(); quotes.len()];
    for (nth, quote) in order.into_iter().zip(&quotes) {
        found[nth] = quote.speaker.as_ref().map_or_else(
            || "-".to_owned(),
            |speaker| {
                let evidence = speaker.evidence.name();
                let at = speaker.evidence_at.map_or_else(String::new, |at| {
                    format!(", {} {}", at.start, article.slice(at))
                });
                format!("{} ({evidence}{at})", speaker.name)
            },
        );
    }
    found
}

fn check(cases: &[Case]) {
    let failed: Vec<String> = cases
        .iter()
        .filter(|case| found(case) != case.1)
        .map(|case| {
            let found = found(case);
            format!("{}\nexpected {:?}\nfound    {found:?}\n", case.0, case.1)
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_name_in_the_source_is_all_the_evidence() {
    check(&[
        ("[Ana Ruiz] spoke.", &["Ana Ruiz (named)"]),
        ("[Mayor Ana Ruiz, 44,] spoke.", &["Ana Ruiz (named)"]),
        ("[The mayor, Ana Ruiz,] spoke.", &["Ana Ruiz (named)"]),
        (
            "[Harrow’s best engineer — Dr. Lena Marsh —] spoke.",
            &["Lena Marsh (named)"],
        ),
        (
            "[Osk County (N.Y.) Sheriff Milan Sorel] spoke.",
            &["Milan Sorel (named)"],
        ),
        (
            "[Secretary of State Ana Ruiz] spoke.",
            &["Ana Ruiz (named)"],
        ),
        ("[The Bank of Osk] spoke.", &["Bank of Osk (named)"]),
        (
            "[The Committee for a Better Harbor] spoke.",
            &["Committee for a Better Harbor (named)"],
        ),
        (
            "[Senators Ana Ruiz and Pavel Obi] spoke.",
            &["Ana Ruiz and Pavel Obi (named)"],
        ),
        (
            "Pavel Obi came. [His wife and former minister Ana Ruiz] spoke.",
            &["Ana Ruiz (named)"],
        ),
    ]);
}

#[test]
fn part_of_a_name_points_at_the_fuller_one() {
    check(&[
        (
            "Mayor Ana Ruiz came. [Ruiz] spoke. [Ana] left.",
            &[
                "Ana Ruiz (part-of-name, 6 Ana Ruiz)",
                "Ana Ruiz (part-of-name, 6 Ana Ruiz)",
            ],
        ),
        (
            "[Ruiz] spoke. Then Ana Ruiz left.",
            &["Ana Ruiz (part-of-name, 17 Ana Ruiz)"],
        ),
        (
            "Mr. Pavel Haddad met Mrs. Noor Haddad there. [Mrs. Haddad] spoke before [Mr. Haddad] did.",
            &[
                "Noor Haddad (part-of-name, 26 Noor Haddad)",
                "Pavel Haddad (part-of-name, 4 Pavel Haddad)",
            ],
        ),
        (
            "The Osk Institute is old. [The Institute] spoke.",
            &["Osk Institute (part-of-name, 4 Osk Institute)"],
        ),
        (
            "Mayor Bill de Marsh came. [De Marsh] spoke.",
            &["Bill de Marsh (part-of-name, 6 Bill de Marsh)"],
        ),
        (
            "Mayor James O’Neill came. [O'Neill] spoke.",
            &["James O’Neill (part-of-name, 6 James O’Neill)"],
        ),
        // Whoever is named first goes by the surname, the others keep their first names.
        (
            "Then Pavel Obi came. [Lena Obi] spoke. After [Lena Obi] spoke [Obi].",
            &[
                "Lena Obi (named)",
                "Lena Obi (named)",
                "Pavel Obi (part-of-name, 5 Pavel Obi)",
            ],
        ),
        (
            "Google Brain is a part of Google. [Google] spoke.",
            &["Google (named)"],
        ),
    ]);
}

#[test]
fn initials_stand_for_the_one_name_that_they_fit() {
    check(&[
        (
            "Joelle Pineau came. [J. Pineau] spoke.",
            &["Joelle Pineau (initials, 0 Joelle Pineau)"],
        ),
        (
            "[J. Pineau] spoke before Joelle Pineau came.",
            &["Joelle Pineau (initials, 23 Joelle Pineau)"],
        ),
        (
            "Joelle Pineau came, and so did Jean Pineau. [J. Pineau] spoke.",
            &["J. Pineau (named)"],
        ),
        (
            "Joelle Pineau came. [A. Pineau] spoke.",
            &["A. Pineau (named)"],
        ),
    ]);
}

#[test]
fn a_handle_is_somebody_s_when_the_article_ties_it() {
    check(&[
        (
            "There came Ana Ruiz (@portfish) at noon. [@portfish] wrote.",
            &["Ana Ruiz (handle, 11 Ana Ruiz)"],
        ),
        (
            "There came Ana Ruiz at noon. [@Ana_Ruiz] wrote.",
            &["Ana Ruiz (handle, 11 Ana Ruiz)"],
        ),
        (
            "There came Ana Ruiz at noon. [@harborcat] wrote.",
            &["@harborcat (named)"],
        ),
    ]);
}

#[test]
fn short_forms_point_at_what_they_are_short_for() {
    check(&[
        (
            "The Food and Harbor Administration (FHA) came. [The FHA] spoke.",
            &["Food and Harbor Administration (acronym, 4 Food and Harbor Administration)"],
        ),
        (
            "The Federal Bureau of Bridges came. [The FBB] spoke.",
            &["Federal Bureau of Bridges (acronym, 4 Federal Bureau of Bridges)"],
        ),
        (
            "The Department of Bridges came. [The DOB] spoke.",
            &["Department of Bridges (acronym, 4 Department of Bridges)"],
        ),
        ("The Osk Council came. [The FHA] spoke.", &["FHA (named)"]),
    ]);
}

#[test]
fn pronouns_agree_in_number_and_stated_gender() {
    check(&[
        (
            "The chairwoman, Ana Ruiz, met Mr. Pavel Obi. [She] spoke. Then [he] left.",
            &[
                "Ana Ruiz (pronoun, 4 chairwoman, Ana Ruiz)",
                "Pavel Obi (pronoun, 34 Pavel Obi)",
            ],
        ),
        // Nothing tells Sasha's gender, so the pronoun tells it, and then it holds.
        (
            "Sasha Finch, a poet, came. [She] spoke. Nobody heard him. [He] left.",
            &["Sasha Finch (pronoun, 0 Sasha Finch)", "-"],
        ),
        ("[He] spoke.", &["-"]),
        (
            "Harrow Bank is old. [It] spoke.",
            &["Harrow Bank (pronoun, 0 Harrow Bank)"],
        ),
        (
            "The engineer Lena Marsh works at Harrow Bank. [It] spoke.",
            &["Harrow Bank (pronoun, 33 Harrow Bank)"],
        ),
        (
            "[A neighbor] spoke. [He] left.",
            &[
                "A neighbor (mention-only)",
                "A neighbor (pronoun, 0 A neighbor)",
            ],
        ),
        (
            "Near the bridge lives Pavel Obi. A man [who] spoke left.",
            &["A man (pronoun, 33 A man)"],
        ),
        (
            "Then came Ana Ruiz, 44, [who] spoke.",
            &["Ana Ruiz (pronoun, 10 Ana Ruiz)"],
        ),
        ("Then came Osk fishmongers [who] spoke.", &["-"]),
    ]);
}

#[test]
fn the_speaker_of_the_sentence_before_comes_first() {
    check(&[
        (
            "Pavel Obi was there, [Milan Sorel] said. [He] left.",
            &[
                "Milan Sorel (named)",
                "Milan Sorel (pronoun, 21 Milan Sorel)",
            ],
        ),
        (
            "[Milan Sorel] said {that Pavel Obi was late}. [He] left.",
            &[
                "Milan Sorel (named)",
                "Milan Sorel (pronoun, 0 Milan Sorel)",
            ],
        ),
    ]);
}

#[test]
fn a_name_that_begins_the_sentence_before_is_its_subject() {
    check(&[(
        "Mr. Pavel Obi came. Milan Sorel slept. [He] spoke.",
        &["Milan Sorel (pronoun, 20 Milan Sorel)"],
    )]);
}

#[test]
fn what_somebody_is_said_to_be_is_nobody_else() {
    check(&[(
        "Then came Ana Ruiz. She was the best student. [She] spoke.",
        &["Ana Ruiz (pronoun, 10 Ana Ruiz)"],
    )]);
}

#[test]
fn a_pronoun_with_two_in_reach_tells_the_gender_of_neither() {
    // *She* may be either; a wrong choice must not spread.
    check(&[(
        "[Milan Sorel] met Dora Finch where [she] works. [He] left.",
        &[
            "Milan Sorel (named)",
            "Milan Sorel (pronoun, 0 Milan Sorel)",
            "Milan Sorel (pronoun, 0 Milan Sorel)",
        ],
    )]);
}

#[test]
fn a_title_tells_no_names_but_those_of_the_article() {
    check(&[(
        "[Tired Ruiz] leaves\n\nThen came President Ruiz, and [Ruiz] spoke.",
        &["Ruiz (named)", "Ruiz (named)"],
    )]);
}

#[test]
fn they_are_the_group_last_spoken_of() {
    check(&[
        (
            "[City officials] spoke. [They] left.",
            &[
                "City officials (mention-only)",
                "City officials (group, 0 City officials)",
            ],
        ),
        (
            "The two engineers came. [They] spoke.",
            &["The two engineers (group, 0 The two engineers)"],
        ),
        (
            "Lena Marsh and Pavel Obi came. [Marsh and Obi] spoke. [They] left.",
            &[
                "Lena Marsh and Pavel Obi (part-of-name, 0 Lena Marsh)",
                "Lena Marsh and Pavel Obi (group, 31 Marsh and Obi)",
            ],
        ),
        (
            "[Some proponents] spoke. [They] left.",
            &[
                "Some proponents (mention-only)",
                "Some proponents (group, 0 Some proponents)",
            ],
        ),
        ("Ana Ruiz came. [They] spoke.", &["-"]),
    ]);
}

#[test]
fn a_role_is_the_one_person_introduced_in_it() {
    check(&[
        (
            "Ana Ruiz, the minister of transport, came. [The minister] spoke.",
            &["Ana Ruiz (role, 0 Ana Ruiz, the minister)"],
        ),
        (
            "Minister Ana Ruiz came. [The minister] spoke.",
            &["Ana Ruiz (role, 0 Minister Ana Ruiz)"],
        ),
        (
            "The minister of transport, Ana Ruiz, came. [The transport minister] spoke.",
            &["Ana Ruiz (role, 4 minister of transport, Ana Ruiz)"],
        ),
        (
            "Ana Ruiz is the mayor of Osk. [The mayor] spoke.",
            &["Ana Ruiz (role, 0 Ana Ruiz is the mayor)"],
        ),
        (
            "Dora Finch, 44, a spokeswoman for the port, came. [The spokeswoman] spoke.",
            &["Dora Finch (role, 0 Dora Finch, 44, a spokeswoman)"],
        ),
        (
            "Sen. Pavel Obi came. [The senator] spoke.",
            &["Pavel Obi (role, 0 Sen. Pavel Obi)"],
        ),
        (
            "A neighbor of the family came. [The neighbor] spoke.",
            &["A neighbor (role, 0 A neighbor)"],
        ),
    ]);
}

#[test]
fn a_role_that_is_nobody_s_or_several_people_s_stays_as_it_is() {
    check(&[
        ("[The minister] spoke.", &["The minister (mention-only)"]),
        (
            "Mayor Ana Ruiz met Mayor Pavel Obi. [The mayor] spoke.",
            &["The mayor (mention-only)"],
        ),
        (
            "Former mayor Ana Ruiz came. [The mayor] spoke.",
            &["The mayor (mention-only)"],
        ),
        (
            "Mayor Ana Ruiz came. [The former mayor] spoke.",
            &["The former mayor (mention-only)"],
        ),
        (
            "Ana Ruiz, the minister of transport, came. [The health minister] spoke.",
            &["The health minister (mention-only)"],
        ),
        (
            "Ana Ruiz, the minister of transport, came. [The minister of health] spoke.",
            &["The minister of health (mention-only)"],
        ),
        (
            "Minister Ana Ruiz came. [A minister] spoke.",
            &["A minister (mention-only)"],
        ),
        (
            "Congresswoman Ana Ruiz came. [The congressman] spoke.",
            &["The congressman (mention-only)"],
        ),
    ]);
}

#[test]
fn a_kind_of_body_is_the_one_body_of_that_kind() {
    check(&[
        (
            "Osk University is old. [The university] spoke.",
            &["Osk University (kind-of-body, 0 Osk University)"],
        ),
        (
            "The Bank of Osk is old. [The bank] spoke.",
            &["Bank of Osk (kind-of-body, 4 Bank of Osk)"],
        ),
        (
            "Harrow, a company in Osk, is old. [The firm] spoke.",
            &["Harrow (kind-of-body, 0 Harrow, a company)"],
        ),
        (
            "Osk University owns the Osk Courier. [The newspaper] spoke.",
            &["Osk Courier (kind-of-body, 24 Osk Courier)"],
        ),
        (
            "Then Harrow cut its prices. [The company] spoke.",
            &["Harrow (kind-of-body, 5 Harrow)"],
        ),
        (
            "Harrow Bank met Osk Bank. [The bank] spoke.",
            &["The bank (mention-only)"],
        ),
        ("[The company] spoke.", &["The company (mention-only)"]),
        (
            "Mayor Ana Ruiz came. [The company] spoke.",
            &["The company (mention-only)"],
        ),
    ]);
}

#[test]
fn what_somebody_owns_is_called_by_the_owner() {
    check(&[
        (
            "Ana Ruiz came. [Her office] spoke.",
            &["Ana Ruiz’s office (possessive, 0 Ana Ruiz)"],
        ),
        (
            "Ana Ruiz came. [Ruiz’s office] spoke.",
            &["Ana Ruiz’s office (possessive, 0 Ana Ruiz)"],
        ),
        (
            "Mayor Ana Ruiz came. [The mayor’s spokesman] spoke. [He] left.",
            &[
                "Ana Ruiz’s spokesman (possessive, 0 Mayor Ana Ruiz)",
                "Ana Ruiz’s spokesman (pronoun, 21 The mayor’s spokesman)",
            ],
        ),
        (
            "{Ana Ruiz closed the bridge}, [her office] announced.",
            &["Ana Ruiz’s office (possessive, 0 Ana Ruiz)"],
        ),
        ("[Her office] spoke.", &["Her office (mention-only)"]),
        (
            "[Ana Ruiz’s office] spoke.",
            &["Ana Ruiz’s office (mention-only)"],
        ),
    ]);
}

#[test]
fn i_am_whoever_s_words_these_are() {
    check(&[
        (
            "[Ana Ruiz]: {Then [I] said {no} at once}.",
            &["Ana Ruiz (named)", "Ana Ruiz (pronoun, 0 Ana Ruiz)"],
        ),
        (
            "[Ana Ruiz]: {Then [my wife] said {no} at once}.",
            &[
                "Ana Ruiz (named)",
                "Ana Ruiz’s wife (possessive, 0 Ana Ruiz)",
            ],
        ),
        ("Then [I] said {no} at once.", &["-"]),
        ("Then [we] said {no} at once.", &["-"]),
    ]);
}

#[test]
fn a_mention_without_evidence_stays_as_it_is() {
    check(&[
        ("[Officials] spoke.", &["Officials (mention-only)"]),
        (
            "[Officials in Iowa] spoke.",
            &["Officials in Iowa (mention-only)"],
        ),
        (
            "[The keeper, who lives under the bridge,] spoke.",
            &["The keeper (mention-only)"],
        ),
        (
            "[A Harrow spokesman] spoke.",
            &["A Harrow spokesman (mention-only)"],
        ),
        (
            "[The poll] spoke. [He] left.",
            &["The poll (mention-only)", "-"],
        ),
    ]);
}

#[test]
fn every_kind_of_evidence_has_a_name_of_its_own() {
    let mut names: Vec<&str> = [
        Evidence::Named,
        Evidence::PartOfName,
        Evidence::Initials,
        Evidence::Handle,
        Evidence::Acronym,
        Evidence::Pronoun,
        Evidence::Role,
        Evidence::KindOfBody,
        Evidence::Possessive,
        Evidence::Group,
        Evidence::Signature,
        Evidence::Continuation,
        Evidence::MentionOnly,
    ]
    .map(Evidence::name)
    .to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 13);
}
