import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { EntityManager } from "typeorm";
import { TerritoryEntity } from "./territory.entity.js";
import { codeOfUnit } from "./unit-id.js";

/** The communes to which a locality belongs. */
export interface LocalityCommunes {
  readonly localityId: string;
  /** The id of the commune of today. */
  readonly communeId: string;
  /** The code of the commune of today: five digits. */
  readonly communeCode: string;
  /** The code of the first commune on record. Today's code if there was no commune before. */
  readonly formerCommuneCode: string;
}

/**
 * The localities of the country by their communes. Files name a place by the code of its commune of today and of
 * the first commune on record: together they identify a locality.
 */
export class Localities {
  readonly #byId: ReadonlyMap<string, LocalityCommunes>;
  readonly #byCommuneCode: ReadonlyMap<string, readonly LocalityCommunes[]>;

  private constructor(localities: readonly LocalityCommunes[]) {
    this.#byId = new Map(localities.map((locality) => [locality.localityId, locality]));
    this.#byCommuneCode = groupBy(localities, ({ communeCode }) => communeCode);
  }

  /** Reads a department's whole territory: some thousands of rows. */
  static async read(manager: EntityManager): Promise<Localities> {
    const territory = await tableOf(manager, TerritoryEntity).readWhere("1 = 1", []);
    const communes = territory.filter(({ unitId }) => isCommune(unitId));
    const byLocality = groupBy(communes, ({ localityId }) => localityId);
    return new Localities([...byLocality].map(([localityId, units]) => communesOf(localityId, units)));
  }

  /** Undefined: no commune has such a locality. */
  find(localityId: string): LocalityCommunes | undefined {
    return this.#byId.get(localityId);
  }

  /** The localities of a commune of today, by its code. Empty: there is no such commune. */
  inCommune(code: string): readonly LocalityCommunes[] {
    return this.#byCommuneCode.get(code) ?? [];
  }
}

/** Codes of communes have five digits, those of districts three and those of provinces two. */
const isCommune = (unitId: string) => codeOfUnit(unitId).length === 5;

/** What follows the code in an id: @ and the first day. "@0", of a unit older than the records, sorts before all days. */
const beginningOf = (unitId: string) => unitId.slice(codeOfUnit(unitId).length);

function communesOf(localityId: string, communes: readonly TerritoryEntity[]): LocalityCommunes {
  const ids = communes
    .map(({ unitId }) => unitId)
    .toSorted((a, b) => (beginningOf(a) < beginningOf(b) ? -1 : 1));
  const firstId = ids[0] ?? "";
  const communeId = ids.at(-1) ?? "";
  return {
    localityId,
    communeId,
    communeCode: codeOfUnit(communeId),
    formerCommuneCode: codeOfUnit(firstId),
  };
}
