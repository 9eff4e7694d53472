import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { runOperation } from "../../support/run-operation.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const haNoi = "Ha Noi's own poverty standard (thresholds are sample values)";

test("Ba Vi and Soc Son before and after are as published", async () => {
  const data = await runOperation<Record<string, unknown>>(graph, "districts-before-and-after");
  expect(data["baVi"]).toMatchObject({
    before: { poor: 436, nearPoor: 1424 },
    after: { poor: 0, nearPoor: 945, nearPovertyRatePercent: 1.27, standard: { name: haNoi } },
    fundForThePoor: { received: 14_110_000_000 },
  });
  expect(data["socSon"]).toMatchObject({
    before: { poor: 413, nearPoor: 1753 },
    after: { poor: 0, nearPoor: 451, nearPovertyRatePercent: 0.5 },
  });
  const { creditOverYears, assistanceInPeriod } = data["socSon"] as {
    creditOverYears: { households: number; disbursed: number };
    assistanceInPeriod: { program: { name: string }; households: number; amount: number }[];
  };
  expect(creditOverYears.households).toBeGreaterThan(1_100);
  expect(creditOverYears.disbursed).toBeGreaterThan(44_000_000_000);
  const stock = assistanceInPeriod.find(({ program }) => program.name === "Breeding cows");
  expect(stock?.households).toBe(165);
  expect(stock?.amount).toBeGreaterThan(2_800_000_000);
});
