import { lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { EntityManager } from "typeorm";
import {
  applicableStandards,
  reviewedFrom,
  reviewStandards,
} from "../../poverty-standard/applicable-standards.js";
import { PovertyStandardEntity } from "../../poverty-standard/poverty-standard.entity.js";

/** The standard at the end of a year, and the one at the end of the year before. */
export interface ComparedStandards {
  readonly standard: PovertyStandardEntity;
  readonly previous: PovertyStandardEntity;
}

/** The standards, and which of them statistics compare where. */
export interface StandardCatalog {
  readonly standards: ReadonlyMap<string, PovertyStandardEntity>;
  /** The years in which some province reports by another standard than in the year before. */
  readonly yearsOfChange: readonly number[];
  /** What statistics of the units around a locality may compare in a year. */
  comparedAt(localityId: string, year: number): readonly ComparedStandards[];
}

export async function readStandardCatalog(manager: EntityManager): Promise<StandardCatalog> {
  const standards = await tableOf(manager, PovertyStandardEntity).readWhere("1 = 1", []);
  const issuers = new Set(standards.map(({ issuedById }) => issuedById).filter((id) => id !== null));
  const land = groupBy(
    await tableOf(manager, TerritoryEntity).readBy("unitId", issuers),
    ({ localityId }) => localityId,
  );
  return standardCatalog(standards, (localityId) => (land.get(localityId) ?? []).map(({ unitId }) => unitId));
}

/** `issuersAt` says which provinces with standards of their own a locality lies in. */
function standardCatalog(
  standards: readonly PovertyStandardEntity[],
  issuersAt: (localityId: string) => readonly string[],
): StandardCatalog {
  const comparedBy = (issuers: readonly string[]) =>
    remembered((year: number) => comparedIn(standards, issuers, year));
  // Few provinces have a standard of their own, so few localities differ in this.
  const byIssuers = remembered((issuers: string) => comparedBy(issuers === "" ? [] : issuers.split(" ")));
  const at = remembered((localityId: string) => byIssuers(issuersAt(localityId).join(" ")));
  const all = standards.flatMap(({ issuedById }) => issuedById ?? []);
  const everywhere = comparedBy(all);
  const isOfChange = (year: number) =>
    everywhere(year).some(({ standard, previous }) => standard !== previous);
  return {
    standards: new Map(standards.map((standard) => [standard.id, standard])),
    yearsOfChange: [...new Set(standards.flatMap(boundaryYears))].filter(isOfChange),
    comparedAt: (localityId, year) => at(localityId)(year),
  };
}

/** A function that computes the value of each argument once. */
function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** A new standard may be reported by in the first of these years, and no longer in the others. */
function boundaryYears(standard: PovertyStandardEntity): number[] {
  const from = yearOf(reviewedFrom(standard));
  if (standard.validTo === null) return [from];
  const to = yearOf(standard.validTo);
  return [from, to, to + 1];
}

/** What is compared in a year by the statistics of these provinces, and of those without a standard of their own. */
function comparedIn(
  standards: readonly PovertyStandardEntity[],
  issuers: readonly string[],
  year: number,
): ComparedStandards[] {
  const compared = [null, ...issuers].flatMap((provinceId) => {
    const applicable = applicableStandards(standards, (id) => id === provinceId);
    const held = reviewStandards(applicable, lastDayOf(year));
    const [reported] = held;
    const [previous = reported] = reviewStandards(applicable, lastDayOf(year - 1));
    const same = held.map((standard) => ({ standard, previous: standard }));
    return reported && previous ? [...same, { standard: reported, previous }] : same;
  });
  return [...new Map(compared.map((pair) => [`${pair.standard.id} ${pair.previous.id}`, pair])).values()];
}
