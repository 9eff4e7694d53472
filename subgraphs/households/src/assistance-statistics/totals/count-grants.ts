import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { noEndYear, yearRunsOf } from "@an-sinh/subgraph-kit/totals/year-runs";
import type { AssistanceEntity } from "../../assistance/assistance.entity.js";
import type { AssistedPeopleTotalEntity } from "./assisted-people-total.entity.js";
import type { GrantedTotalEntity } from "./granted-total.entity.js";

type Add<Total> = (addition: Partial<Total>) => void;

const yearsOf = ({ from, to }: AssistanceEntity) => ({
  from: yearOf(from),
  to: to === null ? null : yearOf(to),
});

/** Counts what one household and its members were granted. */
export function countGrants(grants: readonly AssistanceEntity[], add: Add<GrantedTotalEntity>): void {
  for (const [programCode, ofProgram] of groupBy(grants, (grant) => grant.programCode)) {
    for (const run of yearRunsOf(ofProgram.map(yearsOf))) add({ programCode, ...run, households: 1 });
    const toHousehold = ofProgram.filter(({ personId }) => personId === null);
    for (const run of yearRunsOf(toHousehold.map(yearsOf)))
      add({ programCode, ...run, recipientHouseholds: 1 });
    for (const grant of ofProgram) {
      const { from, to } = yearsOf(grant);
      const alone = { fromYear: from, toYear: to ?? noEndYear, previousToYear: 0 };
      add({ programCode, ...alone, ...amountsOf(grant) });
    }
  }
}

function amountsOf({ amount, isMonthly, from, to }: AssistanceEntity): Partial<GrantedTotalEntity> {
  if (!isMonthly) return { amount };
  return {
    yearlyAmount: 12 * amount,
    missingInFirstYear: (monthOf(from) - 1) * amount,
    missingInLastYear: to === null ? 0 : (12 - monthOf(to)) * amount,
  };
}

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** Counts what one person was granted. What was granted to a household as a whole is left out. */
export function countAssistedPeople(
  grants: readonly AssistanceEntity[],
  add: Add<AssistedPeopleTotalEntity>,
): void {
  const toPeople = grants.filter(({ personId }) => personId !== null);
  for (const [programCode, ofProgram] of groupBy(toPeople, (grant) => grant.programCode))
    for (const run of yearRunsOf(ofProgram.map(yearsOf))) add({ programCode, ...run, people: 1 });
}
