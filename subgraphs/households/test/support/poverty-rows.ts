import type { HouseholdsRows } from "./households-graph.js";
import { provincialStandard, standard } from "./rows.js";

export const merged = "24@2025-07-01";

/** The province 01 reports by a standard of its own from 2023 on, and "27" is closed on 2025-06-30. */
export const povertyRows: HouseholdsRows = {
  territory: { "01@0": ["here", "near"], "27@0": ["far"], [merged]: ["far", "beyond"] },
  units: [{ id: "01@0" }, { id: "27@0", validTo: "2025-06-30" }, { id: merged }],
  standards: [
    standard({ id: "before", validFrom: "2016-01-01", validTo: "2021-12-31" }),
    standard({ validFrom: "2022-01-01", reviewedFrom: "2021-09-01" }),
    provincialStandard({ validFrom: "2023-01-01" }),
  ],
  households: [
    { id: "h1" },
    { id: "h2", localityId: "near" },
    { id: "h3", localityId: "far" },
    { id: "h4", localityId: "far", ethnicGroup: "Tày" },
    { id: "h5", localityId: "far", ethnicGroup: "Kinh" },
    { id: "h6" },
  ],
  classes: [
    { householdId: "h1", class: "POOR", since: "2022-01-01", until: "2023-12-07" },
    { householdId: "h1", class: "NEWLY_ESCAPED", since: "2023-12-08" },
    { householdId: "h1", class: "POOR", since: "2023-01-01", standardId: "own" },
    { householdId: "h2", class: "NEAR_POOR", since: "2022-12-31", until: "2024-12-31" },
    { householdId: "h2", class: "POOR", since: "2025-01-01" },
    { householdId: "h3", class: "POOR", since: "2022-12-08", until: "2024-12-30" },
    { householdId: "h4", class: "POOR", since: "2024-12-31" },
    { householdId: "h5", class: "POOR", since: "2021-12-08", until: "2022-12-07" },
    { householdId: "h5", class: "NEAR_POOR", since: "2022-12-08", until: "2024-12-30" },
    { householdId: "h5", class: "POOR", since: "2024-12-31" },
    { householdId: "h6", class: "POOR", since: "2021-12-08", until: "2022-12-07" },
    { householdId: "h6", class: "POOR", since: "2024-12-31", standardId: "own" },
  ],
  totals: [2021, 2022, 2023, 2024, 2025].flatMap((year) => [
    { localityId: "here", year, households: 300 },
    { localityId: "near", year, households: 100 },
    { localityId: "far", year, households: 8 },
  ]),
};
