import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { LoanEntity } from "./loan.entity.js";
import type { LoanStatus } from "./loan.enums.js";

export const loanById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(LoanEntity, "loan").where("loan.id IN (:...ids)", { ids }).getMany(),
    (loan) => loan.id,
  ),
);

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

/** The localities of each unit, today's or closed. Empty: there is no such unit. */
export const localitiesOfUnit = defineLoader(async (unitIds, context) => {
  const territory = await context
    .read(TerritoryEntity, "territory")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .getMany();
  return groupByKey(unitIds, territory, ({ unitId }) => unitId).map((rows) =>
    rows.map((row) => row.localityId),
  );
});
