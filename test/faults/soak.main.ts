import { runCommand } from "@an-sinh/command-line/run-command";
import { soakCommand } from "./soak-command.js";

await runCommand((signal) => soakCommand(process.argv.slice(2), signal));
