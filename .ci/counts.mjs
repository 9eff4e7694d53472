// Prints "N passed, N failed, N skipped" from vitest's JSON report: node counts.mjs <report> <exit code>.
// What fails outside a test (a file that cannot be loaded, a step before the tests) counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const [reportFile = "", exitCode = "1"] = process.argv.slice(2);
const files = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")).testResults : [];
const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status));

const passed = statuses.filter((status) => status === "passed").length;
const failedTests = statuses.filter((status) => status === "failed").length;
const failedFiles = files.filter(
  (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
).length;
const failed = failedTests + failedFiles;
const skipped = statuses.length - passed - failedTests;
const failedElsewhere = failed === 0 && exitCode !== "0" ? 1 : 0;

process.stdout.write(`${passed} passed, ${failed + failedElsewhere} failed, ${skipped} skipped\n`);
