import { randomUUID } from "node:crypto";
import { defineLoader } from "./batching.js";
import type { RequestContext } from "./context.js";
import { DataVersionEntity } from "./database/data-version.entity.js";

const isKept = ({ database }: RequestContext): boolean => database.reader.hasMetadata(DataVersionEntity);

async function readVersion(context: RequestContext): Promise<string> {
  // Without a row nobody would know of a change: no call has the version of another one then.
  if (!isKept(context)) return randomUUID();
  const [row] = await context
    .statistics(DataVersionEntity, "data")
    .select("data.version", "version")
    .addSelect("data.token", "token")
    .where("data.id = :id", { id: "data" })
    .getRawMany<DataVersionEntity>();
  return row ? `${row.version} ${row.token}` : randomUUID();
}

const stored = defineLoader<string>(async (ids, context) => {
  const version = await readVersion(context);
  return ids.map(() => version);
});

/**
 * The version of the data when the call first asked for it. What the call reads afterwards is of this version or a newer
 * one, because it reads all from one server.
 */
export const storedVersion = (context: RequestContext): Promise<string> => context.load(stored, "data");

/**
 * Whether all that the call has read since `storedVersion` is of this version. Only then may it be kept for calls with the
 * same version: a replica that is behind may still have that one when the rows are newer.
 */
export const isOfStoredVersion = async (context: RequestContext): Promise<boolean> =>
  (await readVersion(context)) === (await storedVersion(context));

/**
 * What answers depend on besides the query and the caller, as the gateway is told: the data, the day, and the key by which
 * cursors are sealed. It is opaque. Undefined: the database keeps no version, and nobody may keep an answer.
 */
export async function dataVersion(context: RequestContext): Promise<string | undefined> {
  if (!isKept(context)) return undefined;
  return context.cursors.encode("data version", [await storedVersion(context), context.today]);
}
