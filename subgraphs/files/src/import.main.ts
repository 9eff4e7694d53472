import { loadEnvFile } from "@an-sinh/kit/env";
import { runImport } from "./command/run-import.js";
import { runCommand } from "./command/run-command.js";

loadEnvFile();
await runCommand((signal) => runImport(process.argv.slice(2), signal));
