import { createLogger } from "@an-sinh/server/logger";
import { Meters } from "@an-sinh/server/metrics/meters";
import { Tracing } from "@an-sinh/server/tracing/tracing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph, type Answer, type GraphUnderTest } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";
import { startTraceReceiver, textOf, type TraceReceiver } from "../support/trace-receiver.js";

const query = `query Who($id: ID!) {
  person(id: $id) { fullName identificationNumber loans { principal } household { code } }
  households(first: 3, filter: { year: 2023 }) { edges { node { code } } }
}`;
const trace = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };

const meters = new Meters();
const lines: string[] = [];
let receiver: TraceReceiver;
let tracing: Tracing;
let graph: GraphUnderTest;
let personal: readonly string[];

beforeAll(async () => {
  receiver = await startTraceReceiver();
  const settings = { endpoint: receiver.url, headers: { "x-team": "ops" }, serviceName: undefined, share: 1 };
  tracing = new Tracing(settings, "test");
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  graph = await startGraph({ meters, tracing, logger });
  const found = await graph.expectData(`{ households(first: 1) { edges { node { code members {
    id fullName identificationNumber } } } } }`);
  const [, id, fullName, number] = /"id":"([^"]+)","fullName":"([^"]+)","identificationNumber":"(\d+)"/.exec(
    JSON.stringify(found),
  ) as unknown as string[];
  personal = [id, fullName, number].map(String);
  const traceparent = `00-${trace.traceId}-${trace.spanId}-00`;
  const answer = await ask(query, { id }, { traceparent, "x-request-id": "observed" });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  await tracing.close();
});
afterAll(async () => {
  await graph.close();
  await receiver.close();
});

async function ask(text: string, variables: object, headers: Record<string, string>, caller = official) {
  const token = await tokenOf(caller);
  const response = await fetch(`${graph.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query: text, variables }),
  });
  return (await response.json()) as Answer & { readonly extensions?: { readonly queryPlan?: Plan } };
}

interface Plan {
  readonly fetches: readonly Record<string, unknown>[];
}

test("a trace leads from the client over the phases, the fetches and the departments to the statements", () => {
  const spans = receiver.spans.filter(({ traceId }) => traceId === trace.traceId);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const wayOf = (span: (typeof spans)[number]): string =>
    span.parentSpanId === trace.spanId
      ? span.name
      : `${wayOf(byId.get(span.parentSpanId ?? "") ?? span)} > ${span.name}`;
  const ways = new Set(spans.map(wayOf));
  for (const phase of ["parse", "plan", "execute"]) expect(ways).toContain(`query Who > ${phase}`);
  for (const name of ["households", "credit-programs"])
    expect(ways).toContain(`query Who > execute > fetch ${name} > ${name} call > SELECT`);
});

test("what is traced, logged and measured tells nothing of anybody", async () => {
  const statements = receiver.spans.map((span) => textOf(span, "db.query.text") ?? "");
  expect(statements.filter((text) => text.includes("?"))).not.toEqual([]);
  expect(statements.filter((text) => /'|(?<![\w."`])\d/.test(text))).toEqual([]);
  const told = [...receiver.received, ...lines, await meters.registry.metrics()].join("\n");
  expect(told).toContain("ops");
  expect([...personal, official.subject, "2023"].filter((text) => told.includes(`"${text}"`))).toEqual([]);
  expect(personal.filter((text) => told.includes(text))).toEqual([]);
});

test("the log has one line for each request at the level info", () => {
  const line = lines.map((text) => JSON.parse(text) as Record<string, unknown>);
  const [found, ...others] = line.filter(({ requestId }) => requestId === "observed");
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    operation: "Who",
    kind: "query",
    outcome: "answered",
    status: 200,
    errors: 0,
    cached: false,
  });
  expect(found?.["hash"]).toMatch(/^[\da-f]{64}$/);
  expect(found?.["fetches"]).toBeGreaterThanOrEqual(2);
});

test("the metrics count what each department was asked, and how its subgraph is", async () => {
  const metrics = await meters.registry.metrics();
  expect(metrics).toMatch(/^graph_requests_total\{outcome="answered"\} 2$/m);
  expect(metrics).toMatch(/^graph_request_duration_seconds_count\{operation="Who"\} 1$/m);
  expect(metrics).toMatch(
    /^graph_subgraph_fetches_total\{subgraph="credit-programs",outcome="answered"\} 1$/m,
  );
  expect(metrics).toMatch(/^graph_subgraph_state\{subgraph="households",state="closed"\} 1$/m);
  expect(metrics).toMatch(/^graph_cache_lookups_total\{cache="programs",result="miss"\} 2$/m);
});

test("with the scope graph:debug, a caller sees plan, times and numbers of statements; without it, nothing", async () => {
  const headers = { "x-report-plan": "1" };
  const text = "{ povertyStandards { id } creditPrograms { code } }";
  const developer = { ...official, scopes: [...official.scopes, "graph:debug"] };
  const { extensions } = await ask(text, {}, headers, developer);
  const fetches = extensions?.queryPlan?.fetches ?? [];
  expect(fetches.map(({ subgraph }) => subgraph).toSorted()).toEqual(["credit-programs", "households"]);
  for (const fetched of fetches) {
    expect(fetched).toMatchObject({ outcome: "answered", after: [], statements: expect.any(Number) });
    expect(Number(fetched["durationMs"])).toBeGreaterThan(0);
  }
  expect(await ask(text, {}, headers)).not.toHaveProperty("extensions");
  expect(await ask(text, {}, {}, developer)).not.toHaveProperty("extensions");
});

test("/health/ready names a department that fails, and the gateway is ready for the others", async () => {
  await graph.fail("credit-programs");
  await ask("{ creditPrograms { code } }", {}, {});
  const response = await fetch(`${graph.url}/health/ready`);
  const health = (await response.json()) as Record<string, Record<string, unknown>>;
  expect(response.status).toBe(200);
  expect(health["status"]).toBe("ready");
  expect(health["subgraphs"]?.["households"]).toMatchObject({ state: "closed", lastFailure: null });
  // In one process it is only the database that fails, and the subgraph says so.
  const lastFailure = process.env["TEST_TOPOLOGY"] === "http" ? "SUBGRAPH_UNAVAILABLE" : null;
  expect(health["subgraphs"]?.["credit-programs"]).toMatchObject({ lastFailure });
  expect(Object.keys(health["subgraphs"] ?? {})).not.toContain("access-log");
  expect(JSON.stringify(health)).not.toMatch(/:\/\/|localhost|127\.0/);
});
