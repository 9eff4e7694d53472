import { runCommand } from "@an-sinh/csv/command/run-command";
import { runImport } from "@an-sinh/csv/command/run-import";
import { loadEnvFile } from "@an-sinh/server/env";
import { csvDepartments } from "./csv-departments.js";

loadEnvFile();
await runCommand(async (signal) => runImport(await csvDepartments(), process.argv.slice(2), signal));
