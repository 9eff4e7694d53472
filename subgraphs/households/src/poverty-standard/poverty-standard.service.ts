import { NotFoundError } from "@an-sinh/server/errors";
import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { applicableStandards, reportingStandard } from "./applicable-standards.js";
import type { PovertyStandardEntity } from "./poverty-standard.entity.js";
import { standards } from "./poverty-standard.loaders.js";

/** The standards in force on a day. Null: all standards on record. */
export async function listStandards(
  context: RequestContext,
  on: string | null,
): Promise<readonly PovertyStandardEntity[]> {
  const all = await standards(context);
  return on === null ? all : all.filter((standard) => isInForce(standard, on));
}

/** The standard that a field's argument `standard` names. Throws BAD_USER_INPUT, naming the known ones, for another id. */
export async function getStandard(context: RequestContext, id: string): Promise<PovertyStandardEntity> {
  const all = await standards(context);
  const found = all.find((standard) => standard.id === id);
  if (found) return found;
  throw badArgument("standard", `one of ${all.map((standard) => standard.id).join(", ")}`, id);
}

/**
 * The standard that a province reports by on a day: its own if it issued one, else the central one. Null: none was in
 * force.
 */
export async function findReportingStandard(
  context: RequestContext,
  provinceId: string,
  on: string,
): Promise<PovertyStandardEntity | null> {
  const applicable = applicableStandards(await standards(context), (id) => id === provinceId);
  return reportingStandard(applicable, on);
}

/** The same. Throws NOT_FOUND if none was in force. */
export async function getReportingStandard(
  context: RequestContext,
  provinceId: string,
  on: string,
): Promise<PovertyStandardEntity> {
  const found = await findReportingStandard(context, provinceId, on);
  if (found) return found;
  throw new NotFoundError(`No poverty standard on record was in force on ${on}.`);
}
