/// Who is meant by a mention. All sentences were written for this table.
const SPEAKERS: &[Case] = &[];

/// Those that fail today.
const SPEAKERS_KNOWN_FAILURES: &[Case] = &[];
