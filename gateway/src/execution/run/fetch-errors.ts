import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { SubgraphSource } from "../../data-sources/subgraph-source.js";
import type { SubgraphResponse } from "../../responses/subgraph-response.js";
import { tellOf, type FetchFailure } from "../../responses/fetch-failure.js";
import { clientPaths } from "../answer/client-paths.js";
import type { EntityBatch } from "./entity-batch.js";
import { placesAt, type ResponsePath } from "../entities/entity-paths.js";
import { EntityPlaces } from "./entity-places.js";
import { errorKind, fieldAt } from "../../responses/error-kind.js";
import { firstErrors, maxErrors } from "../../responses/max-errors.js";
import type { CompiledGroup, CompiledRequest, Program } from "./program.js";
import { selectedNames } from "../entities/selected-names.js";
import { markTold } from "../entities/told-objects.js";
import type { ResponseObject } from "../values/response-objects.js";

/** An error of a response at one of the places that it concerns. */
interface PlacedError {
  readonly message: string;
  /** With the client's names. Undefined: it is at no place of the answer. */
  readonly path: ResponsePath | undefined;
  readonly extensions: GraphQLFormattedError["extensions"] & {};
  /** Which error of the response it is. */
  readonly index: number;
}

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
    const { service } = request;
    const first = firstErrors(errors, errorKind);
    const whole = first.filter(({ path }) => !path?.length);
    if (whole.length > 0) this.#addWhole(request, batches, whole);
    const placed = this.#placed(request, batches, first);
    const told = firstErrors(placed, errorKind, maxErrors - whole.length);
    for (const { message, path, extensions } of told) this.#add(service, message, path, extensions);
    const toldCount = whole.length + new Set(told.map(({ index }) => index)).size;
    const more = errors.length - toldCount + moreErrors;
    if (more > 0) this.#add(service, tellOf(service, `sent ${more} more errors`), undefined);
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
    this.#addWhole(request, batches, [{ message, extensions: { code, ...age } }]);
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
    const message = tellOf(service, `could not be asked: ${missing} is missing`);
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

  /** The errors that have a path, at each place of the answer that they concern. */
  #placed(
    { rootFetch }: CompiledRequest,
    batches: readonly EntityBatch[],
    errors: readonly GraphQLFormattedError[],
  ): readonly PlacedError[] {
    const entities = new EntityPlaces(this.#data, batches);
    return errors.flatMap(({ message, path: internal, extensions = {} }, index): readonly PlacedError[] => {
      if (!internal?.length) return [];
      const places = rootFetch ? [internal] : entities.of(internal);
      const paths = places.flatMap((place) => this.#clientPathsOf(place)).slice(0, maxErrors);
      const known = paths.length > 0 ? paths : [undefined];
      return known.map((path) => ({ message, path, extensions, index }));
    });
  }

  /** Adds errors, each of which is about all that a request would have brought. */
  #addWhole(
    request: CompiledRequest,
    batches: readonly EntityBatch[],
    errors: readonly GraphQLFormattedError[],
  ): void {
    const { service, rootFetch } = request;
    const places = rootFetch
      ? selectedNames(rootFetch.selectionSet).map((name) => [name])
      : batches.flatMap(({ group, targets }) => this.#fieldPlaces(group, targets));
    for (const error of errors) this.#addOnce(service, places, error);
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
    const found = places.flatMap((place) => clientPaths(this.#program.shape, this.#data, place));
    const selected = found.filter(({ isWhole }) => isWhole).map(({ path }) => path);
    if (isSelected && selected.length === 0) return;
    const fields = selected.length > 1 ? { fields: [...new Set(selected.map(fieldAt))] } : {};
    this.#add(service, message, selected[0] ?? found[0]?.path, { ...extensions, ...fields });
  }

  /** The places of the fields of some objects. Of each field of a type, two stand for all. */
  #fieldPlaces(group: CompiledGroup, objects: readonly ResponseObject[]): readonly ResponsePath[] {
    const found = placesAt(this.#data, group.paths);
    const places: ResponsePath[] = [];
    const counts = new Map<string, number>();
    for (const object of new Set(objects))
      for (const place of found.get(object) ?? []) {
        const kind = `${String(object["__typename"])} ${fieldAt(place)}`;
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (count > 2) continue;
        const names = selectedNames(group.fetch.selectionSet, (condition) =>
          this.#isOfType(object, condition),
        );
        for (const name of names) places.push([...place, name]);
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
