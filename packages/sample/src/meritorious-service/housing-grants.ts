import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { dayBetween } from "../population/random-day.js";
import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type { HousingGrantEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant.entity";
import type { Population } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { grantEras, grantNorm, type GrantEra } from "./grant-eras.js";
import { chooseGrantees, type Grantee } from "./grantees.js";

const lastDayOfSample = "2025-12-31";

/** Housing grants to meritorious families, nobody twice; some of the families have another department's support too. */
export function* housingGrantRows(population: Population): Iterable<HousingGrantEntity> {
  const random = createRandom(population.seed, "housing-grants");
  let number = 0;
  for (const { grantee, era } of chooseGrantees(population, random)) {
    number += 1;
    yield grantRow(grantee, grantEras[era], number, random);
  }
}

function grantRow(
  { household, recognitions, supportedKind }: Grantee,
  era: GrantEra,
  number: number,
  random: Random,
): HousingGrantEntity {
  const kind: ConstructionKind = supportedKind ?? (random.chance(0.45) ? "NEW_BUILD" : "REPAIR");
  const grantedOn = dayBetween(random, ...era.granted);
  const completedOn = addDays(grantedOn, random.between(60, 200));
  const { record } = random.pick(recognitions);
  return {
    id: `hg-${String(number).padStart(6, "0")}`,
    householdId: household.id,
    personId: record.personId,
    recordId: record.id,
    localityId: household.locality.id,
    kind,
    amount: grantNorm(era.legalBasisCode, kind),
    decisionNumber: `${random.between(100, 4900)}/QĐ-UBND`,
    legalBasis: era.legalBasis,
    legalBasisCode: era.legalBasisCode,
    grantedOn,
    completedOn: completedOn > lastDayOfSample ? null : completedOn,
  };
}
