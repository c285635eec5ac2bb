/// Quotes that their form alone tells, with the model and without it. All sentences were written for this table.
const BY_FORM: &[Case] = &[
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
    // More interviews.
    (
        "[1:Courier]: {1:What did you see?}\n\n[2:Holt]: {2:The crane was gone.}\n\n{2:I called the mayor.}\n\n[3:Courier]: {3:And the ferry?}\n\n[4:Holt]: {4:It was in the north.}",
        "direct Courier; direct Holt; direct Courier; direct Holt",
    ),
    // According to.
    (
        "According to [1:Mira Holt], {1:three piers are gone}.",
        "indirect Mira Holt",
    ),
    (
        "According to [1:officials], {1:the ferry will sail on Monday}.",
        "indirect officials",
    ),
    (
        "{1:Nobody had paid for the oil}, according to [1:the harbor master].",
        "indirect the harbor master",
    ),
    (
        "{1:The pier is lost}, according to [1:a statement].",
        "indirect a statement writing",
    ),
    // A sentence in marks after a colon.
    (
        "[1:Her message] was short: “{1:Come home.}”",
        "direct Her message writing",
    ),
    (
        "[1:The note] was brief: “{1:We are closed.}”",
        "direct The note writing",
    ),
    // Said right beside it.
    (
        "“{1:We will not wait},” said [1:Noor Haddad].",
        "direct Noor Haddad",
    ),
    (
        "“{1:We will not wait},” [1:Noor Haddad] said.",
        "direct Noor Haddad",
    ),
    ("“{1:We will not wait},” [1:he] said.", "direct -"),
    (
        "“{1:Will we wait?}” asked [1:Noor Haddad].",
        "direct Noor Haddad",
    ),
    (
        "“{1:We will not wait},” [1:Noor Haddad] wrote.",
        "direct Noor Haddad writing",
    ),
    (
        "“{1:We will not wait},” [1:the mayor] told reporters.",
        "direct the mayor",
    ),
    (
        "“{1:We will not wait},” said [1:Noor Haddad]. “{1:We have waited enough.}”",
        "direct Noor Haddad",
    ),
    (
        "“{1:We will not wait.}” — [1:Noor Haddad]",
        "direct Noor Haddad",
    ),
];

/// Those that fail today.
const BY_FORM_KNOWN_FAILURES: &[Case] = &[
    (
        "According to [1:Mira Holt, the harbor master], {1:three piers are gone}.",
        "indirect Mira Holt",
    ),
];
