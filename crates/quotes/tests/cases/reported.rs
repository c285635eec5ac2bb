/// Words reported, with verbatim pieces or without marks. All sentences were written for this table.
const REPORTED: &[Case] = &[
    // With that, without it, before and after.
    (
        "[1:Mira Holt] said {1:that the ferry was full}.",
        "indirect Mira Holt",
    ),
    (
        "[1:Mira Holt] said {1:the ferry was full}.",
        "indirect Mira Holt",
    ),
    (
        "[1:Mira Holt] has said {1:that the ferry was full}.",
        "indirect Mira Holt",
    ),
    (
        "[1:Mira Holt] told reporters {1:the ferry was full}.",
        "indirect Mira Holt",
    ),
    (
        "[1:Officials] say {1:the ferry will sail on Monday}.",
        "indirect Officials",
    ),
    (
        "[1:The harbor master] confirmed {1:that three piers were gone}.",
        "indirect The harbor master",
    ),
    (
        "[1:Critics] argue {1:that the port should close}.",
        "indirect Critics",
    ),
    (
        "[1:Abara] claimed {1:that nobody had warned him}.",
        "indirect Abara",
    ),
    (
        "[1:Abara] denied {1:that he had been warned}.",
        "indirect Abara",
    ),
    (
        "[1:The port] announced on Friday {1:that the ferry would sail again}.",
        "indirect The port",
    ),
    (
        "[1:The union] warned {1:that the crane could fall}.",
        "indirect The union",
    ),
    (
        "[1:The minister] promised {1:that the pier would be rebuilt}.",
        "indirect The minister",
    ),
    (
        "[1:Holt] insisted {1:that nobody was in danger}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] acknowledged {1:that the lamps had failed}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] explained {1:why the port had closed}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] asked {1:whether the crane was safe}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] urged {1:the council to pay for the pier}.",
        "indirect Holt",
    ),
    ("[1:Holt] called for {1:a new pier}.", "indirect Holt"),
    (
        "{1:The ferry was full}, [1:Mira Holt] said.",
        "indirect Mira Holt",
    ),
    (
        "{1:The ferry was full on both days}, said [1:Mira Holt].",
        "indirect Mira Holt",
    ),
    (
        "{1:Three piers are gone}, according to [1:the harbor master].",
        "indirect the harbor master",
    ),
    (
        "{1:The ferry}, according to [1:officials], {1:will sail on Monday}.",
        "indirect officials",
    ),
    (
        "{1:The ferry}, [1:officials] said, {1:will sail on Monday}.",
        "indirect officials",
    ),
    (
        "[1:Holt] said {1:the port had lost three piers and would not open before May}.",
        "indirect Holt",
    ),
    (
        "[1:She] said {1:she had not slept for two days}.",
        "indirect -",
    ),
    (
        "[1:The newspaper] reported {1:that three piers were gone}.",
        "indirect The newspaper",
    ),
    // Passive and without a source.
    (
        "It was reported {1:that three piers were gone}.",
        "indirect -",
    ),
    (
        "[1:Holt] was quoted as saying {1:that three piers were gone}.",
        "indirect Holt",
    ),
    ("It was said {1:that the crane was cursed}.", "indirect -"),
    ("{1:The mayor} is said {1:to have wept}.", "indirect -"),
    (
        "It is believed {1:that the crane was cursed}.",
        "indirect - thought",
    ),
    (
        "The lamps were off. According to [1:Abara], {1:nobody had paid for the oil}.",
        "indirect Abara",
    ),
    (
        "{1:Nobody had paid for the oil}, according to [1:two people who were there].",
        "indirect two people who were there",
    ),
    // Two in one sentence.
    (
        "[1:Holt] said {1:the port was closed}, and [2:Abara] said {2:it was open}.",
        "indirect Holt; indirect Abara",
    ),
    (
        "[1,2:Holt] said {1:the port was closed} and added {2:that it would stay so}.",
        "indirect Holt; indirect Holt",
    ),
    (
        "While [1:Holt] said {1:the pier was safe}, [2:Abara] said {2:it was not}.",
        "indirect Holt; indirect Abara",
    ),
    // Partly verbatim.
    (
        "[1:Holt] said {1:the pier was “as good as gone.”}",
        "mixed Holt",
    ),
    (
        "[1:Holt] said {1:the night had been “the worst in forty years” and that nobody slept}.",
        "mixed Holt",
    ),
    (
        "[1:Abara] described {1:the plan as “a gift to the shipping lines.”}",
        "mixed Abara",
    ),
    ("[1:Abara] called {1:the plan “reckless”}.", "mixed Abara"),
    (
        "[1:The minister] said {1:she was “deeply sorry” for the delay}.",
        "mixed The minister",
    ),
    (
        "[1:Holt] told the council {1:that “not one lamp” had worked}.",
        "mixed Holt",
    ),
    // Without marks and yet verbatim.
    (
        "{1:We will rebuild every pier}, said [1:Mira Holt].",
        "direct Mira Holt",
    ),
    (
        "{1:I can’t sleep when the wind turns}, [1:Holt] said.",
        "direct Holt",
    ),
    (
        "[1:Holt] wrote: {1:We will rebuild every pier. You can count on us.}",
        "direct Holt writing",
    ),
    (
        "{1:Why should we pay for it?} asked [1:Dan Abara].",
        "direct Dan Abara",
    ),
    ("{1:My father built this pier}, [1:she] said.", "direct -"),
];

/// Those that fail today.
const REPORTED_KNOWN_FAILURES: &[Case] = &[];
