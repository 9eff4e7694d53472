import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readArguments } from "@an-sinh/console/read-arguments";
import { runCommand } from "@an-sinh/console/run-command";
import { userPath } from "@an-sinh/server/env";
import { buildManifest } from "./operations-manifest.js";

const help = `Usage: npm run operations -- [--output FILE] [FILE ...]

Writes the list of the operations that run with TRUSTED_DOCUMENTS=required: those in schema/operations/ and those in the
files, each file one document. A client names one by the SHA-256 of its file.

  --output FILE   where to write the list; default: .data/trusted-documents.json
  --help          show this`;

/** A reader finds the old list or the new one, never a part. */
async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, text, { flag: "wx", mode: 0o600 });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

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
  const manifest = await buildManifest(names.map((name) => userPath(name)));
  await replaceFile(output, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${output}: ${manifest.operations.length} documents.`);
  return 0;
});
