import { runCommand } from "@an-sinh/command-line/run-command";
import { routersCommand } from "./command.js";

await runCommand((signal) => routersCommand(process.argv.slice(2), signal));
