import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/nested-pages";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { AdministrativeUnitSuccessionEntity } from "./administrative-unit-succession.entity.js";
import { AdministrativeUnitEntity } from "./administrative-unit.entity.js";

export const unitById = rowById(AdministrativeUnitEntity, "unit");

export const byCode: Ordering<AdministrativeUnitEntity> = {
  name: "administrativeUnits",
  columns: [
    { expression: "unit.code", type: "string", value: (unit) => unit.code },
    { expression: "unit.id", type: "string", value: (unit) => unit.id },
  ],
};

const levelOrder = { PROVINCE: 1, DISTRICT: 2, COMMUNE: 3 } as const;

/** Who searches a name rather means a province than one of the many communes. */
export const byLevel: Ordering<AdministrativeUnitEntity> = {
  name: "searchedUnits",
  columns: [
    {
      expression: "CASE unit.level WHEN 'PROVINCE' THEN 1 WHEN 'DISTRICT' THEN 2 ELSE 3 END",
      type: "number",
      value: ({ level }) => levelOrder[level],
    },
    ...byCode.columns,
  ],
};

export const childrenOfUnit = nestedPages<AdministrativeUnitEntity>({
  entity: AdministrativeUnitEntity,
  alias: "unit",
  parent: "parentId",
  ordering: { ...byCode, name: "children" },
});

export const predecessorsOfUnit = defineLoader((ids, context) =>
  related(context, ids, "successorId", "predecessorId"),
);

export const successorsOfUnit = defineLoader((ids, context) =>
  related(context, ids, "predecessorId", "successorId"),
);

type Side = "predecessorId" | "successorId";

/**
 * The units on the side `to` of those boundary changes that have each given unit on the side `from`. In the order of
 * their codes.
 */
async function related(
  context: RequestContext,
  ids: readonly string[],
  from: Side,
  to: Side,
): Promise<AdministrativeUnitEntity[][]> {
  const units = await context
    .read(AdministrativeUnitEntity, "unit")
    .innerJoin(AdministrativeUnitSuccessionEntity, "succession", `succession.${to} = unit.id`)
    .addSelect(`succession.${from}`, "origin")
    .where(`succession.${from} IN (:...ids)`, { ids })
    .orderBy("unit.code")
    .addOrderBy("unit.id")
    .getMany<{ origin: string }>();
  return groupByKey(ids, units, ({ origin }) => origin);
}
