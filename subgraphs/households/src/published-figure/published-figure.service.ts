import { refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { isSampleData } from "@an-sinh/subgraph-kit/sample-data";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { getUnit } from "../administrative-unit/administrative-unit.service.js";
import { agrees } from "./compare-figure.js";
import { measureOf } from "./figure-measure.js";
import type { FigureQualifierEntity } from "./figure-qualifier.entity.js";
import { spanOf } from "./figure-span.js";
import { householdsMeasures } from "./households-measures.js";
import { PublishedFigureEntity } from "./published-figure.entity.js";
import type { PublishedFigureFilter, PublishedFiguresArgs } from "./published-figure.inputs.js";
import { qualifiers, sources } from "./published-figure.loaders.js";

const byId: Ordering<PublishedFigureEntity> = {
  name: "publishedFigures",
  columns: [{ expression: "figure.id", type: "string", value: (figure) => figure.id }],
};

/**
 * A page of figures in the order of their ids. Throws NOT_FOUND for an unknown unit, and BAD_USER_INPUT for a unit's
 * code in the place of its id and for an empty text.
 */
export async function listFigures(
  context: RequestContext,
  { filter, ...page }: PublishedFiguresArgs,
): Promise<Page<PublishedFigureEntity>> {
  const query = context.read(PublishedFigureEntity, "figure");
  if (filter) await applyFilter(context, query, filter);
  return paginate(context, query, byId, page);
}

async function applyFilter(
  context: RequestContext,
  query: RowQuery<PublishedFigureEntity>,
  filter: PublishedFigureFilter,
): Promise<void> {
  refuseEmptyTexts(filter);
  const { administrativeUnit, program, indicator, source, asOfFrom, asOfTo } = filter;
  if (program) query.andWhere("figure.program = :program", { program });
  if (indicator) query.andWhere("figure.indicator = :indicator", { indicator });
  if (asOfFrom) query.andWhere("figure.asOf >= :asOfFrom", { asOfFrom });
  if (asOfTo) query.andWhere("figure.asOf <= :asOfTo", { asOfTo });
  if (source) {
    query.andWhere("figure.source IN (:...sources)", { sources: orNone(await sourcesWith(context, source)) });
  }
  if (!administrativeUnit) return;
  const argument = "filter.administrativeUnit";
  const { id: unitId } = await getUnit(context, { argument, unitId: administrativeUnit });
  query.andWhere("figure.unitId = :unitId", { unitId });
}

/**
 * The sources that contain a text, whatever the case of its letters. Not LIKE: SQLite's takes no other case of letters
 * with accents, and MySQL's of no letter at all.
 */
async function sourcesWith(context: RequestContext, text: string): Promise<string[]> {
  const wanted = text.toLowerCase();
  return (await sources(context)).filter((source) => source.toLowerCase().includes(wanted));
}

/**
 * What the graph computes for a published figure, in the unit of the figure. Null: nothing computes it, there are no
 * data for it, or the department that computes it did not respond.
 */
export async function computeFigure(
  context: RequestContext,
  figure: PublishedFigureEntity,
): Promise<number | null> {
  const elsewhere = figure.housingProjectsValue ?? figure.creditProgramsValue;
  if (elsewhere !== null && elsewhere !== undefined) return elsewhere;
  const compute = householdsMeasures[measureOf(figure.program, figure.indicator) ?? ""];
  if (!compute || figure.unitId === null) return null;
  const unit = await context.load(unitById, figure.unitId);
  const { period, asOf, qualifier } = figure;
  return unit ? compute(context, unit, { span: spanOf(period, asOf), asOf, qualifier }) : null;
}

/** Whether the computed value rests on sample data. Null: nothing was computed. */
export async function isComputedFromSample(
  context: RequestContext,
  figure: PublishedFigureEntity,
): Promise<boolean | null> {
  if (typeof figure.housingProjectsValue === "number") return figure.housingProjectsIsSample ?? null;
  if (typeof figure.creditProgramsValue === "number") return figure.creditProgramsIsSample ?? null;
  return (await computeFigure(context, figure)) === null ? null : isSampleData(context);
}

/** Whether the computed value agrees with the published one by the rule of its qualifier. Null: nothing was computed. */
export async function figureAgrees(
  context: RequestContext,
  figure: PublishedFigureEntity,
): Promise<boolean | null> {
  const [computed, rule] = await Promise.all([
    computeFigure(context, figure),
    getQualifier(context, figure.qualifier),
  ]);
  return computed === null ? null : agrees(figure.value, computed, rule);
}

/**
 * The rule of a qualifier, which is the text before the first semicolon: that of "target" for "target; Tan Son is among
 * the high ones". A text that is only a remark has the rule of no qualifier.
 */
export async function getQualifier(
  context: RequestContext,
  text: string | null,
): Promise<FigureQualifierEntity> {
  const known = await qualifiers(context);
  const word = text?.split(";")[0]?.trim() ?? "";
  const found =
    known.find(({ qualifier }) => qualifier === word) ?? known.find(({ qualifier }) => qualifier === "");
  return found ?? { qualifier: "", comparison: "EQUAL", tolerancePercent: null };
}
