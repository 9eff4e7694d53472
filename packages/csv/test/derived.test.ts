import { describe, expect, test } from "vitest";
import { dialects, startDatabase } from "./support/database.js";
import { fixture, importFixtures, importText } from "./support/files.js";

describe.each(dialects)("on %s", (dialect) => {
  test("the head of a household is the member registered as such, also after a change", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households", "members");
    const heads = () => target.query("SELECT id, head_id FROM household ORDER BY id");
    expect(await heads()).toMatchObject([{ head_id: "p1" }, { head_id: "p3" }, { head_id: null }]);
    const moved = fixture("households", "members").replace("p3,h2", "p3,h3");
    await importText(target, "members", moved);
    expect(await heads()).toMatchObject([{ head_id: "p1" }, { head_id: null }, { head_id: "p3" }]);
  });

  test("a household that moves is counted in its new units, with the classes of its reviews", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households", "members", "reviews");
    const moved = fixture("households", "households").replace("00001,00001,Tổ", "00003,00003,Tổ");
    await importText(target, "households", moved);
    const units = await target.query(
      "SELECT unit_id FROM household_unit WHERE code = '00001-00001' ORDER BY 1",
    );
    expect(units).toMatchObject([
      { unit_id: "00003@0" },
      { unit_id: "00003@2025-07-01" },
      { unit_id: "24@2025-07-01" },
      { unit_id: "27@0" },
    ]);
    const classes = await target.query(
      "SELECT DISTINCT locality_id, standard_id FROM household_classification",
    );
    expect(classes).toMatchObject([{ locality_id: "c", standard_id: "central-2022" }]);
  });

  test("land that is added to a unit takes its households along", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households");
    const more = `${fixture("households", "territory")}00005@2025-07-01,c\n`;
    expect(await importText(target, "territory", more)).toMatchObject({ inserted: 1, unchanged: 12 });
    const rows = await target.query("SELECT code FROM household_unit WHERE unit_id = '00005@2025-07-01'");
    expect(rows).toEqual([{ code: "00003-00001" }]);
  });

  test("a review gives a class under each standard, as decided under the one that is reported by", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households", "reviews");
    const rows = await target.query<Record<string, unknown>>(
      `SELECT review_id, standard_id, class, since, until, is_reporting FROM household_classification ORDER BY 1, 2`,
    );
    const short = rows.map((row) => [
      row["standard_id"],
      row["class"],
      row["since"],
      row["until"],
      Number(row["is_reporting"]),
    ]);
    expect(short).toEqual([
      ["central-2022", "POOR", "2022-12-08", "2023-12-07", 0],
      ["own-2022", "POOR", "2022-12-08", "2023-12-07", 1],
      ["central-2022", "NEWLY_ESCAPED", "2023-12-08", "2026-12-07", 0],
      ["own-2022", "NEWLY_ESCAPED", "2023-12-08", "2026-12-07", 1],
    ]);
  });

  test("poverty totals follow reviews, households, standards and the territory", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households", "members", "reviews");
    const totals = (unitId = "00001@0") =>
      target.query<object>(
        `SELECT year, poor, newly_escaped, minority_poor FROM class_total
         WHERE unit_id = '${unitId}' AND standard_id = 'own-2022' ORDER BY year`,
      );
    const poor = (minority: number) => [
      { year: 2022, poor: 1, newly_escaped: 0, minority_poor: minority },
      { year: 2023, poor: -1, newly_escaped: 1, minority_poor: 0 - minority },
      { year: 2026, poor: 0, newly_escaped: -1, minority_poor: 0 },
    ];
    expect(await totals()).toEqual(poor(0));
    await importText(target, "households", fixture("households", "households").replace("Kinh", "Tày"));
    expect(await totals()).toEqual(poor(1));
    await importText(target, "territory", `${fixture("households", "territory")}00005@2025-07-01,a\n`);
    expect(await totals("00005@2025-07-01")).toEqual(poor(1));
    // The reviews of 2022 and 2023 are now held in advance, so that the latter decides the classes of both.
    const standards = fixture("households", "poverty-standards");
    await importText(
      target,
      "poverty-standards",
      standards.replace("LATRINE,2022-01-01,,", "LATRINE,2024-01-01,2022-09-01,"),
    );
    expect(await totals()).toEqual([
      { year: 2022, poor: 0, newly_escaped: 1, minority_poor: 0 },
      { year: 2026, poor: 0, newly_escaped: -1, minority_poor: 0 },
    ]);
  });

  test("the amount of a housing support is what its sources add up to", async () => {
    await using target = await startDatabase("housing-projects", dialect);
    await importFixtures(target);
    const content = fixture("housing-projects", "housing-supports").replace("78000000", "78000001");
    const { rejections } = await importText(target, "housing-supports", content);
    expect(rejections).toEqual([
      { line: 2, column: "amount", found: null, expected: "what the sources add up to" },
    ]);
  });

  test("a source that no longer pays is taken away", async () => {
    await using target = await startDatabase("housing-projects", dialect);
    await importFixtures(target, "housing-supports");
    const content = fixture("housing-projects", "housing-supports").replace("31000000,23000000", "54000000,");
    expect(await importText(target, "housing-supports", content)).toMatchObject({ updated: 1, unchanged: 1 });
    const shares = await target.query(
      "SELECT source FROM funding_share WHERE support_id = 'hs1' ORDER BY source",
    );
    expect(shares).toMatchObject([
      { source: "BUSINESSES_AND_DONORS" },
      { source: "CENTRAL_BUDGET" },
      { source: "FUND_FOR_THE_POOR" },
    ]);
  });

  test("payments follow the category of their record", async () => {
    await using target = await startDatabase("meritorious-service", dialect);
    await importFixtures(target, "records", "payments");
    const content = fixture("meritorious-service", "records").replace("p1,WAR_INVALID", "p1,RELATIVE");
    await importText(target, "records", content);
    const payments = await target.query("SELECT DISTINCT category_id, year FROM payment");
    expect(payments).toEqual([{ category_id: "cat-2", year: 2024 }]);
  });
});
