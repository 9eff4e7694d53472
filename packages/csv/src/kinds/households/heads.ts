import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import type { EntityManager } from "typeorm";
import { tableOf } from "../../import/table.js";
import type { Change } from "../../file-kind.js";

/** Sets the head of every household whose members changed: the member who is registered as its head. */
export async function updateHeads(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const households = [...new Set(changes.flatMap(affectedHouseholds))];
  if (households.length === 0) return;
  const household = tableOf(manager, HouseholdEntity);
  const person = tableOf(manager, PersonEntity);
  const marks = households.map(() => "?").join(", ");
  await manager.query(
    `UPDATE ${household.name} SET ${household.column("headId")} = (
       SELECT MIN(member.id) FROM ${person.name} member
       WHERE member.household_id = ${household.name}.id AND member.relationship_to_head = 'HEAD')
     WHERE ${household.column("id")} IN (${marks})`,
    households,
  );
}

/** Only where somebody begins or ends to be the head. */
function affectedHouseholds({ before, after }: Change): string[] {
  const isSame =
    before?.["householdId"] === after["householdId"] &&
    before?.["relationshipToHead"] === after["relationshipToHead"];
  const headed = isSame ? [] : [before, after].filter((row) => row?.["relationshipToHead"] === "HEAD");
  return headed.map((row) => row?.["householdId"]).filter((id) => typeof id === "string");
}
