import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import type { EntityManager } from "typeorm";
import type { PersonEntity } from "./person.entity.js";

type Membership = Pick<PersonEntity, "householdId" | "relationshipToHead">;

/**
 * The head of a household is the member who is registered as its head; of several, the one with the first id.
 * Stores it for the households in which somebody began or ceased to be the head.
 */
export async function updateHeads(
  manager: EntityManager,
  members: readonly Change<Membership>[],
): Promise<void> {
  const householdIds = [...new Set(members.flatMap(householdsWithOtherHead))];
  if (householdIds.length === 0) return;
  await manager.query(
    `UPDATE household SET head_id = (
       SELECT MIN(member.id) FROM person member
       WHERE member.household_id = household.id AND member.relationship_to_head = 'HEAD')
     WHERE id IN (${placeholders(householdIds.length)})`,
    householdIds,
  );
}

/** The household that the member left as its head, and the one that the member heads now. */
function householdsWithOtherHead(member: Change<Membership>): string[] {
  if (!differs(member, "householdId", "relationshipToHead")) return [];
  return [member.before, member.after].flatMap((row) =>
    row?.relationshipToHead === "HEAD" && row.householdId !== null ? [row.householdId] : [],
  );
}
