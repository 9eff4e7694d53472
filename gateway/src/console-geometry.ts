import { readFileSync, statSync } from "node:fs";
import { SettingsError, userPath } from "@an-sinh/server/env";
import type { ServedText } from "@an-sinh/server/served-texts";
import { z } from "zod";
import type { ServingOptions } from "./gateway-options.js";

/** What a browser can still draw, simplified for a screen, is about a tenth of this. */
const mostBytes = 50_000_000;

const code = z.union([z.string().min(1), z.number()]);

/** Outlines by code: the code is a feature's `id` or its property `code`. */
const geometrySchema = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z
      .object({
        type: z.literal("Feature"),
        id: code.optional(),
        properties: z.looseObject({ code: code.optional() }).nullish(),
        geometry: z.object({ type: z.enum(["Polygon", "MultiPolygon"]), coordinates: z.array(z.unknown()) }),
      })
      .refine(({ id, properties }) => (id ?? properties?.code) !== undefined, "expected a code"),
  ),
});

/** The outlines of a GeoJSON file, for the console's maps. Throws `SettingsError` where it is none. */
export function readGeometry(file: string): string {
  const problem = (text: string) => new SettingsError([`CONSOLE_GEOMETRY_FILE: ${text}: ${file}`]);
  const path = userPath(file);
  let text: string;
  try {
    if (statSync(path).size > mostBytes) throw problem(`expected at most ${mostBytes} bytes`);
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw problem("expected a file that can be read");
  }
  const expected =
    "expected GeoJSON, a FeatureCollection of polygons, each with a code as its id or its property code";
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw problem(`${expected}, but got no JSON`);
  }
  const parsed = geometrySchema.safeParse(content);
  if (parsed.success) return text;
  const place = parsed.error.issues[0]?.path.join(".") || "the file";
  throw problem(`${expected}, but not so at ${place}`);
}

const none = JSON.stringify({ type: "FeatureCollection", features: [] });

/** What the console asks beside reports: outlines, or none, where it shows tiles. */
export function consoleTexts({ pages, geometry = none }: ServingOptions): readonly ServedText[] {
  if (!pages?.some(({ path }) => path === "/console")) return [];
  return [{ path: "/console/geometry.geojson", type: "application/geo+json", text: () => geometry }];
}
