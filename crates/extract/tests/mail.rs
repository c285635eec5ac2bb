//! Mails and saved pages become articles, whatever they are wrapped in.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[allow(dead_code, reason = "others use the rest")]
mod support;

use hearsay_extract::{Format, Hints, LoadError, Reading, read};
use hearsay_text::Metadata;
use proptest::prelude::*;
use support::{assert_sound, show};

fn try_open(bytes: &[u8], name: Option<&str>) -> Result<Reading, LoadError> {
    let hints = Hints {
        name,
        ..Hints::default()
    };
    let reading = read(bytes, hints, Metadata::default(), &mut |_| {})?.first;
    assert_sound(&reading.article);
    Ok(reading)
}

fn open(text: &str) -> Reading {
    // As it travels.
    let text = text.replace('\n', "\r\n");
    try_open(text.as_bytes(), None).unwrap()
}

fn check(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(
        show(&open(text).article),
        expected.join("\n"),
        "from {text}"
    );
}

fn notes(reading: &Reading) -> Vec<String> {
    reading
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect()
}

const HEAD: &str = "From: =?utf-8?Q?J=C3=B6rg?= Ruiz <joerg@osk.test>\nTo: ben@daily.test\nSubject: The\n bridge\nDate: Mon, 4 Mar 2024 10:20:00 +0100\nMIME-Version: 1.0\n";

#[test]
fn a_plain_mail_is_an_article_with_subject_sender_and_date() {
    let reading = open(&format!(
        "{HEAD}\nDear Ben,\n\nit stays closed.\n-- \nJörg\n"
    ));
    assert_eq!(show(&reading.article), "p: Dear Ben,\np: it stays closed.");
    let said = &reading.article.metadata;
    assert_eq!(said.title.as_deref(), Some("The bridge"));
    assert_eq!(said.byline.as_deref(), Some("Jörg Ruiz"));
    assert_eq!(said.date.as_deref(), Some("2024-03-04T10:20:00+01:00"));
    assert_eq!(reading.article.provenance.format.as_deref(), Some("mail"));
    assert_eq!(notes(&reading), ["signature of 1 line left out"]);
}

#[test]
fn quoted_mail_is_set_off_in_flowed_text_too() {
    check(
        &format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8; format=flowed\n\nOn Monday, Ben Osei wrote:\n> Is it \n> true?\n>> Who \n>> knows.\nNo, it \nis not.\n"
        ),
        "p: On Monday, Ben Osei wrote:\nquote: Is it true?\nquote: Who knows.\np: No, it is not.",
    );
}

#[test]
fn html_is_preferred_where_it_shows_how_words_belong_together() {
    let both = |html: &str| {
        format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=\"b 1\"\n\nThis is a mail of many parts.\n--b 1\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=F6=DFe:\n - eins\n--b 1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{html}\n--b 1--\nAn epilogue.\n"
        )
    };
    // <p>Größe</p><blockquote>eins</blockquote>
    check(
        &both("PHA+R3LDtsOfZTwvcD48YmxvY2txdW90ZT5laW5zPC9ibG9ja3F1b3RlPg=="),
        "p: Größe\nquote: eins",
    );
    // <p>Look</p>
    check(&both("PHA+TG9vazwvcD4="), "p: Größe:\np: - eins");
}

#[test]
fn pictures_of_the_html_are_passed_over_and_attachments_named() {
    let reading = open(&format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nShort.\n--a\nContent-Type: multipart/related; boundary=r; start=\"<root>\"\n\n--r\nContent-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n\n!!!!\n--r\nContent-ID: <root>\nContent-Type: text/html\n\n<h1>Bridge</h1><p>It stays closed.</p>\n--r--\n--a--\n--m\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf\n\nx\n--m\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment\n\nNot read.\n--m--\n"
    ));
    assert_eq!(show(&reading.article), "h1: Bridge\np: It stays closed.");
    assert_eq!(
        notes(&reading),
        ["2 attachments not read: Größe.pdf, notes.txt"]
    );
}

#[test]
fn a_forwarded_mail_is_included_once_with_its_sender_and_date() {
    check(
        &format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\n\nSee below.\n--m\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\nFrom: Ana <ana@osk.test>\nDate: Sun, 3 Mar 2024 09:00:00 GMT\nSubject: Bridge\n\nIt stays closed.\n--m--\n"
        ),
        "p: See below.\np: From: Ana <ana@osk.test>⏎Date: Sun, 3 Mar 2024 09:00:00 GMT⏎Subject: Bridge\np: It stays closed.",
    );
}

#[test]
fn a_mail_cut_off_or_broken_gives_what_there_is() {
    for (rest, expected) in [
        (
            "Content-Type: multipart/mixed; boundary=m\n\n--m\n\nOne.\n--m\n\nTwo",
            "p: One.\np: Two",
        ),
        (
            "Content-Type: multipart/mixed; boundary=m\n\nNo part at all.",
            "p: No part at all.",
        ),
        (
            "Content-Type: multipart/mixed\n\nNo boundary.",
            "p: No boundary.",
        ),
        (
            "Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: x-odd\n\nWords.",
            "p: Words.",
        ),
        ("Content-Type: text/plain\n\ncaf\u{e9}", "p: café"),
    ] {
        check(&format!("{HEAD}{rest}"), expected);
    }
    let reading = open(HEAD);
    assert_eq!(
        reading.article.metadata.title.as_deref(),
        Some("The bridge")
    );
    assert_eq!(notes(&reading), ["no words found: the article is empty"]);
}

