import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { anonymous, toCaller } from "@an-sinh/server/caller";
import { createLogger } from "@an-sinh/server/logger";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cutWhenIdle } from "../../src/reports/downloads.js";
import { allBooks, failure, startReports, type ReportsUnderTest } from "../support/report-graph.js";

/** Downloads are under way until their clients leave: their second pages are never there. */
const held = (start: number) => (start === 0 ? undefined : new Promise<void>(() => {}));
let onPage: (start: number) => void | Promise<void> = held;
let log: { readonly level: number; readonly msg: string; readonly codes?: readonly string[] }[] = [];
let graph: ReportsUnderTest;
beforeAll(async () => {
  const logger = createLogger("info", {
    write: (line) => void log.push(JSON.parse(line) as (typeof log)[number]),
  });
  graph = await startReports(
    { "all-books": allBooks },
    { size: 1_000, onPage: (start) => onPage(start) },
    {
      logger,
      // Of 200 requests, 20 may be downloads, and two of one caller.
      load: { mostUnderWay: 200, mostWaitMs: 60_000 },
      identify: async ({ headers: { authorization: subject } }) =>
        subject === undefined ? anonymous : toCaller({ subject, agency: null, scopes: [], areas: [] }),
    },
  );
});
afterAll(() => graph[Symbol.asyncDispose]());

const sockets: Socket[] = [];
afterEach(() => {
  onPage = held;
  for (const socket of sockets.splice(0)) socket.destroy();
  log = [];
});

/** A client that reads the head of its answer, and then nothing more. */
async function download(subject?: string): Promise<number> {
  const socket = connect(Number(new URL(graph.url).port), "127.0.0.1");
  sockets.push(socket);
  const authorization = subject === undefined ? "" : `Authorization: ${subject}\r\n`;
  socket.write(`GET /reports/all-books.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n${authorization}\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.pause();
  return Number(head.toString().split(" ")[1]);
}

/** As soon as the gateway knows that earlier clients have left. */
const soon = async (subject?: string) => {
  await expect.poll(() => download(subject), { interval: 1 }).toBe(200);
};

test("a caller has two downloads at once, and another one when one of them is over", async () => {
  expect([await download(), await download(), await download()]).toEqual([200, 200, 429]);
  const refused = await graph.get("all-books.csv");
  expect(refused.headers.get("retry-after")).toBe("10");
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  sockets[0]?.destroy();
  await soon();
});

test("all downloads together leave room for other requests", async () => {
  for (let caller = 0; caller < 10; caller += 1)
    for (let own = 0; own < 2; own += 1) await soon(`c${caller}`);
  expect(await download("other")).toBe(503);
  expect((await graph.get("")).status).toBe(200);
});

test("a client that leaves before the first page is no fault of the gateway", async () => {
  let reached = () => {};
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  let letGo = () => {};
  await soon();
  log = [];
  onPage = () => {
    reached();
    return new Promise((resolve) => (letGo = resolve));
  };
  const leaving = new AbortController();
  const answer = graph.get("all-books.csv", { signal: leaving.signal });
  await isReached;
  leaving.abort();
  await expect(answer).rejects.toThrow("aborted");
  await expect.poll(() => log.length, { interval: 1 }).toBeGreaterThan(0);
  letGo();
  onPage = held;
  // What comes later is answered after all that was under way.
  await soon();
  expect(log.filter(({ level, codes = [] }) => level > 30 || codes.includes("INTERNAL"))).toEqual([]);
});

test("the log says why a report was cut", async () => {
  onPage = (start) => {
    if (start === 10) throw failure("DATABASE_UNAVAILABLE");
  };
  await soon();
  const response = await graph.get("all-books.csv");
  await expect(response.text()).rejects.toThrow("terminated");
  expect(log.find(({ level }) => level === 40)).toMatchObject({
    report: "all-books",
    codes: ["DATABASE_UNAVAILABLE"],
    msg: "A report was cut, because a part of it failed.",
  });
});

test("a client that reads nothing of what waits for it is cut off, one for which nothing waits is not", async () => {
  const server = createServer((request, response) => {
    cutWhenIdle(response, 20);
    if (request.url === "/much") response.write("a".repeat(50_000_000));
    // It has fired when the other one is cut, which began later.
    else response.flushHeaders();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const open = async (path: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const [, response] = (await once(server, "request")) as [unknown, ServerResponse];
    return { socket, response };
  };
  const [waiting, idle] = [await open("/nothing"), await open("/much")];
  await once(idle.response, "close");
  expect([idle.response.writableFinished, waiting.response.destroyed]).toEqual([false, false]);
  for (const { socket } of [waiting, idle]) socket.destroy();
  server.close();
});
