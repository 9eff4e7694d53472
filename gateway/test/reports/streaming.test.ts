import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allBooks, failure, startReports, type ReportsUnderTest } from "../support/report-graph.js";

/** A client that reads only when it is told to. */
async function openSocket(url: string, path: string) {
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  return socket;
}

/** Resolves after the event loop has had many turns in which something could have happened. */
async function turns(count = 200): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
}

test("the rows of the first page arrive before the second page is there", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const onPage = (start: number) => (start === 5 ? held : undefined);
  await using graph = await startReports({ "all-books": allBooks }, { size: 12, onPage });
  const response = await graph.get("all-books.csv");
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  expect(Buffer.from(value ?? []).toString()).toContain("Sách 5");
  letGo();
  await reader.cancel();
});

test("no further page is asked for when the client has left", async () => {
  const pages: number[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let reached = () => {};
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const onPage = (start: number) => {
    pages.push(start);
    if (start !== 5) return undefined;
    reached();
    return held;
  };
  await using graph = await startReports({ "all-books": allBooks }, { size: 50, onPage });
  const socket = await openSocket(graph.url, "/reports/all-books.csv");
  await once(socket, "data");
  await isReached;
  socket.destroy();
  await once(socket, "close");
  await turns();
  letGo();
  await turns();
  expect(pages).toEqual([0, 5]);
});

test("a client that does not read has no pages asked for ahead of what its connection holds", async () => {
  const pages: number[] = [];
  const shelf = { size: 1_000, titleLength: 100_000, onPage: (start: number) => void pages.push(start) };
  await using graph = await startReports({ "all-books": allBooks }, shelf);
  const socket = await openSocket(graph.url, "/reports/all-books.csv");
  socket.pause();
  await untilSettled(() => pages.length);
  const asked = pages.length;
  expect(asked).toBeLessThan(50);
  await turns(500);
  expect(pages.length).toBe(asked);
  socket.resume();
  while (pages.length < asked + 5) await turns(10);
  socket.destroy();
});

/** Waits until a number has not changed for many turns of the event loop. */
async function untilSettled(read: () => number): Promise<void> {
  for (let last = -1; last !== read() || last === 0;) {
    last = read();
    await turns(1_000);
  }
}

describe("a page that fails", () => {
  let failing: { readonly at: number; readonly code: string };
  const onPage = (start: number) => {
    if (start === failing.at) throw failure(failing.code);
  };
  let graph: ReportsUnderTest;
  beforeAll(async () => {
    graph = await startReports({ "all-books": allBooks }, { size: 50, onPage });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test.each([
    ["csv", "identity"],
    ["csv", "gzip"],
    ["csv", "br"],
    ["xlsx", "identity"],
    ["json", "identity"],
    ["json", "gzip"],
  ])("in the middle cuts the connection: no shorter %s file in the encoding %s", async (format, encoding) => {
    failing = { at: 10, code: "DATABASE_UNAVAILABLE" };
    const response = await graph.get(`all-books.${format}`, { headers: { "accept-encoding": encoding } });
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow("terminated");
  });

  test.each([
    ["DATABASE_UNAVAILABLE", 503],
    ["DATABASE_TIMEOUT", 504],
    ["NOT_FOUND", 404],
    ["BAD_USER_INPUT", 400],
  ])("with %s as the first one is answered with status %i, code and department", async (code, status) => {
    failing = { at: 0, code };
    const response = await graph.get("all-books.csv");
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code, service: "books" } }] });
  });
});
