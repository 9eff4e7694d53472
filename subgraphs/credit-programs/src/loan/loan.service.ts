import type { RequestContext } from "@an-sinh/kit/context";
import type { Page } from "@an-sinh/kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/kit/pagination/paginate";
import type { SelectQueryBuilder } from "typeorm";
import { programByCode } from "../credit-program/credit-program.loaders.js";
import { LoanEntity } from "./loan.entity.js";
import type { LoanFilter, LoansArgs } from "./loan.inputs.js";
import { localitiesOfUnit } from "./loan.loaders.js";

/** By place, then by day: see the entity for why. */
const byLocality: Ordering<LoanEntity> = {
  name: "loans",
  columns: [
    { expression: "loan.localityId", type: "string", value: (loan) => loan.localityId },
    { expression: "loan.disbursedOn", type: "string", value: (loan) => loan.disbursedOn },
    { expression: "loan.id", type: "string", value: (loan) => loan.id },
  ],
};

/** A page of the loans that meet the filter. */
export async function listLoans(
  context: RequestContext,
  { filter, ...page }: LoansArgs,
): Promise<Page<LoanEntity>> {
  const query = context.read(LoanEntity, "loan");
  if (filter) {
    applyOwnColumns(query, filter);
    await Promise.all([applyProgram(context, query, filter), applyUnit(context, query, filter)]);
  }
  return paginate(query, byLocality, page);
}

/** Each condition of the filter that is a comparison with a column. */
function applyOwnColumns(query: SelectQueryBuilder<LoanEntity>, filter: LoanFilter): void {
  const conditions = {
    "loan.status = :status": { status: filter.status },
    "loan.borrowerKind = :borrowerKind": { borrowerKind: filter.borrowerKind },
    "loan.disbursedOn >= :from": { from: filter.disbursedFrom },
    "loan.disbursedOn <= :to": { to: filter.disbursedTo },
    "loan.householdId = :household": { household: filter.household },
    "loan.borrowerId = :borrower": { borrower: filter.borrower },
    "loan.projectId = :project": { project: filter.project },
  };
  for (const [condition, parameter] of Object.entries(conditions)) {
    const isGiven = Object.values(parameter).every((value) => typeof value === "string");
    if (isGiven) query.andWhere(condition, parameter);
  }
}

async function applyProgram(
  context: RequestContext,
  query: SelectQueryBuilder<LoanEntity>,
  { program: code }: LoanFilter,
): Promise<void> {
  if (typeof code !== "string") return;
  const program = await context.load(programByCode, code);
  query.andWhere(program ? "loan.programId = :programId" : "1 = 0", { programId: program?.id });
}

/**
 * The localities are read first and listed in the statement: a join would make the database sort the
 * unit's loans, a list lets it read them in the index's order and stop at the end of the page.
 */
async function applyUnit(
  context: RequestContext,
  query: SelectQueryBuilder<LoanEntity>,
  { administrativeUnit }: LoanFilter,
): Promise<void> {
  if (typeof administrativeUnit !== "string") return;
  const localities = await context.load(localitiesOfUnit, administrativeUnit);
  query.andWhere(localities.length > 0 ? "loan.localityId IN (:...localities)" : "1 = 0", { localities });
}
