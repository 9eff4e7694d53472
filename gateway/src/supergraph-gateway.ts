import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import { JsonText } from "@an-sinh/server/json-text";
import type { ExecutableGraph } from "@an-sinh/server/executable-graph";
import type { Logger } from "@an-sinh/server/logger";
import type { RateLimits } from "@an-sinh/server/rate-limits";
import { ApolloGateway } from "@apollo/gateway";
import type { QueryPlanner } from "@apollo/query-planner";
import { parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { Authorization } from "./authorization/authorization.js";
import { demandsOf } from "./authorization/demands.js";
import type { EvaluatePolicies } from "./authorization/grants.js";
import { supportAccessDirectives } from "./authorization/supported-features.js";
import type { OnUnauthorized } from "./authorization/unauthorized.js";
import type { GatewayContext, SubgraphSource } from "./data-sources/subgraph-source.js";
import { CostLimits, type CostBudgets } from "./cost/cost-limits.js";
import { disableVendorTelemetry } from "./env.js";
import { CompiledExecutor, type ExecutorAnswer, type ExecutorRequest } from "./execution/executor.js";
import { expectedUses } from "./execution/expected-uses.js";
import type { UsedOperation } from "./execution/used-operation.js";
import { AuditedTypes, readAuditedTypes } from "./execution/operation/audited-types.js";
import { toClientFault } from "./errors/client-faults.js";
import type { FetchHooks } from "./execution/run/fetch-hooks.js";
import type { ReadRecorder } from "./execution/run/read-recorder.js";
import { plannerConfig } from "./execution/plan/planner.js";
import type { Executor } from "./executor-setting.js";
import type { GatewayRequest } from "./gateway-request.js";
import { withAdmission } from "./limits/admission.js";
import { RefusedReads } from "./limits/refused-reads.js";
import { SecretLookups } from "./lookups/secret-lookups.js";
import {
  AnswerTooLargeError,
  checkBytes,
  defaultAnswerLimits,
  type AnswerLimits,
} from "./responses/answer-budget.js";
import type { SubgraphState } from "./resilience/subgraph-state.js";
import { prepareSupergraph } from "./planning/prepare-supergraph.js";
import { stockRejection } from "./stock-executor/stock-authorization.js";
import { toJsonText } from "./responses/exact-json.js";
import { toStockSource } from "./stock-executor/stock-source.js";

export interface SupergraphOptions {
  /** A composed Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** Makes the source of a subgraph. `url` is the one in the supergraph, it may be empty. */
  readonly sourceFor: (subgraph: { readonly name: string; readonly url: string }) => SubgraphSource;
  /** Called with each source when nothing uses it any more. Default: it is closed. */
  readonly releaseSource?: (source: SubgraphSource) => Promise<void>;
  readonly logger: Logger;
  /** Default: compiled. */
  readonly executor?: Executor;
  readonly hooks?: FetchHooks | undefined;
  /** Whether the sources keep responses. Default: false. */
  readonly keepsResponses?: boolean;
  /** Default: cut. With the stock executor: reject. */
  readonly onUnauthorized?: OnUnauthorized;
  /** Which policies of `@policy` hold for a caller. Default: none. */
  readonly evaluatePolicies?: EvaluatePolicies;
  /** The scopes of callers for whom operations are made ready, beside all scopes and none. Default: no others. */
  readonly expectedScopes?: readonly (readonly string[])[] | undefined;
  /** Default: an operation may cost anything. */
  readonly costBudgets?: CostBudgets | undefined;
  /** Default: see answer-budget.ts. */
  readonly answerLimits?: AnswerLimits | undefined;
  /** Counts what callers ask. */
  readonly rateLimits: RateLimits;
  /** Learns what operations read of audited types. The stock executor tells it nothing. */
  readonly recorder?: ReadRecorder | undefined;
}

type ApolloGraph = Extract<ExecutableGraph, { readonly gateway: unknown }>["gateway"];
type Execute = NonNullable<Awaited<ReturnType<ApolloGraph["load"]>>["executor"]>;

/** A graph over subgraphs: Apollo Gateway reads the supergraph and plans, and our executor answers. */
export interface SupergraphGateway {
  readonly gateway: ApolloGraph;
  /** Called before a document is parsed that is not known. Rejects with `ClientError`. Undefined: any may be. */
  readonly admitDocument: ((context: GatewayRequest, characters: number) => Promise<void>) | undefined;
  subgraphStates(): readonly SubgraphState[];
  /** The operations that were used most, of those that are kept. */
  mostUsed(count: number): readonly UsedOperation[];
  /** The operations of documents as they may be used before anyone did. */
  expected(documents: Iterable<string>): readonly UsedOperation[];
  /** Plans and compiles a valid operation as it was used with another supergraph, or as it is expected to be. */
  prepare(used: UsedOperation, document: DocumentNode): Promise<void>;
  /** How full its cache of programs is, and how it was asked. */
  programs(): CacheState;
  closeSources(): Promise<void>;
}

export function createSupergraphGateway(options: SupergraphOptions): SupergraphGateway {
  const { supergraphSdl, sourceFor, logger, executor = "compiled", hooks = {} } = options;
  const { costBudgets, rateLimits, recorder, answerLimits = defaultAnswerLimits } = options;
  const { onUnauthorized = "cut", evaluatePolicies = noPolicy, expectedScopes = [] } = options;
  const { keepsResponses } = options;
  const composed = parse(supergraphSdl, { noLocation: true });
  const costs = costBudgets && new CostLimits(composed, costBudgets, rateLimits);
  const limits = { lookups: new SecretLookups(composed, rateLimits), costs };
  const demands = demandsOf(composed);
  const releaseSource = options.releaseSource ?? (async (source) => source.close?.());
  const sources = new Map<string, SubgraphSource>();
  let compiled: CompiledExecutor | undefined;
  const supergraph = prepareSupergraph(supergraphSdl);
  disableVendorTelemetry();
  supportAccessDirectives();
  const apollo = new ApolloGateway({
    supergraphSdl: executor === "stock" ? supergraphSdl : supergraph.sdl,
    logger,
    // Apollo Gateway 2.14.4 shows the query plan to any client that asks, unless NODE_ENV is "production".
    // Test: gateway/test/privacy.test.ts.
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: plannerConfig,
    buildService: ({ name, url }) => {
      const source = sourceFor({ name, url: url ?? "" });
      sources.set(name, source);
      return toStockSource(source);
    },
  });
  return {
    gateway: {
      onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
      stop: () => apollo.stop(),
      load: async () => {
        // The server passes on an APOLLO_KEY from the environment. Apollo Gateway 2.14.4 then logs a warning that it
        // does not use the key. Test: gateway/test/main.test.ts.
        const loaded = await apollo.load({ apollo: {} });
        const { schema } = loaded;
        const authorization = new Authorization(demands, schema, evaluatePolicies);
        if (executor === "stock") {
          const authorized = authorizedStock(loaded.executor, schema, authorization);
          return { executor: withAdmission(withinLimits(authorized, answerLimits), limits) };
        }
        const planner = plannerOf(apollo);
        const recording = recorder && {
          recorder,
          types: new AuditedTypes(readAuditedTypes(composed), schema),
        };
        const deciding = { authorization, onUnauthorized, answerLimits, keepsResponses };
        const serving = { sources, logger, hooks, recording, ...deciding };
        const executing = new CompiledExecutor({ schema, supergraph, planner, ...serving });
        const execute = toApolloExecutor((asked) => executing.execute(asked));
        compiled = executing;
        const refusedReads = recording && new RefusedReads(recording.recorder, recording.types);
        return { executor: withAdmission(execute, { ...limits, refusedReads }) };
      },
    },
    admitDocument: costs && ((context, characters) => costs.admitDocument(context, characters)),
    subgraphStates: () => [...sources.values()].flatMap(({ state }) => state ?? []),
    mostUsed: (count) => compiled?.mostUsed(count) ?? [],
    expected: (documents) =>
      [...documents].flatMap((source) => expectedUses(source, demands, expectedScopes)),
    prepare: async (used, document) => compiled?.prepare(used, document),
    programs: () => compiled?.programs ?? noCache,
    closeSources: async () => {
      await Promise.all([...sources.values()].map(releaseSource));
    },
  };
}

const noCache = { entries: 0, bytes: 0, hits: 0, misses: 0 };

const noPolicy: EvaluatePolicies = async () => new Set();

function plannerOf(loaded: ApolloGateway): QueryPlanner {
  // oxlint-disable-next-line no-underscore-dangle -- There is no other way to the planner of a loaded gateway.
  const { queryPlanner } = loaded.__testing();
  if (!queryPlanner) throw new Error("Expected Apollo Gateway to have a query planner after it loaded");
  return queryPlanner;
}

type Answer = Awaited<ReturnType<Execute>>;

function toApolloExecutor(execute: (asked: ExecutorRequest) => Promise<ExecutorAnswer>): Execute {
  return async (asked) => (await execute(toExecutorRequest(asked))) as unknown as Answer;
}

/** Rejects what the caller may not see, and leaves the rest to Apollo Gateway. */
function authorizedStock(execute: Execute, schema: GraphQLSchema, authorization: Authorization): Execute {
  return async (asked) => {
    const errors = await stockRejection(toExecutorRequest(asked), schema, authorization);
    if (errors.length > 0) return { errors };
    try {
      return await execute(asked);
    } catch (error) {
      throw toClientFault(error) ?? error;
    }
  };
}

/**
 * Measures the finished answer. Apollo Gateway takes what a source throws for a failure of the subgraph alone, and writes
 * no text, so the server sends this one.
 */
function withinLimits(execute: Execute, limits: AnswerLimits): Execute {
  return async (asked) => {
    const answer = await execute(asked);
    if (!answer.data) return answer;
    try {
      toExecutorRequest(asked).context.budget?.check();
      const text = toJsonText(answer.data);
      checkBytes(text, limits);
      return { ...answer, data: new JsonText(text) } as unknown as Answer;
    } catch (error) {
      if (error instanceof AnswerTooLargeError) return { data: null, errors: [error] };
      throw error;
    }
  };
}

function toExecutorRequest({ document, request, context }: Parameters<Execute>[0]): ExecutorRequest {
  return {
    document,
    operationName: request.operationName,
    variables: request.variables ?? {},
    context: context as unknown as GatewayContext,
  };
}
