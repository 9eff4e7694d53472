import type { EntityManager } from "typeorm";
import { renewDataVersion } from "./renew-data-version.js";
import { takeWritten } from "./written.js";

type Work = () => Promise<void>;

const waiting = new WeakMap<EntityManager, Work[]>();

/** Has work done at the end of the manager's transaction, which `Database.write` began, before it commits. */
export function beforeCommit(manager: EntityManager, work: Work): void {
  waiting.set(manager, [...(waiting.get(manager) ?? []), work]);
}

/**
 * Does the work of a transaction, then what `beforeCommit` was told. Where anything was written, the data gets another
 * version: every way into the database leads through here, but for the migrations of MySQL.
 */
export async function runTransaction<Result>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const { queryRunner } = manager;
  if (!queryRunner) throw new Error("Expected the manager of a transaction.");
  takeWritten(queryRunner);
  const result = await work(manager);
  for (const last of waiting.get(manager) ?? []) await last();
  if (takeWritten(queryRunner)) await renewDataVersion(manager);
  return result;
}
