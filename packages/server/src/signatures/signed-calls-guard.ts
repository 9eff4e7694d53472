import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { RequestError } from "../errors.js";
import type { Logger } from "../logger.js";
import type { RequestGuard } from "../request-guard.js";
import type { ChannelKeys } from "./channel-keys.js";
import { timeLeftHeader } from "../time-left.js";
import { traceParentHeader } from "../tracing/trace-parent.js";
import { contentDigest } from "./message-signature.js";
import { SeenNonces } from "./seen-nonces.js";
import { readSignature, signCall, type SignedCall } from "./signed-call.js";

/** How long a signature counts. */
const windowSeconds = 60;
/** The clock of the gateway may be ahead by so much. */
const aheadSeconds = 5;
/** More than a process can answer meanwhile. Those of two periods take some 80 MB. */
const maxCallsPerWindow = 500_000;

export interface GuardOptions {
  readonly subgraph: string;
  readonly keys: ChannelKeys;
  readonly logger: Logger;
  /** The time in milliseconds. Default: that of the system. */
  readonly now?: () => number;
}

/**
 * Lets only calls through that the gateway signed for this subgraph: within the window, each once, with the body and the
 * caller that it signed. All others are answered with 401, and the log says why.
 */
export function signedCallsGuard({ subgraph, keys, logger, now = Date.now }: GuardOptions): RequestGuard {
  const nonces = new SeenNonces((windowSeconds + aheadSeconds) * 1_000, maxCallsPerWindow, now());

  const problemOf = (headers: IncomingHttpHeaders): string | undefined => {
    const call = readCall(headers);
    const found = readSignature(textOf(headers["signature-input"]), textOf(headers["signature"]));
    if (!call || !found) return "it is not signed";
    const key = keys.find(({ id }) => id === found.keyId);
    if (!key) return "it is signed by another key";
    const signed = found.isTraced ? { ...call, traceParent: textOf(headers[traceParentHeader]) } : call;
    if (!isSame(found.value, signCall(key, signed, found.parameters))) return "its signature is wrong";
    if (found.subgraph !== subgraph) return "it is signed for another subgraph";
    const ageSeconds = now() / 1_000 - found.created;
    if (ageSeconds > windowSeconds || ageSeconds < -aheadSeconds) return "it was not signed just now";
    return nonces.take(found.nonce, now()) ? undefined : "it was sent before";
  };

  const refuse = (requestId: string, why: string): never => {
    logger.warn({ requestId, service: subgraph }, `A call was refused: ${why}.`);
    throw new RequestError(401, "UNAUTHENTICATED", "This subgraph answers only its gateway.", {
      "www-authenticate": "Signature",
    });
  };

  return {
    checkHead: (method, headers, requestId) => {
      const problem = method === "POST" ? problemOf(headers) : "it is no POST";
      if (problem !== undefined) refuse(requestId, problem);
    },
    checkBody: (body, headers, requestId) => {
      if (contentDigest(body) !== headers["content-digest"])
        refuse(requestId, "its body is not what was signed");
    },
  };
}

function readCall(headers: IncomingHttpHeaders): SignedCall | undefined {
  const { "content-digest": digest, "x-caller": caller, "x-request-id": requestId } = headers;
  const timeLeftMs = headers[timeLeftHeader];
  if (typeof digest !== "string" || typeof caller !== "string") return undefined;
  if (typeof requestId !== "string" || typeof timeLeftMs !== "string") return undefined;
  return { digest, caller, requestId, timeLeftMs };
}

const textOf = (header: string | readonly string[] | undefined): string =>
  typeof header === "string" ? header : "";

/** Takes the same time whichever characters differ. Both are of the same length. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one, "base64"), Buffer.from(other, "base64"));
