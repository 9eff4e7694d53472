import { runCommand } from "@an-sinh/csv/command/run-command";
import { runExport } from "@an-sinh/csv/command/run-export";
import { loadEnvFile } from "@an-sinh/server/env";
import { csvDepartments } from "./csv-departments.js";

loadEnvFile();
await runCommand(async (signal) => runExport(await csvDepartments(), process.argv.slice(2), signal));
