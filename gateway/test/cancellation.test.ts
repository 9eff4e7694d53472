import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { auditedDirective, auditKey, entriesIn, newAuditFolder } from "./support/audit.js";
import { startGateway, topologies } from "./support/gateway.js";

interface Call {
  readonly signal: AbortSignal;
}

/** A subgraph that answers `slow` when nobody waits for it any more. */
function slowSubgraph() {
  const events = new EventEmitter();
  const slow = async (_: unknown, _args: unknown, { signal }: Call) => {
    events.emit("started");
    await once(signal, "abort");
    events.emit("canceled");
    return 1;
  };
  const sdl = `${auditedDirective}
    type Query { slow: Int patients: [Patient] } type Patient @audited { id: ID! }`;
  const patients = () => [{ id: "p1" }];
  return { events, subgraph: { name: "slow", sdl, resolvers: { Query: { slow, patients } } } };
}

/** Asks, and leaves once the subgraph works for it. Returns what the client gets, once the subgraph has learned that. */
async function leave(url: string, query: string, events: EventEmitter): Promise<unknown> {
  const [started, canceled] = [once(events, "started"), once(events, "canceled")];
  const client = new AbortController();
  const answer = fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: client.signal,
  }).catch((error: Error) => error.name);
  await started;
  client.abort();
  await canceled;
  return answer;
}

test.each(topologies)("a client that leaves cancels the work for it, %s", async (topology) => {
  const { events, subgraph } = slowSubgraph();
  await using gateway = await startGateway([subgraph], topology);
  expect(await leave(gateway.url, "{ slow }", events)).toBe("AbortError");
});

test.each(topologies)(
  "no answer is made for a client that left, so it is not recorded, %s",
  async (topology) => {
    const { events, subgraph } = slowSubgraph();
    const audit = { folder: newAuditFolder(), key: auditKey };
    await using gateway = await startGateway([subgraph], topology, { audit });
    await leave(gateway.url, "query Left { patients { id } slow }", events);
    await gateway.query("query Stayed { patients { id } }");
    expect(entriesIn(audit.folder)).toMatchObject([{ operation: { name: "Stayed" } }]);
  },
);
