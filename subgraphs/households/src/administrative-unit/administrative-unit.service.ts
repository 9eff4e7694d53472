import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type NestedList, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { SelectQueryBuilder } from "typeorm";
import { AdministrativeUnitEntity } from "./administrative-unit.entity.js";
import type { AdministrativeUnitFilter, AdministrativeUnitsArgs } from "./administrative-unit.inputs.js";

const byCode: Ordering<AdministrativeUnitEntity> = {
  name: "administrativeUnits",
  columns: [
    { expression: "unit.code", type: "string", value: (unit) => unit.code },
    { expression: "unit.id", type: "string", value: (unit) => unit.id },
  ],
};

export const childUnits: NestedList<AdministrativeUnitEntity> = {
  entity: AdministrativeUnitEntity,
  alias: "unit",
  parent: "parentId",
  ordering: { ...byCode, name: "children" },
};

/** The unit that had this code on this day; null when none had. */
export function findUnitByCode(
  context: RequestContext,
  code: string,
  on: string,
): Promise<AdministrativeUnitEntity | null> {
  const query = context.read(AdministrativeUnitEntity, "unit").where("unit.code = :code", { code });
  return validOn(query, on).getOne();
}

/** A page of units in the order of their codes. */
export function listUnits(
  context: RequestContext,
  { filter, ...page }: AdministrativeUnitsArgs,
): Promise<Page<AdministrativeUnitEntity>> {
  const query = context.read(AdministrativeUnitEntity, "unit");
  if (filter) applyFilter(query, filter);
  return paginate(query, byCode, page);
}

function applyFilter(
  query: SelectQueryBuilder<AdministrativeUnitEntity>,
  { code, level, parent, on }: AdministrativeUnitFilter,
): void {
  if (code) query.andWhere("unit.code = :code", { code });
  if (level) query.andWhere("unit.level = :level", { level });
  if (parent) query.andWhere("unit.parentId = :parent", { parent });
  if (on) validOn(query, on);
}

function validOn(
  query: SelectQueryBuilder<AdministrativeUnitEntity>,
  on: string,
): SelectQueryBuilder<AdministrativeUnitEntity> {
  return query
    .andWhere("(unit.validFrom IS NULL OR unit.validFrom <= :on)", { on })
    .andWhere("(unit.validTo IS NULL OR unit.validTo >= :on)", { on });
}
