import { request } from "node:http";
import { expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

/** Each level needs what the one before it found. */
const query = `{
  households(first: 100, filter: { administrativeUnit: "24@2025-07-01" }) { edges { node {
    members { fullName loans { principal program { name } } meritoriousRecords { decisionNumber } }
    supportOverlaps { verdict } creditEligibility { eligible }
    reviews(first: 2) { totalCount edges { node { round standard { name } } } }
  } } }
}`;

/** A client that the gateway hears of at once when it leaves. */
async function startClient(url: string) {
  const token = await tokenOf(official);
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const sent = request(`${url}/graphql`, { method: "POST", headers });
  // Not `once`, which rejects: for the client it is an error.
  const ended = new Promise<void>((resolve) => {
    sent.once("close", resolve);
  });
  sent.on("error", () => undefined).once("response", (response) => response.resume());
  return { ask: () => sent.end(JSON.stringify({ query })), leave: () => sent.destroy(), ended };
}

/** Longer than a turn of the event loop may last before others have one. */
const longTurnMs = 15;

function waitBusily(): void {
  const until = performance.now() + longTurnMs;
  while (performance.now() < until);
}

const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

test("when a client leaves, its statements end", async () => {
  let onStatement = (): void => undefined;
  const graph = await startGraph({ onStatement: () => onStatement() });
  await graph.expectData(query);
  const whole = sumOf(graph.takeStatements());
  expect(whole).toBeGreaterThan(10);
  const client = await startClient(graph.url);
  onStatement = () => {
    client.leave();
    waitBusily();
  };
  client.ask();
  await client.ended;
  // Whatever is still done for the first client is done by the time that the second one is answered.
  await graph.expectData(query);
  // A department may have begun the statements of the next level when it learns of it: a response of MariaDB comes in the
  // same turn, and on HTTP the gateway tells the department.
  expect(sumOf(graph.takeStatements())).toBeLessThan(1.5 * whole);
  await graph.close();
});
