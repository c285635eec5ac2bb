//! Who visits: with which browser, the size of their screen, how they point, and whether they read in the dark.

use xtask::browser::Kind;

/// What the person's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on a light page.
    Light,
    /// Light letters on a dark page.
    Dark,
}

/// A person with a browser and a screen.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub(crate) browser: Kind,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) touch: bool,
    pub(crate) scheme: Scheme,
    pub(crate) logs_network: bool,
    pub(crate) listens: bool,
    pub(crate) forces_colours: bool,
}

impl Visitor {
    /// Chromium, 1280 by 900 CSS pixels, mouse and keyboard.
    #[must_use]
    pub fn at_a_desk() -> Self {
        Self {
            browser: Kind::Chromium,
            width: 1280,
            height: 900,
            touch: false,
            scheme: Scheme::Light,
            logs_network: false,
            listens: false,
            forces_colours: false,
        }
    }

    /// Chromium, 360 by 740 CSS pixels, touch.
    #[must_use]
    pub fn on_a_phone() -> Self {
        Self {
            browser: Kind::Chromium,
            width: 360,
            height: 740,
            touch: true,
            scheme: Scheme::Light,
            logs_network: false,
            listens: false,
            forces_colours: false,
        }
    }

    /// The same, with Firefox.
    #[must_use]
    pub fn in_firefox(self) -> Self {
        Self {
            browser: Kind::Firefox,
            ..self
        }
    }

    /// The same person twice: with Chromium, and with Firefox.
    #[must_use]
    pub fn in_each_browser(self) -> [Self; 2] {
        let in_chromium = Self {
            browser: Kind::Chromium,
            ..self.clone()
        };
        [in_chromium, self.in_firefox()]
    }

    /// The same, preferring dark pages.
    #[must_use]
    pub fn in_the_dark(self) -> Self {
        Self {
            scheme: Scheme::Dark,
            ..self
        }
    }

    /// The same, with a screen reader: for [`crate::Journey::heard`].
    #[must_use]
    pub fn who_listens(self) -> Self {
        Self {
            listens: true,
            ..self
        }
    }

    /// The same, with a system that shows all pages in its own few colours (forced colours, high contrast).
    #[must_use]
    pub fn in_forced_colours(self) -> Self {
        Self {
            forces_colours: true,
            ..self
        }
    }

    /// The same, with another screen, in CSS pixels.
    #[must_use]
    pub fn with_a_screen_of(self, width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            ..self
        }
    }

    /// The same, with a browser that writes down all it does on the network: for [`crate::Journey::network_log`].
    /// Chromium only.
    #[must_use]
    pub fn whose_network_is_logged(self) -> Self {
        Self {
            logs_network: true,
            ..self
        }
    }
}
