import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { faults } from "../faults/faults.js";
import { failuresOf } from "../faults/fault-table.js";
import { openFaultGraph, type FaultGraph } from "../faults/open-fault-graph.js";
import { runFault } from "../faults/run-fault.js";
import { storedOperation } from "../support/operations.js";
import "../support/prepared-databases.js";

const isDistributedOnMysql =
  process.env["TEST_DIALECT"] === "mysql" && process.env["TEST_TOPOLOGY"] === "http";

/** Says that the department, or its database, failed. INTERNAL would not. */
const codesOfFailure = [
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_ERROR",
  "DATABASE_UNAVAILABLE",
  "DATABASE_TIMEOUT",
];

describe.skipIf(!isDistributedOnMysql)("the graph as processes, over MariaDB", () => {
  const ended = new AbortController();
  let scratchFolder: string;
  let graph: FaultGraph;

  beforeAll(async () => {
    scratchFolder = await mkdtemp(join(tmpdir(), "an-sinh-faults-"));
    graph = await openFaultGraph({
      locations: new Map(inject("locations").mysql),
      databasePid: null,
      scratchFolder,
      documents: [storedOperation("person-across-departments")],
      signal: ended.signal,
    });
  });
  afterAll(async () => {
    await graph?.[Symbol.asyncDispose]();
    await rm(scratchFolder, { recursive: true, force: true });
  });

  test.each(faults.filter(({ isShort }) => isShort))(
    "answers with the rest and recovers: $name",
    async (fault) => {
      const plan = { department: "credit-programs", lastsMs: 300, everyMs: 20, recoveryLimitMs: 20_000 };
      const result = await runFault(fault, graph, plan);
      expect(failuresOf([result])).toEqual([]);
      const codes = result.seen.flatMap((seen) => seen.codes);
      expect(codes.filter((code) => !codesOfFailure.includes(code))).toEqual([]);
    },
  );
});
