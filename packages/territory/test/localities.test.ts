import { Localities } from "@an-sinh/territory/localities";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

let graph: DepartmentGraph;
let localities: Localities;
beforeAll(async () => {
  graph = await startHouses({
    territory: {
      "07000@0": ["merged"],
      "07003@0": ["merged twice"],
      "07002@2025-01-01": ["merged twice"],
      "07001@0": ["unchanged"],
      "07002@0": ["kept"],
      "07002@2025-07-01": ["merged", "merged twice", "kept"],
      "24@2025-07-01": ["merged", "merged twice", "kept", "unchanged"],
      "213@0": ["merged"],
    },
  });
  localities = await Localities.read(graph.database.reader.manager);
});
afterAll(() => graph.close());

test("a locality lies in a commune of today, and lay in another before or in the same", () => {
  const today = { communeId: "07002@2025-07-01", communeCode: "07002" };
  expect(localities.find("merged")).toEqual({ localityId: "merged", ...today, formerCommuneCode: "07000" });
  expect(localities.find("kept")).toEqual({ localityId: "kept", ...today, formerCommuneCode: "07002" });
  expect(localities.find("unchanged")).toEqual({
    localityId: "unchanged",
    communeId: "07001@0",
    communeCode: "07001",
    formerCommuneCode: "07001",
  });
  expect(localities.find("nowhere")).toBeUndefined();
});

test("of several communes before today's, the first one tells a locality from its neighbors", () => {
  expect(localities.find("merged twice")).toMatchObject({
    communeId: "07002@2025-07-01",
    formerCommuneCode: "07003",
  });
});

test("a commune of today has its localities; a closed commune, a district or a province has none", () => {
  const idsIn = (code: string) =>
    localities
      .inCommune(code)
      .map(({ localityId }) => localityId)
      .toSorted();
  expect(idsIn("07002")).toEqual(["kept", "merged", "merged twice"]);
  for (const code of ["07000", "213", "24", ""]) expect(idsIn(code)).toEqual([]);
});
