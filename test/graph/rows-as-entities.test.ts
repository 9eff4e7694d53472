import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { inject } from "vitest";
import { official } from "../support/callers.js";
import "../support/prepared-databases.js";

const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";

/** What is read of each table. Nulls and the values of all columns are among the first hundred rows. */
const rows = 100;

let databases: Databases;
beforeAll(async () => {
  databases = await openDatabases(new Map(inject("locations")[dialect]));
});
afterAll(() => closeDatabases(databases));

const tables = departments.flatMap(({ name, model }) =>
  model.entities.map((entity) => ({ department: name, entity })),
);

test.each(tables)(
  "$department: read() gives rows of $entity.name as TypeORM does",
  async ({ department, entity }) => {
    const database = databases.get(department);
    if (!database) throw new Error(`Expected a database of ${department}.`);
    const keys = database.reader
      .getMetadata(entity)
      .primaryColumns.map(({ propertyName }) => `row.${propertyName}`);
    const call = { requestId: "test", signal: new AbortController().signal, caller: official };
    const context = new RequestContext(database, call, new Cursors(Buffer.alloc(32)));
    const read = context.read(entity, "row").limit(rows);
    const hydrated = database.reader.createQueryBuilder(entity, "row").limit(rows);
    for (const key of keys) {
      read.addOrderBy(key);
      hydrated.addOrderBy(key);
    }
    expect(await read.getMany()).toStrictEqual(await hydrated.getMany());
  },
);
