import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { TargetEntity } from "./target.entity.js";
import type { TargetIndicator } from "./target.enums.js";

/** The targets that each unit itself set for years that include this one, in the order of their indicators. */
export const targetsOfUnit = defineLoader<TargetEntity[], { readonly year: number }>(
  async (unitIds, context, { year }) =>
    groupByKey(
      unitIds,
      await context
        .read(TargetEntity, "target")
        .where("target.unitId IN (:...unitIds)", { unitIds })
        .andWhere("target.fromYear <= :year AND target.toYear >= :year", { year })
        .orderBy("target.indicator")
        .addOrderBy("target.id")
        .getMany(),
      (target) => target.unitId,
    ),
);

interface YearAndIndicator {
  readonly year: number;
  readonly indicator: TargetIndicator;
}

/** What the districts directly in each unit planned for a year, in the order of the targets' ids. */
export const plannedByDistricts = defineLoader<number[], YearAndIndicator>(
  async (unitIds, context, { year, indicator }) => {
    const targets = await context
      .read(TargetEntity, "target")
      .innerJoin(
        AdministrativeUnitEntity,
        "district",
        "district.id = target.unitId AND district.level = 'DISTRICT'",
      )
      .addSelect("district.parentId", "parent")
      .where("district.parentId IN (:...unitIds)", { unitIds })
      .andWhere("target.indicator = :indicator", { indicator })
      .andWhere("target.fromYear <= :year AND target.toYear >= :year", { year })
      .orderBy("target.id")
      .getMany<{ parent: string }>();
    return groupByKey(unitIds, targets, ({ parent }) => parent).map((ofUnit) =>
      ofUnit.map((plan) => plan.planned),
    );
  },
);
