import { placesAt, type ResponsePath } from "../entities/entity-paths.js";
import { maxErrors } from "../../responses/max-errors.js";
import type { ResponseObject } from "../values/response-objects.js";
import type { EntityBatch } from "./entity-batch.js";
import type { CompiledGroup } from "./program.js";

/** The places, in the responses, of the errors in a response about entities. */
export class EntityPlaces {
  readonly #data: ResponseObject;
  readonly #batches: readonly EntityBatch[];
  readonly #found = new Map<EntityBatch, ReturnType<typeof placesAt>>();

  constructor(data: ResponseObject, batches: readonly EntityBatch[]) {
    this.#data = data;
    this.#batches = batches;
  }

  /** At most `maxErrors` places. */
  of(path: ResponsePath): readonly ResponsePath[] {
    const [alias, position, ...rest] = path;
    const batch = this.#batches.find(({ group }) => group.alias === alias);
    // An error that names no entities is about all that the request asks for.
    if (!batch) return this.#batches.flatMap(({ group }) => group.paths.map(upToList));
    if (typeof position !== "number") return batch.group.paths.map(upToList);
    const found = this.#found.get(batch) ?? placesAt(this.#data, batch.group.paths);
    this.#found.set(batch, found);
    const renamed = rest.map((step) => renamedTo(batch.group, step));
    return [...new Set(batch.targetsOf(position))]
      .flatMap((target) => found.get(target) ?? [])
      .slice(0, maxErrors)
      .map((place) => [...place, ...renamed]);
  }
}

/** An error about all entities of a fetch is one about their list. */
function upToList(path: readonly string[]): ResponsePath {
  const item = path.indexOf("@");
  return item === -1 ? path : path.slice(0, item);
}

function renamedTo({ renames }: CompiledGroup, step: string | number): string | number {
  return renames.find(({ path }) => path.at(-1) === step)?.renameKeyTo ?? step;
}
