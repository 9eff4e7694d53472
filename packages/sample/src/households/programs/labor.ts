import type { LaborYearEntity } from "@an-sinh/households/labor/labor-year.entity";
import { formerUnitId } from "../../administrative-units/unit-ids.js";

const ofBacNinh = (year: number, newJobs: number, trainedWorkerRatePercent: number | null) => ({
  unitId: formerUnitId("27"),
  year,
  newJobs,
  trainedWorkerRatePercent,
});

/**
 * F04, F05: Bac Ninh before its merger made 27,000 to 30,000 new jobs every year; F06: 78 % of its workers were
 * trained in 2023. Which year had how many new jobs is a sample value.
 */
export const laborRows: readonly LaborYearEntity[] = [
  ofBacNinh(2021, 27_000, null),
  ofBacNinh(2022, 27_800, null),
  ofBacNinh(2023, 28_900, 78),
  ofBacNinh(2024, 30_000, null),
];
