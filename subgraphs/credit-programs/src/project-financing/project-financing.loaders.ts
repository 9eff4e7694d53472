import { defineLoader } from "@an-sinh/kit/batching";
import { LoanEntity } from "../loan/loan.entity.js";
import type { BorrowerKind } from "../loan/loan.enums.js";
import { ProjectFinancing } from "./project-financing.type.js";

interface Row {
  projectId: string;
  borrowerKind: BorrowerKind;
  loans: number | string;
  principal: number | string;
  outstanding: number | string;
}

/** A policy loan to buy an apartment is owed by a household and is no part of the package. */
const packageBorrowers: readonly BorrowerKind[] = ["HOUSING_DEVELOPER", "HOUSING_BUYER"];

/** The financing of each project; all zeros where no bank lent. */
export const financingOfProject = defineLoader(async (projectIds, context) => {
  const rows = await context
    .read(LoanEntity, "loan")
    .select("loan.projectId", "projectId")
    .addSelect("loan.borrowerKind", "borrowerKind")
    .addSelect("COUNT(*)", "loans")
    .addSelect("SUM(loan.principal)", "principal")
    .addSelect("SUM(loan.outstanding)", "outstanding")
    .where("loan.projectId IN (:...projectIds)", { projectIds })
    .andWhere("loan.borrowerKind IN (:...packageBorrowers)", { packageBorrowers })
    .groupBy("loan.projectId")
    .addGroupBy("loan.borrowerKind")
    .getRawMany<Row>();
  const byProject = new Map(projectIds.map((id) => [id, new ProjectFinancing()]));
  for (const row of rows) {
    const financing = byProject.get(row.projectId);
    const side = row.borrowerKind === "HOUSING_DEVELOPER" ? financing?.developerLoans : financing?.buyerLoans;
    if (side) Object.assign(side, amounts(row));
  }
  return projectIds.map((id) => byProject.get(id) ?? new ProjectFinancing());
});

const amounts = ({ loans, principal, outstanding }: Row) => ({
  count: Number(loans),
  principal: Number(principal),
  outstanding: Number(outstanding),
});
