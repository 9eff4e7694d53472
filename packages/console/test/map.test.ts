import { expect, test } from "vitest";
import { project, readOutlines } from "../src/map/geometry.js";
import { classLimits, classOf, mapFields, mapUnits } from "../src/map/map-units.js";
import { fitsLarge, fitText, layTiles } from "../src/map/tiles.js";
import { column } from "./support.js";

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
];
const feature = (id: unknown, geometry: unknown, properties = {}) => ({
  type: "Feature",
  id,
  properties,
  geometry,
});

test("outlines are found by the id of a feature or its property code, and other features are left out", () => {
  const features = [
    feature("09160", { type: "Polygon", coordinates: [square(105, 20)] }),
    feature(
      undefined,
      { type: "MultiPolygon", coordinates: [[square(1, 2)], [square(3, 4)]] },
      { code: "24" },
    ),
    feature("x", { type: "Point", coordinates: [1, 2] }),
    feature(undefined, { type: "Polygon", coordinates: [square(1, 2)] }),
    null,
  ];
  const outlines = readOutlines({ type: "FeatureCollection", features });
  expect(outlines.map(({ code, rings }) => [code, rings.length])).toEqual([
    ["09160", 1],
    ["24", 2],
  ]);
});

test.each([
  [undefined],
  [[]],
  [{ features: 1 }],
  [{ features: [{ geometry: { type: "Polygon", coordinates: [[["a"]]] } }] }],
])("%j has no outlines", (file) => expect(readOutlines(file)).toEqual([]));

test("a map has north above, east to the right, and degrees of longitude as narrow as they are there", () => {
  const outlines = [
    { code: "south", rings: [square(0, 59) as [number, number][]] },
    { code: "north", rings: [square(1, 60).toReversed() as [number, number][]] },
  ];
  const { height, paths } = project(outlines, 100);
  expect(height).toBeGreaterThan(190);
  expect(height).toBeLessThan(210);
  expect(paths.get("north")).toMatch(/^M50\.0,0\.0/);
  expect(paths.get("south")?.startsWith(`M0.0,${height.toFixed(1).slice(0, 2)}`)).toBe(true);
});

test("classes hold about as many units each, and equal values are in one class", () => {
  const limits = classLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(limits).toEqual([2, 4, 6, 8]);
  expect([1, 2, 3, 10, 99].map((value) => classOf(value, limits))).toEqual([1, 1, 2, 5, 5]);
  const repeated = classLimits([0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
  expect([0, 7].map((value) => classOf(value, repeated))).toEqual([1, 5]);
  expect(classLimits([])).toEqual([]);
  expect(classOf(4, classLimits([4, 4]))).toBe(3);
});

test("units stand in the order of codes, with the name beside the code and null where there is no value", () => {
  const columns = [column("unit.code"), column("unit.name"), column("poor", { kind: "integer" })];
  const fields = mapFields(columns, { code: "unit.code", values: ["poor"] }, 0);
  const units =
    fields &&
    mapUnits(
      [
        ["100", "B", null],
        ["24", "A", 3],
        [null, "C", 1],
      ],
      fields,
    );
  expect(units).toEqual([
    { code: "24", name: "A", value: 3 },
    { code: "100", name: "B", value: null },
  ]);
});

test("tiles fill the width, and their texts fit", () => {
  for (const width of [90, 320, 760, 1200]) {
    const { height, tiles } = layTiles(99, width);
    const right = Math.max(...tiles.map((tile) => tile.x + tile.width));
    expect(right).toBeLessThanOrEqual(Math.max(width, 90));
    expect(height).toBeGreaterThanOrEqual(Math.max(...tiles.map((tile) => tile.y + tile.height)));
  }
  expect(fitText("Thị trấn Nông trường Mộc Châu", 104)).toMatch(/^Thị trấn .*…$/);
});

test("a figure that is wider than its tile is written short", () => {
  expect(fitsLarge("12.345.678", 116)).toBe(true);
  expect(fitsLarge("686.499.000", 116)).toBe(false);
});
