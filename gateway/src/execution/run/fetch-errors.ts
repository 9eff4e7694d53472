import { GraphQLError, Kind, type GraphQLFormattedError, type SelectionSetNode } from "graphql";
import type { FetchFailure } from "../../responses/fetch-failure.js";
import { clientPaths } from "../answer/client-paths.js";
import type { EntityBatch } from "./entity-batch.js";
import { placesAt, type ResponsePath } from "../entities/entity-paths.js";
import { maxErrors } from "../values/max-errors.js";
import type { CompiledGroup, CompiledRequest, Program } from "./program.js";
import type { ResponseObject } from "../values/response-objects.js";

/** Tells the client about the errors of fetches: where in its answer, and of which subgraph. */
export class FetchErrors {
  readonly #program: Program;
  readonly #data: ResponseObject;
  readonly #errors: GraphQLError[];

  constructor(program: Program, data: ResponseObject, errors: GraphQLError[]) {
    this.#program = program;
    this.#data = data;
    this.#errors = errors;
  }

  /** Adds the errors in a response, at most `maxErrors` of them. */
  addResponse(
    { service, groups }: CompiledRequest,
    batches: readonly EntityBatch[],
    errors: readonly GraphQLFormattedError[],
  ): void {
    const entities = new EntityPlaces(this.#data, batches);
    for (const error of errors.slice(0, maxErrors)) {
      const places = groups.length > 0 ? entities.of(error.path) : [error.path];
      const paths = places.flatMap((place) => (place ? this.#clientPathsOf(place) : []));
      if (paths.length === 0) this.#add(service, error.message, undefined, error.extensions);
      for (const path of paths.slice(0, maxErrors)) this.#add(service, error.message, path, error.extensions);
    }
  }

  /** Adds an error for each field that a failed request would have brought. */
  addFailure(request: CompiledRequest, batches: readonly EntityBatch[], failure: FetchFailure): void {
    const { root, rootFetch } = request;
    const places =
      root && rootFetch
        ? namesIn(rootFetch.selectionSet).map((name) => [name])
        : batches.flatMap((batch) => this.#fieldPlaces(batch.group, batch.targets));
    const isTold = this.#addAt(request.service, places, failure);
    if (!isTold) this.#add(request.service, failure.message, undefined, { code: failure.code });
  }

  /**
   * Adds an error for each field of the objects that a subgraph could not be asked for. It names the subgraph that failed
   * before, if one did.
   */
  addIncomplete(
    service: string,
    group: CompiledGroup,
    incomplete: readonly ResponseObject[],
    [faulty = service]: readonly string[],
  ): void {
    if (incomplete.length === 0) return;
    const missing = faulty === service ? "something that it requires" : `what it requires of "${faulty}"`;
    this.addEntities(faulty, group, incomplete, {
      code: "SUBGRAPH_ERROR",
      message: `The subgraph "${service}" could not be asked: ${missing} is missing.`,
    });
  }

  /** Adds an error for each field that these objects should have got. */
  addEntities(
    service: string,
    group: CompiledGroup,
    objects: readonly ResponseObject[],
    failure: FetchFailure,
  ): void {
    this.#addAt(service, this.#fieldPlaces(group, objects), failure);
  }

  /** Returns false where the client selected none of the places. */
  #addAt(service: string, places: readonly ResponsePath[], { code, message }: FetchFailure): boolean {
    const paths = new Map<string, ResponsePath>();
    for (const place of places) {
      if (paths.size >= maxErrors) break;
      const found = clientPaths(this.#program.shape, this.#data, place).filter(({ isWhole }) => isWhole);
      for (const { path } of found) paths.set(JSON.stringify(path), path);
    }
    for (const path of paths.values()) this.#add(service, message, path, { code });
    return paths.size > 0;
  }

  #fieldPlaces(group: CompiledGroup, objects: readonly ResponseObject[]): readonly ResponsePath[] {
    const found = placesAt(this.#data, group.paths);
    const places: ResponsePath[] = [];
    for (const object of new Set(objects)) {
      const names = namesIn(group.fetch.selectionSet, (condition) => this.#isOfType(object, condition));
      for (const place of found.get(object)?.slice(0, maxErrors) ?? [])
        for (const name of names) places.push([...place, name]);
      if (places.length > maxErrors) break;
    }
    return places;
  }

  #isOfType({ __typename: name }: ResponseObject, condition: string): boolean {
    return typeof name !== "string" || this.#program.types.isOfType(name, condition);
  }

  #clientPathsOf(place: ResponsePath): readonly ResponsePath[] {
    return clientPaths(this.#program.shape, this.#data, place).map(({ path }) => path);
  }

  #add(
    serviceName: string,
    message: string,
    path: ResponsePath | undefined,
    extensions: GraphQLFormattedError["extensions"] = {},
  ): void {
    const located = path && path.length > 0 ? { path } : {};
    const code = extensions["code"] ?? "SUBGRAPH_ERROR";
    this.#errors.push(
      new GraphQLError(message, { ...located, extensions: { ...extensions, code, serviceName } }),
    );
  }
}

/** The places, in the responses, of the errors in a response about entities. */
class EntityPlaces {
  readonly #data: ResponseObject;
  readonly #batches: readonly EntityBatch[];
  readonly #found = new Map<EntityBatch, ReturnType<typeof placesAt>>();

  constructor(data: ResponseObject, batches: readonly EntityBatch[]) {
    this.#data = data;
    this.#batches = batches;
  }

  /** At most `maxErrors` places. */
  of(path: ResponsePath = []): readonly ResponsePath[] {
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

/** The names of the fields that are selected, but `__typename`. */
function namesIn(
  { selections }: SelectionSetNode,
  applies: (typeCondition: string) => boolean = () => true,
): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      return condition === undefined || applies(condition) ? namesIn(selection.selectionSet, applies) : [];
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") return [];
    return [selection.alias?.value ?? selection.name.value];
  });
}
