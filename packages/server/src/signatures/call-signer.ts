import { randomUUID } from "node:crypto";
import { timeLeftHeader } from "../time-left.js";
import { traceParentHeader } from "../tracing/trace-parent.js";
import { contentDigest } from "./message-signature.js";
import type { ChannelKeys } from "./channel-keys.js";
import { signCall, writeParameters, writeSignature } from "./signed-call.js";

/** What a call says, all of which is signed. */
interface Call {
  readonly body: string | Buffer;
  /** What `writeCaller` makes. */
  readonly caller: string;
  readonly requestId: string;
  readonly timeLeftMs: string;
  /** Undefined: the call is not traced. */
  readonly traceParent?: string | undefined;
}

/**
 * Signs the calls of one subgraph by HTTP Message Signatures (RFC 9421): that it is this subgraph, with this body, asked
 * by this caller in this request, now, for so long. Returns the headers to send.
 */
export const callSigner =
  (subgraph: string, [key]: ChannelKeys) =>
  ({ body, caller, requestId, timeLeftMs, traceParent }: Call): readonly string[] => {
    const call = { digest: contentDigest(body), caller, requestId, timeLeftMs, traceParent };
    const isTraced = traceParent !== undefined;
    const created = Math.floor(Date.now() / 1_000);
    const parameters = writeParameters({ created, nonce: randomUUID(), keyId: key.id, subgraph, isTraced });
    const written = writeSignature(parameters, signCall(key, call, parameters));
    return [
      "content-digest",
      call.digest,
      "x-caller",
      caller,
      "x-request-id",
      requestId,
      timeLeftHeader,
      timeLeftMs,
      ...(isTraced ? [traceParentHeader, traceParent] : []),
      "signature-input",
      written["signature-input"],
      "signature",
      written.signature,
    ];
  };
