import { runCommand } from "@an-sinh/console/run-command";
import { clusterCommand } from "./command.js";

await runCommand((signal) => clusterCommand(process.argv.slice(2), signal));
