import type { Sex } from "./person.enums.js";

/**
 * What twelve digits tell of a person (Decree 137/2015/ND-CP; Circular 59/2021/TT-BCA): the fourth the century and the
 * sex, 0 for a man and 1 for a woman born from 1900 to 1999, 2 and 3 from 2000 to 2099 and so on; the fifth and sixth
 * the last digits of the year of birth.
 */
export function readIdentificationNumber(number: string): { readonly sex: Sex; readonly birthYear: number } {
  const centuryAndSex = Number(number[3]);
  return {
    sex: centuryAndSex % 2 === 0 ? "MALE" : "FEMALE",
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(number.slice(4, 6)),
  };
}
