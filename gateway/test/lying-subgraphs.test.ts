import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { createGateway } from "../src/gateway.js";
import { defaultCallLimits } from "../src/resilience/call-limits.js";
import { silent } from "./support/gateway.js";
import { post } from "./support/post.js";
import { compose } from "./support/supergraph.js";

interface Asked {
  readonly query: string;
  readonly variables: { readonly representations?: readonly { readonly id: string }[] };
}

/** Answers a request of the gateway. */
type Respond = (response: ServerResponse, asked: Asked) => void;

const json =
  (bodyOf: (asked: Asked) => unknown, status = 200): Respond =>
  (response, asked) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(bodyOf(asked)));
  };

const supergraphSdl = compose([
  {
    name: "good",
    sdl: 'type Query { fine: Int things: [Thing] } type Thing @key(fields: "id") { id: ID! }',
  },
  {
    name: "middle",
    sdl: 'type Thing @key(fields: "id") { id: ID! owner: Owner } type Owner @key(fields: "id") { id: ID! }',
  },
  {
    name: "bad",
    sdl: 'type Query { b: Int c: Int } type Thing @key(fields: "id") { id: ID! size: Int } type Owner @key(fields: "id") { id: ID! size: Int }',
  },
]);

const entity = (type: string) => (id: string) => ({ __typename: type, id });
const things = ["1", "2"].map(entity("Thing"));
let good = json(() => ({ data: { fine: 1, things } }));
const middle = json(({ variables: { representations = [] } }) => ({
  data: { _entities: representations.map(({ id }) => ({ _k0: id, owner: entity("Owner")(`o${id}`) })) },
}));

/** What an honest subgraph would say. */
const truth = ({ variables: { representations } }: Asked) =>
  representations
    ? { _entities: representations.map(({ id }, index) => ({ _k0: id, size: index })) }
    : { b: 2, c: 3 };

let bad: Respond = json((asked) => ({ data: truth(asked) }));
const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
  request.once("end", () => {
    const respond = { "/good": good, "/middle": middle }[request.url ?? ""] ?? bad;
    respond(response, JSON.parse(body || "{}") as Asked);
  });
});

/** With a gateway that waits for the subgraph, and with one that soon does not. */
let endpoint: string;
let hastyEndpoint: string;
const gateways: GraphQLServer[] = [];

async function startGateway(timeoutMs: number, heldResponseBytes?: number): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const gateway = await createGateway({
    ...(heldResponseBytes === undefined ? {} : { heldResponseBytes }),
    supergraphSdl,
    sourceFor: ({ name }) =>
      new HttpDataSource({
        name,
        url: `http://127.0.0.1:${port}/${name}`,
        timeoutMs: name === "bad" ? timeoutMs : 20_000,
        maxResponseBytes: 5_000_000,
        // It fails again and again, and is asked all the same.
        limits: { ...defaultCallLimits, failuresToOpen: 1_000 },
      }),
    logger: silent,
    introspection: true,
  });
  gateways.push(gateway);
  return `${(await gateway.listen({ host: "127.0.0.1", port: 0 })).url}/graphql`;
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = await startGateway(20_000);
  hastyEndpoint = await startGateway(150);
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  server.closeAllConnections();
  server.close();
});

/** How the gateway asks the subgraph, and what is left of the answer where it fails. */
const fetches = [
  {
    fetch: "a root fetch",
    query: "{ fine b c }",
    path: ["b"],
    rest: { fine: 1, b: null, c: null },
    whole: { fine: 1, b: 2, c: 3 },
  },
  {
    fetch: "a fetch of entities",
    query: "{ fine things { size } }",
    path: ["things", 0, "size"],
    rest: { fine: 1, things: [{ size: null }, { size: null }] },
    whole: { fine: 1, things: [{ size: 0 }, { size: 1 }] },
  },
  {
    fetch: "a fetch after a fetch",
    query: "{ fine things { owner { size } } }",
    path: ["things", 0, "owner", "size"],
    rest: { fine: 1, things: [{ owner: { size: null } }, { owner: { size: null } }] },
    whole: { fine: 1, things: [{ owner: { size: 0 } }, { owner: { size: 1 } }] },
  },
] as const;

