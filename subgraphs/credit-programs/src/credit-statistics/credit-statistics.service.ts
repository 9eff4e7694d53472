import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { shownParts, shownWhole, type OwedPart } from "../loan-balance/owed-parts.js";
import { programsInPeriod, type ProgramDisbursed } from "./credit-period.loaders.js";
import { shownPrograms } from "./credit-period.service.js";
import { balancesOfUnit } from "./credit-statistics.loaders.js";
import { CreditProgramStatistics, CreditStatistics } from "./credit-statistics.type.js";
import { withheldBalances, type WithheldBalances } from "./withheld-balances.js";
import { withheldLending, type WithheldLending } from "./withheld-lending.js";

/** What is on record of a unit and year, and what of it the caller may not see. */
interface Figures {
  readonly owed: readonly OwedPart[];
  readonly lent: readonly ProgramDisbursed[];
  readonly withheldOwed: WithheldBalances;
  readonly withheldLent: WithheldLending;
}

/** The figures of a unit in a year, as the caller may see them. */
export async function creditOfUnit(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<CreditStatistics> {
  const figures = await readFigures(context, unitId, year);
  const { owed, lent, withheldOwed, withheldLent } = figures;
  const { households, outstanding, overdue } = shownWhole(owed, withheldOwed.cells, "ALL");
  const debts = shownWhole(owed, withheldOwed.cells, "DEBT");
  const disbursed = lent.reduce((sum, program) => sum + program.disbursed, 0);
  return Object.assign(new CreditStatistics(), {
    year,
    programs: statisticsByProgram(figures),
    disbursed: withheldLent.isWhole ? null : disbursed,
    outstanding: withheldOwed.isOutstanding ? null : outstanding,
    overdue,
    borrowingHouseholds: households,
    overdueRatePercent: shareOf(debts.overdue, debts.outstanding),
  });
}

async function readFigures(context: RequestContext, unitId: string, year: number): Promise<Figures> {
  const period = { fromYear: year, toYear: year, lenderKind: null };
  const [owed, lent, withheldOwed, withheldLent] = await Promise.all([
    context.load(balancesOfUnit, unitId, { year }),
    context.load(programsInPeriod, unitId, period),
    withheldBalances(context, unitId, year),
    withheldLending(context, unitId, period),
  ]);
  return { owed, lent, withheldOwed, withheldLent };
}

/** By program id, so that the order does not depend on the figures. */
function statisticsByProgram({ owed, lent, withheldOwed, withheldLent }: Figures): CreditProgramStatistics[] {
  const balances = shownParts(owed, withheldOwed.cells, "PROGRAM");
  const disbursals = shownPrograms(lent, withheldLent);
  const programIds = new Set([...balances.keys(), ...disbursals.keys()]);
  return [...programIds].toSorted().map((programId) => {
    const program = Object.assign(new CreditProgramStatistics(), { programId });
    const balance = balances.get(programId);
    if (balance) {
      const { borrowers, households, outstanding, overdue } = balance;
      Object.assign(program, { borrowers, households, outstanding, overdue });
    }
    const lending = disbursals.get(programId);
    if (lending) {
      const { loans: disbursedLoans, households: disbursedHouseholds, disbursed } = lending;
      Object.assign(program, { disbursedLoans, disbursedHouseholds, disbursed });
    }
    return program;
  });
}
