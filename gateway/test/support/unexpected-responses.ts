import { expect } from "vitest";
import { createGateway } from "../../src/gateway.js";
import type { FetchHooks } from "../../src/execution/run/fetch-hooks.js";
import { FetchFailedError } from "../../src/responses/fetch-failure.js";
import type { SubgraphResponse } from "../../src/responses/subgraph-response.js";
import { silent } from "./gateway.js";
import { post } from "./post.js";
import { compose } from "./supergraph.js";

const supergraphSdl = compose([
  {
    name: "things",
    sdl: `
      type Query { things: [Thing] thing: Thing any: Any kinds: [Kind] sure: [Int!] count: Int must: Int! day: Day }
      interface Any { name: String }
      type This implements Any { name: String }
      type That implements Any { name: String }
      type Thing @key(fields: "id") { id: ID! kind: Kind }
      enum Kind { OPEN SECRET @inaccessible }
      scalar Day
    `,
  },
  {
    name: "sizes",
    sdl: `type Thing @key(fields: "id") { id: ID! size: Int weight: Int! kind2: Kind } enum Kind { OPEN }`,
  },
]);

export type Responses = Readonly<Record<"things" | "sizes", unknown>>;

/** What a client gets where the subgraphs send these responses. */
export async function ask(query: string, responses: Partial<Responses>, hooks: FetchHooks = {}) {
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name }) => ({
      fetch: async () => {
        const response = responses[name as keyof Responses];
        if (response instanceof FetchFailedError) throw response;
        return structuredClone(response) as SubgraphResponse;
      },
    }),
    logger: silent,
    introspection: true,
    hooks,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  try {
    return await post(`${url}/graphql`, { query });
  } finally {
    await gateway.close();
  }
}

export const two = {
  data: {
    things: [
      { __typename: "Thing", id: "1" },
      { __typename: "Thing", id: "2" },
    ],
  },
};
export const many = <Item>(item: Item): Item[] => Array.from({ length: 150 }, () => item);
export const fault = (service: string, ...path: readonly (string | number)[]) => ({
  message: expect.any(String) as string,
  path,
  extensions: { code: "SUBGRAPH_ERROR", service },
});

/** A fault of several places. */
export const withFields = (one: ReturnType<typeof fault>, ...fields: readonly string[]) => ({
  ...one,
  extensions: { ...one.extensions, fields },
});
