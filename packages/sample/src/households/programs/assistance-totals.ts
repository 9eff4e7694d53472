import { isPoorOrNear } from "./need-and-age.js";
import type { AssistanceTotalEntity } from "@an-sinh/households/assistance/assistance-total.entity";
import type { RecipientUnit } from "@an-sinh/households/assistance/recipient-unit";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { currentUnitId, formerUnitId } from "../../administrative-units/unit-ids.js";
import { apportion } from "../../population/apportion.js";
import type { Population, RegisterYear, SampleHousehold } from "../../population/population.js";
import { levelOn, type AssistanceCode } from "./assistance-programs.js";
import { livelihoodPlan, supportPerHousehold } from "./livelihood-models.js";
import { baViGiftRows, baViCode, baViGifts } from "./gifts-and-cows.js";

const total = (
  unitId: string,
  year: number,
  programCode: AssistanceCode,
  recipients: readonly [count: number, unit: RecipientUnit],
  amount: number,
): AssistanceTotalEntity => ({
  unitId,
  year,
  programCode,
  recipients: recipients[0],
  recipientUnit: recipients[1],
  amount,
});

const bacNinhId = currentUnitId("24");
const quangNinhId = formerUnitId("22");

/**
 * F26, F27: 7,523 enterprises and 4,891 business households; F28: nearly 953,000 people; F29: more than 1,199
 * billion dong. Reported by today's Bac Ninh, and of 2021 in the sample; each group's amount is a sample value.
 */
const covid19 = [
  total(bacNinhId, 2021, "COVID_19", [7_523, "ENTERPRISES"], 188_075_000_000),
  total(bacNinhId, 2021, "COVID_19", [4_891, "BUSINESS_HOUSEHOLDS"], 14_673_000_000),
  total(bacNinhId, 2021, "COVID_19", [952_860, "PEOPLE"], 996_652_000_000),
];

/** F48: with those of 2023 to 2025, who are known by name, more than 4,000 households. */
const livelihoodModels = (scale: number) =>
  livelihoodPlan
    .filter(({ unnamed }) => unnamed > 0)
    .map(({ year, unnamed }) => {
      const households = unnamed * scale;
      const amount = households * supportPerHousehold;
      return total(quangNinhId, year, "LIVELIHOOD_MODEL", [households, "HOUSEHOLDS"], amount);
    });

const years = [2022, 2023, 2024] as const;
const personsPerHousehold = 3;
const giftAmount = 500_000;

/** What units reported in figures alone. Figures without a number are plausible fillings. */
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

/** F74: what the gifts by name leave of Ba Vi's 2 billion. */
function socialInsuranceOfBaVi(population: Population): AssistanceTotalEntity[] {
  const gifts = [...baViGiftRows(population)].reduce((sum, { amount }) => sum + amount, 0);
  const rest = baViGifts * population.scale - gifts;
  return apportion(rest, [31, 33, 36]).map((amount, index) =>
    total(
      formerUnitId(baViCode),
      2022 + index,
      "GIFT",
      [(118 + 9 * index) * population.scale, "PEOPLE"],
      amount,
    ),
  );
}

/** Those who are poor at the end of a year are insured in the next. */
function premiumsOf(districtCode: string, households: readonly SampleHousehold[], year: number) {
  const poor = households.filter(({ classAt }) => classAt[(year - 1) as RegisterYear] === "POOR").length;
  const perPerson =
    6 * levelOn("HEALTH_INSURANCE_PREMIUM", `${year}-01-01`) +
    6 * levelOn("HEALTH_INSURANCE_PREMIUM", `${year}-07-01`);
  return poor === 0
    ? []
    : [
        total(
          formerUnitId(districtCode),
          year,
          "HEALTH_INSURANCE_PREMIUM",
          [poor, "HOUSEHOLDS"],
          poor * personsPerHousehold * perPerson,
        ),
      ];
}

function giftsOf(districtCode: string, households: readonly SampleHousehold[], year: number) {
  if (districtCode === baViCode) return [];
  const needy = households.filter(({ classAt }) => isPoorOrNear(classAt[(year - 1) as RegisterYear])).length;
  return needy === 0
    ? []
    : [total(formerUnitId(districtCode), year, "GIFT", [needy, "HOUSEHOLDS"], needy * giftAmount)];
}
