// A thread of `SqliteThreads`: it reads a SQLite file, one statement after the other. It is JavaScript and outside of
// src/, so that Node can start it both from dist/ and from the sources.
import { parentPort, workerData } from "node:worker_threads";
import libsql from "libsql";

const { file, timeoutMs, pragmas, maximumRows } = workerData;
const connection = new libsql(file, { timeout: timeoutMs });
for (const pragma of pragmas) connection.pragma(pragma);

parentPort.on("message", ({ sql, values }) => {
  try {
    parentPort.postMessage({ rows: read(sql, values) });
  } catch (error) {
    parentPort.postMessage({ problem: error.message });
  }
});

function read(sql, values) {
  const rows = [];
  for (const row of connection.prepare(sql).iterate(values)) {
    if (rows.push(row) > maximumRows) throw new Error(`Expected at most ${maximumRows} rows.`);
  }
  return rows;
}
