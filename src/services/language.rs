//! The language of the page: what the browser prefers, the words of another language brought from our own origin, and the
//! language told to the page itself.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestCache, RequestInit, Response};

use super::Services;
use super::timer::sleep;
use crate::state::{Action, Language, NoticeAction, NoticeKind, NoticePlace};
use crate::{t, words};

/// Milliseconds until a page that is drawn anew is there and can be scrolled.
const DRAWN: i32 = 60;

impl Services {
    /// Speaks the language that a person has set, or else the one that their browser prefers, as soon as its words are there.
    /// Where they cannot be had, the page goes on as it is, and says so.
    pub fn speak(&self, set: Option<Language>) {
        let wanted = set.unwrap_or_else(preferred);
        if self.inner.language.replace(Some(wanted)) == Some(wanted) {
            return;
        }
        let services = self.clone();
        spawn_local(async move { services.bring(wanted).await });
    }

    /// Tries again to get the words of the language that is wanted.
    pub(super) fn speak_again(&self) {
        let wanted = self.inner.language.take();
        self.speak(wanted);
    }

    async fn bring(&self, wanted: Language) {
        let messages = match wanted {
            Language::English | Language::Mirrored => None,
            Language::German | Language::Spanish => match fetch(wanted.code()).await {
                Some(messages) => Some(messages),
                None => {
                    let language = wanted.own_name();
                    self.tell(Action::Notify {
                        kind: NoticeKind::Warning,
                        place: NoticePlace::Language,
                        text: t!("app-language-failed", language = language),
                        action: Some(NoticeAction::RetryLanguage),
                    });
                    return;
                }
            },
        };
        // Another may have been chosen meanwhile.
        if self.inner.language.get() != Some(wanted) {
            return;
        }
        words::speak(messages.as_deref().map(|file| (wanted.code(), file)));
        words::mirror(wanted == Language::Mirrored);
        show(wanted);
        let window = web_sys::window();
        let place = window.as_ref().and_then(|window| window.scroll_y().ok());
        self.tell(Action::Spoken(wanted));
        // The page is drawn anew, and shows the same place.
        sleep(DRAWN).await;
        if let (Some(window), Some(place)) = (window, place) {
            window.scroll_to_with_x_and_y(0.0, place);
        }
    }
}

/// The words of a language, from where the page itself came from.
async fn fetch(code: &str) -> Option<String> {
    let window = web_sys::window()?;
    let options = RequestInit::new();
    // Words of an earlier version of the page would lack some.
    options.set_cache(RequestCache::NoCache);
    let address = ["locales/", code, ".ftl"].concat();
    let answer = JsFuture::from(window.fetch_with_str_and_init(&address, &options)).await;
    let answer: Response = answer.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let text = JsFuture::from(answer.text().ok()?).await.ok()?;
    // A server that answers everything with the page itself has no such file.
    text.as_string().filter(|text| !text.starts_with('<'))
}

/// The first of the browser's languages that the page can speak.
fn preferred() -> Language {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let codes: Vec<String> = languages
        .iter()
        .flat_map(|languages| languages.iter())
        .filter_map(|code: JsValue| code.as_string())
        .collect();
    Language::preferred(codes.iter().map(String::as_str))
}

/// Tells the page its language and how its lines run.
fn show(language: Language) {
    let page = web_sys::window().and_then(|window| window.document());
    if let Some(root) = page.and_then(|page| page.document_element()) {
        // Setting an attribute of a plain name does not fail.
        let _ = root.set_attribute("lang", language.code());
        let _ = root.set_attribute("dir", language.direction());
    }
}
