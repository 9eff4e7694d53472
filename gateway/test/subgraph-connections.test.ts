import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { SubgraphConnections } from "../src/data-sources/subgraph-connections.js";

test("a call on a new connection fails when its time is over, and does not wait for the connection", async () => {
  // It says nothing, so that the connection is never secure.
  const server = createServer((socket) => void socket.on("error", () => undefined));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const connected = once(server, "connection");
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connections = new SubgraphConnections(origin, { most: 1, timeoutMs: 5_000 });
  const { signal } = new AbortController();
  const limits = { timeoutMs: 1, maxResponseBytes: 1, signal, budget: undefined };
  const call = connections.exchange({ path: "/", method: "POST", body: "" }, limits, true);
  const told = call.catch((error: Error) => error.message);
  // Timers fire in their order, however late they are.
  expect(await Promise.race([told, sleep(1_000, "nothing")])).toBe("The exchange was ended: late");
  const [socket] = (await connected) as [Socket];
  socket.destroy();
  await connections.close();
  server.close();
});
