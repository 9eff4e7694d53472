import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { garbageAt, json, type Garbage } from "./support/garbage.js";
import { startGatewayProcess } from "./support/gateway-process.js";
import { compose } from "./support/supergraph.js";

/** Each sends 30 MB. */
const longWinded = Array.from({ length: 12 }, (_, index) => `text${index}`);
const supergraphOf = (longWindedUrl: string) =>
  compose([
    {
      name: "far",
      url: "http://127.0.0.1:9/graphql",
      sdl: "type Query { a(text: String, list: [String!], deep: [[[Int]]]): Int, node: Node } type Node { id: Int, below: Node }",
    },
    ...longWinded.map((field) => ({
      name: field,
      url: longWindedUrl,
      sdl: `type Query { ${field}: String }`,
    })),
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
  requestAt: (index: number) => Garbage,
): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 8 });
  let next = 0;
  const sendNext = async () => {
    while (next < count) {
      const { body, headers } = requestAt(next++);
      const accept = "application/graphql-response+json";
      const all = { "content-type": "application/json", accept, ...headers };
      const response = await pool.request({ path, method: "POST", headers: all, body });
      await response.body.dump();
      statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, sendNext));
  await pool.close();
  return statuses;
}

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

let subgraph: Awaited<ReturnType<typeof startLongWinded>>;
let gateway: Awaited<ReturnType<typeof startGatewayProcess>>;
beforeAll(async () => {
  subgraph = await startLongWinded(30_000_000);
  gateway = await startGatewayProcess(supergraphOf(subgraph.url), {
    execArgv: [heapLimit],
    env: { LOG_LEVEL: "fatal", MAX_COST_PER_MINUTE: "1000000000" },
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await subgraph[Symbol.asyncDispose]();
});

test("what many subgraphs send for one answer fills the memory no more than what one sends", async () => {
  const response = await fetch(gateway.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ ${longWinded.join(" ")} }` }),
  });
  expect(await response.json()).toMatchObject({
    data: null,
    errors: [{ extensions: { code: "QUERY_TOO_COMPLEX" } }],
  });
  expect(gateway.isAlive()).toBe(true);
});

test("neither large operations nor garbage fill the memory or cause a status of 500", async () => {
  const answered = await sendAll(gateway.url, 200, (index) =>
    json({ query: (index % 20 === 0 ? large[2] : large[index % 2])?.(index) }),
  );
  expect(answered).toEqual({ 200: 200 });
  // Most pieces of garbage grow with their numbers.
  const statuses = await sendAll(gateway.url, 3_400, (index) => garbageAt(3 * index));
  // A gateway that has too much to do says so with 503.
  const answers = Object.keys(statuses).filter((status) => status !== "503");
  expect(answers).toEqual(["200", "400", "401", "415", "431"]);
  expect(gateway.isAlive()).toBe(true);
}, 120_000);
