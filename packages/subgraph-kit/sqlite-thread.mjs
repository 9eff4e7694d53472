// A thread of `SqliteThreads`: it reads a SQLite file, one statement after the other. It is JavaScript and outside of
// src/, so that Node can start it both from dist/ and from the sources. The statement runs beside this thread, which
// meanwhile hears that it is no longer wanted.
import { parentPort, workerData } from "node:worker_threads";
import libsql from "libsql/promise";

const { file, timeoutMs, pragmas, maximumRows } = workerData;
const connection = new libsql(file, { timeout: timeoutMs });

/** Undefined: not begun, or it failed, as where the file was locked. */
let ready;
const beReady = () =>
  (ready ??= prepareConnection().catch((error) => {
    ready = undefined;
    throw error;
  }));

async function prepareConnection() {
  for (const pragma of pragmas) await (await connection.prepare(`PRAGMA ${pragma}`)).all();
}

/** The number of the statement that runs, and of the last one that is not wanted. */
let running = 0;
let unwanted = 0;
/** Closes the connection once the statement has ended. */
let isClosing = false;

parentPort.on("message", async (message) => {
  if (message === null) return close();
  if (message.interrupt !== undefined) return interrupt(message.interrupt);
  const { number, sql, values } = message;
  running = number;
  try {
    await beReady();
    parentPort.postMessage({ result: await read(number, sql, values) });
  } catch (error) {
    parentPort.postMessage({ problem: error.message, code: error.code });
  }
  running = 0;
  if (isClosing) close();
});

function close() {
  isClosing = true;
  if (running !== 0) return;
  connection.close();
  parentPort.close();
}

const interruptEveryMs = 10;

/** SQLite forgets an interrupt that comes before the statement has begun. */
function interrupt(number) {
  unwanted = number;
  if (running !== number) return;
  connection.interrupt();
  setTimeout(interrupt, interruptEveryMs, number);
}

/** Statements that stay prepared, by their SQL. */
const known = new Map();
const maximumStatements = 200;

async function prepared(sql) {
  const found = known.get(sql);
  if (found) return found;
  if (known.size === maximumStatements) known.clear();
  const statement = (await connection.prepare(sql)).raw();
  known.set(sql, statement);
  return statement;
}

/** After so many rows, this thread looks for messages. */
const rowsPerTurn = 1_000;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function read(number, sql, values) {
  const statement = await prepared(sql);
  const columns = statement.columns().map(({ name }) => name);
  const rows = [];
  for (const row of await statement.iterate(values)) {
    rows.push(row);
    if (rows.length % rowsPerTurn === 0) await nextTurn();
    if (rows.length <= maximumRows && unwanted !== number) continue;
    // It has not come to its end: as long as it is kept, it would read an old state of the file.
    known.delete(sql);
    throw new Error(unwanted === number ? "interrupted" : `Expected at most ${maximumRows} rows.`);
  }
  return { columns, rows };
}
