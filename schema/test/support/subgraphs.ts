import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect } from "vitest";
import { planSchema } from "@an-sinh/schema/plan-schema";
import type { SubgraphSdl } from "@an-sinh/schema/subgraph-sdl";

/** The subgraphs of a fixture: each file is one, by its name. */
export async function readSubgraphs(fixture: string): Promise<SubgraphSdl[]> {
  const folder = join(import.meta.dirname, "..", "fixtures", fixture);
  const files = (await readdir(folder)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const name = basename(file, ".graphql");
      return { name, url: `http://${name}:4001/graphql`, sdl: await readFile(join(folder, file), "utf8") };
    }),
  );
}

export const books = await readSubgraphs("books-and-reviews");

/** The subgraphs of books and reviews after an edit of their source. The source must contain the edited text. */
export function edited(from: string, to: string): SubgraphSdl[] {
  expect(books.map(({ sdl }) => sdl).join("\n")).toContain(from);
  return books.map((subgraph) => ({ ...subgraph, sdl: subgraph.sdl.replace(from, to) }));
}

/** The schema folder as it stands after `npm run schema`, with the given accepted breaks. */
export function committedFolder(
  accepted?: readonly { change: string; reason: string }[],
): Map<string, string> {
  const files = new Map(planSchema(books, new Map()).files);
  if (accepted) files.set("accepted-breaks.json", JSON.stringify(accepted));
  return files;
}
