import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { list, SettingsError } from "@an-sinh/server/env";
import type { ServedText } from "@an-sinh/server/served-texts";
import type { StaticPages } from "@an-sinh/server/static-pages";

/** The packages of the pages that a gateway can serve, where in them the built pages are, and what links call them. */
const built = {
  explorer: { workspace: "@an-sinh/explorer", folder: "dist/explorer", title: "Explorer" },
  docs: { workspace: "@an-sinh/explorer", folder: "dist/docs", title: "Reference" },
  console: { workspace: "@an-sinh/console", folder: "dist", title: "Reports" },
} as const;

export type PageName = keyof typeof built;

const names = Object.keys(built) as readonly PageName[];
const showSchema: ReadonlySet<PageName> = new Set(["explorer", "docs"]);

const isPage = (name: string): name is PageName => Object.hasOwn(built, name);

/** Names of pages, or `none`. */
export const pagesSetting = list
  .transform((given) => (given.length === 1 && given[0] === "none" ? [] : given))
  .refine(
    (given): given is PageName[] => given.every(isPage),
    `expected ${names.join(", ")}, separated by commas, or none`,
  );

interface Rules {
  readonly isProduction: boolean;
  readonly introspection: boolean;
}

/** What is served where the setting says nothing: in development all that may be. Throws `SettingsError`. */
export function toPages(
  given: readonly PageName[] | undefined,
  { isProduction, introspection }: Rules,
): readonly PageName[] {
  const closed = introspection ? [] : names.filter((name) => showSchema.has(name));
  const refused = given?.filter((name) => closed.includes(name)) ?? [];
  if (refused.length > 0)
    throw new SettingsError([`PAGES: ${refused.join(" and ")} need INTROSPECTION=1: they show the schema`]);
  return given ?? (isProduction ? [] : names.filter((name) => !closed.includes(name)));
}

/** Where the built pages are. `npm run build` builds them. In development that may happen while they are served. */
export const foldersOf = (pages: readonly PageName[], mayChange = false): readonly StaticPages[] =>
  pages.map((name) => ({ path: `/${name}`, title: built[name].title, folder: folderOf(name), mayChange }));

const { resolve } = createRequire(import.meta.url);

function folderOf(name: PageName): string {
  const { workspace, folder } = built[name];
  return join(dirname(resolve(`${workspace}/package.json`)), folder);
}

/** What each page is told, so that all that are served lead to each other. */
export function pageTexts(pages: readonly StaticPages[]): readonly ServedText[] {
  if (pages.length === 0) return [];
  const text = JSON.stringify({ pages: pages.map(({ path, title }) => ({ path: `${path}/`, title })) });
  return [{ path: "/pages.json", type: "application/json; charset=utf-8", text: () => text }];
}
