import type { AssistanceLevelEntity } from "@an-sinh/households/assistance-program/assistance-level.entity";
import type { AssistanceProgramEntity } from "@an-sinh/households/assistance-program/assistance-program.entity";
import { monthlyPremium } from "@an-sinh/meritorious-service/health-insurance-norm/monthly-premium";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { basePays } from "../../meritorious-service/base-pays.js";
import { healthInsuranceNorm } from "../../meritorious-service/health-insurance-norms.js";

export const assistancePrograms = [
  {
    code: "MONTHLY_ALLOWANCE",
    name: "Monthly social allowance",
    kind: "MONTHLY_CASH",
    legalBasis: "Decree 20/2021/ND-CP, amended by Decree 76/2024/ND-CP; the coefficients are sample values",
  },
  {
    code: "SOCIAL_PENSION",
    name: "Social pension",
    kind: "MONTHLY_CASH",
    legalBasis: "Decree 176/2025/ND-CP",
  },
  {
    code: "COVID_19",
    name: "Support in the COVID-19 outbreak",
    kind: "ONE_OFF_CASH",
    legalBasis: "As reported by the province; the acts and the amount of each group are sample values",
  },
  {
    code: "HEALTH_INSURANCE_PREMIUM",
    name: "Health insurance premiums of poor households",
    kind: "INSURANCE_PREMIUM",
    legalBasis: "Law on Health Insurance; who is insured is a sample value",
  },
  {
    code: "GIFT",
    name: "Gifts and social insurance payments from donations",
    kind: "ONE_OFF_CASH",
    legalBasis: "As reported by the unit; what each recipient got is a sample value",
  },
  {
    code: "BREEDING_STOCK",
    name: "Breeding cows",
    kind: "GOODS",
    legalBasis: "As reported by the unit; what each household got is a sample value",
  },
  {
    code: "COW_BANK",
    name: "Cow Bank of the Red Cross",
    kind: "GOODS",
    legalBasis: "As reported from Yen Lap: a calf for a household; its value and the day are sample values",
  },
  {
    code: "LIVELIHOOD_MODEL",
    name: "Livelihood models",
    kind: "PRODUCTION_SUPPORT",
    legalBasis: "National Target Program on Sustainable Poverty Reduction; the models are sample values",
  },
] as const satisfies readonly AssistanceProgramEntity[];

export type AssistanceCode = (typeof assistancePrograms)[number]["code"];

/** Decree 176/2025. */
export const firstPensionDay = "2025-07-01";

const anyAge = { minimumAge: null, minimumAgeIfPoor: null, isOnlyWithoutPension: false };

const allowance = {
  ...anyAge,
  programCode: "MONTHLY_ALLOWANCE",
  remark: `Old people without other support got it only without a pension, until the social pension began on ${firstPensionDay}.`,
};

/** They follow the base pay. */
const premiums: readonly AssistanceLevelEntity[] = basePays.map((basePay) => ({
  ...anyAge,
  programCode: "HEALTH_INSURANCE_PREMIUM",
  validFrom: basePay.validFrom,
  validTo: basePay.validTo,
  monthlyAmount: monthlyPremium(healthInsuranceNorm, basePay),
  legalBasis: `${healthInsuranceNorm.legalBasis} (${basePay.legalBasis})`,
  remark: null,
}));

/** In the order of the first days within each program. */
export const assistanceLevels: readonly AssistanceLevelEntity[] = [
  {
    ...allowance,
    validFrom: "2021-07-01",
    validTo: "2024-06-30",
    monthlyAmount: 360_000,
    legalBasis: "Decree 20/2021/ND-CP",
  },
  {
    ...allowance,
    validFrom: "2024-07-01",
    validTo: null,
    monthlyAmount: 500_000,
    legalBasis: "Decree 76/2024/ND-CP",
  },
  {
    programCode: "SOCIAL_PENSION",
    validFrom: firstPensionDay,
    validTo: null,
    monthlyAmount: 500_000,
    minimumAge: 75,
    minimumAgeIfPoor: 70,
    isOnlyWithoutPension: true,
    legalBasis: "Decree 176/2025/ND-CP",
    remark: "Who is also entitled to the monthly social allowance gets the higher of the two.",
  },
  ...premiums,
];

/** The level of a program on a day. Throws where there is none. */
export function levelOn(code: AssistanceCode, day: string): AssistanceLevelEntity {
  const found = assistanceLevels.find((level) => level.programCode === code && isInForce(level, day));
  if (!found) throw new RangeError(`Expected a level of ${code} on ${day}, but got none.`);
  return found;
}
