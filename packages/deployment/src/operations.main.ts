import { readArguments } from "@an-sinh/command-line/read-arguments";
import { runCommand } from "@an-sinh/command-line/run-command";
import { userPath } from "@an-sinh/server/env";
import { replacePrivateFile } from "@an-sinh/server/private-files";
import { clientFiles } from "./client-files.js";
import { buildManifest } from "./operations-manifest.js";

const help = `Usage: npm run operations -- [--output FILE] [FILE ...]

Writes the list of the operations that run with TRUSTED_DOCUMENTS=required: those in schema/operations/ and those in the
files, each file one document. A client names one by the SHA-256 of its file. A name may be a pattern:

  npm run operations -- 'clients/**/*.graphql'

  --output FILE   where to write the list; default: .data/trusted-documents.json
  --help          show this`;

await runCommand(async () => {
  const { names, values } = readArguments(process.argv.slice(2), {
    output: { type: "string" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }

  const output = userPath(
    typeof values["output"] === "string" ? values["output"] : ".data/trusted-documents.json",
  );
  const manifest = await buildManifest(await clientFiles(names));
  await replacePrivateFile(output, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${output}: ${manifest.operations.length} documents.`);
  return 0;
});
