/// Marks that quote nobody, and no marks. All sentences were written for this table.
const LEFT_ALONE: &[Case] = &[
    // Scare quotes.
    ("The “safe” pier fell on Monday.", ""),
    ("The so-called “storm tax” begins in May.", ""),
    ("The “temporary” bridge has stood for forty years.", ""),
    // Titles.
    ("Her first novel, “The Empty Harbor,” came out in May.", ""),
    ("The band opened with “Salt and Rope” and left.", ""),
    ("The play “Three Piers” opens on Friday.", ""),
    (
        "His song “Leave the Boat” was played on the radio all summer.",
        "",
    ),
    // Nicknames.
    ("Dan “Two Boats” Abara sells herring at the harbor.", ""),
    ("Mira “The Lamp” Holt was born in Osk in 1961.", ""),
    // Words as words.
    ("The word “pier” comes from the French.", ""),
    ("The ship was christened “Patience” in 1961.", ""),
    ("Everything went according to plan.", ""),
    // Nothing at all.
    ("The pier fell on Monday. Nobody was hurt.", ""),
    ("The ferry sails at noon and at six.", ""),
    ("Osk has 14,000 inhabitants and one bridge.", ""),
    ("A crane stood on the pier until the storm came.", ""),
    ("The market opens at seven: fish, bread, rope.", ""),
    ("\"", ""),
    ("“", ""),
    ("” ” “", ""),
    ("—", ""),
    (":", ""),
];

/// Those that fail today.
const LEFT_ALONE_KNOWN_FAILURES: &[Case] = &[("He sells “fresh” fish on Sundays.", "")];
