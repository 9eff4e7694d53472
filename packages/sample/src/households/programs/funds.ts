import type { FundYearEntity } from "@an-sinh/households/fund-for-the-poor/fund-year.entity";
import { formerDistrict } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";
import type { SampleLocality } from "../../administrative-units/sample-locality.js";
import { million } from "../../population/amounts.js";
import { apportion } from "../../population/apportion.js";
import type { Population } from "../../population/population.js";
import { createRandom } from "../../population/random.js";

/**
 * F70: the funds of Ba Vi and of its communes received 14.11 billion dong from 2022 to 2024. Million dong; the parts are
 * sample values.
 */
const baVi = [
  { year: 2022, received: 4_520, spent: 4_310 },
  { year: 2023, received: 4_730, spent: 4_645 },
  { year: 2024, received: 4_860, spent: 4_790 },
];
/** Million dong. */
type FundYear = Pick<FundYearEntity, "year" | "received" | "spent">;

/** The part that the funds of the communes received and spent. */
const shareOfCommunes = 0.6;
const years = [2022, 2023, 2024];

/**
 * The funds of the provinces and districts, and of the communes of Ba Vi, as they were until 2025-06-30. Except for Ba
 * Vi's, they are sample values.
 */
export function* fundRows({ geography, localities, seed }: Population): Iterable<FundYearEntity> {
  const random = createRandom(seed, "fund for the poor");
  const reporting = new Set(
    localities
      .flatMap(({ formerDistrictCode, formerProvinceCode }) => [formerDistrictCode, formerProvinceCode])
      .map(formerUnitId),
  );
  yield* baViRows(localities);
  for (const { id, level } of geography.units) {
    if (!reporting.has(id)) continue;
    const most = level === "PROVINCE" ? 48_000 : 6_000;
    for (const year of years) {
      const received = random.between(most / 3, most);
      const drawn = { year, received, spent: Math.floor(received * (0.8 + 0.2 * random.next())) };
      if (id !== formerUnitId(formerDistrict.baVi)) yield fundYear(id, drawn);
    }
  }
}

/** What the district's fund kept, and equal parts for the funds of its communes. */
function* baViRows(localities: readonly SampleLocality[]): Iterable<FundYearEntity> {
  const here = localities.filter(({ formerDistrictCode }) => formerDistrictCode === formerDistrict.baVi);
  const communes = [...new Set(here.flatMap(({ formerCommuneIds }) => formerCommuneIds))];
  const split = (total: number) => {
    const ofCommunes = Math.round(total * shareOfCommunes);
    return [
      total - ofCommunes,
      ...apportion(
        ofCommunes,
        communes.map(() => 1),
      ),
    ];
  };
  for (const { year, ...total } of baVi) {
    const received = split(total.received);
    const spent = split(total.spent);
    for (const [index, id] of [formerUnitId(formerDistrict.baVi), ...communes].entries())
      yield fundYear(id, { year, received: received[index] ?? 0, spent: spent[index] ?? 0 });
  }
}

const fundYear = (unitId: string, { year, received, spent }: FundYear): FundYearEntity => ({
  unitId,
  year,
  received: received * million,
  spent: spent * million,
});
