import { defineCatalog, defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { CapitalAllocation } from "./capital-allocation.type.js";
import type { CapitalSource } from "./capital-source.js";
import { CapitalTotalEntity } from "./capital-total.entity.js";
import { NationalProgramEntity } from "./national-program.entity.js";
import { ComponentProjectEntity, SubProjectEntity } from "./program-projects.entity.js";

/** In the order of their codes. */
export const nationalPrograms = defineCatalog((context) =>
  context.read(NationalProgramEntity, "program").orderBy("program.code").getMany(),
);

export const subProjectById = rowById(SubProjectEntity, "sub");

export const componentProjectById = rowById(ComponentProjectEntity, "project");

interface Row {
  readonly unitId: string;
  readonly subProjectId: string;
  readonly source: CapitalSource;
  readonly fromYear: number;
  readonly toYear: number;
  readonly allocated: Sum;
  readonly disbursed: Sum;
}

/** Each unit's capital, in the order of component projects, sub-projects and sources. */
export const capitalOfUnit = defineLoader<CapitalAllocation[], { readonly program: string }>(
  async (unitIds, context, { program }) => {
    const rows = await context
      .statistics(CapitalTotalEntity, "capital")
      .innerJoin(SubProjectEntity, "sub", "sub.id = capital.subProjectId")
      .innerJoin(
        ComponentProjectEntity,
        "project",
        "project.id = sub.componentProjectId AND project.programCode = :program",
        { program },
      )
      .select("capital.unitId", "unitId")
      .addSelect("capital.subProjectId", "subProjectId")
      .addSelect("capital.source", "source")
      .addSelect("MIN(capital.year)", "fromYear")
      .addSelect("MAX(capital.year)", "toYear")
      .addSelect("SUM(capital.allocated)", "allocated")
      .addSelect("SUM(capital.disbursed)", "disbursed")
      .where("capital.unitId IN (:...unitIds)", { unitIds })
      .groupBy("capital.unitId")
      .addGroupBy("project.number")
      .addGroupBy("sub.number")
      .addGroupBy("capital.subProjectId")
      .addGroupBy("capital.source")
      .orderBy("project.number")
      .addOrderBy("sub.number")
      .addOrderBy("capital.source")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => ofUnit.map(toAllocation));
  },
);

function toAllocation({ subProjectId, source, fromYear, toYear, ...sums }: Row): CapitalAllocation {
  const allocated = toNumber(sums.allocated);
  const disbursed = toNumber(sums.disbursed);
  const disbursedPercent = percent(disbursed, allocated);
  return { subProjectId, source, fromYear, toYear, allocated, disbursed, disbursedPercent };
}
