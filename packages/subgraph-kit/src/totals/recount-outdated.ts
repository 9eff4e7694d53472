import type { EntityManager } from "typeorm";
import { bulkUpsert } from "../database/bulk-insert.js";
import type { Database } from "../database/database.js";
import { rebuildTotals } from "./recount.js";
import { TotalsVersionEntity } from "./totals-version.entity.js";
import type { Totals } from "./totals.js";

/**
 * Recounts the totals that were never counted, or by another version of their count. So a database whose migrations have
 * made a table of totals is given the totals of the rows that it has.
 */
export async function recountOutdated(
  { reader, write }: Pick<Database, "reader" | "write">,
  totals: readonly Totals[],
): Promise<void> {
  if ((await findOutdated(reader.manager, totals)).length === 0) return;
  await write(async (manager) => {
    // Another process may have recounted them meanwhile.
    const outdated = await findOutdated(manager, totals);
    await rebuildTotals(manager, totals, (each) => outdated.includes(each));
    const versions = new Map(outdated.map((each) => [nameOf(manager, each), each.version]));
    const rows = [...versions].map(([name, version]) => ({ name, version }));
    await bulkUpsert(manager, TotalsVersionEntity, rows);
  });
}

async function findOutdated(manager: EntityManager, totals: readonly Totals[]): Promise<readonly Totals[]> {
  const stored = await manager.find(TotalsVersionEntity);
  return totals.filter(
    (each) => !stored.some(({ name, version }) => name === nameOf(manager, each) && version === each.version),
  );
}

const nameOf = ({ connection }: EntityManager, { entity }: Totals): string =>
  connection.getMetadata(entity).tableName;
