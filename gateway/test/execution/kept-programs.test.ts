import { expect, test } from "vitest";
import type { SubgraphOperation } from "../../src/data-sources/subgraph-source.js";
import { createGateway } from "../../src/gateway.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const names = Array.from({ length: 100 }, (_, index) => `f${index}`);

test("a program is kept until others with 50,000 selections are used", async () => {
  const operations: SubgraphOperation[] = [];
  const gateway = await createGateway({
    supergraphSdl: compose([
      {
        name: "counts",
        sdl: `type Query { box: Box } type Box { ${names.map((name) => `${name}: Int`).join(" ")} }`,
      },
    ]),
    sourceFor: () => ({
      fetch: async (operation) => {
        operations.push(operation);
        return { data: { box: { f0: 1 } } };
      },
    }),
    logger: silent,
    introspection: true,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  const ask = (query: string) => post(`${url}/graphql`, { query });
  const askLarge = async (count: number) => {
    for (let number = 0; number < count; number += 1)
      await ask(`query Large${number} { box { ${`${names.join(" ")} `.repeat(9)} } }`);
  };
  try {
    await ask("{ box { f0 } }");
    await askLarge(50);
    expect(operations).toHaveLength(51);
    await ask("{ box { f0 } }");
    expect(operations.at(-1)).toBe(operations[0]);
    await askLarge(60);
    await ask("{ box { f0 } }");
    expect(operations.at(-1)).not.toBe(operations[0]);
  } finally {
    await gateway.close();
  }
});
