import type { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import type { MeritoriousStatus } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.enums";
import type { Population, SampleHousehold, SamplePerson } from "../population/population.js";
import { createRandom, sampleSeed, type Random } from "../population/random.js";
import { categoryId, type CategoryCode } from "./categories.js";
import { birthYear, mayRecognise, recognitionPlans, type RecognitionPlan } from "./recognition-plan.js";
import { relativesOf } from "./relatives.js";

/** A person and the household they belong to. */
export interface Member {
  readonly person: SamplePerson;
  readonly household: SampleHousehold;
}

/** A record and what its allowances and payments are made from. */
export interface Recognition {
  /** Counts from 1; stands for chance where each record needs a little. */
  readonly ordinal: number;
  readonly code: CategoryCode;
  readonly record: MeritoriousRecordEntity;
}

/** What a draft says of a record; the rest follows from the member. */
export interface RecordFacts {
  readonly code: CategoryCode;
  readonly recognisedOn: string;
  readonly issuer: string;
  readonly injuryRatePercent: number | null;
  readonly endedOn: string | null;
  readonly relativeOfId: string | null;
}

/** At least this share of each category lives in a household that was poor or near-poor in 2024 or 2025. */
const poorShare = 0.15;
const bornByAny = 1968;

/** Everybody whom the sample recognises: a person with meritorious service comes before their relatives. */
export function recognise(population: Population): readonly Recognition[] {
  const random = createRandom(sampleSeed, "meritorious-service");
  const candidates = random.shuffle(membersBornBy(population, bornByAny));
  const taken = new Set<string>();
  const recognitions: Recognition[] = [];
  const add = ({ person, household }: Member, facts: RecordFacts): Recognition => {
    taken.add(person.id);
    const recognition = toRecognition(recognitions.length + 1, person, household, facts);
    recognitions.push(recognition);
    return recognition;
  };
  for (const plan of recognitionPlans) {
    const open = candidates.filter(({ person }) => !taken.has(person.id) && mayRecognise(plan, person));
    for (const member of preferPoor(open, plan.people)) {
      const { record } = add(member, factsOf(plan, member.person, random));
      for (const relative of relativesOf(member, plan, random, taken)) {
        add({ person: relative, household: member.household }, relativeFacts(record, relative, random));
      }
    }
  }
  return recognitions;
}

function membersBornBy(population: Population, year: number): Member[] {
  return population.households.flatMap((household) =>
    household.members.filter((person) => birthYear(person) <= year).map((person) => ({ person, household })),
  );
}

/** The first `count`, but of the poor as many as `poorShare` asks for come before the others. */
function preferPoor(members: readonly Member[], count: number): Member[] {
  const poor = members.filter(({ household }) => isPoor(household)).slice(0, Math.ceil(count * poorShare));
  const preferred = new Set(poor);
  const others = members.slice(0, count + poor.length).filter((member) => !preferred.has(member));
  return [...poor, ...others].slice(0, count);
}

function isPoor({ classAt }: SampleHousehold): boolean {
  return [classAt[2024], classAt[2025]].some((found) => found === "POOR" || found === "NEAR_POOR");
}

function factsOf(plan: RecognitionPlan, person: SamplePerson, random: Random): RecordFacts {
  const [first, last] = plan.decided;
  const recognisedOn = dayBetween(Math.max(first, birthYear(person) + 18), last, random);
  const [lowest, highest] = plan.injuryRatePercent ?? [0, 0];
  return {
    code: plan.code,
    recognisedOn,
    issuer: plan.issuer ?? "QĐ-UBND",
    injuryRatePercent: plan.injuryRatePercent ? skewedLow(lowest, highest, random) : null,
    endedOn: endOf(plan, recognisedOn, random),
    relativeOfId: null,
  };
}

function relativeFacts(of: MeritoriousRecordEntity, person: SamplePerson, random: Random): RecordFacts {
  const earliest = Math.max(Number(of.recognisedOn.slice(0, 4)) + 1, birthYear(person) + 1, 1996);
  return {
    code: "RELATIVE",
    recognisedOn: dayBetween(earliest, 2023, random),
    issuer: "QĐ-UBND",
    injuryRatePercent: null,
    endedOn: suspendedOn(random),
    relativeOfId: of.id,
  };
}

function toRecognition(
  ordinal: number,
  person: SamplePerson,
  household: SampleHousehold,
  { code, issuer, ...facts }: RecordFacts,
): Recognition {
  const record: MeritoriousRecordEntity = {
    ...facts,
    id: `merit-${String(ordinal).padStart(6, "0")}`,
    personId: person.id,
    categoryId: categoryId(code),
    localityId: household.locality.id,
    decisionNumber: `${100 + ((ordinal * 37) % 8900)}/${issuer}`,
    status: statusOf(person, facts.endedOn),
  };
  return { ordinal, code, record };
}

function statusOf(person: SamplePerson, endedOn: string | null): MeritoriousStatus {
  if (!person.isAlive) return "DECEASED";
  return endedOn === null ? "IN_FORCE" : "SUSPENDED";
}

function endOf({ isPosthumous, died }: RecognitionPlan, recognisedOn: string, random: Random): string | null {
  if (isPosthumous) return recognisedOn;
  return died ? dayBetween(...died, random) : suspendedOn(random);
}

/** One in a hundred is suspended, during 2025. */
const suspendedOn = (random: Random) => (random.chance(0.01) ? dayBetween(2025, 2025, random) : null);

const skewedLow = (lowest: number, highest: number, random: Random) =>
  lowest + Math.floor((highest - lowest + 1) * random.next() ** 2);

function dayBetween(firstYear: number, lastYear: number, random: Random): string {
  const year = random.between(Math.min(firstYear, lastYear), lastYear);
  return `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");
