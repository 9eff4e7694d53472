import { GraphQLError, Kind, type GraphQLFormattedError, type SelectionSetNode } from "graphql";
import type { SubgraphSource } from "../../data-sources/subgraph-source.js";
import type { SubgraphResponse } from "../../responses/subgraph-response.js";
import type { FetchFailure } from "../../responses/fetch-failure.js";
import { clientPaths } from "../answer/client-paths.js";
import type { EntityBatch } from "./entity-batch.js";
import { placesAt, type ResponsePath } from "../entities/entity-paths.js";
import { EntityPlaces } from "./entity-places.js";
import { maxErrors } from "../../responses/max-errors.js";
import type { CompiledGroup, CompiledRequest, Program } from "./program.js";
import { markTold } from "../entities/told-objects.js";
import type { ResponseObject } from "../values/response-objects.js";

/** Tells the client about the errors of fetches: where in its answer, and of which subgraph. */
export class FetchErrors {
  readonly #program: Program;
  readonly #data: ResponseObject;
  readonly #errors: GraphQLError[];
  readonly #sources: ReadonlyMap<string, SubgraphSource>;

  constructor(
    program: Program,
    data: ResponseObject,
    errors: GraphQLError[],
    sources: ReadonlyMap<string, SubgraphSource>,
  ) {
    this.#program = program;
    this.#data = data;
    this.#errors = errors;
    this.#sources = sources;
  }

  /** Adds the errors in a response, at most `maxErrors` of them, and says how many more there are. */
  addResponse(
    request: CompiledRequest,
    batches: readonly EntityBatch[],
    { errors = [], moreErrors = 0 }: SubgraphResponse,
  ): void {
    const entities = new EntityPlaces(this.#data, batches);
    const { service, rootFetch } = request;
    const before = this.#errors.length;
    let told = 0;
    for (const error of errors) {
      if (this.#errors.length - before >= maxErrors) break;
      told += 1;
      if (!error.path?.length) {
        this.#addWhole(request, batches, error);
        continue;
      }
      const places = rootFetch ? [error.path] : entities.of(error.path);
      const paths = places.flatMap((place) => this.#clientPathsOf(place));
      if (paths.length === 0) this.#add(service, error.message, undefined, error.extensions);
      for (const path of paths.slice(0, maxErrors)) this.#add(service, error.message, path, error.extensions);
    }
    const more = errors.length - told + moreErrors;
    if (more > 0) this.#add(service, `The subgraph "${service}" sent ${more} more errors.`, undefined);
  }

  /** A response without data, whose errors say why. */
  addEmpty({ service, rootFetch }: CompiledRequest, batches: readonly EntityBatch[]): void {
    if (rootFetch) markTold(this.#data, service);
    for (const { targets } of batches) for (const object of targets) markTold(object, service);
  }

  /** Adds one error for a failed request, at the first field that it would have brought. */
  addFailure(request: CompiledRequest, batches: readonly EntityBatch[], failure: FetchFailure): void {
    const { code, message } = failure;
    const age = this.#ageOfLastResponse(request.service);
    this.#addWhole(request, batches, { message, extensions: { code, ...age } });
  }

  /**
   * Adds an error for the objects that a subgraph could not be asked for. It names the subgraph that failed before, if one
   * did.
   */
  addIncomplete(
    service: string,
    group: CompiledGroup,
    incomplete: readonly ResponseObject[],
    [faulty = service]: readonly string[],
  ): void {
    if (incomplete.length === 0) return;
    const missing = faulty === service ? "something that it requires" : `what it requires of "${faulty}"`;
    const message = `The subgraph "${service}" could not be asked: ${missing} is missing.`;
    // Of a type with none of the selected fields, nothing is missing.
    this.#addOnce(faulty, this.#fieldPlaces(group, incomplete), { message }, { isSelected: true });
    for (const object of incomplete) markTold(object, service);
  }

  /** Adds one error for objects that did not get their fields, at the first of these. */
  addEntities(
    service: string,
    group: CompiledGroup,
    objects: readonly ResponseObject[],
    { code, message }: FetchFailure,
  ): void {
    this.#addOnce(service, this.#fieldPlaces(group, objects), { message, extensions: { code } });
    for (const object of objects) markTold(object, service);
  }

  /** Adds one error about all that a request would have brought. */
  #addWhole(request: CompiledRequest, batches: readonly EntityBatch[], error: GraphQLFormattedError): void {
    const { service, rootFetch } = request;
    const places = rootFetch
      ? namesIn(rootFetch.selectionSet).map((name) => [name])
      : batches.flatMap(({ group, targets }) => this.#fieldPlaces(group, targets));
    this.#addOnce(service, places, error);
    this.addEmpty(request, batches);
  }

  /**
   * Adds one error about several places: at the first one that the client selected, or else at the object around the first.
   * Where the client selected more of them, it says which fields they are. `isSelected`: only where it selected one.
   */
  #addOnce(
    service: string,
    places: readonly ResponsePath[],
    { message, extensions }: GraphQLFormattedError,
    { isSelected = false } = {},
  ): void {
    const found = places
      .slice(0, maxErrors)
      .flatMap((place) => clientPaths(this.#program.shape, this.#data, place));
    const selected = found.filter(({ isWhole }) => isWhole).map(({ path }) => path);
    if (isSelected && selected.length === 0) return;
    const fields = selected.length > 1 ? { fields: [...new Set(selected.map(fieldAt))] } : {};
    this.#add(service, message, selected[0] ?? found[0]?.path, { ...extensions, ...fields });
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

  /** How old the last good response of the subgraph is. Null: there was none since the start. */
  #ageOfLastResponse(service: string): { readonly lastAnsweredSecondsAgo?: number | null } {
    const state = this.#sources.get(service)?.state;
    if (!state) return {};
    const { lastAnsweredAt: at } = state;
    return { lastAnsweredSecondsAgo: at === null ? null : Math.floor((Date.now() - at) / 1_000) };
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

/** Such as "things.size" for the sizes of all things. */
const fieldAt = (path: ResponsePath): string => path.filter((step) => typeof step === "string").join(".");

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
