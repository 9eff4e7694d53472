import { describe, expect, test } from "vitest";
import { dialects, startDatabase, type TestDatabase } from "./support/database.js";
import { exportText, fixture, importFixtures, importText } from "./support/files.js";

/** Exports a file, replaces texts in it and imports it. */
async function edit(
  target: TestDatabase,
  kind: string,
  ...edits: readonly (readonly [from: string, to: string])[]
): Promise<void> {
  let content = await exportText(target, kind);
  for (const [from, to] of edits) {
    expect(content).toContain(from);
    content = content.replace(from, to);
  }
  await importText(target, kind, content);
}

/** How many households owe how many millions in a unit at the end of 2024. */
async function owed(target: TestDatabase, unit: string): Promise<unknown[]> {
  const rows = await target.query<Record<"households" | "outstanding", unknown>>(
    `SELECT households, outstanding FROM balance_total WHERE unit_id = '${unit}' AND year = 2024 AND scope = 'ALL'`,
  );
  return rows.map(({ households, outstanding }) => [Number(households), Number(outstanding) / 1e6]);
}

/** How many loans each kind of lender lent to how many households in a commune that closed. */
async function lent(target: TestDatabase): Promise<unknown[]> {
  const rows = await target.query<Record<"part" | "loans" | "households", unknown>>(
    `SELECT part, SUM(loans) AS loans, SUM(households) AS households FROM lending_total
     WHERE scope = 'LENDER_KIND' AND unit_id = '00001@0' GROUP BY part ORDER BY part`,
  );
  return rows.map(({ part, loans, households }) => [part, Number(loans), Number(households)]);
}

describe.each(dialects)("on %s", (dialect) => {
  test("what is outstanding follows from repayments, on the day of the balance and at year ends", async () => {
    await using target = await startDatabase("credit-programs", dialect);
    await importFixtures(target, "programs", "loans", "repayments");
    const loans = await target.query<{ outstanding: unknown }>("SELECT outstanding FROM loan ORDER BY id");
    expect(loans.map(({ outstanding }) => Number(outstanding))).toEqual([15e6, 15e6, 10_000_000_000_000]);
    const rows = await target.query<{ outstanding: unknown; overdue: unknown; year: number }>(
      "SELECT year, outstanding, overdue FROM loan_year_end WHERE loan_id IN ('l1', 'l2') AND year > 2022 ORDER BY loan_id, year",
    );
    expect(
      rows.map(({ year, outstanding, overdue }) => [year, Number(outstanding) / 1e6, Number(overdue) / 1e6]),
    ).toEqual([
      [2023, 22, 0],
      [2024, 15, 0],
      [2025, 15, 0],
      [2023, 20, 0],
      [2024, 20, 20],
      [2025, 15, 15],
    ]);
  });

  test("the bank's year ends of a loan replace all of its own that were judged", async () => {
    await using target = await startDatabase("credit-programs", dialect);
    await importFixtures(target, "programs", "loans", "repayments");
    const [header = "", ...lines] = fixture("credit-programs", "year-end-balances").trimEnd().split("\n");
    const recent = `${[header, ...lines.filter((line) => !/^l2,202[012]/.test(line))].join("\n")}\n`;
    expect(await importText(target, "year-end-balances", recent)).toMatchObject({ removed: 3 });
    expect(await exportText(target, "year-end-balances")).toBe(recent);
  });

  test("repayments that exceed a loan are refused, and nothing of the file is stored", async () => {
    await using target = await startDatabase("credit-programs", dialect);
    await importFixtures(target, "programs", "loans");
    const content = fixture("credit-programs", "repayments").replace("8000000", "80000000");
    for (const isDryRun of [false, true]) {
      const { rejections } = await importText(target, "repayments", content, { isDryRun });
      expect(rejections[0]).toMatchObject({
        line: 2,
        column: "principal",
        expected: expect.stringMatching(/repayments of a loan that together/),
      });
    }
    expect(await target.query("SELECT id FROM repayment")).toEqual([]);
  });

  test("loans and their year ends follow the organization of their group", async () => {
    await using target = await startDatabase("credit-programs", dialect);
    await importFixtures(target, "programs", "loans");
    const content = fixture("credit-programs", "savings-groups").replace("WOMENS_UNION", "FARMERS_UNION");
    await importText(target, "savings-groups", content);
    for (const table of ["loan", "loan_year_end"]) {
      const rows = await target.query(
        `SELECT DISTINCT entrusted_organization AS name FROM ${table} WHERE savings_group_id IS NOT NULL`,
      );
      expect(rows).toEqual([{ name: "FARMERS_UNION" }]);
    }
  });

  test("what units owe and were lent follows whatever is imported", async () => {
    await using target = await startDatabase("credit-programs", dialect);
    await importFixtures(target, "programs", "loans", "repayments", "year-end-balances");
    // Both loans are now one household's, in two localities of a commune. Then one moves to another province.
    await edit(target, "loans", ["h2,p3", "h1,p1"], ["10000000000000", "9000"]);
    expect(await owed(target, "00001@2025-07-01")).toEqual([[1, 35]]);
    await edit(target, "loans", ["s1,00003,00003", "s1,00001,00001"], ["p1,,00001,00002", "p1,,00003,00003"]);
    expect(await owed(target, "24@2025-07-01")).toEqual([[1, 20]]);
    await edit(target, "loans", ["office-1,,OVERDUE", ",Ngân hàng D,OVERDUE"], ["2022-08-09", "2021-08-09"]);
    await edit(target, "repayments", ["8000000", "9000000"]);
    await edit(target, "year-end-balances", ["l1,2023,21000000,1000000,PARTLY_OVERDUE\n", ""]);
    await edit(target, "savings-groups", ["WOMENS_UNION", "FARMERS_UNION"]);
    await edit(target, "territory", ["00001@0,a\n", "00001@0,a\n00001@0,c\n"]);
    expect(await lent(target)).toEqual([
      ["COMMERCIAL_BANK", 1, 0],
      ["POLICY_BANK", 2, 1],
    ]);
    await edit(target, "programs", ["POLICY_BANK", "COMMERCIAL_BANK"]);
    expect(await lent(target)).toEqual([["COMMERCIAL_BANK", 3, 1]]);
  });
});
