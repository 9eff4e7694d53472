/** Consecutive years, both included. */
interface Years {
  readonly from: number;
  /** Null: no end is set. */
  readonly to: number | null;
}

/** Years of one subject without a gap, and the last year before the gap that precedes them. */
export interface YearRun {
  readonly fromYear: number;
  readonly toYear: number;
  /** 0: no years precede. */
  readonly previousToYear: number;
}

/** In the place of a last year where no end is set: after all years that can be asked for. */
export const noEndYear = 9_999;

/**
 * The years of one subject, such as those in which a household borrowed, as runs without a gap. A subject is counted once
 * in a period, whichever its years are: it has exactly one run that meets `isFirstInPeriod`, or none where it has no year
 * in the period. So totals by run can be added up for every period.
 */
export function yearRunsOf(years: readonly Years[]): YearRun[] {
  const runs: { fromYear: number; toYear: number; previousToYear: number }[] = [];
  for (const { from, to } of years.toSorted((a, b) => a.from - b.from)) {
    const toYear = to ?? noEndYear;
    const last = runs.at(-1);
    if (last && from <= last.toYear + 1) last.toYear = Math.max(last.toYear, toYear);
    else runs.push({ fromYear: from, toYear, previousToYear: last?.toYear ?? 0 });
  }
  return runs;
}

/**
 * The condition in SQL that a run is the first of its subject in the period from `:fromYear` to `:toYear`. `alias` is that
 * of totals with the columns of a run.
 */
export const isFirstInPeriod = (alias: string): string =>
  `${alias}.fromYear <= :toYear AND ${alias}.toYear >= :fromYear AND ${alias}.previousToYear < :fromYear`;
