import type { RowDataPacket } from "mysql2";
import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { startFaultyServer, type FaultyServer } from "./support/faulty-server.js";

/** They change settings of the whole server, so one file has them: its tests run one after the other. */
const hasServer = dialects.includes("mysql");

const prepareAtMost = ({ admin }: FaultyServer, count: "0" | "DEFAULT") =>
  admin.query(`SET GLOBAL max_prepared_stmt_count = ${count}`);

test.runIf(hasServer)("a server that prepares no more statements is still read", async () => {
  await using server = await startFaultyServer();
  try {
    await prepareAtMost(server, "0");
    const texts = ["a", null, "Bình\u2028😀", "'"];
    const { rows } = await server.database.read("SELECT ?, ?, ?, ?", texts);
    expect(rows).toEqual([texts]);
  } finally {
    await prepareAtMost(server, "DEFAULT");
  }
});

test.runIf(hasServer)("a statement that is left while the server prepares it is not run", async () => {
  await using server = await startFaultyServer(patient);
  expect(await runsOfLeft(server)).toEqual([]);
});

test.runIf(hasServer)("nor is one that the server refuses to prepare meanwhile", async () => {
  await using server = await startFaultyServer(patient);
  try {
    await prepareAtMost(server, "0");
    expect(await runsOfLeft(server)).toEqual([]);
  } finally {
    await prepareAtMost(server, "DEFAULT");
  }
});

const patient = { silenceMs: 10_000 };

/**
 * The commands with which the server is told to run a statement that is given up before the server hears of it. Whether
 * its preparing is logged depends on when the server is told to end it.
 */
async function runsOfLeft(server: FaultyServer): Promise<unknown[]> {
  const { proxy, database, admin } = server;
  expect(await server.house()).toBe(7);
  await admin.query("SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON");
  await proxy.inject({ kind: "frozen" });
  const client = new AbortController();
  const sql = `SELECT id FROM road WHERE id = ${process.pid} AND ${(serial += 1)}`;
  const left = database.read(sql, [], client.signal);
  while (database.state().inUse === 0) await new Promise(setImmediate);
  client.abort(new Error("the client left"));
  await expect(left).rejects.toThrow("the client left");
  await proxy.heal();
  while (database.state().inUse > 0) await new Promise(setImmediate);
  await admin.query("SET GLOBAL general_log = OFF");
  const [rows] = await admin.query<RowDataPacket[]>(
    "SELECT command_type AS command FROM mysql.general_log WHERE argument = ? AND command_type <> 'Prepare'",
    [sql],
  );
  return rows.map(({ command }) => command);
}

let serial = 0;
