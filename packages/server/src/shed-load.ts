import type { IncomingMessage, RequestListener, Server } from "node:http";
import { healthPath } from "./health/health-routes.js";
import { requestIdOf } from "./request-info.js";
import type { RequestLoad } from "./request-load.js";
import { safeHeaders } from "./safe-headers.js";
import type { ServingState } from "./serving-state.js";

interface Shedding {
  readonly load: RequestLoad;
  readonly state: ServingState;
  /** Is called for each request that is not taken. */
  readonly onShed?: (() => void) | undefined;
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
export function shedLoad(server: Server, { load, state, onShed = () => undefined }: Shedding): void {
  const [answer] = server.listeners("request") as RequestListener[];
  if (!answer) throw new Error("Expected a server that answers requests");
  server.removeListener("request", answer);
  server.on("request", (request, response) => {
    if (isAlwaysTaken(request) || load.take(response)) return void answer(request, response);
    onShed();
    if (state.isDraining) response.setHeader("connection", "close");
    response.writeHead(503, { ...refusalHeaders, "x-request-id": requestIdOf(request) }).end(refusal);
  });
}

/** All others are limited: one path has many spellings, such as `/%67raphql` and `http://host/graphql`. */
const isAlwaysTaken = ({ url = "" }: IncomingMessage): boolean => url.startsWith(healthPath);