const write =
  (text: string, contentType = "application/json"): Respond =>
  (response) =>
    void response.writeHead(200, { "content-type": contentType }).end(text);
const error = { message: "It failed.", extensions: { code: "SUBGRAPH_ERROR" } };

const lies: Readonly<Record<string, { readonly respond: Respond; readonly code?: string }>> = {
  HTML: { respond: write("<h1>hello</h1>", "text/html") },
  "half a JSON": { respond: write('{"data":{"b":') },
  "errors with status 200": { respond: json(() => ({ errors: [error] })) },
  "null and an error": { respond: json(() => ({ data: null, errors: [error] })) },
  "50 MB": { respond: write(" ".repeat(50_000_000)) },
  "a redirect": {
    respond: (response) => void response.writeHead(302, { location: "/good" }).end("{}"),
  },
  "nothing after the headers": {
    respond: (response) => {
      response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
    },
    code: "SUBGRAPH_TIMEOUT",
  },
  "a byte now and then": {
    respond: (response) => {
      const timer = setInterval(() => response.write(" "), 50);
      response.writeHead(200, { "content-type": "application/json" });
      response.once("close", () => clearInterval(timer));
    },
    code: "SUBGRAPH_TIMEOUT",
  },
  "null as data": { respond: json(() => ({ data: null })) },
  "null in place of the list or values of another form": {
    respond: json(() => ({ data: { _entities: null, b: "x", c: null } })),
  },
};

describe.each(fetches)("$fetch", ({ query, path, rest, whole }) => {
  test("an honest answer has no error", async () => {
    bad = json((asked) => ({ data: truth(asked) }));
    expect(await post(endpoint, { query })).toEqual({ data: whole });
  });

  test.each(Object.entries(lies))("%s is one error with code, subgraph and path", async (_, lie) => {
    bad = lie.respond;
    const { data, errors } = await post(lie.code ? hastyEndpoint : endpoint, { query });
    expect(data).toEqual(rest);
    const extensions = { code: lie.code ?? "SUBGRAPH_ERROR", service: "bad" };
    expect(errors).toMatchObject([{ extensions }]);
    expect(path.join(".").startsWith(errors?.[0]?.path?.join(".") ?? "nowhere")).toBe(true);
  });

  test("fields that were asked for and left out are no silent nulls", async () => {
    const none = ({ variables: { representations } }: Asked) =>
      representations ? { _entities: representations.map(({ id }) => ({ _k0: id })) } : {};
    bad = json((asked) => ({ data: none(asked) }));
    const { data, errors } = await post(endpoint, { query });
    expect(data).toEqual(rest);
    const fault = { extensions: { code: "SUBGRAPH_ERROR", service: "bad" } };
    expect(errors).toMatchObject([fault, fault]);
    expect(errors?.[0]?.path).toEqual(path);
  });
});

type Entities = readonly unknown[];

