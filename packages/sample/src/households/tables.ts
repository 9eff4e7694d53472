import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { HouseholdUnitEntity } from "@an-sinh/households/household/household-unit.entity";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { HouseholdClassificationEntity } from "@an-sinh/households/household-classification/household-classification.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { HouseholdTotalEntity } from "@an-sinh/households/poverty-statistics/household-total.entity";
import { FigureQualifierEntity } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { SchoolMilkTermEntity } from "@an-sinh/households/school-milk/school-milk-term.entity";
import { registerYears, type Population } from "../population/population.js";
import { listedTable, territoryTable, type SampleTable } from "../sample-table.js";
import {
  classificationRows,
  householdRows,
  householdTotalRows,
  personRows,
  reviewRows,
} from "./household-rows.js";
import { householdUnitRows } from "./household-units.js";
import { povertyStandards } from "./poverty-standards.js";
import { figureQualifiers, readPublishedFigures } from "./published-figures.js";
import { schoolMilkTerms } from "./school-milk.js";

/** A commune, a district and a province before 2025-07-01, a commune and a province since. */
const unitsPerHousehold = 5;
import { programTables } from "./programs/tables.js";

/** About: for the progress bar. */
const membersPerHousehold = 2.8;
const reviewsPerHousehold = 4;

/** The department's tables in the order in which they refer to each other. */
export function householdsTables(population: Population): SampleTable[] {
  const { geography, households } = population;
  const reviews = Math.round(households.length * reviewsPerHousehold);
  return [
    territoryTable(population),
    listedTable(AdministrativeUnitEntity, geography.units),
    listedTable(AdministrativeUnitSuccessionEntity, geography.successions),
    listedTable(PovertyStandardEntity, povertyStandards),
    listedTable(FigureQualifierEntity, figureQualifiers),
    listedTable(PublishedFigureEntity, readPublishedFigures()),
    listedTable(SchoolMilkTermEntity, schoolMilkTerms),
    {
      entity: HouseholdTotalEntity,
      rows: () => householdTotalRows(population),
      expectedRows: population.localities.length * registerYears.length,
    },
    { entity: HouseholdEntity, rows: () => householdRows(population), expectedRows: households.length },
    {
      entity: HouseholdUnitEntity,
      rows: () => householdUnitRows(population),
      expectedRows: households.length * unitsPerHousehold,
    },
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
    ...programTables(population),
  ];
}
