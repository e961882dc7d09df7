// The background worker. Listeners have to stand before the first pause, or a
// worker that was woken by an event would miss it.
import * as glue from "./extension_bg.js";
import { start } from "./start.js";

const ready = start(glue);

browser.runtime.onMessage.addListener((message, sender, respond) => {
  ready
    .then((rapport) => rapport.background_message(message, sender))
    .catch((error) => ({ error: String(error?.message ?? error) }))
    .then(respond);
  return true;
});

browser.storage.onChanged.addListener((changes, area) => {
  if (area !== "sync") return;
  ready
    .then((rapport) => rapport.background_synced(changes))
    .catch((error) => console.warn("Rapport could not take over synced settings:", error));
});

const hostsChanged = () => {
  ready
    .then((rapport) => rapport.background_hosts_changed())
    .catch((error) => console.warn("Rapport could not follow the permissions:", error));
};
browser.runtime.onInstalled.addListener(({ reason }) => {
  // The rest are the browser's own updates.
  if (reason !== "install" && reason !== "update") return hostsChanged();
  ready
    .then((rapport) => rapport.background_installed(reason === "install"))
    .catch((error) => console.warn("Rapport could not settle in:", error));
});
browser.permissions.onAdded.addListener(hostsChanged);
browser.permissions.onRemoved.addListener(hostsChanged);
