import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consoleTexts, readGeometry } from "../src/console-geometry.js";
import type { ServingOptions } from "../src/gateway-options.js";

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "geometry-"));
  file = join(folder, "communes.geojson");
});

afterAll(() => rm(folder, { recursive: true }));

const feature = {
  type: "Feature",
  id: "09160",
  properties: null,
  geometry: { type: "Polygon", coordinates: [] },
};
const collection = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

test("outlines by code are served as they are in the file", async () => {
  const { id, ...rest } = feature;
  await writeFile(file, collection(feature, { ...rest, properties: { code: id, name: "Kinh Bắc" } }));
  const options = {
    pages: [{ path: "/console", folder }],
    geometry: readGeometry(file),
  } as unknown as ServingOptions;
  const [text] = consoleTexts(options);
  expect(text?.path).toBe("/console/geometry.geojson");
  expect(JSON.parse(text?.text() ?? "")).toMatchObject({
    features: [{ id: "09160" }, { properties: { code: "09160" } }],
  });
});

test("without a file there are no outlines, and without the console nothing is served", () => {
  const [text] = consoleTexts({ pages: [{ path: "/console", folder }] } as unknown as ServingOptions);
  expect(JSON.parse(text?.text() ?? "")).toEqual({ type: "FeatureCollection", features: [] });
  expect(consoleTexts({ pages: [] } as unknown as ServingOptions)).toEqual([]);
});

test.each([
  ["no JSON", "{", "but got no JSON"],
  ["something else", "[]", "but not so at the file"],
  [
    "a feature without a code",
    collection(feature, { ...feature, id: undefined }),
    "but not so at features.1",
  ],
  [
    "a point",
    collection({ ...feature, geometry: { type: "Point", coordinates: [] } }),
    "features.0.geometry.type",
  ],
])("%s is refused, with the setting and the place", async (_, text, problem) => {
  await writeFile(file, text);
  expect(() => readGeometry(file)).toThrow("CONSOLE_GEOMETRY_FILE: expected GeoJSON");
  expect(() => readGeometry(file)).toThrow(problem);
});

test("a file that is not there is told", () => {
  expect(() => readGeometry(join(folder, "none"))).toThrow("expected a file that can be read");
});
