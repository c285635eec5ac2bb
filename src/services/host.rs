//! Brings services and state together: [`Services`] for components, [`ServiceHost`] to run them.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use hearsay_annotate::record::ArticleRecord;
use hearsay_annotate::w3c;
use hearsay_text::Article;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::engine::Engine;
use super::files;
use super::opening::{Kept, UnderWay};
use super::receive;
use super::storage::{DATABASE, Storage, Stored};
use super::timer::sleep;
use super::{downloads, imports, leaving, now, theme};
use crate::dom;
use crate::protocol::{Reply, Request};
use crate::state::{
    Action, ArticleId, Dispatch, Document, EngineStatus, Language, Library, Loadable, NoticeAction,
    NoticeKind, NoticePlace, RequestId, Slice, View, use_dispatch, use_document, use_library,
    use_settings, use_status,
};
use crate::t;

/// Milliseconds that the person must have stayed at a place before it is kept.
const PLACE_PAUSE: i32 = 400;

/// What components can ask of the outside world. Cheap to clone; outcomes come back as state.
#[derive(Clone)]
pub struct Services {
    pub(super) inner: Rc<Inner>,
}

pub(super) struct Inner {
    dispatch: Dispatch,
    pub(super) engine: Rc<Engine>,
    pub(super) storage: Rc<Storage>,
    /// The open article, as the state has it.
    pub(super) document: RefCell<Slice<Option<Document>>>,
    /// The list of articles, as the state has it.
    pub(super) library: RefCell<Slice<Library>>,
    /// Replies of the engine that are yet to be dealt with, in order.
    pub(super) replies: RefCell<VecDeque<Reply>>,
    /// Whether somebody deals with them.
    pub(super) replying: Cell<bool>,
    /// The article that the engine was last asked about. The state learns of it only with the next rendering, and the
    /// engine may be faster.
    pub(super) asked: RefCell<Rc<Article>>,
    /// Where the person reads, until it is kept.
    place: RefCell<Option<(ArticleId, usize)>>,
    /// What is being fetched or read, so that it can be stopped.
    pub(super) under_way: RefCell<Option<UnderWay>>,
    /// The readings of what was opened last, where it has several.
    pub(super) kept: RefCell<Option<Kept>>,
    /// The article that was read when another was pasted over it.
    pub(super) came_from: RefCell<Option<ArticleId>>,
    /// The version before the open article, until what changed is told.
    pub(super) earlier: RefCell<Option<Document>>,
    /// The person's own proxy, as the state has it.
    pub(super) proxy: RefCell<Option<String>>,
    /// The language that was asked for last.
    pub(super) language: Cell<Option<Language>>,
}

impl PartialEq for Services {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Services {
    /// Opens an article of the library.
    pub fn open_stored(&self, id: &ArticleId) {
        *self.inner.under_way.borrow_mut() = None;
        let request = self.inner.engine.next_request();
        let what = self.title_of(id);
        self.tell(Action::OpenRequested { request, what });
        let (services, id) = (self.clone(), id.clone());
        spawn_local(async move { services.open_from_storage(request, id).await });
    }

    pub(super) async fn open_from_storage(&self, request: RequestId, id: ArticleId) {
        let inner = &self.inner;
        match inner.storage.load(&id).await {
            Stored::Found(document) => self.opened(request, *document, None),
            Stored::Nothing => self.tell(Action::OpenFailed {
                request: Some(request),
                place: NoticePlace::Library,
                message: t!("storage-gone"),
            }),
            Stored::Unreadable(reason) => {
                let title = self.title_of(&id);
                self.tell(Action::OpenFailed {
                    request: Some(request),
                    place: NoticePlace::Library,
                    message: t!("storage-unreadable", title = title, reason = &reason),
                });
                if let Some(mut entry) = self.entry_of(&id) {
                    entry.unreadable = Some(reason);
                    inner.storage.keep_entry(entry);
                }
            }
        }
    }

    /// Shows an article that comes from storage; if the engine never finished with it, it goes on now.
    fn opened(&self, request: RequestId, mut document: Document, remark: Option<String>) {
        document.opened = now();
        self.inner.storage.keep_entry(document.entry());
        self.inner.storage.is_kept(&document);
        *self.inner.asked.borrow_mut() = Rc::clone(&document.article);
        let article = (!document.analysed).then(|| ArticleRecord::from(document.article.as_ref()));
        self.tell(Action::Opened {
            request,
            document: Box::new(document),
            analysing: article.is_some(),
            stored: true,
            remark,
        });
        if let Some(article) = article {
            let id = request.0;
            self.inner.engine.send(&Request::Analyse { id, article });
        }
    }

