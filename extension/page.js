// Starts the page of the extension that loads it: <html data-start="…"> names
// the function that fills it.
import { ready } from "./start.js";

const rapport = await ready;
await rapport[document.documentElement.dataset.start]();
