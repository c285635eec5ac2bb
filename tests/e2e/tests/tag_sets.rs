//! A tag set is made from one that is built in, changed, put to use with a preview, taken back, and carried to another
//! browser as a file.

use hearsay_e2e::{Journey, Scheme, Visitor};

const ARTICLE: &str = "The port of Eskdale lost 40 percent of its trade in 2019, Mara Quill told reporters on Monday. “We lost two of every five ships,” said Quill, who runs the port.\n\n\
The new road will bring some of them back by May, the council hopes. “It opens in May,” she said.\n\n\
Unemployment in the town rose from 4 percent to 9 percent last year.";

const OTHER: &str = "The lighthouse at Skarn was lit again on Friday. “We had 300 visitors on the first day,” said Ola Brekke, who keeps it.\n\n\
The tower was closed in 1998.";

fn bring(journey: &Journey, text: &str) {
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    journey.paste(text);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    saved(journey);
}

fn saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

/// Selects words and tags them by a key; waits until there are so many claims.
fn tag(journey: &Journey, words: &str, key: &str, n: usize) {
    journey.select(words);
    journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
    journey.press(key);
    journey.wait_until("the claim", || journey.annotations("claim").len() == n);
    journey.press("Escape");
    journey.press("Escape");
}

fn kinds(journey: &Journey) -> Vec<String> {
    let mut kinds: Vec<_> = journey
        .annotations("claim")
        .into_iter()
        .map(|claim| claim.kind)
        .collect();
    kinds.sort();
    kinds
}

/// Puts other words into a field of the page.
fn write(journey: &Journey, selector: &str, words: &str) {
    journey.click(selector);
    journey.press("Control+a");
    journey.type_words(words);
}

