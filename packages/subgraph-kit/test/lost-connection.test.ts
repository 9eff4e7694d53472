import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

// SQLite has no connection to lose.
test.runIf(dialects.includes("mysql"))(
  "a write that loses its connection fails for that reason, and the next one has its turn",
  async () => {
    const graph = await startHouses({}, "mysql");
    try {
      const lost = () => graph.database.write((manager) => manager.query("KILL CONNECTION_ID()"));
      // More than there are connections.
      for (let time = 0; time < 12; time += 1) await expect(lost()).rejects.toThrow(/killed|interrupted/);
      expect(await graph.database.write(async () => "written")).toBe("written");
    } finally {
      await graph.close();
    }
  },
);

test.runIf(dialects.includes("mysql"))(
  "a write on a connection that is known sends nothing but its lock and its transaction",
  async () => {
    const graph = await startHouses({}, "mysql");
    try {
      graph.takeStatements();
      await graph.database.write(async () => "written");
      // To lock, begin, commit and release.
      expect(graph.takeStatements()).toBe(4);
    } finally {
      await graph.close();
    }
  },
);
