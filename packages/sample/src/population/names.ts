import type { Sex } from "@an-sinh/households/person/person.enums";
import { faker } from "@faker-js/faker/locale/vi";
import type { Random } from "./random.js";

/**
 * The parts of Vietnamese names. Full names are put together here, because those of @faker-js/faker 10.6.0 have the
 * family name last. Faker's given names are a middle and a given name: "Thu Hà". Without this,
 * `packages/sample/test/population.test.ts` fails.
 */
const definitions = faker.rawDefinitions.person;
const givenNames: Readonly<Record<Sex, readonly string[]>> = {
  FEMALE: composed(definitions?.first_name?.female),
  MALE: composed(definitions?.first_name?.male),
};
const lastSyllables: Readonly<Record<Sex, readonly string[]>> = {
  FEMALE: lastWords(givenNames.FEMALE),
  MALE: lastWords(givenNames.MALE),
};
const allFamilies = composed(definitions?.last_name?.generic);

/** The more frequent a family name is in the north, the more often it is in the list. */
const kinhFamilies: readonly string[] = [
  ...repeated("Nguyễn", 30),
  ...repeated("Trần", 9),
  ...repeated("Phạm", 7),
  ...repeated("Lê", 7),
  ...repeated("Hoàng", 4),
  ...repeated("Vũ", 4),
  ...repeated("Đỗ", 3),
  ...repeated("Bùi", 3),
  ...allFamilies,
];

const familiesOf: Readonly<Record<string, readonly string[]>> = {
  Mường: ["Bùi", "Bùi", "Đinh", "Đinh", "Hà", "Quách", "Bạch", "Phùng", "Nguyễn"],
  Tày: ["Nông", "Hoàng", "Vi", "Lý", "La", "Lương", "Hà"],
  Nùng: ["Nông", "Vi", "Lý", "Hoàng", "Lục", "Hứa"],
  Dao: ["Bàn", "Đặng", "Triệu", "Lý", "Phùng", "Dương"],
  "Sán Dìu": ["Trương", "Lưu", "Từ", "Diệp", "Tạ", "Trần"],
  "Sán Chay": ["Trần", "Lương", "Ninh", "Hoàng", "Lâm"],
};

export function drawFamilyName(random: Random, ethnicGroup: string): string {
  return random.pick(familiesOf[ethnicGroup] ?? kinhFamilies);
}

/** A middle and a given name. Older people more often have the middle name Văn or Thị. */
export function drawGivenName(random: Random, sex: Sex, birthYear: number): string {
  const traditional = birthYear < 1970 ? 0.8 : birthYear < 1990 ? 0.6 : 0.25;
  if (!random.chance(traditional)) return random.pick(givenNames[sex]);
  const hasTwoMiddleNames = birthYear >= 1970 && sex === "FEMALE" && random.chance(0.5);
  const given = random.pick(hasTwoMiddleNames ? givenNames[sex] : lastSyllables[sex]);
  return `${sex === "FEMALE" ? "Thị" : "Văn"} ${given}`;
}

function composed(names: readonly string[] | undefined): string[] {
  if (!names || names.length === 0)
    throw new Error("Expected Vietnamese names in @faker-js/faker, but there are none.");
  return names.map((name) => name.normalize("NFC").split(" ").map(capitalized).join(" "));
}

/** Some of faker's names begin with a small letter. */
function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lastWords(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.split(" ").at(-1) ?? name))];
}

function repeated(name: string, times: number): string[] {
  return Array.from({ length: times }, () => name);
}
