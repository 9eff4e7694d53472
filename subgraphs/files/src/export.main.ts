import { loadEnvFile } from "@an-sinh/kit/env";
import { runExport } from "./command/run-export.js";
import { runCommand } from "./command/run-command.js";

loadEnvFile();
await runCommand((signal) => runExport(process.argv.slice(2), signal));
