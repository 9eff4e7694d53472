import type { Cell } from "@an-sinh/territory/small-cells/cells";
import { sumGraph } from "@an-sinh/territory/small-cells/sum-graph";
import { connectedUnits, type UnitLocalities } from "@an-sinh/territory/small-cells/unit-localities";
import { withholdCells, type WithheldCells } from "@an-sinh/territory/small-cells/withhold-cells";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

const categories = ["a", "b", "c"];

/** A province with communes and districts of today and before, and how many people of each category live where. */
interface Land {
  readonly units: readonly UnitLocalities[];
  /** By locality and category. */
  readonly people: readonly (readonly number[])[];
}

const land: fc.Arbitrary<Land> = fc
  .array(
    fc.record({
      commune: fc.nat(4),
      oldCommune: fc.nat(5),
      people: fc.array(
        fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })),
        {
          minLength: categories.length,
          maxLength: categories.length,
        },
      ),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((localities) => {
    const named = localities.map((locality, index) => ({ ...locality, id: `l${index}` }));
    const unit = (unitId: string, isIn: (locality: (typeof named)[number]) => boolean): UnitLocalities => ({
      unitId,
      localityIds: named.filter(isIn).map(({ id }) => id),
    });
    return {
      units: [
        unit("province", () => true),
        ...[0, 1, 2, 3, 4].map((index) => unit(`commune ${index}`, ({ commune }) => commune === index)),
        ...[0, 1, 2, 3, 4, 5].map((index) => unit(`old ${index}`, ({ oldCommune }) => oldCommune === index)),
        ...[0, 1, 2].map((index) => unit(`district ${index}`, ({ oldCommune }) => oldCommune % 3 === index)),
      ].filter(({ localityIds }) => localityIds.length > 0),
      people: named.map(({ people }) => people),
    };
  });

const count = ({ people }: Land, { localityIds }: UnitLocalities, category: number): number =>
  localityIds.reduce((sum, id) => sum + (people[Number(id.slice(1))]?.[category] ?? 0), 0);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function cellsOf(given: Land): Cell[] {
  return given.units.flatMap((unit) => {
    const { unitId } = unit;
    const counted = categories.map((_, index) => count(given, unit, index));
    return [
      { unitId, cell: "all", counts: [sum(counted)] },
      ...categories.map((cell, index) => ({
        unitId,
        cell,
        partOf: { cell: "all", by: "category" },
        counts: [counted[index] ?? 0],
      })),
    ];
  });
}

async function withheldOf(given: Land): Promise<WithheldCells> {
  const graphs = connectedUnits(given.units).map(sumGraph);
  const found = await Promise.all(graphs.map((graph) => withholdCells(graph, cellsOf(given))));
  return new Map(found.flatMap((withheld) => [...withheld]));
}

/** The cells that follow from those that are shown: as sums of what lives in each locality in each category. */
function determined(given: Land, withheld: WithheldCells): string[] {
  const row = (unit: UnitLocalities, cell: string) =>
    given.people.flatMap((_, locality) =>
      categories.map((category) =>
        unit.localityIds.includes(`l${locality}`) && (cell === "all" || cell === category) ? 1 : 0,
      ),
    );
  const all = given.units.flatMap((unit) => ["all", ...categories].map((cell) => ({ unit, cell })));
  const isWithheld = ({ unit, cell }: (typeof all)[number]) => withheld.get(unit.unitId)?.has(cell) === true;
  const basis: number[][] = [];
  const reduce = (numbers: number[]): number[] => {
    let rest = numbers;
    for (const known of basis) {
      const pivot = known.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = (rest[pivot] ?? 0) / (known[pivot] ?? 1);
      if (Math.abs(factor) > 1e-9) rest = rest.map((value, index) => value - factor * (known[index] ?? 0));
    }
    return rest;
  };
  const isZero = (numbers: number[]) => numbers.every((value) => Math.abs(value) < 1e-6);
  for (const shown of all.filter((cell) => !isWithheld(cell))) {
    const rest = reduce(row(shown.unit, shown.cell));
    if (!isZero(rest)) basis.push(rest);
  }
  return all
    .filter(isWithheld)
    .filter(({ unit, cell }) => isZero(reduce(row(unit, cell))))
    .map(({ unit, cell }) => `${unit.unitId} ${cell}`);
}

describe("small cells", () => {
  test("no number from 1 to 4 is shown", async () => {
    await fc.assert(
      fc.asyncProperty(land, async (given) => {
        const withheld = await withheldOf(given);
        const small = cellsOf(given).filter(({ counts: [value = 0] }) => value > 0 && value < 5);
        expect(small.filter(({ unitId, cell }) => withheld.get(unitId)?.has(cell) !== true)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("what is withheld of the categories of a unit is not few together", async () => {
    await fc.assert(
      fc.asyncProperty(land, async (given) => {
        const withheld = await withheldOf(given);
        const isWithheld = (unitId: string, cell: string) => withheld.get(unitId)?.has(cell) === true;
        const few = given.units.filter((unit) => {
          const hidden = categories.filter((cell) => isWithheld(unit.unitId, cell));
          const rest = sum(hidden.map((cell) => count(given, unit, categories.indexOf(cell))));
          return !isWithheld(unit.unitId, "all") && rest > 0 && rest < 5;
        });
        expect(few).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("no withheld number follows from the shown ones, whichever way they are added up", async () => {
    await fc.assert(
      fc.asyncProperty(land, async (given) => {
        expect(determined(given, await withheldOf(given))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("others have a turn while many cells of many units are withheld", async () => {
    const localities = Array.from({ length: 200 }, (_, index) => `l${index}`);
    const units = [
      { unitId: "province", localityIds: localities },
      ...localities.map((id) => ({ unitId: id, localityIds: [id] })),
    ];
    const names = Array.from({ length: 100 }, (_, index) => `cell ${index}`);
    const cells = units.flatMap(({ unitId, localityIds }) =>
      names.map((cell) => ({ unitId, cell, counts: [localityIds.length * 3] })),
    );
    let isOver = false;
    const turn = new Promise<boolean>((resolve) => setImmediate(() => resolve(isOver)));
    await withholdCells(sumGraph(units), cells);
    isOver = true;
    expect(await turn).toBe(false);
  });
});
