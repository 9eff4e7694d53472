import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { compareNames } from "@an-sinh/subgraph-kit/vietnamese-order";
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

function toFinancing(rows: readonly Row[]): ProjectFinancing {
  const financing = new ProjectFinancing();
  const banks = new Map<string, ProjectFinancingOfBank>();
  for (const { bank: name, borrowerKind, ...amounts } of rows) {
    const side = borrowerKind === "HOUSING_DEVELOPER" ? "developerLoans" : "buyerLoans";
    const bank = banks.get(name) ?? Object.assign(new ProjectFinancingOfBank(), { bank: name });
    banks.set(name, bank);
    bank[side] = toLoans(amounts);
    financing[side].add(bank[side]);
  }
  const byBank = [...banks.values()].toSorted((a, b) => compareNames(a.bank, b.bank));
  return Object.assign(financing, { byBank });
}

const toLoans = ({ loans, principal, outstanding }: Pick<Row, "loans" | "principal" | "outstanding">) =>
  Object.assign(new PackageLoans(), {
    count: toNumber(loans),
    principal: toNumber(principal),
    outstanding: toNumber(outstanding),
  });
