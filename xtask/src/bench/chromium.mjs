// One page in headless Chromium: serves it from memory and disk, and hears what it says. Owns the server, the browser's profile
// and the end of both.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8" };

/**
 * Opens `page` and waits for what it ends with.
 * @param chromium where the browser is
 * @param page the HTML at `/`
 * @param file path of a request to path of the file that answers it
 * @param hear called with path and JSON of everything the page posts; the first answer that is not undefined ends the run
 */
export const inChromium = async ({ chromium, page, file, hear }) => {
  const profile = await mkdtemp(join(tmpdir(), "hearsay-bench-"));
  let server;
  let browser;
  try {
    return await new Promise((resolve, reject) => {
      server = createServer(async (request, response) => {
        try {
          // A page apart from all others is given a finer clock.
          response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
          response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
          const path = new URL(request.url, "http://localhost").pathname;
          if (request.method === "POST") {
            let body = "";
            for await (const part of request) body += part;
            const said = JSON.parse(body);
            if (said.error !== undefined) reject(Error(said.error));
            const found = await hear(path, said);
            response.end();
            if (found !== undefined) resolve(found);
            return;
          }
          response.setHeader("Content-Type", TYPES[extname(path === "/" ? "/index.html" : path)] ?? "text/plain");
          response.end(path === "/" ? page : await readFile(file(path)));
        } catch {
          response.statusCode = 404;
          response.end();
        }
      });
      server.listen(0, "127.0.0.1", () => {
        const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
        const address = `http://127.0.0.1:${server.address().port}/`;
        browser = execFile(chromium, [...flags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, address]);
        browser.on("error", reject);
        browser.on("exit", () => reject(Error("Chromium ended before it was done")));
      });
    });
  } finally {
    browser?.removeAllListeners("exit");
    browser?.kill();
    server?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
