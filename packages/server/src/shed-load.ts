import type { IncomingMessage, RequestListener, Server } from "node:http";
import { exposedHeaders, isAllowed, type AllowedOrigins } from "./allowed-origins.js";
import { healthPath } from "./health/health-routes.js";
import { requestIdOf } from "./request-info.js";
import { RequestLoad, type LoadLimits, type LoopTurns } from "./request-load.js";
import { safeHeaders } from "./safe-headers.js";
import type { ServingState } from "./serving-state.js";

interface Shedding {
  readonly limits: LoadLimits;
  readonly state: ServingState;
  /** Sites whose pages may read a refusal. */
  readonly corsOrigins: AllowedOrigins;
  /** Is called for each request that is not taken. */
  readonly onShed?: (() => void) | undefined;
  /** Default: those of this process. */
  readonly turns?: LoopTurns | undefined;
}

const refusal = JSON.stringify({
  errors: [
    {
      message:
        "More requests are under way than can be answered. Ask again after the seconds in Retry-After.",
      extensions: { code: "OVERLOADED" },
    },
  ],
});
const refusalHeaders = {
  ...safeHeaders,
  "content-type": "application/json; charset=utf-8",
  "content-length": Buffer.byteLength(refusal),
  "retry-after": "1",
};

/**
 * Refuses requests before Fastify 5.12.8 sees them, which costs a fraction: where twice as many come as can be answered,
 * the refusals must not take the time of the answers.
 */
export function shedLoad(server: Server, shedding: Shedding): void {
  const { limits, state, corsOrigins, onShed = () => undefined, turns } = shedding;
  const [answer] = server.listeners("request") as RequestListener[];
  if (!answer) throw new Error("Expected a server that answers requests");
  server.removeListener("request", answer);
  const load = new RequestLoad(limits, answer, turns);
  server.on("connection", () => load.connect());
  server.on("request", (request, response) => {
    if (isAlwaysTaken(request)) return void answer(request, response);
    if (load.take(response)) return;
    onShed();
    if (state.isDraining) response.setHeader("connection", "close");
    response
      .writeHead(503, {
        ...refusalHeaders,
        ...corsHeaders(corsOrigins, request),
        "x-request-id": requestIdOf(request),
      })
      .end(refusal);
  });
}

/** All others are limited: one path has many spellings, such as `/%67raphql` and `http://host/graphql`. */
const isAlwaysTaken = ({ method, url = "" }: IncomingMessage): boolean =>
  // A browser that asks whether a page may ask tells the page nothing of a refusal. This answer costs no more.
  method === "OPTIONS" || url.startsWith(healthPath);

function corsHeaders(origins: AllowedOrigins, { headers }: IncomingMessage): Record<string, string> {
  const { origin } = headers;
  if (origins.length === 0) return {};
  if (origin === undefined || !isAllowed(origins, origin)) return { vary: "Origin" };
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": exposedHeaders,
  };
}
