// Starts Rapport in a web page. The page's policy decides in Chromium whether
// WebAssembly may run here; where it may not, the same binary runs as
// JavaScript. Nothing of this may reach the page.
(async (started) => {
  globalThis.browser ??= globalThis.chrome;
  // Injected again after an update or a new permission: once is enough.
  if (globalThis.rapportStarted) return;
  globalThis.rapportStarted = true;
  // On our own first page files have their plain addresses: its policy knows no
  // other.
  const own = /-extension:$/.test(location.protocol);
  const at = (name) => own ? `/${name}` : browser.runtime.getURL(name);
  try {
    // A text model that does not come leaves the word lists.
    const weights = fetch(at("rapport.weights")).then((file) => file.arrayBuffer()).catch(() => null);
    const glue = await import(at("content_bg.js"));
    const imports = { "./content_bg.js": glue };
    let engine = "wasm";
    let exports;
    try {
      const { instance } = await WebAssembly.instantiateStreaming(fetch(at("content_bg.wasm")), imports);
      exports = instance.exports;
    } catch (error) {
      if (!(error instanceof WebAssembly.CompileError)) throw error;
      engine = "js";
      exports = (await import(at("content_bg.wasm.js"))).instantiate(imports);
    }
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start?.();
    glue.content_start(engine, started, new Uint8Array(await weights ?? []));
  } catch (error) {
    console.debug("Rapport could not start on this page:", error);
  }
})(performance.now());
