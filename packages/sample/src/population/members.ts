import type { Relationship, Sex } from "@an-sinh/households/person/person.enums";
import type { Random } from "./random.js";

/** A member of a household without a name. */
export interface MemberDraft {
  readonly relationship: Relationship;
  readonly sex: Sex;
  readonly birthYear: number;
  readonly isAlive: boolean;
}

const maximumMembers = 7;
const currentYear = 2025;

const other = (sex: Sex): Sex => (sex === "FEMALE" ? "MALE" : "FEMALE");
const bornAtAge = (age: number) => currentYear - age;
const living = (relationship: Relationship, sex: Sex, birthYear: number): MemberDraft => ({
  relationship,
  sex,
  birthYear,
  isAlive: true,
});

/**
 * Draws the members of a household, its head first. A household that is not on the poverty register is in the sample
 * for other reasons. One of them is a member who died in the wars, so such a member is more frequent there.
 */
export function drawMembers(random: Random, isOnPovertyRegister: boolean): MemberDraft[] {
  const family = drawLivingMembers(random).slice(0, maximumMembers);
  const deceased = family.length < maximumMembers ? drawDeceased(random, family, isOnPovertyRegister) : null;
  return deceased ? [...family, deceased] : family;
}

function drawLivingMembers(random: Random): MemberDraft[] {
  const kind = random.next();
  if (kind < 0.24) return [drawHead(random, 60, 92, 0.65)];
  if (kind < 0.4) return withSpouse(random, drawHead(random, 60, 88, 0.1));
  if (kind < 0.54) return singleParent(random);
  if (kind < 0.84) return couple(random);
  if (kind < 0.93) return threeGenerations(random);
  if (kind < 0.97) return grandparents(random);
  const head = drawHead(random, 35, 70, 0.5);
  const birthYear = head.birthYear + random.between(-8, 8);
  return [head, living(random.chance(0.8) ? "SIBLING" : "OTHER", drawSex(random), birthYear)];
}

const drawSex = (random: Random): Sex => (random.chance(0.5) ? "FEMALE" : "MALE");

function drawHead(random: Random, youngest: number, oldest: number, femaleShare: number): MemberDraft {
  const sex = random.chance(femaleShare) ? "FEMALE" : "MALE";
  return living("HEAD", sex, bornAtAge(random.between(youngest, oldest)));
}

function withSpouse(random: Random, head: MemberDraft): MemberDraft[] {
  const latest = currentYear - 23;
  const birthYear = Math.min(head.birthYear + random.between(-3, 6), latest);
  return [head, living("SPOUSE", other(head.sex), birthYear)];
}

function singleParent(random: Random): MemberDraft[] {
  const head = drawHead(random, 26, 55, 0.8);
  const children = drawChildren(random, head.birthYear, random.between(1, 3));
  return [head, ...children, ...(random.chance(0.15) ? drawParents(random, head, 1) : [])];
}

function couple(random: Random): MemberDraft[] {
  const parents = withSpouse(random, drawHead(random, 26, 58, 0.15));
  return [...parents, ...drawChildren(random, latestBirth(parents), random.pick([1, 2, 2, 2, 3, 3, 4]))];
}

function threeGenerations(random: Random): MemberDraft[] {
  const parents = withSpouse(random, drawHead(random, 30, 55, 0.1));
  const children = drawChildren(random, latestBirth(parents), random.pick([1, 2, 2, 3]));
  const [head] = parents;
  return [...parents, ...children, ...(head ? drawParents(random, head, random.between(1, 2)) : [])];
}

function grandparents(random: Random): MemberDraft[] {
  const head = drawHead(random, 58, 78, 0.6);
  const elders = random.chance(0.4) ? withSpouse(random, head) : [head];
  const count = random.between(1, 2);
  const grandchild = () => living("GRANDCHILD", drawSex(random), bornAtAge(random.between(4, 19)));
  return [...elders, ...Array.from({ length: count }, grandchild)];
}

const latestBirth = (parents: readonly MemberDraft[]) =>
  parents.reduce((latest, parent) => Math.max(latest, parent.birthYear), 0);

/** Children who live at home: at most 27 years old, born when the younger parent was 20 to 40, two years or more apart. */
function drawChildren(random: Random, parentBirthYear: number, count: number): MemberDraft[] {
  const first = Math.max(parentBirthYear + 20, currentYear - 27);
  const last = Math.max(first, Math.min(parentBirthYear + 40, currentYear - 1));
  const children: MemberDraft[] = [];
  for (let birthYear = random.between(first, last); birthYear <= last && children.length < count;) {
    children.push(living("CHILD", drawSex(random), birthYear));
    birthYear += random.between(2, 5);
  }
  return children;
}

function drawParents(random: Random, head: MemberDraft, count: number): MemberDraft[] {
  const mother = living("PARENT", "FEMALE", head.birthYear - random.between(19, 32));
  return count === 1 ? [mother] : [living("PARENT", "MALE", mother.birthYear - random.between(0, 6)), mother];
}

const deadMan = (relationship: Relationship, birthYear: number): MemberDraft => ({
  ...living(relationship, "MALE", birthYear),
  isAlive: false,
});

/** Draws a member who has died. In a household with an old head it is a man who was young in the wars. Null: none. */
function drawDeceased(
  random: Random,
  family: readonly MemberDraft[],
  isOnPovertyRegister: boolean,
): MemberDraft | null {
  const [head] = family;
  if (!head || !random.chance(isOnPovertyRegister ? 0.03 : 0.35)) return null;
  const has = (relationship: Relationship) => family.some((member) => member.relationship === relationship);
  if (head.birthYear > 1975)
    return has("PARENT") ? null : deadMan("PARENT", head.birthYear - random.between(20, 35));
  const isWidow = head.sex === "FEMALE" && head.birthYear <= 1957 && !has("SPOUSE") && random.chance(0.5);
  const birthYear = Math.min(1957, Math.max(1925, head.birthYear + random.between(-8, 2)));
  return deadMan(isWidow ? "SPOUSE" : "SIBLING", birthYear);
}
