// Starts the page. A file of its own because the Content-Security-Policy allows no inline script; Trunk writes the
// names of the program into the attributes of the element that loads this.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  // Said here because the program that says things did not start.
  document.body.textContent =
    `Hearsay could not start in this browser (${error}). Reload the page; if that does not help, use a current browser with WebAssembly.`;
}
