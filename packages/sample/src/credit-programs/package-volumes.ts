import type { PackageVolumeEntity } from "@an-sinh/credit-programs/housing-package/package-volume.entity";
import { billion } from "../population/amounts.js";
import { programIdOf } from "./credit-programs.js";

const programId = programIdOf("SOCIAL_HOUSING_PACKAGE");

/** 120,000 billion dong were published (F12), and that the volume was raised later. The day of the raise is a sample value. */
export const packageVolumeRows: readonly PackageVolumeEntity[] = [
  {
    programId,
    validFrom: "2023-03-11",
    validTo: "2024-12-31",
    volume: 120_000 * billion,
    legalBasis: "Resolution 33/NQ-CP",
  },
  {
    programId,
    validFrom: "2025-01-01",
    validTo: null,
    volume: 145_000 * billion,
    legalBasis: "Resolution 33/NQ-CP; raised when more banks joined (the day is a sample value)",
  },
];
