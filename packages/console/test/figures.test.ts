import { expect, test } from "vitest";
import { valueTicks } from "../src/charts/value-ticks.js";
import { createFormat } from "../src/texts/format.js";
import { chooseSlices } from "../src/charts/choose-slices.js";
import { commonBeginning } from "../src/charts/common-beginning.js";
import { chartFields, pointsOf, seriesOf } from "../src/charts/figure-data.js";
import { categories, firstLines, mostLines } from "../src/charts/largest.js";
import { sumRows } from "../src/charts/sum-rows.js";
import { sliceRows, slicesFor } from "../src/charts/slices.js";
import { column } from "./support.js";

const columns = [
  column("unit"),
  column("year", { kind: "integer" }),
  column("standard"),
  column("poor", { kind: "integer" }),
  column("nearPoor", { kind: "integer" }),
];
const rows = [
  ["A", 2024, "central", 10, 4],
  ["A", 2025, "central", 8, null],
  ["A", 2025, "local", 12, 5],
  ["B", 2024, "central", 30, 1],
  ["B", 2025, "central", 20, 2],
  [null, 2025, "central", 99, 9],
];
const names = {
  ofColumn: ({ name }: { name: string }) => name,
  ofCell: (_: unknown, cell: unknown) => `${cell}`,
};

function fieldsOf(chart: { x: string; y: string[]; series?: string }) {
  const fields = chartFields(columns, { kind: "BAR", sum: false, ...chart });
  if (!fields) throw new Error("Expected fields");
  return fields;
}

test("a series is a column of values, or a value of the column of series, or both", () => {
  const series = (chart: Parameters<typeof fieldsOf>[0]) => seriesOf(pointsOf(rows, fieldsOf(chart), names));
  expect(series({ x: "unit", y: ["poor", "nearPoor"] })).toEqual(["poor", "nearPoor"]);
  expect(series({ x: "year", y: ["poor"], series: "standard" })).toEqual(["central", "local"]);
  expect(series({ x: "unit", y: ["poor", "nearPoor"], series: "standard" })).toContain("local · nearPoor");
});

test("a target and what was achieved are one pair for each place, and the reader chooses the series", () => {
  const chart = { kind: "TARGET", x: "unit", y: ["poor", "nearPoor"], series: "standard" } as const;
  const fields = chartFields(columns, chart);
  expect(fields && seriesOf(pointsOf(rows, fields, names))).toEqual(["poor", "nearPoor"]);
});

test("the series of a pair is chosen also where no two rows share a place, so that units of measure do not mix", () => {
  const chart = { kind: "COMPARED", x: "unit", y: ["poor", "nearPoor"], series: "standard" } as const;
  const apart = rows.filter(([unit, year]) => unit !== null && year === 2025).slice(1);
  const slices = slicesFor(apart, columns, [0], chartFields(columns, chart)?.chosen);
  expect(slices.map(({ values }) => values)).toEqual([["local", "central"]]);
  expect(sliceRows(apart, [0], slices, ["local"])).toEqual([rows[2]]);
  const [most] = slicesFor(
    [...apart, ["C", 2025, "central", 1, 1]],
    columns,
    [0],
    chartFields(columns, chart)?.chosen,
  );
  expect(most?.values[0]).toBe("central");
});

test("cells without a value, or without a place, have no point", () => {
  const points = pointsOf(rows, fieldsOf({ x: "unit", y: ["nearPoor"] }), names);
  expect(points.map(({ y }) => y)).toEqual([4, 5, 1, 2]);
});

test("a chart of columns that the report has not is not drawn", () => {
  expect(chartFields(columns, { kind: "BAR", x: "nothing", y: ["poor"] })).toBeUndefined();
  expect(chartFields(columns, { kind: "BAR", x: "unit", y: ["nothing"] })).toBeUndefined();
});

