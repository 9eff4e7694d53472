import { randomBytes } from "node:crypto";
import type { EntityManager } from "typeorm";
import { DataVersionEntity } from "./data-version.entity.js";

/**
 * Gives the data another version, in the manager's transaction: rows and version are committed together. It is to be the
 * transaction's last statement, so that the row is locked for a moment only.
 *
 * All writers change this one row. On one server they take turns anyway. The locks by which they do are no locks of a
 * Galera cluster: there, of two writers at two nodes, the row lets one commit and undoes the other with a deadlock. So
 * neither computes totals of what the other has not seen.
 */
export async function renewDataVersion(manager: EntityManager): Promise<void> {
  if (!manager.connection.hasMetadata(DataVersionEntity)) return;
  const token = randomBytes(16).toString("base64url");
  await manager.query("UPDATE data_version SET version = version + 1, token = ? WHERE id = 'data'", [token]);
}