    /// Hands the annotations of the open article to the person as a file of Web Annotation JSON-LD.
    pub fn export(&self) {
        let slice = self.inner.document.borrow().clone();
        let Some(document) = slice.as_ref() else {
            return;
        };
        let json = w3c::export(
            &document.article,
            &document.annotations,
            &w3c::ExportOptions::default(),
        );
        let name = downloads::file_name(&document.title(), ".jsonld");
        // The media type of the Web Annotation Protocol, section 3.1, without its parameter, which no system knows.
        if downloads::hand_over(&name, "application/ld+json", &json).is_err() {
            self.tell(Action::Notify {
                kind: NoticeKind::Error,
                place: NoticePlace::Article,
                text: t!("export-refused"),
                action: Some(NoticeAction::Export),
            });
        }
    }

    /// Adds the annotations of a file that was chosen to the open article: all or none.
    pub fn import_file(&self, file: File) {
        let services = self.clone();
        spawn_local(async move {
            let read = files::annotations(&file).await;
            let slice = services.inner.document.borrow().clone();
            let Some(document) = slice.as_ref() else {
                return;
            };
            let planned = read.and_then(|json| imports::plan(&file.name(), &json, document));
            services.tell(match planned {
                Ok((edits, summary)) => Action::Imported {
                    edits,
                    summary,
                    now: now(),
                },
                Err(text) => Action::Notify {
                    kind: NoticeKind::Error,
                    place: NoticePlace::Import,
                    text,
                    action: None,
                },
            });
        });
    }

    /// Asks the engine for the quotes of the open article again.
    pub fn analyse_again(&self) {
        let slice = self.inner.document.borrow().clone();
        let Some(document) = slice.as_ref() else {
            return;
        };
        let request = self.inner.engine.next_request();
        *self.inner.asked.borrow_mut() = Rc::clone(&document.article);
        self.tell(Action::AnalysisRequested { request });
        self.inner.engine.send(&Request::Analyse {
            id: request.0,
            article: ArticleRecord::from(document.article.as_ref()),
        });
    }

    /// Tries again to save what could not be saved.
    pub fn retry_save(&self) {
        self.inner.storage.retry();
    }

    /// Keeps where the person reads, once they stay: the block that is first in view.
    pub fn keep_place(&self, block_idx: usize) {
        let inner = &self.inner;
        let Some(id) = inner.document.borrow().as_ref().map(|open| open.id.clone()) else {
            return;
        };
        let place = (id, block_idx);
        if inner.place.replace(Some(place.clone())).is_some() {
            // Somebody waits already, and looks again.
            return;
        }
        let services = self.clone();
        spawn_local(async move {
            let mut seen = place;
            loop {
                sleep(PLACE_PAUSE).await;
                let latest = services.inner.place.borrow().clone();
                match latest {
                    Some(latest) if latest != seen => seen = latest,
                    _ => break,
                }
            }
            services.keep_place_now();
        });
    }

    fn keep_place_now(&self) {
        if let Some((id, block_idx)) = self.inner.place.take() {
            self.inner.storage.keep_place(&id, block_idx);
        }
    }

    /// Does what a notice's button says.
    pub fn act(&self, action: &NoticeAction) {
        match action {
            NoticeAction::Undo => self.tell(Action::Undo { now: now() }),
            NoticeAction::RestoreArticles(ids) => self.inner.storage.restore_all(ids),
            NoticeAction::Compare(old, new) => self.compare(old, new),
            NoticeAction::RetrySave => self.retry_save(),
            NoticeAction::RetryLanguage => self.speak_again(),
            NoticeAction::RetryAnalysis => self.analyse_again(),
            NoticeAction::Export => self.export(),
            NoticeAction::BackTo(id) => self.open_stored(id),
            NoticeAction::TagSets(undo) => self.undo_tag_sets(undo),
            NoticeAction::ChangeClaim(article, claim, back) => {
                self.change_claim(article, claim, back.clone());
            }
        }
    }

    pub(super) fn tell(&self, action: Action) {
        self.inner.dispatch.dispatch(action);
    }

    pub(super) fn entry_of(&self, id: &ArticleId) -> Option<crate::state::LibraryEntry> {
        match &self.inner.library.borrow().entries {
            Loadable::Ready(entries) => entries.iter().find(|entry| entry.id == *id).cloned(),
            Loadable::Loading | Loadable::Failed(_) => None,
        }
    }

    pub(super) fn title_of(&self, id: &ArticleId) -> String {
        let entry = self.entry_of(id);
        entry.map_or_else(|| t!("what-article"), |entry| entry.title)
    }

