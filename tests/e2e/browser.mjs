// Drives a real Chromium or Firefox with the extension on it, for the
// end-to-end tests, the demo and the benchmark. All three see one interface,
// `Session`; the two classes below it hold what differs between the browsers.
//
// Chromium is driven over the DevTools protocol, Firefox over WebDriver BiDi.
// BiDi refuses to open an extension's own pages, so Firefox is started with
// `--remote-allow-system-access`, and what a content context may not do is
// evaluated in the browser window's own (chrome) context instead.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/** Where each browser is looked for when no path is given. */
const PLACES = {
  chrome: [
    'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: [
    'firefox-esr', 'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
};

/** `chrome` or `firefox`, from the environment variable BROWSER. */
export function browserFromEnvironment() {
  const name = (process.env.BROWSER ?? 'chrome').toLowerCase();
  if (name === 'chrome' || name === 'chromium') return 'chrome';
  if (name === 'firefox') return 'firefox';
  throw new Error(`BROWSER is "${name}"; it can be chrome or firefox`);
}

/** The program of a browser, or null when there is none on this machine. */
export function findBrowser(name) {
  const given = process.env[name === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'];
  if (given) return given;
  for (const place of PLACES[name]) {
    if (path.isAbsolute(place)) {
      if (existsSync(place)) return place;
      continue;
    }
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, place);
      if (folder && existsSync(file)) return file;
    }
  }
  return null;
}

/**
 * Waits until `check` gives something true and returns it. What `check` throws
 * counts as "not yet" and is told when the time is up.
 */
