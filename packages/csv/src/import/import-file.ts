import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { rebuildTotals } from "@an-sinh/subgraph-kit/totals/recount";
import { dependenciesOf, type Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { Localities } from "@an-sinh/territory/localities";
import type { EntityManager } from "typeorm";
import { FileError } from "../csv/file-error.js";
import type { CsvFile } from "../csv/read-csv.js";
import type { FileKind } from "../file-kind.js";
import { Claims } from "./claims.js";
import { compareRows } from "./compare-rows.js";
import { withoutValues } from "./database-errors.js";
import { rejectMisfits } from "./misfits.js";
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
const mostPasses = 10;

interface ImportOptions {
  readonly kind: FileKind;
  /** The totals that are kept in step with the rows. */
  readonly totals: readonly Totals[];
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
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const counts = await runPass(database, options);
    if (counts) return counts;
  }
  throw new FileError(
    `After ${mostPasses} attempts, lines that are left out still make others wrong. Correct the rejected lines first.`,
  );
}

/**
 * Goes through the file once, without the lines that are rejected already. Null: a line was rejected after it, or
 * others that refer to it, had been written. The pass is undone then, and another one is needed without that line.
 */
async function runPass(database: Database, options: ImportOptions): Promise<Counts | null> {
  const { isDryRun, isPartial } = options;
  const counts = noCounts();
  let isRejectedLate = false;
  try {
    await database.write(async (manager) => {
      isRejectedLate = await importLines(manager, options, counts);
      if (isDryRun || isRejectedLate || isRefused(options)) throw new RollBack();
    }, options.signal);
  } catch (error) {
    if (!(error instanceof RollBack)) throw withoutValues(error);
  }
  if (isRefused(options)) return noCounts();
  return isRejectedLate && isPartial ? null : counts;
}

/** Whether nothing of the file is stored because a line was rejected. */
const isRefused = ({ rejections, isPartial }: ImportOptions) => rejections.lines > 0 && !isPartial;

/** What each line goes through before it is stored. */
async function stagesOf(
  manager: EntityManager,
  { kind, file }: ImportOptions,
  seen: SeenKeys,
  claims: Claims,
): Promise<readonly Stage[]> {
  return [
    readCells(kind, file.positions),
    resolveReferences(manager, kind),
    ...(kind.place ? [resolvePlaces(await Localities.read(manager), kind.place)] : []),
    validate(kind),
    compareRows(manager, kind, seen, claims),
  ];
}

/** Returns whether a line was rejected after lines had been written. */
async function importLines(manager: EntityManager, options: ImportOptions, counts: Counts): Promise<boolean> {
  const { kind, file, rejections, signal } = options;
  using seen = new SeenKeys();
  const claims = new Claims(kind);
  const stages = await stagesOf(manager, options, seen, claims);
  let isRejectedLate = false;
  for await (const all of file.batches(linesPerBatch)) {
    signal?.throwIfAborted();
    const lines = rejections.lines === 0 ? all : all.filter(({ number }) => !rejections.has(number));
    const { accepted, rejected } = await runStages(stages, lines);
    for (const row of rejected) await rejections.add(rejectionsOf(kind, file.positions, row));
    const holders = claims.takeHolders();
    // A refused file is undone in the end: the rest of it is only checked.
    if (isRefused(options)) continue;
    const stored = await store(manager, options, { rows: accepted, holders });
    counts.inserted += stored.inserted;
    counts.updated += stored.updated;
    counts.unchanged += stored.unchanged;
    if (await rejectMisfits(kind, stored.misfits, seen, rejections)) isRejectedLate = true;
  }
  return (await finishFile(manager, options, { seen, claims, counts })) || isRejectedLate;
}

interface ReadFile {
  readonly seen: SeenKeys;
  readonly claims: Claims;
  readonly counts: Counts;
}

/** What can be judged, or done, only when the whole file is read. Returns whether it rejected a line. */
async function finishFile(
  manager: EntityManager,
  options: ImportOptions,
  { seen, claims, counts }: ReadFile,
): Promise<boolean> {
  const { kind, rejections, signal } = options;
  signal?.throwIfAborted();
  const unmet = claims.unmet(seen);
  for (const rejection of unmet) await rejections.add([rejection]);
  if (isRefused(options)) return unmet.length > 0;
  if (kind.completeBy !== undefined)
    counts.removed = await removeMissing(manager, options, kind.completeBy, seen);
  if (counts.inserted + counts.updated + counts.removed > 0) await rebuildDependent(manager, options);
  const misfits = (await kind.findMisfits?.(manager)) ?? [];
  return (await rejectMisfits(kind, misfits, seen, rejections)) || unmet.length > 0;
}

/** Counts those totals anew that depend on the kind's table besides the rows they count, such as on the territory. */
async function rebuildDependent(
  manager: EntityManager,
  { kind, totals, signal }: ImportOptions,
): Promise<void> {
  await rebuildTotals(manager, totals, (each) => dependenciesOf(each).includes(kind.entity), signal);
}
