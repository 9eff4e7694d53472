import { commonBeginning } from "./common-beginning.js";

/** The most that a letter of 13 pixels takes on average in Vietnamese, in pixels: that of DejaVu Sans. */
export const letter = 7.6;

/** Room for the names of categories: the longest, as far as the width allows. */
export const nameRoom = (names: readonly string[], width: number): number =>
  Math.min(Math.max(40, ...names.map((name) => name.length * letter + 14)), width * 0.36);

/** Names as far as there is room. Where they do not fit, the words with which all begin are left out first. */
export function shortNames(names: readonly string[], room: number): (name: string) => string {
  const most = Math.floor((room - 14) / letter);
  const isLong = names.some((name) => name.length > most);
  const begin = isLong ? commonBeginning(names) : "";
  return (name) => {
    const rest = begin === "" ? name : `…${name.slice(begin.length)}`;
    return rest.length > most ? `${rest.slice(0, most - 1)}…` : rest;
  };
}
