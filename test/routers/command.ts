import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createProgress, type Progress } from "@an-sinh/command-line/progress";
import { readOptions } from "@an-sinh/command-line/read-arguments";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { describeMachine } from "../bench/graph/machine.js";
import { askRouters } from "./ask-routers.js";
import { hasNewDifference, notesOf, routerTable } from "./router-table.js";
import { questions } from "./questions.js";
import { routers } from "./routers.js";

const help = `Usage: npm run routers -- [OPTIONS]

Starts the four departments as programs of their own over the sample, this graph's gateway, and one other router after
the other, all over the same supergraph. Asks each the stored operations, the operations of the benchmark, the examples
of the documents and some more whose fields require values that are null, and compares the answers with those of this
graph's gateway. Prints a table, and where answers differ. The first run loads the sample and installs the other
routers that npm has. A router that cannot be had is named and left out. The exit code is 1 where an answer differs for
a reason that is not known. Ctrl-C stops it.

  --only NAMES        only these of ${routers.map(({ name }) => name).join(", ")}
  --questions TEXT    only questions whose name contains this
  --hive-router FILE  the program of Hive Router (default: hive_router of the PATH)
  --cosmo FILE        the program of Cosmo Router
  --data FOLDER       where the sample is kept (default .data/bench)
  --help              show this`;

/** Runs `npm run routers` and resolves with the exit code. */
export async function routersCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    only: { type: "string", default: routers.map(({ name }) => name).join() },
    questions: { type: "string", default: "" },
    "hive-router": { type: "string" },
    cosmo: { type: "string" },
    data: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  return inScratchFolder(async (scratchFolder) => {
    const results = await askRouters({
      routers: chosenRouters(String(values["only"])),
      questions: chosenQuestions(String(values["questions"])),
      dataFolder: join(resolve(String(values["data"])), "scale-1"),
      scratchFolder,
      programs: programsOf(values),
      report: reportTo(createProgress(process.stderr)),
      signal,
    });
    console.log(`${describeMachine()}.\n\n${routerTable(results)}\n\n${notesOf(results).join("\n")}`);
    return hasNewDifference(results) ? 1 : 0;
  });
}

async function inScratchFolder(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-routers-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const reportTo = (progress: Progress) => (text: string) => progress.line(text);

function chosenRouters(only: string): typeof routers {
  return only.split(",").map((name) => {
    const found = routers.find((router) => router.name === name.trim());
    if (found) return found;
    throw new UsageError(
      `--only: expected names of ${routers.map((router) => router.name).join(", ")}, but got: ${name}`,
    );
  });
}

function chosenQuestions(text: string): ReturnType<typeof questions> {
  const chosen = questions().filter(({ name }) => name.includes(text));
  if (chosen.length > 0) return chosen;
  throw new UsageError(`--questions: expected a part of a question's name, but got: ${text}`);
}

const programsOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    ["hive-router", "cosmo"].flatMap((name) => {
      const file = values[name];
      return typeof file === "string" ? [[name, resolve(file)]] : [];
    }),
  );
