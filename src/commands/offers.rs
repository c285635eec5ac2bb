//! What the palette offers: every command that can be done now, and with it the tags, the speakers, the lists, the articles
//! and the languages that there are.

use hearsay_annotate::{AnnotationId, TagId};

use super::{Command, Context, all};
use crate::services::stamp;
use crate::state::{
    Action, ArticleId, FocusOrigin, Language, LayoutAction, Library, Loadable, Offered, Tab,
    quotes_by_speaker,
};
use crate::{t, words};

/// An entry of the palette.
pub struct Offer {
    /// As it is searched and shown.
    pub shown: Offered,
    does: Does,
}

enum Does {
    Command(&'static Command),
    Tag(TagId),
    Annotation(AnnotationId),
    Tab(Tab),
    Article(ArticleId),
    Language(Option<Language>),
}

/// All that can be done now.
#[must_use]
pub fn offers(context: &Context, library: &Library) -> Vec<Offer> {
    let commands = all().filter(|command| (command.allowed)(context));
    let mut offers: Vec<Offer> = commands
        .map(|command| {
            let keys = command.keys.first().map(super::Press::told);
            let group = words::message(command.group.message(), &[]);
            let mut offer = offer(command.id, command.label(), &group, Does::Command(command));
            offer.shown.keys = keys.unwrap_or_default();
            offer
        })
        .collect();
    if context.is_reading()
        && let Some(document) = context.document.as_ref()
    {
        let selection = &context.selection;
        if selection.words.is_some() || selection.focused.is_some() {
            let group = t!("commands-tag");
            offers.extend(document.tag_set().tags.iter().map(|tag| {
                let label = t!("palette-tag-as", tag = &tag.label);
                let id = ["tag:", &tag.id.0].concat();
                let mut offer = offer(&id, label, &group, Does::Tag(tag.id.clone()));
                let key = tag.key.map(|key| key.to_uppercase().collect());
                offer.shown.keys = key.into_iter().collect();
                offer
            }));
        }
        let group = t!("commands-look");
        for (tab, id, label) in [
            (Tab::Quotes, "tab:quotes", t!("panel-quotes")),
            (Tab::Claims, "tab:claims", t!("panel-claims")),
        ] {
            let label = t!("palette-show", what = label);
            offers.push(offer(id, label, &group, Does::Tab(tab)));
        }
        let group = t!("palette-speakers");
        for said in quotes_by_speaker(document, &context.settings) {
            if let (Some(speaker), Some(quote)) = (said.speaker, said.quotes.first()) {
                let label = t!("palette-go-to", what = &speaker);
                let id = ["speaker:", &speaker].concat();
                let does = Does::Annotation(quote.id.clone());
                offers.push(offer(&id, label, &group, does));
            }
        }
    }
    let group = t!("palette-languages");
    let system = offer(
        "lang:",
        t!("app-language-system"),
        &group,
        Does::Language(None),
    );
    offers.push(system);
    offers.extend(Language::OFFERED.map(|language| {
        let id = ["lang:", language.code()].concat();
        let label = language.own_name().to_owned();
        offer(&id, label, &group, Does::Language(Some(language)))
    }));
    if let Loadable::Ready(entries) = &library.entries {
        let group = t!("palette-articles");
        let open = context.document.as_ref().map(|open| &open.id);
        let others = entries
            .iter()
            .filter(|entry| entry.unreadable.is_none() && Some(&entry.id) != open);
        offers.extend(others.map(|entry| {
            let label = t!("palette-open", title = &entry.title);
            let mut offer = offer(&entry.id.0, label, &group, Does::Article(entry.id.clone()));
            offer.shown.only_typed = true;
            offer
        }));
    }
    offers
}

fn offer(id: &str, label: String, group: &str, does: Does) -> Offer {
    Offer {
        shown: Offered {
            id: id.to_owned(),
            label,
            group: group.to_owned(),
            ..Offered::default()
        },
        does,
    }
}

impl Offer {
    /// Does it.
    pub fn run(&self, context: &Context) {
        match &self.does {
            Does::Command(command) => (command.run)(context),
            Does::Tag(tag) => context.tell(Action::Tag {
                tag: tag.clone(),
                stamp: stamp(),
            }),
            Does::Annotation(id) => {
                context.tell(Action::Focus(Some(id.clone()), FocusOrigin::Keyboard));
            }
            Does::Tab(tab) => context.tell(Action::Layout(LayoutAction::ShowTab(*tab))),
            Does::Article(id) => context.services.open_stored(id),
            Does::Language(language) => context.tell(Action::SetLanguage(*language)),
        }
        // What is looked up by its words is not what one does again and again.
        if !self.shown.only_typed {
            let chosen = LayoutAction::Chosen(self.shown.id.clone());
            context.tell(Action::Layout(chosen));
        }
    }
}
