import { useEffect, useState } from "preact/hooks";

type Paths = ReadonlySet<string>;

const none: Paths = new Set();
let reading: Promise<Paths> | undefined;

/** The paths of the pages that this server has. Without an answer none: a link could lead nowhere. */
async function readPaths(): Promise<Paths> {
  try {
    const response = await fetch("/pages.json");
    const { pages } = (await response.json()) as { readonly pages: readonly { readonly path: string }[] };
    return new Set(pages.map(({ path }) => path));
  } catch {
    return none;
  }
}

/** They are asked for once. */
export function useServedPages(): Paths {
  const [paths, set] = useState(none);
  useEffect(() => void (reading ??= readPaths()).then(set), []);
  return paths;
}
