import { randomUUID } from "node:crypto";
import { defineLoader } from "./batching.js";
import type { RequestContext } from "./context.js";
import { DataVersionEntity } from "./database/data-version.entity.js";

const isKept = ({ database }: RequestContext): boolean => database.reader.hasMetadata(DataVersionEntity);

const stored = defineLoader<string>(async (ids, context) => {
  // Without a row nobody would know of a change: no call has the version of another one then.
  if (!isKept(context)) return ids.map(() => randomUUID());
  const rows = await context
    .statistics(DataVersionEntity, "data")
    .select("data.id", "id")
    .addSelect("data.version", "version")
    .addSelect("data.token", "token")
    .where("data.id IN (:...ids)", { ids })
    .getRawMany<DataVersionEntity>();
  return ids.map((wanted) => {
    const row = rows.find(({ id }) => id === wanted);
    return row ? `${row.version} ${row.token}` : randomUUID();
  });
});

/**
 * The version of the data when the call first asked for it. What the call reads afterwards is of this version or a newer
 * one, because it reads all from one server. So what follows from rows can be kept as long as the version stays.
 */
export const storedVersion = (context: RequestContext): Promise<string> => context.load(stored, "data");

/**
 * What answers depend on besides the query and the caller, as the gateway is told: the data, the day, and the key by which
 * cursors are sealed. It is opaque. Undefined: the database keeps no version, and nobody may keep an answer.
 */
export async function dataVersion(context: RequestContext): Promise<string | undefined> {
  if (!isKept(context)) return undefined;
  return context.cursors.encode("data version", [await storedVersion(context), context.today]);
}
