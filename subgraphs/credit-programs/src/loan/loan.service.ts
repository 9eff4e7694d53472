import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { BadUserInputError } from "@an-sinh/server/errors";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import { filterByUnit } from "@an-sinh/territory/filter-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { programByCode } from "../credit-program/credit-program.loaders.js";
import { LoanEntity } from "./loan.entity.js";
import type { LoanFilter, LoansArgs } from "./loan.inputs.js";

/** By place, then by day: see the entity for why. */
const byLocality: Ordering<LoanEntity> = {
  name: "loans",
  columns: [
    { expression: "loan.localityId", type: "string", value: (loan) => loan.localityId },
    { expression: "loan.disbursedOn", type: "string", value: (loan) => loan.disbursedOn },
    { expression: "loan.id", type: "string", value: (loan) => loan.id },
  ],
};

/** A page of the loans that meet the filter. Throws BAD_USER_INPUT for a program code that does not exist. */
export async function listLoans(
  context: RequestContext,
  { filter, ...page }: LoansArgs,
): Promise<Page<LoanEntity>> {
  const query = context.read(LoanEntity, "loan");
  if (filter) {
    applyComparisons(query, filter);
    const { administrativeUnit: unitId } = filter;
    await Promise.all([
      applyProgram(context, query, filter),
      typeof unitId === "string" &&
        filterByUnit(context, query, "loan", { argument: "filter.administrativeUnit", unitId }),
    ]);
  }
  return paginate(query, byLocality, page);
}

/** The conditions that compare a column with what was given. */
const comparisons: readonly (readonly [keyof LoanFilter, string])[] = [
  ["status", "loan.status = :status"],
  ["borrowerKind", "loan.borrowerKind = :borrowerKind"],
  ["savingsGroup", "loan.savingsGroupId = :savingsGroup"],
  ["entrustedOrganization", "loan.entrustedOrganization = :entrustedOrganization"],
  ["transactionOffice", "loan.transactionOfficeId = :transactionOffice"],
  ["disbursedFrom", "loan.disbursedOn >= :disbursedFrom"],
  ["disbursedTo", "loan.disbursedOn <= :disbursedTo"],
  ["household", "loan.householdId = :household"],
  ["borrower", "loan.borrowerId = :borrower"],
  ["project", "loan.projectId = :project"],
];

function applyComparisons(query: SelectQueryBuilder<LoanEntity>, filter: LoanFilter): void {
  for (const [name, condition] of comparisons) {
    const value = filter[name];
    if (typeof value === "string") query.andWhere(condition, { [name]: value });
  }
}

async function applyProgram(
  context: RequestContext,
  query: SelectQueryBuilder<LoanEntity>,
  { program: code }: LoanFilter,
): Promise<void> {
  if (typeof code !== "string") return;
  const program = await context.load(programByCode, code);
  if (program === null) {
    const given = JSON.stringify(code.slice(0, 40));
    throw new BadUserInputError(
      `filter.program: expected the code of one of creditPrograms, but got: ${given}.`,
    );
  }
  query.andWhere("loan.programId = :programId", { programId: program.id });
}
