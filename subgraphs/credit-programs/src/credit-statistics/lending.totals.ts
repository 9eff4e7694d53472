import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { yearRunsOf } from "@an-sinh/subgraph-kit/totals/year-runs";
import { byUnit } from "@an-sinh/territory/by-unit";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { LenderKind } from "../credit-program/credit-program.enums.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { LendingTotalEntity } from "./lending-total.entity.js";

type LenderKinds = ReadonlyMap<string, LenderKind>;
type Part = Pick<LendingTotalEntity, "scope" | "part">;

export const lendingTotals = defineTotals<LoanEntity, LendingTotalEntity, LenderKinds>({
  entity: LendingTotalEntity,
  counted: LoanEntity,
  places: byUnit,
  subject: "householdId",
  catalog: {
    dependsOn: [CreditProgramEntity],
    read: async (manager) => {
      const programs = await manager.find(CreditProgramEntity);
      return new Map(programs.map(({ id, lenderKind }) => [id, lenderKind]));
    },
  },
  version: 1,
  count: (loans, add, lenderKinds) => {
    const inParts = loans.flatMap((loan) => partsOf(loan, lenderKinds).map((part) => ({ part, loan })));
    for (const ofPart of groupBy(inParts, ({ part }) => `${part.scope} ${part.part}`).values()) {
      for (const { part, loan } of ofPart)
        add({ loans: 1, disbursed: loan.principal, ...yearOfLoan(loan), ...part });
      const [first] = ofPart;
      if (!first || first.loan.householdId === null) continue;
      const years = ofPart.map(({ loan }) => yearOf(loan.disbursedOn));
      for (const run of yearRunsOf(years.map((year) => ({ from: year, to: year }))))
        add({ households: 1, ...run, ...first.part });
    }
  },
});

const partsOf = ({ programId }: LoanEntity, lenderKinds: LenderKinds): Part[] => [
  { scope: "ALL", part: "" },
  { scope: "LENDER_KIND", part: lenderKinds.get(programId) ?? "" },
  { scope: "PROGRAM", part: programId },
];

function yearOfLoan({ disbursedOn }: LoanEntity) {
  const year = yearOf(disbursedOn);
  return { fromYear: year, toYear: year, previousToYear: 0 };
}
