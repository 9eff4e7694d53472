import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { bulkInsert } from "@an-sinh/kit/database/bulk-insert";
import { MeritoriousCategoryEntity } from "@an-sinh/meritorious-service/meritorious-category/meritorious-category.entity";
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

const category = (code: string, position: number, isRelative = false): MeritoriousCategoryEntity => ({
  id: `cat-${position}`,
  code,
  name: code,
  englishName: code,
  legalBasis: "Ordinance 02/2020/UBTVQH14",
  isRelative,
  position,
});

/** Fills the tables that no file brings. Of the fixtures, commune 00001 was made of 00001 and 00002; 00003 is as it was. */
export async function fillReferences(manager: EntityManager, department: string): Promise<void> {
  if (department === "households") await bulkInsert(manager, PovertyStandardEntity, [central, own]);
  if (department === "credit-programs") {
    const office = { id: "office-1", name: "Office", administrativeUnitId: "01" };
    await bulkInsert(manager, TransactionOfficeEntity, [office]);
    const group = { id: "group-1", name: "Group", localityId: "a", transactionOfficeId: office.id };
    await bulkInsert(manager, SavingsGroupEntity, [{ ...group, entrustedOrganisation: "WOMENS_UNION" }]);
  }
  if (department === "meritorious-service") {
    const categories = [category("WAR_INVALID", 1), category("RELATIVE", 2, true)];
    await bulkInsert(manager, MeritoriousCategoryEntity, categories);
  }
}
