import { useCallback, useEffect, useState } from "preact/hooks";
import type { Report } from "./catalogue.types.js";
import { readCatalogue } from "./read-catalogue.js";

export type Catalogue =
  | { readonly status: "loading" | "failed" }
  | { readonly status: "loaded"; readonly reports: readonly Report[] };

/** The list of reports, and a way to ask again. */
export function useCatalogue(): readonly [Catalogue, () => void] {
  const [catalogue, setCatalogue] = useState<Catalogue>({ status: "loading" });
  const load = useCallback(async () => {
    setCatalogue({ status: "loading" });
    try {
      const response = await fetch("/reports");
      if (!response.ok) throw new Error(`The catalogue was refused: ${response.status}`);
      setCatalogue({ status: "loaded", reports: readCatalogue(await response.json()) });
    } catch {
      setCatalogue({ status: "failed" });
    }
  }, []);
  useEffect(() => void load(), [load]);
  return [catalogue, () => void load()];
}
