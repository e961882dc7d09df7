// What Chromium's page processes hold, for the benchmarks.

import { existsSync, readFileSync } from 'node:fs';

/** Private memory of all the browser's page processes, in bytes; null where that is not told (not Linux). */
export async function memory(session) {
  const cdp = await session.browser.target().createCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  let sum = 0;
  for (const { type, id } of processInfo) {
    const file = `/proc/${id}/smaps_rollup`;
    if (type !== 'renderer' || !existsSync(file)) continue;
    for (const [, kilobytes] of readFileSync(file, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)) {
      sum += Number(kilobytes) * 1024;
    }
  }
  return sum || null;
}
