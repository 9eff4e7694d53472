import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { Cell } from "@an-sinh/territory/small-cells/cells";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { commercialPrograms } from "../credit-program/credit-program.loaders.js";
import { LendingTotalEntity } from "./lending-total.entity.js";

/** What the policy bank lends under all its programs, in the place of a program's id. */
export const policyBank = "POLICY_BANK";

/** What was lent in a unit in each year of a period, by the policy bank and under each program. */
export const lendingCells = defineCells<Period>({
  scope: "credit:read",
  read: async (context, unitIds, period) => {
    const [rows, commercial] = await Promise.all([
      readLending(context, unitIds, period),
      commercialPrograms(context),
    ]);
    const years = rows.flatMap((row) => yearsOf(row, period));
    const byCell = groupBy(years, ({ unitId, cell }) => `${unitId} ${cell}`);
    return [...byCell.values()].flatMap((ofCell) => cellOf(ofCell, commercial));
  },
});

/** The programs, and the policy bank, of whose lending something is withheld in a year. */
export const withheldLenders = (withheld: ReadonlySet<string>): Set<string> =>
  new Set([...withheld].map((cell) => cell.slice(cell.indexOf(" ") + 1)));

const cellName = (year: number, part: string): string => `${year} ${part}`;

interface Row extends Period {
  readonly unitId: string;
  readonly part: string;
  readonly loans: Sum;
  readonly households: Sum;
}

function readLending(
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear }: Period,
): Promise<Row[]> {
  const query = context
    .statistics(LendingTotalEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect("total.part", "part")
    .addSelect("total.fromYear", "fromYear")
    .addSelect("total.toYear", "toYear")
    .addSelect("SUM(total.loans)", "loans")
    .addSelect("SUM(total.households)", "households")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("(total.scope = 'PROGRAM' OR total.scope = 'LENDER_KIND' AND total.part = :policyBank)", {
      policyBank,
    })
    .andWhere("total.fromYear <= :toYear AND total.toYear >= :fromYear", { fromYear, toYear })
    .groupBy("total.unitId")
    .addGroupBy("total.part")
    .addGroupBy("total.fromYear")
    .addGroupBy("total.toYear");
  return context.aside(query).getRawMany<Row>();
}

/** What was lent in one year. */
interface Lent {
  readonly unitId: string;
  readonly cell: string;
  readonly year: number;
  readonly part: string;
  readonly loans: number;
  readonly households: number;
}

/** A loan is counted in a row of one year, a household in a row of all consecutive years in which it borrowed. */
function yearsOf({ unitId, part, ...row }: Row, period: Period): Lent[] {
  const [first, last] = [Math.max(row.fromYear, period.fromYear), Math.min(row.toYear, period.toYear)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const [loans, households] = [toNumber(row.loans), toNumber(row.households)];
    return { unitId, cell: cellName(year, part), year, part, loans, households };
  });
}

/** What commercial banks lend to companies and buyers is counted as such. The rest is to households. */
function cellOf(lent: readonly Lent[], commercial: ReadonlySet<string>): Cell[] {
  const [first] = lent;
  if (!first) return [];
  const { unitId, cell, year, part } = first;
  const sum = (number: "loans" | "households") => lent.reduce((total, row) => total + row[number], 0);
  if (commercial.has(part)) return [{ unitId, cell, counts: [sum("households")] }];
  const counts = [sum("loans"), sum("households")];
  if (part === policyBank) return [{ unitId, cell, counts }];
  return [{ unitId, cell, partOf: { cell: cellName(year, policyBank), by: "program" }, counts }];
}
