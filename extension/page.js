// Starts the page of the extension that loads it: <html data-start="…"> names
// the function that fills it.
import { start } from "./start.js";

// The background worker sleeps most of the time; it wakes while this gets ready.
browser.runtime.sendMessage({ type: "wake" }).catch(() => {});
// Not imported above: the module is compiled while its glue is on its way.
const rapport = await start(import("./extension_bg.js"));
await rapport[document.documentElement.dataset.start]();
