//! Seeing an article whole: filters from a chart, words found, the map beside the text, the numbers of it all; by hand and by
//! keyboard, on a desk and on a phone.

use hearsay_e2e::{Journey, Visitor};

/// Two speakers at the start, long talk about the weather, and one of the two again at the end.
fn article() -> String {
    let mut article = String::from(
        "The port of Eskdale lost 40 percent of its trade in 2019, Mara Quill told reporters on Monday. “We lost two of every five ships,” said Quill, who runs the port.\n\n\
“The council spent 3 million dollars on the road in 2023,” said Owen Tarn, the mayor.\n\n",
    );
    for day in 1..=40 {
        article.push_str(&format!(
            "Day {day} began with rain over the hills and ended with a calm sea. Nobody went out, and the boats stayed where they were. The gulls sat on the roofs of the town.\n\n"
        ));
    }
    article.push_str("“The café by the harbour opens in May,” Tarn said at the end.");
    article
}

fn read(name: &str, visitor: Visitor) -> Journey {
    let journey = Journey::start(name, visitor);
    journey.click("#paste");
    journey.paste(&article());
    journey.wait_until("highlighted quotes of both", || {
        speakers(&journey) == ["Mara Quill", "Owen Tarn"]
    });
    journey
}

/// Whose quotes are highlighted.
fn speakers(journey: &Journey) -> Vec<String> {
    let quotes = journey.annotations("quote");
    let mut speakers: Vec<_> = quotes.into_iter().map(|quote| quote.speaker).collect();
    speakers.sort();
    speakers.dedup();
    speakers
}

fn number(journey: &Journey, script: &str) -> f64 {
    journey.script(script).as_f64().unwrap_or_default()
}

