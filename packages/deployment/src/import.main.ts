import { runCommand } from "@an-sinh/command-line/run-command";
import { runImport } from "@an-sinh/csv/command/run-import";
import { csvDepartments } from "./csv-departments.js";

await runCommand(async (signal) => runImport(await csvDepartments(), process.argv.slice(2), signal));
