import { useCallback, useEffect, useState } from "preact/hooks";
import type { Report } from "./catalog.types.js";
import { readCatalog } from "./read-catalog.js";

export type Catalog =
  | { readonly status: "loading" | "failed" }
  | { readonly status: "loaded"; readonly reports: readonly Report[] };

/** The list of reports, and a way to ask again. */
export function useCatalog(): readonly [Catalog, () => void] {
  const [catalog, setCatalog] = useState<Catalog>({ status: "loading" });
  const load = useCallback(async () => {
    setCatalog({ status: "loading" });
    try {
      const response = await fetch("/reports");
      if (!response.ok) throw new Error(`The catalog was refused: ${response.status}`);
      setCatalog({ status: "loaded", reports: readCatalog(await response.json()) });
    } catch {
      setCatalog({ status: "failed" });
    }
  }, []);
  useEffect(() => void load(), [load]);
  return [catalog, () => void load()];
}
