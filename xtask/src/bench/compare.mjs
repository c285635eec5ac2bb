// Words a second: the engine's WebAssembly and compromise on the same text, in Node.js and in Chromium, in one run.
//
// `cargo xtask bench` calls this in target/bench, where compromise is, with the site, the browser, the article and the
// number of times. The engine is the site's own worker, as it is; Node.js has no workers of that kind, so a stand-in for
// its surroundings comes before it.
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inChromium } from "./chromium.mjs";

const [dist, chromium, article, times, native] = process.argv.slice(2);

/** As many words of the article, told again and again, as asked for; its paragraphs stay. */
const repeated = (text, words) => {
  const found = text.match(/\S+\s*/g);
  return Array.from({ length: words }, (_, at) => found[at % found.length].replace(/\s*$/, (gap) => gap || "\n\n")).join("");
};

/** What both sides run: the median time in milliseconds of `job`, after a fifth as many times for warmth. */
const measure = async (job, times) => {
  const found = [];
  for (let at = -Math.ceil(times / 5); at < times; at += 1) {
    const start = performance.now();
    await job();
    if (at >= 0) found.push(performance.now() - start);
  }
  return found.sort((a, b) => a - b)[Math.floor(found.length / 2)];
};

/** Quotes of a text by a worker: asks, and resolves when they are there. Messages are JSON. */
const asker = (post, listen) => {
  const waiting = new Map();
  let id = 0;
  listen((message) => {
    const reply = JSON.parse(message);
    const end = reply.Suggestions ?? reply.Failed;
    if (end === undefined) return;
    waiting.get(end.id)?.(end);
    waiting.delete(end.id);
  });
  return (text) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, (end) => (end.message === undefined ? resolve(end.suggestions) : reject(Error(end.message))));
      post(JSON.stringify({ Open: { id, source: { Plain: text }, title: null, provenance: {} } }));
    });
};

const inNode = async (text, short) => {
  const file = join(process.cwd(), "hearsay-worker.mjs");
  await copyFile(join(dist, "hearsay-worker.js"), file);
  globalThis.DedicatedWorkerGlobalScope = class {
    static [Symbol.hasInstance]() {
      return true;
    }
  };
  let receive = () => {};
  globalThis.postMessage = (message) => receive(message);
  const { default: init } = await import(pathToFileURL(file));
  await init({ module_or_path: await readFile(join(dist, "hearsay-worker_bg.wasm")) });
  const ask = asker(
    (data) => globalThis.onmessage(new MessageEvent("message", { data })),
    (listener) => (receive = listener),
  );
  const { default: nlp } = await import(pathToFileURL(join(process.cwd(), "node_modules/compromise/src/three.js")));
  return {
    hearsay: await measure(() => ask(text), times),
    short: await measure(() => ask(short), times),
    compromise: await measure(() => nlp(text).quotations().out("array"), Math.ceil(times / 4)),
    quotes: (await ask(text)).length,
    quotations: nlp(text).quotations().out("array").length,
  };
};

const page = (text, short) => `<!doctype html><title>Bench</title>
<script src="/compromise.js"></script>
<script type="module">
const measure = ${measure};
const asker = ${asker};
const [text, short, times] = ${JSON.stringify([text, short, Number(times)]).replaceAll("<", "\\u003c")};
const report = (found) => fetch("/report", { method: "POST", body: JSON.stringify(found) });
try {
  const worker = new Worker("/engine.js", { type: "module" });
  await new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = resolve;
  });
  const ask = asker((message) => worker.postMessage(message), (listener) => (worker.onmessage = ({ data }) => listener(data)));
  await report({
    hearsay: await measure(() => ask(text), times),
    short: await measure(() => ask(short), times),
    compromise: await measure(() => nlp(text).quotations().out("array"), Math.ceil(times / 4)),
    quotes: (await ask(text)).length,
    quotations: nlp(text).quotations().out("array").length,
  });
} catch (error) {
  await report({ error: String(error.message ?? error) });
}
</script>`;

const source = (await readFile(article, "utf8")).replaceAll(/^#+ /gm, "");
const words = 5000;
const [text, short] = [repeated(source, words), repeated(source, 1000)];
const node = await inNode(text, short);
const inBrowser = await inChromium({
  chromium,
  page: page(text, short),
  file: (path) => (path === "/compromise.js" ? "node_modules/compromise/builds/compromise.js" : join(dist, path)),
  hear: (_path, found) => found,
});
const rate = (milliseconds) => (words / milliseconds) * 1000;
const compromise = rate(node.compromise);
const row = (what, speed, extra = "") =>
  console.log(`    ${what.padEnd(28)}${Math.round(speed).toLocaleString("en").padStart(10)} words a second ${(speed / compromise).toFixed(1).padStart(6)} ×${extra}`);
console.log(`    the same ${words.toLocaleString("en")} words, medians; × is the ratio to compromise in Node.js`);
row("Hearsay, native", Number(native));
row("Hearsay, Node.js", rate(node.hearsay), `  ${node.quotes} quotes with speakers`);
row("Hearsay, Chromium", rate(inBrowser.hearsay), `  ${(inBrowser.compromise / inBrowser.hearsay).toFixed(1)} × compromise there`);
row("compromise, Node.js", compromise, `  ${node.quotations} quotations`);
row("compromise, Chromium", rate(inBrowser.compromise));
console.log(`    1,000-word article, text to quotes, warm: ${inBrowser.short.toFixed(1)} ms in Chromium, ${node.short.toFixed(1)} ms in Node.js`);
process.exit(0);
