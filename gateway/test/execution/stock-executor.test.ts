import { expect, test } from "vitest";
import { startGateway, topologies } from "../support/gateway.js";
import { library } from "../support/library.js";

test.each(topologies)("EXECUTOR=stock answers with Apollo Gateway's own executor, %s", async (topology) => {
  await using gateway = await startGateway(library(), topology, { executor: "stock" });
  expect(await gateway.query("{ books { title stars price author { fans } } }")).toEqual({
    data: {
      books: [
        { title: "Book 1", stars: 1, price: 200, author: { fans: 1 } },
        { title: "Book 2", stars: 2, price: 400, author: { fans: 1 } },
        { title: "Book 3", stars: 3, price: 600, author: { fans: 1 } },
      ],
    },
  });
});

test("the compiled executor is the default", async () => {
  const services: string[] = [];
  const hooks = { afterFetch: ({ service }: { readonly service: string }) => void services.push(service) };
  await using compiled = await startGateway(library(), "local", { hooks });
  await compiled.query("{ best { title } }");
  await using stock = await startGateway(library(), "local", { hooks, executor: "stock" });
  await stock.query("{ best { title } }");
  expect(services).toEqual(["books"]);
});
