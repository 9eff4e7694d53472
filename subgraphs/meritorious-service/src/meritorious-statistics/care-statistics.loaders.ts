import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { CareBenefitTotalEntity } from "../care-benefit/care-benefit-total.entity.js";
import type { CareKind } from "../care-benefit/care-benefit.enums.js";
import type { ConstructionKind } from "../external/construction-kind.stub.js";
import { CardTotalEntity } from "../health-insurance-card/card-total.entity.js";
import { GrantTotalEntity } from "../housing-grant/grant-total.entity.js";
import { HousingGrantNormEntity } from "../housing-grant/housing-grant-norm.entity.js";

/** How many rows a unit has, and their sum in dong. */
export interface UnitSum {
  readonly unitId: string;
  readonly count: number;
  readonly amount: Sum;
}

/** What was given in a unit by kind. */
export const careSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const rows = await ofManyUnits(context, unitIds, context.statistics(CareBenefitTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.kind", "kind")
    .addSelect("total.benefits", "count")
    .addSelect("total.amount", "amount")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year = :year", { year })
    .getRawMany<UnitSum & { readonly kind: CareKind }>();
  return groupSums(unitIds, rows);
});

/** The cards of a unit: one row, or none. */
export const cardSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const rows = await ofManyUnits(context, unitIds, context.statistics(CardTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.cards", "count")
    .addSelect("total.premiums", "amount")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year = :year", { year })
    .getRawMany<UnitSum>();
  return groupSums(unitIds, rows);
});

/** What was granted in a unit by decision and kind of work, in the order of the norms. What has no norm comes last. */
export const grantSumsOfUnit = defineLoader(async (unitIds, context, { year }: YearArgs) => {
  const rows = await ofManyUnits(context, unitIds, context.statistics(GrantTotalEntity, "total"))
    .leftJoin(
      HousingGrantNormEntity,
      "norm",
      "norm.legalBasisCode = total.legalBasisCode AND norm.kind = total.kind",
    )
    .select("total.unitId", "unitId")
    .addSelect("total.legalBasisCode", "legalBasisCode")
    .addSelect("total.kind", "kind")
    .addSelect("total.grants", "count")
    .addSelect("total.amount", "amount")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year = :year", { year })
    .orderBy("norm.position IS NULL")
    .addOrderBy("norm.position")
    .addOrderBy("total.legalBasisCode")
    .addOrderBy("total.kind")
    .getRawMany<UnitSum & { readonly legalBasisCode: string; readonly kind: ConstructionKind }>();
  return groupSums(unitIds, rows);
});

function groupSums<Row extends UnitSum>(unitIds: readonly string[], rows: readonly Row[]) {
  const sums = rows.map((row) => ({ ...row, amount: toNumber(row.amount) }));
  return groupByKey(unitIds, sums, (row) => row.unitId);
}
