import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { apportion } from "./apportion.js";
import { registerYears, type SampleLocality } from "./population.js";
import type { ProvincePlan, UnitPlan, UnitYear } from "./poverty-plan.js";
import { createRandom } from "./random.js";

/** A locality's part of the plan. */
export interface LocalityShare {
  readonly locality: SampleLocality;
  /** In the order of `registerYears`. */
  readonly years: readonly UnitYear[];
  readonly otherHouseholds: number;
}

interface WeightedLocality {
  readonly locality: SampleLocality;
  readonly burden: number;
  readonly size: number;
}

/**
 * Splits the plan over the localities, so that every unit with figures of its own gets exactly these. The
 * weights are the same in every year: where many are poor, many are poor the year after.
 */
export function spreadPlan(
  plan: readonly ProvincePlan[],
  localities: readonly SampleLocality[],
  scale: number,
  seed: number,
): LocalityShare[] {
  const byProvince = groupBy(localities, (locality) => locality.formerProvinceCode);
  return plan.flatMap((province) =>
    spreadProvince(province, byProvince.get(province.code) ?? [], scale, seed),
  );
}

function spreadProvince(
  plan: ProvincePlan,
  localities: readonly SampleLocality[],
  scale: number,
  seed: number,
): LocalityShare[] {
  const weighted = localities.map((locality) => weigh(locality, plan.burden, seed));
  const pinned = new Set(plan.districts.map(({ code }) => code));
  const others = weighted.filter(({ locality }) => !pinned.has(locality.formerDistrictCode));
  const shares = [
    ...plan.districts.flatMap((district) =>
      spreadUnit(
        yearsOf(district, [], scale),
        weighted.filter(({ locality }) => locality.formerDistrictCode === district.code),
      ),
    ),
    ...spreadUnit(yearsOf(plan, plan.districts, scale), others),
  ];
  const otherHouseholds = apportion(
    plan.otherHouseholds * scale,
    shares.map(({ size }) => size),
  );
  return shares.map(({ locality, years }, index) => ({
    locality,
    years,
    otherHouseholds: otherHouseholds[index] ?? 0,
  }));
}

function weigh(
  locality: SampleLocality,
  burden: Readonly<Record<string, number>>,
  seed: number,
): WeightedLocality {
  const random = createRandom(seed, `weight of ${locality.id}`);
  const isCity = /^0(0|19|21)/.test(locality.formerDistrictCode) || locality.formerDistrictCode === "268";
  const urbanShare = isCity && locality.formerProvinceCode === "01" ? 0.12 : locality.isUrban ? 0.5 : 1;
  const size = (0.7 + 0.6 * random.next()) * (locality.isUrban ? 1.6 : 1);
  const poverty = (0.5 + random.next()) * urbanShare * (burden[locality.formerDistrictCode] ?? 1);
  return { locality, burden: poverty, size };
}

/** A unit's figures in the order of the years, times the scale, without those of some of its parts. */
function yearsOf(unit: UnitPlan, without: readonly UnitPlan[], scale: number): UnitYear[] {
  return registerYears.map((year) => {
    const rest = (figure: keyof UnitYear) =>
      scale * without.reduce((sum, part) => sum - part.years[year][figure], unit.years[year][figure]);
    return { poor: rest("poor"), nearPoor: rest("nearPoor"), households: rest("households") };
  });
}

function spreadUnit(years: readonly UnitYear[], localities: readonly WeightedLocality[]) {
  const parts = years.map((year) => ({
    poor: spreadFigure(year.poor, localities, "burden"),
    nearPoor: spreadFigure(year.nearPoor, localities, "burden"),
    households: spreadFigure(year.households, localities, "size"),
  }));
  return localities.map(({ locality, size }) => ({
    locality,
    size,
    years: parts.map(({ poor, nearPoor, households }) => ({
      poor: poor.get(locality.id) ?? 0,
      nearPoor: nearPoor.get(locality.id) ?? 0,
      households: households.get(locality.id) ?? 0,
    })),
  }));
}

/** First over the districts, then over their localities. By locality id. */
function spreadFigure(
  total: number,
  localities: readonly WeightedLocality[],
  weight: "burden" | "size",
): Map<string, number> {
  const districts = [...groupBy(localities, ({ locality }) => locality.formerDistrictCode).values()];
  const weights = districts.map((members) => members.map((member) => member[weight]));
  const totals = apportion(
    total,
    weights.map((parts) => parts.reduce((sum, part) => sum + part, 0)),
  );
  const result = new Map<string, number>();
  districts.forEach((members, district) => {
    const parts = apportion(totals[district] ?? 0, weights[district] ?? []);
    members.forEach(({ locality }, index) => result.set(locality.id, parts[index] ?? 0));
  });
  return result;
}
