import { timeLeftHeader } from "../time-left.js";
import { traceParentHeader } from "../tracing/trace-parent.js";
import { hmacSha256, signatureBase, type Component } from "./message-signature.js";
import type { ChannelKey } from "./channel-keys.js";

/** What is signed of a call of a subgraph, beside its name. */
export interface SignedCall {
  /** The header Content-Digest. */
  readonly digest: string;
  /** The header X-Caller: what `writeCaller` makes. */
  readonly caller: string;
  /** The header X-Request-Id. */
  readonly requestId: string;
  /** The header X-Time-Left-Ms. */
  readonly timeLeftMs: string;
  /** The header Traceparent. Undefined: there is none, or it is not signed and does not count. */
  readonly traceParent?: string | undefined;
}

/** What the signature says of itself. */
export interface SignatureFacts {
  /** In seconds. */
  readonly created: number;
  /** Another one for each call. */
  readonly nonce: string;
  readonly keyId: string;
  /** The name of the subgraph that is called. */
  readonly subgraph: string;
  /** Whether the header Traceparent is signed, too. */
  readonly isTraced: boolean;
}

/** Only this is ever signed, so a signature for anything else is none. A call is always a POST. */
const covered = '("@method" "content-digest" "x-caller" "x-request-id" "x-time-left-ms")';
const coveredWithTrace = covered.replace(")", ' "traceparent")');
const input =
  /^call=(\("@method" "content-digest" "x-caller" "x-request-id" "x-time-left-ms"( "traceparent")?\);created=(\d{1,12});nonce="([\w-]{1,64})";keyid="(\w{1,64})";tag="([^"\\]{1,200})")$/;
const signature = /^call=:([A-Za-z\d+/]{43}=):$/;

const componentsOf = ({
  digest,
  caller,
  requestId,
  timeLeftMs,
  traceParent,
}: SignedCall): readonly Component[] => [
  ["@method", "POST"],
  ["content-digest", digest],
  ["x-caller", caller],
  ["x-request-id", requestId],
  [timeLeftHeader, timeLeftMs],
  ...(traceParent === undefined ? [] : [[traceParentHeader, traceParent] as const]),
];

/** The parameters of a signature, as they stand in the header Signature-Input. */
export const writeParameters = ({ created, nonce, keyId, subgraph, isTraced }: SignatureFacts): string =>
  `${isTraced ? coveredWithTrace : covered};created=${created};nonce="${nonce}";keyid="${keyId}";tag="${subgraph}"`;

/** A signature in Base64. */
export const signCall = ({ secret }: ChannelKey, call: SignedCall, parameters: string): string =>
  hmacSha256(secret, signatureBase(componentsOf(call), parameters));

export const writeSignature = (parameters: string, value: string) => ({
  "signature-input": `call=${parameters}`,
  signature: `call=:${value}:`,
});

/** Of the header Signature-Input of a call whose signature is right. */
export const isTraceSigned = (inputHeader: string): boolean =>
  inputHeader.startsWith(`call=${coveredWithTrace};`);

interface ReadSignature extends SignatureFacts {
  readonly parameters: string;
  /** In Base64. */
  readonly value: string;
}

/** Undefined where the headers hold no signature of a call. */
export function readSignature(inputHeader: string, signatureHeader: string): ReadSignature | undefined {
  const [, parameters, traced, created, nonce, keyId, subgraph] = input.exec(inputHeader) ?? [];
  const value = signature.exec(signatureHeader)?.[1];
  if (!parameters || !nonce || !keyId || !subgraph || !value) return undefined;
  const isTraced = traced !== undefined;
  return { parameters, created: Number(created), nonce, keyId, subgraph, isTraced, value };
}
