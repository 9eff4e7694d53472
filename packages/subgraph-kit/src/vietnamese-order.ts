/** Signs, digits and letters in the order of a Vietnamese dictionary; signs in that of Unicode's default collation. */
const alphabet = " _-–—,;:!?.…'‘’\"“”«»()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/** Huyền, hỏi, ngã, sắc, nặng. Ngang has no mark, and is before them. */
const toneMarks = "\u0300\u0309\u0303\u0301\u0323";

/** The marks of ă, of â, ê and ô, and of ơ and ư: such letters are letters of their own. */
const letterMark = /[\u0302\u0306\u031b]/;

/** Stands between the parts of a key. All other characters of a key come after it. */
const separator = "!";

const weights = new Map(
  [...alphabet].map((letter, index) => [letter, String.fromCharCode(separator.charCodeAt(0) + 1 + index)]),
);

/** The length of the longest key. That of a name of 160 characters is not longer. */
export const sortKeyLength = 500;

/**
 * A text by which databases sort names in the order of a Vietnamese dictionary, whichever way they compare texts: it has
 * ASCII only. Its parts are the letters, then the tones, then which letters are capitals, so a tone matters only where all
 * letters are the same. Characters of other alphabets come last.
 */
export function vietnameseSortKey(name: string): string {
  let letters = "";
  let tones = "";
  let capitals = "";
  for (const [, base = "", marks = ""] of name.normalize("NFD").matchAll(/(\P{M})(\p{M}*)/gu)) {
    const small = base.toLowerCase();
    letters += weightOf(small, marks);
    tones += String([...toneMarks].findIndex((mark) => marks.includes(mark)) + 1);
    capitals += small === base ? "0" : "1";
  }
  const parts = [letters, withoutZerosAtEnd(tones), withoutZerosAtEnd(capitals)];
  return parts.join(separator).slice(0, sortKeyLength);
}

/** For `toSorted`: the order of a Vietnamese dictionary. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [vietnameseSortKey(a), vietnameseSortKey(b)];
  if (first === second) return a < b ? -1 : Number(a > b);
  return first < second ? -1 : 1;
}

function weightOf(small: string, marks: string): string {
  const letter = /\s/.test(small) ? " " : small;
  const mark = letterMark.exec(marks)?.[0] ?? "";
  return weights.get((letter + mark).normalize("NFC")) ?? weights.get(letter) ?? foreignWeight(letter);
}

const foreignWeight = (letter: string): string =>
  `~${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, "0")}`;

const withoutZerosAtEnd = (digits: string): string => digits.replace(/0+$/, "");
