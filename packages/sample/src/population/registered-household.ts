import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { drawEthnicGroup } from "./ethnic-groups.js";
import { drawHamlet, drawLivelihood } from "./hamlets-and-livelihoods.js";
import { identificationNumber } from "./identification-number.js";
import { drawMembers, type MemberDraft } from "./members.js";
import { drawFamilyName, drawGivenName } from "./names.js";
import type { SampleHousehold, SamplePerson } from "./population.js";
import { createNumberedRandom, type Random } from "./random.js";
import { toDay } from "./random-day.js";

/** Serial numbers of persons that are reserved for each household. */
const serialsPerHousehold = 8;

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

interface HouseholdSeed {
  readonly seed: number;
  /** Counts from 0; unique in the population. */
  readonly serial: number;
  /** Counts from 1; unique in the former commune. */
  readonly number: number;
  readonly locality: SampleLocality;
  readonly classAt: SampleHousehold["classAt"];
  readonly isOnPovertyRegister: boolean;
}

/**
 * A household that keeps only the seed of its members, hamlet and livelihood. It draws them anew whenever they are
 * read, always with the same result. So a population of millions fits into memory.
 */
export class RegisteredHousehold implements SampleHousehold {
  readonly locality: SampleLocality;
  readonly classAt: SampleHousehold["classAt"];

  constructor(private readonly from: HouseholdSeed) {
    this.locality = from.locality;
    this.classAt = from.classAt;
  }

  get id(): string {
    return `h${String(this.from.serial).padStart(7, "0")}`;
  }

  get code(): string {
    return `${this.locality.formerCommuneCode}-${String(this.from.number).padStart(5, "0")}`;
  }

  get hamlet(): string {
    return drawHamlet(this.#random(1), this.locality);
  }

  get ethnicGroup(): string {
    return drawEthnicGroup(this.#random(2), this.locality);
  }

  get livelihood(): string {
    return drawLivelihood(this.#random(3), this.locality);
  }

  get headId(): string {
    return personId(this.#personSerial(0));
  }

  get memberDrafts(): readonly MemberDraft[] {
    return drawMembers(this.#random(0), this.from.isOnPovertyRegister);
  }

  get members(): readonly SamplePerson[] {
    const random = this.#random(0);
    const drafts = drawMembers(random, this.from.isOnPovertyRegister);
    const ethnicGroup = this.ethnicGroup;
    const family = drawFamilyName(random, ethnicGroup);
    const spouseFamily = drawFamilyName(random, ethnicGroup);
    // Children have their father's family name.
    const isFatherTheSpouse = drafts[0]?.sex === "FEMALE" && drafts[1]?.relationship === "SPOUSE";
    const nameOf = (draft: MemberDraft) => {
      const hasSpousesName =
        draft.relationship === "SPOUSE" || (draft.relationship === "CHILD" && isFatherTheSpouse);
      const isMother = draft.relationship === "PARENT" && draft.sex === "FEMALE";
      const own = hasSpousesName ? spouseFamily : isMother ? drawFamilyName(random, ethnicGroup) : family;
      return `${own} ${drawGivenName(random, draft.sex, draft.birthYear)}`;
    };
    return drafts.map((draft, index) => this.#person(draft, index, nameOf(draft), random));
  }

  #person(draft: MemberDraft, index: number, fullName: string, random: Random): SamplePerson {
    const { relationship, sex, birthYear, isAlive } = draft;
    const serial = this.#personSerial(index);
    const provinceCode = this.locality.formerProvinceCode;
    return {
      id: personId(serial),
      householdId: this.id,
      fullName,
      identificationNumber: identificationNumber({ serial, provinceCode, sex, birthYear }),
      birthDate: drawBirthDate(random, birthYear),
      sex,
      relationship,
      isAlive,
    };
  }

  #personSerial(index: number): number {
    return this.from.serial * serialsPerHousehold + index;
  }

  /** A generator for one aspect of this household: 0 its members, 1 the hamlet, 2 the ethnic group, 3 the livelihood. */
  #random(aspect: 0 | 1 | 2 | 3): Random {
    return createNumberedRandom(this.from.seed, this.from.serial * 4 + aspect);
  }
}

const personId = (serial: number) => `p${String(serial).padStart(8, "0")}`;

function drawBirthDate(random: Random, year: number): string {
  const month = random.between(1, 12);
  const day = random.between(1, daysInMonth[month - 1] ?? 28);
  return toDay(year, month, day);
}
