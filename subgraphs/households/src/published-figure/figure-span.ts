import { yearOf } from "@an-sinh/subgraph-kit/calendar";

/** The years that a figure is about. */
export interface FigureSpan {
  /** The first year. Null: from the beginning, or not given. */
  readonly fromYear: number | null;
  /** The year at whose end the figure stands. */
  readonly toYear: number;
}

/**
 * The years that the period and the day of a figure mean. "2022-2024" at 2024-12-31 means 2022 to 2024. "to 2025" has no
 * first year. A figure at 1 January stands at the end of the year before. Null: no year is named.
 */
export function spanOf(period: string, asOf: string | null): FigureSpan | null {
  const [first, last = first] = [...period.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year));
  const toYear = asOf === null ? last : endOf(asOf);
  if (toYear === undefined) return null;
  const isOpen = /^to\b/.test(period);
  return { fromYear: isOpen || first === undefined ? null : Math.min(first, toYear), toYear };
}

function endOf(day: string): number {
  const year = yearOf(day);
  return day.endsWith("-01-01") ? year - 1 : year;
}
