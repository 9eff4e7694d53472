import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type EnumValueDefinitionNode,
} from "graphql";
import { accessLogGraph } from "../access-log/access-log-sdl.js";

export interface SubgraphLocation {
  readonly name: string;
  /** Empty: the supergraph names no URL. */
  readonly url: string;
}

/** The supergraph cannot be used. `cause` is the error of Apollo Gateway. */
export class SupergraphError extends Error {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The supergraph cannot be used: ${reason}`, { cause });
    this.name = "SupergraphError";
  }
}

/** The subgraphs of a supergraph that others serve. Throws where it has none, and so is no supergraph. */
export function subgraphsOf(supergraph: DocumentNode): readonly SubgraphLocation[] {
  const graph = supergraph.definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph",
  );
  if (!graph?.values?.length)
    throw new Error("expected a composed supergraph, but got: a schema without join__Graph");
  return graph.values.map(toLocation).filter(({ url }) => url !== accessLogGraph.url);
}

function toLocation(value: EnumValueDefinitionNode): SubgraphLocation {
  const graph = value.directives?.find((directive) => directive.name.value === "join__graph");
  const argument = (name: string): string => {
    const node = graph?.arguments?.find((candidate) => candidate.name.value === name);
    const given = node ? valueFromASTUntyped(node.value) : undefined;
    return typeof given === "string" ? given : "";
  };
  return { name: argument("name") || value.name.value, url: argument("url") };
}
