import { expect, test } from "vitest";
import type { FetchOutcome, SubgraphFetch } from "../../src/execution/run/fetch-hooks.js";
import { startGateway, topologies } from "../support/gateway.js";
import { library } from "../support/library.js";

interface SeenFetch {
  readonly service: string;
  readonly query: string;
  readonly representations: readonly Record<string, unknown>[];
}

/** Answers a query, and returns the requests to subgraphs in the order in which they ended. */
async function fetchesOf(query: string, variables?: Record<string, unknown>) {
  const fetches: SeenFetch[] = [];
  const afterFetch = ({ service, operation, representations }: SubgraphFetch, { failure }: FetchOutcome) => {
    expect(failure).toBeUndefined();
    fetches.push({ service, query: operation.query, representations: representations() });
  };
  await using gateway = await startGateway(library(), "local", { hooks: { afterFetch } });
  const { data, errors } = await gateway.query(query, variables);
  expect(errors).toBeUndefined();
  return { data, fetches };
}

const servicesOf = (fetches: readonly SeenFetch[]) => fetches.map(({ service }) => service);

test("entities of several types are one request to their subgraph", async () => {
  const { data, fetches } = await fetchesOf("{ books { stars author { fans } } }");
  expect(data).toEqual({
    books: [
      { stars: 1, author: { fans: 1 } },
      { stars: 2, author: { fans: 1 } },
      { stars: 3, author: { fans: 1 } },
    ],
  });
  expect(servicesOf(fetches)).toEqual(["books", "reviews"]);
  expect(fetches[1]?.query).toContain("e1:_entities");
});

test("one entity is asked for once, however many places it has", async () => {
  const { fetches } = await fetchesOf("{ books { author { fans } editors { fans } } }");
  expect(fetches[1]?.representations).toEqual([
    { __typename: "Author", id: "a" },
    { __typename: "Author", id: "b" },
  ]);
  expect(fetches[1]?.query).not.toContain("e0");
});

test("what the same entity is asked in two places is asked for once each", async () => {
  const { data, fetches } = await fetchesOf("{ best { stars } books { rank(from: 1) } }");
  expect(data).toEqual({ best: { stars: 2 }, books: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] });
  expect(servicesOf(fetches)).toEqual(["books", "reviews"]);
});

test("a field that a condition leaves out is neither planned nor fetched", async () => {
  const query = "query ($deep: Boolean!) { books { title stars @include(if: $deep) } }";
  expect(servicesOf((await fetchesOf(query, { deep: false })).fetches)).toEqual(["books"]);
  expect(servicesOf((await fetchesOf(query, { deep: true })).fetches)).toEqual(["books", "reviews"]);
});

test("leaves with one meaning are fetched once, whatever the client calls them", async () => {
  const { data, fetches } = await fetchesOf("{ best { a: title b: title id: pages } }");
  expect(data).toEqual({ best: { a: "Book 2", b: "Book 2", id: 200 } });
  expect(fetches.map(({ query }) => query)).toEqual(["{best{title pages}}"]);
});

test("an operation without fields of subgraphs asks none", async () => {
  const { data, fetches } = await fetchesOf('{ __typename __type(name: "Book") { name } }');
  expect(data).toEqual({ __typename: "Query", __type: { name: "Book" } });
  expect(fetches).toEqual([]);
});

test("a request on which no other one waits joins a later one to its subgraph, but not in a mutation", async () => {
  const { data, fetches } = await fetchesOf("{ best { price value } }");
  expect(data).toEqual({ best: { price: 400, value: 20 } });
  expect(servicesOf(fetches)).toEqual(["books", "reviews", "prices"]);
  const mutation = await fetchesOf('mutation { lend(id: "2") { price value } }');
  expect(mutation.data).toEqual({ lend: { price: 400, value: 20 } });
  expect(servicesOf(mutation.fetches).toSorted()).toEqual(["books", "prices", "prices", "reviews"]);
});

test("an operation about the schema is answered anew for other values", async () => {
  await using gateway = await startGateway(library(), "local");
  const query = "query ($name: String!) { __type(name: $name) { name } }";
  for (const name of ["Book", "Author"])
    expect(await gateway.query(query, { name })).toEqual({ data: { __type: { name } } });
});

test("in each wave, all branches of an operation are one request to a subgraph", async () => {
  const query = `{
    best { value author { fans } }
    books { value price rank(from: 1) editors { fans } }
    top: best { price rank }
  }`;
  const { data, fetches } = await fetchesOf(query);
  expect(servicesOf(fetches)).toEqual(["books", "reviews", "prices"]);
  expect(data).toMatchObject({ best: { value: 20 }, top: { price: 400, rank: 2 } });
  const { data: alone } = await fetchesOf("{ books { value price rank(from: 1) editors { fans } } }");
  expect(data?.["books"]).toEqual(alone?.["books"]);
});

test("an operation is compiled once for each decision of its conditions", async () => {
  const operations: SubgraphFetch["operation"][] = [];
  const afterFetch = ({ operation }: SubgraphFetch) => void operations.push(operation);
  await using gateway = await startGateway(library(), "local", { hooks: { afterFetch } });
  const query = "query ($long: Boolean!) { best { title pages @include(if: $long) } }";
  for (const long of [true, true, false]) await gateway.query(query, { long });
  const [first, second, other] = operations;
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test("no objects, no request", async () => {
  const empty = { books: { Query: { books: () => [] } } };
  const services: string[] = [];
  await using gateway = await startGateway(library(empty), "local", {
    hooks: { afterFetch: ({ service }) => void services.push(service) },
  });
  expect(await gateway.query("{ books { stars value } }")).toEqual({ data: { books: [] } });
  expect(services).toEqual(["books"]);
});

test.each(topologies)("a fetch waits only for what it needs, %s", async (topology) => {
  const prices = withResolvers();
  const overrides = {
    reviews: {
      Book: {
        __resolveReference: async (book: object) => {
          await prices.promise;
          return { ...book };
        },
        stars: () => 5,
      },
    },
    prices: {
      Book: {
        __resolveReference: async (book: object) => ({ ...book }),
        price: () => {
          prices.resolve();
          return 1;
        },
      },
    },
  };
  await using gateway = await startGateway(library(overrides), topology);
  expect(await gateway.query("{ best { stars price } }")).toEqual({ data: { best: { stars: 5, price: 1 } } });
});

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