test("where rows share a place, the reader chooses among the values that tell them apart, the last year first", () => {
  const slices = slicesFor(rows, columns, [0]);
  expect(slices.map(({ field, values }) => [field.column.name, values])).toEqual([
    ["year", [2025, 2024]],
    ["standard", ["central", "local"]],
  ]);
  expect(sliceRows(rows, [0], slices, [2025, "local"])).toEqual([rows[2]]);
  expect(slicesFor(rows, columns, [0, 1, 2])).toEqual([]);
});

test("a place has one row, also where nothing tells its rows apart", () => {
  const twins = [
    ["A", 2025, "x", 1, 1],
    ["A", 2025, "x", 1, 1],
  ];
  expect(slicesFor(twins, columns, [0])).toEqual([]);
  expect(sliceRows(twins, [0], [], [])).toHaveLength(1);
});

test("bars stand by size, and of many lines the largest are drawn", () => {
  const points = Array.from({ length: 20 }, (_, index) => ({
    x: `x${index}`,
    series: `s${index}`,
    y: index,
  }));
  expect(categories(points)[0]).toBe("x19");
  const lines = firstLines(points, seriesOf(points));
  expect(lines).toHaveLength(mostLines);
  expect(lines).toEqual(["s14", "s15", "s16", "s17", "s18", "s19"]);
});

test.each([
  [["Office Ba Vi", "Office Ba Dinh"], "Office Ba "],
  [["Office", "Office of Ba Vi"], ""],
  [["Ba Vi", "Soc Son"], ""],
  [["Office Ba Vi"], ""],
  [[], ""],
])("all of %j begin with the words %j", (several, begin) => {
  expect(commonBeginning(several)).toBe(begin);
});

test("where the report says so, the values of rows with one place are added, and an empty cell adds nothing", () => {
  expect(sumRows(rows, [0], [3, 4])).toEqual([
    ["A", 2024, "central", 30, 9],
    ["B", 2024, "central", 50, 3],
    [null, 2025, "central", 99, 9],
  ]);
  expect(
    sumRows(
      [
        ["A", null],
        ["A", null],
      ],
      [0],
      [1],
    ),
  ).toEqual([["A", null]]);
});

test("a choice leaves later ones only what rows have beside it, and the value of most rows is chosen first", () => {
  const units = [column("x"), column("measure"), column("program")];
  const table = [
    ["a", "percent", "milk"],
    ["b", "percent", "milk"],
    ["a", "houses", "poverty"],
    ["b", "houses", "work"],
    ["c", "houses", "work"],
  ];
  const slices = [1, 2].map((index) => ({
    field: { column: units[index] ?? column(""), index },
    values: [...new Set(table.map((row) => row[index] ?? ""))],
  }));
  const valuesOf = (picked: string[]) => {
    const { slices: open, chosen } = chooseSlices(table, slices, picked);
    return { open: open.map(({ values }) => values), chosen };
  };
  expect(valuesOf([])).toEqual({
    open: [
      ["percent", "houses"],
      ["poverty", "work"],
    ],
    chosen: ["houses", "work"],
  });
  expect(valuesOf(["percent", "work"])).toEqual({
    open: [["percent", "houses"], ["milk"]],
    chosen: ["percent", "milk"],
  });
});

test("among columns that tell rows apart alike, a name is chosen by before its code", () => {
  const units = [column("unit.code"), column("unit.name"), column("year", { kind: "integer" })];
  const table = [
    ["01", "Hà Nội", 2024],
    ["24", "Bắc Ninh", 2024],
  ];
  expect(slicesFor(table, units, [2]).map(({ field }) => field.column.name)).toEqual(["unit.name"]);
});

test("the labels of values stand beside each other, however long the language writes them", () => {
  const { short } = createFormat("vi");
  expect(valueTicks(1.9e12, 190, short).count).toBe(2);
  for (const largest of [0, 0.4, 7, 60_000, 1.9e9, 8.2e10, 1.9e12])
    for (const room of [190, 300, 600, 1_000]) {
      const { count } = valueTicks(largest, room, short);
      const label = short(largest).length * 7.2;
      expect(count === 2 || (room / count > label && count <= 7), `${largest} in ${room}`).toBe(true);
    }
});
