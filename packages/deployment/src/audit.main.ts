import { stat } from "node:fs/promises";
import { createProgress, type Progress } from "@an-sinh/console/progress";
import { readArguments } from "@an-sinh/console/read-arguments";
import { runCommand } from "@an-sinh/console/run-command";
import { UsageError } from "@an-sinh/console/usage-error";
import type { ReadEntry } from "@an-sinh/gateway/audit/audit-entry";
import { chainsIn } from "@an-sinh/gateway/audit/audit-folder";
import type { LogReading } from "@an-sinh/gateway/audit/audit-lines";
import { findReads } from "@an-sinh/gateway/audit/find-reads";
import { readKeptHeads, writeHeads } from "@an-sinh/gateway/audit/kept-heads";
import { verifyChains } from "@an-sinh/gateway/audit/verify-chains";
import { userPath } from "@an-sinh/server/env";
import { readAuditSettings } from "./env.js";

const help = `Usage: npm run audit -- COMMAND [--folder FOLDER ...]

Reads the access log: who read people and households. See docs/audit.md.

  verify [--heads FILE]   finds what was altered, removed, inserted or put into another order; exit code 1 if something was
  person ID               who read this person, when and why
  household ID            who read this household, when and why
  heads                   prints how far each chain is, to be kept elsewhere and compared by verify --heads

  --folder FOLDER   read older files there, too; may be repeated
  --help            show this

The log is in AUDIT_DIR (default: audit in DATA_DIR). verify needs AUDIT_KEY. Ctrl-C stops it.`;

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
  const { folders, heads } = command;
  const { keys } = readAuditSettings();
  const keptHeads = heads === undefined ? [] : await readKeptHeads(userPath(heads));
  const { chains, entries, findings, notes } = await withProgress(command, (reading) =>
    verifyChains({ folders, keys, keptHeads, ...reading }),
  );
  for (const { where, what } of notes) console.log(`Note: ${where}: ${what}`);
  for (const { where, what } of findings) console.log(`${where}: ${what}`);
  const read = `${chains} chains with ${entries} entries`;
  const key = keys.length === 0 ? " There is no AUDIT_KEY: whoever can write the log can write it anew." : "";
  console.log(
    findings.length === 0 ? `${read}: nothing is altered or missing.${key}` : `${read}, read with AUDIT_KEY.`,
  );
  return findings.length === 0 ? 0 : 1;
}

/** Tells who read an object of a type. */
const looksAt =
  (type: string) =>
  async (command: AuditCommand): Promise<number> => {
    const { folders, argument: id } = command;
    if (id === undefined) throw new UsageError("Expected the id after the command.");
    const found = await withProgress(command, async (reading) => {
      const entries: ReadEntry[] = [];
      for await (const entry of findReads({ folders, type, id, ...reading })) entries.push(entry);
      return entries.toSorted((a, b) => (a.time < b.time ? -1 : 1));
    });
    for (const entry of found) console.log(describe(entry));
    console.error(`${found.length} reads.`);
    return 0;
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
