import { expect, test } from "vitest";
import { settings } from "./env.js";
import { Search } from "./search.js";

const search = new Search({
  seed: settings.DIFFERENTIAL_SEED,
  supergraphs: settings.DIFFERENTIAL_SUPERGRAPHS,
  operations: settings.DIFFERENTIAL_OPERATIONS,
});

test("over any supergraph, the answers are those of graphql-js over the whole graph, and what is missing is said", async () => {
  await search.run();
  const counts = [...search.tally].map(([what, times]) => `${times} ${what}`).join(", ");
  process.stdout.write(`DIFFERENTIAL_SEED=${settings.DIFFERENTIAL_SEED}: ${counts}\n`);
  expect(search.finding).toBeUndefined();
  const composed = search.tally.get("supergraphs") ?? 0;
  expect(composed, "supergraphs that compose").toBeGreaterThanOrEqual(settings.DIFFERENTIAL_SUPERGRAPHS / 2);
}, 3_600_000);
