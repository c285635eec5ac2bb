/// Interviews, posts, headlines, lists, captions. All sentences were written for this table.
const LAYOUT: &[Case] = &[
    // Interviews.
    (
        "[1:Q]: {1:Who built the pier?}\n\n[2:A]: {2:My father did.}\n\n[3:Q]: {3:When was that?}\n\n[4:A]: {4:Before the war.}",
        "direct Q; direct A; direct Q; direct A",
    ),
    (
        "[1:Reporter]: {1:Is the pier safe?}\n\n[2:Holt]: {2:It is safe.}\n\n[3:Reporter]: {3:And the crane?}\n\n[4:Holt]: {4:Ask me tomorrow.}",
        "direct Reporter; direct Holt; direct Reporter; direct Holt",
    ),
    (
        "[1:Mira Holt]: {1:We begin at six.}\n\n[2:Dan Abara]: {2:I begin at five.}\n\n[3:Mira Holt]: {3:Nobody begins at five.}\n\n[4:Dan Abara]: {4:I do.}",
        "direct Mira Holt; direct Dan Abara; direct Mira Holt; direct Dan Abara",
    ),
    (
        "We met her on the pier.\n\n[1:Courier]: {1:Is it safe?}\n\n[2:Holt]: {2:It is. We checked it twice.}\n\n[3:Courier]: {3:Who paid?}\n\n[4:Holt]: {4:We all did.}\n\nThe pier opens in May.",
        "direct Courier; direct Holt; direct Courier; direct Holt",
    ),
    // Signed posts.
    (
        "{1:We will rebuild every pier.}\n\n— [1:Mira Holt (@miraholt)] March 3, 2024",
        "direct Mira Holt writing",
    ),
    (
        "{1:We will rebuild every pier. pic.example.org is no link.} https://t.co/abc123 pic.twitter.com/xyz789\n\n— [1:Mira Holt (@miraholt)] March 3, 2024",
        "direct Mira Holt writing",
    ),
    (
        "The mayor was quick to answer.\n\n{1:Good news for Osk!}\n\n— [1:Mayor of Osk (@oskmayor)] March 3, 2024\n\nThe port did not answer.",
        "direct Mayor of Osk writing",
    ),
    (
        "{1:Good news for Osk!} — [1:Mira Holt (@miraholt)] 10:42 AM · 3 March 2024",
        "direct Mira Holt writing",
    ),
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
    // More interviews.
    (
        "[1:Courier]: {1:What did you see?}\n\n[2:Holt]: {2:The crane was gone.}\n\n{2:I called the mayor.}\n\n[3:Courier]: {3:And the ferry?}\n\n[4:Holt]: {4:It was in the north.}",
        "direct Courier; direct Holt; direct Courier; direct Holt",
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
