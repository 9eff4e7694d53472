import { anonymous, type Caller } from "@an-sinh/server/caller";
import type { ExecutionResult } from "graphql";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { startGateway, type SubgraphCase } from "../support/gateway.js";
import { post } from "../support/post.js";

/** A gateway, and the queries that its subgraphs were asked. */
export interface ProtectedGateway {
  readonly fetched: string[];
  /** Asks as somebody with these scopes, separated by spaces. Null: as nobody who signed in. */
  ask(scopes: string | null, query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export const callerWith = (scopes: string): Caller => ({
  subject: "somebody",
  agency: null,
  scopes: scopes.split(" ").filter((scope) => scope !== ""),
  areas: [],
});

const headersOf = (scopes: string | null): Record<string, string> =>
  scopes === null ? {} : { authorization: `Bearer ${scopes}` };

/** Starts subgraphs, and a gateway that believes every client the scopes it says that it has. */
export async function startProtected(
  subgraphs: readonly SubgraphCase[],
  options: Partial<GatewayOptions> = {},
): Promise<ProtectedGateway> {
  const fetched: string[] = [];
  const gateway = await startGateway(subgraphs, "local", {
    identify: async ({ headers }) => {
      const given = headers.authorization?.replace(/^Bearer ?/, "");
      return given === undefined ? anonymous : callerWith(given);
    },
    hooks: { afterFetch: ({ operation }) => void fetched.push(operation.query) },
    ...options,
  });
  return {
    fetched,
    url: gateway.url,
    ask: (scopes, query, variables) =>
      post(`${gateway.url}/graphql`, { query, variables }, headersOf(scopes)),
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
