import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { Kind, parse, print, visit } from "graphql";
import type { FederatedGraph } from "./contestant.js";

/** Writes the committed supergraph into a folder, with other addresses of the subgraphs. */
export async function writeSupergraph(
  folder: string,
  urlOf: (department: string) => string,
): Promise<FederatedGraph> {
  let sdl = await readFile(supergraphFile, "utf8");
  const subgraphs = departments.map((department) => {
    const { name } = department;
    const url = urlOf(name);
    sdl = sdl.replace(`"${routingUrl(department)}"`, `"${url}"`);
    return { name, url };
  });
  const [file, openFile] = [join(folder, "supergraph.graphql"), join(folder, "open.graphql")];
  await writeFile(file, sdl);
  await writeFile(openFile, withoutAccess(sdl));
  return { supergraphFile: file, openSupergraphFile: openFile, subgraphs };
}

const accessDirectives: ReadonlySet<string> = new Set(["authenticated", "requiresScopes", "policy"]);

/** The supergraph without the directives of access, and without their links. */
function withoutAccess(sdl: string): string {
  const isAccess = (name: string): boolean => accessDirectives.has(name);
  return print(
    visit(parse(sdl), {
      DirectiveDefinition: ({ name }) => (isAccess(name.value) ? null : undefined),
      Directive: (directive) => {
        if (isAccess(directive.name.value)) return null;
        const url = directive.arguments?.find(({ name }) => name.value === "url")?.value;
        const [, specification = ""] =
          (url?.kind === Kind.STRING && /specs.apollo.dev\/(\w+)\//.exec(url.value)) || [];
        return directive.name.value === "link" && isAccess(specification) ? null : undefined;
      },
    }),
  );
}
