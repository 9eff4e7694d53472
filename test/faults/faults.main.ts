import { runCommand } from "@an-sinh/command-line/run-command";
import { faultsCommand } from "./command.js";

await runCommand((signal) => faultsCommand(process.argv.slice(2), signal));
