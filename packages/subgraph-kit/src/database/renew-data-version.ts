import { randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import { DataVersionEntity } from "./data-version.entity.js";

/**
 * Gives the data another version, in the manager's transaction: rows and version are committed together. It is to be the
 * transaction's last statement, so that the row, which all writers change, is locked for a moment only. On a Galera cluster
 * it undoes one of two transactions whose ends meet: docs/decisions/data-version.md.
 */
export async function renewDataVersion(manager: EntityManager): Promise<void> {
  if (!manager.connection.hasMetadata(DataVersionEntity)) return;
  const token = randomBytes(16).toString("base64url");
  await manager.query("UPDATE data_version SET version = version + 1, token = ? WHERE id = 'data'", [token]);
}
