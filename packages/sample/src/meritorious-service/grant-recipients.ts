import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type { HousingSupportProgram } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { housingSupportRows } from "../housing-projects/supports.js";
import {
  meritoriousHouseholds,
  type MeritoriousHousehold,
  type MeritoriousHouseholds,
} from "../meritorious-people/meritorious-households.js";
import type { Recognition } from "../meritorious-people/recognitions.js";
import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { grantDecisions, type DecisionCode } from "./grant-decisions.js";

/** A household that gets a housing grant under a decision. */
export interface GrantRecipient {
  readonly decision: DecisionCode;
  readonly household: SampleHousehold;
  /** For these the grant may be paid. At least one. */
  readonly recognitions: readonly Recognition[];
  /**
   * The kind of work that the housing department supported. The grant is for the same. Null: no support, or for a work
   * that no grant is paid for.
   */
  readonly supportedKind: ConstructionKind | null;
}

/** At scale 1: of the households with support from one program, at most so many get a grant under each decision. */
const mostWithSupportPerProgram = 60;
/** At scale 1: so many households without support get a grant. */
const withoutSupport: Readonly<Record<DecisionCode, number>> = {
  DECISION_22_2013: 150,
  DECISION_21_2024: 90,
};
const decisionCodes = Object.values(grantDecisions).map(({ legalBasisCode }) => legalBasisCode);

/** First households that also have support from the housing department, then others. No household comes twice. */
export function chooseGrantRecipients(population: Population, random: Random): GrantRecipient[] {
  const { scale } = population;
  const households = meritoriousHouseholds(population);
  const supports = firstSupports(population, households);
  const others = [...households].filter(([id]) => !supports.has(id)).map(([, household]) => household);
  return [
    ...chooseWithSupport(households, supports, mostWithSupportPerProgram * scale),
    ...chooseWithoutSupport(random.shuffle(others), scale),
  ];
}

interface Support {
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
}

/** The first support of each meritorious household, by household. */
function firstSupports(population: Population, households: MeritoriousHouseholds): Map<string, Support> {
  const supports = new Map<string, Support>();
  for (const { householdId, program, kind } of housingSupportRows(population)) {
    if (households.has(householdId) && !supports.has(householdId))
      supports.set(householdId, { program, kind });
  }
  return supports;
}

/** The decisions alternate within each program, so that each program has overlaps with both. */
function chooseWithSupport(
  households: MeritoriousHouseholds,
  supports: ReadonlyMap<string, Support>,
  mostPerDecision: number,
): GrantRecipient[] {
  const recipients: GrantRecipient[] = [];
  const counts = new Map<HousingSupportProgram, number>();
  for (const [id, { program, kind }] of supports) {
    const count = counts.get(program) ?? 0;
    const decision = decisionCodes[count % decisionCodes.length];
    const found = households.get(id);
    if (!found || !decision || count >= mostPerDecision * decisionCodes.length) continue;
    const recognitions = entitled(found, decision);
    if (recognitions.length === 0) continue;
    counts.set(program, count + 1);
    const supportedKind = kind === "SANITARY_FACILITY" ? null : kind;
    recipients.push({ decision, household: found.household, recognitions, supportedKind });
  }
  return recipients;
}

function chooseWithoutSupport(households: readonly MeritoriousHousehold[], scale: number): GrantRecipient[] {
  const recipients: GrantRecipient[] = [];
  const taken = new Set<MeritoriousHousehold>();
  for (const decision of decisionCodes) {
    let missing = withoutSupport[decision] * scale;
    for (const found of households) {
      if (missing === 0) break;
      const recognitions = taken.has(found) ? [] : entitled(found, decision);
      if (recognitions.length === 0) continue;
      taken.add(found);
      missing -= 1;
      recipients.push({ decision, household: found.household, recognitions, supportedKind: null });
    }
  }
  return recipients;
}

/** Recognitions of living persons, and of relatives only those of martyrs, from before the decision's first grant. */
function entitled({ recognitions }: MeritoriousHousehold, decision: DecisionCode): Recognition[] {
  const [firstGrant] = grantDecisions[decision].granted;
  const martyrs = new Set(
    recognitions.filter(({ code }) => code === "MARTYR").map(({ record }) => record.id),
  );
  return recognitions.filter(
    ({ code, record }) =>
      record.endedOn === null &&
      record.recognizedOn < firstGrant &&
      (code !== "RELATIVE" || martyrs.has(record.relativeOfId ?? "")),
  );
}
