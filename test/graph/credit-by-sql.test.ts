import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inUnits, openCreditDatabase } from "../support/credit-database.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
let database: Database;
beforeAll(async () => {
  database = await openCreditDatabase();
  graph = await sharedGraph();
});
afterAll(() => database.close());

/** The province of today, its predecessor, a district that closed, and a commune of today and before. */
const units = [
  ["24", "2025-12-31"],
  ["24", "2024-12-31"],
  ["016", "2024-12-31"],
  ["00376", "2025-12-31"],
  ["00376", "2024-12-31"],
] as const;

interface Lending {
  readonly loans: number;
  readonly households: number;
  readonly disbursed: number;
}

const lendingQuery = `query ($code: String!, $on: Date!, $fromYear: Int!, $toYear: Int!, $lenderKind: LenderKind) {
  unit: administrativeUnit(code: $code, on: $on) {
    id
    creditOverYears(fromYear: $fromYear, toYear: $toYear, lenderKind: $lenderKind) {
      loans households disbursed programs { program { program_id: id } loans households disbursed }
    }
  }
}`;

/** What was lent in a unit between two days, together or by one column. */
async function lentBySql(
  values: readonly string[],
  lenderKind: string | null,
  by?: string,
): Promise<object[]> {
  const rows: Record<string, unknown>[] = await database.reader.query(
    `SELECT ${by ? `${by}, ` : ""}COUNT(*) AS loans, COUNT(DISTINCT household_id) AS households,
       COALESCE(SUM(principal), 0) AS disbursed
     FROM ${inUnits("loan")} JOIN credit_program ON credit_program.id = program_id
     WHERE unit_id = ? AND disbursed_on BETWEEN ? AND ? ${lenderKind ? "AND lender_kind = ?" : ""}
     ${by ? `GROUP BY ${by} ORDER BY ${by}` : ""}`,
    [...values, ...(lenderKind ? [lenderKind] : [])],
  );
  return rows.map(({ loans, households, disbursed, ...key }) => ({
    ...key,
    loans: Number(loans),
    households: Number(households),
    disbursed: Number(disbursed),
  }));
}

type PackageRow = Record<
  "bank" | "borrowerKind" | "loans" | "drawn" | "drawnDuringYear" | "outstanding" | "reported",
  unknown
>;

const packageSql = `SELECT loan.lender_name AS bank, loan.borrower_kind AS borrowerKind, COUNT(*) AS loans,
    SUM(principal) AS drawn, SUM(CASE WHEN disbursed_on >= ? THEN principal ELSE 0 END) AS drawnDuringYear,
    SUM(balance.outstanding) AS outstanding, MAX(CASE WHEN balance_on >= ? THEN 1 ELSE 0 END) AS reported
  FROM loan LEFT JOIN loan_year_end balance ON balance.loan_id = loan.id AND balance.year = ?
  WHERE loan.borrower_kind <> 'HOUSEHOLD' AND disbursed_on <= ?
  GROUP BY loan.lender_name, loan.borrower_kind`;

const keyOf = ({ bank, borrowerKind }: { bank: unknown; borrowerKind: unknown }) => `${bank} ${borrowerKind}`;

const toLending = ({
  bank,
  borrowerKind,
  loans,
  drawn,
  drawnDuringYear,
  outstanding,
  reported,
}: PackageRow) => ({
  bank,
  borrowerKind,
  loans: Number(loans),
  drawn: Number(drawn),
  drawnDuringYear: Number(drawnDuringYear),
  outstanding: outstanding === null && Number(reported) === 0 ? null : Number(outstanding),
});

describe.runIf(process.env["TEST_TOPOLOGY"] === "embedded")(
  "the statistics of the sample are those that SQL counts from the rows",
  () => {
    test.each(units)("lending in unit %s of %s is counted by SQL alike in any period", async (code, on) => {
      const periods = [
        [2020, 2025],
        [2021, 2023],
        [2024, 2024],
      ] as const;
      const kinds = [null, "POLICY_BANK", "COMMERCIAL_BANK"] as const;
      for (const [fromYear, toYear] of periods)
        for (const lenderKind of kinds) {
          const { unit } = (await graph.expectData(lendingQuery, {
            code,
            on,
            fromYear,
            toYear,
            lenderKind,
          })) as {
            unit: { id: string; creditOverYears: Lending & { programs: (Lending & { program: object })[] } };
          };
          const { programs, ...all } = unit.creditOverYears;
          const values = [unit.id, `${fromYear}-01-01`, `${toYear}-12-31`];
          expect([all]).toEqual(await lentBySql(values, lenderKind));
          const byProgram = programs.map(({ program, ...lent }) => ({ ...program, ...lent }));
          expect(byProgram).toEqual(await lentBySql(values, lenderKind, "program_id"));
        }
    });

    test.each(units)(
      "the most overdue groups of unit %s of %s are those that SQL finds",
      async (code, on) => {
        const { unit } = (await graph.expectData(
          `query ($code: String!, $on: Date!) { unit: administrativeUnit(code: $code, on: $on) { id debts(year: 2025) {
        mostOverdueSavingsGroups(first: 7) { savingsGroup { id } loans households outstanding overdue } } } }`,
          { code, on },
        )) as {
          unit: { id: string; debts: { mostOverdueSavingsGroups: { savingsGroup: { id: string } }[] } };
        };
        const rows: Record<string, unknown>[] = await database.reader.query(
          `SELECT savings_group_id AS id, COUNT(*) AS loans, COUNT(DISTINCT household_id) AS households,
         SUM(outstanding) AS outstanding, SUM(overdue) AS overdue
       FROM ${inUnits("loan_year_end")} WHERE unit_id = ? AND year = 2025 AND savings_group_id IS NOT NULL
       GROUP BY savings_group_id HAVING SUM(overdue) > 0 ORDER BY SUM(overdue) DESC, savings_group_id LIMIT 7`,
          [unit.id],
        );
        const groups = unit.debts.mostOverdueSavingsGroups.map(({ savingsGroup, ...debt }) => ({
          ...savingsGroup,
          ...debt,
        }));
        expect(groups).toEqual(
          rows.map(({ id, ...debt }) => ({
            id,
            ...Object.fromEntries(Object.entries(debt).map(([name, sum]) => [name, Number(sum)])),
          })),
        );
      },
    );

    test.each([2020, 2022, 2023, 2024, 2025, 2026])(
      "the housing package at the end of %i is what SQL counts",
      async (year) => {
        const lent = "{ loans drawn drawnDuringYear outstanding }";
        const { housingPackage } = (await graph.expectData(
          `{ housingPackage(year: ${year}) { lending { byBank { bank developers ${lent} buyers ${lent} } } } }`,
        )) as {
          housingPackage: { lending: { byBank: { bank: string; developers: object; buyers: object }[] } };
        };
        const rows: PackageRow[] = await database.reader.query(packageSql, [
          `${year}-01-01`,
          `${year}-12-31`,
          year,
          `${year}-12-31`,
        ]);
        const found = housingPackage.lending.byBank.flatMap(({ bank, developers, buyers }) => [
          { bank, borrowerKind: "HOUSING_BUYER", ...buyers },
          { bank, borrowerKind: "HOUSING_DEVELOPER", ...developers },
        ]);
        const lending = found.filter((side) => "loans" in side && side.loans !== 0);
        expect(lending.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))).toEqual(
          rows.map(toLending).toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
        );
      },
    );
  },
);
