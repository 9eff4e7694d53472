import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  error,
  json,
  startLyingSubgraphs,
  truth,
  write,
  type Asked,
  type Respond,
} from "./support/lying-subgraphs.js";
import { post } from "./support/post.js";

let subgraphs: Awaited<ReturnType<typeof startLyingSubgraphs>>;
/** With a gateway that waits for the subgraph, and with one that soon does not. */
let endpoint: string;
let hastyEndpoint: string;

beforeAll(async () => {
  subgraphs = await startLyingSubgraphs();
  endpoint = await subgraphs.startGateway(20_000);
  hastyEndpoint = await subgraphs.startGateway(150);
});
afterAll(() => subgraphs.close());

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
    subgraphs.answers.bad = json((asked) => ({ data: truth(asked) }));
    expect(await post(endpoint, { query })).toEqual({ data: whole });
  });

  test.each(Object.entries(lies))("%s is one error with code, subgraph and path", async (_, lie) => {
    subgraphs.answers.bad = lie.respond;
    const { data, errors } = await post(lie.code ? hastyEndpoint : endpoint, { query });
    expect(data).toEqual(rest);
    const extensions = { code: lie.code ?? "SUBGRAPH_ERROR", service: "bad" };
    expect(errors).toMatchObject([{ extensions }]);
    expect(path.join(".").startsWith(errors?.[0]?.path?.join(".") ?? "nowhere")).toBe(true);
  });

  test("fields that were asked for and left out are no silent nulls", async () => {
    const none = ({ variables: { representations } }: Asked) =>
      representations ? { _entities: representations.map(({ id }) => ({ _k0: id })) } : {};
    subgraphs.answers.bad = json((asked) => ({ data: none(asked) }));
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
    subgraphs.answers.bad = answer(change);
    const { data, errors } = await post(endpoint, { query });
    expect(data).toEqual(rest);
    expect(errors).toMatchObject([{ path, extensions: { code: "SUBGRAPH_ERROR", service: "bad" } }]);
  });

  test("those that are the ones that were asked for are shown", async () => {
    subgraphs.answers.bad = answer(([first]) => [first, { _k0: "7", size: 7 }]);
    const { data, errors } = await post(endpoint, { query });
    const [text, before] = [JSON.stringify(data), JSON.stringify(whole)];
    expect(text).toBe(before.replace('"size":1', '"size":null'));
    expect(errors).toHaveLength(1);
  });

  test("a null in the list says that there is no such entity, and is no error", async () => {
    subgraphs.answers.bad = answer((entities) => entities.map(() => null));
    expect(await post(endpoint, { query })).toEqual({ data: rest });
  });
});
