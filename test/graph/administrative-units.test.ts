import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const unitOn = (code: string, on: string, fields: string) =>
  graph.expectData(
    `query ($code: String!, $on: Date) { administrativeUnit(code: $code, on: $on) { ${fields} } }`,
    {
      code,
      on,
    },
  );

describe("a code names different units on different days", () => {
  test.each([
    ["24", "2024-12-31", "24@0", "Tỉnh Bắc Giang"],
    ["24", "2025-06-30", "24@0", "Tỉnh Bắc Giang"],
    ["24", "2025-07-01", "24@2025-07-01", "Tỉnh Bắc Ninh"],
    ["24", "2025-12-31", "24@2025-07-01", "Tỉnh Bắc Ninh"],
    ["27", "2024-12-31", "27@0", "Tỉnh Bắc Ninh"],
    ["01", "2024-12-31", "01@0", "Thành phố Hà Nội"],
    ["01", "2025-12-31", "01@0", "Thành phố Hà Nội"],
  ])("%s on %s is %s, %s", async (code, on, id, name) => {
    expect(await unitOn(code, on, "id name")).toEqual({ administrativeUnit: { id, name } });
  });

  test.each([
    ["27", "2025-07-01"],
    ["260", "2025-12-31"],
    ["99", "2025-12-31"],
    ["", "2025-12-31"],
  ])("%s on %s is nothing", async (code, on) => {
    expect(await unitOn(code, on, "id")).toEqual({ administrativeUnit: null });
  });

  test("without a day, today's unit is meant", async () => {
    const data = await graph.expectData('{ administrativeUnit(code: "24") { id } }');
    expect(data).toEqual({ administrativeUnit: { id: "24@2025-07-01" } });
  });
});

describe("boundary changes lead both ways", () => {
  test("the merged Bac Ninh has Bac Giang and the old Bac Ninh as predecessors", async () => {
    const data = await unitOn("24", "2025-12-31", "predecessors { id } successors { id }");
    expect(data).toEqual({
      administrativeUnit: { predecessors: [{ id: "24@0" }, { id: "27@0" }], successors: [] },
    });
  });

  test("Hoa Binh leads to the merged Phu Tho and back", async () => {
    const data = await unitOn("17", "2024-12-31", "successors { id predecessors { id } }");
    const merged = { id: "25@2025-07-01", predecessors: [{ id: "17@0" }, { id: "25@0" }, { id: "26@0" }] };
    expect(data).toEqual({ administrativeUnit: { successors: [merged] } });
  });

  test("the communes of Tien Du district are found under the new ones", async () => {
    const data = await unitOn(
      "260",
      "2024-12-31",
      "name validTo children(first: 100) { edges { node { successors { code parent { id } } } } }",
    );
    const district = data["administrativeUnit"] as {
      name: string;
      validTo: string;
      children: { edges: { node: { successors: { code: string; parent: { id: string } }[] } }[] };
    };
    expect(district).toMatchObject({ name: "Huyện Tiên Du", validTo: "2025-06-30" });
    const successors = district.children.edges.flatMap(({ node }) => node.successors);
    expect([...new Set(successors.map(({ code }) => code))].toSorted()).toEqual([
      "09319",
      "09334",
      "09340",
      "09343",
      "09349",
    ]);
    expect(new Set(successors.map(({ parent }) => parent.id))).toEqual(new Set(["24@2025-07-01"]));
  });
});

test("units are listed in the order of their codes, page by page, each once", async () => {
  const list = `query ($after: String) { administrativeUnits(filter: { level: PROVINCE, on: "2025-12-31" }, first: 10, after: $after) {
    totalCount edges { node { code } } pageInfo { hasNextPage endCursor } } }`;
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const data = await graph.expectData(list, { after });
    const page = data["administrativeUnits"] as {
      totalCount: number;
      edges: { node: { code: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    expect(page.totalCount).toBe(34);
    codes.push(...page.edges.map(({ node }) => node.code));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(codes).toHaveLength(34);
  expect(codes).toEqual([...new Set(codes)].toSorted());
});
