import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import type { Executor as ApolloExecutor, ExecutorResult, Gateway } from "@an-sinh/server/executable-graph";
import type { Logger } from "@an-sinh/server/logger";
import type { RateLimits } from "@an-sinh/server/rate-limits";
import type { QueryPlanner } from "@apollo/query-planner";
import { lexicographicSortSchema, printSchema, type DocumentNode, type GraphQLSchema } from "graphql";
import { apolloGraph } from "./apollo-graph.js";
import { Authorization } from "./authorization/authorization.js";
import { demandsOf } from "./authorization/demands.js";
import type { EvaluatePolicies } from "./authorization/grants.js";
import type { OnUnauthorized } from "./authorization/unauthorized.js";
import { GraphSources } from "./data-sources/graph-sources.js";
import type { Subgraph } from "./data-sources/shared-sources.js";
import type { SubgraphSource } from "./data-sources/subgraph-source.js";
import { CostLimits, type CostBudgets } from "./cost/cost-limits.js";
import { CompiledExecutor, type ExecutorAnswer, type ExecutorRequest } from "./execution/executor.js";
import { expectedUses } from "./execution/expected-uses.js";
import { toExecutorRequest } from "./execution/executor-request.js";
import type { UsedOperation } from "./execution/used-operation.js";
import { AuditedTypes, readAuditedTypes } from "./execution/operation/audited-types.js";
import type { FetchHooks } from "./execution/run/fetch-hooks.js";
import type { ReadRecorder } from "./execution/run/read-recorder.js";
import type { Executor } from "./executor-setting.js";
import { stockExecutor } from "./stock-executor/stock-executor.js";
import type { GatewayRequest } from "./gateway-request.js";
import { clientRecorder } from "./nodes/client-recorder.js";
import { NodeOperations } from "./nodes/node-operations.js";
import { withNodes as withNodeSchema } from "./nodes/node-schema.js";
import { findNodeTypes } from "./nodes/node-types.js";
import { executedDocuments } from "./nodes/ready-nodes.js";
import { withNodes } from "./nodes/with-nodes.js";
import { withAdmission } from "./limits/admission.js";
import { RefusedReads } from "./limits/refused-reads.js";
import { SecretLookups } from "./lookups/secret-lookups.js";
import { defaultAnswerLimits, type AnswerLimits } from "./responses/answer-budget.js";
import { readGraphFacts, type GraphFacts } from "./reports/graph-facts.js";
import type { SubgraphState } from "./resilience/subgraph-state.js";
import { prepareSupergraph, type PreparedSupergraph } from "./planning/prepare-supergraph.js";

