import { runCommand } from "@an-sinh/console/run-command";
import { UsageError } from "@an-sinh/console/usage-error";
import { benchGatewayCommand } from "./gateway/command.js";
import { benchOperationsCommand } from "./operations/command.js";

const help = `Usage: npm run bench -- operations [OPTIONS]
       npm run bench -- gateway [OPTIONS]

  operations   measures every stored operation on the sample at several sizes
  gateway      measures this graph's gateway beside other gateways
  --help       show this; after a name, the options of that benchmark`;

const commands = new Map([
  ["operations", benchOperationsCommand],
  ["gateway", benchGatewayCommand],
]);

await runCommand(async (signal) => {
  const [name = "", ...argv] = process.argv.slice(2);
  const command = commands.get(name);
  if (command) return command(argv, signal);
  if (name !== "--help")
    throw new UsageError(`Expected operations or gateway, but got: ${name || "nothing"}`);
  console.log(help);
  return 0;
});
