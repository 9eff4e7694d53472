import { compareNames, sortKeyLength, vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import * as fc from "fast-check";
import { expect, test } from "vitest";

/** Unicode's own rules for Vietnamese (CLDR), which no database of ours can use. */
const { compare } = new Intl.Collator("vi");

const marks = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const vowels = [..."aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"].flatMap((vowel) =>
  marks.map((mark) => (vowel + mark).normalize("NFC")),
);
const others = [..."bcdđghklmnpqrstvxfjwzBCDĐGHKLMNPQRSTVXFJWZ0123456789 -–,.;:()/\"'&+"];
const character = fc.oneof(fc.constantFrom(...vowels), fc.constantFrom(...others));
const name = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(""));

/** Names that differ little, so that tones and capitals decide. */
const similar = fc.array(fc.constantFrom("a", "A", "à", "Á", "ạ", "ă", "Đ", "d", " "), { maxLength: 5 });

const sign = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

test.each([
  ["names of any letters", name],
  ["names that differ little", similar.map((characters) => characters.join(""))],
])("the keys of %s are in the order of Unicode's rules for Vietnamese", (_, names) => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      expect(sign(vietnameseSortKey(a), vietnameseSortKey(b))).toBe(Math.sign(compare(a, b)));
    }),
    { seed: 1, numRuns: 5_000 },
  );
});

test("names are sorted by letters, then by tones, then by capitals", () => {
  const sorted = [
    "an",
    "An",
    "án",
    "an đào",
    "An Đức",
    "An Vượng",
    "ăn",
    "ân",
    "chỉ",
    "d",
    "đ",
    "e",
    "ê",
    "f",
  ];
  expect(sorted.toReversed().toSorted(compareNames)).toEqual(sorted);
  expect(compareNames("Bé", "Bé")).toBe(0);
});

test("a key has ASCII without spaces, which every database compares alike, and fits into its column", () => {
  const keys = fc.string({ unit: "grapheme", maxLength: 160 }).map(vietnameseSortKey);
  fc.assert(
    fc.property(keys, (key) => {
      expect(key).toMatch(/^[\x21-\x7e]*$/);
      expect(key.length).toBeLessThanOrEqual(sortKeyLength);
    }),
    { seed: 1 },
  );
  expect(vietnameseSortKey("Ở".repeat(160)).length).toBeLessThan(sortKeyLength);
});
