import { LRUCache } from "lru-cache";
import { z } from "zod";

/** Stands for Viet Nam among the areas of a caller. The country is no administrative unit of the register. */
export const wholeCountry = "VN";

/** Who is asking. The object is the same for all requests of one token, so what follows from it can be kept by it. */
export interface Caller {
  /** The subject of the token. Null: nobody signed in. */
  readonly subject: string | null;
  /** The office of the caller. Null: not known. */
  readonly agency: string | null;
  /** Kinds of data that the caller may read, such as "households:read". */
  readonly scopes: readonly string[];
  /** Ids of the administrative units about whose people the caller may read. `wholeCountry` means all of them. */
  readonly areas: readonly string[];
}

/** Nobody signed in: may see what everyone may see. */
export const anonymous: Caller = Object.freeze({ subject: null, agency: null, scopes: [], areas: [] });

const texts = z.array(z.string().min(1).max(200)).max(1_000);

const callerSchema = z.strictObject({
  subject: z.string().min(1).max(200).nullable(),
  agency: z.string().min(1).max(200).nullable(),
  scopes: texts,
  areas: texts,
});

/** Throws where these are no claims about who is asking, or more than fit into a message. */
export const toCaller = (claims: unknown): Caller => Object.freeze(callerSchema.parse(claims));

const written = new WeakMap<Caller, string>();

/** The text by which the gateway tells a subgraph who is asking. It fits in a header. */
export function writeCaller(caller: Caller): string {
  const known = written.get(caller);
  if (known !== undefined) return known;
  const { subject, agency, scopes, areas } = caller;
  const text = Buffer.from(JSON.stringify({ subject, agency, scopes, areas })).toString("base64url");
  written.set(caller, text);
  return text;
}

/** One of a caller with hundreds of areas has thousands. */
const keptCharacters = 2 ** 22;

const read = new LRUCache<string, Caller>({
  maxSize: keptCharacters,
  sizeCalculation: (_caller, text) => text.length,
  memoMethod: (text) => toCaller(JSON.parse(Buffer.from(text, "base64url").toString())),
});

/** The same object for the same text while it is kept. Throws where the text is not one that `writeCaller` made. */
export const readCaller = (text: string): Caller => read.memo(text);
