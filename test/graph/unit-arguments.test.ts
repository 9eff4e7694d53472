import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const lists = [
  "households",
  "publishedFigures",
  "socialHousingProjects",
  "loans",
  "savingsGroups",
  "meritoriousRecords",
];

describe.each(lists)("%s, filtered by administrative unit", (list) => {
  const query = `query ($unit: ID!) { ${list}(filter: { administrativeUnit: $unit }) { totalCount } }`;
  const refusal = async (unit: string) => (await graph.query(query, { unit })).errors?.[0];

  test("a code in the place of an id is refused with the ids that may be meant", async () => {
    expect(await refusal("24")).toMatchObject({
      message:
        'filter.administrativeUnit: expected an id, not a code; the units with this code are 24@0 and 24@2025-07-01, but got: "24".',
      extensions: { code: "BAD_USER_INPUT", argument: "filter.administrativeUnit" },
    });
  });

  test.each(["99", "24@2024-01-01", "09319-09319"])(
    "%s, which no unit has as its id, is not found",
    async (unit) => {
      expect(await refusal(unit)).toMatchObject({
        extensions: { code: "NOT_FOUND", argument: "filter.administrativeUnit" },
      });
    },
  );

  test("an empty text is refused", async () => {
    expect(await refusal("")).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", argument: "filter.administrativeUnit" },
    });
  });

  test.each(["48@2025-07-01", "11@0"])("%s exists, but the sample has nothing there", async (unit) => {
    expect(await graph.expectData(query, { unit })).toEqual({ [list]: { totalCount: 0 } });
  });
});
