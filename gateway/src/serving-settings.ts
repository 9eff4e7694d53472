import type { AllowedHosts } from "@an-sinh/server/allowed-hosts";
import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import { allowsIntrospection, toMetricsAddress, userPath } from "@an-sinh/server/env";
import { localOrigins, sandboxOrigins } from "@an-sinh/server/landing-page";
import type { MetricsAddress } from "@an-sinh/server/metrics/serve-metrics";
import type { TrustedDocuments } from "@an-sinh/server/persisted-queries";
import type { LoadLimits } from "@an-sinh/server/request-load";
import { toTracingSettings, type TracingSettings } from "@an-sinh/server/tracing/tracing-settings";
import { readTrustedDocuments } from "@an-sinh/server/trusted-documents";
import type { OnUnauthorized } from "./authorization/unauthorized.js";
import { readGeometry } from "./console-geometry.js";
import type { CostBudgets } from "./cost/cost-limits.js";
import type { Executor } from "./executor-setting.js";
import type { IdentitySettings } from "./identity/identity-settings.js";
import { foldersOf, toPages, type PageName } from "./pages.js";
import type { CallLimits } from "./resilience/call-limits.js";
import type { ResponseCacheSettings } from "./response-cache/response-cache-settings.js";
import type { AnswerLimits } from "./responses/answer-budget.js";
import type { ServingVariables } from "./serving-variables.js";
import { findReportsFolder, readExpectedDocuments } from "./supergraph/expected-documents.js";
import { committedFile } from "./supergraph/supergraph-setting.js";
import type { SupergraphLocation } from "./supergraph/supergraph-source.js";

/** How to serve a gateway. */
export interface ServingSettings {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** How many processes serve. */
  readonly workers: number;
  /** How long the gateway still takes requests after it was asked to stop, and says that it is not ready. */
  readonly drainDelayMs: number;
  readonly logLevel: ServingVariables["LOG_LEVEL"];
  readonly load: LoadLimits;
  /** How long all calls of a request may take together. */
  readonly requestTimeoutMs: number;
  /** How long one call may take: not longer than its request. */
  readonly subgraphTimeoutMs: number;
  /** For subgraphs on HTTP. */
  readonly callLimits: CallLimits;
  /** How long to wait between two looks for another supergraph. */
  readonly supergraphPollMs: number;
  /** The names under which the gateway answers. */
  readonly allowedHosts: AllowedHosts;
  /** Sites whose pages may query. */
  readonly corsOrigins: AllowedOrigins;
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** Whether browsers get Apollo Sandbox. It needs to read the schema. */
  readonly hasExplorer: boolean;
  /** The pages that are served beside GraphQL. */
  readonly pages: readonly PageName[];
  /** Whether they may be built again while they are served. */
  readonly pagesMayChange: boolean;
  /** GeoJSON with the outlines of units. Undefined: the console shows tiles. */
  readonly geometry: string | undefined;
  readonly executor: Executor;
  /** What happens to an operation with fields that the caller may not see. */
  readonly onUnauthorized: OnUnauthorized;
  /** Whether identical queries to a subgraph on HTTP that are under way at the same time are sent once. */
  readonly sharesQueries: boolean;
  /** Whether entities from subgraphs on HTTP are compared with those that were asked for. */
  readonly checksKeys: boolean;
  readonly costBudgets: CostBudgets;
  readonly answerLimits: AnswerLimits;
  /** What responses of subgraphs on HTTP may hold at once in a process. */
  readonly heldResponseBytes: number;
  /** Undefined: no responses are kept. */
  readonly responseCache: ResponseCacheSettings | undefined;
  /** Where the processes of a gateway count together what callers ask, and share responses. Undefined: each for itself. */
  readonly redisUrl: string | undefined;
  /** The proxies that are believed about the addresses of clients. */
  readonly trustedProxies: readonly string[];
  /** Undefined: any operation runs. */
  readonly trustedDocuments: TrustedDocuments | undefined;
  /** Documents whose operations are made ready once the gateway listens. */
  readonly expectedDocuments: readonly string[];
  /** Documents that the explorer shows as examples. */
  readonly examples: readonly string[];
  /** The folder with the operations that are reports. Undefined: there are no reports. */
  readonly reportsFolder: string | undefined;
  /** Whether their operations are made ready once the gateway listens. */
  readonly warmsReports: boolean;
  /** How long a client of a download may leave unread what waits for it. */
  readonly reportIdleMs: number;
  /** The scopes of callers for whom they are made ready. Undefined: not set. */
  readonly expectedScopes: readonly (readonly string[])[] | undefined;
  /** Where metrics are served. Undefined: nowhere. */
  readonly metrics: MetricsAddress | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing: TracingSettings | undefined;
  /** Undefined: nobody can sign in. */
  readonly identity: IdentitySettings | undefined;
}

