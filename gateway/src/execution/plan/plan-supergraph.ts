import { setImmediate } from "node:timers/promises";
import { buildSchemaFromAST, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { parse, type GraphQLSchema } from "graphql";
import { supportAccessDirectives } from "../../authorization/supported-features.js";
import { plannerConfig } from "./planner.js";

/** What a supergraph is executed with. */
export interface PlannedSupergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/**
 * Does what Apollo Gateway 2.14.4 does with a supergraph when it loads it, which holds the event loop for some 200 ms for
 * one of a province. Requests are answered between its parts. Throws where the supergraph is not valid.
 */
export async function planSupergraph(supergraphSdl: string): Promise<PlannedSupergraph> {
  supportAccessDirectives();
  const composed = buildSchemaFromAST(parse(supergraphSdl, { noLocation: true }), { validate: false });
  await setImmediate();
  composed.validate();
  await setImmediate();
  // It is valid, and so are the parts of it that it is cut into: the planner's supergraph was composed of them.
  const supergraph = new Supergraph(composed, undefined, false);
  const api = supergraph.apiSchema();
  await setImmediate();
  const schema = api.toGraphQLJSSchema();
  await setImmediate();
  // It keeps them for the planner.
  supergraph.subgraphs();
  await setImmediate();
  const planner = new QueryPlanner(supergraph, plannerConfig);
  await setImmediate();
  return { schema, planner, subgraphs: supergraph.subgraphsMetadata() };
}
