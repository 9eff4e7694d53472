import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { error, json, startLyingSubgraphs, things, truth, write } from "./support/lying-subgraphs.js";
import { post } from "./support/post.js";

let subgraphs: Awaited<ReturnType<typeof startLyingSubgraphs>>;
let endpoint: string;

beforeAll(async () => {
  subgraphs = await startLyingSubgraphs();
  endpoint = await subgraphs.startGateway(20_000);
});
afterAll(() => subgraphs.close());

test("of 100,000 errors 100 are told, one of each field among them, and how many more there are", async () => {
  const errors = Array.from({ length: 99_999 }, (_, index) => ({ message: `${index}`, path: ["b"] }));
  const text = JSON.stringify({ data: { b: null, c: null }, errors: [...errors, { path: ["c"] }] });
  subgraphs.answers.bad = write(text);
  const answer = await post(endpoint, { query: "{ b c }" });
  expect(answer.errors).toHaveLength(101);
  expect(answer.errors?.at(-2)?.path).toEqual(["c"]);
  expect(answer.errors?.at(-1)?.message).toBe('The subgraph "bad" sent 99900 more errors.');
});

test.each(["b", 0])("the path of an error may be very long, from %s on", async (step) => {
  const path = ["b", ...Array.from({ length: 100_000 }, () => step)];
  subgraphs.answers.bad = json(() => ({ data: { b: null }, errors: [{ ...error, path }] }));
  const { data, errors } = await post(endpoint, { query: "{ fine b }" });
  expect(data).toEqual({ fine: 1, b: null });
  expect(errors).toMatchObject([{ path: ["b"], ...error }]);
});

test.each([
  {
    what: "an entity that is asked for",
    sent: (key: string) => `{"data":{"_entities":[{"_k0":${key},"size":1}]}}`,
  },
  {
    what: "an entity that others are asked for",
    first: (key: string) => `{"data":{"fine":1,"things":[{"__typename":"Thing","id":${key}}]}}`,
  },
])("a key of $what that is nested too deeply is one error", async ({ sent, first }) => {
  const before = subgraphs.answers.good;
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  subgraphs.answers.good = first
    ? write(first(deep))
    : json(() => ({ data: { fine: 1, things: things.slice(0, 1) } }));
  subgraphs.answers.bad = sent ? write(sent(deep)) : json((asked) => ({ data: truth(asked) }));
  const { data, errors } = await post(endpoint, { query: "{ fine things { size } }" });
  subgraphs.answers.good = before;
  expect(data).toEqual({ fine: 1, things: [{ size: null }] });
  expect(errors).toMatchObject([{ path: ["things", 0, "size"], extensions: { code: "SUBGRAPH_ERROR" } }]);
});

test.each([
  { what: "a long text", debug: JSON.stringify("x".repeat(100_000)) },
  { what: "lists in lists", debug: "[".repeat(100_000) + "]".repeat(100_000) },
])("an error with $what keeps its code, and the beginning of its message", async ({ debug }) => {
  const message = "x".repeat(100_000);
  subgraphs.answers.bad = write(
    `{"data":{"b":null},"errors":[{"message":"${message}","path":["b"],"extensions":{"code":"ODD","debug":${debug}}}]}`,
  );
  const { data, errors } = await post(endpoint, { query: "{ fine b }" });
  expect(data).toEqual({ fine: 1, b: null });
  expect(errors).toEqual([
    { message: `${"x".repeat(1_000)} …`, path: ["b"], extensions: { code: "ODD", service: "bad" } },
  ]);
});

test("a response of a million empty lists is not read", async () => {
  subgraphs.answers.bad = write(`{"data":{"b":[${"[],".repeat(1_000_000)}[]]}}`);
  const { data, errors } = await post(endpoint, { query: "{ b }" });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX" } }]);
});

test("what is beyond the bytes that all requests may hold is refused, and its room is free afterwards", async () => {
  const crowded = await subgraphs.startGateway(20_000, 3_000_000);
  const open = new Set<ServerResponse>();
  let refused = 0;
  // Each sends 0.9 MB. None ends before the gateway has refused two of five.
  const endAll = () => open.forEach((response) => response.end('{"data":{"b":1}}'));
  subgraphs.answers.bad = (response) => {
    open.add(
      response.once("close", () => void (!response.writableEnded && (refused += 1) === 2 && endAll())),
    );
    response.writeHead(200, { "content-type": "application/json" });
    if (open.size === 5) for (const each of open) each.write(" ".repeat(900_000));
  };
  const ask = () => post(crowded, { query: "{ b }" });
  const answers = await Promise.all(Array.from({ length: 5 }, ask));
  expect(answers.filter(({ errors }) => !errors)).toEqual(
    Array.from({ length: 3 }, () => ({ data: { b: 1 } })),
  );
  const failed = answers.flatMap(({ errors = [] }) => errors);
  const fault = { path: ["b"], extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "bad" } };
  expect(failed).toMatchObject([fault, fault]);
  subgraphs.answers.bad = write(`${" ".repeat(2_900_000)}{"data":{"b":2}}`);
  expect(await ask()).toEqual({ data: { b: 2 } });
});
