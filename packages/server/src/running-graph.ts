import { setImmediate, setTimeout } from "node:timers/promises";
import { ApolloServer } from "@apollo/server";
import type { GraphQLFormattedError, ValidationRule } from "graphql";
import { requestIdPlugin, standardPlugins, type IdentifiedContext } from "./apollo-plugins.js";
import { DirectAnswers } from "./direct-answers.js";
import { toApolloGateway, type ExecutableGraph } from "./executable-graph.js";
import type { Logger } from "./logger.js";
import { noIntrospection, withoutSuggestion } from "./no-introspection.js";
import { presentError } from "./present-error.js";
import { WarmUpContext, type WarmUp } from "./warm-up.js";

/** A graph, and what belongs to its schema. */
export interface ServedGraph<Context extends IdentifiedContext> {
  readonly graph: ExecutableGraph;
  /**
   * Called with the number of its characters before a document is parsed that was not answered before. Where it rejects,
   * the document is not parsed. Default: any is parsed.
   */
  readonly admitDocument?: ((context: Context, characters: number) => Promise<void>) | undefined;
  /** Releases what the graph holds. Called when its last request is answered. */
  readonly release?: (() => Promise<void>) | undefined;
}

/** What is the same for every graph of a server. */
export interface GraphRules {
  readonly logger: Logger;
  /** Whether a client may read the schema. If not, errors do not suggest names either. */
  readonly introspection: boolean;
  readonly validationRules?: readonly ValidationRule[];
  /** How many tokens a document may have. Default: no limit. */
  readonly maxTokens?: number | undefined;
  /** What a client gets for an error. Undefined: what `presentError` makes of it. */
  readonly formatError?: (error: unknown) => GraphQLFormattedError | undefined;
}

/** What is made ready waits for requests that are under way, but where there always are some it still comes to its end. */
const [pauseMs, mostPauseMs] = [10, 200];

/** A graph that answers, with everything that was made of its schema. Another one may take its place. */
export class RunningGraph<Context extends IdentifiedContext> {
  readonly apollo: ApolloServer<IdentifiedContext>;
  readonly direct: DirectAnswers;
  readonly admitDocument: ServedGraph<Context>["admitDocument"];
  readonly #release: ServedGraph<Context>["release"];
  #requests = 0;
  #whenIdle: (() => void) | undefined;
  #stopping: Promise<void> | undefined;

  /** Rejects where the graph cannot be served. It is released then. */
  static async start<Context extends IdentifiedContext>(
    served: ServedGraph<Context>,
    rules: GraphRules,
  ): Promise<RunningGraph<Context>> {
    try {
      const running = new RunningGraph(served, rules);
      await running.apollo.start();
      return running;
    } catch (error) {
      await served.release?.();
      throw error;
    }
  }

  /** The same, with the given operations made ready. */
  static async startWarm<Context extends IdentifiedContext>(
    served: ServedGraph<Context>,
    rules: GraphRules,
    warmUps: Iterable<WarmUp>,
  ): Promise<RunningGraph<Context>> {
    const running = await RunningGraph.start(served, rules);
    try {
      await running.warm(warmUps);
      return running;
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  private constructor({ graph, admitDocument, release }: ServedGraph<Context>, rules: GraphRules) {
    this.direct = new DirectAnswers(toApolloGateway(graph), formatterOf(rules));
    this.apollo = createApollo(rules, this.direct);
    this.admitDocument = admitDocument;
    this.#release = release;
  }

  /** How many requests are under way. */
  get requests(): number {
    return this.#requests;
  }

  /** Begins a request. `leave` has to follow. */
  enter(): void {
    this.#requests += 1;
  }

  leave(): void {
    this.#requests -= 1;
    if (this.#requests === 0) this.#whenIdle?.();
  }

  /**
   * Has operations ready before they are asked for. Those that are not valid here are passed over, and all that are left
   * when the graph stops.
   */
  async warm(operations: Iterable<WarmUp>): Promise<void> {
    const pause = () => this.#letRequestsGoFirst();
    for (const { query, operationName, prepare } of operations) {
      await pause();
      if (this.#stopping) return;
      const asked = operationName === undefined ? { query } : { query, operationName };
      const contextValue = new WarmUpContext((request) => prepare(request, pause));
      await this.apollo.executeOperation(asked, { contextValue });
    }
  }

  /** An answer takes many turns of the event loop: with a plan made in each of them, it took seconds. */
  async #letRequestsGoFirst(): Promise<void> {
    await setImmediate();
    for (let waitedMs = 0; this.#requests > 0 && waitedMs < mostPauseMs; waitedMs += pauseMs)
      await setTimeout(pauseMs);
  }

  /** Stops when the requests that have begun are answered. */
  async retire(): Promise<void> {
    if (this.#requests > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    await this.stop();
  }

  /** Stops and releases the graph, once, whatever is still under way. */
  stop(): Promise<void> {
    this.#stopping ??= this.apollo.stop().finally(() => this.#release?.());
    return this.#stopping;
  }
}

type FormatError = (error: unknown, requestId: string | undefined) => GraphQLFormattedError;

function formatterOf({ formatError, logger, introspection }: GraphRules): FormatError {
  const format: FormatError = (error, requestId) =>
    formatError?.(error) ?? presentError(error, { requestId, logger });
  return introspection ? format : (error, requestId) => withoutSuggestion(format(error, requestId));
}

function createApollo(rules: GraphRules, direct: DirectAnswers): ApolloServer<IdentifiedContext> {
  const { introspection, logger, validationRules = [], maxTokens } = rules;
  const requestIds = new WeakMap<object, string>();
  const format = formatterOf(rules);
  return new ApolloServer<IdentifiedContext>({
    gateway: direct.gateway,
    // `noIntrospection` refuses it where it is off.
    introspection: true,
    logger,
    // Without it, Apollo Server reads NODE_ENV. What depends on it is set here.
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // `PersistedQueries` puts the document in the place of its hash before.
    persistedQueries: false,
    // `DirectAnswers` keeps documents. Apollo Server 5.5.1 takes one with a comment of 900 kB for a small one.
    // Test: gateway/test/memory.test.ts.
    documentStore: null,
    plugins: [...standardPlugins(), requestIdPlugin(requestIds)],
    validationRules: introspection ? [...validationRules] : [noIntrospection, ...validationRules],
    parseOptions: { maxTokens },
    formatError: (_formatted: GraphQLFormattedError, error: unknown) =>
      format(error, requestIdFor(requestIds, error)),
  });
}

function requestIdFor(requestIds: WeakMap<object, string>, error: unknown): string | undefined {
  return typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
}
