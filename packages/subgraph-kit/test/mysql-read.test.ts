import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

test.runIf(dialects.includes("mysql"))(
  "a server that prepares no more statements is still read",
  async () => {
    const graph = await startHouses({}, "mysql");
    const allow = (count: string) =>
      graph.database.reader.query(`SET GLOBAL max_prepared_stmt_count = ${count}`);
    try {
      await allow("0");
      const texts = ["a", null, "Bình\u2028😀", "'"];
      const { rows } = await graph.database.read("SELECT ?, ?, ?, ?", texts);
      expect(rows).toEqual([texts]);
    } finally {
      await allow("DEFAULT");
      await graph.close();
    }
  },
);
