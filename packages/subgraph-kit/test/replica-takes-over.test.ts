import { createLogger } from "@an-sinh/server/logger";
import { databaseParts } from "@an-sinh/subgraph-kit/database/database-metrics";
import type { Reads } from "@an-sinh/subgraph-kit/database/database";
import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { limitsOf } from "../src/database/mysql/read-connections.js";
import { openThreeAddresses, type ThreeAddresses } from "./support/three-addresses.js";

const hasServer = dialects.includes("mysql");
const one = async (reads: Pick<Reads, "read">, sql: string) => (await reads.read(sql, [])).rows[0]?.[0];
const refuse = async ({ proxies }: ThreeAddresses) => {
  await proxies.first.inject({ kind: "refuse" });
  await proxies.primary.inject({ kind: "refuse" });
};
const isUnavailable = { extensions: { code: "DATABASE_UNAVAILABLE" } };

test.runIf(hasServer)("where a replica and the primary are gone, another replica takes over", async () => {
  await using opened = await openThreeAddresses();
  await opened.until("reachable", "reachable");
  const calls = [opened.database.readsOfCall(opened.toFirst), opened.database.readsOfCall(opened.toFirst)];
  await refuse(opened);
  const asked = calls.flatMap((reads) => Array.from({ length: 4 }, () => one(reads, "SELECT USER()")));
  for (const user of await Promise.all(asked)) expect(user).toBe(opened.account("second"));
});

test.runIf(hasServer)(
  "a call that has read does not go on at another replica, which may be older",
  async () => {
    await using opened = await openThreeAddresses();
    await opened.until("reachable", "reachable");
    const reads = opened.database.readsOfCall(opened.toFirst);
    expect(await one(reads, "SELECT USER()")).toBe(opened.account("first"));
    await refuse(opened);
    await expect(one(reads, "SELECT USER()")).rejects.toMatchObject(isUnavailable);
  },
);

test.runIf(hasServer)("servers that are cut off from their cluster (1047) are passed over", async () => {
  await using opened = await openThreeAddresses();
  await opened.admin.query(`CREATE FUNCTION ready() RETURNS TEXT SQL SECURITY INVOKER BEGIN
    IF USER() NOT LIKE 'second%' THEN SIGNAL SQLSTATE '08S01' SET MYSQL_ERRNO = 1047; END IF;
    RETURN USER(); END`);
  await opened.until("reachable", "reachable");
  expect(await one(opened.database.readsOfCall(opened.toFirst), "SELECT ready()")).toBe(
    opened.account("second"),
  );
  await expect(one(opened.database, "SELECT ready()")).rejects.toMatchObject(isUnavailable);
  expect(opened.database.state().replicas.map(({ standing }) => standing)).not.toContain("failing");
});

test.runIf(hasServer)(
  "replicas answer while they are cut off from their cluster, the primary does not",
  async () => {
    await using opened = await openThreeAddresses();
    await opened.until("reachable", "reachable");
    const sql = "SELECT @@wsrep_dirty_reads";
    expect(Number(await one(opened.database.readsOfCall("a"), sql))).toBe(1);
    expect(Number(await one(opened.database, sql))).toBe(0);
  },
);

/** What is logged, as objects. */
function keepLog() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, logger: createLogger("warn", { write }) };
}

test.runIf(hasServer)("why a replica fails is logged without what the statement says", async () => {
  const { lines, logger } = keepLog();
  await using opened = await openThreeAddresses({ logger });
  await opened.until("reachable", "reachable");
  await opened.admin.query(`CREATE FUNCTION allowed() RETURNS INT SQL SECURITY INVOKER BEGIN
    IF USER() LIKE 'first%' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Nguyễn'; END IF; RETURN 1; END`);
  expect(Number(await one(opened.database.readsOfCall(opened.toFirst), "SELECT allowed()"))).toBe(1);
  const { reason } = lines.findLast(({ state }) => state === "failing") ?? {};
  expect(reason).toBe("ER_SIGNAL_EXCEPTION");
  expect(JSON.stringify(lines)).not.toContain("Nguyễn");
});

test.runIf(hasServer)("a replica that refuses the user says so in health, and once in the log", async () => {
  const { lines, logger } = keepLog();
  await using opened = await openThreeAddresses({ logger, password: "forgotten" });
  await opened.until("refused", "refused");
  expect(databaseParts(new Map([["near", opened.database]]))).toMatchObject({
    near: { state: "reachable" },
    "near replica 1": { state: "refused" },
  });
  expect(await one(opened.database.readsOfCall("a"), "SELECT USER()")).toContain("root");
  await opened.admin.query(`ALTER USER ${opened.account("first")} IDENTIFIED BY 'forgotten'`);
  await opened.until("reachable", "refused");
  const [first, second, ...more] = lines;
  expect(first).toMatchObject({ state: "refused", reason: expect.stringContaining("Access denied") });
  expect(second).toMatchObject({ state: "refused" });
  expect(more.map(({ msg }) => msg)).toEqual(["A replica is read again"]);
  expect(JSON.stringify(lines)).not.toMatch(/forgotten|secret/);
});

test.runIf(hasServer)(
  "statements have the time limits of the server's own kind, on replicas too",
  async () => {
    const limits = { statementMs: 7_000, silenceMs: 10_000 };
    await using opened = await openThreeAddresses(limits);
    await opened.until("reachable", "reachable");
    const sql = "SELECT CONCAT_WS(' ', FLOOR(@@max_statement_time), @@lock_wait_timeout)";
    expect(await one(opened.database.readsOfCall("a"), sql)).toBe("7 10");
    expect(limitsOf("8.4.3", limits)).toBe("max_execution_time = 7000, lock_wait_timeout = 10");
  },
);
