/// Who is meant by a mention. All sentences were written for this table.
const SPEAKERS: &[Case] = &[
    (
        "“{1:We will not wait},” said [1:Mayor Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "“{1:We will not wait},” said [1:Secretary of State Ana Ruiz].",
        "direct Ana Ruiz",
    ),
    (
        "“{1:We will not wait},” said [1:former Osk Gov. Pavel Obi].",
        "direct Pavel Obi",
    ),
    (
        "[1:Pavel Obi, 44, a fisherman], said {1:the bridge was old}.",
        "indirect Pavel Obi",
    ),
    (
        "[1:His daughter, Vera Sorel], said {1:the bridge was old}.",
        "indirect Vera Sorel",
    ),
    (
        "[1:Harrow's chief engineer, Lena Marsh], said {1:the bridge was old}.",
        "indirect Lena Marsh",
    ),
    (
        "“{1:The bridge is old},” said [1:Lena Marsh, who built it, and Pavel Obi left].",
        "direct Lena Marsh",
    ),
    (
        "“{1:The bridge is old},” said [1:Dr. Lena Marsh of the Osk Institute].",
        "direct Lena Marsh",
    ),
    (
        "[1:Osk County (N.Y.) Sheriff Milan Sorel] said {1:the bridge was old}.",
        "indirect Milan Sorel",
    ),
    (
        "[1:An attorney for the firm, Dora Finch], said {1:the bridge was old}.",
        "indirect Dora Finch",
    ),
    (
        "Mayor Ana Ruiz closed the bridge.\n\n“{1:We will not wait},” [1:Ruiz] said.",
        "direct Ana Ruiz",
    ),
    (
        "Ana Ruiz closed the bridge on Monday.\n\n[1:Ms. Ruiz] said {1:that it was old}.",
        "indirect Ana Ruiz",
    ),
    (
        "Bill de Marsh closed the bridge on Monday.\n\n“{1:It is old},” [1:de Marsh] said.",
        "direct Bill de Marsh",
    ),
    (
        "Mr. Pavel Haddad and Mrs. Noor Haddad run the ferry.\n\n“{1:Nobody asked us},” [1:Mrs. Haddad] said.",
        "direct Noor Haddad",
    ),
    (
        "Mr. Pavel Haddad and Mrs. Noor Haddad run the ferry.\n\n“{1:Nobody asked us},” [1:Mr. Haddad] said.",
        "direct Pavel Haddad",
    ),
    (
        "Ivanka Marsh and Lena Obi met on the bridge. Marsh left early.\n\n“{1:I was tired},” [1:Ivanka] said.",
        "direct Ivanka Marsh",
    ),
    (
        "Lena M. Marsh built the bridge.\n\n“{1:It will hold},” [1:Lena Marsh] said.",
        "direct Lena M. Marsh",
    ),
    (
        "Joelle Pineau leads the lab in Osk.\n\n“{1:The bridge is old},” [1:J. Pineau] wrote.",
        "direct Joelle Pineau writing",
    ),
    (
        "“{1:The bridge is old},” [1:J. Pineau] said. Joelle Pineau leads the lab in Osk.",
        "direct Joelle Pineau",
    ),
    (
        "Ana Ruiz (@anaruiz) closed the bridge on Monday.\n\n“{1:We will not wait},” [1:@anaruiz] wrote.",
        "direct Ana Ruiz writing",
    ),
    (
        "Pavel Obi (@fish4osk) sells herring in Osk.\n\n“{1:Not one crown for us},” [1:@fish4osk] tweeted.",
        "direct Pavel Obi writing",
    ),
    (
        "“{1:Not one crown for us},” [1:@harborcat] tweeted.",
        "direct @harborcat writing",
    ),
    (
        "Ana Ruiz, the chairwoman of the port, met Pavel Obi on Monday.\n\n“{1:It will hold},” [1:she] said.",
        "direct Ana Ruiz",
    ),
    (
        "Ana Ruiz, the chairwoman of the port, met Pavel Obi on Monday.\n\n“{1:It will hold},” [1:he] said.",
        "direct Pavel Obi",
    ),
    (
        "[1:A neighbor] said {1:the bridge was old}. “{2:I never use it},” [2:she] said.",
        "indirect A neighbor; direct A neighbor",
    ),
    (
        "Ana Ruiz met Pavel Obi. Obi sold his boat, and he keeps his stall.\n\n“{1:It will hold},” [1:he] said.",
        "direct Pavel Obi",
    ),
    (
        "The actress Dora Finch met Pavel Obi on Monday.\n\n“{1:It will hold},” [1:she] said.",
        "direct Dora Finch",
    ),
    ("“{1:It will hold},” [1:he] said.", "direct -"),
    (
        "“{1:It was dark},” said [1:the keeper, who lives under the bridge]. “{2:I saw nothing},” [2:he] said.",
        "direct the keeper; direct the keeper",
    ),
    (
        "Milan Sorel lives under the bridge.\n\n“{1:It was a Friday},” [1:he] said.\n\nThe rain had stopped.\n\n“{2:I went down with the lamp},” [2:he] said.",
        "direct Milan Sorel; direct Milan Sorel",
    ),
    (
        "Ana Ruiz, the minister of transport, opened the bridge.\n\n“{1:It will hold},” [1:the minister] said.",
        "direct Ana Ruiz",
    ),
    (
        "Minister Ana Ruiz opened the bridge.\n\n“{1:It will hold},” [1:the minister] said.",
        "direct Ana Ruiz",
    ),
    (
        "The mayor, Ana Ruiz, opened the bridge.\n\n“{1:It will hold},” [1:the mayor] said.",
        "direct Ana Ruiz",
    ),
    (
        "Ana Ruiz is the mayor of Osk.\n\n“{1:It will hold},” [1:the mayor] said.",
        "direct Ana Ruiz",
    ),
    (
        "Chief executive Lena Marsh joined Harrow in May.\n\n“{1:It will hold},” [1:the chief executive] said.",
        "direct Lena Marsh",
    ),
    (
        "Sen. Pavel Obi opened the bridge.\n\n“{1:It will hold},” [1:the senator] said.",
        "direct Pavel Obi",
    ),
    (
        "Dora Finch, a spokeswoman for the port, met reporters on Monday.\n\n“{1:It will hold},” [1:the spokeswoman] said.",
        "direct Dora Finch",
    ),
    (
        "Mayor Ana Ruiz met Mayor Pavel Obi on the bridge.\n\n“{1:It will hold},” [1:the mayor] said.",
        "direct the mayor",
    ),
    (
        "Former mayor Ana Ruiz opened the bridge.\n\n“{1:It will hold},” [1:the mayor] said.",
        "direct the mayor",
    ),
    (
        "Deputy mayor Ana Ruiz opened the bridge.\n\n“{1:It will hold},” [1:the deputy mayor] said.",
        "direct Ana Ruiz",
    ),
    (
        "Ana Ruiz, the minister of transport, opened the bridge.\n\n“{1:It is safe},” [1:the health minister] said.",
        "direct the health minister",
    ),
    (
        "The engineer Lena Marsh drew the bridge. “{1:It will hold},” [1:the engineer] said.",
        "direct Lena Marsh",
    ),
    (
        "“{1:It will hold},” [1:the minister] said.",
        "direct the minister",
    ),
    (
        "The company Harrow built the bridge.\n\n[1:The company] said {1:it would repair it}.",
        "indirect Harrow",
    ),
    (
        "Harrow, a company in Osk, built the bridge.\n\n[1:The company] said {1:that the bridge was safe}.",
        "indirect Harrow",
    ),
    (
        "Osk University sent two engineers.\n\n[1:The university] said {1:that the bridge was safe}.",
        "indirect Osk University",
    ),
    (
        "The Bank of Osk paid for the bridge.\n\n[1:The bank] said {1:that the money was gone}.",
        "indirect Bank of Osk",
    ),
    (
        "The Osk Courier is a hundred years old.\n\n[1:The newspaper] said {1:that the bridge was old}.",
        "indirect Osk Courier",
    ),
    (
        "Harrow Bank and Osk Bank paid for the bridge.\n\n[1:The bank] said {1:that the money was gone}.",
        "indirect The bank",
    ),
    (
        "[1:The company] said {1:that the bridge was safe}.",
        "indirect The company",
    ),
    (
        "The Bridge and Harbor Administration (BHA) closed the bridge.\n\n[1:The BHA] said {1:that it was old}.",
        "indirect Bridge and Harbor Administration",
    ),
    (
        "The Federal Bridge Commission closed the bridge.\n\n[1:The FBC] said {1:that it was old}.",
        "indirect Federal Bridge Commission",
    ),
    (
        "The Department of Bridges (DOB) closed the road.\n\n“{1:It is old},” [1:the DOB] said.",
        "direct Department of Bridges",
    ),
    (
        "Harrow Bank opened in May. [1:It] said {1:that business was good}.",
        "indirect Harrow Bank",
    ),
    (
        "The council closed the bridge. [1:It] said {1:that the bridge was old}.",
        "indirect The council",
    ),
    (
        "[1:City officials] said {1:the bridge was old}. [2:They] said {2:that nobody had been warned}.",
        "indirect City officials; indirect City officials",
    ),
    (
        "Two engineers saw the cracks on Monday. “{1:It will hold},” [1:they] said.",
        "direct Two engineers",
    ),
    (
        "[1:Lena Marsh and Pavel Obi] said {1:the bridge was old}. [2:They] said {2:that it would hold}.",
        "indirect Lena Marsh and Pavel Obi; indirect Lena Marsh and Pavel Obi",
    ),
    (
        "[1:Police] said {1:the bridge was closed}.",
        "indirect Police",
    ),
    (
        "[1:Officials] said {1:the bridge was closed}.",
        "indirect Officials",
    ),
    (
        "Ana Ruiz closed the bridge on Monday. [1:Her office] said {1:that it was old}.",
        "indirect Ana Ruiz’s office",
    ),
    (
        "Ana Ruiz closed the bridge on Monday.\n\n[1:Ruiz's office] said {1:that it was old}.",
        "indirect Ana Ruiz’s office",
    ),
    (
        "Mayor Ana Ruiz closed the bridge.\n\n[1:The mayor's spokesman] said {1:that it was old}.",
        "indirect Ana Ruiz’s spokesman",
    ),
    (
        "Pavel Obi, the fishmonger, left Osk in May. [1:His wife] said {1:that he was tired}.",
        "indirect Pavel Obi’s wife",
    ),
    (
        "[1:The mayor's spokesman] said {1:that the bridge was old}.",
        "indirect The mayor's spokesman",
    ),
    ("[1:We] said {1:that the bridge was old}.", "indirect -"),
    (
        "{1:Harrow will close the Lantern Bridge in May}, [1:the company] said on Monday.\n\n“{2:We have no choice},” said [2:Lena Marsh, the chief executive of Harrow]. “{2:The piers are tired.}”\n\n[3:Mayor Ana Ruiz] said {3:that she had learned of it from the Osk Courier}. “{4:Nobody called me},” [4:she] said.\n\n[5:The newspaper] reported {5:that the firm had known of the cracks since 2019}.\n\n[6:Pavel Obi, who sells fish beside the bridge], said {6:he would stay}. [7:His daughter] said {7:that he was too old to move}.\n\n“{8:I was here before the bridge},” [8:Obi] said. “{8:I will be here after it.}”\n\n[9:Ruiz’s office] said {9:that the mayor would meet Marsh on Friday}. [10:The chief executive] said {10:that she would listen}.",
        "indirect Harrow; direct Lena Marsh; indirect Ana Ruiz; direct Ana Ruiz; indirect Osk Courier; indirect Pavel Obi; indirect Pavel Obi’s daughter; direct Pavel Obi; indirect Ana Ruiz’s office; indirect Lena Marsh",
    ),
    (
        "{1:The Harbor and Bridge Agency (HBA) has found cracks in the Lantern Bridge}, [1:officials] said Tuesday.\n\nInspectors went down twice. [2:They] said {2:that the second pier was the worst}.\n\n[3:Dr. Noor Haddad, a geologist at the University of Osk], said {3:the river had moved}. “{4:It wants its old bed back},” [4:Haddad] said.\n\n[5:The university] said {5:that it had warned the HBA in 2015}. [6:The agency] said {6:that it had no such letter}.\n\n“{7:They have short memories},” [7:the geologist] said.",
        "indirect officials; indirect Inspectors; indirect Noor Haddad; direct Noor Haddad; indirect University of Osk; indirect Harbor and Bridge Agency; direct Noor Haddad",
    ),
];

/// Those that fail today.
const SPEAKERS_KNOWN_FAILURES: &[Case] = &[
    (
        "Sasha Finch, a poet, closed the shop. “{1:It is over},” [1:they] said.",
        "direct Sasha Finch",
    ),
    (
        "Harrow, a brewery in Osk, closed in May. [1:The brewery] said {1:that it had lost money}.",
        "indirect Harrow",
    ),
    (
        "“{1:It will hold},” [1:she] said. Ana Ruiz has led the city since 2019.",
        "direct Ana Ruiz",
    ),
    (
        "Ana Ruiz told Lena Marsh the news on Monday. “{1:I know},” [1:she] answered.",
        "direct Lena Marsh",
    ),
    (
        "Pavel Obi, 44, sells fish. “{1:It will hold},” [1:the 44-year-old] said.",
        "direct Pavel Obi",
    ),
    (
        "Mayor Ana Ruiz met the mayor of Harrow, Pavel Obi, on the bridge. “{1:It will hold},” [1:the Harrow mayor] said. “{2:It will not},” said [2:the other mayor].",
        "direct Pavel Obi; direct Ana Ruiz",
    ),
];
