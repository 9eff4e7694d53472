import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { LoanEntity } from "./loan.entity.js";
import type { LoanStatus } from "./loan.enums.js";

export const loanById = rowById(LoanEntity, "loan");

/** The loans of each household, the earliest first. Status null: whatever it is. */
export const loansOfHousehold = defineLoader<LoanEntity[], { status: LoanStatus | null }>(
  async (householdIds, context, { status }) => {
    const query = context
      .read(LoanEntity, "loan")
      .where("loan.householdId IN (:...householdIds)", { householdIds })
      .orderBy("loan.householdId")
      .addOrderBy("loan.disbursedOn")
      .addOrderBy("loan.id");
    if (status) query.andWhere("loan.status = :status", { status });
    return groupByKey(householdIds, await query.getMany(), (loan) => String(loan.householdId));
  },
);

/** The loans that each person signed for, the earliest first. */
export const loansOfBorrower = defineLoader(async (borrowerIds, context) =>
  groupByKey(
    borrowerIds,
    await context
      .read(LoanEntity, "loan")
      .where("loan.borrowerId IN (:...borrowerIds)", { borrowerIds })
      .orderBy("loan.borrowerId")
      .addOrderBy("loan.disbursedOn")
      .addOrderBy("loan.id")
      .getMany(),
    (loan) => String(loan.borrowerId),
  ),
);
