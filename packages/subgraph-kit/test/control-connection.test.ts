import { createConnection } from "mysql2/promise";
import { expect, inject, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { FaultProxy } from "../../../test/support/fault-proxy.js";
import { ControlConnection } from "../src/database/mysql/control-connection.js";
import { addressOf, Sockets } from "../src/database/mysql/server-address.js";

test.runIf(dialects.includes("mysql"))(
  "while a new connection to look at the server does not come about, statements are ended over the old one",
  async () => {
    const url = inject("mysqlUrl") ?? "";
    const address = addressOf(url);
    await using proxy = await FaultProxy.start(address);
    const own = { ...address, port: proxy.port };
    const sockets = new Sockets(own);
    const control = new ControlConnection(own, sockets, 60_000);
    const { server } = await control.report([]);
    await proxy.inject({ kind: "deaf" });
    const over = new Set<string>();
    const late = control.report([1]).catch(() => over.add("late"));
    while (proxy.portsToServer().size < 2) await new Promise(setImmediate);
    const running = await createConnection({ uri: url });
    // The new connection has lost the server's greeting by now, and the old one, which was not used, nothing.
    await proxy.heal();
    const ended = running.query("SELECT SLEEP(100000)").catch(() => over.add("ended"));
    // One that comes before the statement ends nothing.
    while (over.size === 0) await control.kill("QUERY", running.threadId, server);
    await ended;
    expect(over).toEqual(new Set(["ended"]));
    await running.end();
    control.close();
    sockets.destroy();
    await late;
  },
);

test.runIf(dialects.includes("mysql"))("a server that has refused a connection is asked anew", async () => {
  const url = inject("mysqlUrl") ?? "";
  const user = `late_${process.pid}`;
  const address = { ...addressOf(url), user, password: "late" };
  const control = new ControlConnection(address, new Sockets(address), 10_000);
  for (const _ of [1, 2]) await expect(control.position()).rejects.toThrow("Access denied");
  for (const _ of [1, 2]) await expect(control.report([])).rejects.toThrow("Access denied");
  const admin = await createConnection({ uri: url });
  await admin.query(`CREATE USER ${user}@localhost IDENTIFIED BY 'late'`);
  expect((await control.report([])).server).not.toBe("");
  await expect(control.position()).rejects.toThrow("No database selected");
  control.close();
  await admin.query(`DROP USER ${user}@localhost`);
  await admin.end();
});
