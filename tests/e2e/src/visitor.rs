//! Who visits: the size of their screen, how they point, and whether they read in the dark.

use serde_json::{Value, json};

/// What the person's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on a light page.
    Light,
    /// Light letters on a dark page.
    Dark,
}

impl Scheme {
    pub(crate) fn css(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A person with a screen.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) touch: bool,
    pub(crate) scheme: Scheme,
    pub(crate) logs_network: bool,
}

impl Visitor {
    /// 1280 by 900 CSS pixels, mouse and keyboard.
    #[must_use]
    pub fn at_a_desk() -> Self {
        Self {
            width: 1280,
            height: 900,
            touch: false,
            scheme: Scheme::Light,
            logs_network: false,
        }
    }

    /// 360 by 740 CSS pixels, touch.
    #[must_use]
    pub fn on_a_phone() -> Self {
        Self {
            width: 360,
            height: 740,
            touch: true,
            scheme: Scheme::Light,
            logs_network: false,
        }
    }

    /// The same, preferring dark pages.
    #[must_use]
    pub fn in_the_dark(self) -> Self {
        Self {
            scheme: Scheme::Dark,
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
    #[must_use]
    pub fn whose_network_is_logged(self) -> Self {
        Self {
            logs_network: true,
            ..self
        }
    }

    /// What ChromeDriver is to emulate; a mouse on a plain window needs nothing.
    pub(crate) fn emulation(&self) -> Option<Value> {
        self.touch.then(|| {
            json!({
                "deviceMetrics": { "width": self.width, "height": self.height, "pixelRatio": 2.0, "touch": true, "mobile": true },
                "userAgent": "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
            })
        })
    }
}
