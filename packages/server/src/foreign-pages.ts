import type { IncomingHttpHeaders } from "node:http";
import type { FastifyReply } from "fastify";
import { isAllowed, type AllowedOrigins } from "./allowed-origins.js";
import { RequestError } from "./errors.js";

/**
 * Refuses a GET that a page of another site makes its visitor's browser send. A browser sends it without asking first;
 * the page cannot read the answer, but can measure how long it takes. A site in `allowed` may read the answer, so it may
 * ask. A client that is no browser sends none of these headers. See docs/decisions/requests-from-other-sites.md.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders, allowed: AllowedOrigins): void {
  const { origin, "sec-fetch-site": site } = headers;
  if (site === "same-origin" || site === "none") return;
  if (origin === undefined ? site === undefined : isAllowed(allowed, origin)) return;
  const message =
    "A page of another site may not send this request. Expected a POST with the content type application/json, " +
    "or a page of a site that this server allows to read its answers.";
  throw new RequestError(403, "FORBIDDEN", message);
}

/** What is read may be about a person. No page of another site may embed it. */
export function forbidEmbedding(reply: FastifyReply): void {
  void reply.header("cross-origin-resource-policy", "same-origin");
}
