import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inUnits, openCreditDatabase } from "../support/credit-database.js";

let database: Database;
beforeAll(async () => {
  database = await openCreditDatabase();
});
afterAll(() => database.close());

/** Every year is counted alike. One keeps the test short. */
const year = 2024;

const owed = "COUNT(*), COUNT(DISTINCT household_id), SUM(outstanding), SUM(overdue)";
const ofPolicyBank = "transaction_office_id IS NOT NULL";

/** What is owed in all units, by one column of the balances. */
const balances = (scope: string, part: string, condition = "1 = 1") =>
  `SELECT unit_id, year, '${scope}', ${part}, ${owed}, ${scope === "PROGRAM" ? "COUNT(DISTINCT borrower_key)" : 0} FROM ${inUnits("loan_year_end")}
   WHERE year = ${year} AND ${condition} GROUP BY unit_id, year${part === "''" ? "" : `, ${part}`}`;

const isOfPackage = "borrower_kind <> 'HOUSEHOLD' AND lender_name IS NOT NULL";

/** Totals, by their tables and columns, and how SQL counts the same from the rows. */
const counted: readonly (readonly [table: string, columns: string, sql: string])[] = [
  [
    "balance_total",
    "unit_id, year, scope, part, loans, households, outstanding, overdue, borrowers",
    [
      balances("ALL", "''"),
      balances("PROGRAM", "program_id"),
      balances("DEBT", "''", ofPolicyBank),
      balances("STATUS", "status", ofPolicyBank),
      balances("ORGANIZATION", "COALESCE(entrusted_organization, '')", ofPolicyBank),
      balances("OFFICE", "transaction_office_id", ofPolicyBank),
    ].join(" UNION ALL "),
  ],
  [
    "unit_savings_group_total",
    "unit_id, year, savings_group_id, loans, households, outstanding, overdue, minus_overdue",
    `SELECT unit_id, year, savings_group_id, ${owed}, -SUM(overdue) FROM ${inUnits("loan_year_end")}
     WHERE year = ${year} AND savings_group_id IS NOT NULL GROUP BY unit_id, year, savings_group_id`,
  ],
  [
    "savings_group_total",
    "savings_group_id, year, loans, households, outstanding, overdue",
    `SELECT savings_group_id, year, ${owed} FROM loan_year_end
     WHERE year = ${year} AND savings_group_id IS NOT NULL GROUP BY savings_group_id, year`,
  ],
  [
    "transaction_office_total",
    "transaction_office_id, year, loans, households, outstanding, overdue",
    `SELECT transaction_office_id, year, ${owed} FROM loan_year_end
     WHERE year = ${year} AND ${ofPolicyBank} GROUP BY transaction_office_id, year`,
  ],
  [
    "housing_package_balance_total",
    "unit_id, year, bank, borrower_kind, outstanding",
    `SELECT unit_id, year, lender_name, borrower_kind, SUM(outstanding) FROM ${inUnits("loan_year_end")}
     WHERE year = ${year} AND ${isOfPackage} GROUP BY unit_id, year, lender_name, borrower_kind
     UNION ALL SELECT 'VN', year, lender_name, borrower_kind, SUM(outstanding) FROM loan_year_end
     WHERE year = ${year} AND ${isOfPackage} GROUP BY year, lender_name, borrower_kind`,
  ],
  [
    "project_financing_total",
    "project_id, bank, borrower_kind, loans, principal, outstanding",
    `SELECT project_id, lender_name, borrower_kind, COUNT(*), SUM(principal), SUM(outstanding) FROM loan
     WHERE ${isOfPackage} AND project_id IS NOT NULL GROUP BY project_id, lender_name, borrower_kind`,
  ],
];

describe.runIf(process.env["TEST_TOPOLOGY"] === "embedded")("in the sample", () => {
  test.each(counted)("%s is what SQL counts from the rows", async (table, columns, sql) => {
    const stored = `SELECT ${columns} FROM ${table}${columns.includes("year") ? ` WHERE year = ${year}` : ""}`;
    // What only one of the two has comes once. The first names the columns.
    const differences = await database.reader.query(
      `SELECT * FROM (${stored} UNION ALL ${sql}) each_one GROUP BY ${columns} HAVING COUNT(*) <> 2 LIMIT 5`,
    );
    expect(differences).toEqual([]);
    expect(await database.reader.query(`${stored} LIMIT 1`)).toHaveLength(1);
  });
});
