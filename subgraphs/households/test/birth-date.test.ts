import {
  birthDatePrecision,
  birthMonth,
  birthYear,
  earliestBirthDate,
  knownBirthDate,
  latestBirthDate,
  toBirthDate,
} from "@an-sinh/households/person/birth-date";
import { findContradiction } from "@an-sinh/households/person/person-rules";
import { expect, test } from "vitest";
import { person } from "./support/rows.js";

test.each([
  ["1980-02-29", "DAY", 1980, 2, "1980-02-29", "1980-02-29"],
  ["1980-02", "MONTH", 1980, 2, "1980-02-01", "1980-02-29"],
  ["1980", "YEAR", 1980, null, "1980-01-01", "1980-12-31"],
  [null, null, null, null, null, null],
])("a birth date of %s is known to the %s", (known, precision, year, month, earliest, latest) => {
  const born = toBirthDate(known);
  expect(knownBirthDate(born)).toBe(known);
  expect([birthDatePrecision(born), birthYear(born), birthMonth(born)]).toEqual([precision, year, month]);
  expect([earliestBirthDate(born), latestBirthDate(born)]).toEqual([earliest, latest]);
});

const today = "2026-03-15";
const contradiction = (known: string | null, given: Parameters<typeof person>[0] = {}) =>
  findContradiction(person({ ...toBirthDate(known), ...given }), today)?.property ?? null;

test.each([
  ["2026-03-15", null],
  ["2026-03-16", "birthDate"],
  ["2026-03", null],
  ["2026-04", "birthDate"],
  ["2026", null],
  ["2027", "birthDate"],
  ["1896-03-15", null],
  ["1896-03-14", "birthDate"],
  ["1896-03", null],
  ["1896", null],
  ["1895", "birthDate"],
  [null, null],
])("of somebody who is alive, a birth date of %s contradicts: %s", (known, property) => {
  expect(contradiction(known)).toBe(property);
});

test("the dead may have been born at any time", () => {
  expect(contradiction("1800-01-01", { isAlive: false })).toBeNull();
});

test.each([
  ["001080000001", "1980-05-17", "MALE", null],
  ["001180000001", "1980", "FEMALE", null],
  ["001215000001", "2015-05", "MALE", null],
  ["001300000001", "2000-01-01", "FEMALE", null],
  ["001099000001", "1999-12-31", null, null],
  ["001080000001", null, "MALE", null],
  ["001180000001", "1980", "MALE", "identificationNumber"],
  ["001080000001", "1981", "MALE", "identificationNumber"],
  ["001280000001", "1980-05-17", "MALE", "identificationNumber"],
  ["001080000001", null, "FEMALE", "identificationNumber"],
  ["001415000001", "2015", null, "identificationNumber"],
  ["001226000001", null, null, null],
  ["001227000001", null, null, "identificationNumber"],
] as const)("the number %s of somebody born in %s, %s, contradicts: %s", (number, known, sex, property) => {
  expect(contradiction(known, { identificationNumber: number, sex })).toBe(property);
});