describe.each(fetches.slice(1))("$fetch", ({ query, path, rest, whole }) => {
  const answer = (change: (entities: Entities) => unknown): Respond =>
    json((asked) => {
      const { _entities: entities = [] } = truth(asked);
      return { data: { _entities: change(entities) } };
    });

  test.each<[string, (entities: Entities) => unknown]>([
    ["in another order", (entities) => entities.toReversed()],
    ["of others", (entities) => entities.map(() => ({ _k0: "7", size: 7 }))],
    ["without their keys", (entities) => entities.map(() => ({ size: 7 }))],
    ["one more", (entities) => [...entities, { _k0: "3", size: 3 }]],
    ["one fewer", (entities) => entities.slice(1)],
    ["none", () => []],
    ["texts", (entities) => entities.map(() => "x")],
  ])("of entities %s nothing is shown, and one error says so", async (_, change) => {
    bad = answer(change);
    const { data, errors } = await post(endpoint, { query });
    expect(data).toEqual(rest);
    expect(errors).toMatchObject([{ path, extensions: { code: "SUBGRAPH_ERROR", service: "bad" } }]);
  });

  test("those that are the ones that were asked for are shown", async () => {
    bad = answer(([first]) => [first, { _k0: "7", size: 7 }]);
    const { data, errors } = await post(endpoint, { query });
    const [text, before] = [JSON.stringify(data), JSON.stringify(whole)];
    expect(text).toBe(before.replace('"size":1', '"size":null'));
    expect(errors).toHaveLength(1);
  });

  test("a null in the list says that there is no such entity, and is no error", async () => {
    bad = answer((entities) => entities.map(() => null));
    expect(await post(endpoint, { query })).toEqual({ data: rest });
  });
});

test("of 100,000 errors 100 are told, one of each field among them, and how many more there are", async () => {
  const errors = Array.from({ length: 99_999 }, (_, index) => ({ message: `${index}`, path: ["b"] }));
  const text = JSON.stringify({ data: { b: null, c: null }, errors: [...errors, { path: ["c"] }] });
  bad = write(text);
  const answer = await post(endpoint, { query: "{ b c }" });
  expect(answer.errors).toHaveLength(101);
  expect(answer.errors?.at(-2)?.path).toEqual(["c"]);
  expect(answer.errors?.at(-1)?.message).toBe('The subgraph "bad" sent 99900 more errors.');
});

test.each(["b", 0])("the path of an error may be very long, from %s on", async (step) => {
  const path = ["b", ...Array.from({ length: 100_000 }, () => step)];
  bad = json(() => ({ data: { b: null }, errors: [{ ...error, path }] }));
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
  const before = good;
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  good = first ? write(first(deep)) : json(() => ({ data: { fine: 1, things: things.slice(0, 1) } }));
  bad = sent ? write(sent(deep)) : json((asked) => ({ data: truth(asked) }));
  const { data, errors } = await post(endpoint, { query: "{ fine things { size } }" });
  good = before;
  expect(data).toEqual({ fine: 1, things: [{ size: null }] });
  expect(errors).toMatchObject([{ path: ["things", 0, "size"], extensions: { code: "SUBGRAPH_ERROR" } }]);
});

test.each([
  { what: "a long text", debug: JSON.stringify("x".repeat(100_000)) },
  { what: "lists in lists", debug: "[".repeat(100_000) + "]".repeat(100_000) },
])("an error with $what keeps its code, and the beginning of its message", async ({ debug }) => {
  const message = "x".repeat(100_000);
  bad = write(
    `{"data":{"b":null},"errors":[{"message":"${message}","path":["b"],"extensions":{"code":"ODD","debug":${debug}}}]}`,
  );
  const { data, errors } = await post(endpoint, { query: "{ fine b }" });
  expect(data).toEqual({ fine: 1, b: null });
  expect(errors).toEqual([
    { message: `${"x".repeat(1_000)} …`, path: ["b"], extensions: { code: "ODD", service: "bad" } },
  ]);
});

test("a response of a million empty lists is not read", async () => {
  bad = write(`{"data":{"b":[${"[],".repeat(1_000_000)}[]]}}`);
  const { data, errors } = await post(endpoint, { query: "{ b }" });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX" } }]);
});

test("what is beyond the bytes that all requests may hold is refused, and its room is free afterwards", async () => {
  const crowded = await startGateway(20_000, 3_000_000);
  const open = new Set<ServerResponse>();
  let refused = 0;
  // Each sends 0.9 MB. None ends before the gateway has refused two of five.
  const endAll = () => open.forEach((response) => response.end('{"data":{"b":1}}'));
  bad = (response) => {
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
  bad = write(`${" ".repeat(2_900_000)}{"data":{"b":2}}`);
  expect(await ask()).toEqual({ data: { b: 2 } });
});
