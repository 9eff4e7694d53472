import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type { HousingSupportProgram } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { housingSupportRows } from "../housing-projects/supports.js";
import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { grantEras, type GrantEraCode } from "./grant-eras.js";
import { recognize, type Recognition } from "./recognitions.js";

/** A meritorious family that may be granted a house. */
export interface Grantee {
  readonly household: SampleHousehold;
  /** Of living members: in force long enough for any grant under the decision. */
  readonly recognitions: readonly Recognition[];
  /** What another department paid for, to be granted for the same here. Null: no support, or for something else. */
  readonly supportedKind: ConstructionKind | null;
}

interface ChosenGrantee {
  readonly grantee: Grantee;
  readonly era: GrantEraCode;
}

/** At scale 1: of the families with a support of one program, so many under each decision at most. */
const mostOverlapsPerProgram = 60;
/** At scale 1: families without any support. */
const withoutSupport: Readonly<Record<GrantEraCode, number>> = {
  DECISION_22_2013: 150,
  DECISION_21_2024: 90,
};
const eraCodes = Object.values(grantEras).map(({ legalBasisCode }) => legalBasisCode);

/** Each family once: those with another department's support too, then those without. */
export function chooseGrantees(population: Population, random: Random): ChosenGrantee[] {
  const families = meritoriousFamilies(population);
  const supports = supportsOf(population, new Set(families.keys()));
  const free = random.shuffle([...families].filter(([id]) => !supports.has(id)).map(([, family]) => family));
  return [
    ...chooseSupported(families, supports, mostOverlapsPerProgram * population.scale),
    ...chooseFree(free, population.scale),
  ];
}

interface Family {
  readonly household: SampleHousehold;
  readonly recognitions: readonly Recognition[];
}

interface Support {
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
}

/** By household. */
function meritoriousFamilies(population: Population): Map<string, Family> {
  const byHousehold = new Map<string, Recognition[]>();
  for (const recognition of recognize(population)) {
    const known = byHousehold.get(recognition.householdId);
    if (known) known.push(recognition);
    else byHousehold.set(recognition.householdId, [recognition]);
  }
  return new Map(
    population.households.flatMap((household) => {
      const recognitions = byHousehold.get(household.id);
      return recognitions ? [[household.id, { household, recognitions }] as const] : [];
    }),
  );
}

/** The first support of each family, by household. */
function supportsOf(population: Population, families: ReadonlySet<string>): Map<string, Support> {
  const supports = new Map<string, Support>();
  for (const { householdId, program, kind } of housingSupportRows(population, families)) {
    if (families.has(householdId) && !supports.has(householdId)) supports.set(householdId, { program, kind });
  }
  return supports;
}

/** One after the other under either decision, so that each program overlaps with both. */
function chooseSupported(
  families: ReadonlyMap<string, Family>,
  supports: ReadonlyMap<string, Support>,
  most: number,
): ChosenGrantee[] {
  const chosen: ChosenGrantee[] = [];
  const counts = new Map<HousingSupportProgram, number>();
  for (const [id, { program, kind }] of supports) {
    const count = counts.get(program) ?? 0;
    const era = eraCodes[count % eraCodes.length];
    const family = families.get(id);
    if (!family || !era || count >= most * eraCodes.length) continue;
    const recognitions = entitled(family, era);
    if (recognitions.length === 0) continue;
    counts.set(program, count + 1);
    const supportedKind = kind === "SANITARY_FACILITY" ? null : kind;
    chosen.push({ grantee: { household: family.household, recognitions, supportedKind }, era });
  }
  return chosen;
}

function chooseFree(families: readonly Family[], scale: number): ChosenGrantee[] {
  const chosen: ChosenGrantee[] = [];
  const taken = new Set<Family>();
  for (const era of eraCodes) {
    let missing = withoutSupport[era] * scale;
    for (const family of families) {
      if (missing === 0) break;
      const recognitions = taken.has(family) ? [] : entitled(family, era);
      if (recognitions.length === 0) continue;
      taken.add(family);
      missing -= 1;
      chosen.push({ grantee: { household: family.household, recognitions, supportedKind: null }, era });
    }
  }
  return chosen;
}

/** Living people with meritorious service and relatives of martyrs, recognized before the first grant. */
function entitled({ recognitions }: Family, era: GrantEraCode): Recognition[] {
  const [first] = grantEras[era].granted;
  const martyrs = new Set(
    recognitions.filter(({ code }) => code === "MARTYR").map(({ record }) => record.id),
  );
  return recognitions.filter(
    ({ code, record }) =>
      record.endedOn === null &&
      record.recognizedOn < first &&
      (code !== "RELATIVE" || martyrs.has(record.relativeOfId ?? "")),
  );
}
