import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const numbers = Array.from({ length: 100 }, (_, index) => index + 1);

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startMeritoriousGraph(
      {
        levels: [
          { validFrom: "2021-07-01", validTo: "2023-06-30", monthlyAmount: 1_624_000 },
          { validFrom: "2023-07-01", monthlyAmount: 2_055_000 },
        ],
        records: [
          { personId: "person", recognizedOn: "2002-01-01" },
          { personId: "person", recognizedOn: "2001-01-01" },
          ...numbers.map((number) => ({ personId: `person ${number}` })),
        ],
        allowances: [
          { recordId: "r1", coefficient: 3, validFrom: "2020-01-01" },
          {
            recordId: "r1",
            kind: "GIFT",
            coefficient: 0,
            oneOffAmount: 300_000,
            validFrom: "2023-07-20",
            validTo: "2023-07-27",
          },
          { recordId: "r2", kind: "SUPPLEMENT", coefficient: 0.333, validFrom: "2023-07-20" },
          ...numbers.map((number) => ({ recordId: `r${number + 2}` })),
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  const allowances = (on: string, selection: string) =>
    graph.expectEntities<{ allowances: unknown[] }>(
      "MeritoriousRecord",
      [{ id: "r1" }],
      `allowances(on: "${on}") { ${selection} }`,
    );

  test.each([
    ["2023-06-30", 4_872_000],
    ["2023-07-01", 6_165_000],
  ])("an allowance follows the standard level of the day: on %s it is %d dong", async (on, monthlyAmount) => {
    const [record] = await allowances(on, "monthlyAmount oneOffAmount");
    expect(record?.allowances).toEqual([{ monthlyAmount, oneOffAmount: null }]);
  });

  test("an allowance on a day before the first standard level has no monthly amount", async () => {
    const [record] = await allowances("2021-06-30", "monthlyAmount standardLevel { legalBasis }");
    expect(record?.allowances).toEqual([{ monthlyAmount: null, standardLevel: null }]);
  });

  test.each([
    ["2023-07-19", []],
    ["2023-07-20", ["GIFT"]],
    ["2023-07-27", ["GIFT"]],
    ["2023-07-28", []],
  ])("a one-off benefit may be drawn from its first day to its last: on %s %j", async (on, gifts) => {
    const [record] = await allowances(on, "kind monthlyAmount oneOffAmount");
    const drawn = record?.allowances.filter((allowance) => (allowance as { kind: string }).kind === "GIFT");
    expect(drawn).toEqual(gifts.map((kind) => ({ kind, monthlyAmount: null, oneOffAmount: 300_000 })));
  });

  test("a person's allowances are those of all records, the record recognized first before the others", async () => {
    const persons = await graph.expectEntities(
      "Person",
      [{ id: "person" }, { id: "nobody" }],
      'allowances(on: "2023-07-28") { kind }',
    );
    expect(persons).toEqual([
      { allowances: [{ kind: "SUPPLEMENT" }, { kind: "MONTHLY" }] },
      { allowances: [] },
    ]);
  });

  test("the allowances of 100 persons take as many statements as those of one", async () => {
    const counts = [];
    for (const count of [1, 100]) {
      const persons = numbers.slice(0, count).map((number) => ({ id: `person ${number}` }));
      graph.takeStatements();
      await graph.expectEntities(
        "Person",
        persons,
        "allowances { monthlyAmount responsibleAgency { name } }",
      );
      counts.push(graph.takeStatements());
    }
    // Records, allowances, standard levels and agencies.
    expect(counts).toEqual([4, 4]);
  });
});
