import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

export interface SubgraphSdl {
  readonly name: string;
  /** Without the `@link` to federation, which `withFederation` adds. */
  readonly sdl: string;
  readonly url?: string;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject",
  "@authenticated", "@requiresScopes", "@policy", "@tag", "@cost", "@listSize", "@composeDirective"
])\n`;

/** The type definitions with the directives of federation imported. */
export const withFederation = (sdl: string) => parse(link + sdl);

/** Composes a supergraph. Throws with the errors of the composition. */
export function compose(subgraphs: readonly SubgraphSdl[]): string {
  const services = subgraphs.map(({ name, sdl, url = "http://in-process" }) => ({
    name,
    url,
    typeDefs: withFederation(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}
