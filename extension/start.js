// Readies the `extension` module, which the background worker and the
// extension's own pages share.
globalThis.browser ??= globalThis.chrome;

/** The module, ready to be called; its glue may still be on its way. */
export async function start(glue) {
  const compiled = WebAssembly.compileStreaming(fetch(browser.runtime.getURL("extension_bg.wasm")));
  const rapport = await glue;
  const { exports } = await WebAssembly.instantiate(await compiled, { "./extension_bg.js": rapport });
  rapport.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  return rapport;
}
