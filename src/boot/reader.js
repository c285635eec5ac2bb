// Starts the reader of files that the address names (`reader.js?page`), and tells the page when it cannot be started.
const name = location.search.slice(1);
try {
  if (!/^[a-z]+$/.test(name)) throw new Error("no such reader");
  const program = await import(`./hearsay-read-${name}.js`);
  await program.default({ module_or_path: new URL(`./hearsay-read-${name}_bg.wasm`, import.meta.url) });
} catch (error) {
  postMessage(JSON.stringify({ Failed: { message: String(error), unstarted: true } }));
}
