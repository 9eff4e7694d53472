import * as Plot from "@observablehq/plot";
import type { ChartKind, Column } from "../catalog/catalog.types.js";
import { isTime, isYear, type Format, type Words } from "../texts/format.js";
import { categories, mostBars } from "./largest.js";
import type { Point } from "./figure-data.js";
import { seriesColor } from "./series-place.js";
import { nameRoom, shortNames } from "./short-names.js";
import { valueTicks } from "./value-ticks.js";

export interface Drawing {
  readonly kind: ChartKind;
  readonly points: readonly Point[];
  readonly series: readonly string[];
  readonly x: Column;
  readonly y: Column;
  readonly yTitle: string;
  readonly width: number;
  readonly format: Format;
  readonly words: Words;
  readonly label: string;
}

const title =
  ({ x, y, format, words }: Drawing) =>
  (point: Point) => {
    const at = format.cell(x, point.x, words);
    return `${at}\n${point.series}: ${format.cell(y, point.y, words)}`;
  };

const tip = { fill: "var(--surface)", stroke: "var(--line)", fontSize: 13 } as const;

type Marks = (drawing: Drawing, drawn: readonly Point[]) => Plot.Markish[];

const barMarks: Marks = (drawing, drawn) => {
  const options = { x: "y", fill: "series", title: title(drawing), tip } as const;
  if (drawing.series.length === 1)
    return [Plot.barX(drawn, { ...options, y: "x", insetTop: 2, insetBottom: 2 })];
  return [Plot.barX(drawn, { ...options, fy: "x", y: "series" })];
};

const stackedMarks: Marks = (drawing, drawn) => [
  Plot.barX(drawn, {
    x: "y",
    y: "x",
    fill: "series",
    order: [...drawing.series],
    title: title(drawing),
    tip,
    insetTop: 2,
    insetBottom: 2,
  }),
];

/** Bars of what was achieved, with a mark at the target: the chart names the target first. */
const targetMarks: Marks = (drawing, drawn) => {
  const [target, ...achieved] = drawing.series;
  const bars = drawn.filter(({ series }) => achieved.includes(series));
  const marks = drawn.filter(({ series }) => series === target);
  return [
    Plot.barX(bars, {
      x: "y",
      y: "x",
      fill: "series",
      insetTop: 4,
      insetBottom: 4,
      title: title(drawing),
      tip,
    }),
    Plot.tickX(marks, { x: "y", y: "x", stroke: "series", strokeWidth: 3, title: title(drawing), tip }),
  ];
};

/** Two dots and the distance between them. */
const comparedMarks: Marks = (drawing, drawn) => {
  const [one, other] = drawing.series;
  const ends = new Map(drawn.filter(({ series }) => series === other).map((point) => [point.x, point.y]));
  const pairs = drawn
    .filter(({ series, x }) => series === one && ends.has(x))
    .map(({ x, y }) => ({ x, from: y, to: ends.get(x) }));
  return [
    Plot.link(pairs, { x1: "from", x2: "to", y: "x", stroke: "var(--quiet)", strokeWidth: 2 }),
    Plot.dot(drawn, { x: "y", y: "x", fill: "series", symbol: "series", r: 5, title: title(drawing), tip }),
  ];
};

const marksOf: Readonly<Record<Exclude<ChartKind, "LINE">, Marks>> = {
  BAR: barMarks,
  STACKED: stackedMarks,
  TARGET: targetMarks,
  COMPARED: comparedMarks,
};

/** Categories below each other, values to the right: names stay legible on a phone. */
function horizontal(drawing: Drawing): Plot.PlotOptions {
  const { points, series, format, words, width, x } = drawing;
  const all = categories(points);
  const names = isTime(x) ? all.toSorted() : all.slice(0, mostBars);
  const drawn = points
    .filter((point) => names.includes(String(point.x)))
    .map((point) => Object.assign({}, point, { x: String(point.x) }));
  const isGrouped = drawing.kind === "BAR" && series.length > 1;
  const write = (value: string) => format.cell(x, isYear(x) ? Number(value) : value, words);
  const room = nameRoom(names.map(write), width);
  const shorten = shortNames(names.map(write), room);
  const tickFormat = (value: string) => shorten(write(value));
  const largest = Math.max(...drawn.map(({ y }) => Math.abs(y)));
  const ticks = valueTicks(largest, width - room, format.short);
  const bands = { domain: [...names], label: null, tickFormat, tickSize: 0 };
  return {
    height: 68 + names.length * (isGrouped ? 8 + series.length * 14 : 26),
    marginLeft: room,
    marginRight: ticks.marginRight,
    marginBottom: 44,
    x: {
      grid: true,
      label: drawing.yTitle,
      labelOffset: 38,
      tickFormat: format.short,
      tickSize: 0,
      ticks: ticks.count,
      zero: drawing.kind !== "COMPARED",
    },
    ...(isGrouped
      ? {
          // The names of groups stand where those of bars stand otherwise.
          fy: { ...bands, axis: null, padding: 0.15 },
          y: { axis: null, domain: [...series] },
        }
      : { y: { ...bands, axis: null } }),
    marks: [
      ...marksOf[drawing.kind as Exclude<ChartKind, "LINE">](drawing, drawn),
      isGrouped
        ? Plot.axisFy({ anchor: "left", label: null, tickFormat })
        : Plot.axisY({ label: null, tickSize: 0, tickFormat }),
      // What is compared need not be near zero.
      drawing.kind === "COMPARED" ? null : Plot.ruleX([0], { stroke: "var(--quiet)" }),
    ],
  };
}

/** Values over time, or over another order. */
function overTime(drawing: Drawing): Plot.PlotOptions {
  const { points, format, words, x, width } = drawing;
  const places = [...new Set(points.map((point) => point.x))].toSorted();
  const write = (value: string | number | boolean) => format.cell(x, value, words);
  return {
    height: Math.min(440, Math.max(280, width * 0.55)),
    marginLeft: 56,
    marginRight: 24,
    marginTop: 28,
    x: { type: "point", domain: places, label: null, tickFormat: write, tickSize: 0, padding: 0.2 },
    y: { grid: true, label: drawing.yTitle, tickFormat: format.short, tickSize: 0, zero: true, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: "var(--quiet)" }),
      Plot.lineY(points, { x: "x", y: "y", stroke: "series", strokeWidth: 2.5, sort: "x" }),
      Plot.dot(points, { x: "x", y: "y", fill: "series", r: 4, title: title(drawing), tip }),
    ],
  };
}

/** Draws a figure. Its own style sheet stays out: the page's policy refuses what is written into pages. */
export function drawFigure(drawing: Drawing): SVGSVGElement {
  const { series, width, label } = drawing;
  const options = drawing.kind === "LINE" ? overTime(drawing) : horizontal(drawing);
  const figure = Plot.plot({
    ...options,
    width,
    className: "figure",
    style: { fontSize: "13px" },
    ariaLabel: label,
    color: { domain: [...series], range: series.map((_, place) => seriesColor(place)) },
    symbol: { domain: [...series] },
  });
  if (!(figure instanceof SVGSVGElement)) throw new Error("A figure without a legend is one SVG element.");
  figure.querySelector("style")?.remove();
  figure.setAttribute("role", "img");
  // A picture has one name; Plot 0.6.17 names its groups, too, which have no role that a name may stand on.
  for (const group of figure.querySelectorAll("g")) group.removeAttribute("aria-label");
  return figure;
}
