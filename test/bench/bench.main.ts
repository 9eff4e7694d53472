import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { benchChangeCommand } from "./change/command.js";
import { benchGatewayCommand } from "./gateway/command.js";
import { benchGraphCommand } from "./graph/command.js";
import { benchOverloadCommand } from "./overload/command.js";
import { benchReportsCommand } from "./reports/command.js";

const help = `Usage: npm run bench -- graph [OPTIONS]
       npm run bench -- gateway [OPTIONS]
       npm run bench -- change [OPTIONS]
       npm run bench -- overload [OPTIONS]
       npm run bench -- reports [OPTIONS]

  graph     measures the whole graph on SQLite and MariaDB: serving, growth, starts, and files
  gateway   measures this graph's gateway beside other gateways, over recorded subgraphs
  overload  offers the gateway more than it can answer
  change    changes a gateway under load, and counts the requests that fail
  reports   measures how soon each report begins
  --help    show this; after a name, the options of that benchmark`;

const commands = new Map([
  ["graph", benchGraphCommand],
  ["gateway", benchGatewayCommand],
  ["change", benchChangeCommand],
  ["reports", benchReportsCommand],
  ["overload", benchOverloadCommand],
]);

await runCommand(async (signal) => {
  const [name = "", ...argv] = process.argv.slice(2);
  const command = commands.get(name);
  if (command) return command(argv, signal);
  if (name !== "--help")
    throw new UsageError(
      `Expected graph, gateway, change, overload or reports, but got: ${name || "nothing"}`,
    );
  console.log(help);
  return 0;
});
