/** Another page that the gateway serves. */
export interface ServedPage {
  readonly path: string;
  readonly title: string;
}

/** All but the one at this path. Without an answer none: a link could lead nowhere. */
export async function readOtherPages(own: string): Promise<readonly ServedPage[]> {
  try {
    const response = await fetch("/pages.json");
    const { pages } = (await response.json()) as { readonly pages: readonly ServedPage[] };
    return pages.filter(({ path }) => path !== own);
  } catch {
    return [];
  }
}
