import { anonymous } from "@an-sinh/server/caller";
import { createGateway } from "../../src/gateway.js";
import type { Identify } from "../../src/gateway-request.js";
import { LocalDataSource } from "../../src/data-sources/local-data-source.js";
import type { SubgraphSource } from "../../src/data-sources/subgraph-source.js";
import { FetchFailedError } from "../../src/responses/fetch-failure.js";
import { silent } from "../support/gateway.js";
import { SubgraphDownError, type AskSubgraph, type Response } from "./faults.js";
import type { Answer } from "./oracles.js";

/** Our gateway over a supergraph, as a client sees it. */
export interface SystemUnderTest {
  answer(query: string, variables: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly supergraphSdl: string;
  /** Asked anew for each fetch, because faults come and go. */
  readonly currentAsk: () => AskSubgraph;
  readonly isInProcess: boolean;
  /** Default: every client is anonymous. */
  readonly identify?: Identify;
}

const unlimited = {
  tokens: 100_000,
  depth: Infinity,
  fields: Infinity,
  aliases: Infinity,
  rootFields: Infinity,
  operations: Infinity,
};

export async function createSystem({
  supergraphSdl,
  currentAsk,
  isInProcess,
  identify = async () => anonymous,
}: SystemOptions): Promise<SystemUnderTest> {
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name }) => (isInProcess ? localSource(name, currentAsk) : remoteSource(name, currentAsk)),
    logger: silent,
    introspection: true,
    limits: unlimited,
    identify,
  });
  return {
    answer: async (query, variables) => {
      const response = await gateway.fastify.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: JSON.stringify({ query, variables }),
      });
      return JSON.parse(response.body) as Answer;
    },
    close: () => gateway.close(),
  };
}

/** What HTTP does: nothing but JSON is shared with the subgraph. */
function remoteSource(name: string, currentAsk: () => AskSubgraph): SubgraphSource {
  return {
    fetch: async ({ query }, variables) => {
      try {
        const sent = JSON.parse(variables.text()) as Record<string, unknown>;
        return JSON.parse(JSON.stringify(await currentAsk()(name, query, sent))) as Response;
      } catch (error) {
        if (error instanceof SubgraphDownError)
          throw new FetchFailedError("SUBGRAPH_UNAVAILABLE", error.message);
        throw error;
      }
    },
  };
}

function localSource(name: string, currentAsk: () => AskSubgraph): SubgraphSource {
  const prepare = (query: string) => (variables: Record<string, unknown>) =>
    currentAsk()(name, query, variables);
  return new LocalDataSource({ name, prepare }, silent);
}
