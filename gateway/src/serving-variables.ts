import { isIP } from "node:net";
import { commonSettings, flag, isHttpUrl, list, port, wholeNumber } from "@an-sinh/server/env";
import { tracingVariables } from "@an-sinh/server/tracing/tracing-settings";
import { z } from "zod";
import { auditVariables } from "./audit/audit-setting.js";
import { unauthorizedSetting } from "./authorization/unauthorized.js";
import { executorSetting } from "./executor-setting.js";
import { pagesSetting } from "./pages.js";
import { defaultResponseCache } from "./response-cache/response-cache-settings.js";
import { defaultIdleMs } from "./reports/downloads.js";
import { defaultCallLimits } from "./resilience/call-limits.js";
import { defaultAnswerLimits } from "./responses/answer-budget.js";
import { defaultHeldResponseBytes } from "./responses/response-memory.js";

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

const scopeSets = z
  .string()
  .transform((text) => text.split(",").map((set) => set.split(/\s+/).filter((scope) => scope !== "")));

const maxPoints = 1_000_000_000;

/** What every program reads that starts a gateway, whatever serves the subgraphs. */
export const servingVariables = {
  ...commonSettings,
  ...tracingVariables,
  PORT: port(4000),
  MAX_REQUESTS: wholeNumber("requests", 1_000_000, 1_000),
  MAX_WAIT_MS: wholeNumber("milliseconds", 600_000, 300),
  REQUEST_TIMEOUT_MS: wholeNumber("milliseconds", 600_000, 30_000),
  SUBGRAPH_TIMEOUT_MS: wholeNumber("milliseconds", 600_000, 10_000),
  SUBGRAPH_MAX_CONCURRENT: wholeNumber("calls", 10_000, defaultCallLimits.maxConcurrent),
  SUBGRAPH_RETRIES: wholeNumber("retries", 10, defaultCallLimits.retries, 0),
  BREAKER_FAILURES: wholeNumber("failures", 1_000, defaultCallLimits.failuresToOpen),
  BREAKER_PAUSE_MS: wholeNumber("milliseconds", 600_000, defaultCallLimits.pauseMs),
  SUPERGRAPH_POLL_MS: wholeNumber("milliseconds", 86_400_000, 5_000),
  CORS_ORIGINS: origins.optional(),
  ALLOWED_HOSTS: hosts.optional(),
  PAGES: pagesSetting.optional(),
  CONSOLE_GEOMETRY_FILE: z.string().optional(),
  EXECUTOR: executorSetting,
  UNAUTHORIZED: unauthorizedSetting,
  SHARE_QUERIES: flag(true),
  CHECK_ENTITY_KEYS: flag(true),
  MAX_OPERATION_COST: wholeNumber("points", maxPoints, 20_000),
  MAX_COST_PER_MINUTE: wholeNumber("points", maxPoints, 300_000),
  MAX_ANSWER_NODES: wholeNumber("objects", maxPoints, defaultAnswerLimits.nodes),
  MAX_HELD_RESPONSE_BYTES: wholeNumber("bytes", 100_000_000_000, defaultHeldResponseBytes),
  // Longer texts are none of JavaScript.
  MAX_ANSWER_BYTES: wholeNumber("bytes", 250_000_000, defaultAnswerLimits.bytes),
  RESPONSE_CACHE_BYTES: wholeNumber("bytes", 100_000_000_000, defaultResponseCache.maxBytes, 0),
  RESPONSE_CACHE_CHECK_MS: wholeNumber("milliseconds", 600_000, defaultResponseCache.checkMs, 0),
  REDIS_URL: redisUrl.optional(),
  TRUSTED_PROXIES: addresses.optional(),
  ...auditVariables,
  WARM_OPERATIONS: z.string().optional(),
  WARM_SCOPES: scopeSets.optional(),
  REPORTS_FOLDER: z.string().optional(),
  REPORT_IDLE_MS: wholeNumber("milliseconds", 3_600_000, defaultIdleMs),
  TRUSTED_DOCUMENTS: z
    .enum(["off", "log", "required"], { error: "expected off, log or required" })
    .default("off"),
  TRUSTED_DOCUMENTS_FILE: z.string().default(".data/trusted-documents.json"),
};

export type ServingVariables = z.output<z.ZodObject<typeof servingVariables>>;

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  return isHttpUrl(text) && new URL(text).origin === text;
}
