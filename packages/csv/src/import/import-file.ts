import type { Database } from "@an-sinh/subgraph-kit/database/database";
import type { EntityManager } from "typeorm";
import type { CsvFile, CsvLine } from "../csv/read-csv.js";
import type { FileKind } from "../file-kind.js";
import { Localities } from "@an-sinh/territory/localities";
import { admit } from "./admit.js";
import { readLine, type Candidate } from "./candidate.js";
import { resolvePlaces } from "./place.js";
import { resolveReferences } from "./references.js";
import type { Rejections } from "./rejections.js";
import { SeenKeys } from "./seen-keys.js";
import { removeMissing } from "./remove-missing.js";
import { noCounts, store, type Counts } from "./store.js";

const linesPerBatch = 2_000;

export interface ImportOptions {
  readonly kind: FileKind;
  readonly file: CsvFile;
  readonly rejections: Rejections;
  /** Only says what would be stored. */
  readonly isDryRun: boolean;
  /** Stores the good lines even if others are rejected. */
  readonly isPartial: boolean;
  /** Stops the import; nothing of it stays. */
  readonly signal?: AbortSignal | undefined;
}

/** Thrown within the transaction so that nothing of it stays. */
class RollBack extends Error {}

/**
 * Stores the lines of a file in one transaction: all of them or, when any is rejected, nothing — or else, if
 * `isPartial`, those that are not. A dry run does the same, and takes it back. Throws `FileError`, with
 * nothing stored, where the file cannot be read to its end.
 */
export async function importFile(database: Database, options: ImportOptions): Promise<Counts> {
  const { rejections, isDryRun, isPartial } = options;
  const counts = noCounts();
  const isRefused = () => rejections.lines > 0 && !isPartial;
  try {
    await database.write(async (manager) => {
      await importLines(manager, options, counts);
      if (isDryRun || isRefused()) throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
  return isRefused() ? noCounts() : counts;
}

async function importLines(manager: EntityManager, options: ImportOptions, counts: Counts): Promise<void> {
  const { kind, file, rejections, isPartial, signal } = options;
  const localities = kind.place ? await Localities.read(manager) : null;
  using seen = new SeenKeys();
  for await (const lines of file.batches(linesPerBatch)) {
    signal?.throwIfAborted();
    const good = await check({ manager, kind, file, localities, seen, rejections }, lines);
    // What is taken back anyway need not be written: the rest of the file is only checked.
    if (rejections.lines > 0 && !isPartial) continue;
    const done = await store(manager, good);
    counts.inserted += done.inserted;
    counts.updated += done.updated;
    counts.unchanged += done.unchanged;
  }
  if (kind.completeBy && (rejections.lines === 0 || isPartial)) {
    counts.removed = await removeMissing(manager, kind, kind.completeBy, seen);
  }
}

interface Checking {
  readonly manager: EntityManager;
  readonly kind: FileKind;
  readonly file: CsvFile;
  readonly localities: Localities | null;
  readonly seen: SeenKeys;
  readonly rejections: Rejections;
}

/** The lines that can be stored; the others are reported. */
async function check(
  { manager, kind, file, localities, seen, rejections }: Checking,
  lines: readonly CsvLine[],
): Promise<Candidate[]> {
  const all = lines.map((line) => readLine(kind, line, file.positions));
  const good = () => all.filter(({ isRejected }) => !isRejected);
  for (const { row, cells } of good()) Object.assign(row, kind.derive?.(row, cells));
  await resolveReferences(manager, good());
  if (localities) resolvePlaces(localities, good());
  for (const candidate of good()) complete(kind, candidate);
  await admit(manager, good(), seen);
  for (const { rejections: ofLine } of all) if (ofLine.length > 0) await rejections.add(ofLine);
  return good();
}

/** What can be said once the line's references are known. */
function complete(kind: FileKind, candidate: Candidate): void {
  const { row, cells } = candidate;
  const objection = kind.object?.(row, cells);
  if (objection) candidate.reject(objection.column, objection.expected);
  if (kind.details) candidate.details = kind.details.fromCells(cells, row["id"] ?? null);
}
