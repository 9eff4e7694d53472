import type { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import type { MeritoriousStatus } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.enums";
import type { Population, SampleHousehold, SamplePerson } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { choose, drawCandidates, type Candidate } from "./candidates.js";
import { categoryId, type CategoryCode } from "./categories.js";
import { recentWarInvalids, recognitionPlans, type RecognitionPlan } from "./recognition-plan.js";
import { drawFacts, drawRelativeFacts, type RecordFacts } from "./record-facts.js";
import { relativesOf } from "./relatives.js";
import { drawYoungParents } from "./young-parents.js";

/** A record, and what its allowances and payments depend on. */
export interface Recognition {
  /** Counts from 1. It also stands for a random number where records are to differ. */
  readonly ordinal: number;
  readonly code: CategoryCode;
  readonly record: MeritoriousRecordEntity;
  readonly householdId: string;
}

const known = new WeakMap<Population, readonly Recognition[]>();

/** All recognitions of the sample. A person with meritorious service comes before the relatives. */
export function recognize(population: Population): readonly Recognition[] {
  const recognitions = known.get(population) ?? draw(population);
  known.set(population, recognitions);
  return recognitions;
}

function draw(population: Population): Recognition[] {
  const random = createRandom(population.seed, "meritorious-service");
  const bornBy = Math.max(...recognitionPlans.map((plan) => plan.bornBy));
  const candidates = drawCandidates(population, bornBy, random);
  const register = new RecognitionRegister();
  const fill = (plan: RecognitionPlan, among: readonly Candidate[]) => {
    const people = plan.people * population.scale;
    for (const candidate of choose(among, plan, people, (other) => register.isFree(other))) {
      register.addWithRelatives(candidate, plan, random);
    }
  };
  for (const plan of recognitionPlans) fill(plan, candidates);
  fill(recentWarInvalids, drawYoungParents(population, random));
  return register.recognitions;
}

/** The recognitions so far. It has each person once. */
class RecognitionRegister {
  readonly recognitions: Recognition[] = [];
  /** The indexes of the recognized members, by household. */
  readonly #places = new Map<SampleHousehold, Set<number>>();

  isFree({ household, place }: Candidate): boolean {
    return this.#places.get(household)?.has(place) !== true;
  }

  /** Adds a person with meritorious service, and the relatives who are recognized. */
  addWithRelatives(candidate: Candidate, plan: RecognitionPlan, random: Random): void {
    const { household, place } = candidate;
    const members = household.members;
    const person = members[place];
    if (!person || !this.isFree(candidate)) return;
    const places = this.#places.get(household) ?? new Set();
    this.#places.set(household, places.add(place));
    const record = this.#add(person, household, drawFacts(plan, person, random));
    for (const relative of relativesOf(person, members, plan, random)) {
      const relativePlace = members.indexOf(relative);
      if (places.has(relativePlace)) continue;
      const facts = drawRelativeFacts(record, relative, random);
      // After somebody recognized in the last year of the register, no year is left.
      if (facts.recognizedOn <= record.recognizedOn) continue;
      places.add(relativePlace);
      this.#add(relative, household, facts);
    }
  }

  #add(person: SamplePerson, household: SampleHousehold, facts: RecordFacts): MeritoriousRecordEntity {
    const ordinal = this.recognitions.length + 1;
    const { code, issuer, ...rest } = facts;
    const record: MeritoriousRecordEntity = {
      ...rest,
      id: `merit-${String(ordinal).padStart(6, "0")}`,
      personId: person.id,
      categoryId: categoryId(code),
      localityId: household.locality.id,
      decisionNumber: `${100 + ((ordinal * 37) % 8900)}/${issuer}`,
      status: statusOf(person, facts.endedOn),
    };
    this.recognitions.push({ ordinal, code, record, householdId: household.id });
    return record;
  }
}

function statusOf(person: SamplePerson, endedOn: string | null): MeritoriousStatus {
  if (!person.isAlive) return "DECEASED";
  return endedOn === null ? "IN_FORCE" : "SUSPENDED";
}