export async function until(check, what, { timeout = 40_000, every = 40 } = {}) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      last = await check();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${timeout} ms for ${what}; last seen: ${describe(last)}`);
    }
    await delay(every);
  }
}

function describe(value) {
  if (value instanceof Error) return value.message;
  try {
    return JSON.stringify(value)?.slice(0, 600);
  } catch {
    return String(value);
  }
}

/** How long a browser may take to start, in milliseconds: four of them at once on two cores need more than half a minute. */
const PATIENCE_MS = 120_000;

/**
 * Starts a browser with an extension on it.
 *
 * - `browser`: chrome | firefox (default: the environment's)
 * - `extension`: folder of the unpacked extension, or null for none
 * - `profile`: folder to keep the profile in; without it a fresh one is made
 *   and removed at the end
 * - `headless`: default true
 * - `language`: BCP 47 tag of the interface, `en` by default
 * - `dark`: pages prefer a dark colour scheme
 */
export async function launch({
  browser = browserFromEnvironment(),
  extension = null,
  profile = null,
  headless = true,
  language = 'en',
  dark = false,
  width = 1100,
  height = 800,
} = {}) {
  const program = findBrowser(browser);
  if (!program) {
    const variable = browser === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH';
    throw new Error(`no ${browser} found: install it, or set ${variable} to its program`);
  }
  const ownProfile = profile === null;
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), 'rapport-e2e-'));
  const fresh = readdirSync(folder).length === 0;
  const options = { program, folder, fresh, headless, language, dark, width, height };
  const Kind = browser === 'firefox' ? FirefoxSession : ChromiumSession;
  let session;
  try {
    session = await Kind.start(options);
    session.removeProfile = ownProfile ? folder : null;
    if (extension) await session.install(path.resolve(extension));
    return session;
  } catch (error) {
    await session?.close();
    if (ownProfile) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** One running browser. */
class Session {
  constructor(name, browser, options) {
    this.name = name;
    this.browser = browser;
    this.options = options;
    this.tabIds = new WeakMap();
    this.extensionId = null;
  }

  /** Installs the unpacked extension of a folder and gets ready to look inside. */
  async install(folder) {
    this.manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    this.folder = folder;
    await this.look();
    if (this.options.fresh) await this.closeWelcome();
    return this.extensionId;
  }

  /** Puts the extension there again, as an update does, while tabs are open. */
  async update() {
    await this.inspector.close();
    await this.look();
  }

  async look() {
    this.extensionId = await this.browser.installExtension(this.folder);
    await this.afterInstall();
    await this.openInspector();
  }

  async openInspector() {
    // Any file of the package opens as plain text with the extension's own
    // rights: a place to call its interfaces from that runs none of its code.
    this.inspector = await this.openExtensionPage(this.manifest.content_scripts[0].js[0]);
    await this.inspector.evaluate(() => { globalThis.browser ??= globalThis.chrome; });
  }

  /**
   * Lets the extension into private windows, as a person does in the browser's
   * settings, and opens an address in one. The browser starts it again for that.
   */
  async openPrivate(address) {
    await this.inspector.close();
    await this.allowPrivate();
    await until(() => this.openInspector().then(() => true, () => false), 'the extension to be back');
    const known = new Set(await this.browser.pages());
    const tab = await this.inspector.evaluate(async (url) => {
      const { incognito, tabs } = await browser.windows.create({ incognito: true, url });
      if (!incognito) throw new Error('the window is not private');
      return tabs[0].id;
    }, address);
    const page = await until(async () => {
      const fresh = (await this.browser.pages()).filter((one) => !known.has(one));
      return fresh.find((one) => one.url().startsWith(address));
    }, 'the private page');
    this.tabIds.set(page, tab);
    return page;
  }

  /** The first page opens by itself in a new profile; it would stand before all others. */
  async closeWelcome() {
    await until(() => this.inspector.evaluate(async () => {
      const [tab] = await browser.tabs.query({ url: browser.runtime.getURL('welcome.html') });
      if (!tab || tab.status !== 'complete') return false;
      await browser.tabs.remove(tab.id);
      return true;
    }), 'the first page');
  }

  /** Nothing to do in general. */
  async afterInstall() {}

  /** Nothing to do in general: a test's profile allows it. */
  async allowClipboard() {}

  /**
   * Opens an empty tab, or an empty window.
   *
   * `routes` answers requests for real host names: a function from a URL to
   * `{status, headers, body, contentType}`, or undefined to refuse. Without it
   * only loopback addresses can be reached.
   */
  async newPage({ routes = null, window = false } = {}) {
    const before = await this.tabs();
    const page = await this.browser.newPage(window ? { type: 'window' } : {});
    await page.bringToFront();
    await this.dress(page);
    page.ours = { errors: [], console: [] };
    page.on('console', (message) => page.ours.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => page.ours.errors.push(String(error)));
    this.tabIds.set(page, (await this.tabs()).find((id) => !before.includes(id)));
    if (routes) await this.route(page, routes);
    return page;
  }

  /** The numbers of all tabs; none before an extension is installed. */
  async tabs() {
    return await this.inspector?.evaluate(async () => (await browser.tabs.query({})).map(({ id }) => id)) ?? [];
  }

  /** Sets up a fresh page: window size, colour scheme. */
  async dress() {}

  async route(page, routes) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const url = new URL(request.url());
      const answer = /^https?:$/.test(url.protocol) && routes(url, request);
      if (!answer && (!/^https?:$/.test(url.protocol) || url.hostname === '127.0.0.1')) {
        return void request.continue().catch(() => {});
      }
      if (!answer) return void request.abort().catch(() => {});
      request
        .respond({
          status: answer.status ?? 200,
          contentType: answer.contentType ?? 'text/html; charset=utf-8',
          headers: answer.headers ?? {},
          body: answer.body ?? '',
        })
        .catch(() => {});
    });
  }

  /** The number by which the extension's own code calls a page's tab. */
  tabId(page) {
    const id = this.tabIds.get(page);
    if (id === undefined) throw new Error('no tab of this page is known to the extension');
    return id;
  }

  /** Sends a message to a page's content script and returns its answer. */
  async send(page, message) {
    return this.inspector.evaluate(
      (id, sent) => browser.tabs.sendMessage(id, sent),
      this.tabId(page),
      message,
    );
  }

  /** Sends a message to the background worker and returns its answer. */
  async ask(message) {
    return this.inspector.evaluate((sent) => browser.runtime.sendMessage(sent), message);
  }

  /** What the content script of a page sees: the contract of docs/inspect.md. */
  inspect(page) {
    return this.send(page, { type: 'inspect' });
  }

  /** Waits until an inspection fits, and returns it. */
  waitFor(page, fits, what, options) {
    let seen;
    return until(async () => {
      seen = await this.inspect(page);
      return fits(seen) && seen;
    }, what, options).catch((error) => {
      const brief = seen && {
        url: seen.url, reader: seen.reader, engine: seen.engine, posts: seen.posts?.length, health: seen.health,
      };
      throw new Error(`${error.message.slice(0, 900)} (inspection: ${JSON.stringify(brief)})`);
    });
  }

  /** Waits until at least `least` posts are read and a badge stands in the page. */
  ready(page, least = 1) {
    return this.waitFor(
      page,
      (seen) => seen?.posts?.length >= least && seen.timing.first_badge_ms !== null,
      `${least} posts and a badge`,
    );
  }

  /** Waits until that, and until nothing waits to be read or judged. */
  async judged(page, least = 1) {
    await this.ready(page, least);
    return this.waitFor(page, (seen) => seen.settled, 'the page to be judged');
  }

  /** How many badge hosts stand in a page. */
  badges(page) {
    return page.evaluate(() => document.getElementsByTagName('rapport-badge').length);
  }

  /** Waits until badges neither come nor go for a while. */
  async calm(page) {
    let count = -1;
    let same = 0;
    await until(async () => {
      const now = await this.badges(page);
      same = now === count ? same + 1 : 0;
      count = now;
      return same >= 5;
    }, 'badges to come to rest', { every: 100 });
  }

  /** Presses at the middle of a rectangle in the page. */
  async click(page, { x, y, width, height }) {
    await page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Closes the browser; a profile that was made for it is removed. */
  async close() {
    await this.browser.close().catch(() => {});
    if (this.removeProfile) {
      rmSync(this.removeProfile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}

class ChromiumSession extends Session {
  static async start(options) {
    const { program, folder, headless, language, width, height } = options;
    const args = [
      '--no-first-run',
      '--disable-background-networking',
      // Nothing but loopback resolves: no test can reach the network.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--window-size=${width},${height}`,
      `--accept-lang=${language}`,
      `--lang=${language}`,
    ];
    // Chromium refuses its sandbox to root, as in most containers. Only our
    // own pages are opened.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    const start = (extra) => puppeteer.launch({
      browser: 'chrome',
      executablePath: program,
      timeout: PATIENCE_MS,
      headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: folder,
      defaultViewport: null,
      args: [...args, ...extra],
      // On Linux the interface's language is the environment's.
      env: { ...process.env, LANGUAGE: language, LANG: `${language === 'fr' ? 'fr_FR' : 'en_US'}.UTF-8` },
    });
    let browser;
    try {
      browser = await start([]);
    } catch (error) {
      if (!/sandbox/i.test(String(error.message))) throw error;
      browser = await start(['--no-sandbox']);
    }
    return new ChromiumSession('chrome', browser, options);
  }

  async dress(page) {
    if (this.options.headless) {
      await page.setViewport({ width: this.options.width, height: this.options.height });
    }
    if (this.options.dark) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    }
  }

  async openExtensionPage(file) {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${file}`);
    return page;
  }

  async allowPrivate() {
    const page = await this.browser.newPage();
    try {
      await page.goto('chrome://extensions');
      await page.evaluate(async (id) => {
        // Started again outside of that mode, it would be switched off.
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
      }, this.extensionId);
    } finally {
      await page.close();
    }
  }

  /** Lets the extension's own pages read the clipboard, as a test must. */
  async allowClipboard() {
    await this.browser.defaultBrowserContext()
      .overridePermissions(`chrome-extension://${this.extensionId}`, ['clipboard-read', 'clipboard-write']);
  }

  /** Ends the background worker, as the browser does when it is idle. */
  async stopWorker() {
    const running = () => this.browser.targets().filter((target) => target.type() === 'service_worker'
      && target.url().startsWith(`chrome-extension://${this.extensionId}/`));
    const cdp = await this.inspector.createCDPSession();
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await cdp.detach();
    await until(() => running().length === 0, 'the worker to stop');
  }

  /** Runs a function in the background worker, which is woken for it. */
  async inWorker(action, ...args) {
    await this.ask({ type: 'summary' });
    const target = await this.browser.waitForTarget((one) => one.type() === 'service_worker'
      && one.url().startsWith(`chrome-extension://${this.extensionId}/`));
    // A session of its own, ended at once: a watched worker cannot be stopped.
    const cdp = await target.createCDPSession();
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: `(${action})(...${JSON.stringify(args)})`, returnByValue: true, awaitPromise: true,
    });
    await cdp.detach();
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Opens the real popup of the toolbar button over a page. */
  async openPopup(page) {
    await page.bringToFront();
    const address = `chrome-extension://${this.extensionId}/${this.manifest.action.default_popup}`;
    const opened = this.browser.waitForTarget((target) => target.url().startsWith(address), { timeout: 30_000 });
    const extension = (await this.browser.extensions()).get(this.extensionId);
    await extension.triggerAction(page);
    const popup = await (await opened).asPage();
    return {
      evaluate: (action, ...args) => popup.evaluate(action, ...args),
      // A popup has no surface of its own in a headless browser: the same page
      // is shown in a tab, over the same tab, and as wide.
      screenshot: async (file) => {
        const width = await popup.evaluate(() => Math.ceil(document.body.getBoundingClientRect().width));
        const twin = await this.openExtensionPage(`${this.manifest.action.default_popup}?tab=${this.tabId(page)}`);
        try {
          await this.dress(twin);
          await twin.setViewport({ width, height: 600 });
          await until(() => twin.evaluate(() => Boolean(document.querySelector('#content > *'))), 'the popup to fill');
          const height = await twin.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
          await twin.setViewport({ width, height });
          await until(() => twin.evaluate((high) => innerHeight === high, height), 'room for all of it');
          await twin.screenshot({ path: file });
        } finally {
          await twin.close();
        }
      },
      close: () => popup.close().catch(() => {}),
    };
  }

  /**
   * Runs a function in the page with our overlay's parts: an array of
   * `{host, root}`, one for each of our elements, `root` being its closed
   * shadow root. What it returns must be JSON.
   */
  async inOverlay(page, action, ...args) {
    const cdp = await page.createCDPSession();
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const roots = [];
      const walk = (node) => {
        if (/^RAPPORT-/.test(node.nodeName)) {
          for (const shadow of node.shadowRoots ?? []) roots.push(shadow.backendNodeId);
        }
        for (const child of node.children ?? []) walk(child);
        for (const child of node.shadowRoots ?? []) walk(child);
      };
      walk(root);
      const handles = [];
      for (const backendNodeId of roots) {
        const { object } = await cdp.send('DOM.resolveNode', { backendNodeId }).catch(() => ({}));
        if (object) handles.push({ objectId: object.objectId });
      }
      const { result: global } = await cdp.send('Runtime.evaluate', { expression: 'globalThis' });
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        objectId: global.objectId,
        functionDeclaration: `function (...roots) {
          return (${action})(roots.map((root) => ({ host: root.host, root })), ...${JSON.stringify(args)});
        }`,
        arguments: handles,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await cdp.detach().catch(() => {});
    }
  }

  /** Role and name of everything in the accessibility tree, in its order. */
  async accessible(page) {
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    await cdp.detach();
    return nodes
      .filter((node) => !node.ignored && node.name?.value)
      .map((node) => ({ role: node.role.value, name: node.name.value }));
  }
}

