import type { EntityManager } from "typeorm";
import { TerritoryEntity } from "./territory.entity.js";
import { codeOfUnit } from "./unit-id.js";

/** What a file says of where something lies. */
export interface Placing {
  readonly localityId: string;
  /** The id of the commune of today. */
  readonly communeId: string;
  /** Five digits. */
  readonly communeCode: string;
  readonly formerCommuneCode: string;
}

const isCommune = (unitId: string) => codeOfUnit(unitId).length === 5;

/** What follows the code in an id: @ and the first day. "@0", of a unit older than the records, comes before all days. */
const beginningOf = (unitId: string) => unitId.slice(codeOfUnit(unitId).length);

/** The localities of the country, by the codes of the communes that they were and are part of. */
export class Localities {
  readonly #byId = new Map<string, Placing>();
  readonly #byCommune = new Map<string, Placing[]>();

  private constructor() {}

  static async read(manager: EntityManager): Promise<Localities> {
    const communes = new Map<string, string[]>();
    const rows = await manager.getRepository(TerritoryEntity).find();
    for (const { localityId, unitId } of rows) {
      if (isCommune(unitId)) communes.set(localityId, [...(communes.get(localityId) ?? []), unitId]);
    }
    const localities = new Localities();
    for (const [localityId, unitIds] of communes) localities.#add(localityId, unitIds);
    return localities;
  }

  #add(localityId: string, unitIds: readonly string[]): void {
    const byBeginning = unitIds.toSorted((a, b) => (beginningOf(a) < beginningOf(b) ? -1 : 1));
    const communeId = byBeginning.at(-1) ?? "";
    const formerId = byBeginning.at(-2) ?? communeId;
    const placing = {
      localityId,
      communeId,
      communeCode: codeOfUnit(communeId),
      formerCommuneCode: codeOfUnit(formerId),
    };
    this.#byId.set(localityId, placing);
    const inCommune = this.#byCommune.get(placing.communeCode) ?? [];
    this.#byCommune.set(placing.communeCode, [...inCommune, placing]);
  }

  find(localityId: string): Placing | undefined {
    return this.#byId.get(localityId);
  }

  /** The localities of a commune of today. */
  inCommune(code: string): readonly Placing[] {
    return this.#byCommune.get(code) ?? [];
  }
}
