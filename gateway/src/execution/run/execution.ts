import type { GraphQLError } from "graphql";
import type { GatewayContext, SubgraphSource } from "../../data-sources/subgraph-source.js";
import type { SubgraphResponse } from "../../responses/subgraph-response.js";
import { tellOf, type FetchFailure } from "../../responses/fetch-failure.js";
import { EntityBatch } from "./entity-batch.js";
import { FetchErrors } from "./fetch-errors.js";
import type { FetchHooks } from "./fetch-hooks.js";
import { renameFields } from "../entities/output-rewrites.js";
import { isUnknown, markUnknown } from "../entities/unknown-entities.js";
import type { CompiledRequest, Program } from "./program.js";
import { RequestVariables } from "./request-variables.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";
import { sendFetch, type FetchResult } from "./send-fetch.js";

export interface ExecutionOptions {
  readonly program: Program;
  /** The values of the client's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  readonly hooks: FetchHooks;
}

/** One run of a program. Each request starts as soon as those are complete that it needs. */
export class Execution {
  readonly data: ResponseObject = {};
  readonly errors: GraphQLError[] = [];
  readonly #options: ExecutionOptions;
  readonly #fetchErrors: FetchErrors;
  /** For how many others each request still waits. */
  readonly #waiting: number[];
  /** Responses that may be kept once nothing is found wrong with them. */
  readonly #keepable: (readonly [service: string, keep: () => void])[] = [];
  /** The subgraphs because of which a request brought less than it should. */
  readonly #faulty = new Map<CompiledRequest, ReadonlySet<string>>();
  #open: number;
  #finish: () => void = () => undefined;
  #abort: (error: unknown) => void = () => undefined;

  constructor(options: ExecutionOptions) {
    const { program, sources } = options;
    const { requests } = program;
    this.#options = options;
    this.#fetchErrors = new FetchErrors(program, this.data, this.errors, sources);
    this.#waiting = requests.map(({ needs }) => needs.length);
    this.#open = requests.length;
  }