    /// Lists the library, opens what was open, and gets the engine ready meanwhile.
    async fn start(&self) {
        let errand = receive::errand();
        let last = self.inner.storage.start().await;
        if let Some(errand) = errand {
            self.run_errand(errand);
        } else if let Some(id) = last {
            let request = self.inner.engine.next_request();
            let what = t!("what-last");
            self.tell(Action::OpenRequested { request, what });
            self.open_from_storage(request, id).await;
        }
        self.tell(Action::Started);
        self.load_tag_sets().await;
        self.complete_library();
        self.inner.engine.warm_up();
    }
}

/// Properties of [`ServiceHost`].
#[derive(Properties, PartialEq)]
pub struct ServiceHostProps {
    /// Who may use the services.
    pub children: Html,
}

/// Starts the services, keeps them informed of the state, and provides them to everything below.
#[component]
pub fn ServiceHost(props: &ServiceHostProps) -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let library = use_library();
    let services = use_memo((), |()| Services {
        inner: Rc::new(Inner {
            dispatch,
            engine: Engine::new(),
            storage: Storage::new(DATABASE),
            document: RefCell::new(document.clone()),
            library: RefCell::new(library.clone()),
            replies: RefCell::default(),
            replying: Cell::default(),
            asked: RefCell::default(),
            place: RefCell::default(),
            under_way: RefCell::default(),
            kept: RefCell::default(),
            came_from: RefCell::default(),
            earlier: RefCell::default(),
            proxy: RefCell::default(),
            language: Cell::default(),
        }),
    });
    use_listening(&services);
    use_keeping(&services, &document);
    {
        let services = Rc::clone(&services);
        use_effect_with(library, move |library| {
            *services.inner.library.borrow_mut() = library.clone();
        });
    }
    html! {
        <ContextProvider<Services> context={services.as_ref().clone()}>
            { props.children.clone() }
        </ContextProvider<Services>>
    }
}

/// Starts the services, once, and connects them.
#[hook]
fn use_listening(services: &Rc<Services>) {
    let services = Rc::clone(services);
    use_effect_with((), move |()| {
        let told = services.as_ref().clone();
        services
            .inner
            .storage
            .listen(move |action| told.tell(action));
        let hearing = services.as_ref().clone();
        services
            .inner
            .engine
            .listen(move |reply| hearing.hear(reply));
        let leaving_from = services.as_ref().clone();
        let listening = leaving::listen(move || {
            leaving_from.keep_place_now();
            // What that changes is on its way to storage before this script has ended.
            dom::settle_fields() || leaving_from.inner.storage.has_unsaved()
        });
        let starting = services.as_ref().clone();
        spawn_local(async move { starting.start().await });
        move || drop(listening)
    });
}

/// Keeps what changes: the article, what is open, the settings.
#[hook]
fn use_keeping(services: &Rc<Services>, document: &Slice<Option<Document>>) {
    let status = use_status();
    let settings = use_settings();
    let dispatch = use_dispatch();
    {
        let services = Rc::clone(services);
        use_effect_with(document.clone(), move |document| {
            *services.inner.document.borrow_mut() = document.clone();
            if let Some(document) = document.as_ref() {
                services.inner.storage.keep(document);
                services.tell_changes(document);
            }
        });
    }
    {
        let services = Rc::clone(services);
        let open = document.as_ref().map(|open| open.id.clone());
        let open = open.filter(|_| status.view == View::Read);
        let settled = !status.starting && !matches!(status.engine, EngineStatus::Opening { .. });
        use_effect_with((settled, open), move |(settled, open)| {
            if *settled {
                services.inner.storage.keep_open(open.as_ref());
            }
        });
    }
    {
        // Tabs of a browser are told apart, and pages are announced, by their titles.
        let title = document.as_ref().filter(|_| status.view == View::Read);
        use_effect_with(title.map(Document::title), |title| {
            let page = web_sys::window().and_then(|window| window.document());
            if let Some(page) = page {
                page.set_title(&match title {
                    Some(title) => [title, " – Hearsay"].concat(),
                    None => String::from("Hearsay"),
                });
            }
        });
    }
    let loaded = use_mut_ref(|| false);
    {
        let services = Rc::clone(services);
        use_effect_with(settings.proxy.clone(), move |proxy| {
            services.inner.proxy.borrow_mut().clone_from(proxy);
        });
    }
    let services = Rc::clone(services);
    use_effect_with(settings, move |settings| {
        if loaded.replace(true) {
            theme::keep(settings);
            theme::show(settings.theme);
            services.speak(settings.language);
        } else {
            let kept = theme::load();
            theme::show(kept.theme);
            services.speak(kept.language);
            dispatch.dispatch(Action::SettingsLoaded(kept));
        }
    });
}

/// What components can ask of the outside world.
#[allow(
    clippy::expect_used,
    reason = "a component outside the host is a mistake of ours that shows on the first render"
)]
#[hook]
pub fn use_services() -> Services {
    use_context::<Services>().expect("a component that uses services is below its ServiceHost")
}