fn scrolled(journey: &Journey) -> f64 {
    number(journey, "return scrollY")
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_bar_of_the_chart_filters_all_there_is_until_everything_is_shown_again() {
    let journey = read("filter by chart", Visitor::at_a_desk());
    let all = journey.annotations("quote").len();
    journey.click("#tab-overview");
    journey.wait_until("the charts", || journey.count(".chart[role=img]") == 3);
    journey.screenshot("overview");
    // A piece of the bar, as a pointer has it.
    let pieces = journey.count("svg[aria-labelledby=chart-speakers-title] .piece");
    assert_eq!(pieces, 2, "a piece for each speaker");
    journey.click("svg[aria-labelledby=chart-speakers-title] .piece");
    journey.wait_until("one speaker alone", || speakers(&journey).len() == 1);
    let only = speakers(&journey).remove(0);
    assert!(journey.words_of(".filters-on").contains(&only));
    journey.wait_until("the page to say what is hidden", || {
        journey
            .words_of("[data-role=n-filtered]")
            .contains("hidden")
    });
    journey.insist_on_no_faults("the overview with a filter on");
    // The lists follow.
    journey.click("#tab-quotes");
    journey.wait_until("a list of what the article shows", || {
        journey.count(".quote-item") == journey.annotations("quote").len()
            && journey.count(".speaker-group") == 1
    });
    // The chip takes it away; the table puts it on again, and the other with it.
    journey.click(".filters-on .chip");
    journey.wait_until("everything", || journey.annotations("quote").len() == all);
    journey.click("#tab-overview");
    journey.click("table[aria-labelledby=chart-speakers] tbody tr:nth-child(2) .by");
    journey.wait_until("the other speaker alone", || {
        speakers(&journey).len() == 1 && speakers(&journey) != [only.clone()]
    });
    journey.click("table[aria-labelledby=chart-kinds] tbody tr:first-child .by");
    journey.wait_until("two filters", || journey.count(".filters-on .chip") == 2);
    journey.click("[data-role=show-everything]");
    journey.wait_until("everything again", || {
        journey.annotations("quote").len() == all && journey.count(".filters-on") == 0
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn filters_are_laid_open_chosen_and_put_away_by_keyboard() {
    let journey = read("filters by keyboard", Visitor::at_a_desk());
    let all = journey.annotations("quote").len();
    journey.press("f");
    journey.wait_until("the first filter to have the focus", || {
        journey.script("return document.activeElement.closest('.filter-chooser') !== null") == true
    });
    journey.press("Space");
    journey.wait_until("fewer quotes", || journey.annotations("quote").len() < all);
    assert_eq!(speakers(&journey).len(), 1);
    journey.insist_on_no_faults("the filters laid open");
    journey.screenshot("filters");
    journey.press("Escape");
    journey.wait_until(
        "the filters to be away, and their button to have the focus",
        || {
            journey.count(".filter-chooser") == 0
                && journey.script("return document.activeElement.id") == "filter-button"
        },
    );
    journey.press("Shift+F");
    journey.wait_until("everything", || journey.annotations("quote").len() == all);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn words_are_found_gone_through_and_chosen() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = read("find", visitor);
        journey.press("/");
        journey.wait_until("the bar to have the focus", || {
            journey.script("return document.activeElement.id") == "find-field"
        });
        journey.type_words("CAFE");
        journey.wait_until("one place, in view", || {
            journey.words_of("[data-role=found]") == "1 of 1" && scrolled(&journey) > 500.0
        });
        journey.press("Control+a");
        journey.type_words("day");
        journey.wait_until("all the days", || {
            journey.words_of("[data-role=found]").ends_with("of 41")
        });
        // “Monday” is found as well, until the words must be whole.
        journey.click("[data-role=whole-words]");
        journey.wait_until("whole words alone", || {
            journey.words_of("[data-role=found]").ends_with("of 40")
        });
        journey.click("#find-field");
        let before = journey.words_of("[data-role=found]");
        journey.press("Enter");
        journey.wait_until("the next place", || {
            journey.words_of("[data-role=found]") != before
        });
        journey.press("Shift+Enter");
        journey.wait_until("the place before", || {
            journey.words_of("[data-role=found]") == before
        });
        let painted = number(
            &journey,
            "return (CSS.highlights?.get('found')?.size ?? 0) + (CSS.highlights?.get('found-here')?.size ?? 0)",
        );
        assert!(painted == 40.0, "{painted} places are painted");
        assert!(journey.count(".article-map .found") == 1);
        journey.insist_on_no_faults("words found");
        journey.screenshot("find");
        journey.press("Escape");
        journey.wait_until("the place to be chosen, and the bar away", || {
            journey.count(".find-bar") == 0
                && journey.script("return getSelection().toString()") == "Day"
        });
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_map_leads_to_where_it_is_pressed_and_keys_move_on_it() {
    let journey = read("map", Visitor::at_a_desk());
    journey.wait_until("quotes on the map", || {
        journey.count(".article-map .band") >= 2
    });
    assert!(scrolled(&journey) < 1.0);
    journey.click(".article-map");
    journey.wait_until("the middle of the article", || scrolled(&journey) > 500.0);
    let middle = number(
        &journey,
        "return document.documentElement.scrollHeight / 2 - innerHeight / 2",
    );
    assert!(
        (scrolled(&journey) - middle).abs() < 500.0,
        "{} is the middle, near {middle}",
        scrolled(&journey)
    );
    let heard = journey.script("return document.querySelector('.article-map').ariaValueText");
    assert!(
        heard.as_str().unwrap_or_default().contains("percent"),
        "{heard}"
    );
    journey.script("document.querySelector('.article-map').focus()");
    journey.press("End");
    journey.wait_until("the end", || journey.is_in_view("[data-block='42']"));
    journey.press("Home");
    journey.wait_until("the start", || journey.is_in_view("[data-block='0']"));
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn all_of_it_fits_a_phone_at_night() {
    let journey = read("seeing on a phone", Visitor::on_a_phone().in_the_dark());
    assert!(!journey.is_in_view(".article-map"), "no room for a map");
    journey.click("#filter-button");
    journey.click(".filter-chooser .chip");
    journey.wait_until("one speaker", || speakers(&journey).len() == 1);
    assert!(!journey.scrolls_sideways());
    journey.screenshot("filters-phone");
    journey.click(".filter-chooser .done");
    journey.click("#find-button");
    journey.type_words("harbour");
    journey.wait_until("a place", || {
        journey.words_of("[data-role=found]") == "1 of 1"
    });
    assert!(!journey.scrolls_sideways());
    journey.screenshot("find-phone");
    journey.click(".find-bar .close");
    journey.click(".bottom-bar .button:nth-child(3)");
    journey.wait_until("the overview", || journey.is_in_view(".overview .chart"));
    journey.insist_on_no_faults("the overview on a phone");
    journey.screenshot("overview-phone");
    journey.end();
}
