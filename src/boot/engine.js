// Starts the engine in its worker, and tells the page when it cannot be started.
import init from "./hearsay-worker.js";

try {
  await init({ module_or_path: new URL("./hearsay-worker_bg.wasm", import.meta.url) });
} catch (error) {
  postMessage(JSON.stringify({ Failed: { id: 0, message: String(error) } }));
}
