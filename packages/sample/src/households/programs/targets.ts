import type { TargetEntity } from "@an-sinh/households/target/target.entity";
import type { TargetIndicator } from "@an-sinh/households/target/target.enums";
import { formerDistrict, formerProvince } from "../../administrative-units/named-units.js";
import { formerUnitId } from "../../administrative-units/unit-ids.js";

interface Plan {
  readonly unitId: string;
  readonly indicator: TargetIndicator;
  readonly years: readonly [from: number, to: number];
  readonly planned: number;
  readonly legalBasis: string;
  readonly reachedYear: number | null;
}

const phuTho2024 = "Phu Tho's plan of poverty reduction for 2024";
const phuThoDistrict2024 = `${phuTho2024}; the number of each district is a sample value`;
const tanSonTo2025 = "Tan Son's plan of poverty reduction to 2025";

/**
 * F37, F38: the districts of Phu Tho planned to lower their poverty rates by 0.03 to 1.72 points. The targets of Tan
 * Son, Yen Lap and Cam Khe were among the high ones. The exact target of each district is a sample value.
 */
const phuThoDistricts: Readonly<Record<string, number>> = {
  [formerDistrict.tanSon]: 1.72,
  234: 1.68, // Yen Lap
  235: 1, // Cam Khe
  238: 0.95,
  231: 0.55,
  232: 0.42,
  236: 0.41,
  233: 0.4,
  239: 0.4,
  230: 0.38,
  237: 0.15,
  228: 0.1,
  227: 0.03,
};

/** The published plans. Compared with the register, they give the published results. */
const plans = (scale: number): Plan[] => [
  // F35, F36
  plan(formerProvince.phuTho, "POVERTY_RATE_REDUCTION", [2024, 2024], 0.6, phuTho2024),
  plan(formerProvince.phuTho, "NEAR_POVERTY_RATE_REDUCTION", [2024, 2024], 0.3, phuTho2024),
  ...Object.entries(phuThoDistricts).map(([code, points]) =>
    plan(code, "POVERTY_RATE_REDUCTION", [2024, 2024], points, phuThoDistrict2024),
  ),
  // F40, F41
  plan(formerDistrict.tanSon, "LOCALITIES_OUT_OF_EXTREME_DIFFICULTY", [2021, 2025], 50, tanSonTo2025),
  plan(formerDistrict.tanSon, "ETHNIC_MINORITY_POVERTY_RATE_REDUCTION", [2021, 2025], 3, tanSonTo2025),
  // F59: more than 182 % of the plan. There are 3,710 poor households fewer, so the plan is 2,038.
  {
    ...plan(
      formerProvince.haNoi,
      "POOR_HOUSEHOLDS_REDUCTION",
      [2022, 2025],
      2_038 * scale,
      "Program 08-CTr/TU of Ha Noi; the planned number is a sample value that agrees with the published share",
    ),
    reachedYear: 2024,
  },
];

function plan(
  code: string,
  indicator: TargetIndicator,
  years: Plan["years"],
  planned: number,
  legalBasis: string,
): Plan {
  return { unitId: formerUnitId(code), indicator, years, planned, legalBasis, reachedYear: null };
}

export const targetRows = (scale: number): TargetEntity[] =>
  plans(scale).map(({ years, ...row }, index) => ({
    ...row,
    id: `tg-${String(index + 1).padStart(4, "0")}`,
    fromYear: years[0],
    toYear: years[1],
    statedAchieved: null,
  }));