/// Chooses in a list, as a person does.
fn choose_in(journey: &Journey, selector: &str, value: &str) {
    journey.wait_until("the list", || journey.count(selector) == 1);
    journey.script(&format!(
        "const list = document.querySelector({selector:?}); list.value = {value:?}; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ));
}

fn counts(journey: &Journey, tag: &str) -> String {
    journey.words_of(&format!(".plan-rows [data-from={tag}] .counts"))
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_set_is_made_and_changed_used_with_a_preview_taken_back_and_carried_along_as_a_file() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        change_a_set(visitor);
    }
}

/// A tag set from its making to another browser.
fn change_a_set(visitor: Visitor) {
    let journey = Journey::start("tag sets", visitor);
    bring(&journey, OTHER);
    tag(&journey, "300 visitors", "2", 1);
    saved(&journey);
    journey.choose("Hearsay");
    bring(&journey, ARTICLE);
    tag(&journey, "lost 40 percent of its trade", "2", 1);
    tag(&journey, "rose from 4 percent to 9 percent", "2", 2);
    tag(&journey, "will bring some of them back by May", "5", 3);
    tag(&journey, "runs the port", "6", 4);
    saved(&journey);
    let before = kinds(&journey);
    assert_eq!(
        before,
        ["other-claim", "prediction", "quantity", "quantity"]
    );

    // A copy of the set in use: one tag renamed, two gone, one more.
    journey.press("t");
    journey.wait_until("the tag sets", || journey.count(".tag-sets") == 1);
    journey.screenshot("tag-sets-wide-light");
    journey.click("[data-tag-set=fact-checking]");
    journey.click("[data-role=copy-tag-set]");
    journey.wait_until("the editor", || journey.count("#tag-set-name") == 1);
    write(&journey, "#tag-set-name", "Harbour desk");
    write(&journey, "[data-row=tag-1] [data-control=label]", "Numbers");
    journey.click("[data-row=tag-5] [data-control=remove]");
    journey.click("[data-row=tag-4] [data-control=remove]");
    journey.click("[data-add=tag]");
    journey.type_words("Outlook");
    // By keyboard to the first place; the focus goes along.
    journey.press("Alt+ArrowUp");
    journey.wait_until("the row one place up", || {
        journey.script("return document.activeElement.value") == "Outlook"
            && journey.count("[data-row=tag-4] [data-control=label]:focus") == 1
    });
    // A key of a command is no key for a tag, and nothing is saved before that is mended.
    write(&journey, "[data-row=tag-0] [data-control=key]", "j");
    journey.wait_for_words("The key j does something else");
    write(&journey, "[data-row=tag-0] [data-control=key]", "1");
    journey.wait_until("nothing to mend", || journey.count(".wrong") == 0);
    // Whoever leaves finds the draft again.
    journey.choose("Articles");
    journey.wait_until("the library", || journey.count(".library") == 1);
    journey.press("t");
    journey.wait_until("the draft", || journey.count(".badge.unsaved") == 1);
    journey.screenshot("tag-set-editor-wide-light");
    journey.click("[data-role=save-tag-set]");
    journey.wait_for_words("All is saved.");

    // The preview says what has each tag, and what becomes of it.
    journey.click("[data-role=use-tag-set]");
    journey.wait_until("the preview", || journey.count(".plan-rows li") >= 3);
    assert!(counts(&journey, "quantity").starts_with("2 claims"));
    assert!(counts(&journey, "prediction").starts_with("1 claim,"));
    journey.wait_for_words("Change the other article that uses “Fact-checking” too.");
    choose_in(&journey, "[data-from=prediction] select", "outlook");
    choose_in(&journey, "[data-from=other-claim] select", "quantity");
    journey.wait_until("the choice", || journey.count(".plan .wrong") == 0);
    journey.click("[data-role=with-others]");
    journey.wait_until("the counts of both articles", || {
        counts(&journey, "quantity").starts_with("3 claims")
    });
    journey.screenshot("tag-set-plan-wide-light");
    journey.prefer(Scheme::Dark);
    journey.screenshot("tag-set-plan-wide-dark");
    journey.prefer(Scheme::Light);
    journey.click("[data-role=apply-plan]");
    journey.wait_until("the article with its new tags", || {
        kinds(&journey) == ["outlook", "quantity", "quantity", "quantity"]
    });
    journey.wait_for_words("This article and one other now use the tag set “Harbour desk”.");

    // Undone, everything is as it was, here and in the other article; and made again it stays.
    journey.choose("Undo");
    journey.wait_until("the tags of before", || kinds(&journey) == before);
    journey.wait_for_words("All articles have the tag set of before again.");
    saved(&journey);
    journey.press("t");
    journey.click("[data-role=use-tag-set]");
    journey.wait_for_words("Change the other article that uses “Fact-checking” too.");
    choose_in(&journey, "[data-from=prediction] select", "outlook");
    journey.click("[data-role=with-others]");
    journey.click("[data-role=apply-plan]");
    journey.wait_for_words("This article and one other now use the tag set “Harbour desk”.");
    saved(&journey);
    journey.reload();
    // What nobody sent elsewhere lost its tag, and is a claim all the same.
    journey.wait_until("the article", || {
        kinds(&journey) == ["", "outlook", "quantity", "quantity"]
    });
    journey.choose("Hearsay");
    journey.choose("The lighthouse at Skarn");
    journey.wait_until("the other article", || kinds(&journey) == ["quantity"]);
    journey.click("mark[data-type=claim]");
    journey.wait_until("its tag by its new name", || {
        journey
            .words_of(".tag-bar [data-tag=quantity]")
            .contains("Numbers")
    });
    journey.screenshot("tag-bar-wide-light");

    // Away as a file, and into a profile that never saw it.
    journey.press("t");
    journey.wait_until("the set after a reload", || {
        journey.words_of(".tag-sets .list").contains("Harbour desk")
    });
    journey.click("[data-role=export-tag-set]");
    let file = journey.downloaded();
    assert!(
        file.to_string_lossy()
            .ends_with("harbour-desk.hearsay-tags.json")
    );
    let clean = Journey::start("tag sets, elsewhere", Visitor::on_a_phone());
    clean.wait_until("the app to draw itself", || clean.count("#paste") == 1);
    clean.press("t");
    clean.wait_until("the tag sets", || clean.count(".tag-sets") == 1);
    clean.screenshot("tag-sets-phone-light");
    clean.give_file("[data-role=import-tag-set]", &file);
    clean.wait_for_words("Import “Harbour desk”?");
    clean.click("[data-role=add-tag-set]");
    clean.wait_for_words("All is saved.");
    clean.wait_until("the set with its tags", || {
        clean.script("return [...document.querySelectorAll('[data-control=label]')].map((field) => field.value).join()")
            .as_str()
            .is_some_and(|labels| labels.starts_with("Personal experience,Numbers,"))
    });
    assert!(!clean.scrolls_sideways(), "the page is wider than a phone");
    clean.click("[data-row=tag-1] [data-control=down]");
    clean.wait_until("the row one place down", || {
        clean.count("[data-row=tag-2] [data-control=down]:focus") == 1
    });
    clean.screenshot("tag-set-editor-phone-light");
    clean.prefer(Scheme::Dark);
    clean.screenshot("tag-set-editor-phone-dark");

    // In class, the source of a quote is a tag of the quote itself, and no claim.
    clean.script("document.querySelector('.brand').click()");
    bring(&clean, ARTICLE);
    clean.script("document.activeElement.blur()");
    clean.press("t");
    clean.click("[data-tag-set=news-literacy]");
    clean.click("[data-role=use-tag-set]");
    clean.click("[data-role=apply-plan]");
    clean.wait_for_words("This article now uses the tag set “News literacy in class”.");
    clean.click("mark[data-type=quote][data-kind=direct]");
    clean.click(".tag-bar [data-tag=named-source]");
    clean.click(".tag-bar [data-tag=official]");
    clean.wait_until("both tags of the quote", || {
        clean.count(".tag-bar [aria-pressed=true]") == 2
    });
    assert_eq!(clean.annotations("claim").len(), 0);
    assert!(!clean.scrolls_sideways());
    clean.screenshot("tag-bar-phone-dark");
    clean.end();
    journey.end();
}
