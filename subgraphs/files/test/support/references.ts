import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { bulkInsert } from "@an-sinh/kit/database/bulk-insert";
import type { EntityManager } from "typeorm";

const central: PovertyStandardEntity = {
  id: "central-2022",
  name: "Central",
  issuedById: null,
  legalBasis: "Decree 07/2021/ND-CP",
  validFrom: "2021-03-15",
  validTo: "2026-12-31",
  ruralIncomeLine: 1_500_000,
  urbanIncomeLine: 2_000_000,
  ruralAverageLine: 2_250_000,
  urbanAverageLine: 3_000_000,
  minimumDeprivationsForPoor: 3,
  countedDeprivations: 4_095,
};

/** Of province 01: higher lines. */
const own: PovertyStandardEntity = {
  ...central,
  id: "own-2022",
  name: "Own",
  issuedById: "01",
  validFrom: "2022-01-01",
  ruralIncomeLine: 2_000_000,
  urbanIncomeLine: 2_500_000,
  ruralAverageLine: 3_000_000,
  urbanAverageLine: 3_500_000,
};

/** Fills the table that no file brings. */
export async function fillReferences(manager: EntityManager, department: string): Promise<void> {
  if (department === "households") await bulkInsert(manager, PovertyStandardEntity, [central, own]);
}
