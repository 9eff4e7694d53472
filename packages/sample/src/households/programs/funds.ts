import type { FundYearEntity } from "@an-sinh/households/fund-for-the-poor/fund-year.entity";
import { formerDistrict } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";
import { million } from "../../population/amounts.js";
import type { Population } from "../../population/population.js";
import { createRandom } from "../../population/random.js";

/** F70: the fund of Ba Vi received 14.11 billion dong from 2022 to 2024. Million dong; the parts are sample values. */
const baVi = [
  { year: 2022, received: 4_520, spent: 4_310 },
  { year: 2023, received: 4_730, spent: 4_645 },
  { year: 2024, received: 4_860, spent: 4_790 },
];
const years = [2022, 2023, 2024];

/** The funds of the provinces and districts as they were until 2025-06-30. Except for Ba Vi, they are sample values. */
export function* fundRows({ geography, localities, seed }: Population): Iterable<FundYearEntity> {
  const random = createRandom(seed, "fund for the poor");
  const reporting = new Set(
    localities
      .flatMap(({ formerDistrictCode, formerProvinceCode }) => [formerDistrictCode, formerProvinceCode])
      .map(formerUnitId),
  );
  for (const { id, level } of geography.units) {
    if (!reporting.has(id)) continue;
    const most = level === "PROVINCE" ? 48_000 : 6_000;
    for (const year of years) {
      const received = random.between(most / 3, most);
      const drawn = { year, received, spent: Math.floor(received * (0.8 + 0.2 * random.next())) };
      const own =
        id === formerUnitId(formerDistrict.baVi) ? (baVi.find((row) => row.year === year) ?? drawn) : drawn;
      yield { unitId: id, year, received: own.received * million, spent: own.spent * million };
    }
  }
}
