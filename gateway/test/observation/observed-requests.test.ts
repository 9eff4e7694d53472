import { connect } from "node:net";
import { createLogger } from "@an-sinh/server/logger";
import { Meters } from "@an-sinh/server/metrics/meters";
import { Tracing } from "@an-sinh/server/tracing/tracing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTraceReceiver, type TraceReceiver } from "../../../test/support/trace-receiver.js";
import { Observation } from "../../src/observation/observation.js";
import { startGateway, type GatewayUnderTest } from "../support/gateway.js";

const near = {
  name: "near",
  sdl: "type Query { a: Int b: Int }",
  resolvers: {
    Query: {
      a: () => 1,
      b: () => {
        throw new Error("b is secret");
      },
    },
  },
};
const meters = new Meters();
const lines: string[] = [];
let receiver: TraceReceiver;
let tracing: Tracing;
let gateway: GatewayUnderTest;

beforeAll(async () => {
  receiver = await startTraceReceiver();
  tracing = new Tracing({ endpoint: receiver.url, headers: {}, serviceName: undefined, share: 1 }, "test");
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  gateway = await startGateway([near], "http", { meters, tracing, logger });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await receiver.close();
});

const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });

/** The values of a metric by the value of its label. */
async function valuesOf(name: string): Promise<Record<string, number>> {
  const found = await meters.registry.getSingleMetric(name)?.get();
  return Object.fromEntries(
    (found?.values ?? []).map(({ labels, value }) => [String(Object.values(labels)[0]), value]),
  );
}

test("each request is counted once, by how it ended, and each of its errors by its code", async () => {
  const bodies = ["{ a }", "{ a b }", "{ a", "{ c }"].map((query) => JSON.stringify({ query }));
  for (const body of [...bodies, "no JSON", JSON.stringify({ query: 7 })]) await (await send(body)).text();
  expect(await valuesOf("graph_requests_total")).toEqual({
    answered: 1,
    partial: 1,
    failed: 0,
    refused: 4,
    abandoned: 0,
  });
  expect(await valuesOf("graph_errors_total")).toEqual({
    INTERNAL: 1,
    BAD_REQUEST: 2,
    GRAPHQL_PARSE_FAILED: 1,
    GRAPHQL_VALIDATION_FAILED: 1,
  });
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const outcomes = logged.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  expect(outcomes.toSorted()).toEqual(["answered", "partial", "refused", "refused", "refused", "refused"]);
});

/** Sends bytes that are no HTTP, and waits for the end of the connection. */
const sendBytes = (bytes: string) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1", () => socket.write(bytes));
    socket
      .resume()
      .once("close", () => resolve())
      .once("error", reject);
  });

test("what is refused before GraphQL is counted once, and is no look-up of a document", async () => {
  const read = async () => ({
    refused: (await valuesOf("graph_requests_total"))["refused"] ?? 0,
    codes: await valuesOf("graph_errors_total"),
    lookUps: await valuesOf("graph_cache_lookups_total"),
  });
  const before = await read();
  await (await fetch(`${gateway.url}/nowhere`)).text();
  await (await fetch(`${gateway.url}/graphql`, { method: "DELETE" })).text();
  await (await fetch(`${gateway.url}/%zz`)).text();
  await sendBytes("no HTTP\r\n\r\n");
  const after = await read();
  expect(after.refused - before.refused).toBe(4);
  expect(after.codes["NOT_FOUND"]).toBe(1);
  expect((after.codes["BAD_REQUEST"] ?? 0) - (before.codes["BAD_REQUEST"] ?? 0)).toBe(3);
  expect(after.lookUps).toEqual(before.lookUps);
});

test("what is refused because too much is under way is counted as shed and as refused", async () => {
  const own = new Meters();
  const load = { mostUnderWay: 0, mostWaitMs: 1_000 };
  await using busy = await startGateway([near], "local", { meters: own, load });
  await busy.query("{ a }");
  const metrics = await own.registry.metrics();
  expect(metrics).toMatch(/^graph_requests_total\{outcome="refused"\} 1$/m);
  expect(metrics).toMatch(/^graph_requests_shed_total 1$/m);
  expect(metrics).toMatch(/^graph_errors_total\{code="OVERLOADED"\} 1$/m);
});

const hostile = {
  "of another version": "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "of zeros": `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
  "that is long": `00-${"a".repeat(5_000)}-b7ad6b7169203331-01`,
};

test("traces of clients that are not well formed are not joined, and names with numbers are not told", async () => {
  for (const traceparent of Object.values(hostile))
    await (await send(JSON.stringify({ query: "query Of012345678901 { a }" }), { traceparent })).text();
  await tracing.close();
  const requests = receiver.spans.filter(({ name }) => name === "query (anonymous)");
  expect(requests.length).toBeGreaterThanOrEqual(3);
  expect(requests.filter(({ parentSpanId }) => parentSpanId)).toEqual([]);
  const told = [...receiver.received, ...lines.filter((line) => !line.includes('"level":50'))].join("\n");
  expect(told).not.toMatch(/012345678901|a{100}|secret|\{ a b \}/);
  expect(Object.keys(await valuesOf("graph_request_duration_seconds"))).not.toContain("Of012345678901");
});

test("a server that leaves is live and not ready", async () => {
  const health = async (path: string) => {
    const response = await fetch(gateway.url + path);
    return [response.status, ((await response.json()) as { status: string }).status];
  };
  expect(await health("/health/ready")).toEqual([200, "ready"]);
  gateway.drain();
  expect(await health("/health/ready")).toEqual([503, "draining"]);
  expect(await health("/health/live")).toEqual([200, "live"]);
});

test("where nobody wants to know, requests are not observed", () => {
  const nobody = new Observation({ logger: createLogger("warn") });
  expect(nobody.observe).toBeUndefined();
  expect(nobody.metrics).toBeUndefined();
});
