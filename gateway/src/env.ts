import { isIP } from "node:net";
import type { AllowedHosts } from "@an-sinh/server/allowed-hosts";
import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import {
  allowsIntrospection,
  attempt,
  commonSettings,
  flag,
  list,
  port,
  readEnv,
  SettingsError,
  toMetricsAddress,
  userPath,
  wholeNumber,
} from "@an-sinh/server/env";
import { localOrigins, sandboxOrigins } from "@an-sinh/server/landing-page";
import type { LoadLimits } from "@an-sinh/server/request-load";
import type { MetricsAddress } from "@an-sinh/server/metrics/serve-metrics";
import type { TrustedDocuments } from "@an-sinh/server/persisted-queries";
import {
  toTracingSettings,
  tracingVariables,
  type TracingSettings,
} from "@an-sinh/server/tracing/tracing-settings";
import { readTrustedDocuments } from "@an-sinh/server/trusted-documents";
import { z } from "zod";
import { unauthorizedSetting, type OnUnauthorized } from "./authorization/unauthorized.js";
import type { CostBudgets } from "./cost/cost-limits.js";
import { readIdentitySettings, type IdentitySettings } from "./identity/identity-settings.js";
import { auditVariables, toAuditOptions } from "./audit/audit-setting.js";
import type { AuditOptions } from "./audit/open-read-log.js";
import { executorSetting, type Executor } from "./executor-setting.js";
import { defaultCallLimits, type CallLimits } from "./resilience/call-limits.js";
import { defaultAnswerLimits, type AnswerLimits } from "./responses/answer-budget.js";
import { defaultHeldResponseBytes } from "./responses/response-memory.js";
import {
  isHttpUrl,
  readNextSubgraphs,
  readSubgraphSettings,
  unusedSettings,
  type CalledSubgraph,
} from "./subgraph-settings.js";
import { parseSupergraph, readSupergraph, supergraphLocation } from "./supergraph/supergraph-setting.js";
import type { SupergraphLocation } from "./supergraph/supergraph-source.js";

const origins = list.refine(
  (given) => given.every(isOrigin),
  "expected origins such as https://example.org, separated by commas",
);

const redisUrl = z
  .string()
  .refine(
    (text) => /^rediss?:\/\/./.test(text) && URL.canParse(text),
    "expected a URL such as redis://HOST:6379",
  );

const addresses = list.refine(
  (given) => given.every(isNetwork),
  "expected IP addresses or networks such as 10.0.0.0/8, separated by commas",
);

const hosts = list.refine(
  (given) => given.every((name) => /^[\w.-]+$/.test(name)),
  "expected names such as graph.example.org, separated by commas",
);

const maxPoints = 1_000_000_000;

/** What every program reads that starts a gateway, whatever serves the subgraphs. */
export const servingVariables = {
  ...commonSettings,
  ...tracingVariables,
  PORT: port(4000),
  MAX_REQUESTS: wholeNumber("requests", 1_000_000, 1_000),
  MAX_WAIT_MS: wholeNumber("milliseconds", 600_000, 500),
  REQUEST_TIMEOUT_MS: wholeNumber("milliseconds", 600_000, 30_000),
  SUBGRAPH_TIMEOUT_MS: wholeNumber("milliseconds", 600_000, 10_000),
  SUBGRAPH_MAX_CONCURRENT: wholeNumber("calls", 10_000, defaultCallLimits.maxConcurrent),
  SUBGRAPH_RETRIES: wholeNumber("retries", 10, defaultCallLimits.retries, 0),
  BREAKER_FAILURES: wholeNumber("failures", 1_000, defaultCallLimits.failuresToOpen),
  BREAKER_PAUSE_MS: wholeNumber("milliseconds", 600_000, defaultCallLimits.pauseMs),
  SUPERGRAPH_POLL_MS: wholeNumber("milliseconds", 86_400_000, 5_000),
  CORS_ORIGINS: origins.optional(),
  ALLOWED_HOSTS: hosts.optional(),
  EXECUTOR: executorSetting,
  UNAUTHORIZED: unauthorizedSetting,
  SHARE_QUERIES: flag(false),
  CHECK_ENTITY_KEYS: flag(true),
  MAX_OPERATION_COST: wholeNumber("points", maxPoints, 20_000),
  MAX_COST_PER_MINUTE: wholeNumber("points", maxPoints, 300_000),
  MAX_ANSWER_NODES: wholeNumber("objects", maxPoints, defaultAnswerLimits.nodes),
  // Longer texts are none of JavaScript.
  MAX_HELD_RESPONSE_BYTES: wholeNumber("bytes", 100_000_000_000, defaultHeldResponseBytes),
  MAX_ANSWER_BYTES: wholeNumber("bytes", 250_000_000, defaultAnswerLimits.bytes),
  REDIS_URL: redisUrl.optional(),
  TRUSTED_PROXIES: addresses.optional(),
  ...auditVariables,
  TRUSTED_DOCUMENTS: z
    .enum(["off", "log", "required"], { error: "expected off, log or required" })
    .default("off"),
  TRUSTED_DOCUMENTS_FILE: z.string().default(".data/trusted-documents.json"),
};

