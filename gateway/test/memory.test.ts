import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startGatewayProcess } from "./support/gateway-process.js";
import { compose } from "./support/supergraph.js";

const supergraph = compose([
  {
    name: "far",
    url: "http://127.0.0.1:9/graphql",
    sdl: "type Query { a(text: String, list: [String!]): Int, node: Node } type Node { id: Int, below: Node }",
  },
]);

/** A start needs some 50 MB, and what is kept at most some 110 MB. */
const heapLimit = "--max-old-space-size=200";
const padding = "x".repeat(900_000);
const texts = Array.from({ length: 90 }, (_, index) => `t${index}: a(text: "${"x".repeat(9_900)}")`).join(
  " ",
);

/** Operations of 900 kB, with which a cache that counts only documents, fields or answers grows without end. */
const large: readonly ((index: number) => string)[] = [
  (index) => `{ a${index}: a } # ${padding}`,
  (index) => `{ a${index}: __schema { queryType { name } } } # ${padding}`,
  (index) => `{ a${index}: a ${texts} }`,
];

/** Sends requests, some at the same time. Returns how many answers had each status. */
async function sendAll(
  url: string,
  count: number,
  bodyAt: (index: number) => unknown,
): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let next = 0;
  const sendNext = async () => {
    while (next < count) {
      const body = JSON.stringify(bodyAt(next++));
      const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
      const response = await fetch(url, { method: "POST", headers, body });
      await response.arrayBuffer();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, sendNext));
  return statuses;
}

test("neither large operations nor garbage fill the memory or cause a status of 500", async () => {
  await using gateway = await startGatewayProcess(supergraph, {
    execArgv: [heapLimit],
    env: { LOG_LEVEL: "fatal", MAX_COST_PER_MINUTE: "1000000000" },
  });
  const answered = await sendAll(gateway.url, 240, (index) => ({
    query: (index % 20 === 0 ? large[2] : large[index % 2])?.(index),
  }));
  expect(answered).toEqual({ 200: 240 });
  const statuses = await sendAll(gateway.url, 10_000, garbageAt);
  expect(Object.keys(statuses).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(gateway.isAlive()).toBe(true);
}, 120_000);

/** A subgraph whose every response has so many characters. */
async function startLongWinded(characters: number) {
  const text = JSON.stringify({ data: { text: "x".repeat(characters) } });
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.setHeader("content-type", "application/json").end(text);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

test("what many subgraphs send for one answer fills the memory no more than what one sends", async () => {
  await using subgraph = await startLongWinded(30_000_000);
  const fields = Array.from({ length: 12 }, (_, index) => `text${index}`);
  const sdls = fields.map((field) => ({
    name: field,
    url: subgraph.url,
    sdl: `type Query { ${field}: String }`,
  }));
  await using gateway = await startGatewayProcess(compose(sdls), { execArgv: [heapLimit] });
  const response = await fetch(gateway.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ ${fields.join(" ")} }` }),
  });
  expect(await response.json()).toMatchObject({
    data: null,
    errors: [{ extensions: { code: "QUERY_TOO_COMPLEX" } }],
  });
  expect(gateway.isAlive()).toBe(true);
});

const unusual = ["__proto__", "constructor", "toString", "hasOwnProperty", "\u0000", "…", "\ud800"];

/** Each is another one, and most of them are wrong in another way. */
function garbageAt(index: number): unknown {
  const name = unusual[index % unusual.length] ?? "";
  const sha256Hash = createHash("sha256").update(String(index)).digest("hex");
  const kinds: readonly (() => unknown)[] = [
    () => ({ query: `{ ${name}: a${index} }` }),
    () => ({ query: `query ($v${index}: Int) { a }`, variables: { [name]: index } }),
    () => ({ query: "{".repeat(index % 500) }),
    () => ({ query: `{ a(${name}: ${index}) }` }),
    () => ({ query: `{ a${index}: __typename ...${name} }` }),
    () => ({ query: `query q${index} { a }`, operationName: name }),
    () => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    () => ({ query: index, variables: name }),
    () => ({ query: `{ node { ${"below { ".repeat(index % 40)} id ${"}".repeat(index % 40)} } }` }),
    () => [index],
  ];
  return kinds[index % kinds.length]?.();
}
