import type { AssistanceTotalEntity } from "@an-sinh/households/assistance/assistance-total.entity";
import type { RecipientUnit } from "@an-sinh/households/assistance/recipient-unit";
import { firstDayOf } from "@an-sinh/subgraph-kit/calendar";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { formerDistrict, mergedBacNinhId, quangNinhId } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";
import { apportion } from "../../population/apportion.js";
import { classAtEndOf, wasPoorOrNearPoor } from "../../population/class-of-year.js";
import type { Population, SampleHousehold } from "../../population/population.js";
import { levelOn, type AssistanceCode } from "./assistance-programs.js";
import { baViGiftRows, giftsAndInsuranceOfBaVi } from "./gifts.js";
import { livelihoodPlan, supportPerHousehold } from "./livelihood-models.js";

const years = [2022, 2023, 2024];
const personsPerHousehold = 3;
const giftAmount = 500_000;

/** What units reported as totals, without names. What has no F number is made up, and plausible. */
export function assistanceTotalRows(population: Population): AssistanceTotalEntity[] {
  const byDistrict = groupBy(population.households, ({ locality }) => locality.formerDistrictCode);
  const ofDistricts = [...byDistrict].flatMap(([districtCode, households]) =>
    years.flatMap((year) => [
      ...premiumsOf(districtCode, households, year),
      ...giftsOf(districtCode, households, year),
    ]),
  );
  return [
    ...covid19,
    ...livelihoodModels(population.scale),
    ...socialInsuranceOfBaVi(population),
    ...ofDistricts,
  ];
}

function total(
  unitId: string,
  year: number,
  programCode: AssistanceCode,
  [recipients, recipientUnit]: readonly [count: number, unit: RecipientUnit],
  amount: number,
): AssistanceTotalEntity {
  return { unitId, year, programCode, recipients, recipientUnit, amount };
}

/**
 * F26, F27: 7,523 enterprises and 4,891 business households; F28: nearly 953,000 people; F29: more than 1,199 billion
 * dong. The merged Bac Ninh reported them. The year 2021 and the amount of each group are sample values.
 */
const covid19 = [
  total(mergedBacNinhId, 2021, "COVID_19", [7_523, "ENTERPRISES"], 188_075_000_000),
  total(mergedBacNinhId, 2021, "COVID_19", [4_891, "BUSINESS_HOUSEHOLDS"], 14_673_000_000),
  total(mergedBacNinhId, 2021, "COVID_19", [952_860, "PEOPLE"], 996_652_000_000),
];

/** F48: together with those of 2023 to 2025, whose names are on record, more than 4,000 households. */
function livelihoodModels(scale: number): AssistanceTotalEntity[] {
  const unnamedYears = livelihoodPlan.filter(({ unnamed }) => unnamed > 0);
  return unnamedYears.map(({ year, unnamed }) => {
    const households = unnamed * scale;
    const amount = households * supportPerHousehold;
    return total(quangNinhId, year, "LIVELIHOOD_MODEL", [households, "HOUSEHOLDS"], amount);
  });
}

/** F74: what remains of the 2 billion dong of Ba Vi after the gifts to households whose names are on record. */
function socialInsuranceOfBaVi(population: Population): AssistanceTotalEntity[] {
  const { scale } = population;
  const gifts = [...baViGiftRows(population)].reduce((sum, { amount }) => sum + amount, 0);
  const amounts = apportion(giftsAndInsuranceOfBaVi * scale - gifts, [31, 33, 36]);
  return amounts.map((amount, index) => {
    const people = (118 + 9 * index) * scale;
    return total(formerUnitId(formerDistrict.baVi), 2022 + index, "GIFT", [people, "PEOPLE"], amount);
  });
}

/** Households that were poor at the end of the year before are insured. The premium may change on 1 July. */
function premiumsOf(
  districtCode: string,
  households: readonly SampleHousehold[],
  year: number,
): AssistanceTotalEntity[] {
  const poor = households.filter((household) => classAtEndOf(household, year - 1) === "POOR").length;
  if (poor === 0) return [];
  const monthlyPremium = (day: string) => levelOn("HEALTH_INSURANCE_PREMIUM", day).monthlyAmount;
  const perPerson = 6 * monthlyPremium(firstDayOf(year)) + 6 * monthlyPremium(`${year}-07-01`);
  const amount = poor * personsPerHousehold * perPerson;
  return [total(formerUnitId(districtCode), year, "HEALTH_INSURANCE_PREMIUM", [poor, "HOUSEHOLDS"], amount)];
}

/** A gift to each household that was poor or near-poor at the end of the year before. Ba Vi's are on record by name. */
function giftsOf(
  districtCode: string,
  households: readonly SampleHousehold[],
  year: number,
): AssistanceTotalEntity[] {
  if (districtCode === formerDistrict.baVi) return [];
  const needy = households.filter((household) => wasPoorOrNearPoor(household, year - 1)).length;
  if (needy === 0) return [];
  return [total(formerUnitId(districtCode), year, "GIFT", [needy, "HOUSEHOLDS"], needy * giftAmount)];
}
