import { request } from "node:http";
import { expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

const levels = 12;

/** Asks one department, level after level: each has a statement of its own, and needs what the one before it found. */
const nested = (level: number): string =>
  level === 0
    ? "id"
    : `reviews(first: ${level}) { edges { node { round } } } head { household { ${nested(level - 1)} } }`;
const query = `{
  households(first: 5, filter: { administrativeUnit: "24@2025-07-01" }) { edges { node { ${nested(levels)} } } }
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

test("when a client leaves, its department begins no further level", async () => {
  let onStatement = (): void => undefined;
  const graph = await startGraph({ onStatement: () => onStatement() });
  await graph.expectData(query);
  const whole = sumOf(graph.takeStatements());
  expect(whole).toBeGreaterThan(levels);
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
