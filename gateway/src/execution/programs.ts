import type { Caller } from "@an-sinh/server/caller";
import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import type { ErrorLogger } from "@an-sinh/server/present-error";
import type { QueryPlanner } from "@apollo/query-planner";
import { buildASTSchema, type GraphQLError, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import type { Decision } from "../authorization/authorization.js";
import { unauthorizedErrors, type OnUnauthorized } from "../authorization/unauthorized.js";
import type { SubgraphSource } from "../data-sources/subgraph-source.js";
import { EntityKeys } from "../planning/entity-keys.js";
import { readScalarForms } from "../planning/scalar-forms.js";
import type { PreparedSupergraph } from "../planning/prepare-supergraph.js";
import { CachePolicies } from "../response-cache/cache-policies.js";
import type { AnswerLimits } from "../responses/answer-budget.js";
import { Introspection } from "./answer/introspection.js";
import type { AuditedTypes } from "./operation/audited-types.js";
import type { ClientOperation } from "./operation/client-operation.js";
import { nameRulesOf } from "./operation/name-rules.js";
import { settleOperation, type Conditions, type SettlingRules } from "./operation/settled-operation.js";
import { askedKeys } from "./entities/asked-keys.js";
import { plannedFetches } from "./plan/planned-fetches.js";
import { OperationPlanner } from "./plan/planner.js";
import type { KeysOf } from "./plan/subgraph-requests.js";
import { compileAuditedReads, type AuditedReads } from "./run/audited-ids.js";
import { compileProgram, type Program } from "./run/program.js";
import type { UsedOperation } from "./used-operation.js";
import { SupergraphTypes } from "./values/supergraph-types.js";

export interface CompilingOptions {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraph: PreparedSupergraph;
  readonly planner: QueryPlanner;
  readonly logger: ErrorLogger;
  readonly onUnauthorized: OnUnauthorized;
  readonly answerLimits: AnswerLimits;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  /** Whether the sources keep responses. */
  readonly keepsResponses?: boolean | undefined;
}

/** A program, with what the schema answers. */
export interface CachedProgram {
  readonly program: Program;
  readonly introspection: Introspection;
  /** What the caller may not see. */
  readonly unauthorized: readonly GraphQLError[];
  readonly audited: AuditedReads | undefined;
  /** An estimate. */
  readonly bytes: number;
}

/** A program, and how it was used. */
interface KeptProgram extends Pick<UsedOperation, "conditions" | "isSignedIn" | "scopes"> {
  readonly cached: CachedProgram;
  readonly operation: ClientOperation;
  uses: number;
}

const cachedBytes = 100 * 1024 * 1024;

/** A larger program is not kept, so that a few of them cannot drive out all others. */
const largestKeptBytes = 8 * 1024 * 1024;

/** A program needs 1 to 4 KiB for each selection, without the values in the document. */
const bytesOfSelection = 2 * 1024;

/** A document for a subgraph is kept as text, as syntax tree and as what is compiled of it. */
const bytesOfCharacter = 8;

/** The nodes of the syntax tree that a program holds hold the client's document. */
const bytesOfSource = 2;

/** Plans and compiles each operation once, and keeps the programs that are used most recently. */
export class Programs {
  readonly #options: CompilingOptions;
  readonly #types: SupergraphTypes;
  readonly #rules: SettlingRules;
  readonly #planner: OperationPlanner;
  readonly #keysOf: KeysOf;
  readonly #policies: CachePolicies | undefined;
  readonly #kept = new LRUCache<string, KeptProgram>({
    maxSize: cachedBytes,
    maxEntrySize: largestKeptBytes,
    sizeCalculation: ({ cached }) => cached.bytes,
  });
  readonly #ids = new WeakMap<ClientOperation, number>();
  #lastId = 0;
  #lookups = 0;
  #compilations = 0;

  /** `audited` is undefined where it is not recorded what operations read. */
  constructor(options: CompilingOptions, audited: AuditedTypes | undefined) {
    const { sdl, document: supergraph, virtualFields } = options.supergraph;
    this.#options = options;
    this.#planner = new OperationPlanner(options.planner, options.supergraph, options.logger);
    const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    this.#types = new SupergraphTypes(schema, virtualFields, readScalarForms(supergraph));
    this.#policies = options.keepsResponses ? new CachePolicies(sdl, supergraph, schema) : undefined;
    const keys = new EntityKeys(supergraph);
    this.#keysOf = (fetch) =>
      options.sources.get(fetch.service)?.checksKeys ? askedKeys(fetch, keys) : undefined;
    this.#rules = { schema: options.schema, names: nameRulesOf(supergraph), audited };
  }

  /** How many programs were made, since the start. */
  get compilations(): number {
    return this.#compilations;
  }

  get state(): CacheState {
    const { size: entries, calculatedSize: bytes } = this.#kept;
    return { entries, bytes, hits: this.#lookups - this.#compilations, misses: this.#compilations };
  }

  /** Throws `ClientError` where the operation selects too much. */
  of(
    operation: ClientOperation,
    conditions: Conditions,
    decision: Decision,
    { subject, scopes }: Pick<Caller, "subject" | "scopes">,
  ): CachedProgram {
    const key = this.#keyOf(operation, conditions, decision);
    const known = this.#kept.get(key);
    this.#lookups += 1;
    if (known) {
      known.uses += 1;
      return known.cached;
    }
    this.#compilations += 1;
    const cached = this.#compile(operation, conditions, decision);
    this.#kept.set(key, {
      cached,
      operation,
      conditions,
      isSignedIn: subject !== null,
      scopes,
      uses: 1,
    });
    return cached;
  }

  /** The operations that were used most, of those that are kept. The most used comes first. */
  mostUsed(count: number): readonly UsedOperation[] {
    return [...this.#kept.values()]
      .toSorted((left, right) => right.uses - left.uses)
      .slice(0, count)
      .flatMap(({ operation: { node, name: operationName }, conditions, isSignedIn, scopes, uses }) => {
        const from = node.loc?.source;
        if (!from) return [];
        return [{ source: from.body, from, operationName, conditions, isSignedIn, scopes, uses }];
      });
  }

  #compile({ node, fragments }: ClientOperation, conditions: Conditions, decision: Decision): CachedProgram {
    const { schema, onUnauthorized, answerLimits } = this.#options;
    const settled = settleOperation(this.#rules, node, fragments, conditions, decision);
    const { plan, supergraph } = this.#planner.plan(settled);
    const fetches = plannedFetches(plan, settled.node.operation === "mutation", supergraph);
    const program = compileProgram(settled, fetches, {
      schema,
      types: this.#types,
      limits: answerLimits,
      keysOf: this.#keysOf,
      policies: this.#policies,
    });
    const introspection = new Introspection(schema, settled, fragments);
    const { length: source = 0 } = node.loc?.source.body ?? "";
    const characters = program.requests.reduce((sum, { operation: { query } }) => sum + query.length, 0);
    return {
      program,
      introspection,
      unauthorized: unauthorizedErrors(settled.cuts, onUnauthorized),
      audited: compileAuditedReads(settled),
      bytes:
        settled.size * bytesOfSelection +
        source * bytesOfSource +
        characters * bytesOfCharacter +
        introspection.bytes,
    };
  }

  #keyOf(operation: ClientOperation, conditions: Conditions, { key }: Decision): string {
    let id = this.#ids.get(operation);
    if (id === undefined) {
      id = this.#lastId += 1;
      this.#ids.set(operation, id);
    }
    const settled = conditions.size === 0 ? String(id) : `${id} ${conditionKey(operation, conditions)}`;
    return key === "" ? settled : `${settled}/${key}`;
  }
}

/** What the conditions decide, without their names, which may be long. */
const conditionKey = ({ conditions }: ClientOperation, decided: Conditions): string =>
  conditions.map(({ variable }) => decided.get(variable.name.value) ?? "null").join(" ");
