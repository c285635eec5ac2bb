//! Provides the state to components, in parts by rate of change, so that choosing a quote doesn't redraw the library.

use yew::prelude::*;

use super::{
    Agreeing, AppState, Comparing, Document, Layout, Library, Notices, Opening, Seeing, Selection,
    Settings, Slice, Status, TagSets, Worklist,
};

/// Sends actions to the state; cheap to clone.
pub type Dispatch = UseReducerDispatcher<AppState>;

/// Properties of [`StateProvider`].
#[derive(Properties, PartialEq)]
pub struct StateProviderProps {
    /// Where the state starts: nothing open, except in tests.
    #[prop_or_default]
    pub initial: AppState,
    /// Who may use the state.
    pub children: Html,
}

/// Holds the state for everything below it.
#[component]
pub fn StateProvider(props: &StateProviderProps) -> Html {
    let initial = props.initial.clone();
    let state = use_reducer(|| initial);
    html! {
        <ContextProvider<Dispatch> context={state.dispatcher()}>
        <ContextProvider<Slice<Settings>> context={state.settings.clone()}>
        <ContextProvider<Slice<Worklist>> context={state.worklist.clone()}>
        <ContextProvider<Slice<TagSets>> context={state.tag_sets.clone()}>
        <ContextProvider<Slice<Agreeing>> context={state.agreeing.clone()}>
        <ContextProvider<Slice<Seeing>> context={state.seeing.clone()}>
        <ContextProvider<Slice<Layout>> context={state.layout.clone()}>
        <ContextProvider<Slice<Comparing>> context={state.comparing.clone()}>
        <ContextProvider<Slice<Library>> context={state.library.clone()}>
        <ContextProvider<Slice<Notices>> context={state.notices.clone()}>
        <ContextProvider<Slice<Status>> context={state.status.clone()}>
        <ContextProvider<Slice<Opening>> context={state.opening.clone()}>
        <ContextProvider<Slice<Selection>> context={state.selection.clone()}>
        <ContextProvider<Slice<Option<Document>>> context={state.document.clone()}>
            { props.children.clone() }
        </ContextProvider<Slice<Option<Document>>>>
        </ContextProvider<Slice<Selection>>>
        </ContextProvider<Slice<Opening>>>
        </ContextProvider<Slice<Status>>>
        </ContextProvider<Slice<Notices>>>
        </ContextProvider<Slice<Library>>>
        </ContextProvider<Slice<Comparing>>>
        </ContextProvider<Slice<Layout>>>
        </ContextProvider<Slice<Seeing>>>
        </ContextProvider<Slice<Agreeing>>>
        </ContextProvider<Slice<TagSets>>>
        </ContextProvider<Slice<Worklist>>>
        </ContextProvider<Slice<Settings>>>
        </ContextProvider<Dispatch>>
    }
}

/// The context of type `T`. Every component of the app is below [`StateProvider`], so it is always there.
#[allow(
    clippy::expect_used,
    reason = "a component outside the provider is a mistake of ours that shows on the first render"
)]
#[hook]
fn use_part<T: Clone + PartialEq + 'static>() -> T {
    use_context::<T>().expect("a component that uses the state is below its StateProvider")
}

/// Sends actions.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_part()
}

/// The open article, if any; redraws with each of its changes.
#[hook]
pub fn use_document() -> Slice<Option<Document>> {
    use_part()
}

/// What is chosen in the open article.
#[hook]
pub fn use_selection() -> Slice<Selection> {
    use_part()
}

/// The list of stored articles.
#[hook]
pub fn use_library() -> Slice<Library> {
    use_part()
}

/// Two articles that are compared.
#[hook]
pub fn use_comparing() -> Slice<Comparing> {
    use_part()
}

/// The claims of all articles.
#[hook]
pub fn use_worklist() -> Slice<Worklist> {
    use_part()
}

/// The tag sets that a person has.
#[hook]
pub fn use_tag_sets() -> Slice<TagSets> {
    use_part()
}

/// Annotators of one article beside each other.
#[hook]
pub fn use_agreeing() -> Slice<Agreeing> {
    use_part()
}

/// What of the annotations is shown.
#[hook]
pub fn use_seeing() -> Slice<Seeing> {
    use_part()
}

/// Which list of the panel shows, what is over the page.
#[hook]
pub fn use_layout() -> Slice<Layout> {
    use_part()
}

/// Page shown, engine's work, save state.
#[hook]
pub fn use_status() -> Slice<Status> {
    use_part()
}

/// What there is to say while something is being opened.
#[hook]
pub fn use_opening() -> Slice<Opening> {
    use_part()
}

/// What the app tells the person.
#[hook]
pub fn use_notices() -> Slice<Notices> {
    use_part()
}

/// What the person has set to their liking.
#[hook]
pub fn use_settings() -> Slice<Settings> {
    use_part()
}
