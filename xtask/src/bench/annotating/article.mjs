// An article of any length with any number of annotations, made up and the same on every run: as Hearsay stores it, and as
// its peer is given it. Owns the words and where the annotations lie; who measures what is in annotating.mjs.
import { createHash } from "node:crypto";

const NAMES = ["Dana Whitlock", "Peter Amsel", "Rolf Eide", "Mara Keller", "Ana Ruiz", "Olaf Brandt", "Ines Varga", "Tom Okafor", "Lena Frost", "Hugo Marsh"];
const WORDS =
  "the ferry council harbour nobody would pay for it because winter came early and prices rose by nine percent in May while people waited along river bridges with lamps until trains left again under quiet rain near old mills where children counted boats".split(" ");
const TAGS = ["quantity", "prediction", "causation", "record", "quote-check", "comparison", "other"];

/** Words to a quote with its claim, its speaker and what follows. */
const UNIT = 19;

/** Numbers from 0 to below `sides`, the same for the same seed. */
const dice = (seed) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

/** Name of a text as Hearsay makes it: a UUID of version 5 in its namespace. */
const idOf = (text) => {
  const namespace = Buffer.from("5d0a8c1e7b1f4c7e9f0e3a52c6d411b7", "hex");
  const bytes = createHash("sha1").update(namespace).update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/**
 * An article of `words` words with `annotations` annotations, half of them quotes and half claims, every other claim in a quote.
 * All of it is ASCII, so that bytes, UTF-16 units and code points count the same.
 */
export const article = ({ words, annotations, seed = 1, title = "The harbour in May" }) => {
  const roll = dice(seed);
  const some = (count) => Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(" ");
  const nUnits = Math.ceil(words / UNIT);
  const nQuotes = Math.round(annotations / 2);
  const marked = [];
  const blocks = [];
  let text = "";
  let start = 0;
  const paragraph = (kind) => {
    blocks.push({ kind, span: [start, text.length] });
    text += "\n\n";
    start = text.length;
  };
  text += title;
  paragraph({ heading: 1 });
  for (let at = 0; at < nUnits; at += 1) {
    const id = (what) => `urn:uuid:${what}0000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
    const is = Math.floor(((at + 1) * nQuotes) / nUnits) > Math.floor((at * nQuotes) / nUnits);
    const name = NAMES[roll(NAMES.length)];
    const begin = text.length;
    text += '"';
    const quote = [text.length];
    text += some(3);
    const inner = [text.length + 1];
    text += ` ${some(4)}`;
    inner.push(text.length);
    text += ` ${some(3)}`;
    quote.push(text.length);
    text += '," ';
    const cue = [text.length, text.length + 4];
    text += "said ";
    const source = [text.length, text.length + name.length];
    text += `${name}, `;
    const outer = [text.length];
    text += some(4);
    outer.push(text.length);
    text += ` ${some(2)}.`;
    if (is) {
      marked.push({ id: id(1), span: quote, quote: { kind: "direct", cue: [cue], source: [source], speaker: name } });
      marked.push({ id: id(2), span: at % 2 ? inner : outer, claim: TAGS[roll(TAGS.length)] });
    }
    if (begin - start > 240 + roll(360)) paragraph("paragraph");
    else text += " ";
  }
  text = text.trimEnd();
  if (start < text.length) paragraph("paragraph");
  text = text.trimEnd();
  return { id: idOf(text), title, text, blocks, annotations: marked };
};

/** What Hearsay's database holds of the article: the records of its stores, by store. */
export const stored = ({ id, title, text, blocks, annotations }, time) => {
  const tag = (name, at) => ({ id: name, label: name, description: "", key: String(at + 1), color: at });
  const body = ({ quote, claim }) =>
    quote
      ? { quote: { ...quote, reports: "speech", evidence: "named", evidence_at: [], confidence: 0.93 } }
      : { claim: { tag: claim, note: "" } };
  const record = {
    version: 1,
    created: time,
    modified: time,
    analysed: true,
    document: {
      version: 1,
      article: { title, text, blocks },
      annotations: annotations.map((one) => ({
        id: one.id,
        target: [one.span],
        body: body(one),
        origin: one.quote ? "engine" : "person",
        status: one.quote ? "suggested" : "accepted",
        created: time,
        modified: time,
      })),
      tag_set: { id: "bench", name: "Bench", tags: TAGS.map(tag) },
    },
  };
  const half = annotations.length / 2;
  const entry = { version: 1, id, title, n_quotes: half, n_claims: half, n_suggested: 0, created: time, modified: time, opened: time };
  return { documents: JSON.stringify(record), entries: JSON.stringify(entry), texts: ["", "", text].join("\u0001") };
};

/** What the peer is given: its own format, positions in the text of the element. */
export const forPeer = ({ annotations }, { text }) =>
  annotations.map(({ id, span: [start, end] }) => ({
    id,
    bodies: [],
    target: { annotation: id, selector: [{ quote: text.slice(start, end), start, end }] },
  }));