/** How to serve a gateway. */
export interface ServingSettings {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** How many processes serve. */
  readonly workers: number;
  /** How long the gateway still takes requests after it was asked to stop, and says that it is not ready. */
  readonly drainDelayMs: number;
  readonly logLevel: z.output<typeof commonSettings.LOG_LEVEL>;
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
  readonly executor: Executor;
  /** What happens to an operation with fields that the caller may not see. */
  readonly onUnauthorized: OnUnauthorized;
  readonly sharesQueries: boolean;
  /** Whether entities from subgraphs on HTTP are compared with those that were asked for. */
  readonly checksKeys: boolean;
  readonly costBudgets: CostBudgets;
  readonly answerLimits: AnswerLimits;
  /** What responses of subgraphs on HTTP may hold at once in a process. */
  readonly heldResponseBytes: number;
  /** Where the processes of a gateway count together what callers ask. Undefined: each counts for itself. */
  readonly redisUrl: string | undefined;
  /** The proxies that are believed about the addresses of clients. */
  readonly trustedProxies: readonly string[];
  /** Undefined: any operation runs. */
  readonly trustedDocuments: TrustedDocuments | undefined;
  /** Where metrics are served. Undefined: nowhere. */
  readonly metrics: MetricsAddress | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing: TracingSettings | undefined;
  /** Undefined: nobody can sign in. */
  readonly identity: IdentitySettings | undefined;
}

export interface GatewaySettings extends ServingSettings {
  readonly supergraphLocation: SupergraphLocation;
  readonly supergraphSdl: string;
  /** What is set for subgraphs that the supergraph does not have. */
  readonly unusedSettings: readonly string[];
  /** Undefined: what is read is not recorded. */
  readonly audit: AuditOptions | undefined;
  /** Every subgraph of the supergraph. */
  readonly subgraphs: readonly CalledSubgraph[];
}

/** The settings that the variables give, with the defaults that depend on others. */
export function toServingSettings(
  variables: z.output<z.ZodObject<typeof servingVariables>>,
  identity: IdentitySettings | undefined,
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
    executor: variables.EXECUTOR,
    onUnauthorized: variables.UNAUTHORIZED,
    sharesQueries: variables.SHARE_QUERIES,
    checksKeys: variables.CHECK_ENTITY_KEYS,
    costBudgets: { perOperation: variables.MAX_OPERATION_COST, perMinute: variables.MAX_COST_PER_MINUTE },
    answerLimits: { nodes: variables.MAX_ANSWER_NODES, bytes: variables.MAX_ANSWER_BYTES },
    heldResponseBytes: variables.MAX_HELD_RESPONSE_BYTES,
    redisUrl: variables.REDIS_URL,
    trustedProxies: variables.TRUSTED_PROXIES ?? [],
    trustedDocuments: toTrustedDocuments(variables),
    metrics: toMetricsAddress(variables),
    tracing: toTracingSettings(variables),
    identity,
  };
}

function toTrustedDocuments({
  TRUSTED_DOCUMENTS: mode,
  TRUSTED_DOCUMENTS_FILE: file,
}: z.output<z.ZodObject<typeof servingVariables>>): TrustedDocuments | undefined {
  if (mode === "off") return undefined;
  return { byHash: readTrustedDocuments(userPath(file)), others: mode === "log" ? "logged" : "refused" };
}

/** Reads the gateway's settings and its supergraph. Rejects with `SettingsError` and every problem. */
export async function readGatewaySettings(source: NodeJS.ProcessEnv = process.env): Promise<GatewaySettings> {
  const problems: string[] = [];
  const variables = attempt(() => readEnv(z.object(servingVariables), source), problems);
  const identity = attempt(() => readIdentitySettings(source), problems);
  const location = attempt(() => supergraphLocation(source), problems);
  const supergraph = location && (await readSupergraph(location, problems));
  const subgraphs = supergraph && attempt(() => readSubgraphSettings(supergraph.subgraphs, source), problems);
  const audit =
    variables && supergraph?.isAudited ? attempt(() => toAuditOptions(variables), problems) : undefined;
  if (!variables || !location || !supergraph || !subgraphs || problems.length > 0)
    throw new SettingsError(problems);
  return {
    ...toServingSettings(variables, identity),
    supergraphLocation: location,
    supergraphSdl: supergraph.sdl,
    subgraphs,
    unusedSettings: unusedSettings(supergraph.subgraphs, source),
    audit,
  };
}

/**
 * The subgraphs of a supergraph that is to take the place of the one of the settings. Throws `SettingsError` where a
 * setting is missing, and other errors where it is no supergraph.
 */
export function readNextSettings(
  supergraphSdl: string,
  running: GatewaySettings,
  source: NodeJS.ProcessEnv = process.env,
): readonly CalledSubgraph[] {
  const { subgraphs, isAudited } = parseSupergraph(supergraphSdl);
  const expectsLog = isAudited && toAuditOptions(readEnv(z.object(servingVariables), source)) !== undefined;
  if (expectsLog && !running.audit)
    throw new SettingsError([
      "AUDIT_DIR: the supergraph is the first to be recorded; start the gateway anew",
    ]);
  return readNextSubgraphs(subgraphs, running.subgraphs, source);
}

/**
 * Apollo Gateway 2.14.4 reports its host and its uptime to its vendor unless this variable is set before it is
 * constructed. Test: gateway/test/privacy.test.ts.
 */
export function disableVendorTelemetry(): void {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  return isHttpUrl(text) && new URL(text).origin === text;
}
