import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { Kind, parse, print, visit } from "graphql";
import type { FederatedGraph } from "./contestant.js";

type UrlOf = (department: string) => string;

/**
 * Writes the committed supergraph into a folder, with other addresses of the subgraphs: `urlOf` of those that answer only
 * signed calls, `openUrlOf` of those that answer everyone.
 */
export async function writeSupergraph(
  folder: string,
  urlOf: UrlOf,
  openUrlOf: UrlOf = urlOf,
): Promise<FederatedGraph> {
  const sdl = await readFile(supergraphFile, "utf8");
  const [file, openFile] = [join(folder, "supergraph.graphql"), join(folder, "open.graphql")];
  await writeFile(file, withUrls(sdl, urlOf));
  await writeFile(openFile, withUrls(withoutAccess(sdl), openUrlOf));
  const subgraphs = departments.map(({ name }) => ({ name, url: openUrlOf(name) }));
  return { supergraphFile: file, openSupergraphFile: openFile, subgraphs };
}

const withUrls = (sdl: string, urlOf: UrlOf): string =>
  departments.reduce(
    (text, department) => text.replace(`"${routingUrl(department)}"`, `"${urlOf(department.name)}"`),
    sdl,
  );

/** Apollo Gateway refuses the first three. */
const accessDirectives: ReadonlySet<string> = new Set([
  "authenticated",
  "requiresScopes",
  "policy",
  "audited",
  "secretLookup",
]);

/** The supergraph without the directives that say who may see what and what is recorded, and without their links. */
export function withoutAccess(sdl: string): string {
  const isAccess = (name: string): boolean => accessDirectives.has(name);
  return print(
    visit(parse(sdl), {
      DirectiveDefinition: ({ name }) => (isAccess(name.value) ? null : undefined),
      Directive: (directive) => {
        if (isAccess(directive.name.value)) return null;
        const url = directive.arguments?.find(({ name }) => name.value === "url")?.value;
        const [, specification = ""] =
          (url?.kind === Kind.STRING && /\/(\w+)\/v[\d.]+$/.exec(url.value)) || [];
        return directive.name.value === "link" && isAccess(specification) ? null : undefined;
      },
    }),
  );
}
