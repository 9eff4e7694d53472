import type { SupergraphTypes } from "../values/supergraph-types.js";
import { visitPlaces, type PlannedFetch } from "./planned-fetches.js";

/** A subgraph that is asked for a place of the answer. */
interface Asked {
  readonly service: string;
  /** Of which type the object around the place has to be. Undefined: of any. */
  readonly condition: string | undefined;
}

/** Which subgraphs are asked for the places of an answer, such as "orders.items". */
export class AskedServices {
  readonly #types: SupergraphTypes;
  readonly #byPlace = new Map<string, Asked[]>();

  constructor(fetches: readonly PlannedFetch[], types: SupergraphTypes) {
    this.#types = types;
    for (const fetch of fetches)
      visitPlaces(fetch, (place, condition) => this.#add(place, { service: fetch.service, condition }));
  }

  has(place: string): boolean {
    return this.#byPlace.has(place);
  }

  /** Those that are asked for a place in an object of a type. A place may have one for each type, or several for one. */
  of(place: string, typeName: unknown): readonly string[] {
    const all = this.#byPlace.get(place) ?? [];
    const own = all.filter(({ condition }) => this.#applies(condition, typeName));
    return (own.length > 0 ? own : all).map(({ service }) => service);
  }

  #add(place: string, asked: Asked): void {
    const known = this.#byPlace.get(place) ?? [];
    this.#byPlace.set(place, known);
    const isKnown = known.some(
      ({ service, condition }) => service === asked.service && condition === asked.condition,
    );
    if (!isKnown) known.push(asked);
  }

  #applies(condition: string | undefined, typeName: unknown): boolean {
    if (condition === undefined || typeof typeName !== "string") return true;
    return this.#types.isOfType(typeName, condition);
  }
}
