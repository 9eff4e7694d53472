import type { EntityManager } from "typeorm";
import { defineLoader } from "../batching.js";
import type { RequestContext } from "../context.js";
import { bulkUpsert } from "../database/bulk-insert.js";
import { TotalsVersionEntity } from "./totals-version.entity.js";

/** In the place of a table's name. */
const name = "*";

/** Counts a transaction that changed totals, in this transaction. Writers take turns. */
export async function countChange(manager: EntityManager): Promise<void> {
  const known = await manager.findOneBy(TotalsVersionEntity, { name });
  await bulkUpsert(manager, TotalsVersionEntity, [{ name, version: (known?.version ?? 0) + 1 }]);
}

const count = defineLoader<number>(async (names, context) => {
  const rows = await context
    .statistics(TotalsVersionEntity, "counted")
    .select("counted.name", "name")
    .addSelect("counted.version", "version")
    .where("counted.name IN (:...names)", { names })
    .getRawMany<TotalsVersionEntity>();
  return names.map((wanted) => rows.find((row) => row.name === wanted)?.version ?? 0);
});

/** How many transactions have changed totals: what follows from totals can be kept as long as the number stays. */
export const changeCount = (context: RequestContext): Promise<number> => context.load(count, name);
