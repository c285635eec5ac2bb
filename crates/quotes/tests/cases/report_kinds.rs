/// What a quote reports. All sentences were written for this table.
const REPORT_KINDS: &[Case] = &[
    // Speech.
    (
        "[1:Holt] suggested {1:that the port could open earlier}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] announced {1:that the port would open earlier}.",
        "indirect Holt",
    ),
    (
        "[1:Abara] agreed {1:that the pier was lost}.",
        "indirect Abara",
    ),
    (
        "[1:Abara] accused {1:the port of hiding the damage}.",
        "indirect Abara",
    ),
    (
        "[1:Abara] mocked the plan: “{1:What a brilliant idea.}”",
        "direct Abara",
    ),
    (
        "[1:Abara] criticized {1:the plan as “a gift to the shipping lines.”}",
        "mixed Abara",
    ),
    (
        "[1:Holt] mentioned {1:that she had two sons}.",
        "indirect Holt",
    ),
    // Writing.
    (
        "“{1:The ferry is full},” [1:Mira Holt] wrote.",
        "direct Mira Holt writing",
    ),
    (
        "“{1:The ferry is full},” [1:Mira Holt] tweeted.",
        "direct Mira Holt writing",
    ),
    (
        "“{1:The ferry is full},” [1:Mira Holt] said in a statement.",
        "direct Mira Holt writing",
    ),
    (
        "In a statement, [1:Mira Holt] said {1:the ferry was full}.",
        "indirect Mira Holt writing",
    ),
    (
        "[1:Mira Holt] said in an email {1:that the ferry was full}.",
        "indirect Mira Holt writing",
    ),
    (
        "“{1:The ferry is full},” [1:Mira Holt] said on Twitter.",
        "direct Mira Holt writing",
    ),
    (
        "[1:Mira Holt] posted on Facebook {1:that the ferry was full}.",
        "indirect Mira Holt writing",
    ),
    (
        "[1:The report] said {1:the crane had not been checked since May}.",
        "indirect The report writing",
    ),
    (
        "{1:The crane had not been checked since May}, according to [1:the report].",
        "indirect the report writing",
    ),
    (
        "{1:The crane had not been checked}, according to [1:a letter from the port].",
        "indirect a letter from the port writing",
    ),
    (
        "[1:The lawsuit] alleges {1:that the port hid the damage}.",
        "indirect The lawsuit writing",
    ),
    (
        "In an op-ed, [1:Abara] argued {1:that the port should close}.",
        "indirect Abara writing",
    ),
    (
        "“{1:Not one crown for the pier},” [1:Abara] wrote in a letter to the council.",
        "direct Abara writing",
    ),
    (
        "[1:Holt] said in an interview {1:that the ferry was full}.",
        "indirect Holt",
    ),
    (
        "[1:Holt] said at a news conference {1:that the ferry was full}.",
        "indirect Holt",
    ),
    // Thought.
    (
        "[1:Holt] thinks {1:the port will open in May}.",
        "indirect Holt thought",
    ),
    (
        "[1:Holt] believes {1:that the port will open in May}.",
        "indirect Holt thought",
    ),
    (
        "[1:Residents] fear {1:that the pier will fall}.",
        "indirect Residents thought",
    ),
    (
        "[1:Residents] hope {1:that the ferry will return}.",
        "indirect Residents thought",
    ),
    (
        "[1:The council] expects {1:the work to cost 14 million crowns}.",
        "indirect The council thought",
    ),
    (
        "[1:Abara] wants {1:the port to close}.",
        "indirect Abara thought",
    ),
    (
        "[1:Many] doubt {1:that the crane is safe}.",
        "indirect Many thought",
    ),
    (
        "[1:Holt] knew {1:that the lamps had failed}.",
        "indirect Holt thought",
    ),
    (
        "[1:Holt] worried {1:that the rope would break}.",
        "indirect Holt thought",
    ),
    // Stance.
    (
        "[1:The union] endorsed {1:the plan}.",
        "indirect The union stance",
    ),
    (
        "[1:The union] opposes {1:the plan}.",
        "indirect The union stance",
    ),
    (
        "[1:The mayor] supports {1:a new pier}.",
        "indirect The mayor stance",
    ),
    (
        "[1:Abara] criticized {1:the plan}.",
        "indirect Abara stance",
    ),
    (
        "[1:Holt] declined {1:to comment on the report}.",
        "indirect Holt stance",
    ),
    (
        "[1:The council] rejected {1:the plan}.",
        "indirect The council stance",
    ),
    (
        "[1:The port] announced {1:a new ferry}.",
        "indirect The port stance",
    ),
    ("[1:Holt] praised {1:the rescuers}.", "indirect Holt stance"),
    (
        "[1:The two] discussed {1:the new pier}.",
        "indirect The two stance",
    ),
    // Evidence.
    (
        "[1:The poll] shows {1:that most residents want a ferry}.",
        "indirect The poll evidence",
    ),
    (
        "[1:A study] found {1:that ferries cut traffic by a third}.",
        "indirect A study evidence",
    ),
    (
        "[1:The survey] suggests {1:that most residents want a ferry}.",
        "indirect The survey evidence",
    ),
    (
        "[1:The data] indicate {1:that traffic fell by a third}.",
        "indirect The data evidence",
    ),
    (
        "{1:Most residents want a ferry}, according to [1:a poll].",
        "indirect a poll evidence",
    ),
    (
        "[1:Polls] show {1:the mayor losing the election}.",
        "indirect Polls evidence",
    ),
];

/// Those that fail today.
const REPORT_KINDS_KNOWN_FAILURES: &[Case] = &[];
