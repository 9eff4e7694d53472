import type { AllowedHosts } from "@an-sinh/server/allowed-hosts";
import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import type { LandingPage } from "@an-sinh/server/landing-page";
import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import type { TrustedDocuments } from "@an-sinh/server/persisted-queries";
import type { LoadLimits } from "@an-sinh/server/request-load";
import type { StaticPages } from "@an-sinh/server/static-pages";
import type { PartState } from "@an-sinh/server/health/readiness";
import type { Meters } from "@an-sinh/server/metrics/meters";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import type { AuditOptions } from "./audit/open-read-log.js";
import type { Identify } from "./gateway-request.js";
import type { QueryLimits } from "./limits/query-limits.js";
import type { ResponseCacheSettings } from "./response-cache/response-cache-settings.js";
import type { SubgraphState } from "./resilience/subgraph-state.js";
import type { SupergraphOptions } from "./supergraph-gateway.js";
import { SupergraphState } from "./supergraph/supergraph-state.js";

export interface GatewayOptions extends Omit<
  SupergraphOptions,
  "composed" | "rateLimits" | "recorder" | "releaseSource" | "keepsResponses"
> {
  readonly introspection: boolean;
  readonly limits?: QueryLimits;
  /** What is kept of responses. Not with the stock executor. Undefined: nothing. */
  readonly responseCache?: ResponseCacheSettings | undefined;
  /** Where the processes of a gateway count together what callers ask, and share responses. Undefined: each for itself. */
  readonly redisUrl?: string | undefined;
  /** The proxies that are believed about the addresses of clients. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Default: none, and any operation runs. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
  readonly corsOrigins?: AllowedOrigins;
  /** Default: any. */
  readonly allowedHosts?: AllowedHosts;
  readonly landingPage?: LandingPage | undefined;
  /** Pages that are served beside GraphQL. Default: none. */
  readonly pages?: readonly StaticPages[];
  /** GeoJSON for the console's maps. Default: none. */
  readonly geometry?: string | undefined;
  /** Documents that the explorer shows as examples. Default: none. */
  readonly examples?: readonly string[];
  /** What responses of subgraphs on HTTP may hold at once. Default: see response-memory.ts. */
  readonly heldResponseBytes?: number;
  /** How long all fetches of a request may take together. Default: 30 s. */
  readonly requestTimeoutMs?: number;
  /** How many requests are taken. Default: any number. */
  readonly load?: LoadLimits | undefined;
  /** Default: every client is anonymous. */
  readonly identify?: Identify;
  /** Undefined: nothing is measured. */
  readonly meters?: Meters | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing?: Tracing | undefined;
  /** Documents whose operations are made ready once the gateway listens. Default: none. */
  readonly expectedDocuments?: readonly string[] | undefined;
  /** The folder with the operations that are reports. Undefined: there are no reports. */
  readonly reportsFolder?: string | undefined;
  /** Whether their operations are made ready, too. Default: they are not. */
  readonly warmsReports?: boolean;
  /** How long a client of a download may leave unread what waits for it. Default: a minute. */
  readonly reportIdleMs?: number | undefined;
  /** How the databases of subgraphs in this process are. Default: there are none. */
  readonly databases?: () => Readonly<Record<string, PartState>>;
  /** Where the access log is kept. Undefined: it is not kept. */
  readonly audit?: AuditOptions | undefined;
}

/** What takes the place of a supergraph. */
export type NextSupergraph = Pick<SupergraphOptions, "supergraphSdl" | "isChecked" | "sourceFor">;

/** A gateway that knows how its subgraphs are, and whose supergraph can be replaced. */
export interface GatewayServer extends GraphQLServer {
  readonly supergraph: SupergraphState;
  /** Resolves when the expected operations are ready. Before it listens, nothing is expected. */
  whenWarm(): Promise<void>;
  /** Of each subgraph, as its calls show it. */
  subgraphStates(): readonly SubgraphState[];
  /**
   * Serves another supergraph from now on, with plans of the operations that were used most. Rejects where it cannot be
   * served: then the last one serves on. Whoever watches tells `supergraph`.
   */
  replaceSupergraph(next: NextSupergraph): Promise<void>;
}

/** The options without those of the access log, which is kept around what serves. */
export type ServingOptions = Omit<GatewayOptions, "audit">;
