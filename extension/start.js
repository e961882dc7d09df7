// Readies the `extension` module, which the background worker and the
// extension's own pages share.
import * as glue from "./extension_bg.js";

globalThis.browser ??= globalThis.chrome;

export const ready = (async () => {
  const wasm = fetch(browser.runtime.getURL("extension_bg.wasm"));
  const { instance } = await WebAssembly.instantiateStreaming(wasm, { "./extension_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
})();
