import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import type { SavingsGroupEntity } from "../savings-group/savings-group.entity.js";
import { creditTotals } from "../totals.js";

type Group = Pick<SavingsGroupEntity, "id" | "entrustedOrganization">;

/** So many groups at a time, each with at most some hundreds of loans, so that memory is bounded. */
const groupsPerStep = 100;

/**
 * Loans and their balances repeat the organization that manages their savings-and-credit group. When a group
 * gets another organization, its loans and balances get it too.
 */
export async function updateOrganizations(
  manager: EntityManager,
  groups: readonly Change<Group>[],
): Promise<void> {
  const changed = groups
    .filter((group) => group.before !== null && differs(group, "entrustedOrganization"))
    .map(({ after }) => after);
  for (let start = 0; start < changed.length; start += groupsPerStep)
    await updateLoans(manager, changed.slice(start, start + groupsPerStep));
}

async function updateLoans(manager: EntityManager, groups: readonly Group[]): Promise<void> {
  const organizations = new Map(groups.map(({ id, entrustedOrganization }) => [id, entrustedOrganization]));
  const follow = <Row extends Pick<LoanEntity, "savingsGroupId" | "entrustedOrganization">>(
    rows: readonly Row[],
  ) =>
    rows.map((before) => {
      const entrustedOrganization = organizations.get(before.savingsGroupId ?? "") ?? null;
      return { before, after: { ...before, entrustedOrganization } };
    });
  const loans = follow(await tableOf(manager, LoanEntity).readBy("savingsGroupId", organizations.keys()));
  const loanIds = loans.map(({ after }) => after.id);
  const balances = follow(await tableOf(manager, LoanYearEndEntity).readBy("loanId", loanIds));
  await writeChanges(manager, creditTotals, LoanEntity, loans);
  await writeChanges(manager, creditTotals, LoanYearEndEntity, balances);
}
