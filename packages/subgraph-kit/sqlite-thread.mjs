// A thread of `SqliteThreads`: it reads a SQLite file, one statement after the other. It is JavaScript and outside of
// src/, so that Node can start it both from dist/ and from the sources.
import { parentPort, workerData } from "node:worker_threads";
import libsql from "libsql";

const { file, timeoutMs, pragmas, maximumRows } = workerData;
const connection = new libsql(file, { timeout: timeoutMs });
for (const pragma of pragmas) connection.pragma(pragma);

parentPort.on("message", (question) => {
  if (question === null) {
    connection.close();
    parentPort.close();
    return;
  }
  const { sql, values } = question;
  try {
    parentPort.postMessage({ result: read(sql, values) });
  } catch (error) {
    parentPort.postMessage({ problem: error.message });
  }
});

function read(sql, values) {
  const statement = connection.prepare(sql).raw();
  const columns = statement.columns().map(({ name }) => name);
  const rows = [];
  for (const row of statement.iterate(values)) {
    if (rows.push(row) > maximumRows) throw new Error(`Expected at most ${maximumRows} rows.`);
  }
  return { columns, rows };
}
