import { runCommand } from "@an-sinh/command-line/run-command";
import { runExport } from "@an-sinh/csv/command/run-export";
import { csvDepartments } from "./csv-departments.js";

await runCommand(async (signal) => runExport(await csvDepartments(), process.argv.slice(2), signal));
