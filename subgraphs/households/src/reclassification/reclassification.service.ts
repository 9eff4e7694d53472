import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { unitLattice } from "@an-sinh/territory/small-cells/unit-lattice";
import { maySeeAll, withheldCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
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
import { classCells } from "../poverty-statistics/poverty.cells.js";
import { possibleChanges, summarize, type Summary } from "./class-pairs.js";
import { reclassificationCells } from "./reclassification.cells.js";
import type { ReclassificationArgs } from "./reclassification.inputs.js";
import { classificationsInForce, classPairs, type ClassPairQuestion } from "./reclassification.loaders.js";
import type { Reclassification } from "./reclassification.type.js";

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
  const question = { standardId: standard.id, reportingStandardId: reportingStandard.id, on };
  const pairs = await context.load(classPairs, unit.id, question);
  const communes = [...groupBy(pairs, ({ communeId }) => communeId)];
  const [withheld, ...ofCommunes] = await Promise.all([
    withheldWithClasses(context, unit.id, question),
    ...communes.map(([communeId]) => withheldInPart(context, unit.id, communeId, question)),
  ]);
  return {
    standard,
    reportingStandard,
    on,
    ...shown(summarize(pairs), withheld),
    communes: communes.map(([communeId, ofCommune], index) => {
      const ofPart = ofCommunes[index] ?? null;
      return { communeId, ...(ofPart ? shown(summarize(ofCommune), ofPart) : nothingShown) };
    }),
  };
}

/** What is withheld of the land that a commune and the unit have in common. Null: all of it. */
async function withheldInPart(
  context: RequestContext,
  unitId: string,
  communeId: string,
  question: ClassPairQuestion,
): Promise<ReadonlySet<string> | null> {
  if (await maySeeAll(context, reclassificationCells, unitId)) return new Set();
  // No statistic of a unit counts a part of a commune, so nothing says which others have to be withheld with it.
  if (!(await unitLattice(context)).isIn(communeId, [unitId])) return null;
  return withheldWithClasses(context, communeId, question);
}

/**
 * What is withheld of a unit. Where no household on record is better off, all that have a class are the poor, the near-poor
 * and the newly escaped of the year's end before the day.
 */
async function withheldWithClasses(
  context: RequestContext,
  unitId: string,
  question: ClassPairQuestion,
): Promise<ReadonlySet<string>> {
  const { reportingStandardId: standardId, on } = question;
  const years = [yearOf(on) - 1, yearOf(on)];
  const [withheld, ...ofClasses] = await Promise.all([
    withheldCells(context, reclassificationCells, unitId, question),
    ...years.map((year) => withheldCells(context, classCells, unitId, { standardId, year })),
  ]);
  const isTied = ofClasses.some((cells) =>
    ["poor", "nearPoor", "newlyEscaped"].some((cell) => cells.has(cell)),
  );
  return isTied ? new Set([...withheld, "households"]) : withheld;
}

const nothingShown = { households: null, changing: null, changes: null };

/** The numbers that are not withheld. */
const shown = ({ households, changing, changes }: Summary, withheld: ReadonlySet<string>) => ({
  households: unlessWithheld(withheld, "households", households),
  changing: unlessWithheld(withheld, "changing", changing),
  // A change that is withheld is listed also where no household makes it: else this would show.
  changes: possibleChanges
    .filter(({ name }) => changes.has(name) || withheld.has(name))
    .map(({ name, from, to }) => ({
      from,
      to,
      households: unlessWithheld(withheld, name, changes.get(name) ?? 0),
    })),
});
