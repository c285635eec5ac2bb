//! The first thing that happens to anybody: the page opens, and nothing is wrong with it.

use hearsay_e2e::{Journey, Visitor};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_app_opens_at_a_desk_and_on_a_phone_without_an_error_in_the_console() {
    for (name, visitor) in [
        ("desk", Visitor::at_a_desk()),
        ("phone", Visitor::on_a_phone().in_the_dark()),
    ] {
        let journey = Journey::start("arrival", visitor);
        journey.wait_until("the app to draw itself", || journey.count("main") > 0);
        assert!(
            !journey.scrolls_sideways(),
            "on a {name} the page is wider than the window"
        );
        journey.screenshot(&format!("arrival-{name}"));
        journey.end();
    }
}
