import { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { AssistanceLevelEntity } from "@an-sinh/households/assistance-program/assistance-level.entity";
import { AssistanceProgramEntity } from "@an-sinh/households/assistance-program/assistance-program.entity";
import { AssistanceTotalEntity } from "@an-sinh/households/assistance/assistance-total.entity";
import { AssistanceEntity } from "@an-sinh/households/assistance/assistance.entity";
import { HouseholdClassificationEntity } from "@an-sinh/households/household-classification/household-classification.entity";
import { HouseholdUnitEntity } from "@an-sinh/households/household/household-unit.entity";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { LivelihoodModelEntity } from "@an-sinh/households/livelihood-model/livelihood-model.entity";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { HouseholdTotalEntity } from "@an-sinh/households/poverty-statistics/household-total.entity";
import { FigureQualifierEntity } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { SchoolMilkTermEntity } from "@an-sinh/households/school-milk/school-milk-term.entity";
import { households } from "@an-sinh/households/subgraph";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import {
  rowsOf,
  startDepartment,
  territoryRows,
  type DepartmentGraph,
  type TableRows,
} from "../../../../test/support/department-graph.js";
import {
  assistance,
  classification,
  figure,
  household,
  person,
  program,
  review,
  standard,
  unit,
} from "./rows.js";

/** Rows by table; what is left out of one is filled with something plausible. */
export interface HouseholdsRows {
  /** The localities of each unit. */
  readonly territory?: Readonly<Record<string, readonly string[]>>;
  readonly units?: readonly (Pick<AdministrativeUnitEntity, "id"> & Partial<AdministrativeUnitEntity>)[];
  readonly successions?: readonly AdministrativeUnitSuccessionEntity[];
  readonly households?: readonly Partial<HouseholdEntity>[];
  readonly people?: readonly Partial<PersonEntity>[];
  readonly standards?: readonly PovertyStandardEntity[];
  readonly reviews?: readonly Partial<PovertyReviewEntity>[];
  /** Each has a review of its own, unless it names one of `reviews`. */
  readonly classes?: readonly Partial<HouseholdClassificationEntity>[];
  readonly totals?: readonly HouseholdTotalEntity[];
  readonly programs?: readonly Partial<AssistanceProgramEntity>[];
  readonly levels?: readonly AssistanceLevelEntity[];
  readonly models?: readonly LivelihoodModelEntity[];
  readonly assistance?: readonly Partial<AssistanceEntity>[];
  readonly assistanceTotals?: readonly AssistanceTotalEntity[];
  readonly milkTerms?: readonly SchoolMilkTermEntity[];
  readonly figures?: readonly Partial<PublishedFigureEntity>[];
  readonly qualifiers?: readonly FigureQualifierEntity[];
}

/** The department's subgraph over a database with these rows, and with `more` after them. */
export function startHouseholdsGraph(
  rows: HouseholdsRows,
  dialect?: Dialect,
  more: readonly TableRows[] = [],
): Promise<DepartmentGraph> {
  const homes = (rows.households ?? []).map(household);
  const reviews = (rows.reviews ?? []).map(review);
  const classes = (rows.classes ?? []).map((given, index) => classification(given, index, homes));
  const reviewed = new Set(reviews.map(({ id }) => id));
  const others = classes
    .filter(({ reviewId }) => !reviewed.has(reviewId))
    .map(({ reviewId: id, householdId, class: kind, since: decidedOn }) =>
      review({ id, householdId, class: kind, decidedOn }),
    );
  return startDepartment(
    households,
    [
      territoryRows(rows.territory ?? {}),
      rowsOf(AdministrativeUnitEntity, (rows.units ?? []).map(unit)),
      rowsOf(AdministrativeUnitSuccessionEntity, rows.successions ?? []),
      rowsOf(HouseholdEntity, homes),
      rowsOf(HouseholdUnitEntity, householdUnits(rows.territory ?? {}, homes)),
      rowsOf(PersonEntity, (rows.people ?? []).map(person)),
      rowsOf(PovertyStandardEntity, rows.standards ?? [standard({})]),
      rowsOf(PovertyReviewEntity, [...reviews, ...others]),
      rowsOf(HouseholdClassificationEntity, classes),
      rowsOf(HouseholdTotalEntity, rows.totals ?? []),
      rowsOf(AssistanceProgramEntity, (rows.programs ?? []).map(program)),
      rowsOf(AssistanceLevelEntity, rows.levels ?? []),
      rowsOf(LivelihoodModelEntity, rows.models ?? []),
      rowsOf(AssistanceEntity, (rows.assistance ?? []).map(assistance)),
      rowsOf(AssistanceTotalEntity, rows.assistanceTotals ?? []),
      rowsOf(SchoolMilkTermEntity, rows.milkTerms ?? []),
      rowsOf(PublishedFigureEntity, (rows.figures ?? []).map(figure)),
      rowsOf(FigureQualifierEntity, rows.qualifiers ?? []),
      ...more,
    ],
    dialect,
  );
}

const householdUnits = (
  territory: Readonly<Record<string, readonly string[]>>,
  homes: readonly HouseholdEntity[],
): HouseholdUnitEntity[] =>
  Object.entries(territory).flatMap(([unitId, localities]) =>
    homes.flatMap(({ code, localityId }) => (localities.includes(localityId) ? [{ unitId, code }] : [])),
  );
