import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import type { ControlConnection, Report } from "../src/database/mysql/control-connection.js";
import { Reachability } from "../src/database/mysql/reachability.js";
import { Watch, type Watched } from "../src/database/mysql/watch.js";

test("a read that is answered while the server is asked about it says nothing against the server", async () => {
  const losses: unknown[] = [];
  let isHeld = true;
  const read: Watched = {
    get connection() {
      if (!isHeld) throw new Error("Expected a connection.");
      return { threadId: 7 };
    },
    server: "a",
    get waitingSince() {
      return isHeld ? -1_000 : null;
    },
    onGone: (error) => losses.push(error),
  };
  const asked = new EventEmitter();
  const control: Pick<ControlConnection, "report"> = {
    report: async (): Promise<Report> => {
      isHeld = false;
      setImmediate(() => asked.emit("judged"));
      return { server: "a", running: new Set() };
    },
  };
  const reachability = new Reachability();
  const watch = new Watch(
    control as ControlConnection,
    reachability,
    { silenceMs: 500, checkMs: 5_000 },
    () => losses.push("the server"),
  );
  watch.add(read);
  const judged = once(asked, "judged");
  watch.start();
  await judged;
  watch.stop();
  expect(losses).toEqual([]);
  expect(reachability.isReachable).toBe(true);
});
