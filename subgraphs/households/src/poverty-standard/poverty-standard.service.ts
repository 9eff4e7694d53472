import { NotFoundError } from "@an-sinh/server/errors";
import { badArgument } from "@an-sinh/subgraph-kit/arguments";
import { isInForce, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import {
  applicableStandards,
  countsFrom,
  latestReviewed,
  reportingStandard,
  reviewStandards,
} from "./applicable-standards.js";
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

/** The standards under which a province holds a review that is decided on a day. By the first of them it reports. */
export async function listReviewStandards(
  context: RequestContext,
  provinceId: string,
  decidedOn: string,
): Promise<readonly PovertyStandardEntity[]> {
  const applicable = applicableStandards(await standards(context), (id) => id === provinceId);
  return reviewStandards(applicable, decidedOn);
}

/**
 * The day on which the classes count that the review of a year decided under a standard. Null: under the central one.
 * It is 31 December, or the standard's first day if the review was held in advance.
 */
export async function findYearEnd(
  context: RequestContext,
  year: number,
  standard: PovertyStandardEntity | null,
): Promise<string> {
  const end = lastDayOf(year);
  const central = (await standards(context)).filter(({ issuedById }) => issuedById === null);
  const held = latestReviewed(standard ? [standard] : central, end);
  return held ? countsFrom(end, held) : end;
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
