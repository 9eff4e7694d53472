import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import type { HouseholdEntity } from "../household/household.entity.js";
import { reviewById } from "../poverty-review/poverty-review.loaders.js";
import { reclassify } from "../poverty-standard/classify.js";
import {
  findReportingStandard,
  getReportingStandard,
  getStandard,
} from "../poverty-standard/poverty-standard.service.js";
import type { ReclassificationArgs } from "./reclassification.inputs.js";
import { classificationsInForce, classPairs, type ClassPair } from "./reclassification.loaders.js";
import type { ClassChange, CommuneReclassification, Reclassification } from "./reclassification.type.js";

/**
 * The class that a household would have under a standard: the one on record if there is one, else the one that its last
 * review gives. Null: it has no class on the day. Throws BAD_USER_INPUT for an unknown standard.
 */
export async function classifyUnder(
  context: RequestContext,
  household: HouseholdEntity,
  args: ReclassificationArgs,
): Promise<HouseholdClassificationEntity | null> {
  const standard = await getStandard(context, args.standard);
  const on = args.on ?? context.today;
  const commune = await context.load(unitById, household.communeId);
  const reporting = await findReportingStandard(context, commune?.provinceId ?? "", on);
  const inForce = await context.load(classificationsInForce, household.id, { on });
  const current = inForce.findLast(({ standardId }) => standardId === reporting?.id);
  if (!current) return null;
  const { reviewId } = current;
  const known = inForce.find((row) => row.reviewId === reviewId && row.standardId === standard.id);
  if (known) return known;
  const review = await context.load(reviewById, reviewId);
  if (!review) return null;
  const { monthlyIncomePerPerson, deprivations } = review;
  return Object.assign(new HouseholdClassificationEntity(), current, {
    standardId: standard.id,
    class: reclassify(standard, {
      monthlyIncomePerPerson,
      deprivations,
      isUrban: household.isUrban,
      isNewlyEscaped: current.class === "NEWLY_ESCAPED",
    }),
  });
}

/** How the classes of the households of a unit would change under a standard. Throws BAD_USER_INPUT for an unknown one. */
export async function reclassifyUnit(
  context: RequestContext,
  unit: AdministrativeUnitEntity,
  args: ReclassificationArgs,
): Promise<Reclassification> {
  const standard = await getStandard(context, args.standard);
  const on = args.on ?? context.today;
  const reportingStandard = await getReportingStandard(context, unit.provinceId, on);
  const pairs = await context.load(classPairs, unit.id, {
    standardId: standard.id,
    reportingStandardId: reportingStandard.id,
    on,
  });
  return { standard, reportingStandard, on, ...summarize(pairs), communes: byCommune(pairs) };
}

function byCommune(pairs: readonly ClassPair[]): CommuneReclassification[] {
  const communes = new Map<string, ClassPair[]>();
  for (const pair of pairs) communes.set(pair.communeId, [...(communes.get(pair.communeId) ?? []), pair]);
  return [...communes].map(([communeId, ofCommune]) => ({ communeId, ...summarize(ofCommune) }));
}

function summarize(pairs: readonly ClassPair[]) {
  const changes = new Map<string, ClassChange>();
  for (const { from, to, households } of pairs) {
    if (from === to) continue;
    const before = changes.get(`${from} ${to}`)?.households ?? 0;
    changes.set(`${from} ${to}`, { from, to, households: before + households });
  }
  return {
    households: total(pairs),
    changing: total([...changes.values()]),
    changes: [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change),
  };
}

const total = (counts: readonly { readonly households: number }[]) =>
  counts.reduce((sum, { households }) => sum + households, 0);
