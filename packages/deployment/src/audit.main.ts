import { stat } from "node:fs/promises";
import { createProgress, type Progress } from "@an-sinh/command-line/progress";
import { readArguments } from "@an-sinh/command-line/read-arguments";
import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import type { ReadEntry } from "@an-sinh/gateway/audit/audit-entry";
import { chainsIn } from "@an-sinh/gateway/audit/audit-folder";
import type { LogReading } from "@an-sinh/gateway/audit/audit-lines";
import { findReads } from "@an-sinh/gateway/audit/find-reads";
import { readKeptHeads, writeHeads } from "@an-sinh/gateway/audit/kept-heads";
import { verifyChains, type Verification } from "@an-sinh/gateway/audit/verify-chains";
import { userPath } from "@an-sinh/server/env";
import { readAuditSettings } from "./data-folder/env.js";

const help = `Usage: npm run audit -- COMMAND [--folder FOLDER ...]

Reads the access log: who read people and households. See docs/audit.md.

  verify [--heads FILE]   finds what was altered, removed, inserted or put into another order; exit code 1 if something was
  person ID               who read this person, when and why; verifies what it reads, with the same exit code
  household ID            the same of a household
  heads                   prints how far each chain is, to be kept elsewhere and compared by verify --heads

  --folder FOLDER   read older files there, too; may be repeated
  --help            show this

The log is in AUDIT_DIR (default: audit in DATA_DIR). AUDIT_KEY is needed to verify it. Ctrl-C stops it.`;

interface AuditCommand {
  readonly folders: readonly string[];
  readonly argument: string | undefined;
  readonly heads: string | undefined;
  readonly signal: AbortSignal;
}

/** Reads the log with a bar that shows how far it is. */
async function withProgress<Result>(
  { folders, signal }: AuditCommand,
  read: (reading: LogReading, progress: Progress) => Promise<Result>,
): Promise<Result> {
  const files = (await Promise.all(folders.map(chainsIn))).flat().flatMap((chain) => chain.files);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const progress = createProgress(process.stderr);
  progress.begin(sizes.reduce((sum, size) => sum + size, 0));
  try {
    return await read({ signal, onProgress: (bytes, chain) => progress.advance(bytes, chain) }, progress);
  } finally {
    progress.end();
  }
}

async function verify(command: AuditCommand): Promise<number> {
  const { chains, entries, ...found } = await withProgress(command, async (reading) =>
    verifyChains({ ...(await readVerifyOptions(command)), ...reading }),
  );
  printFindings(found);
  const read = `${counted(chains, "chain")} with ${counted(entries, "entry", "entries")}`;
  const isWhole = found.findings.length === 0;
  console.log(
    isWhole ? `${read}: nothing is altered or missing.${keyHint()}` : `${read}, read with AUDIT_KEY.`,
  );
  return isWhole ? 0 : 1;
}

async function readVerifyOptions({ folders, heads }: AuditCommand) {
  const { keys } = readAuditSettings();
  return { folders, keys, keptHeads: heads === undefined ? [] : await readKeptHeads(userPath(heads)) };
}

function printFindings({ notes, findings }: Pick<Verification, "notes" | "findings">): void {
  for (const { where, what } of notes) console.log(`Note: ${where}: ${what}`);
  for (const { where, what } of findings) console.log(`${where}: ${what}`);
}

const keyHint = () =>
  readAuditSettings().keys.length === 0
    ? " There is no AUDIT_KEY: whoever can write the log can write it anew."
    : "";

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Tells who read an object of a type. */
const looksAt =
  (type: string) =>
  async (command: AuditCommand): Promise<number> => {
    const { argument: id } = command;
    if (id === undefined) throw new UsageError("Expected the id after the command.");
    const { reads, ...found } = await withProgress(command, async (reading) =>
      findReads({ ...(await readVerifyOptions(command)), type, id, ...reading }),
    );
    for (const entry of reads) console.log(describe(entry));
    printFindings(found);
    const isWhole = found.findings.length === 0;
    const verdict = isWhole
      ? `The log is whole.${keyHint()}`
      : "The log is damaged: reads may be missing or false.";
    console.error(`${counted(reads.length, "read")}. ${verdict}`);
    return isWhole ? 0 : 1;
  };

function describe({ time, subject, agency, purpose, operation, outcome }: ReadEntry): string {
  const who = `${subject ?? "nobody signed in"}${agency === null ? "" : ` (${agency})`}`;
  const what = operation.name ?? `operation ${operation.hash.slice(0, 12)}`;
  return [time, who, purpose ?? "no purpose", what, outcome].join("\t");
}

async function printHeads({ folders }: AuditCommand): Promise<number> {
  process.stdout.write(await writeHeads(folders));
  return 0;
}

const commands = new Map<string, (command: AuditCommand) => Promise<number>>([
  ["verify", verify],
  ["person", looksAt("Person")],
  ["household", looksAt("Household")],
  ["heads", printHeads],
]);

await runCommand(async (signal) => {
  const { names, values } = readArguments(process.argv.slice(2), {
    folder: { type: "string", multiple: true },
    heads: { type: "string" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const [name = "nothing", argument, ...others] = names;
  const run = commands.get(name);
  if (!run || others.length > 0)
    throw new UsageError(`Expected ${[...commands.keys()].join(", ")}, but got: ${name}`);
  const older = Array.isArray(values["folder"])
    ? values["folder"].map((folder) => userPath(String(folder)))
    : [];
  const kept = values["heads"] === undefined ? undefined : String(values["heads"]);
  return run({ folders: [readAuditSettings().folder, ...older], argument, heads: kept, signal });
});
