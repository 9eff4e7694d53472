import { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { HouseholdClassificationEntity } from "@an-sinh/households/household-classification/household-classification.entity";
import { HouseholdUnitEntity } from "@an-sinh/households/household/household-unit.entity";
import { fillHouseholdUnits } from "@an-sinh/households/household/household-unit.service";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { HouseholdTotalEntity } from "@an-sinh/households/poverty-statistics/household-total.entity";
import { ExtremelyDifficultAreaEntity } from "@an-sinh/households/extreme-difficulty/extremely-difficult-area.entity";
import { PopulationTotalEntity } from "@an-sinh/households/population-statistics/population-total.entity";
import { FigureQualifierEntity } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { SchoolMilkTermEntity } from "@an-sinh/households/school-milk/school-milk-term.entity";
import { registerYears, type Population } from "../population/population.js";
import { drawnTables, listedTable, territoryTable, type SampleTable } from "../sample-table.js";
import { translationsTable } from "../translations.js";
import { householdRows, householdTotalRows, personRows, reviewRows } from "./household-rows.js";
import { extremelyDifficultAreas } from "./extremely-difficult-areas.js";
import { populationTotalRows } from "./population-totals.js";
import { povertyStandards } from "./poverty-standards.js";
import { programTables } from "./programs/tables.js";
import { figureQualifiers, readPublishedFigures } from "./published-figures.js";
import { classificationsOf, reviewedHouseholds } from "./reviewed-households.js";
import { schoolMilkTerms } from "./school-milk.js";

/** Estimates for the progress bar. */
const unitsPerHousehold = 4.7;
const membersPerHousehold = 2.8;
const reviewsPerHousehold = 4;
const classificationsPerReview = 1.31;

/** The department's tables. A table comes after those that its rows refer to. */
export function householdsTables(population: Population): SampleTable[] {
  const { geography, households } = population;
  const reviews = Math.round(households.length * reviewsPerHousehold);
  return [
    territoryTable(population),
    translationsTable("households"),
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
    {
      entity: PopulationTotalEntity,
      rows: () => populationTotalRows(population),
      expectedRows: population.localities.length * registerYears.length,
    },
    { entity: ExtremelyDifficultAreaEntity, rows: () => extremelyDifficultAreas(population) },
    { entity: HouseholdEntity, rows: () => householdRows(population), expectedRows: households.length },
    {
      entity: HouseholdUnitEntity,
      fill: fillHouseholdUnits,
      expectedRows: Math.round(households.length * unitsPerHousehold),
    },
    {
      entity: PersonEntity,
      rows: () => personRows(population),
      expectedRows: Math.round(households.length * membersPerHousehold),
    },
    drawnTables(
      () => reviewedHouseholds(population),
      [
        { entity: PovertyReviewEntity, rowsOf: reviewRows, expectedRows: reviews },
        {
          entity: HouseholdClassificationEntity,
          rowsOf: classificationsOf,
          subject: "householdId",
          expectedRows: Math.round(reviews * classificationsPerReview),
        },
      ],
    ),
    ...programTables(population),
  ];
}
