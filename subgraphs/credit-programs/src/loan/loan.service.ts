import { badArgument, getReferred, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { filterInAreas } from "@an-sinh/territory/filter-by-unit";
import { programByCode } from "../credit-program/credit-program.loaders.js";
import { savingsGroupById } from "../savings-group/savings-group.loaders.js";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
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

/**
 * A page of the loans that meet the filter. Throws BAD_USER_INPUT for an empty text and for the code of no program,
 * and NOT_FOUND for an unknown unit, savings-and-credit group or transaction office.
 */
export async function listLoans(
  context: RequestContext,
  { filter, ...page }: LoansArgs,
): Promise<Page<LoanEntity>> {
  const query = context.read(LoanEntity, "loan");
  await applyFilter(context, query, filter ?? {});
  return paginate(context, query, byLocality, page);
}

async function applyFilter(
  context: RequestContext,
  query: RowQuery<LoanEntity>,
  filter: LoanFilter,
): Promise<void> {
  refuseEmptyTexts(filter);
  applyComparisons(query, filter);
  const { administrativeUnit: unitId, program, savingsGroup, transactionOffice } = filter;
  await Promise.all([
    program && filterByProgram(context, query, program),
    filterInAreas(context, query, "loan", { argument: "filter.administrativeUnit", unitId }),
    savingsGroup &&
      getReferred(context, savingsGroupById, {
        argument: "filter.savingsGroup",
        value: savingsGroup,
        noun: "the id of a savings-and-credit group",
      }),
    transactionOffice &&
      getReferred(context, transactionOfficeById, {
        argument: "filter.transactionOffice",
        value: transactionOffice,
        noun: "the id of a transaction office",
      }),
  ]);
}

/** The conditions that compare a column with the value in the filter. */
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

function applyComparisons(query: RowQuery<LoanEntity>, filter: LoanFilter): void {
  for (const [name, condition] of comparisons) {
    const value = filter[name];
    if (value) query.andWhere(condition, { [name]: value });
  }
}

async function filterByProgram(
  context: RequestContext,
  query: RowQuery<LoanEntity>,
  code: string,
): Promise<void> {
  const program = await context.load(programByCode, code);
  if (program === null) throw badArgument("filter.program", "the code of one of creditPrograms", code);
  query.andWhere("loan.programId = :programId", { programId: program.id });
}
