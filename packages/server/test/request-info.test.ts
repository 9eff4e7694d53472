import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { timeLeftOf } from "../src/time-left.js";
import { ActiveRequests, RequestAbandonedError, type RequestInfo } from "../src/request-info.js";

/** A server with one request, which it does not answer by itself. */
async function startRequest(active: ActiveRequests, headers: Readonly<Record<string, string>> = {}) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = new AbortController();
  const { port } = server.address() as AddressInfo;
  const arrived = once(server, "request");
  const answer = fetch(`http://127.0.0.1:${port}`, { signal: client.signal, headers });
  answer.catch(() => undefined);
  const [request, response] = (await arrived) as [IncomingMessage, ServerResponse];
  const info: RequestInfo = active.enter(
    { id: "r", headers: request.headers, ip: "127.0.0.1", method: "POST" },
    { raw: response },
  );
  return { info, response, answer, leave: () => client.abort(), [Symbol.dispose]: () => void server.close() };
}

test("a signal fires when the client leaves, also in a copy of the request", async () => {
  using request = await startRequest(new ActiveRequests());
  const copy = Object.assign(Object.create(Object.getPrototypeOf(request.info)) as RequestInfo, request.info);
  const { signal } = request.info;
  expect([signal.aborted, copy.signal]).toEqual([false, signal]);
  const fired = once(signal, "abort");
  request.leave();
  await fired;
  expect(signal.reason).toBeInstanceOf(RequestAbandonedError);
});

test("any number of calls may listen to a signal", async () => {
  using request = await startRequest(new ActiveRequests());
  const warnings: Error[] = [];
  const warn = (warning: Error) => void warnings.push(warning);
  process.on("warning", warn);
  for (let call = 0; call < 20; call += 1) request.info.signal.addEventListener("abort", () => undefined);
  await new Promise(setImmediate);
  process.off("warning", warn);
  expect(warnings).toEqual([]);
  request.response.end();
});

test("operations after each other that are abandoned leave no listeners behind", async () => {
  const active = new ActiveRequests();
  using request = await startRequest(active, { "x-time-left-ms": "1000" });
  const { response, info } = request;
  info.abandon();
  const before = response.listenerCount("close");
  const sent = { id: "r", headers: info.headers, ip: info.address, method: info.method };
  for (let operation = 0; operation < 20; operation += 1) active.enter(sent, { raw: response }).abandon();
  const last = active.enter(sent, { raw: response }).signal;
  expect([response.listenerCount("close"), last.aborted]).toEqual([before, false]);
  request.leave();
  await once(last, "abort");
});

test("a signal that is first read after the client has left has fired", async () => {
  using request = await startRequest(new ActiveRequests());
  const closed = once(request.response, "close");
  request.leave();
  await closed;
  expect(request.info.signal.aborted).toBe(true);
});

test("a signal does not fire when the client has its answer", async () => {
  using request = await startRequest(new ActiveRequests());
  const { signal } = request.info;
  const closed = once(request.response, "close");
  request.response.end("done");
  await Promise.all([closed, request.answer.then((answer) => answer.text())]);
  expect(signal.aborted).toBe(false);
});

test("a server that stops waiting fires every signal, also those that are read afterwards", async () => {
  const active = new ActiveRequests();
  using early = await startRequest(active);
  using late = await startRequest(active);
  const { signal } = early.info;
  const reason = new RequestAbandonedError("stopping");
  active.abort(reason);
  expect([signal.reason, late.info.signal.reason]).toEqual([reason, reason]);
  for (const { response } of [early, late]) response.end();
});

test("a signal fires when the client has waited as long as it said", async () => {
  using request = await startRequest(new ActiveRequests(), { "x-time-left-ms": "1" });
  const { signal } = request.info;
  if (!signal.aborted) await once(signal, "abort");
  expect(signal.reason).toBeInstanceOf(RequestAbandonedError);
  request.response.end();
});

test.each(["", "-1", "1e3", "soon", "99999999"])("a time of %j is none", async (time) => {
  expect(timeLeftOf({ "x-time-left-ms": time })).toBeUndefined();
});
