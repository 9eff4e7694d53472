import type { FileKind, Misfit, Row } from "../file-kind.js";
import type { Rejections } from "./rejections.js";
import { keyEntry, keyOf } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";

/**
 * Rejects the lines of rows that do not fit to others. A misfit of rows that are not in the file is older than the
 * file, and no reason against it. Returns whether there was a line to reject.
 */
export async function rejectMisfits(
  kind: FileKind,
  misfits: readonly Misfit[],
  seen: SeenKeys,
  rejections: Rejections,
): Promise<boolean> {
  const entryOf = (row: Row) => keyEntry(keyOf(kind, row));
  const rows = misfits.flatMap(({ row, other }) => (other ? [row, other] : [row]));
  const lines = seen.find(rows.map(entryOf));
  let isRejected = false;
  for (const { row, other, column, expected } of misfits) {
    const line = lines.get(entryOf(row)) ?? (other && lines.get(entryOf(other)));
    if (line === undefined) continue;
    await rejections.add([{ line, column, expected, found: null }]);
    isRejected = true;
  }
  return isRejected;
}