/** The settings that the variables give, with the defaults that depend on others. */
export function toServingSettings(
  variables: ServingVariables,
  identity: IdentitySettings | undefined,
  location: SupergraphLocation = { file: committedFile },
): ServingSettings {
  const isProduction = variables.NODE_ENV === "production";
  const introspection = allowsIntrospection(variables);
  return {
    port: variables.PORT,
    host: variables.HOST,
    workers: variables.WORKERS,
    drainDelayMs: variables.DRAIN_DELAY_MS,
    logLevel: variables.LOG_LEVEL,
    load: { mostUnderWay: variables.MAX_REQUESTS, mostWaitMs: variables.MAX_WAIT_MS },
    requestTimeoutMs: variables.REQUEST_TIMEOUT_MS,
    subgraphTimeoutMs: Math.min(variables.SUBGRAPH_TIMEOUT_MS, variables.REQUEST_TIMEOUT_MS),
    callLimits: {
      maxConcurrent: variables.SUBGRAPH_MAX_CONCURRENT,
      retries: variables.SUBGRAPH_RETRIES,
      failuresToOpen: variables.BREAKER_FAILURES,
      pauseMs: variables.BREAKER_PAUSE_MS,
    },
    supergraphPollMs: variables.SUPERGRAPH_POLL_MS,
    allowedHosts: variables.ALLOWED_HOSTS ?? (isProduction ? undefined : [variables.HOST]),
    corsOrigins: variables.CORS_ORIGINS ?? (isProduction ? [] : [...sandboxOrigins, localOrigins]),
    introspection,
    hasExplorer: introspection && !isProduction,
    pages: toPages(variables.PAGES, { isProduction, introspection }),
    pagesMayChange: !isProduction,
    geometry: variables.CONSOLE_GEOMETRY_FILE && readGeometry(variables.CONSOLE_GEOMETRY_FILE),
    executor: variables.EXECUTOR,
    onUnauthorized: variables.UNAUTHORIZED,
    sharesQueries: variables.SHARE_QUERIES,
    checksKeys: variables.CHECK_ENTITY_KEYS,
    costBudgets: { perOperation: variables.MAX_OPERATION_COST, perMinute: variables.MAX_COST_PER_MINUTE },
    answerLimits: { nodes: variables.MAX_ANSWER_NODES, bytes: variables.MAX_ANSWER_BYTES },
    heldResponseBytes: variables.MAX_HELD_RESPONSE_BYTES,
    responseCache: toResponseCache(variables),
    redisUrl: variables.REDIS_URL,
    trustedProxies: variables.TRUSTED_PROXIES ?? [],
    trustedDocuments: toTrustedDocuments(variables),
    expectedDocuments: readExpectedDocuments(variables.WARM_OPERATIONS, location),
    examples: readExpectedDocuments(
      variables.WARM_OPERATIONS === "off" ? undefined : variables.WARM_OPERATIONS,
      location,
    ),
    reportsFolder: findReportsFolder(variables.REPORTS_FOLDER, location),
    warmsReports: variables.WARM_OPERATIONS !== "off",
    reportIdleMs: variables.REPORT_IDLE_MS,
    expectedScopes: variables.WARM_SCOPES,
    metrics: toMetricsAddress(variables),
    tracing: toTracingSettings(variables),
    identity,
  };
}

/** What the settings say of a gateway, whatever serves its subgraphs. */
export const toGatewayOptions = (settings: ServingSettings) => ({
  requestTimeoutMs: settings.requestTimeoutMs,
  load: settings.load,
  introspection: settings.introspection,
  executor: settings.executor,
  onUnauthorized: settings.onUnauthorized,
  costBudgets: settings.costBudgets,
  answerLimits: settings.answerLimits,
  responseCache: settings.responseCache,
  redisUrl: settings.redisUrl,
  trustedProxies: settings.trustedProxies,
  expectedDocuments: settings.expectedDocuments,
  reportsFolder: settings.reportsFolder,
  warmsReports: settings.warmsReports,
  reportIdleMs: settings.reportIdleMs,
  expectedScopes: settings.expectedScopes,
  trustedDocuments: settings.trustedDocuments,
  corsOrigins: settings.corsOrigins,
  allowedHosts: settings.allowedHosts,
  pages: foldersOf(settings.pages, settings.pagesMayChange),
  geometry: settings.geometry,
  examples: settings.examples,
});

function toResponseCache({
  RESPONSE_CACHE_BYTES: maxBytes,
  RESPONSE_CACHE_CHECK_MS: checkMs,
  EXECUTOR: executor,
}: ServingVariables): ResponseCacheSettings | undefined {
  return maxBytes === 0 || executor === "stock" ? undefined : { maxBytes, checkMs };
}

function toTrustedDocuments({
  TRUSTED_DOCUMENTS: mode,
  TRUSTED_DOCUMENTS_FILE: file,
}: ServingVariables): TrustedDocuments | undefined {
  if (mode === "off") return undefined;
  return { byHash: readTrustedDocuments(userPath(file)), others: mode === "log" ? "logged" : "refused" };
}
