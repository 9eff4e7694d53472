import type { EntityManager } from "typeorm";

type Work = () => Promise<void>;

const waiting = new WeakMap<EntityManager, Work[]>();

/** Has work done at the end of the manager's transaction, which `Database.write` began, before it commits. */
export function beforeCommit(manager: EntityManager, work: Work): void {
  waiting.set(manager, [...(waiting.get(manager) ?? []), work]);
}

/** Does the work of a transaction and then what `beforeCommit` was told. */
export async function runTransaction<Result>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const result = await work(manager);
  for (const last of waiting.get(manager) ?? []) await last();
  return result;
}
