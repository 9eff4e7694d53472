import { lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { listAssistance } from "../assistance-statistics/assistance-statistics.service.js";
import type { AssistanceStatistics } from "../assistance-statistics/assistance-statistics.type.js";
import type { RecipientUnit } from "../assistance/recipient-unit.js";
import { fundYearsOfUnit } from "../fund-for-the-poor/fund.loaders.js";
import { laborOfUnit, newJobsOfUnit } from "../labor/labor.loaders.js";
import { modelTotals } from "../livelihood-model/livelihood-model.loaders.js";
import type { CapitalAllocation } from "../program-capital/capital-allocation.type.js";
import { capitalOfUnit, subProjectById } from "../program-capital/program-capital.loaders.js";
import type { SchoolMilkTermEntity } from "../school-milk/school-milk-term.entity.js";
import { milkTerms } from "../school-milk/school-milk.loaders.js";
import { topUpsOfUnit } from "../support-top-up/support-top-up.loaders.js";
import { endOfRange, type FigureQuestion, type Measure } from "./figure-question.js";

const firstYearOnRecord = 1945;

/** The years of the figure. If it names none: all years up to this one. */
function periodOf(context: RequestContext, { span }: FigureQuestion): Period {
  return { fromYear: span?.fromYear ?? firstYearOnRecord, toYear: span?.toYear ?? yearOf(context.today) };
}

/** A value of what a program of assistance gave. */
export function assistance(code: string, read: (given: AssistanceStatistics) => number | null): Measure {
  return async (context, unit, question) => {
    const all = await listAssistance(context, unit.id, periodOf(context, question));
    const given = all.find(({ programCode }) => programCode === code);
    return given ? read(given) : null;
  };
}

export const recipients =
  (wanted: RecipientUnit) =>
  (given: AssistanceStatistics): number | null =>
    given.recipients && (given.recipients.find(({ unit }) => unit === wanted)?.count ?? 0);

export const fundReceived: Measure = async (context, unit, question) => {
  const years = await context.load(fundYearsOfUnit, unit.id, periodOf(context, question));
  return years.length === 0 ? null : years.reduce((sum, { received }) => sum + received, 0);
};

export const livelihoodModels: Measure = async (context, unit, question) =>
  (await context.load(modelTotals, unit.id, periodOf(context, question))).models;

const povertyReduction = { program: "SUSTAINABLE_POVERTY_REDUCTION" };

/** Capital of the program on poverty reduction, over its whole term. */
export function capital(read: (rows: readonly CapitalAllocation[]) => number): Measure {
  return async (context, unit) => {
    const rows = await context.load(capitalOfUnit, unit.id, povertyReduction);
    return rows.length === 0 ? null : read(rows);
  };
}

export const allocated = (rows: readonly CapitalAllocation[]): number =>
  rows.reduce((sum, row) => sum + row.allocated, 0);

export const componentProjects: Measure = async (context, unit) => {
  const rows = await context.load(capitalOfUnit, unit.id, povertyReduction);
  const subProjects = await Promise.all(rows.map((row) => context.load(subProjectById, row.subProjectId)));
  return rows.length === 0 ? null : new Set(subProjects.map((sub) => sub?.componentProjectId)).size;
};

/** The new jobs of the year, or if the figure names no year the lowest or highest number of all years. */
export const newJobs: Measure = async (context, unit, question) => {
  const years = await context.load(newJobsOfUnit, unit.id);
  const { span } = question;
  const ofSpan = years.filter(({ year }) => span === null || year === span.toYear);
  return endOfRange(
    ofSpan.map((one) => one.newJobs),
    question,
  );
};

export const trainedWorkerRate: Measure = async (context, unit, { span }) =>
  span &&
  ((await context.load(laborOfUnit, unit.id, { year: span.toYear }))?.trainedWorkerRatePercent ?? null);

/** The lowest or highest support level: how many times the central one. */
export const topUp: Measure = async (context, unit, question) => {
  const year = question.span?.toYear ?? null;
  const topUps = await context.load(topUpsOfUnit, unit.id, { year });
  return endOfRange(
    topUps.map(({ timesCentral }) => timesCentral),
    question,
  );
};

/** A share of who pays school milk, on the day at which it was published or else at the end of the year. */
export function milkShare(
  read: (term: SchoolMilkTermEntity) => number,
  isForPolicyChildren: boolean,
): Measure {
  return async (context, unit, { asOf, span }) => {
    const on = asOf ?? (span ? lastDayOf(span.toYear) : context.today);
    const terms = await milkTerms(context, unit.id, on);
    const term = terms.find(
      (one) => (one.isForPolicyChildren ?? isForPolicyChildren) === isForPolicyChildren,
    );
    return term ? read(term) : null;
  };
}
