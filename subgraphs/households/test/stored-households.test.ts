import {
  updateClassifications,
  updateClassificationsOfChanged,
} from "@an-sinh/households/household-classification/household-classification.service";
import {
  addLocalitiesToUnits,
  updateHouseholdUnits,
} from "@an-sinh/households/household/household-unit.service";
import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { updateHeads } from "@an-sinh/households/person/household-head.service";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { households } from "@an-sinh/households/subgraph";
import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  dialects,
  rowsOf,
  startDepartment,
  territoryRows,
  type DepartmentGraph,
} from "../../../test/support/department-graph.js";
import { household, person, provincialStandard, review, standard } from "./support/rows.js";

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeEach(async () => {
    const tables = [
      territoryRows({ "01@0": ["here", "near"], "22@0": ["far"], "00001@0": ["here"] }),
      rowsOf(PovertyStandardEntity, [standard({}), provincialStandard()]),
      rowsOf(HouseholdEntity, [household({}, 0), household({}, 1)]),
      rowsOf(PersonEntity, [
        person({ householdId: "h1", relationshipToHead: "HEAD" }, 0),
        person({ householdId: "h1", relationshipToHead: "HEAD" }, 1),
        person({ householdId: "h2", relationshipToHead: "CHILD" }, 2),
      ]),
      rowsOf(PovertyReviewEntity, [
        review({ monthlyIncomePerPerson: 1_800_000, class: "NEAR_POOR" }, 0),
        review({ householdId: "h2" }, 1),
        review({ householdId: "h2", decidedOn: null }, 2),
      ]),
    ];
    graph = await startDepartment(households, tables, dialect);
  });
  afterEach(() => graph.close());

  const rows = async (sql: string): Promise<string[]> =>
    (await graph.database.reader.query(sql)).map((row: object) => Object.values(row).join(" "));
  const classes = () =>
    rows("SELECT household_id, standard_id, class, locality_id FROM household_classification ORDER BY 1, 2");
  const units = () => rows("SELECT unit_id, code FROM household_unit ORDER BY 1, 2");
  const heads = () => rows("SELECT id, head_id FROM household ORDER BY id");

  /** Stores other values of the household h1. */
  async function change(given: Partial<HouseholdEntity>): Promise<Change<HouseholdEntity>> {
    const after = household(given);
    await graph.database.write((manager) => bulkUpsert(manager, HouseholdEntity, [after]));
    return { before: household({}), after };
  }

  describe("the classes of households", () => {
    beforeEach(() => graph.database.write((manager) => updateClassifications(manager, ["h1", "h2"])));

    test("follow from the reviews that are decided, under all standards of the place", async () => {
      expect(await classes()).toEqual([
        "h1 central AVERAGE here",
        "h1 own NEAR_POOR here",
        "h2 central ABOVE_AVERAGE here",
        "h2 own ABOVE_AVERAGE here",
      ]);
    });

    test("are only read where they stay as they are", async () => {
      graph.takeStatements();
      await updateClassifications(graph.database.reader.manager, ["h1", "h2"]);
      // Households, standards, territory, reviews and classes.
      expect(graph.takeStatements()).toBe(5);
    });

    test("are those of the new place after a household moved", async () => {
      const moved = await change({ localityId: "far" });
      await graph.database.write((manager) => updateClassificationsOfChanged(manager, [moved]));
      expect((await classes()).slice(0, 2)).toEqual([
        "h1 central NEAR_POOR far",
        "h2 central ABOVE_AVERAGE here",
      ]);
    });

    test("say of an ethnic minority after the household's ethnic group changed", async () => {
      const minority = () =>
        rows("SELECT DISTINCT is_minority FROM household_classification WHERE household_id = 'h1'");
      expect(await minority()).toEqual(["0"]);
      const changed = await change({ ethnicGroup: "Tày" });
      await graph.database.write((manager) => updateClassificationsOfChanged(manager, [changed]));
      expect(await minority()).toEqual(["1"]);
    });

    test("are those of the other income line after a household came under it", async () => {
      const urban = await change({ isUrban: true });
      await graph.database.write((manager) => updateClassificationsOfChanged(manager, [urban]));
      expect((await classes())[0]).toBe("h1 central NEAR_POOR here");
    });
  });

  describe("the index of households by unit", () => {
    beforeEach(() =>
      graph.database.write((manager) =>
        updateHouseholdUnits(manager, [{ before: null, after: household({}) }]),
      ),
    );

    test("has a new household in every unit of its locality", async () => {
      expect(await units()).toEqual(["00001@0 h1", "01@0 h1"]);
    });

    test("follows a household that moved", async () => {
      const moved = await change({ localityId: "near" });
      await graph.database.write((manager) => updateHouseholdUnits(manager, [moved]));
      expect(await units()).toEqual(["01@0 h1"]);
    });

    test("follows a household that got another code", async () => {
      const renamed = await change({ code: "new" });
      await graph.database.write((manager) => updateHouseholdUnits(manager, [renamed]));
      expect(await units()).toEqual(["00001@0 new", "01@0 new"]);
    });

    test("gets the households of land that was added to a unit, each once", async () => {
      await graph.database.write(async (manager) => {
        await bulkInsert(manager, TerritoryEntity, [{ unitId: "00001@2025-07-01", localityId: "here" }]);
        await addLocalitiesToUnits(manager, ["here", "here"]);
      });
      expect(await units()).toEqual([
        "00001@0 h1",
        "00001@0 h2",
        "00001@2025-07-01 h1",
        "00001@2025-07-01 h2",
        "01@0 h1",
        "01@0 h2",
      ]);
    });
  });

  describe("the head of a household", () => {
    test("is the member registered as its head: of several, the first by id", async () => {
      const member = person({ householdId: "h1", relationshipToHead: "HEAD" }, 0);
      await graph.database.write((manager) => updateHeads(manager, [{ before: null, after: member }]));
      expect(await heads()).toEqual(["h1 p1", "h2 "]);
    });

    test("is set in the old and the new household when the head moves", async () => {
      const before = person({ householdId: "h1", relationshipToHead: "HEAD" }, 0);
      const after = { ...before, householdId: "h2" };
      await graph.database.write(async (manager) => {
        await bulkUpsert(manager, PersonEntity, [after]);
        await updateHeads(manager, [{ before, after }]);
      });
      expect(await heads()).toEqual(["h1 p2", "h2 p1"]);
    });

    test("costs no statement where nobody begins or ceases to be the head", async () => {
      const child = person({ householdId: "h2", relationshipToHead: "CHILD" }, 2);
      const moved = { before: child, after: { ...child, householdId: "h1" } };
      graph.takeStatements();
      await updateHeads(graph.database.reader.manager, [moved]);
      expect(graph.takeStatements()).toBe(0);
    });
  });
});
