import type { RegisterYear } from "./population.js";

/** The households of a unit at the end of a year, with the classes by the standard that its province reports by. */
export interface UnitYear {
  readonly poor: number;
  readonly nearPoor: number;
  /** All households, also those that are not on the poverty register. */
  readonly households: number;
}

export interface UnitPlan {
  /** The code that the unit had until 2025-06-30. The figures of 2025 are those of its land. */
  readonly code: string;
  readonly years: Readonly<Record<RegisterYear, UnitYear>>;
}

export interface ProvincePlan extends UnitPlan {
  /** Districts for which figures were published. The province's figures include them. */
  readonly districts: readonly UnitPlan[];
  /** By code of a district: its poverty rate compared with the usual one in the province. A district not named has 1. */
  readonly povertyFactors: Readonly<Record<string, number>>;
  /** Households that were never poor. They are in the sample as borrowers, or for a support or a meritorious member. */
  readonly otherHouseholds: number;
}

const year = (poor: number, nearPoor: number, households: number): UnitYear => ({
  poor,
  nearPoor,
  households,
});

/**
 * How many households the sample has of each class. What the graph computes from them equals the published figures:
 * F51 is that row of published-figures.csv. Values without such a number are made up, and plausible.
 */
export const povertyPlan: readonly ProvincePlan[] = [
  {
    code: "01",
    years: {
      2021: year(3_710, 30_176, 2_215_000), // near-poor as the city published them
      2022: year(2_128, 22_263, 2_240_000), // F52: 1,582 fewer poor; F53: 0.095 %; near-poor as published
      2023: year(672, 15_500, 2_262_000), // F54: 1,456 fewer poor; F55: 0.03 %
      2024: year(0, 9_928, 2_308_837), // F56: none poor; F57, F58: 9,928 near-poor, 0.43 %
      2025: year(0, 8_900, 2_335_000),
    },
    districts: [
      {
        code: "271",
        years: {
          2021: year(436, 1_424, 71_900), // F60, F61: at the start of 2022
          2022: year(251, 1_290, 72_700),
          2023: year(79, 1_120, 73_500),
          2024: year(0, 945, 74_409), // F62, F63, F64: 1.27 %
          2025: year(0, 830, 75_200),
        },
      },
      {
        code: "016",
        years: {
          2021: year(413, 1_753, 87_300), // F65, F66: at the start of 2022
          2022: year(237, 1_300, 88_200),
          2023: year(75, 860, 89_200),
          2024: year(0, 451, 90_200), // F67, F68, F69: 0.5 %
          2025: year(0, 390, 91_100),
        },
      },
    ],
    povertyFactors: { 282: 2, 281: 1.6, 277: 1.4, 275: 1.3, 276: 1.3, 250: 1.2 },
    otherHouseholds: 1_400,
  },
  {
    code: "22",
    years: {
      2021: year(980, 2_300, 376_000),
      2022: year(258, 2_100, 384_000), // poor as the province published them
      2023: year(210, 1_680, 392_000),
      2024: year(120, 1_080, 400_000), // F51: 0.03 %
      2025: year(36, 760, 407_000),
    },
    districts: [],
    povertyFactors: { 198: 4, 202: 5, 199: 2.5, 200: 2.5, 201: 2, 203: 1.5, 193: 0.3, 195: 0.2, 196: 0.2 },
    otherHouseholds: 500,
  },
  {
    code: "24",
    years: {
      2021: year(7_000, 4_200, 492_000),
      2022: year(6_550, 3_950, 501_000),
      2023: year(6_100, 3_700, 510_000),
      2024: year(5_700, 3_500, 519_000),
      2025: year(5_320, 3_300, 528_000), // F13: with 27, where none is poor, 5,320 of 950,000, 0.56 %
    },
    districts: [],
    povertyFactors: { 220: 6, 219: 3.5, 218: 2, 215: 2, 224: 1.5, 213: 0.5, 222: 0.4 },
    otherHouseholds: 1_500,
  },
  {
    code: "27",
    years: {
      2021: year(4_240, 2_900, 382_000),
      2022: year(3_990, 2_800, 391_000),
      2023: year(3_760, 2_700, 400_000), // F02: 0.94 %
      2024: year(0, 2_600, 411_000), // F03: none
      2025: year(0, 2_350, 422_000), // none since 2024
    },
    districts: [],
    povertyFactors: { 263: 1.5, 264: 1.5, 256: 0.6, 261: 0.5 },
    otherHouseholds: 1_700,
  },
  {
    code: "25",
    years: {
      2021: year(8_056, 6_360, 424_000),
      2022: year(7_259, 5_978, 427_000),
      2023: year(6_450, 5_590, 430_000),
      2024: year(3_906, 4_340, 434_000), // F35: 0.6 points fewer poor; F36: 0.3 points fewer near-poor
      2025: year(3_066, 3_504, 438_000),
    },
    districts: [
      {
        code: "240",
        years: {
          2021: year(2_040, 1_200, 24_000), // F39: 1.7 points fewer every year
          2022: year(1_632, 1_080, 24_000),
          2023: year(1_224, 960, 24_000),
          2024: year(816, 840, 24_000),
          2025: year(408, 720, 24_000),
        },
      },
    ],
    povertyFactors: { 234: 3.5, 238: 2.5, 235: 2, 231: 1.5, 227: 0.3, 228: 0.4, 237: 0.5 },
    otherHouseholds: 600,
  },
  {
    code: "26",
    years: {
      2021: year(1_000, 1_300, 318_000),
      2022: year(760, 1_150, 323_000),
      2023: year(520, 1_000, 328_000),
      2024: year(300, 850, 333_000),
      2025: year(240, 740, 338_000),
    },
    districts: [],
    povertyFactors: { 248: 2, 253: 2, 246: 1.6, 243: 0.4 },
    otherHouseholds: 400,
  },
  {
    code: "17",
    years: {
      2021: year(2_500, 2_400, 219_000),
      2022: year(2_150, 2_150, 221_000),
      2023: year(1_800, 1_900, 223_000),
      2024: year(1_500, 1_700, 225_000),
      2025: year(1_250, 1_500, 227_000),
    },
    districts: [],
    povertyFactors: { 150: 2.5, 156: 2, 157: 2, 155: 1.5, 148: 0.3, 152: 0.6 },
    otherHouseholds: 300,
  },
];
