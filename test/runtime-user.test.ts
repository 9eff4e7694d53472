import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { departments } from "@an-sinh/deployment/departments";
import { expect, inject, test } from "vitest";
import "./support/prepared-databases.js";

const server = inject("mysqlUrl");

test.runIf(server)(
  "a user who may neither make nor drop a table serves what another user has migrated",
  async () => {
    const [department] = departments;
    if (!server || !department) throw new Error("Expected a server and a department.");
    const name = `runtime_${process.pid}`;
    const url = await createMysqlDatabase(server, name);
    const admin = await openDatabase({ ...department.model, location: { kind: "mysql", url } });
    try {
      await admin.migrate();
      const ask = (sql: string) => admin.reader.query(sql);
      await ask(`CREATE USER '${name}'@'localhost' IDENTIFIED BY 'made-up'`);
      await ask(
        `GRANT SELECT, INSERT, UPDATE, DELETE ON \`${name.replace("_", "\\_")}\`.* TO '${name}'@'localhost'`,
      );
      const own = new URL(url);
      own.username = name;
      own.password = "made-up";
      const database = await openDatabase({
        ...department.model,
        location: { kind: "mysql", url: own.href },
      });
      try {
        await database.migrate();
        for (const sql of [
          "DROP TABLE person",
          "ALTER TABLE person ADD extra INT",
          "CREATE TABLE extra (id INT)",
        ])
          await expect(database.reader.query(sql)).rejects.toThrow(/denied/);
      } finally {
        await database.close();
        await ask(`DROP USER '${name}'@'localhost'`);
      }
    } finally {
      await admin.close();
      await dropMysqlDatabase(server, name);
    }
  },
);