  /** Resolves when all requests are complete. Rejects only where the answer gets too large or the gateway itself is at fault. */
  run(): Promise<void> {
    const { requests } = this.#options.program;
    if (requests.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#abort = (error) => {
        this.#options.context.abandon?.();
        reject(error);
      };
      for (const request of requests) if (request.needs.length === 0) this.#start(request);
    });
  }

  /** Keeps the responses of subgraphs that no error of the answer is about. To be called when the answer is written. */
  keepResponses(): void {
    if (this.#keepable.length === 0) return;
    const faulty = new Set(this.errors.map(({ extensions }) => extensions["serviceName"]));
    if (faulty.has(undefined)) return;
    for (const [service, keep] of this.#keepable) if (!faulty.has(service)) keep();
  }

  #start(request: CompiledRequest): void {
    try {
      const batches = request.groups.map((group) => new EntityBatch(group, this.data));
      if (batches.some(({ incomplete }) => incomplete.length > 0)) this.#reportIncomplete(request, batches);
      if (request.root || batches.some(({ size }) => size > 0)) {
        this.#send(request, batches)
          .then((result) => {
            // Nobody waits for what is made of it any more.
            this.#options.context.signal.throwIfAborted();
            this.#accept(request, batches, result);
            this.#complete(request);
          })
          .catch(this.#abort);
      } else {
        this.#complete(request);
      }
    } catch (error) {
      this.#abort(error);
    }
  }

  #reportIncomplete(request: CompiledRequest, batches: readonly EntityBatch[]): void {
    const { requests } = this.#options.program;
    const needed = request.needs.flatMap((index) => requests[index] ?? []);
    const faulty = new Set(needed.flatMap((need) => [...(this.#faulty.get(need) ?? [])]));
    this.#faulty.set(request, faulty);
    for (const { group, incomplete } of batches) {
      const lacking = incomplete.filter((object) => !isUnknown(object));
      this.#fetchErrors.addIncomplete(request.service, group, lacking, [...faulty]);
      // Of an entity that there is not, nobody has anything.
      for (const object of incomplete) if (isUnknown(object)) markUnknown(object, request.service);
    }
  }

  #complete(request: CompiledRequest): void {
    const { requests } = this.#options.program;
    for (const index of request.dependents) {
      const waiting = (this.#waiting[index] ?? 0) - 1;
      this.#waiting[index] = waiting;
      const dependent = requests[index];
      if (waiting === 0 && dependent) this.#start(dependent);
    }
    this.#open -= 1;
    if (this.#open === 0) this.#finish();
  }

  #send(request: CompiledRequest, batches: readonly EntityBatch[]): Promise<FetchResult> {
    const { sources, context, hooks, variables } = this.#options;
    const source = sources.get(request.service);
    if (!source) throw new Error(`Expected a source for the subgraph ${request.service}`);
    return sendFetch(
      {
        service: request.service,
        operation: request.operation,
        variables: new RequestVariables(request.variables, variables, batches),
        representations: () => batches.flatMap((batch) => batch.values()),
      },
      source,
      context,
      hooks,
    );
  }

  #accept(request: CompiledRequest, batches: readonly EntityBatch[], result: FetchResult): void {
    if ("failure" in result || result.response.errors?.length) {
      this.#faulty.set(request, new Set([request.service, ...(this.#faulty.get(request) ?? [])]));
    }
    if ("failure" in result) {
      this.#fetchErrors.addFailure(request, batches, result.failure);
      return;
    }
    const { data, errors = [], keep } = result.response;
    if (keep) this.#keepable.push([request.service, keep]);
    if (request.root) this.#acceptRoot(request, result.response);
    else
      for (const batch of batches)
        this.#acceptEntities(request, batch, data?.[batch.group.alias], errors.length > 0);
    if (errors.length > 0) this.#fetchErrors.addResponse(request, batches, result.response);
  }

  #acceptRoot(request: CompiledRequest, { data, errors }: SubgraphResponse): void {
    if (isJsonObject(data) && request.root) {
      const { renames, merge } = request.root;
      if (renames.length > 0) renameFields(data, renames, this.#options.program.types);
      merge(this.data, data);
    } else if (errors?.length) {
      this.#fetchErrors.addEmpty(request, []);
    } else {
      this.#fetchErrors.addFailure(request, [], faultOf(request, "responded without data"));
    }
  }

  #acceptEntities(request: CompiledRequest, batch: EntityBatch, entities: unknown, hasErrors: boolean): void {
    if (Array.isArray(entities) && entities.length === batch.size) {
      const { renames } = batch.group;
      if (renames.length > 0) renameFields(entities, renames, this.#options.program.types);
      const { unknown, malformed, other } = batch.merge(entities);
      for (const object of unknown) markUnknown(object, request.service);
      this.#rejectEntities(request, batch, malformed, "sent a malformed entity");
      this.#rejectEntities(request, batch, other, "sent another entity than was requested");
    } else if (hasErrors && (entities === null || entities === undefined)) {
      this.#fetchErrors.addEmpty(request, [batch]);
    } else {
      const fault = faultOf(request, "responded with another number of entities than was requested");
      this.#fetchErrors.addFailure(request, [batch], fault);
    }
  }

  #rejectEntities(
    request: CompiledRequest,
    { group }: EntityBatch,
    objects: readonly ResponseObject[],
    what: string,
  ): void {
    if (objects.length === 0) return;
    this.#faulty.set(request, new Set([request.service, ...(this.#faulty.get(request) ?? [])]));
    this.#fetchErrors.addEntities(request.service, group, objects, faultOf(request, what));
  }
}

function faultOf({ service }: CompiledRequest, what: string): FetchFailure {
  return { code: "SUBGRAPH_ERROR", message: tellOf(service, what) };
}
