// What runs of ours on a page's main thread, from Chromium's own tracing.

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/**
 * Runs an action while the browser traces, and gives what ran in the page's
 * own frame: the extension's worker and pages have others.
 */
export async function traced(page, action) {
  const cdp = await page.createCDPSession();
  const { frameTree } = await cdp.send('Page.getFrameTree');
  await cdp.detach();
  await page.tracing.start({ categories: CATEGORIES });
  await action();
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString('utf8'));
  return traceEvents.filter(({ args }) => args?.data?.frame === frameTree.frame.id);
}

const ENTRIES = new Set(['FunctionCall', 'EvaluateScript']);

/**
 * Time in code from an extension's files: in all, the longest stretch, and how
 * often it was entered. What such code makes the browser do at once (layout,
 * style) is inside. What promises continue is not told by the browser with its
 * file, so the start of the extension is not in it.
 */
export function ours(events) {
  const spans = events
    .filter(({ ph, name, args }) => ph === 'X' && ENTRIES.has(name)
      && /^chrome-extension:/.test(args.data.url ?? ''))
    .map(({ pid, tid, ts, dur = 0 }) => ({ thread: `${pid}/${tid}`, from: ts, to: ts + dur }))
    .sort((a, b) => a.thread.localeCompare(b.thread) || a.from - b.from || b.to - a.to);
  const sum = { total: 0, longest: 0, calls: 0 };
  let last = { thread: null, to: 0 };
  for (const span of spans) {
    if (span.thread === last.thread && span.to <= last.to) continue; // inside one that was counted
    sum.total += (span.to - span.from) / 1000;
    sum.longest = Math.max(sum.longest, (span.to - span.from) / 1000);
    sum.calls += 1;
    last = span;
  }
  return sum;
}
