import type { SampleLocality } from "../population/population.js";
import {
  bacNinh,
  formerBacGiang,
  formerBacNinh,
  formerVinhPhuc,
  haNoi,
  phuTho,
  quangNinh,
  type Area,
} from "./areas.js";

/** Projects that are drawn together and add up exactly to what is given here. */
export interface ProjectPlan {
  readonly area: Area;
  readonly projects: number;
  /** From when to when they were approved. Null: they are planned only. */
  readonly approved: readonly [from: string, to: string] | null;
  readonly landHectares: number;
  readonly plannedApartments: number;
  /** Completed by 2025-12-31. */
  readonly completedApartments: number;
  /** Completed from 2026-01-01 on. */
  readonly completedLater: number;
}

/** A project before it has a name. */
export interface PlannedSite {
  readonly id: string;
  readonly locality: SampleLocality;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
  readonly approvedOn: string | null;
}

/**
 * Bac Ninh as published: 54 projects on 173 ha for more than 77,000 apartments in the former province by
 * the end of 2024; 71 on 255 ha for 102,390, with 16,124 completed, in the merged one by the end of 2025.
 * The other provinces have no published figures: theirs are made up.
 */
export const projectPlans: readonly ProjectPlan[] = [
  plan(formerBacNinh, 54, ["2014-03-01", "2024-12-20"], 173, 77_021, 13_420, 640),
  plan(formerBacNinh, 4, ["2025-02-01", "2025-12-15"], 19.5, 6_120),
  plan(formerBacGiang, 13, ["2017-05-01", "2025-11-30"], 62.5, 19_249, 2_704),
  plan(bacNinh, 2, ["2026-01-10", "2026-03-20"], 8.4, 2_260),
  plan(bacNinh, 4, null, 16.8, 4_900),
  plan(haNoi, 34, ["2013-01-15", "2025-10-31"], 148.6, 31_480, 11_260, 380),
  plan(haNoi, 3, null, 21.3, 4_150),
  plan(quangNinh, 14, ["2018-02-01", "2025-09-30"], 61.2, 12_870, 2_344),
  plan(formerVinhPhuc, 13, ["2016-04-01", "2025-08-31"], 71.4, 15_690, 3_018),
  plan(phuTho, 8, ["2019-01-10", "2025-12-10"], 38.9, 7_320, 1_106),
];

function plan(
  area: Area,
  projects: number,
  approved: ProjectPlan["approved"],
  landHectares: number,
  plannedApartments: number,
  completedApartments = 0,
  completedLater = 0,
): ProjectPlan {
  return { area, projects, approved, landHectares, plannedApartments, completedApartments, completedLater };
}
