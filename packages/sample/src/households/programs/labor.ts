import type { LaborYearEntity } from "@an-sinh/households/labor/labor-year.entity";
import { formerProvince } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";

const ofBacNinh = (year: number, newJobs: number, trainedWorkerRatePercent: number | null) => ({
  unitId: formerUnitId(formerProvince.bacNinh),
  year,
  newJobs,
  trainedWorkerRatePercent,
});

/**
 * F04, F05: Bac Ninh before the merger created 27,000 to 30,000 new jobs every year. F06: 78 % of its workers were
 * trained in 2023. The number of each year is a sample value.
 */
export const laborRows: readonly LaborYearEntity[] = [
  ofBacNinh(2021, 27_000, null),
  ofBacNinh(2022, 27_800, null),
  ofBacNinh(2023, 28_900, 78),
  ofBacNinh(2024, 30_000, null),
];
