import type { SampleLocality } from "../administrative-units/sample-locality.js";
import {
  mergedBacNinh,
  formerBacGiang,
  formerBacNinh,
  formerVinhPhuc,
  haNoi,
  mergedPhuTho,
  quangNinh,
  type Area,
} from "./areas.js";

/** Projects that together have exactly the land and apartments given here. */
export interface ProjectPlan {
  readonly area: Area;
  readonly projects: number;
  /** The first and the last day of their approvals. Null: they are not approved yet. */
  readonly approved: readonly [from: string, to: string] | null;
  readonly landHectares: number;
  readonly plannedApartments: number;
  /** Completed by 2025-12-31. */
  readonly completedApartments: number;
  /** Completed since 2026-01-01. */
  readonly completedLater: number;
  /** The first day on which apartments were completed. */
  readonly completedFrom: string;
}

const beforeAllProjects = "2010-01-01";

/** A project without a name and a status. */
export interface PlannedSite {
  readonly id: string;
  readonly locality: SampleLocality;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
  readonly approvedOn: string | null;
}

/**
 * Published for the former Bac Ninh, at the end of 2024: 54 projects on 173 ha with more than 77,000 apartments.
 * Published for the merged Bac Ninh, at the end of 2025: 71 projects on 255 ha with 102,390 apartments, of which 16,124
 * are completed: more than the Prime Minister's target for 2025, so in the sample they are all of that year. No figures
 * were published for the other provinces. Theirs are made up.
 */
export const projectPlans: readonly ProjectPlan[] = [
  plan(formerBacNinh, 54, ["2014-03-01", "2024-12-20"], 173, 77_021, 13_420, 640, "2025-01-06"),
  plan(formerBacNinh, 4, ["2025-02-01", "2025-12-15"], 19.5, 6_120),
  plan(formerBacGiang, 13, ["2017-05-01", "2025-11-30"], 62.5, 19_249, 2_704, 0, "2025-01-06"),
  plan(mergedBacNinh, 2, ["2026-01-10", "2026-03-20"], 8.4, 2_260),
  plan(mergedBacNinh, 4, null, 16.8, 4_900),
  plan(haNoi, 34, ["2013-01-15", "2025-10-31"], 148.6, 31_480, 11_260, 380),
  plan(haNoi, 3, null, 21.3, 4_150),
  plan(quangNinh, 14, ["2018-02-01", "2025-09-30"], 61.2, 12_870, 2_344),
  plan(formerVinhPhuc, 13, ["2016-04-01", "2025-08-31"], 71.4, 15_690, 3_018),
  plan(mergedPhuTho, 8, ["2019-01-10", "2025-12-10"], 38.9, 7_320, 1_106),
];

function plan(
  area: Area,
  projects: number,
  approved: ProjectPlan["approved"],
  landHectares: number,
  plannedApartments: number,
  completedApartments = 0,
  completedLater = 0,
  completedFrom = beforeAllProjects,
): ProjectPlan {
  const apartments = { plannedApartments, completedApartments, completedLater, completedFrom };
  return { area, projects, approved, landHectares, ...apartments };
}
