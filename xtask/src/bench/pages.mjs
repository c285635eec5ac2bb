// Pages to articles: Hearsay's reader of web pages and Mozilla's Readability on the same pages, in one run of Chromium.
//
// `cargo xtask bench --pages` calls this in target/bench, where Readability is, with the site, the browser, the folder of
// the pages, a folder for what was found, and the number of times. Hearsay is the site's own reader in a web worker, as the
// app runs it: from the file's bytes to readings, messages and JSON both ways included. Readability gets what it works on,
// a document of the browser's own parser, made from text that is decoded already.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { inChromium } from "./chromium.mjs";

const [dist, chromium, pages, found, times] = process.argv.slice(2);

/** Runs in the page: measures every page, and reports each. */
const bench = async (names, times) => {
  const report = (path, body) => fetch(path, { method: "POST", body: JSON.stringify(body) });
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

  const start = async () => {
    const clock = performance.now();
    const worker = new Worker("/reader.js?page", { type: "module" });
    const answers = [];
    let wake = () => {};
    worker.onerror = (event) => {
      answers.push(`{"Failed":{"message":${JSON.stringify(event.message ?? "did not start")}}}`);
      wake();
    };
    worker.onmessage = ({ data }) => {
      answers.push(data);
      wake();
    };
    /** The next answer that is no progress; JSON in text, parsed as the page would. */
    const answer = async () => {
      for (;;) {
        while (answers.length === 0) await new Promise((resolve) => (wake = resolve));
        const said = answers.shift();
        const known = typeof said === "string" ? JSON.parse(said) : said;
        if (known?.Failed) throw Error(`the reader: ${known.Failed.message}`);
        if (!known?.Progress) return known;
      }
    };
    await answer();
    return { worker, answer, milliseconds: performance.now() - clock };
  };

  const starts = [];
  for (let at = 0; at < 9; at += 1) {
    const started = await start();
    started.worker.terminate();
    if (at > 0) starts.push(started.milliseconds);
  }

  const reader = await start();
  const hearsay = async ({ name, bytes }) => {
    const given = bytes.slice().buffer;
    const clock = performance.now();
    reader.worker.postMessage({ bytes: given, name: `${name}.html` }, [given]);
    const said = await reader.answer();
    return [performance.now() - clock, said.Readings];
  };
  const readability = ({ text }) => {
    const clock = performance.now();
    const read = new Readability(new DOMParser().parseFromString(text, "text/html")).parse();
    return [performance.now() - clock, read];
  };

  /** The words of what Readability gives, a line break around everything that is not set in a line. */
  const words = (content) => {
    const inline = new Set("a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time u var wbr".split(" "));
    const walk = (node) => {
      if (node.nodeType === 3) return node.data;
      if (node.nodeType !== 1) return "";
      const inside = [...node.childNodes].map(walk).join("");
      return inline.has(node.localName) ? inside : `\n${inside}\n`;
    };
    return walk(new DOMParser().parseFromString(content ?? "", "text/html").body);
  };

  for (const name of names) {
    const bytes = new Uint8Array(await (await fetch(`/pages/${name}.html`)).arrayBuffer());
    const page = { name, bytes, text: new TextDecoder().decode(bytes) };
    const [ours, theirs] = [[], []];
    let readings;
    let read;
    for (let at = -3; at < times; at += 1) {
      const turns = [
        async () => {
          const [time, said] = await hearsay(page);
          readings = said;
          if (at >= 0) ours.push(time);
        },
        async () => {
          const [time, said] = readability(page);
          read = said;
          if (at >= 0) theirs.push(time);
        },
      ];
      // Who is first has the colder caches: each is, every other time.
      if (at % 2 !== 0) turns.reverse();
      for (const turn of turns) await turn();
    }
    const article = readings.readings[0].article;
    await report("/found", {
      name,
      hearsay: { times: [median(ours), Math.min(...ours)], title: article.title, byline: article.byline, text: article.text },
      readability: { times: [median(theirs), Math.min(...theirs)], title: read?.title, byline: read?.byline, text: words(read?.content) },
    });
  }
  await report("/done", { start: median(starts) });
};

const document = (names) => `<!doctype html><title>Bench</title>
<script src="/Readability.js"></script>
<script type="module">
(${bench})(${JSON.stringify(names)}, ${Number(times)}).catch((error) =>
  fetch("/done", { method: "POST", body: JSON.stringify({ error: String(error.message ?? error) }) }));
</script>`;

/** What was found on a page: median and least time, title and byline, a line each, then the text. */
const keep = (name, side, { times, title, byline, text }) => {
  const line = (value) => (value ?? "").replace(/\s+/g, " ").trim();
  return writeFile(join(found, `${name}.${side}`), [...times, line(title), line(byline), text].join("\n"));
};

const run = (names) =>
  inChromium({
    chromium,
    page: document(names),
    file: (path) => {
      if (path === "/Readability.js") return "node_modules/@mozilla/readability/Readability.js";
      return path.startsWith("/pages/") ? join(pages, basename(path)) : join(dist, path);
    },
    hear: async (path, said) => {
      if (path === "/done") return said;
      await keep(said.name, "hearsay", said.hearsay);
      await keep(said.name, "readability", said.readability);
      return undefined;
    },
  });

await rm(found, { recursive: true, force: true });
await mkdir(found, { recursive: true });
const files = await readdir(pages);
const names = files.filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -".html".length));
const done = await run(names.sort());
await writeFile(join(found, "start"), String(done.start));
process.exit(0);
