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
    for (const error of errors.slice(0, maxErrors)) {
      const places = groups.length > 0 ? entityPlaces(this.#data, batches, error.path) : [error.path];
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

  /** Adds an error for each field of the objects that a subgraph could not be asked for. */
  addIncomplete(service: string, { group, incomplete }: EntityBatch): void {
    if (incomplete.length === 0) return;
    this.addEntities(service, group, incomplete, {
      code: "SUBGRAPH_ERROR",
      message: `The subgraph "${service}" could not be asked: something that it requires is missing.`,
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
    const found = placesOf(this.#data, group);
    const places: ResponsePath[] = [];
    for (const object of new Set(objects)) {
      const names = namesIn(group.fetch.selectionSet, (condition) => this.#isOfType(object, condition));
      for (const place of found.get(object) ?? []) for (const name of names) places.push([...place, name]);
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

/** The places in the responses of an error about entities. */
function entityPlaces(
  data: ResponseObject,
  batches: readonly EntityBatch[],
  path: ResponsePath | undefined = [],
): readonly ResponsePath[] {
  const [alias, position, ...rest] = path;
  const batch = batches.find(({ group }) => group.alias === alias);
  // An error that names no entities is about all that the request asks for.
  if (!batch) return batches.flatMap(({ group }) => group.paths.map(upToList));
  if (typeof position !== "number") return batch.group.paths.map(upToList);
  const found = placesOf(data, batch.group);
  const renamed = rest.map((step) => renamedTo(batch.group, step));
  return [...new Set(batch.targetsOf(position))]
    .flatMap((target) => found.get(target) ?? [])
    .map((place) => [...place, ...renamed]);
}

/** Where in the responses the objects are that a group asks about. */
function placesOf(
  data: ResponseObject,
  { paths }: CompiledGroup,
): ReadonlyMap<object, readonly ResponsePath[]> {
  const all = new Map<object, readonly ResponsePath[]>();
  for (const path of paths) {
    for (const [object, places] of placesAt(data, path))
      all.set(object, [...(all.get(object) ?? []), ...places]);
  }
  return all;
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
