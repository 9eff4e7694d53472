import type { LaborYearEntity } from "@an-sinh/households/labor/labor-year.entity";

const year = (unitId: string, of: number, newJobs: number, trainedWorkerRatePercent: number | null) => ({
  unitId,
  year: of,
  newJobs,
  trainedWorkerRatePercent,
});

/**
 * F04, F05: Bac Ninh before its merger made 27,000 to 30,000 new jobs every year; F06: 78 % of its workers were
 * trained in 2023. Which year had how many new jobs is a sample value.
 */
export const laborRows: readonly LaborYearEntity[] = [
  year("27", 2021, 27_000, null),
  year("27", 2022, 27_800, null),
  year("27", 2023, 28_900, 78),
  year("27", 2024, 30_000, null),
];
