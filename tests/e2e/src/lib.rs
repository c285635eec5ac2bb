//! Whole journeys through the app in a real browser.
