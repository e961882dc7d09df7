// The editors of npm and the script around them, as one file for a page.

import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The bundled script of the editors' page. */
export async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('editors.mjs', import.meta.url))],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    logLevel: 'error',
    // Draft.js asks for both.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return outputFiles[0].text;
}
