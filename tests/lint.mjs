// Lints the extension as Mozilla's store does. No error, and no warning that
// is not explained here, may be left.
import { readdirSync } from "node:fs";
import linter from "addons-linter";

/** Warnings that are right about the code and wrong about us, with the reason. */
const EXPLAINED = {
  BACKGROUND_SERVICE_WORKER_IGNORED:
    "One manifest serves both browsers: Chrome takes service_worker, Firefox scripts.",
  "UNSAFE_VAR_ASSIGNMENT content.js":
    "import() of files of the extension itself, by runtime.getURL: a content script has no other way to load a module.",
};

const folder = "dist/firefox";
if (!readdirSync(folder).includes("manifest.json")) throw new Error(`${folder} is not built`);
const lint = linter.createInstance({
  config: { _: [folder], logLevel: "fatal", output: "none", scanFile: [], selfHosted: false, boring: true },
  runAsBinary: false,
});
const result = await lint.run();

const explained = ({ code, file }) => [code, `${code} ${file}`].find((key) => key in EXPLAINED);
const left = [...result.errors, ...result.warnings.filter((warning) => !explained(warning))];
// An explanation of nothing would cover something else one day.
const used = new Set(result.warnings.map(explained));
const stale = Object.keys(EXPLAINED).filter((key) => !used.has(key));
for (const { code, message, file, line } of left) {
  console.error(`${code}: ${message} (${file ?? "manifest.json"}:${line ?? ""})`);
}
for (const key of stale) console.error(`explained, but no longer found: ${key}`);
console.log(`${result.errors.length} errors, ${result.warnings.length} warnings, ${left.length} unexplained`);
process.exitCode = left.length + stale.length > 0 ? 1 : 0;
