import { faker } from "@faker-js/faker/locale/vi";
import type { Sex } from "@an-sinh/households/person/person.enums";
import type { Random } from "./random.js";

/**
 * Vietnamese names from the parts that faker has: its own full names put the family name last and middle
 * names in English. Its given names are a middle and a given name together ("Thu Hà").
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

/** How common the commonest are, as they are about in the north. */
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

/** Middle and given name. Older people are more often called Văn or Thị. */
export function drawGivenName(random: Random, sex: Sex, birthYear: number): string {
  const traditional = birthYear < 1970 ? 0.8 : birthYear < 1990 ? 0.6 : 0.25;
  if (!random.chance(traditional)) return random.pick(givenNames[sex]);
  const isTwofold = birthYear >= 1970 && sex === "FEMALE" && random.chance(0.5);
  const given = random.pick(isTwofold ? givenNames[sex] : lastSyllables[sex]);
  return `${sex === "FEMALE" ? "Thị" : "Văn"} ${given}`;
}

function composed(names: readonly string[] | undefined): string[] {
  if (!names || names.length === 0)
    throw new Error("Expected Vietnamese names in @faker-js/faker, but there are none.");
  return names.map((name) => name.normalize("NFC").split(" ").map(capitalized).join(" "));
}

/** Some of faker's names are not. */
function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lastWords(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.split(" ").at(-1) ?? name))];
}

function repeated(name: string, times: number): string[] {
  return Array.from({ length: times }, () => name);
}
