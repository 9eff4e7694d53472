import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { isOfStoredVersion, storedVersion } from "@an-sinh/subgraph-kit/data-version";
import { TerritoryEntity } from "../territory.entity.js";
import { sumGraph, type SumGraph } from "./sum-graph.js";
import { connectedUnits, type UnitLocalities } from "./unit-localities.js";

/** Units whose numbers are tied to each other: those of a province of today, and all that were there before. */
export interface TiedUnits {
  readonly unitIds: readonly string[];
  readonly graph: SumGraph;
}

/** Which units have which localities. */
export class UnitLattice {
  readonly #localities: ReadonlyMap<string, readonly string[]>;
  readonly #tied = new Map<string, TiedUnits>();
  /** The localities of areas. A caller's areas are the same list for all units that are asked about. */
  readonly #covered = new WeakMap<readonly string[], ReadonlySet<string>>();

  constructor(units: readonly UnitLocalities[]) {
    this.#localities = new Map(units.map(({ unitId, localityIds }) => [unitId, localityIds]));
    for (const connected of connectedUnits(units)) {
      const tied = tiedUnits(connected);
      for (const unitId of tied.unitIds) this.#tied.set(unitId, tied);
    }
  }

  /** Undefined: there is no such unit. */
  tiedTo(unitId: string): TiedUnits | undefined {
    return this.#tied.get(unitId);
  }

  /** The largest of the units that are tied to a unit: its province of today. Undefined: there is no such unit. */
  largestOf(unitId: string): string | undefined {
    return this.tiedTo(unitId)?.graph.unitIds[0];
  }

  /** Whether all localities of a unit are in some of the areas. */
  isIn(unitId: string, areas: readonly string[]): boolean {
    const localities = this.#localitiesOf(unitId);
    const covered = this.#localitiesIn(areas);
    return localities.length > 0 && localities.every((locality) => covered.has(locality));
  }

  #localitiesIn(areas: readonly string[]): ReadonlySet<string> {
    const known = this.#covered.get(areas);
    if (known) return known;
    const covered = new Set(areas.flatMap((area) => this.#localitiesOf(area)));
    this.#covered.set(areas, covered);
    return covered;
  }

  #localitiesOf(unitId: string): readonly string[] {
    return this.#localities.get(unitId) ?? [];
  }
}

/** The graph is made when it is needed. */
function tiedUnits(units: readonly UnitLocalities[]): TiedUnits {
  let graph: SumGraph | undefined;
  return {
    unitIds: units.map(({ unitId }) => unitId),
    get graph() {
      return (graph ??= sumGraph(units));
    },
  };
}

const lattices = new WeakMap<Database, { readonly lattice: UnitLattice; readonly version: string }>();

/** Statistics that are asked for together share what is read. */
const readLattice = defineLoader<UnitLattice>(async (names, context) => {
  const version = await storedVersion(context);
  const known = lattices.get(context.database);
  if (known?.version === version) return names.map(() => known.lattice);
  const lattice = new UnitLattice(await readUnits(context));
  if (await isOfStoredVersion(context)) lattices.set(context.database, { lattice, version });
  return names.map(() => lattice);
});

/** The lattice of a department's territory. An import into the territory counts all totals anew. */
export const unitLattice = (context: RequestContext): Promise<UnitLattice> =>
  context.load(readLattice, "whole");

async function readUnits(context: RequestContext): Promise<UnitLocalities[]> {
  const rows = await context
    .aside(
      context
        .statistics(TerritoryEntity, "territory")
        .select("territory.unitId", "unitId")
        .addSelect("territory.localityId", "localityId"),
    )
    .getRawMany<TerritoryEntity>();
  return [...groupBy(rows, ({ unitId }) => unitId)].map(([unitId, ofUnit]) => ({
    unitId,
    localityIds: ofUnit.map(({ localityId }) => localityId),
  }));
}
