import type { SchoolMilkTermEntity } from "@an-sinh/households/school-milk/school-milk-term.entity";
import { mergedBacNinhId, quangNinhId } from "../administrative-units/named-units.js";

/** The merged Bac Ninh, 2025–2030. The first day is the day of the report on the resolution. */
const bacNinh = {
  unitId: mergedBacNinhId,
  youngestAge: 3,
  oldestAge: 10,
  validFrom: "2025-08-11",
  validTo: "2030-12-31",
  legalBasis: "Resolution 31/2025/NQ-HDND of Bac Ninh. Sample values: the ages (3 to 10)",
};

/** Passed on 2025-11-14, to the end of 2030. It makes no difference between children. */
const quangNinh: SchoolMilkTermEntity = {
  id: "quang-ninh-2025-all",
  unitId: quangNinhId,
  isForPolicyChildren: null,
  budgetPercent: 100,
  parentsPercent: 0,
  suppliersPercent: 0,
  youngestAge: 1,
  oldestAge: 10,
  validFrom: "2025-11-14",
  validTo: "2030-12-31",
  legalBasis:
    "Resolution of the People's Council of Quang Ninh of 2025-11-14, as reported. Sample values: the first day and the ages (1 to 10)",
};

export const schoolMilkTerms: readonly SchoolMilkTermEntity[] = [
  {
    ...bacNinh,
    id: "bac-ninh-2025-all",
    isForPolicyChildren: false,
    budgetPercent: 50,
    parentsPercent: 25,
    suppliersPercent: 25,
  },
  {
    ...bacNinh,
    id: "bac-ninh-2025-policy",
    isForPolicyChildren: true,
    budgetPercent: 75,
    parentsPercent: 0,
    suppliersPercent: 25,
  },
  quangNinh,
];