export interface SupergraphOptions {
  /** A composed Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** The same, parsed. */
  readonly composed: DocumentNode;
  /** Whether it is known to be what composition made. Default: Apollo Gateway checks it, unless NODE_ENV is production. */
  readonly isChecked?: boolean | undefined;
  /** Makes the source of a subgraph. `url` is the one in the supergraph, it may be empty. */
  readonly sourceFor: (subgraph: Subgraph) => SubgraphSource;
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

/** A graph over subgraphs: Apollo Gateway reads the supergraph and plans, and our executor answers. */
export interface SupergraphGateway {
  readonly gateway: Gateway;
  /** Called before a document is parsed that is not known. Rejects with `ClientError`. Undefined: any may be. */
  readonly admitDocument: ((context: GatewayRequest, characters: number) => Promise<void>) | undefined;
  subgraphStates(): readonly SubgraphState[];
  /** The operations that were used most, of those that are kept. */
  mostUsed(count: number): readonly UsedOperation[];
  /** The operations of documents as they may be used before anyone did. */
  expected(documents: Iterable<string>): readonly UsedOperation[];
  /** Plans and compiles a valid operation as it was used with another supergraph, or as it is expected to be. */
  prepare(used: UsedOperation, document: DocumentNode): Promise<void>;
  /** What the graph says of its fields. Undefined: it was not loaded yet. */
  facts(): GraphFacts | undefined;
  /** How full its cache of programs is, and how it was asked. */
  programs(): CacheState;
  /** What clients see of the graph, as SDL. Empty before it is loaded. */
  apiSdl(): string;
  closeSources(): Promise<void>;
}

export function createSupergraphGateway(options: SupergraphOptions): SupergraphGateway {
  const { supergraphSdl, composed, executor, logger, costBudgets, rateLimits } = options;
  const { evaluatePolicies = noPolicy, expectedScopes = [], answerLimits = defaultAnswerLimits } = options;
  const costs = costBudgets && new CostLimits(composed, costBudgets, rateLimits);
  const admitDocument =
    costs && ((context: GatewayRequest, characters: number) => costs.admitDocument(context, characters));
  const limits = { lookups: new SecretLookups(composed, rateLimits), costs };
  const demands = demandsOf(composed);
  const sources = new GraphSources(options.sourceFor, options.releaseSource);
  const supergraph = prepareSupergraph(composed);
  let compiled: CompiledExecutor | undefined;
  let nodes: NodeOperations | undefined;
  let api: GraphQLSchema | undefined;
  let apiSdl: string | undefined;
  let facts: GraphFacts | undefined;
  const gateway = apolloGraph({
    supergraphSdl: executor === "stock" ? supergraphSdl : supergraph.sdl,
    isChecked: options.isChecked,
    logger,
    sourceOf: (subgraph) => sources.open(subgraph),
    apiOf: (schema) => {
      const { types, ambiguous } = findNodeTypes(schema, composed);
      for (const type of ambiguous)
        logger.warn({ type }, "Several root fields give the type by its id: node gives none.");
      const shown = withNodeSchema(schema, types);
      nodes = types.size > 0 ? new NodeOperations(shown, types) : undefined;
      return shown;
    },
    executorOf: ({ schema, planner, executor: stock }) => {
      api = schema;
      facts = readGraphFacts(schema, composed);
      const authorization = new Authorization(demands, schema, evaluatePolicies);
      const around = (execute: ApolloExecutor, refused?: RefusedReads) =>
        nodes ? withNodes(execute, { operations: nodes, admit: admitDocument, refused }) : execute;
      if (executor === "stock")
        return around(withAdmission(stockExecutor(stock, { schema, authorization, answerLimits }), limits));
      const graph = { schema, planner, supergraph, composed, sources: sources.byName, authorization };
      const made = compile(options, { ...graph, nodes });
      ({ compiled } = made);
      return around(withAdmission(made.execute, { ...limits, ...made }), made.refusedReads);
    },
  });
  return {
    gateway,
    admitDocument,
    subgraphStates: () => sources.states(),
    mostUsed: (count) =>
      compiled
        ?.mostUsed(count)
        .map((used) => ({ ...used, nodes: used.from && nodes?.sequenceOf(used.from) })) ?? [],
    expected: (documents) =>
      [...documents].flatMap((source) => expectedUses(source, demands, expectedScopes)),
    prepare: async (used, document) => {
      for (const executed of executedDocuments(nodes, used, document))
        await compiled?.prepare(used, executed);
    },
    facts: () => facts,
    programs: () => compiled?.programs ?? noCache,
    apiSdl: () => (apiSdl ??= api && `${printSchema(lexicographicSortSchema(api))}\n`) ?? "",
    closeSources: () => sources.close(),
  };
}

const noCache = { entries: 0, bytes: 0, hits: 0, misses: 0 };

const noPolicy: EvaluatePolicies = async () => new Set();

interface Compiling {
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly supergraph: PreparedSupergraph;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  readonly composed: DocumentNode;
  readonly authorization: Authorization;
  readonly nodes: NodeOperations | undefined;
}

function compile(options: SupergraphOptions, { composed, nodes, ...compiling }: Compiling) {
  const { logger, hooks = {}, onUnauthorized = "cut", keepsResponses } = options;
  const recorder = options.recorder && nodes ? clientRecorder(options.recorder, nodes) : options.recorder;
  const { answerLimits = defaultAnswerLimits } = options;
  const types = recorder && new AuditedTypes(readAuditedTypes(composed), compiling.schema);
  const recording = recorder && types && { recorder, types };
  const serving = { logger, hooks, recording, onUnauthorized, answerLimits, keepsResponses };
  const compiled = new CompiledExecutor({ ...compiling, ...serving });
  const execute = toApolloExecutor((asked) => compiled.execute(asked));
  return { compiled, execute, refusedReads: recording && new RefusedReads(recorder, recording.types) };
}

const toApolloExecutor =
  (execute: (asked: ExecutorRequest) => Promise<ExecutorAnswer>): ApolloExecutor =>
  async (asked) =>
    (await execute(toExecutorRequest(asked))) as unknown as ExecutorResult;
