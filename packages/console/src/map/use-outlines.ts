import { useEffect, useState } from "preact/hooks";
import { readOutlines, type Outline } from "./geometry.js";

/** The gateway serves the file that CONSOLE_GEOMETRY_FILE names, or no features. */
const address = "/console/geometry.geojson";

let asked: Promise<readonly Outline[]> | undefined;

async function load(): Promise<readonly Outline[]> {
  try {
    const response = await fetch(address);
    return response.ok ? readOutlines(await response.json()) : [];
  } catch {
    // Tiles need no outlines.
    return [];
  }
}

/** The outlines of units, asked for with the first map. Undefined until they are there. */
export function useOutlines(): readonly Outline[] | undefined {
  const [outlines, setOutlines] = useState<readonly Outline[] | undefined>(undefined);
  useEffect(() => void (asked ??= load()).then(setOutlines), []);
  return outlines;
}
