import { once } from "node:events";
import { expect, test } from "vitest";
import { AnswerBudget, defaultAnswerLimits } from "../src/responses/answer-budget.js";
import { ResponseMemory } from "../src/responses/response-memory.js";
import { newContext, startSubgraph, variables, type Respond } from "./support/far-subgraph.js";

const maxBytes = 1_000_000;
const query = { query: "{ a }", operationName: undefined, isMutation: false };
const json = { "content-type": "application/json" };

const whole: Respond = (_request, response) =>
  void response.writeHead(200, json).end(`${" ".repeat(100_000)}{"data":{"a":1}}`);
const endless: Respond = (_request, response) => {
  response.writeHead(200, json).write(" ".repeat(100_000));
};
const lost: Respond = (_request, response) => {
  response.writeHead(200, json).write(" ".repeat(100_000), () => response.socket?.resetAndDestroy());
};
const garbage: Respond = (_request, response) => void response.writeHead(200, json).end("x".repeat(100_000));
const tooMuch: Respond = (_request, response) =>
  void response.writeHead(200, json).end(" ".repeat(maxBytes + 1));
const busy: Respond = (_request, response) => void response.writeHead(503).end("x".repeat(100_000));

/** How many of three requests leave before their responses are whole. */
const ways: readonly { how: string; respond: Respond; leaving: number }[] = [
  { how: "are answered", respond: whole, leaving: 0 },
  { how: "leave", respond: endless, leaving: 3 },
  { how: "leave, but for one, which waits too long", respond: endless, leaving: 2 },
  { how: "lose their connections", respond: lost, leaving: 0 },
  { how: "get no GraphQL", respond: garbage, leaving: 0 },
  { how: "are refused", respond: busy, leaving: 0 },
  { how: "get more than there is room for", respond: tooMuch, leaving: 0 },
];

test.each(ways.flatMap((way) => [false, true].map((sharesQueries) => ({ ...way, sharesQueries }))))(
  "three requests that $how give back all that they held, sharing: $sharesQueries",
  async ({ respond, leaving, sharesQueries }) => {
    const memory = new ResponseMemory(maxBytes);
    await using far = await startSubgraph(respond, { sharesQueries, timeoutMs: 300 });
    const clients = Array.from({ length: 3 }, () => new AbortController());
    const asked = clients.map(async ({ signal }) => {
      const budget = new AnswerBudget(defaultAnswerLimits, memory);
      const context = { ...newContext(), signal, budget };
      await far.source.fetch(query, variables(), context).catch(() => undefined);
      budget.release();
    });
    if (leaving > 0) await once(far.server, "request");
    for (const client of clients.slice(0, leaving)) client.abort();
    await Promise.all(asked);
    expect(() => memory.take(maxBytes)).not.toThrow();
  },
);