/// Paragraphs enough for anybody to see an article in.
fn page() -> String {
    let mut page = String::from(
        "<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>",
    );
    for n in 1..6 {
        page += &format!(
            "<p>Paragraph {n}: the Lantern Bridge in Osk will close on Monday after engineers found cracks in two of its piers, Mayor Ana Ruiz said on Thursday, and buses will run over the northern crossing until the summer at least.</p>"
        );
    }
    page + "<p>Gr=C3=B6=C3=9Fe.</p></article></body></html>"
}

fn saved(parts: &str) -> String {
    format!(
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://daily.test/bridge?a=1\nSubject: The bridge\nDate: Mon, 4 Mar 2024 10:20:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"----b\"\n\n{parts}------b--\n"
    )
}

#[test]
fn a_saved_page_is_read_from_its_root_and_knows_its_address() {
    let page = page().replace("lantern", "lan=\ntern");
    let frame = "------b\nContent-Type: text/html\nContent-Location: https://ads.test/\n\n<p>Buy now!</p>\n";
    let picture = "------b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://daily.test/a.png\n\n!!!!\n";
    let root = format!(
        "------b\nContent-Type: text/html; charset=utf-8\nContent-ID: <frame@x>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://daily.test/bridge?a=1\n\n{page}\n"
    );
    for parts in [
        format!("{root}{picture}{frame}"),
        format!("{frame}{picture}{root}"),
    ] {
        let text = saved(&parts);
        assert_eq!(Format::sniff(text.as_bytes(), None, None), Format::Mhtml);
        let article = open(&text).article;
        assert!(
            article
                .text
                .contains("Paragraph 3: the Lantern Bridge in Osk")
                && article.text.contains("Größe.")
        );
        assert!(!article.text.contains("Buy"));
        assert_eq!(article.metadata.title.as_deref(), Some("The bridge"));
        assert_eq!(article.provenance.format.as_deref(), Some("saved web page"));
        assert_eq!(
            article.provenance.address.as_deref(),
            Some("https://daily.test/bridge?a=1")
        );
    }
    // Where the header says which part it is, that counts.
    let text = saved(&format!("{frame}{root}"))
        .replace("Snapshot-Content-Location", "X-Other")
        .replace("type=\"text/html\"", "start=\"<frame@x>\"");
    assert!(open(&text).article.text.contains("Größe."));
}

#[test]
fn mail_and_saved_pages_are_told_by_their_look_and_wrong_endings_do_no_harm() {
    let sniff = |text: &str, name| Format::sniff(text.as_bytes(), name, None);
    assert_eq!(sniff(&format!("{HEAD}\nx"), None), Format::Mail);
    assert_eq!(
        sniff(
            &format!("From ana@osk.test Mon Mar  4 10:20:00 2024\n{HEAD}\nx"),
            Some("a.txt")
        ),
        Format::Mail
    );
    let related = format!("{HEAD}Content-Type: multipart/related; boundary=b\n\nx");
    assert_eq!(sniff(&related, None), Format::Mail);
    assert_eq!(sniff("Subject: a\n\nx", Some("a.eml")), Format::Mail);
    assert_eq!(
        sniff("Content-Type: text/html\n\nx", Some("A.MHT")),
        Format::Mhtml
    );
    assert_eq!(sniff("<!doctype html><p>x", Some("a.mhtml")), Format::Html);
    assert_eq!(sniff("Just words.", Some("a.eml")), Format::Plain);
    assert_eq!(sniff("To: all\nFrom: me\n\nx", None), Format::Plain);
}

#[test]
fn a_saved_page_without_a_page_is_read_as_mail() {
    let text = saved("------b\nContent-Type: text/plain\n\nOnly words.\n");
    assert_eq!(open(&text).article.text, "Only words.");
}

#[test]
fn many_parts_and_deep_ones_are_read_in_time() {
    let mut many = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n");
    for n in 0..100_000 {
        many += &format!("--b\n\nPart {n}.\n");
    }
    let reading = try_open(many.as_bytes(), None).unwrap();
    assert!(reading.article.text.starts_with("Part 0.\n\nPart 1."));
    assert!(reading.article.text.ends_with("Part 99999."));
    assert_eq!(notes(&reading), Vec::<String>::new());
    let mut deep = HEAD.to_owned();
    for n in 0..10_000 {
        deep += &format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    }
    assert!(try_open(deep.as_bytes(), None).is_ok());
    let nested = HEAD.to_owned() + &"Content-Type: message/rfc822\n\n".repeat(100_000);
    assert!(try_open(nested.as_bytes(), None).is_ok());
}

proptest! {
    #[test]
    fn any_mail_is_read(
        head in "(Content-Type: (text/(plain|html)|multipart/(mixed|alternative|related)|message/rfc822)(; (boundary=b|charset=(utf-8|koi8-r)|format=flowed|start=a))?\r?\n|Content-Transfer-Encoding: (base64|quoted-printable)\n|Subject: (=\\?utf-8\\?[BQ]\\?[a-z=C3]{0,6}\\?=| |é){0,4}\n|Content-ID: <a>\n){0,6}",
        body in "(--b(--)?\r?\n|\n|Content-Type: (text/html|multipart/mixed; boundary=b)\n|[a-zé<>=+/ ]{1,8}|<p>|> |-- \n|&lt;){0,60}",
    ) {
        let text = format!("{HEAD}{head}\n{body}");
        prop_assert!(try_open(text.as_bytes(), Some("a.eml")).is_ok());
        match try_open(text.as_bytes(), Some("a.mht")) {
            Ok(_) | Err(LoadError::Empty | LoadError::Binary { .. }) => {}
            Err(error) => prop_assert!(false, "{error}"),
        }
    }

    #[test]
    fn any_bytes_called_mail_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let text = [b"Subject: x\nContent-Type: multipart/related; boundary=\x80\n\n--\x80\n", &*bytes].concat();
        let _ = try_open(&text, Some("a.eml"));
        let _ = try_open(&text, Some("a.mhtml"));
    }
}
