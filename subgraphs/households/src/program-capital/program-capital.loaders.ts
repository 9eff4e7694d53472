import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { containedUnits, type Sum } from "../reporting/contained-units.js";
import type { CapitalAllocation } from "./capital-allocation.type.js";
import type { CapitalSource } from "./capital-source.js";
import { NationalProgramEntity } from "./national-program.entity.js";
import { ComponentProjectEntity, SubProjectEntity } from "./program-projects.entity.js";

/** There are a handful, so a request reads them all, once. */
const allPrograms = defineLoader(async (keys, context: RequestContext) => {
  const rows = await context.read(NationalProgramEntity, "program").orderBy("program.code").getMany();
  return keys.map(() => rows);
});

/** In the order of their codes. */
export const nationalPrograms = (context: RequestContext): Promise<NationalProgramEntity[]> =>
  context.load(allPrograms, "all");

export const subProjectById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(SubProjectEntity, "sub").where("sub.id IN (:...ids)", { ids }).getMany(),
    (sub) => sub.id,
  ),
);

export const componentProjectById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(ComponentProjectEntity, "project").where("project.id IN (:...ids)", { ids }).getMany(),
    (project) => project.id,
  ),
);

interface Row {
  readonly unit_id: string;
  readonly sub_project_id: string;
  readonly source: CapitalSource;
  readonly first_year: number;
  readonly last_year: number;
  readonly allocated: Sum;
  readonly disbursed: Sum;
}

/** Each unit's capital, in the order of component projects, sub-projects and sources. */
export const capitalOfUnit = defineLoader<CapitalAllocation[], { readonly program: string }>(
  async (unitIds, context, { program }) => {
    const rows = await context.statistics<Row>(
      `${containedUnits(unitIds)}
       SELECT c.unit_id, y.sub_project_id, y.source, MIN(y.year) AS first_year, MAX(y.year) AS last_year,
         SUM(y.allocated) AS allocated, SUM(y.disbursed) AS disbursed
       FROM contained c
       JOIN capital_year y ON y.unit_id = c.part_id
       JOIN sub_project s ON s.id = y.sub_project_id
       JOIN component_project p ON p.id = s.component_project_id AND p.program_code = ?
       GROUP BY c.unit_id, p.number, s.number, y.sub_project_id, y.source
       ORDER BY c.unit_id, p.number, s.number, y.source`,
      [...unitIds, program],
    );
    return groupByKey(unitIds, rows, (row) => row.unit_id).map((ofUnit) => ofUnit.map(toAllocation));
  },
);

function toAllocation(row: Row): CapitalAllocation {
  const allocated = Number(row.allocated);
  const disbursed = Number(row.disbursed);
  return {
    subProjectId: row.sub_project_id,
    source: row.source,
    fromYear: row.first_year,
    toYear: row.last_year,
    allocated,
    disbursed,
    disbursedPercent: percent(disbursed, allocated),
  };
}
