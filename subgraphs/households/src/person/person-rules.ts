import { addMonths, yearOf } from "@an-sinh/subgraph-kit/calendar";
import { birthYear, earliestBirthDate, latestBirthDate } from "./birth-date.js";
import { readIdentificationNumber } from "./identification-number.js";
import type { PersonEntity } from "./person.entity.js";

/** Nobody has become older. */
const oldestAge = 130;

type PersonFacts = Pick<
  PersonEntity,
  "identificationNumber" | "sex" | "birthDate" | "partialBirthDate" | "isAlive"
>;

interface Contradiction {
  readonly property: "birthDate" | "identificationNumber";
  /** Continues "expected …". It repeats nothing of the person. */
  readonly expected: string;
}

/**
 * Why this cannot be true of a person. Null: it can. Of a birth date that is not known to the day, any day that it
 * leaves open will do.
 */
export function findContradiction(person: PersonFacts, today: string): Contradiction | null {
  if ((earliestBirthDate(person) ?? today) > today)
    return { property: "birthDate", expected: "a day that is not in the future" };
  if (person.isAlive && (latestBirthDate(person) ?? today) < addMonths(today, -12 * oldestAge))
    return {
      property: "birthDate",
      expected: `a day at most ${oldestAge} years ago for a person who is alive`,
    };
  return contradictsNumber(person, today)
    ? {
        property: "identificationNumber",
        expected:
          "a number that fits the sex and the year of birth: digits 4 to 6 tell them (Circular 59/2021/TT-BCA)",
      }
    : null;
}

function contradictsNumber(person: PersonFacts, today: string): boolean {
  if (person.identificationNumber === null) return false;
  const told = readIdentificationNumber(person.identificationNumber);
  const year = birthYear(person);
  if (told.birthYear > yearOf(today)) return true;
  return (year !== null && year !== told.birthYear) || (person.sex !== null && person.sex !== told.sex);
}
