/// Whether it happened. All sentences were written for this table.
const MODALITY: &[Case] = &[
    (
        "Nobody would mind if [1:Holt] said {1:that the pier was lost}.",
        "indirect Holt hypothetical",
    ),
    (
        "[1:The port] has not said {1:when the ferry will return}.",
        "indirect The port negated",
    ),
    // Negated.
    (
        "[1:Holt] did not say {1:whether the port would open}.",
        "indirect Holt negated",
    ),
    (
        "[1:The mayor] didn’t say {1:who would pay for the pier}.",
        "indirect The mayor negated",
    ),
    (
        "[1:Holt] never said {1:that the pier was safe}.",
        "indirect Holt negated",
    ),
    (
        "[1:Holt] would not say {1:whether the crane was checked}.",
        "indirect Holt negated",
    ),
    (
        "[1:Nobody] said {1:that the pier was safe}.",
        "indirect Nobody negated",
    ),
    (
        "[1:No official] said {1:that the pier was safe}.",
        "indirect No official negated",
    ),
    (
        "[1:The port] did not announce {1:that the ferry was late}.",
        "indirect The port negated",
    ),
    (
        "[1:Residents] do not believe {1:that the pier is safe}.",
        "indirect Residents thought negated",
    ),
    (
        "[1:She] never mentioned {1:the lamps}.",
        "indirect - stance negated",
    ),
    // Hypothetical.
    (
        "[1:Critics] could say {1:that the pier was never needed}.",
        "indirect Critics hypothetical",
    ),
    (
        "[1:Critics] might argue {1:that the pier was never needed}.",
        "indirect Critics hypothetical",
    ),
    (
        "[1:Some] would say {1:that the port should close}.",
        "indirect Some hypothetical",
    ),
    (
        "The ferry will not sail unless [1:the port] says {1:that it is safe}.",
        "indirect the port hypothetical",
    ),
    (
        "[1:The minister] will announce {1:that the pier is to be rebuilt}.",
        "indirect The minister hypothetical",
    ),
    // Neither.
    (
        "[1:Holt] denied {1:that the pier was unsafe}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] said {1:that she would never close the port}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] said {1:the port might open in May}.",
        "indirect Holt",
    ),
    ("“{1:It will not open},” [1:Holt] said.", "direct Holt"),
    ("“{1:I would not say that},” [1:Holt] said.", "direct Holt"),
    (
        "“{1:If it rains, we stay},” [1:Abara] said.",
        "direct Abara",
    ),
];

/// Those that fail today.
const MODALITY_KNOWN_FAILURES: &[Case] = &[
    (
        "[1:Holt] may have told {1:the council that the pier was safe}.",
        "indirect Holt hypothetical",
    ),
    (
        "If [1:Holt] said {1:that the pier was safe}, nobody heard it.",
        "indirect Holt hypothetical",
    ),
    (
        "[1:The minister] is expected to say {1:that the pier will be rebuilt}.",
        "indirect The minister hypothetical",
    ),
    (
        "Unless [1:the port] says {1:that the ferry is safe}, it will not sail.",
        "indirect the port hypothetical",
    ),
    (
        "[1:Holt] not only said {1:that the pier was safe} but walked on it.",
        "indirect Holt",
    ),
];
