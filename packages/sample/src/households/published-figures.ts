import { readFileSync } from "node:fs";
import type { FigureQualifierEntity } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import type { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
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

/** A province that goes on as it was has always been there. */
const unitIdOf = (code: string, valid: string) =>
  valid === "from 2025-07-01" ? currentUnitId(code) : formerUnitId(code);

/** A year alone stands for its last day. */
const dayOf = (text: string) => (text === "" ? null : text.length === 4 ? `${text}-12-31` : text);

/** Reads the figures of the news reports that the sample is calibrated to. The file is the project's own: a malformed row is an error. */
export function readPublishedFigures(): PublishedFigureEntity[] {
  return z.array(rowSchema).parse(parse(readFileSync(file), { columns: true, bom: true }));
}

const read = (
  qualifier: string,
  comparison: FigureQualifierEntity["comparison"],
  tolerancePercent: number | null = null,
): FigureQualifierEntity => ({ qualifier, comparison, tolerancePercent });

/** How the qualifiers in news reports are read. The tolerances are the project's own choice. */
export const figureQualifiers: readonly FigureQualifierEntity[] = [
  read("", "EQUAL"),
  read("more than", "MORE_THAN", 10),
  read("exceeding", "AT_LEAST"),
  read("at least", "AT_LEAST"),
  read("from", "AT_LEAST"),
  read("to", "AT_MOST"),
  read("nearly", "AT_MOST", 5),
  read("about", "WITHIN", 2),
  read("estimated", "WITHIN", 2),
  read("expected", "WITHIN", 2),
  read("target", "AT_LEAST"),
];
