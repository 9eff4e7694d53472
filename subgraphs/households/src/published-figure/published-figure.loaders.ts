import { defineCatalog, defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { FigureQualifierEntity } from "./figure-qualifier.entity.js";
import { PublishedFigureEntity } from "./published-figure.entity.js";

export const publishedFigureById = rowById(PublishedFigureEntity, "figure");

/** In the order of their ids. */
export const figuresOfUnit = defineLoader<PublishedFigureEntity[], { program: string | null }>(
  async (unitIds, context, { program }) => {
    const query = context
      .read(PublishedFigureEntity, "figure")
      .where("figure.unitId IN (:...unitIds)", { unitIds })
      .orderBy("figure.id");
    if (program !== null) query.andWhere("figure.program = :program", { program });
    return groupByKey(unitIds, await query.getMany(), (figure) => figure.unitId ?? "");
  },
);

/** The texts of the sources, each once: far fewer than figures. */
export const sources = defineCatalog(async (context) => {
  const query = context.read(PublishedFigureEntity, "figure").select("DISTINCT figure.source", "source");
  const rows = await query.getRawMany<{ source: string }>();
  return rows.map(({ source }) => source);
});

/** A handful. */
export const qualifiers = defineCatalog((context) =>
  context.read(FigureQualifierEntity, "qualifier").getMany(),
);
