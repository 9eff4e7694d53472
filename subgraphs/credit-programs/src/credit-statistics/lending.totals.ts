import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { yearRunsOf } from "@an-sinh/subgraph-kit/totals/year-runs";
import { byUnit } from "@an-sinh/territory/by-unit";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { LenderKind } from "../credit-program/credit-program.enums.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { LendingTotalEntity, type LendingScope } from "./lending-total.entity.js";

type LenderKinds = ReadonlyMap<string, LenderKind>;

const lent = ["householdId", "programId", "disbursedOn", "principal"] as const;
type Lent = Pick<LoanEntity, (typeof lent)[number]>;

const common = {
  entity: LendingTotalEntity,
  counted: LoanEntity,
  places: byUnit,
  reads: lent,
  catalog: {
    dependsOn: [CreditProgramEntity],
    read: async (manager) => {
      const programs = await manager.find(CreditProgramEntity);
      return new Map(programs.map(({ id, lenderKind }) => [id, lenderKind]));
    },
  },
  version: 2,
} satisfies Partial<Parameters<typeof defineTotals<Lent, LendingTotalEntity, LenderKinds>>[0]>;

const scopes: readonly LendingScope[] = ["ALL", "LENDER_KIND", "PROGRAM"];

/** Which part of a scope a loan belongs to. */
function partOf(scope: LendingScope, { programId }: Lent, lenderKinds: LenderKinds): string {
  if (scope === "ALL") return "";
  return scope === "PROGRAM" ? programId : (lenderKinds.get(programId) ?? "");
}

export const lendingTotals = [
  defineTotals<Lent, LendingTotalEntity, LenderKinds>({
    ...common,
    count: (loans, add, lenderKinds) => {
      for (const loan of loans)
        for (const scope of scopes) {
          const year = yearOf(loan.disbursedOn);
          const part = partOf(scope, loan, lenderKinds);
          add({
            scope,
            part,
            fromYear: year,
            toYear: year,
            previousToYear: 0,
            loans: 1,
            disbursed: loan.principal,
          });
        }
    },
  }),
  defineTotals<Lent, LendingTotalEntity, LenderKinds>({
    ...common,
    subject: "householdId",
    count: (loans, add, lenderKinds) => {
      if (loans[0]?.householdId == null) return;
      for (const scope of scopes)
        for (const [part, ofPart] of groupBy(loans, (loan) => partOf(scope, loan, lenderKinds))) {
          const years = ofPart.map(({ disbursedOn }) => yearOf(disbursedOn));
          for (const run of yearRunsOf(years.map((year) => ({ from: year, to: year }))))
            add({ scope, part, households: 1, ...run });
        }
    },
  }),
];
