import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { HouseholdClassificationEntity } from "@an-sinh/households/poverty-review/household-classification.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { HouseholdTotalEntity } from "@an-sinh/households/poverty-statistics/household-total.entity";
import { registerYears, type Population } from "../population/population.js";
import type { SampleTable } from "../sample-table.js";
import {
  classificationRows,
  householdRows,
  householdTotalRows,
  personRows,
  reviewRows,
} from "./household-rows.js";
import { povertyStandards } from "./poverty-standards.js";

/** About: for the progress bar. */
const membersPerHousehold = 2.8;
const reviewsPerHousehold = 4;

/** The department's tables in the order in which they refer to each other, without the territory. */
export function householdsTables(population: Population): SampleTable[] {
  const { geography, households } = population;
  const reviews = Math.round(households.length * reviewsPerHousehold);
  return [
    listed(AdministrativeUnitEntity, geography.units),
    listed(AdministrativeUnitSuccessionEntity, geography.successions),
    listed(PovertyStandardEntity, povertyStandards),
    {
      entity: HouseholdTotalEntity,
      rows: () => householdTotalRows(population),
      expectedRows: population.localities.length * registerYears.length,
    },
    { entity: HouseholdEntity, rows: () => householdRows(population), expectedRows: households.length },
    {
      entity: PersonEntity,
      rows: () => personRows(population),
      expectedRows: Math.round(households.length * membersPerHousehold),
    },
    { entity: PovertyReviewEntity, rows: () => reviewRows(population), expectedRows: reviews },
    // Some provinces judge by two standards.
    {
      entity: HouseholdClassificationEntity,
      rows: () => classificationRows(population),
      expectedRows: Math.round(reviews * 1.31),
    },
  ];
}

function listed<Row extends object>(entity: new () => Row, rows: readonly Row[]): SampleTable {
  return { entity, rows: () => rows, expectedRows: rows.length };
}
