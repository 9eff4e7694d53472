import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { compareNames } from "@an-sinh/subgraph-kit/vietnamese-order";
import { LoanEntity } from "../loan/loan.entity.js";
import type { BorrowerKind } from "../loan/loan.enums.js";
import { FinancingTotalEntity } from "./financing-total.entity.js";
import { PackageLoans, ProjectFinancing, ProjectFinancingOfBank } from "./project-financing.type.js";

interface Row {
  projectId: string;
  borrowerKind: BorrowerKind;
  bank: string;
  loans: Sum;
  principal: Sum;
  outstanding: Sum;
}

/** The financing of each project; all zeros where no bank lent. */
export const financingOfProject = defineLoader(async (projectIds, context) => {
  const rows = await context
    .statistics(FinancingTotalEntity, "total")
    .select("total.projectId", "projectId")
    .addSelect("total.borrowerKind", "borrowerKind")
    .addSelect("total.bank", "bank")
    .addSelect("total.loans", "loans")
    .addSelect("total.principal", "principal")
    .addSelect("total.outstanding", "outstanding")
    .where("total.projectId IN (:...projectIds)", { projectIds })
    .getRawMany<Row>();
  return groupByKey(projectIds, rows, ({ projectId }) => projectId).map(toFinancing);
});

/** Whether the loans to buyers of each project lie in the caller's areas: all lie where the project is built. */
export const areBuyersInAreas = defineLoader(async (projectIds, context) => {
  const rows = await context
    .read(LoanEntity, "loan")
    .select("DISTINCT loan.projectId", "projectId")
    .where("loan.projectId IN (:...projectIds)", { projectIds })
    .andWhere("loan.borrowerKind = 'HOUSING_BUYER'")
    .getRawMany<Pick<Row, "projectId">>();
  const found = new Set(rows.map(({ projectId }) => projectId));
  return projectIds.map((projectId) => found.has(projectId));
});

function toFinancing(rows: readonly Row[]): ProjectFinancing {
  const banks = new Map<string, ProjectFinancingOfBank>();
  for (const row of rows) {
    const bank = banks.get(row.bank) ?? Object.assign(new ProjectFinancingOfBank(), { bank: row.bank });
    banks.set(row.bank, bank);
    bank[row.borrowerKind === "HOUSING_DEVELOPER" ? "developerLoans" : "buyerLoans"] = toLoans([row]);
  }
  return Object.assign(new ProjectFinancing(), {
    developerLoans: toLoans(rows.filter(({ borrowerKind }) => borrowerKind === "HOUSING_DEVELOPER")),
    buyerLoans: toLoans(rows.filter(({ borrowerKind }) => borrowerKind !== "HOUSING_DEVELOPER")),
    byBank: [...banks.values()].toSorted((a, b) => compareNames(a.bank, b.bank)),
  });
}

function toLoans(rows: readonly Row[]): PackageLoans {
  const sum = (amount: "loans" | "principal" | "outstanding") =>
    rows.reduce((total, row) => total + toNumber(row[amount]), 0);
  return Object.assign(new PackageLoans(), {
    count: sum("loans"),
    principal: sum("principal"),
    outstanding: sum("outstanding"),
  });
}
