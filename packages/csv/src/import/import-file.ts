import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { Localities } from "@an-sinh/territory/localities";
import type { EntityManager } from "typeorm";
import type { CsvFile } from "../csv/read-csv.js";
import type { FileKind } from "../file-kind.js";
import { compareRows } from "./compare-rows.js";
import { readCells } from "./read-cells.js";
import { rejectionsOf, type Rejections } from "./rejections.js";
import { removeMissing } from "./remove-missing.js";
import { resolvePlaces } from "./resolve-places.js";
import { resolveReferences } from "./resolve-references.js";
import { SeenKeys } from "./seen-keys.js";
import { runStages, type Stage } from "./stage.js";
import { noCounts, store, type Counts } from "./store.js";
import { validate } from "./validate.js";

const linesPerBatch = 2_000;

interface ImportOptions {
  readonly kind: FileKind;
  readonly file: CsvFile;
  readonly rejections: Rejections;
  /** Says what would be stored, but stores nothing. */
  readonly isDryRun: boolean;
  /** Stores the accepted lines even if others are rejected. */
  readonly isPartial: boolean;
  /** Stops the import. Nothing of it is stored then. */
  readonly signal?: AbortSignal | undefined;
}

/** Thrown within the transaction to undo it. */
class RollBack extends Error {}

/**
 * Stores the lines of a file in one transaction: all lines, or nothing if a line is rejected. If `isPartial`, it
 * stores the accepted lines. A dry run does the same and undoes it. Throws `FileError`, and stores nothing, where
 * the file cannot be read to its end.
 */
export async function importFile(database: Database, options: ImportOptions): Promise<Counts> {
  const { isDryRun } = options;
  const counts = noCounts();
  try {
    await database.write(async (manager) => {
      await importLines(manager, options, counts);
      if (isDryRun || isRefused(options)) throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  return isRefused(options) ? noCounts() : counts;
}

/** Whether nothing of the file is stored because a line was rejected. */
const isRefused = ({ rejections, isPartial }: ImportOptions) => rejections.lines > 0 && !isPartial;

/** What each line goes through before it is stored. */
async function stagesOf(
  manager: EntityManager,
  { kind, file }: ImportOptions,
  seen: SeenKeys,
): Promise<readonly Stage[]> {
  return [
    readCells(kind, file.positions),
    resolveReferences(manager, kind),
    ...(kind.place ? [resolvePlaces(await Localities.read(manager), kind.place)] : []),
    validate(kind),
    compareRows(manager, kind, seen),
  ];
}

async function importLines(manager: EntityManager, options: ImportOptions, counts: Counts): Promise<void> {
  const { kind, file, rejections, signal } = options;
  using seen = new SeenKeys();
  const stages = await stagesOf(manager, options, seen);
  for await (const lines of file.batches(linesPerBatch)) {
    signal?.throwIfAborted();
    const { accepted, rejected } = await runStages(stages, lines);
    for (const row of rejected) await rejections.add(rejectionsOf(kind, file.positions, row));
    // A refused file is undone in the end: the rest of it is only checked.
    if (isRefused(options)) continue;
    const stored = await store(manager, kind, accepted);
    counts.inserted += stored.inserted;
    counts.updated += stored.updated;
    counts.unchanged += stored.unchanged;
  }
  if (kind.completeBy !== undefined && !isRefused(options))
    counts.removed = await removeMissing(manager, kind, kind.completeBy, seen);
}
