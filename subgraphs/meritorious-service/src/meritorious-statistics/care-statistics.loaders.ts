import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { CareKind } from "../care-benefit/care-benefit.enums.js";
import type { ConstructionKind } from "../housing-grant/housing-grant.enums.js";
import type { YearArgs } from "./meritorious-statistics.loaders.js";

/** How many rows of one unit, and their sum in dong. */
interface UnitSum {
  readonly unitId: string;
  readonly count: number;
  readonly amount: number;
}

export interface CareSum extends UnitSum {
  readonly kind: CareKind;
}

export interface HousingGrantSum extends UnitSum {
  readonly legalBasisCode: string;
  readonly kind: ConstructionKind;
}

/** What was given in a unit by kind: one statement for all units. */
export const careSumsOfUnit = defineLoader<CareSum[], YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context.statistics<CareSum>(
    `SELECT territory.unit_id AS unitId, benefit.kind AS kind, COUNT(*) AS count, SUM(benefit.amount) AS amount
       FROM territory
       JOIN care_benefit benefit ON benefit.locality_id = territory.locality_id
      WHERE territory.unit_id IN (${placeholders(unitIds)}) AND benefit.year = ?
      GROUP BY territory.unit_id, benefit.kind`,
    [...unitIds, year],
  );
  return grouped(unitIds, rows);
});

/** The cards of a unit: one statement for all units. */
export const cardSumsOfUnit = defineLoader<UnitSum[], YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context.statistics<UnitSum>(
    `SELECT territory.unit_id AS unitId, COUNT(*) AS count, SUM(card.premium) AS amount
       FROM territory
       JOIN health_insurance_card card ON card.locality_id = territory.locality_id
      WHERE territory.unit_id IN (${placeholders(unitIds)}) AND card.year = ?
      GROUP BY territory.unit_id`,
    [...unitIds, year],
  );
  return grouped(unitIds, rows);
});

/** What was granted in a unit, the earlier decision first: one statement for all units. */
export const grantSumsOfUnit = defineLoader<HousingGrantSum[], YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await context.statistics<HousingGrantSum>(
      `SELECT territory.unit_id AS unitId, housing_grant.legal_basis_code AS legalBasisCode,
              housing_grant.kind AS kind, COUNT(*) AS count, SUM(housing_grant.amount) AS amount
         FROM territory
         JOIN housing_grant ON housing_grant.locality_id = territory.locality_id
        WHERE territory.unit_id IN (${placeholders(unitIds)}) AND housing_grant.granted_on BETWEEN ? AND ?
        GROUP BY territory.unit_id, housing_grant.legal_basis_code, housing_grant.kind
        ORDER BY MIN(housing_grant.granted_on), housing_grant.kind`,
      [...unitIds, firstDayOf(year), lastDayOf(year)],
    );
    return grouped(unitIds, rows);
  },
);

const placeholders = (values: readonly unknown[]) => values.map(() => "?").join(", ");

/** MariaDB gives counts and sums as strings. */
function grouped<Sum extends UnitSum>(unitIds: readonly string[], rows: readonly Sum[]): Sum[][] {
  const sums = rows.map((row) => ({ ...row, count: Number(row.count), amount: Number(row.amount) }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
}
