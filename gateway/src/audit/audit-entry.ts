import { createHash, createHmac } from "node:crypto";
import { z } from "zod";

/** What was read, by whom and why. It holds ids only: no names, no values of variables. */
export interface ReadEntry {
  /** UTC, to the millisecond. */
  readonly time: string;
  /** Null: nobody signed in. */
  readonly subject: string | null;
  readonly agency: string | null;
  /** Null: none was given. */
  readonly purpose: string | null;
  readonly operation: {
    readonly name: string | null;
    /** See operation-hash.ts. */
    readonly hash: string;
  };
  /** The ids of the objects, by type. Empty lists: the operation asked, and there was nothing to read. */
  readonly read: Readonly<Record<string, readonly string[]>>;
  /** "refused": nothing was read. Else as `ReadOutcome`. */
  readonly outcome: (typeof outcomes)[number];
  /** The code of the error with which an operation was refused. */
  readonly code?: string | undefined;
}

const outcomes = ["answered", "partial", "failed", "too large", "refused"] as const;

/** A place in a chain: which entry, and the hash that stands for it and all before it. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** The first entry of a chain. */
export interface OpeningEntry {
  readonly time: string;
  readonly chain: string;
  /** Which key protects the chain. Null: none does. */
  readonly key: string | null;
  /** How far other chains of the folder were when this one began, by their names. */
  readonly after: Readonly<Record<string, ChainPlace>>;
}

/** A line of a chain, without its hash: the text that is hashed, and where it stands. */
interface ReadLine extends ChainPlace {
  readonly body: string;
}

/** The key of chains. Null: none, the hashes are plain SHA-256 that anyone could make anew. */
export type AuditKey = string | null;

/** Tells keys apart without telling them. */
export const keyId = (key: AuditKey): string | null =>
  key === null ? null : createHash("sha256").update(`key\n${key}`).digest("hex").slice(0, 12);

export const sealWith = (key: AuditKey, text: string): string =>
  (key === null ? createHash("sha256") : createHmac("sha256", key)).update(text).digest("hex");

/** The hash of an entry covers that of the entry before it, so it stands for the chain up to here. */
export const chainHash = (key: AuditKey, previous: string, body: string): string =>
  sealWith(key, `entry\n${previous}\n${body}`);

/** The line of an entry, which ends in its hash. */
export function toLine(
  key: AuditKey,
  previous: ChainPlace | undefined,
  entry: ReadEntry | OpeningEntry,
): ReadLine & { readonly line: string } {
  const seq = previous ? previous.seq + 1 : 0;
  const body = JSON.stringify({ seq, ...entry });
  const hash = chainHash(key, previous?.hash ?? "", body);
  return { seq, hash, body, line: `${body.slice(0, -1)},"hash":"${hash}"}\n` };
}

const ending = /^(\{"seq":(\d{1,15}),.*),"hash":"([0-9a-f]{64})"\}$/s;

/** Undefined: the line is not one that `toLine` made. */
export function readLine(line: string): ReadLine | undefined {
  const [, start, seq, hash] = ending.exec(line) ?? [];
  if (start === undefined || hash === undefined) return undefined;
  return { seq: Number(seq), hash, body: `${start}}` };
}

const place = z.strictObject({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const opening = z.object({
  time: z.string(),
  chain: z.string(),
  key: z.string().nullable(),
  after: z.record(z.string(), place),
});

/** Undefined: the text is no opening entry. */
export function readOpening(body: string): OpeningEntry | undefined {
  return parsed(opening, body);
}

const head = place.extend({ chain: z.string(), seal: z.string() });

export interface ChainHead extends ChainPlace {
  readonly chain: string;
}

/** The text of a chain's head: how far it is, sealed, so that entries missing at its end show. */
export function toHead(key: AuditKey, chain: string, { seq, hash }: ChainPlace): string {
  return `${JSON.stringify({ chain, seq, hash, seal: sealOf(key, { chain, seq, hash }) })}\n`;
}

/** Undefined: the text is no head. */
export function readHead(text: string): (ChainHead & { isSealedWith(key: AuditKey): boolean }) | undefined {
  const read = parsed(head, text);
  return read && { ...read, isSealedWith: (key) => sealOf(key, read) === read.seal };
}

const sealOf = (key: AuditKey, { chain, seq, hash }: ChainHead): string =>
  sealWith(key, `head\n${chain}\n${seq}\n${hash}`);

const read = z.object({
  time: z.string(),
  subject: z.string().nullable(),
  agency: z.string().nullable(),
  purpose: z.string().nullable(),
  operation: z.object({ name: z.string().nullable(), hash: z.string() }),
  read: z.record(z.string(), z.array(z.string())),
  outcome: z.enum(outcomes),
  code: z.string().optional(),
});

/** Undefined: the text is no entry about a read. */
export const readReadEntry = (body: string): ReadEntry | undefined => parsed(read, body);

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
