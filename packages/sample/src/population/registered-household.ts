import { identificationNumber } from "./identification-number.js";
import { drawMembers, type MemberDraft } from "./members.js";
import { drawFamilyName, drawGivenName } from "./names.js";
import type { SampleHousehold, SampleLocality, SamplePerson } from "./population.js";
import { createNumberedRandom, type Random } from "./random.js";
import { drawEthnicGroup, drawHamlet, drawLivelihood } from "./surroundings.js";

/** Room for a household's members in the serial numbers of persons. */
const serialsPerHousehold = 8;

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

interface HouseholdSeed {
  readonly seed: number;
  /** From 0, unique in the population. */
  readonly serial: number;
  /** From 1, unique in the former commune. */
  readonly number: number;
  readonly locality: SampleLocality;
  readonly classAt: SampleHousehold["classAt"];
  readonly isOnPovertyRegister: boolean;
}

/**
 * A household that is drawn again, with the same result, whenever it is looked at: a population of
 * millions fits into memory.
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

  get members(): readonly SamplePerson[] {
    const random = this.#random(0);
    const drafts = drawMembers(random, !this.from.isOnPovertyRegister);
    const ethnicGroup = this.ethnicGroup;
    const family = drawFamilyName(random, ethnicGroup);
    const spouseFamily = drawFamilyName(random, ethnicGroup);
    const fatherIsSpouse = drafts[0]?.sex === "FEMALE" && drafts[1]?.relationship === "SPOUSE";
    const nameOf = (draft: MemberDraft) => {
      const isSpouses = draft.relationship === "SPOUSE" || (draft.relationship === "CHILD" && fatherIsSpouse);
      const isMother = draft.relationship === "PARENT" && draft.sex === "FEMALE";
      const own = isSpouses ? spouseFamily : isMother ? drawFamilyName(random, ethnicGroup) : family;
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
      birthDate: drawDay(random, birthYear),
      sex,
      relationship,
      isAlive,
    };
  }

  #personSerial(index: number): number {
    return this.from.serial * serialsPerHousehold + index;
  }

  /** Independent chance for one aspect of this household. */
  #random(aspect: 0 | 1 | 2 | 3): Random {
    return createNumberedRandom(this.from.seed, this.from.serial * 4 + aspect);
  }
}

const personId = (serial: number) => `p${String(serial).padStart(8, "0")}`;

function drawDay(random: Random, year: number): string {
  const month = random.between(1, 12);
  const day = random.between(1, daysInMonth[month - 1] ?? 28);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
