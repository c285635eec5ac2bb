/// Cases that pass. All sentences were written for this table.
const CASES: &[Case] = &[
    // Direct, marked.
    (
        "“{1:We will not wait},” said [1:Ana Ruiz, the mayor of Osk].",
        "direct Ana Ruiz",
    ),
    (
        "“{1:We will not wait},” [1:Ana Ruiz] said.",
        "direct Ana Ruiz",
    ),
    (
        "[1:Ana Ruiz] said: “{1:We will not wait.}”",
        "direct Ana Ruiz",
    ),
    (
        "[1:Ana Ruiz] said, “{1:We will not wait.}”",
        "direct Ana Ruiz",
    ),
    (
        "\"{1:We will not wait},\" said [1:Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "''{1:We will not wait},'' said [1:Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "«{1:We will not wait},» said [1:Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "„{1:We will not wait},“ said [1:Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "“{1:Why would we wait?}” [1:Ana Ruiz] asked.",
        "direct Ana Ruiz",
    ),
    (
        "“{1:It is over},” [1:the minister] told reporters on Friday.",
        "direct the minister",
    ),
    // Split quotes are one.
    (
        "“{1:We will wait},” [1:Ana Ruiz] said, “{1:but not for long.}”",
        "direct Ana Ruiz",
    ),
    (
        "“{1:The bridge is old},” said [1:Pavel Obi]. “{1:It has to close.}”",
        "direct Pavel Obi",
    ),
    (
        "“{1:The bridge},” [1:Obi] said, “{1:has to close.}”",
        "direct Obi",
    ),
    (
        "The bridge closed on Monday.\n\n“{1:I saw the cracks},” said [1:Lena Marsh, an engineer]. “{1:They were as wide as my thumb. I told everybody.}”",
        "direct Lena Marsh",
    ),
    // Indirect.
    (
        "[1:Ana Ruiz] said {1:that the bridge would close on Monday}.",
        "indirect Ana Ruiz",
    ),
    (
        "[1:Ana Ruiz] said {1:the bridge would close on Monday}.",
        "indirect Ana Ruiz",
    ),
    (
        "[1:The mayor] warned {1:that the bridge would close on Monday}.",
        "indirect The mayor",
    ),
    (
        "{1:The bridge will close on Monday}, [1:officials] said.",
        "indirect officials",
    ),
    (
        "{1:The bridge will close on Monday}, according to [1:Ana Ruiz].",
        "indirect Ana Ruiz",
    ),
    (
        "[1:Officials] believe {1:that the work will cost 14 million dollars}.",
        "indirect Officials thought",
    ),
    (
        "[1:The union] claims {1:that nobody was warned}.",
        "indirect The union",
    ),
    (
        "[1:Pavel Obi] told the Osk Courier {1:that he had seen the cracks}.",
        "indirect Pavel Obi",
    ),
    (
        "[1:The company] announced Tuesday {1:that it would cut 400 jobs}.",
        "indirect The company",
    ),
    (
        "[1:CNBC] reported {1:that the company would cut 400 jobs}.",
        "indirect CNBC",
    ),
    ("[1:She] said {1:the bridge would close}.", "indirect -"),
    // Mixed.
    (
        "[1:Ana Ruiz] said {1:the bridge was “a danger to everybody” and would close}.",
        "mixed Ana Ruiz",
    ),
    (
        "[1:Pavel Obi] called {1:the plan “a bad joke.”}",
        "mixed Pavel Obi",
    ),
    (
        "[1:Obi] said {1:that the council had “no idea” what it was doing}.",
        "mixed Obi",
    ),
    // Unmarked direct.
    (
        "{1:We will not wait}, said [1:Ana Ruiz, the mayor].",
        "direct Ana Ruiz",
    ),
    (
        "{1:I don’t think we should wait}, [1:Ana Ruiz] said.",
        "direct Ana Ruiz",
    ),
    ("{1:You can’t stop the river}, [1:he] said.", "direct -"),
    (
        "[1:Pavel Obi] wrote: {1:We have waited long enough. See you at the council.}",
        "direct Pavel Obi writing",
    ),
    (
        "[1:Pavel Obi] agreed, tweeting: {1:It’s not the money that upsets me, it’s the silence.}",
        "direct Pavel Obi writing",
    ),
    // Speakers: surnames.
    (
        "Ana Ruiz leads the city of Osk.\n\n“{1:We will not wait},” [1:Ruiz] said.",
        "direct Ana Ruiz",
    ),
    (
        "Mr. Pavel Obi sells fish.\n\n[1:Mr. Obi] said {1:that business was bad}.",
        "indirect Pavel Obi",
    ),
    (
        "“{1:We will not wait},” [1:Ruiz] said. Ana Ruiz has led the city since 2019.",
        "direct Ana Ruiz",
    ),
    (
        "[1:Zurich-based engineer Lena Marsh] said {1:the bridge would hold}.",
        "indirect Lena Marsh",
    ),
    (
        "[1:Lena Marsh, her vice president of research at Harrow], said {1:that the bridge would hold}.",
        "indirect Lena Marsh",
    ),
    (
        "[1:Sen. Pavel Obi] said {1:the bridge would hold}.",
        "indirect Pavel Obi",
    ),
    (
        "[1:The mayor, Ana Ruiz], said {1:the bridge would hold}.",
        "indirect Ana Ruiz",
    ),
    (
        "[1:A Harrow spokesman] said {1:the bridge would hold}.",
        "indirect A Harrow spokesman",
    ),
    // Speakers: pronouns.
    (
        "Ana Ruiz closed the bridge on Monday.\n\n“{1:We will not wait},” [1:she] said.",
        "direct Ana Ruiz",
    ),
    (
        "[1:Pavel Obi] said {1:he had seen the cracks}. [2:He] added {2:that nobody listened}.",
        "indirect Pavel Obi; indirect Pavel Obi",
    ),
    (
        "Mr. Pavel Obi met Ms. Lena Marsh on the bridge.\n\n“{1:It will hold},” [1:she] said.",
        "direct Lena Marsh",
    ),
    (
        "Mr. Pavel Obi met Ms. Lena Marsh on the bridge.\n\n“{1:It will not hold},” [1:he] said.",
        "direct Pavel Obi",
    ),
    // Several paragraphs, floating quotes.
    (
        "“{1:We will not wait},” [1:Ana Ruiz] said.\n\n“{2:The bridge is closed},” [2:she] said.",
        "direct Ana Ruiz; direct Ana Ruiz",
    ),
    (
        "“{1:I went down with the lamp.}\n\n“{1:There was a line on the pier. I thought it was a hair},” [1:Milan Sorel] said.",
        "direct Milan Sorel",
    ),
    // A colon leads to the next paragraph.
    (
        "[1:Pavel Obi] wrote on his page:\n\n“{1:We have waited long enough.}”",
        "direct Pavel Obi writing",
    ),
    // Posts.
    (
        "The answer came within minutes.\n\n{1:Fourteen million for a bridge. See you at the council!} https://example.org/x\n\n— [1:Pavel Obi (@obifish)] May 17, 2023",
        "direct Pavel Obi writing",
    ),
    (
        "{1:Not one crown for us.} — [1:Pavel Obi (@obifish)] May 17, 2023",
        "direct Pavel Obi writing",
    ),
    (
        "{1:Not one crown for us.}\n\n?? [1:Pavel Obi (@obifish)] May 17, 2023",
        "direct Pavel Obi writing",
    ),
    // No quotes.
    ("The “new” bridge is forty years old.", ""),
    ("Pavel “Fish” Obi sells herring at the harbor.", ""),
    ("The film “The Patient River” opens on Friday.", ""),
    (
        "The bridge closed on Monday. Buses run every ten minutes.",
        "",
    ),
    ("", ""),
    ("“”", ""),
    (
        "She sold 14 boats in 2016, and the harbor is empty now.",
        "",
    ),
    // Two speakers.
    (
        "“{1:It will hold},” said [1:Lena Marsh].\n\n“{2:It will not},” said [2:Pavel Obi].",
        "direct Lena Marsh; direct Pavel Obi",
    ),
    (
        "[1:Lena Marsh] said {1:the bridge would hold}, but [2:Pavel Obi] said {2:it would not}.",
        "indirect Lena Marsh; indirect Pavel Obi",
    ),
    (
        "[1,2:Obi] said {1:that the bridge was old}, adding {2:that it had to close}.",
        "indirect Obi; indirect Obi",
    ),
    // Interviews.
    (
        "[1:Courier]: {1:Did you see the cracks?}\n\n[2:Sorel]: {2:I saw them before they were cracks.}\n\n[3:Courier]: {3:Who reads the book?}\n\n[4:Sorel]: {4:I used to think somebody did.}",
        "direct Courier; direct Sorel; direct Courier; direct Sorel",
    ),
    (
        "‘{1:It’s the boats’ fault},’ [1:Pavel Obi] said.",
        "direct Pavel Obi",
    ),
    (
        "{1:The bridge is old}, say [1:engineers].\n\n“{2:I saw the cracks},” said [2:Lena Marsh, an engineer]. “{2:They were wide.}”",
        "indirect engineers; direct Lena Marsh",
    ),
    (
        "According to [1:the report], {1:the bridge has to close on Monday}.",
        "indirect the report writing",
    ),
];

/// Cases that fail today.
const KNOWN_FAILURES: &[Case] = &[
    (
        "When Google announced the model last week, [1:it] said {1:the model was smaller}.",
        "indirect Google",
    ),
    ("He read “The Patient River” on the train.", ""),
];
