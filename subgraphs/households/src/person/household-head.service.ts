import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import type { EntityManager } from "typeorm";
import type { PersonEntity } from "./person.entity.js";

type Membership = Pick<PersonEntity, "householdId" | "relationshipToHead" | "isAlive">;

/** The living members who are registered as heads, in SQL and in code. A household has one at most. */
export const livingHeads = {
  sql: "relationship_to_head = 'HEAD' AND is_alive = 1",
  includes: ({
    relationshipToHead,
    isAlive,
  }: {
    readonly relationshipToHead?: unknown;
    readonly isAlive?: unknown;
  }): boolean => relationshipToHead === "HEAD" && isAlive === true,
};

/**
 * The head of a household is the living member who is registered as its head; if there is none, the dead one, of
 * several the one with the first id. Stores it for the households in which somebody began or ceased to be the head.
 */
export async function updateHeads(
  manager: EntityManager,
  members: readonly Change<Membership>[],
): Promise<void> {
  const householdIds = [...new Set(members.flatMap(householdsWithOtherHead))];
  if (householdIds.length === 0) return;
  await manager.query(
    `UPDATE household SET head_id = (
       SELECT member.id FROM person member
       WHERE member.household_id = household.id AND member.relationship_to_head = 'HEAD'
       ORDER BY member.is_alive DESC, member.id LIMIT 1)
     WHERE id IN (${placeholders(householdIds.length)})`,
    householdIds,
  );
}

/** The household that the member left as its head, and the one that the member heads now. */
function householdsWithOtherHead(member: Change<Membership>): string[] {
  if (!differs(member, "householdId", "relationshipToHead", "isAlive")) return [];
  return [member.before, member.after].flatMap((row) =>
    row?.relationshipToHead === "HEAD" && row.householdId !== null ? [row.householdId] : [],
  );
}
