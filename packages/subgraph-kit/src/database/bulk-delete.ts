import type { EntityManager } from "typeorm";
import { batches } from "../batches.js";
import { preparedStatements } from "./prepared-statements.js";
import { parametersOf, writtenColumns } from "./written-columns.js";

const rowsPerStatement = 100;

/** Deletes the rows with the primary keys of these rows. */
export async function bulkDelete<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly Entity[],
): Promise<void> {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const key = writtenColumns(driver, metadata).filter(({ isPrimary }) => isPrimary);
  const hasKey = `(${key.map(({ name }) => `${name} = ?`).join(" AND ")})`;
  const { run } = await preparedStatements(manager);
  for (const batch of batches(rows, rowsPerStatement))
    await run(
      `DELETE FROM ${driver.escape(metadata.tableName)} WHERE ${batch.map(() => hasKey).join(" OR ")}`,
      parametersOf(batch, key),
    );
}
