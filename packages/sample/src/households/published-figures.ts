import { readFileSync } from "node:fs";
import type { FigureQualifierEntity } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import type { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { currentUnitId, formerUnitId } from "../administrative-units/unit-ids.js";

const file = new URL("../../data/published-figures.csv", import.meta.url);

const textOrNull = z.string().transform((text) => (text === "" ? null : text));

const rowSchema = z
  .object({
    figure_id: z.string().regex(/^F\d+$/),
    area_code: z.string(),
    area_valid: z.enum(["always", "until 2025-06-30", "from 2025-07-01"]),
    period: z.string().min(1),
    as_of: z.string().regex(/^(\d{4}(-\d\d-\d\d)?)?$/),
    program: z.string().min(1),
    indicator: z.string().min(1),
    value: z.coerce.number(),
    unit: z.string().min(1),
    qualifier: textOrNull,
    standard: textOrNull,
    source: z.string().min(1),
  })
  .transform(({ figure_id, area_code, area_valid, as_of, ...figure }): PublishedFigureEntity => ({
    id: figure_id,
    unitId: area_code === "" ? null : unitIdOf(area_code, area_valid),
    asOf: dayOf(as_of),
    ...figure,
  }));

/** The file says "always" for a province that did not merge. */
const unitIdOf = (code: string, valid: string) =>
  valid === "from 2025-07-01" ? currentUnitId(code) : formerUnitId(code);

/** A year stands for its last day. */
const dayOf = (text: string) => (text === "" ? null : text.length === 4 ? lastDayOf(Number(text)) : text);

/** Reads the figures of news reports with which the sample agrees. The file is the project's own. Throws for a malformed row. */
export function readPublishedFigures(): PublishedFigureEntity[] {
  return z.array(rowSchema).parse(parse(readFileSync(file), { columns: true, bom: true }));
}

const meaning = (
  qualifier: string,
  comparison: FigureQualifierEntity["comparison"],
  tolerancePercent: number | null = null,
): FigureQualifierEntity => ({ qualifier, comparison, tolerancePercent });

/** What the qualifiers in news reports mean. The project chose the tolerances. */
export const figureQualifiers: readonly FigureQualifierEntity[] = [
  meaning("", "EQUAL"),
  meaning("more than", "MORE_THAN", 10),
  meaning("exceeding", "AT_LEAST"),
  meaning("at least", "AT_LEAST"),
  meaning("from", "AT_LEAST"),
  meaning("to", "AT_MOST"),
  meaning("nearly", "AT_MOST", 5),
  meaning("about", "WITHIN", 2),
  meaning("estimated", "WITHIN", 2),
  meaning("expected", "WITHIN", 2),
  meaning("target", "AT_LEAST"),
];
