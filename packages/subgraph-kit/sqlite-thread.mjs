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

/** Statements that stay prepared, by their SQL. */
const known = new Map();
const maximumStatements = 200;

function prepared(sql) {
  const found = known.get(sql);
  if (found) return found;
  if (known.size === maximumStatements) known.clear();
  const statement = connection.prepare(sql).raw();
  known.set(sql, statement);
  return statement;
}

function read(sql, values) {
  const statement = prepared(sql);
  const columns = statement.columns().map(({ name }) => name);
  const rows = [];
  for (const row of statement.iterate(values)) {
    if (rows.push(row) <= maximumRows) continue;
    // It has not come to its end: as long as it is kept, it would read an old state of the file.
    known.delete(sql);
    throw new Error(`Expected at most ${maximumRows} rows.`);
  }
  return { columns, rows };
}
