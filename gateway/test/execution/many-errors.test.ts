import { expect, test } from "vitest";
import { createGateway } from "../../src/gateway.js";
import type { SubgraphSource } from "../../src/data-sources/subgraph-source.js";
import type { SubgraphResponse } from "../../src/responses/subgraph-response.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const supergraphSdl = compose([
  { name: "things", sdl: `type Query { things: [Thing!] } type Thing @key(fields: "id") { id: ID! }` },
  {
    name: "owners",
    sdl: `
      type Thing @key(fields: "id") { id: ID! owner: Person }
      type Person @key(fields: "id", resolvable: false) { id: ID! }
    `,
  },
  { name: "persons", sdl: `type Person @key(fields: "id") { id: ID! name: String! }` },
]);

const manyTimes = 20_000;

/** Of processor time. It takes a tenth of this. Where each error is looked up on its own, it takes minutes. */
const limitMs = 4_000;

async function askWhere(persons: SubgraphResponse) {
  const responses: Record<string, SubgraphResponse> = {
    things: { data: { things: Array.from({ length: manyTimes }, () => ({ __typename: "Thing", id: "t" })) } },
    owners: { data: { _entities: [{ owner: { __typename: "Person", id: "p" } }] } },
    persons,
  };
  const sourceFor = ({ name }: { readonly name: string }): SubgraphSource => ({
    fetch: async () => structuredClone(responses[name] ?? {}),
  });
  const gateway = await createGateway({ supergraphSdl, sourceFor, logger: silent, introspection: true });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  try {
    const before = process.cpuUsage();
    const { errors } = await post(`${url}/graphql`, { query: "{ things { owner { name } } }" });
    const { user } = process.cpuUsage(before);
    return { errors: errors?.length ?? 0, tookMs: user / 1_000 };
  } finally {
    await gateway.close();
  }
}

test("errors about an entity in very many places take little time", async () => {
  const errors = Array.from({ length: 500 }, () => ({ message: "no", path: ["_entities", 0, "name"] }));
  const { errors: told, tookMs } = await askWhere({ data: { _entities: [{ name: null }] }, errors });
  expect(told).toBeLessThan(11_000);
  expect(tookMs).toBeLessThan(limitMs);
});