/** For a frame script: evaluates a source as the document's own script would. */
const IN_SANDBOX = `(content, source) => {
  const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  return Cu.evalInSandbox(source, sandbox);
}`;

class FirefoxSession extends Session {
  static async start(options) {
    const { program, folder, headless, language, dark, width, height } = options;
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program,
      timeout: PATIENCE_MS,
      headless,
      userDataDir: folder,
      defaultViewport: null,
      args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
      extraPrefsFirefox: {
        'intl.accept_languages': language,
        'intl.locale.requested': language,
        'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
        // A temporary add-on is uninstalled when the browser ends; a person's
        // is not. With these two its store survives as theirs does.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        // Nothing but loopback is reached: no test can use the network.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
        'network.proxy.no_proxies_on': '127.0.0.1',
        // Lets a test read back what it copied.
        'dom.events.testing.asyncClipboard': true,
        'browser.shell.checkDefaultBrowser': false,
        'datareporting.policy.dataSubmissionEnabled': false,
      },
    });
    const session = new FirefoxSession('firefox', browser, options);
    const { contexts } = await session.bidi('browsingContext.getTree', { 'moz:scope': 'chrome' });
    session.window = contexts.find((context) => context.url.endsWith('browser.xhtml')).context;
    return session;
  }

  async bidi(method, params) {
    return (await this.browser.connection.send(method, params)).result;
  }

  /** Runs a function in the browser window's own context. JSON in and out. */
  async chrome(action, ...args) {
    const answer = await this.bidi('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${action})(...${JSON.stringify(args)})))()`,
      target: { context: this.window },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(`in the browser: ${answer.exceptionDetails.text}`);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  }

  /**
   * Runs a function with system rights in the document of a `<browser>`
   * element, which `find` (an expression for the browser's context) gives.
   */
  async inDocument(find, action, ...args) {
    const name = `rapport-e2e:${Math.random()}`;
    // Source goes in as source: the browser's own context forbids eval.
    const script = `(async () => {
        try {
          return { value: JSON.stringify(await (${action})(content, ...${JSON.stringify(args)})) };
        } catch (error) {
          return { error: String(error) };
        }
      })().then((answer) => sendAsyncMessage(${JSON.stringify(name)}, answer));`;
    const answer = await this.chrome(`async (name, script) => {
      const element = ${find};
      if (!element) throw new Error('no such document');
      return new Promise((resolve) => {
        element.messageManager.addMessageListener(name, function once({ data }) {
          element.messageManager.removeMessageListener(name, once);
          resolve(data);
        });
        element.messageManager.loadFrameScript(
          'data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
      });
    }`, name, script);
    if (answer.error) throw new Error(answer.error);
    return answer.value === undefined ? undefined : JSON.parse(answer.value);
  }

  async afterInstall() {
    this.host = await this.chrome((id) => WebExtensionPolicy.getByID(id).mozExtensionHostname, this.extensionId);
  }

  async openExtensionPage(file) {
    const address = `moz-extension://${this.host}/${file}`;
    // An empty tab first. One that begins at an extension's address has its
    // browsing context replaced while it opens, and if the first one is gone
    // too soon, as on a busy machine, the driver is never told of the tab.
    const page = await this.browser.newPage();
    await page.bringToFront();
    await this.chrome((id, url) => {
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      NavigableManager.getBrowserById(id).loadURI(Services.io.newURI(url), {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
    }, page.mainFrame()._id, address);
    await until(
      () => page.evaluate((start) => location.href.startsWith(start) && document.readyState === 'complete', address),
      `the extension's page ${file}`,
    );
    return page;
  }

  async allowPrivate() {
    await this.chrome(async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
    }, this.extensionId);
    await this.afterInstall();
  }

  /** Ends the background page, as the browser does when it is idle. */
  async stopWorker() {
    await this.chrome(async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true });
    }, this.extensionId);
  }

  async inWorker(action, ...args) {
    await this.ask({ type: 'summary' });
    const find = `[...WebExtensionPolicy.getByID(${JSON.stringify(this.extensionId)}).extension.views]
      .find(({ viewType }) => viewType === 'background').xulBrowser`;
    return this.inDocument(find, IN_SANDBOX, `(${action})(...${JSON.stringify(args)})`);
  }

  async openPopup(page) {
    await page.bringToFront();
    await this.chrome(async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);
    }, this.extensionId);
    const address = `moz-extension://${this.host}/${this.manifest.action.default_popup}`;
    const find = `[...document.querySelectorAll('panel browser')]
      .find((element) => element.currentURI?.spec.startsWith(${JSON.stringify(address)}))`;
    const run = (action, ...args) => this.inDocument(find, IN_SANDBOX, `(${action})(...${JSON.stringify(args)})`);
    // Firefox moves the popup from one panel to another while it opens. What
    // is asked during the move is never answered, so it is asked again.
    const loaded = () => run(() => document.readyState === 'complete');
    await until(() => Promise.race([loaded(), delay(1000, false)]), 'the popup');
    return {
      evaluate: run,
      // All of its content: the panel grows to its size only by and by.
      screenshot: async (target) => {
        const size = await run(() => {
          const { offsetWidth, scrollHeight } = document.documentElement;
          return [offsetWidth, Math.max(scrollHeight, document.body.scrollHeight)].join();
        });
        const data = await this.chrome(`async () => {
          const global = ${find}.browsingContext.currentWindowGlobal;
          const bitmap = await global.drawSnapshot(new DOMRect(0, 0, ${size}), 1, 'white');
          const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
          canvas.width = bitmap.width;
          canvas.height = bitmap.height;
          canvas.getContext('2d').drawImage(bitmap, 0, 0);
          return canvas.toDataURL('image/png').split(',')[1];
        }`);
        await writeFile(target, Buffer.from(data, 'base64'));
      },
      close: async () => {
        await this.chrome(`() => { ${find}?.closest('panel').hidePopup(); }`);
        // A message to a document on its way out is never answered, so the
        // next popup must not find this one.
        await until(() => this.chrome(`() => !${find}`), 'the popup to close');
      },
    };
  }

  async inOverlay(page, action, ...args) {
    const find = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
      .ExtensionParent.apiManager.global.tabTracker.getTab(${this.tabId(page)}).linkedBrowser`;
    return this.inDocument(find, `(content, ...given) => {
      const parts = [...content.document.querySelectorAll('*')]
        .filter((host) => host.localName.startsWith('rapport-') && host.openOrClosedShadowRoot)
        .map((host) => ({ host, root: host.openOrClosedShadowRoot }));
      return (${action})(parts, ...given);
    }`, ...args);
  }

  async accessible(page) {
    return this.chrome(async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const element = ExtensionParent.apiManager.global.tabTracker.getTab(id).linkedBrowser;
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const found = [];
      const walk = (node) => {
        if (node.name) found.push({ role: service.getStringRole(node.role), name: node.name });
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
      };
      // The tree of another process is built a moment after it is asked for.
      for (let round = 0; round < 50 && found.length < 2; round += 1) {
        found.length = 0;
        const top = service.getAccessibleFor(element);
        if (top) walk(top);
        if (found.length < 2) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return found.map(({ role, name }) => ({ role: role === 'pushbutton' ? 'button' : role, name }));
    }, this.tabId(page));
  }
}

/** Whether a program can open a window here. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The version a browser's program tells of itself. */
export function versionOf(program) {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown version';
  }
}
