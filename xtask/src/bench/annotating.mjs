// How annotating feels: key press to paint, first paint, scrolling and memory of the built site, and its time to show and to add
// annotations next to @recogito/text-annotator, all in one run of headless Chromium.
//
// `cargo xtask bench --annotating` calls this in target/bench, where playwright-core and the peer are, with the site, the
// browser, the number of times, what to measure (all, or some of: keys,long,peer,memory) and at how many annotations next to
// the peer. Articles are made up
// (annotating/article.mjs) and put into the site's database as it stores them, so that each is opened the way a person opens one.
//
// What is compared, on both sides from the same article and annotations in IndexedDB, to the paint after all is shown:
// - show, Hearsay: from the press on the article in the library to its text, its marks and its panel;
// - show, peer: from the call that reads the records to the text in paragraphs and the highlights that the peer draws; and, apart
//   from that, from `setAnnotations` with the text on the page already;
// - add, Hearsay: from the press of a tag's key, with words selected, to the new mark;
// - add, peer: from `addAnnotation` to the new highlight. A person would also have to select; neither side counts that.
// Hearsay counts its lists, its counts and its undo; the peer has none, and saves nothing.
import { createRequire } from "node:module";
import { availableParallelism, loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { article, forPeer, stored } from "./annotating/article.mjs";

// The packages are where the run is started, not where this file is.
const { browse, median, percentile, serve } = await (async () => {
  const require = createRequire(join(process.cwd(), "any.js"));
  globalThis.playwrightCore = await import(pathToFileURL(require.resolve("playwright-core")));
  return import("./annotating/browser.mjs");
})();

const [dist, chromium, times, wanted = "all", sizes = "100,1000,10000"] = process.argv.slice(2);
const wants = (what) => wanted === "all" || wanted.split(",").includes(what);
const TIMES = Number(times);
const SIZES = sizes.split(",").map(Number);
const PAUSE = 120;

const peerPage = `<!doctype html><meta charset="utf-8"><title>Peer</title>
<link rel="stylesheet" href="/@recogito/text-annotator/dist/text-annotator.css">
<style>body { margin: 0 auto; max-width: 40rem; font: 18px/1.7 serif; } p { margin: 0 0 1em; white-space: pre-line; }</style>
<script>window.process = { env: { NODE_ENV: "production" } }; // Which its file for browsers asks for.</script>
<script src="/@recogito/text-annotator/dist/text-annotator.umd.js"></script><main id="content"></main>`;

const { server, address } = await serve({ "": dist, "@recogito": join(process.cwd(), "node_modules/@recogito") }, { "/peer": peerPage });
const { browser, page, cdp } = await browse(chromium);
const format = (milliseconds) => milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
const row = (what, ...values) => console.log(`    ${what.padEnd(58)}${values.map((value) => String(value).padStart(12)).join("")}`);

const load = (when) => console.log(`  load ${when}: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);

/** Waits for what the selector finds. Playwright's own way would hold on to the element, and with it to its page. */
const there = (selector) => page.waitForFunction((selector) => document.querySelector(selector) !== null, selector);

/** Waits for what the app says when it is there. */
const ready = () => there("#paste, .library-list, article.text");

/** Puts articles into the site's database, and nothing else. */
const fill = async (articles, last = "") => {
  await page.goto(address);
  await ready();
  await page.evaluate(
    async ([articles, last]) => {
      const database = await new Promise((resolve, reject) => {
        const open = indexedDB.open("hearsay");
        open.onsuccess = () => resolve(open.result);
        open.onerror = reject;
      });
      const stores = ["documents", "entries", "texts", "session"];
      const transaction = database.transaction(stores, "readwrite");
      for (const store of stores) transaction.objectStore(store).clear();
      for (const [id, records] of articles) {
        for (const [store, value] of Object.entries(records)) transaction.objectStore(store).put(value, id);
      }
      transaction.objectStore("session").put(last, "last");
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      database.close();
    },
    [articles.map((one, at) => [one.id, stored(one, 1_700_000_000_000 + at * 60_000)]), last],
  );
  // The page that filled it would keep what was open; leave first.
  await page.goto("about:blank");
  await page.goto(address);
  await ready();
};

const marksDrawn = (count) => page.waitForFunction((count) => new Set([...document.querySelectorAll("article.text mark")].map((mark) => mark.dataset.annotation)).size >= count, count, { timeout: 120_000 });

/** Opens the article named so in the library; milliseconds to the first paint of it, and to the paint of all its marks. */
const openStored = async (title, annotations) => {
  await there(".library-list .entry");
  return page.evaluate(
    ([title, annotations]) => {
      const entry = [...document.querySelectorAll(".library-list .entry")].find((one) => one.textContent.includes(title));
      const all = () => new Set([...document.querySelectorAll("article.text mark")].map((mark) => mark.dataset.annotation)).size >= annotations;
      return new Promise((resolve) => {
        const begun = performance.now();
        const first = bench.shown(() => document.querySelector("article.text [data-block]"));
        // Counting very many marks at each change would be measured along, so that waits for the first paint.
        const last = annotations > 1_000 ? first.then(() => bench.shown(all)) : bench.shown(all);
        entry.click();
        Promise.all([first, last]).then((ends) => resolve(ends.map((end) => end - begun)));
      });
    },
    [title, annotations],
  );
};

/** Goes back to the library by the bar at the top. */
const close = async () => {
  await page.evaluate(() => document.querySelector(".top-bar button, .top-bar a")?.click());
  await there(".library-list .entry");
};

const forget = () => page.evaluate(() => { bench.events.length = 0; bench.longTasks.length = 0; bench.counted = performance.eventCounts.get("keydown"); });

/** The times of all key presses since `forget`, and the long tasks. What took less than 16 ms is counted as 16. */
const heard = async () => {
  await page.waitForTimeout(400);
  const { events, longTasks, count } = await page.evaluate(() => ({ events: bench.events, longTasks: bench.longTasks, count: performance.eventCounts.get("keydown") - bench.counted }));
  const slow = events.filter((event) => event.name === "keydown");
  const durations = [...slow.map((event) => event.duration), ...Array(Math.max(0, count - slow.length)).fill(16)];
  return { durations, longTasks, slow };
};

/** What a person presses: a round of it walks, decides, tags, moves words, takes back. */
const KEYS = ["j", "j", "a", "j", "x", "j", "1", "s", "s", "Shift+ArrowRight", "Shift+ArrowLeft", "2", "Control+z", "Control+Shift+z", "k", "w", "Escape", "j", "3", "Control+z"];

const press = async (rounds) => {
  const found = new Map();
  await forget();
  for (let round = 0; round < rounds; round += 1) {
    for (const key of KEYS) {
      const before = await page.evaluate(() => bench.events.length);
      await page.keyboard.press(key);
      await page.waitForTimeout(PAUSE);
      const slow = await page.evaluate((before) => Math.max(16, ...bench.events.slice(before).filter((event) => event.name === "keydown").map((event) => event.duration)), before);
      found.set(key, [...(found.get(key) ?? []), slow]);
    }
  }
  return { ...(await heard()), byKey: found };
};

const report = (what, { durations, longTasks, byKey }, limit, percent) => {
  row(what, `${durations.length} keys`, `median ${median(durations)}`, `p95 ${percentile(durations, 95)}`, `worst ${Math.max(...durations)}`, percentile(durations, percent) <= limit ? "holds" : "DOES NOT HOLD");
  if (byKey) console.log(`      slowest by key, p95: ${[...byKey].map(([key, all]) => [key, percentile(all, 95)]).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([key, time]) => `${key} ${time}`).join(", ")}`);
  console.log(`      long tasks: ${longTasks.length}${longTasks.length ? `: ${longTasks.map(({ duration }) => Math.round(duration)).sort((a, b) => b - a).slice(0, 12).join(", ")} ms` : ""}`);
};

const keys = async () => {
  console.log("  Key press to paint, 2,000 words with 100 quotes and 100 claims (ms; Event Timing, which counts in 8 ms)");
  const one = article({ words: 2_000, annotations: 200 });
  await fill([one]);
  await openStored(one.title, 200);
  await page.waitForTimeout(500);
  report("any key, one every 120 ms: at most 50 at the 95th percentile", await press(Math.max(3, Math.ceil(TIMES / 3))), 50, 95);
};

/** Scrolls by the wheel through `distance` CSS pixels, and says how long the frames took. */
const scroll = async (speed, distance) => {
  await page.evaluate(() => {
    bench.frames = [];
    let last = performance.now();
    bench.scrolling = true;
    const next = () => {
      const now = performance.now();
      bench.frames.push(now - last);
      last = now;
      if (bench.scrolling) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await cdp.send("Input.synthesizeScrollGesture", { x: 500, y: 500, yDistance: -distance, speed, gestureSourceType: "mouse" });
  return page.evaluate(() => {
    bench.scrolling = false;
    return bench.frames;
  });
};

const long = async () => {
  console.log("  100,000 words with 10,000 annotations");
  const one = article({ words: 100_000, annotations: 10_000 });
  await fill([one]);
  const opened = [];
  for (let at = 0; at < Math.max(3, Math.ceil(TIMES / 4)); at += 1) {
    opened.push(await openStored(one.title, 10_000));
    await page.waitForTimeout(800);
    await close();
    await page.waitForTimeout(300);
  }
  const first = opened.map(([first]) => first);
  row("first paint, from the press in the library: at most 1,500 ms", `median ${format(median(first))}`, `worst ${format(Math.max(...first))}`, Math.max(...first) <= 1500 ? "holds" : "DOES NOT HOLD");
  row("  all 10,000 marks painted", `median ${format(median(opened.map(([, all]) => all)))}`, `worst ${format(Math.max(...opened.map(([, all]) => all)))}`);
  await openStored(one.title, 10_000);
  await page.waitForTimeout(1500);
  const again = [];
  for (let at = 0; at < Math.max(3, Math.ceil(TIMES / 4)); at += 1) {
    await page.reload();
    again.push(await page.evaluate(() => bench.shown(() => document.querySelector("article.text [data-block]"))));
    await marksDrawn(10_000);
    await page.waitForTimeout(500);
  }
  row("first paint, from the reload with it open: at most 1,500 ms", `median ${format(median(again))}`, `worst ${format(Math.max(...again))}`, Math.max(...again) <= 1500 ? "holds" : "DOES NOT HOLD");
  await page.waitForTimeout(1000);
  for (const [speed, distance] of [[1_500, 9_000], [6_000, 60_000]]) {
    await forget();
    const frames = (await scroll(speed, distance)).slice(1);
    const { longTasks } = await heard();
    const worst = Math.max(...frames);
    row(`scrolling at ${speed} px a second: no frame over 33.4 ms`, `${frames.length} frames`, `p95 ${format(percentile(frames, 95))}`, `worst ${format(worst)}`, worst <= 33.5 ? "holds" : "DOES NOT HOLD");
    console.log(`      frames over 33.4 ms: ${frames.filter((frame) => frame > 33.5).length}; long tasks: ${longTasks.length}`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500);
  report("any key, one every 120 ms: at most 100", await press(Math.max(2, Math.ceil(TIMES / 5))), 100, 100);
};

const memory = async () => {
  const N = 200;
  console.log(`  Memory over ${N} articles opened and closed, 2,000 words with 200 annotations each`);
  const articles = Array.from({ length: N }, (_, at) => article({ words: 2_000, annotations: 200, seed: at + 1, title: `Report number ${String(at).padStart(3, "0")}` }));
  await fill(articles);
  const settled = async () => {
    await page.waitForTimeout(1000);
    for (let at = 0; at < 3; at += 1) await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const metric = (name) => metrics.find((one) => one.name === name)?.value;
    const wasm = await page.evaluate(() => bench.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
    return { heap: usedSize, wasm, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
  };
  await cdp.send("HeapProfiler.enable");
  await cdp.send("Performance.enable");
  const openAndClose = async (at) => {
    await there(".library-list .entry");
    // The list draws its beginning; what was opened last is first in it, so the last one drawn was not open for long.
    const title = await page.evaluate(() => [...document.querySelectorAll(".library-list .entry .title")].at(-1).textContent);
    await openStored(title, 200);
    await close();
  };
  const marks = [];
  // The first opening brings what stays for good: the program's tables, the browser's fonts.
  await openAndClose(0);
  marks.push([1, await settled()]);
  for (let at = 1; at <= N; at += 1) {
    await openAndClose(at);
    if (at === 20 || at === 100 || at === N) marks.push([at + 1, await settled()]);
  }
  const MB = (bytes) => (bytes / 1e6).toFixed(2);
  for (const [at, { heap, wasm, nodes, listeners }] of marks) row(`after ${at}`, `heap ${MB(heap)} MB`, `wasm ${MB(wasm)} MB`, `${nodes} nodes`, `${listeners} lst.`);
  const [start, end] = [marks[0][1], marks.at(-1)[1]];
  const growth = (end.heap / start.heap - 1) * 100;
  const both = ((end.heap + end.wasm) / (start.heap + start.wasm) - 1) * 100;
  row("JavaScript's heap: within 10 % of the start", `${growth.toFixed(1)} %`, growth <= 10 ? "holds" : "DOES NOT HOLD");
  row("with WebAssembly's memory, which never shrinks", `${both.toFixed(1)} %`, both <= 10 ? "holds" : "DOES NOT HOLD");
};

/** In the peer's page: reads the article from IndexedDB, puts it on the page, has it annotated; milliseconds. */
const showPeer = async (record) => {
  await page.goto(`${address}/peer`);
  return page.evaluate(
    async ([record]) => {
      const database = await new Promise((resolve, reject) => {
        const open = indexedDB.open("peer", 1);
        open.onupgradeneeded = () => open.result.createObjectStore("articles");
        open.onsuccess = () => resolve(open.result);
        open.onerror = reject;
      });
      const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = reject; });
      await done(database.transaction("articles", "readwrite").objectStore("articles").put(record, "article"));
      await bench.painted();
      const content = document.querySelector("#content");
      const all = performance.now();
      const { text, blocks, annotations } = JSON.parse(await done(database.transaction("articles").objectStore("articles").get("article")));
      let at = 0;
      for (const { span: [start, end] } of blocks) {
        // White space between paragraphs is text of the element for the peer, whose positions count it.
        if (start > at) content.append(text.slice(at, start));
        const paragraph = document.createElement("p");
        paragraph.textContent = text.slice(start, end);
        content.append(paragraph);
        at = end;
      }
      const annotator = (window.annotator = RecogitoJS.createTextAnnotator(content));
      const text_ = performance.now();
      // It draws those in view, after a pause of its own.
      const shown = bench.shown(() => document.querySelector(".r6o-annotation"));
      annotator.setAnnotations(annotations);
      const end = await shown;
      const inView = annotations.filter(({ id }) => document.querySelector(`.r6o-annotation[data-annotation="${id}"]`)).length;
      return { all: end - all, alone: end - text_, inView, known: annotator.getAnnotations().length };
    },
    [record],
  );
};

const addPeer = (span, id) =>
  page.evaluate(
    async ([[start, end], id]) => {
      await bench.painted();
      const quote = document.querySelector("#content").textContent.slice(start, end);
      const shown = bench.shown(() => document.querySelector(`.r6o-annotation[data-annotation="${id}"]`));
      const begun = performance.now();
      annotator.addAnnotation({ id, bodies: [], target: { annotation: id, selector: [{ quote, start, end }] } });
      return (await shown) - begun;
    },
    [span, id],
  );

/** Selects words of the first blocks and presses a tag's key; milliseconds from the key to the paint of the new mark. */
const addOurs = async (at) => {
  await page.evaluate((at) => {
    const block = document.querySelectorAll("article.text [data-block]")[1 + (at % 3)];
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim().length > 20) nodes.push(texts.currentNode);
    const node = nodes[(at * 5) % nodes.length];
    const range = document.createRange();
    range.setStart(node, 1);
    range.setEnd(node, 12);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    bench.known = new Set([...document.querySelectorAll("mark[data-type=claim]")].map((mark) => mark.dataset.annotation));
  }, at);
  await page.waitForTimeout(250);
  await page.evaluate(() => {
    bench.added = new Promise((resolve) => {
      addEventListener("keydown", ({ timeStamp }) => {
        bench.shown(() => [...document.querySelectorAll("mark.focused[data-type=claim]")].some((mark) => !bench.known.has(mark.dataset.annotation))).then((end) => resolve(end - timeStamp));
      }, { once: true, capture: true });
    });
  });
  await page.keyboard.press("2");
  return page.evaluate(() => bench.added);
};

const peer = async () => {
  console.log("  Next to @recogito/text-annotator, in this run; medians, ms");
  row("annotations", ...["Hearsay", "peer", "×", "peer's call alone"]);
  for (const n of SIZES) {
    const one = article({ words: n * 10, annotations: n, seed: n });
    const rounds = n >= 10_000 ? Math.max(3, Math.ceil(TIMES / 6)) : TIMES;
    const [ours, theirs, alone, oursAdd, theirsAdd] = [[], [], [], [], []];
    await fill([one]);
    for (let at = -1; at < rounds; at += 1) {
      const [, all] = await openStored(one.title, n);
      if (at >= 0) ours.push(all);
      await page.waitForTimeout(300);
      if (at === rounds - 1) break;
      await close();
      await page.waitForTimeout(200);
    }
    await page.waitForTimeout(1000);
    for (let at = 0; at < Math.max(9, rounds); at += 1) oursAdd.push(await addOurs(at));
    const record = JSON.stringify({ text: one.text, blocks: one.blocks, annotations: forPeer(one, one) });
    let last;
    for (let at = n >= 10_000 ? 0 : -1; at < rounds; at += 1) {
      last = await showPeer(record);
      if (at >= 0) theirs.push(last.all), alone.push(last.alone);
    }
    for (let at = 0; at < Math.max(9, rounds); at += 1) {
      const start = one.blocks[1 + (at % 3)].span[0] + 1 + at * 3;
      theirsAdd.push(await addPeer([start, start + 11], `added-${at}`));
      await page.waitForTimeout(100);
    }
    const times = (a, b) => (b / a).toFixed(1);
    row(`${n.toLocaleString("en")}: show`, format(median(ours)), format(median(theirs)), times(median(ours), median(theirs)), format(median(alone)));
    row(`${n.toLocaleString("en")}: add one`, format(median(oursAdd)), format(median(theirsAdd)), times(median(oursAdd), median(theirsAdd)), "");
    console.log(`      the peer knows ${last.known} annotations and had drawn ${last.inView}, those in view`);
  }
};

try {
  console.log(`  Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}`);
  // Whoever shares the processors with others measures them along.
  load("before");
  if (wants("keys")) await keys();
  if (wants("long")) await long();
  if (wants("peer")) await peer();
  if (wants("memory")) await memory();
  load("after");
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
