import { anonymous, type Caller } from "@an-sinh/server/caller";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/nested-pages";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { filterInAreas } from "@an-sinh/territory/filter-by-unit";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official, officialOf } from "../../../test/support/callers.js";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

/** Code 24 was left to the merged province; code 27 closed; the district 213 closed in 2025. */
const territory = {
  "24@0": ["here"],
  "27@0": ["there", "beyond"],
  "24@2025-07-01": ["here", "there", "beyond"],
  "213@0": ["there"],
  "22@0": ["far"],
};

const houses = ["here", "there", "beyond", "far", "nowhere"].map((localityId, index) => ({
  id: `h${index + 1}`,
  localityId,
  rooms: 1,
}));

const everyHouse = ["h1", "h2", "h3", "h4", "h5"];

/** Callers, and the houses that they may see. */
const callers: readonly (readonly [string, Caller, readonly string[]])[] = [
  ["the whole country", official, everyHouse],
  ["the whole country and a province", officialOf("22@0", "VN"), everyHouse],
  ["a province of today", officialOf("24@2025-07-01"), ["h1", "h2", "h3"]],
  ["a province that was merged into it", officialOf("27@0"), ["h2", "h3"]],
  ["a district that closed", officialOf("213@0"), ["h2"]],
  ["two provinces that closed or not", officialOf("24@0", "22@0"), ["h1", "h4"]],
  ["a unit within another one", officialOf("213@0", "27@0"), ["h2", "h3"]],
  ["a unit that is unknown, and one that is not", officialOf("99@0", "22@0"), ["h4"]],
  ["units that are unknown", officialOf("24", "' OR 1=1 --", "%"), []],
  ["no area", officialOf(), []],
  ["nobody who signed in", anonymous, []],
];

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouses({ territory, houses }, dialect);
  });
  afterAll(() => graph.close());

  const idsOf = (rows: readonly HouseEntity[]) => rows.map(({ id }) => id);
  const id = { expression: "house.id", type: "string", value: (house: HouseEntity) => house.id } as const;

  describe.each(callers)("a caller of %s", (_, caller, seen) => {
    const read = () => graph.createContext(caller).read(HouseEntity, "house").orderBy("house.id");

    test("gets the rows that lie there, whatever else the query asks for", async () => {
      expect(idsOf(await read().getMany())).toEqual(seen);
      const either = read().where("house.rooms = 1 OR house.rooms = 2");
      expect(idsOf(await either.getMany())).toEqual(seen);
      expect(idsOf(await either.where("1 = 1").clone().getMany())).toEqual(seen);
      expect(await read().select("house.id", "id").getRawMany()).toEqual(
        seen.map((house) => ({ id: house })),
      );
    });

    test("cannot widen the areas by a parameter of the same name", async () => {
      const widened = read().setParameters({ callersAreas: ["22@0", "24@2025-07-01"] });
      expect(idsOf(await widened.getMany())).toEqual(seen);
    });

    test("gets them by id, in pages, in pages of a parent, and in their counts", async () => {
      const context = graph.createContext(caller);
      expect(await context.loadAll(rowById(HouseEntity, "house"), everyHouse)).toEqual(
        everyHouse.map((house) => (seen.includes(house) ? expect.objectContaining({ id: house }) : null)),
      );
      const page = await paginate(context, read(), { name: "houses", columns: [id] }, { first: 2 });
      expect(idsOf(page.edges.map(({ node }) => node))).toEqual(seen.slice(0, 2));
      expect(await page.countAll()).toBe(seen.length);
      const ofLocality = nestedPages<HouseEntity>({
        entity: HouseEntity,
        alias: "house",
        parent: "localityId",
        ordering: { name: "houses", columns: [id] },
      });
      const nested = await Promise.all(
        houses.map(({ localityId }) => context.load(ofLocality, localityId, { first: 1 })),
      );
      expect(nested.flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(seen);
      expect(await Promise.all(nested.map(({ countAll }) => countAll()))).toEqual(
        everyHouse.map((house) => Number(seen.includes(house))),
      );
    });

    test("gets them aside, and in a list that is found by its localities", async () => {
      const context = graph.createContext(caller);
      const query = context.read(HouseEntity, "house").orderBy("house.id");
      await filterInAreas(context, query, "house", { argument: "filter.administrativeUnit", unitId: null });
      expect(idsOf(await context.aside(query).getMany())).toEqual(seen);
      const ofUnit = context.read(HouseEntity, "house").orderBy("house.id");
      await filterInAreas(context, ofUnit, "house", { argument: "unit", unitId: "27@0" });
      expect(idsOf(await ofUnit.getMany())).toEqual(["h2", "h3"].filter((house) => seen.includes(house)));
    });

    test("learns nothing of other rows through a query within a query, or through a join", async () => {
      const context = graph.createContext(caller);
      const places = context.read(TerritoryEntity, "place").select("DISTINCT place.localityId", "place");
      const within = places
        .subQuery(HouseEntity, "house")
        .select("1")
        .where("house.localityId = place.localityId");
      const inhabited = places.where(`EXISTS (${within.getQuery()})`).orderBy("place.localityId");
      const placesOf = (shown: readonly string[]) =>
        houses
          .filter((house) => shown.includes(house.id) && house.localityId !== "nowhere")
          .map(({ localityId }) => ({ place: localityId }))
          .toSorted((a, b) => (a.place < b.place ? -1 : 1));
      expect(await inhabited.getRawMany()).toEqual(placesOf(seen));
      const joined = context
        .read(TerritoryEntity, "place")
        .select("DISTINCT place.localityId", "place")
        .innerJoin(HouseEntity, "house", "house.localityId = place.localityId OR 1 = 0")
        .orderBy("place.localityId");
      expect(await joined.getRawMany()).toEqual(placesOf(seen));
      const [row] = await context
        .read(TerritoryEntity, "place")
        .select("COUNT(house.id)", "houses")
        .leftJoin(HouseEntity, "house", "house.localityId = place.localityId AND place.unitId = '22@0'")
        .getRawMany<{ houses: number | string }>();
      expect(Number(row?.houses)).toBe(Number(seen.includes("h4")));
    });

    test("gets the same counts and sums as everyone, and verdicts that rest on the same facts", async () => {
      const context = graph.createContext(caller);
      expect(await context.statistics(HouseEntity, "house").getMany()).toHaveLength(everyHouse.length);
      expect(await context.facts(HouseEntity, "house").getMany()).toHaveLength(everyHouse.length);
    });
  });

  test("whoever sees the whole country has no condition, and without areas no table is touched", () => {
    const sql = (caller: Caller) => graph.createContext(caller).read(HouseEntity, "house").statement().sql;
    expect(sql(official)).not.toContain("WHERE");
    expect(sql(anonymous)).toMatch(/WHERE 1 = 0$/);
  });
});

test.each([
  ["the whole country", official],
  ["its areas", officialOf("1@0", "2@0")],
])("a list of a unit with very much land has no rows of %s beside it", async (_, caller) => {
  const land = Array.from({ length: 5_001 }, (_place, index) => `place${index}`);
  const inside = { id: "inside", localityId: "place5000", rooms: 1 };
  const beside = { id: "beside", localityId: "beside", rooms: 1 };
  const graph = await startHouses({
    territory: { "1@0": land, "2@0": ["beside"] },
    houses: [inside, beside],
  });
  try {
    const context = graph.createContext(caller);
    const query = context.read(HouseEntity, "house");
    await filterInAreas(context, query, "house", { argument: "unit", unitId: "1@0" });
    expect(await query.getMany()).toEqual([inside]);
  } finally {
    await graph.close();
  }
});

test("the rows of an entity of which nobody declared who may see them cannot be read", async () => {
  class UndeclaredEntity {}
  const graph = await startHouses({ territory, houses });
  try {
    expect(() => graph.createContext().read(UndeclaredEntity, "row")).toThrow(
      /UndeclaredEntity to be declared/,
    );
  } finally {
    await graph.close();
  }
});
