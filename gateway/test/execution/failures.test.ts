import { expect, test } from "vitest";
import { startGateway, topologies } from "../support/gateway.js";
import { library } from "../support/library.js";

const broken = () => {
  throw new Error("The subgraph is broken");
};

test.each(topologies)("a failed fetch takes only what depends on it, %s", async (topology) => {
  const overrides = { reviews: { Book: { __resolveReference: broken } } };
  await using gateway = await startGateway(library(overrides), topology);
  const { data, errors } = await gateway.query("{ best { title stars price value } }");
  expect(data).toEqual({ best: { title: "Book 2", stars: null, price: 400, value: null } });
  expect(errors?.map(({ path, extensions }) => [path?.join("."), extensions["service"]])).toEqual([
    ["best", "reviews"],
    ["best.value", "reviews"],
  ]);
});

test("a hook may refuse a fetch: its fields are null with the error, the rest arrives", async () => {
  const refusal = { code: "SUBGRAPH_UNAVAILABLE", message: "Not today" } as const;
  const services: string[] = [];
  await using gateway = await startGateway(library(), "local", {
    hooks: {
      beforeFetch: ({ service }) => (service === "reviews" ? refusal : undefined),
      afterFetch: ({ service }) => void services.push(service),
    },
  });
  expect(await gateway.query("{ best { title stars } }")).toEqual({
    data: { best: { title: "Book 2", stars: null } },
    errors: [
      {
        message: "Not today",
        path: ["best", "stars"],
        extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "reviews", lastAnsweredSecondsAgo: null },
      },
    ],
  });
  expect(services).toEqual(["books"]);
});

test("the error of a shared entity is at each of its places", async () => {
  const overrides = { reviews: { Author: { __resolveReference: async (key: object) => key, fans: broken } } };
  await using gateway = await startGateway(library(overrides), "local");
  const { errors } = await gateway.query("{ best { author { fans } editors { fans } } }");
  expect(errors?.map(({ path }) => path?.join(".")).toSorted()).toEqual([
    "best.author.fans",
    "best.editors.0.fans",
    "best.editors.1.fans",
  ]);
});

test("an error has the names that the client gave, once for each", async () => {
  const overrides = { reviews: { Book: { __resolveReference: async (key: object) => key, stars: broken } } };
  await using gateway = await startGateway(library(overrides), "local");
  const { errors } = await gateway.query("{ top: best { a: stars b: stars } }");
  expect(errors?.map(({ path }) => path)).toEqual([
    ["top", "a"],
    ["top", "b"],
  ]);
});
