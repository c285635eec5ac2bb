/// Interviews, posts, headlines, lists, captions. All sentences were written for this table.
const LAYOUT: &[Case] = &[
    // Headlines.
    ("‘{1:Not now},’ says [1:mayor]", "direct mayor"),
    (
        "“{1:We are not going anywhere},” says [1:harbor master]",
        "direct harbor master",
    ),
    ("[1:Mayor]: “{1:We will wait}”", "direct Mayor"),
    ("[1:Holt]: ‘{1:We will rebuild every pier}’", "direct Holt"),
    (
        "{1:Pier is lost}, says [1:harbor master]",
        "indirect harbor master",
    ),
    ("[1:Mayor] says {1:pier is lost}", "indirect Mayor"),
    // Lists after a colon.
    (
        "[1:Holt] said there were three reasons:\n\n1. {1:The lamps failed.}\n\n2. {1:The rope was old.}\n\n3. {1:Nobody was on watch.}\n\nThe port is closed.",
        "direct Holt",
    ),
    // Captions.
    (
        "Mira Holt on the pier on Friday. “{1:We lost everything},” [1:she] said.",
        "direct Mira Holt",
    ),
    (
        "A photo of the pier, taken on Friday. [1:Holt] called {1:it “the saddest thing I have seen.”}",
        "direct Holt",
    ),
    // Posts named in running text.
    (
        "[1:Mira Holt] tweeted: “{1:We will rebuild every pier.}”",
        "direct Mira Holt writing",
    ),
    (
        "“{1:We will rebuild every pier},” [1:Mira Holt] wrote on Facebook.",
        "direct Mira Holt writing",
    ),
    // A colon or a dash in a headline.
    (
        "[1:Harbor master]: “{1:The crane was a danger}”",
        "direct Harbor master",
    ),
    (
        "“{1:The crane was a danger},” [1:harbor master] says",
        "direct harbor master",
    ),
];

/// Those that fail today.
const LAYOUT_KNOWN_FAILURES: &[Case] = &[
    (
        "[1:Holt] gave three reasons:\n\n• {1:The lamps failed.}\n\n• {1:The rope was old.}\n\n• {1:Nobody was on watch.}",
        "direct Holt",
    ),
    (
        "[1:Holt] named three reasons:\n\n{1:The lamps failed.}\n\n{1:The rope was old.}\n\n{1:Nobody was on watch.}",
        "direct Holt",
    ),
    (
        "[1:Minister] ‘{1:deeply sorry}’ for delay",
        "direct Minister",
    ),
];
