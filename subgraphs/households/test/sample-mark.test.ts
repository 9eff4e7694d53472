import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { expect, test } from "vitest";
import { dialects, rowsOf } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph, type HouseholdsRows } from "./support/households-graph.js";

const rows: HouseholdsRows = {
  territory: { "01@0": ["here"] },
  units: [{ id: "01@0" }],
  totals: [{ localityId: "here", year: 2024, households: 10 }],
};
const marker = { id: "sample", version: "1", scale: 1, loadedAt: new Date(0), rows: 0 };

test.each(dialects)(
  "a figure says whether it rests on the sample, at no cost once that is known: %s",
  async (dialect) => {
    const graph = await startHouseholdsGraph(rows, dialect);
    const ask = async (field: string) => {
      graph.takeStatements();
      const [unit] = await graph.expectEntities<{ poverty: object }>(
        "AdministrativeUnit",
        [{ id: "01@0" }],
        `poverty(year: 2024) { poor ${field} }`,
      );
      return { ...unit?.poverty, statements: graph.takeStatements() };
    };
    const { statements } = await ask("");
    expect(await ask("isSample")).toEqual({ poor: 0, isSample: false, statements: statements + 1 });
    const { entity, rows: markers } = rowsOf(LoadedSampleEntity, [marker]);
    await graph.database.write((manager) => manager.insert(entity, [...markers]));
    expect(await ask("isSample")).toMatchObject({ isSample: true });
    expect(await ask("isSample")).toEqual({ poor: 0, isSample: true, statements });
    await graph.close();
  },
);
