import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "../../../test/support/callers.js";
import {
  dialects,
  type DepartmentClient,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { provincialStandard, standard } from "./support/rows.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(
      {
        standards: [standard({}), provincialStandard()],
        households: [{ headId: "p2" }, {}],
        people: [
          { householdId: "h1", relationshipToHead: "PARENT", isAlive: false },
          { householdId: "h1", relationshipToHead: "HEAD", identificationNumber: "024180001234" },
          { householdId: "h1", relationshipToHead: "SPOUSE" },
          { householdId: "h1", relationshipToHead: "CHILD" },
          { householdId: "h1", relationshipToHead: "GRANDCHILD" },
          { householdId: "h1", relationshipToHead: null },
          { relationshipToHead: "CHILD" },
          { birthDate: "1980-05-17" },
          { partialBirthDate: "1980-05" },
          { partialBirthDate: "1980" },
        ],
        classes: [
          { class: "POOR", since: "2023-12-08", until: "2024-12-07" },
          // Decided early: both are in force from 2024-12-01 to 2024-12-07.
          { class: "NEWLY_ESCAPED", since: "2024-12-01" },
          { class: "NEAR_POOR", since: "2023-12-08", standardId: "own", isReporting: false },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test("a household's members are in the order of their ids, living and dead", async () => {
    const ids = ["p1", "p2", "p3", "p4", "p5", "p6"].map((id) => ({ id }));
    expect(
      await graph.expectEntities("Household", [{ id: "h1" }, { id: "h2" }], "head { id } members { id }"),
    ).toEqual([
      { head: { id: "p2" }, members: ids },
      { head: null, members: [] },
    ]);
  });

  test("parents are known of the head and of the head's children only", async () => {
    const people = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"].map((id) => ({ id }));
    expect(await graph.expectEntities("Person", people, "parentIds")).toEqual(
      [[], ["p1"], [], ["p2", "p3"], [], [], []].map((parentIds) => ({ parentIds })),
    );
  });

  test("a birth date that is not known to the day is null, with what is known beside it", async () => {
    expect(
      await graph.expectEntities(
        "Person",
        ["p8", "p9", "p10", "p7"].map((id) => ({ id })),
        "birthDate birthYear birthMonth birthDatePrecision earliestBirthDate",
      ),
    ).toEqual([
      born("1980-05-17", 1980, 5, "DAY", "1980-05-17"),
      born(null, 1980, 5, "MONTH", "1980-05-01"),
      born(null, 1980, null, "YEAR", "1980-01-01"),
      born(null, null, null, null, null),
    ]);
  });

  test("a person is found by the whole identification number, and shown to whoever may identify people", async () => {
    const find = (number: string, client: DepartmentClient = graph) =>
      client.expectData(
        "query ($number: String!) { personByIdentificationNumber(number: $number) { id identificationNumber } }",
        { number },
      );
    expect(await find("024180001234")).toEqual({
      personByIdentificationNumber: { id: "p2", identificationNumber: "024180001234" },
    });
    const scopes = official.scopes.filter((scope) => scope !== "persons:identify");
    expect(await find("024180001234", graph.as({ ...official, scopes }))).toEqual({
      personByIdentificationNumber: { id: "p2", identificationNumber: "************" },
    });
    expect(await find("024180001235")).toEqual({ personByIdentificationNumber: null });
  });

  test.each(["02418000123", "0241800012345", "02418000123x", "%"])(
    "%s is refused as an identification number and not repeated",
    async (number) => {
      const { errors } = await graph.query(
        "query ($number: String!) { personByIdentificationNumber(number: $number) { id } }",
        { number },
      );
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "number" } }]);
      expect(errors?.[0]?.message).not.toContain(number);
    },
  );

  test.each([
    ["2023-12-07", null, null],
    ["2023-12-08", null, "POOR"],
    ["2024-12-01", null, "NEWLY_ESCAPED"],
    ["2024-12-31", "own", "NEAR_POOR"],
    ["2024-12-31", "central", "NEWLY_ESCAPED"],
  ])("on %s a household has by the standard %s the class %s", async (on, id, expected) => {
    const by = id === null ? "" : `, standard: "${id}"`;
    const selection = `classification(on: "${on}"${by}) { class }`;
    expect(await graph.expectEntities("Household", [{ id: "h1" }], selection)).toEqual([
      { classification: expected === null ? null : { class: expected } },
    ]);
  });

  test("departments get the classes by the standard reported by, the earliest first", async () => {
    expect(
      await graph.expectEntities("Household", [{ id: "h1" }], "classificationHistory { class since until }"),
    ).toEqual([
      {
        classificationHistory: [
          { class: "POOR", since: "2023-12-08", until: "2024-12-07" },
          { class: "NEWLY_ESCAPED", since: "2024-12-01", until: null },
        ],
      },
    ]);
  });

  test("members, heads, classes and reviews of households take as many statements for one as for two", async () => {
    const selection = "head { id } members { id } classification { class } reviews(first: 1) { totalCount }";
    const count = async (ids: readonly string[]) => {
      graph.takeStatements();
      await graph.expectEntities(
        "Household",
        ids.map((id) => ({ id })),
        selection,
      );
      return graph.takeStatements();
    };
    expect(await count(["h1", "h2"])).toBe(await count(["h1"]));
  });
});

describe("the reviews of a household", () => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph({
      households: [{}],
      reviews: [
        { reviewedOn: "2022-10-01", deprivations: 0b1000_0000_0001 },
        { reviewedOn: "2024-10-01" },
        { reviewedOn: "2023-10-01" },
      ],
      standards: [standard({}), provincialStandard()],
      classes: [
        { reviewId: "r1", isReporting: false },
        { reviewId: "r1", standardId: "own" },
        { reviewId: "r3" },
      ],
    });
  });
  afterAll(() => graph.close());

  test("follow page by page, the latest first", async () => {
    const list = `query ($household: ID!, $after: String) { household(id: $household) {
      reviews(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } } }`;
    const pageAfter = async (after: string | null) => {
      const { household } = await graph.expectData<{
        household: {
          reviews: {
            edges: { node: { id: string } }[];
            pageInfo: { endCursor: string; hasNextPage: boolean };
          };
        };
      }>(list, { household: "h1", after });
      return household.reviews;
    };
    const first = await pageAfter(null);
    const second = await pageAfter(first.pageInfo.endCursor);
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(ids).toEqual(["r2", "r3", "r1"]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test("name the standard by which the province reported them, if they are decided", async () => {
    const { household } = await graph.expectData<{ household: { reviews: unknown } }>(
      `{ household(id: "h1") { reviews { edges { node { standard { id } } } } } }`,
    );
    expect(household.reviews).toEqual({
      edges: [
        { node: { standard: null } },
        { node: { standard: { id: "central" } } },
        { node: { standard: { id: "own" } } },
      ],
    });
  });

  test("name the deprivations in the order of the law", async () => {
    const { household } = await graph.expectData<{ household: { reviews: unknown } }>(
      `{ household(id: "h1") { reviews { edges { node { deprivations } } } } }`,
    );
    expect(household.reviews).toMatchObject({
      edges: [{}, {}, { node: { deprivations: ["EMPLOYMENT", "INFORMATION_ACCESS_MEANS"] } }],
    });
  });
});

const born = (
  birthDate: string | null,
  birthYear: number | null,
  birthMonth: number | null,
  birthDatePrecision: string | null,
  earliestBirthDate: string | null,
) => ({ birthDate, birthYear, birthMonth, birthDatePrecision, earliestBirthDate });
