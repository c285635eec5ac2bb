// A site in headless Chromium, steered through playwright-core: keys and wheel are the browser's own input. Owns the server, the
// browser, and how times are taken in the page; what is measured is annotating.mjs's.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
// Fetched for this run into target/bench; annotating.mjs loads it from there.
const playwright = globalThis.playwrightCore.chromium ?? globalThis.playwrightCore.default.chromium;

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8", ".css": "text/css", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml" };

/** Serves folders by the first part of the path: `{ "": dist, peer: folder }`; and pages from memory. */
export const serve = async (folders, pages) => {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    try {
      const known = pages[path];
      const [, first] = path.split("/");
      const file = first && first in folders ? join(folders[first], path.slice(first.length + 1)) : join(folders[""], path === "/" ? "index.html" : path);
      response.setHeader("Content-Type", known ? TYPES[".html"] : (TYPES[extname(file)] ?? "text/plain"));
      response.end(known ?? (await readFile(file)));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
};

/** What every page gets before its own scripts: a clock that ends with a paint, and the memory of WebAssembly within reach. */
const beforeEachPage = () => {
  const bench = (window.bench = { events: [], longTasks: [], memories: [] });
  /** When what is on the page now has been painted. */
  bench.painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      }),
    );
  /** When `found` holds and is painted; looks at each change of the page. */
  bench.shown = (found) =>
    new Promise((done) => {
      const look = () => {
        if (!found()) return false;
        observer.disconnect();
        bench.painted().then(done);
        return true;
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "data-annotation"] });
      look();
    });
  new PerformanceObserver((list) => bench.events.push(...list.getEntries().map(({ name, startTime, duration, processingStart, processingEnd }) => ({ name, start: startTime, duration, delay: processingStart - startTime, handling: processingEnd - processingStart })))).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => bench.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, duration })))).observe({ type: "longtask" });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) bench.memories.push(memory);
      return made;
    };
  }
};

/** A page of its own profile, its console silent unless something fails. */
export const browse = async (program, size = { width: 1280, height: 900 }) => {
  const browser = await playwright.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--js-flags=--expose-gc"] });
  const context = await browser.newContext({ viewport: size });
  await context.addInitScript(beforeEachPage);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`    the page failed: ${error.message}`));
  const cdp = await context.newCDPSession(page);
  return { browser, page, cdp };
};

export const median = (values) => percentile(values, 50);

/** The value that so many percent of the values do not exceed. */
export const percentile = (values, percent) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
};
