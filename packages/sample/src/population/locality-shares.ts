import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { apportion } from "./apportion.js";
import { registerYears } from "./population.js";
import type { ProvincePlan, UnitPlan, UnitYear } from "./poverty-plan.js";
import { createRandom } from "./random.js";

/** The households that a locality has by the plan. */
export interface LocalityShare {
  readonly locality: SampleLocality;
  /** In the order of `registerYears`. */
  readonly years: readonly UnitYear[];
  readonly otherHouseholds: number;
}

interface WeightedLocality {
  readonly locality: SampleLocality;
  /** In proportion to its poor households. */
  readonly poverty: number;
  /** In proportion to all its households. */
  readonly size: number;
}

/**
 * Divides the households of the plan among the localities. Every unit with published figures gets exactly these. The
 * weights of the localities are the same in every year, so the same localities are poor in all years.
 */
export function divideAmongLocalities(
  plan: readonly ProvincePlan[],
  localities: readonly SampleLocality[],
  scale: number,
  seed: number,
): LocalityShare[] {
  const byProvince = groupBy(localities, (locality) => locality.formerProvinceCode);
  return plan.flatMap((province) =>
    divideProvince(province, byProvince.get(province.code) ?? [], scale, seed),
  );
}

function divideProvince(
  plan: ProvincePlan,
  localities: readonly SampleLocality[],
  scale: number,
  seed: number,
): LocalityShare[] {
  const weighted = localities.map((locality) => weigh(locality, plan.povertyFactors, seed));
  const districtsWithFigures = new Set(plan.districts.map(({ code }) => code));
  const others = weighted.filter(({ locality }) => !districtsWithFigures.has(locality.formerDistrictCode));
  const shares = [
    ...plan.districts.flatMap((district) =>
      divideUnit(
        yearsOf(district, [], scale),
        weighted.filter(({ locality }) => locality.formerDistrictCode === district.code),
      ),
    ),
    ...divideUnit(yearsOf(plan, plan.districts, scale), others),
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
  povertyFactors: Readonly<Record<string, number>>,
  seed: number,
): WeightedLocality {
  const random = createRandom(seed, `weight of ${locality.id}`);
  // The inner districts of Ha Noi and Ha Dong (268).
  const isCity = /^0(0|19|21)/.test(locality.formerDistrictCode) || locality.formerDistrictCode === "268";
  const urbanShare = isCity && locality.formerProvinceCode === "01" ? 0.12 : locality.isUrban ? 0.5 : 1;
  const size = (0.7 + 0.6 * random.next()) * (locality.isUrban ? 1.6 : 1);
  const poverty = (0.5 + random.next()) * urbanShare * (povertyFactors[locality.formerDistrictCode] ?? 1);
  return { locality, poverty, size };
}

/** The figures of a unit without those of some of its parts, times the scale, in the order of `registerYears`. */
function yearsOf(unit: UnitPlan, without: readonly UnitPlan[], scale: number): UnitYear[] {
  return registerYears.map((year) => {
    const rest = (figure: keyof UnitYear) =>
      scale * without.reduce((sum, part) => sum - part.years[year][figure], unit.years[year][figure]);
    return { poor: rest("poor"), nearPoor: rest("nearPoor"), households: rest("households") };
  });
}

function divideUnit(years: readonly UnitYear[], localities: readonly WeightedLocality[]) {
  const parts = years.map((year) => ({
    poor: divideFigure(year.poor, localities, "poverty"),
    nearPoor: divideFigure(year.nearPoor, localities, "poverty"),
    households: divideFigure(year.households, localities, "size"),
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

/** Divides a number of households among the districts, then each district's part among its localities. By locality id. */
function divideFigure(
  total: number,
  localities: readonly WeightedLocality[],
  weight: "poverty" | "size",
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
