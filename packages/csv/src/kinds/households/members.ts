import { knownBirthDate, toBirthDate } from "@an-sinh/households/person/birth-date";
import { livingHeads, updateHeads } from "@an-sinh/households/person/household-head.service";
import { PersonEntity } from "@an-sinh/households/person/person.entity";
import { Relationship, Sex } from "@an-sinh/households/person/person.enums";
import { findContradiction } from "@an-sinh/households/person/person-rules";
import { defineFileKind } from "../../file-kind.js";
import { choice, yesNo } from "../../values/choices.js";
import { partialDay } from "../../values/days.js";
import { digits, id, text } from "../../values/text.js";
import { householdReference } from "./household-reference.js";

export const members = defineFileKind<PersonEntity>({
  name: "members",
  description: "Members of households, living or dead. They decide who heads a household.",
  entity: PersonEntity,
  key: ["id"],
  unique: [
    { properties: ["identificationNumber"], column: "identification_number" },
    {
      properties: ["householdId"],
      column: "relationship_to_head",
      among: livingHeads,
      expected: (holder) => `one living HEAD for a household: ${holder} is another`,
    },
  ],
  columns: [
    {
      name: "id",
      property: "id",
      type: id,
      description: "Opaque and stable, not the identification number: all departments' files use it.",
    },
    {
      name: "household_id",
      property: "householdId",
      type: id,
      isOptional: true,
      refersTo: householdReference,
      description: "The household. Blank: none any more.",
    },
    {
      name: "full_name",
      property: "fullName",
      type: text(120),
      description: "Family name, middle name and given name, in this order.",
    },
    {
      name: "identification_number",
      property: "identificationNumber",
      type: digits(12),
      isOptional: true,
      description: "The personal identification number (Decree 137/2015/ND-CP). Blank: not known.",
    },
    {
      name: "birth_date",
      type: partialDay,
      isOptional: true,
      description: "The day of birth, or only its month or year where no more is known. Blank: not known.",
    },
    { name: "sex", property: "sex", type: choice(Sex), isOptional: true, description: "Blank: not known." },
    {
      name: "ethnic_group",
      property: "ethnicGroup",
      type: text(60),
      isOptional: true,
      description: "By its name in the official list. Blank: not recorded.",
    },
    {
      name: "relationship_to_head",
      property: "relationshipToHead",
      type: choice(Relationship),
      isOptional: true,
      description: "What the person is to the head of the household. Blank: not recorded.",
    },
    {
      name: "is_disabled",
      property: "isDisabled",
      type: yesNo,
      description: "Whether a disability is on record.",
    },
    {
      name: "is_orphan",
      property: "isOrphan",
      type: yesNo,
      description: "Whether the person is on record as an orphan.",
    },
    { name: "is_alive", property: "isAlive", type: yesNo, description: "no: a death is on record." },
  ],
  derive: (_, { birth_date: known = null }) => ({ ...toBirthDate(known === null ? null : String(known)) }),
  toCells: (person) => ({ birth_date: knownBirthDate(person) }),
  validate: (person, _, today) => {
    const found = findContradiction(person, today);
    if (!found) return null;
    const column = found.property === "birthDate" ? "birth_date" : "identification_number";
    return { column, expected: found.expected };
  },
  afterWrite: updateHeads,
});
