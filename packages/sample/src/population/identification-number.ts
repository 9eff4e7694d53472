import type { Sex } from "@an-sinh/households/person/person.enums";

const numbersPerPrefix = 1_000_000;

/** The codes, as of 2024, of the provinces outside the sample. They are used when a province has no numbers left. */
const otherProvinces = (
  "02 04 06 08 10 11 12 14 15 19 20 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 " +
  "70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96"
).split(" ");

/**
 * Twelve digits in the form of Decree 137/2015/ND-CP: province of birth, century and sex, year of birth, and six
 * digits. Here the six digits are made from the person's serial number, so that all numbers differ.
 */
export function identificationNumber(person: {
  readonly serial: number;
  readonly provinceCode: string;
  readonly sex: Sex;
  readonly birthYear: number;
}): string {
  const round = Math.floor(person.serial / numbersPerPrefix);
  const province = round === 0 ? person.provinceCode : otherProvinces[round - 1];
  if (province === undefined)
    throw new RangeError(`Expected fewer than 57,000,000 persons, but got: ${person.serial}`);
  const century = (person.birthYear >= 2000 ? 2 : 0) + (person.sex === "FEMALE" ? 1 : 0);
  const year = String(person.birthYear % 100).padStart(2, "0");
  // The factor has no divisor in common with a million, so a million serial numbers in a row give a million numbers.
  const digits = (person.serial * 387_211 + 123_457) % numbersPerPrefix;
  return `0${province}${century}${year}${String(digits).padStart(6, "0")}`;
}
