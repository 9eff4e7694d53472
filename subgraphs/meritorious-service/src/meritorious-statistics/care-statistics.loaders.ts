import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { CareBenefitEntity } from "../care-benefit/care-benefit.entity.js";
import type { CareKind } from "../care-benefit/care-benefit.enums.js";
import { HealthInsuranceCardEntity } from "../health-insurance-card/health-insurance-card.entity.js";
import { HousingGrantEntity } from "../housing-grant/housing-grant.entity.js";
import type { ConstructionKind } from "../external/construction-kind.stub.js";

/** How many rows a unit has, and their sum in dong. */
interface UnitSum {
  readonly unitId: string;
  readonly count: Sum;
  readonly amount: Sum;
}

/** What was given in a unit by kind. */
export const careSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const rows = await groupByUnit(context.statistics(CareBenefitEntity, "benefit"), "benefit", unitIds)
    .addSelect("benefit.kind", "kind")
    .addSelect("COUNT(*)", "count")
    .addSelect("SUM(benefit.amount)", "amount")
    .andWhere("benefit.year = :year", { year })
    .addGroupBy("benefit.kind")
    .getRawMany<UnitSum & { readonly kind: CareKind }>();
  return groupSums(unitIds, rows);
});

/** The cards of a unit: one row, or none. */
export const cardSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const rows = await groupByUnit(context.statistics(HealthInsuranceCardEntity, "card"), "card", unitIds)
    .addSelect("COUNT(*)", "count")
    .addSelect("SUM(card.premium)", "amount")
    .andWhere("card.year = :year", { year })
    .getRawMany<UnitSum>();
  return groupSums(unitIds, rows);
});

/** What was granted in a unit by decision and kind of work, the earlier decision first. */
export const grantSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const grants = context.statistics(HousingGrantEntity, "housing_grant");
  const rows = await groupByUnit(grants, "housing_grant", unitIds)
    .addSelect("housing_grant.legalBasisCode", "legalBasisCode")
    .addSelect("housing_grant.kind", "kind")
    .addSelect("COUNT(*)", "count")
    .addSelect("SUM(housing_grant.amount)", "amount")
    .andWhere("housing_grant.grantedOn BETWEEN :from AND :to", {
      from: firstDayOf(year),
      to: lastDayOf(year),
    })
    .addGroupBy("housing_grant.legalBasisCode")
    .addGroupBy("housing_grant.kind")
    .orderBy("MIN(housing_grant.grantedOn)")
    .addOrderBy("housing_grant.legalBasisCode")
    .addOrderBy("housing_grant.kind")
    .getRawMany<UnitSum & { readonly legalBasisCode: string; readonly kind: ConstructionKind }>();
  return groupSums(unitIds, rows);
});

function groupSums<Row extends UnitSum>(unitIds: readonly string[], rows: readonly Row[]) {
  const sums = rows.map((row) => ({ ...row, count: toNumber(row.count), amount: toNumber(row.amount) }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
}
