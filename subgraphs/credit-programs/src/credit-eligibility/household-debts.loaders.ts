import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";

/** What a household owed the policy bank on one loan, on a day. */
export interface HouseholdDebt {
  readonly programId: string;
  /** Dong. */
  readonly outstanding: number;
  /** Dong. On a day before the bank's last balance: what was overdue at the end of the year before that day. */
  readonly overdue: number;
}

type Row = Readonly<Record<"principal" | "outstanding" | "overdue" | "writtenOff" | "repaid", Sum>> & {
  readonly householdId: string;
  readonly programId: string;
  readonly balanceOn: string;
  readonly disbursedOn: string;
  /** Null: the loan has no balance at the last year end. */
  readonly yearEndOverdue: Sum;
};

/** The year of the last 31 December up to a day. */
function lastYearEnd(on: string): number {
  const year = yearOf(on);
  return on === lastDayOf(year) ? year : year - 1;
}

/**
 * What each household owed the policy bank on a day, loan by loan and wherever it was lent: one statement for all
 * households. It is for verdicts about households that their owner has shown to the caller.
 */
export const debtsOfHousehold = defineLoader<HouseholdDebt[], { on: string }>(
  async (householdIds, context, { on }) => {
    const year = lastYearEnd(on);
    const query = context.facts(LoanEntity, "loan");
    const repaid = query
      .subQuery(RepaymentEntity, "repayment")
      .select("COALESCE(SUM(repayment.principal), 0)")
      .where("repayment.loanId = loan.id AND repayment.paidOn <= :on");
    const rows = await query
      .select("loan.householdId", "householdId")
      .addSelect("loan.programId", "programId")
      .addSelect("loan.principal", "principal")
      .addSelect("loan.outstanding", "outstanding")
      .addSelect("loan.overdue", "overdue")
      .addSelect("loan.writtenOff", "writtenOff")
      .addSelect("loan.balanceOn", "balanceOn")
      .addSelect("loan.disbursedOn", "disbursedOn")
      .addSelect(`(${repaid.getQuery()})`, "repaid")
      .addSelect("balance.overdue", "yearEndOverdue")
      .leftJoin(LoanYearEndEntity, "balance", "balance.loanId = loan.id AND balance.year = :year")
      .where("loan.householdId IN (:...householdIds)", { householdIds })
      .andWhere("loan.disbursedOn <= :on")
      .andWhere("loan.lenderName IS NULL")
      .setParameters({ on, year })
      .getRawMany<Row>();
    const asOf = { on, yearEnd: lastDayOf(year) };
    return groupByKey(householdIds, rows, (row) => row.householdId).map((loans) =>
      loans.map((loan) => debtOn(loan, asOf)),
    );
  },
);

function debtOn(row: Row, { on, yearEnd }: { on: string; yearEnd: string }): HouseholdDebt {
  const { programId } = row;
  if (row.balanceOn <= on) {
    return { programId, outstanding: toNumber(row.outstanding), overdue: toNumber(row.overdue) };
  }
  // The day of writing off is not on record. A loan without a balance at the year end was written off by then.
  const isWrittenOff =
    toNumber(row.writtenOff) > 0 && row.yearEndOverdue === null && row.disbursedOn <= yearEnd;
  const outstanding = isWrittenOff ? 0 : toNumber(row.principal) - toNumber(row.repaid);
  return { programId, outstanding, overdue: Math.min(outstanding, toNumber(row.yearEndOverdue)) };
}
