import { runCommand } from "@an-sinh/command-line/run-command";
import { clusterCommand } from "./command.js";

await runCommand((signal) => clusterCommand(process.argv.slice(2), signal));
