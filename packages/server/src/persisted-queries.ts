import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLRequest } from "@apollo/server";
import { LRUCache } from "lru-cache";
import type { Logger } from "./logger.js";
import { UntrustedDocuments } from "./untrusted-documents.js";
import { ClientError } from "./errors.js";
import { longestKept } from "./known-operations.js";

/** The operations that are known beforehand, by the SHA-256 of their documents. */
export interface TrustedDocuments {
  readonly byHash: ReadonlyMap<string, string>;
  /** What becomes of others: they run, they run and are logged, or they do not run. */
  readonly others: "run" | "logged" | "refused";
}

export const noTrustedDocuments: TrustedDocuments = { byHash: new Map(), others: "run" };

export const hashOf = (document: string): string => createHash("sha256").update(document).digest("hex");

interface Named {
  /** With the text of the document, and without its hash. */
  readonly asked: GraphQLRequest;
  /** Called when the operation was answered, with the headers of the request. */
  keep(headers: IncomingHttpHeaders): void;
}

const nothing = () => undefined;

const cacheOf = (characters: number) =>
  new LRUCache<string, string>({ maxSize: characters, maxEntrySize: longestKept, sizeCalculation: sizeOf });
const sizeOf = (document: string) => document.length + 100;

/**
 * Finds documents by their hashes: Apollo's protocol of automatic persisted queries, and trusted documents. A document
 * is kept only after its operation was answered. One that was never asked for by its hash is in a cache of its own, so
 * that whoever sends many documents cannot drive out those that others use.
 */
export class PersistedQueries {
  readonly #trusted: TrustedDocuments;
  readonly #untrusted: UntrustedDocuments;
  readonly #sent = cacheOf(1024 * 1024);
  readonly #used = cacheOf(4 * 1024 * 1024);

  constructor(trusted: TrustedDocuments, logger: Logger) {
    this.#trusted = trusted;
    this.#untrusted = new UntrustedDocuments(logger);
  }

  /** Throws `ClientError` where there is no such document, or where only others run. */
  find(asked: GraphQLRequest): Named {
    const named = this.#find(asked);
    if (this.#trusted.others !== "logged") return named;
    const keep = (headers: IncomingHttpHeaders) => {
      named.keep(headers);
      const hash = hashOf(named.asked.query ?? "");
      if (!this.#trusted.byHash.has(hash)) this.#untrusted.log(hash, named.asked, headers);
    };
    return { asked: named.asked, keep };
  }

  #find(asked: GraphQLRequest): Named {
    const { persistedQuery, ...extensions } = asked.extensions ?? {};
    const { others, byHash } = this.#trusted;
    const areRequired = others === "refused";
    if (areRequired && asked.query !== undefined) throw untrusted();
    if (persistedQuery === undefined || persistedQuery === null) return { asked, keep: nothing };
    const hash = readHash(persistedQuery);
    const { query } = asked;
    if (query === undefined) {
      const known = byHash.get(hash) ?? (areRequired ? undefined : this.#use(hash));
      if (known === undefined) throw notFound();
      return { asked: { ...asked, query: known, extensions }, keep: nothing };
    }
    if (hashOf(query) !== hash) throw malformed("expected `sha256Hash` to be that of the query");
    const keep = () => void (this.#used.has(hash) || this.#sent.set(hash, query));
    return { asked: { ...asked, extensions }, keep };
  }

  #use(hash: string): string | undefined {
    const sent = this.#sent.get(hash);
    if (sent === undefined) return this.#used.get(hash);
    this.#sent.delete(hash);
    this.#used.set(hash, sent);
    return sent;
  }
}

function readHash(persistedQuery: unknown): string {
  const { version, sha256Hash } = Object(persistedQuery) as {
    readonly version?: unknown;
    readonly sha256Hash?: unknown;
  };
  // A number may be an object that keeps all its digits: see `parseJson`.
  if (Number(version) !== 1) throw malformed("expected version 1 of persisted queries");
  if (typeof sha256Hash === "string" && /^[0-9a-f]{64}$/.test(sha256Hash)) return sha256Hash;
  throw malformed("expected `sha256Hash` with 64 hexadecimal digits");
}

function malformed(expectation: string): ClientError {
  const http = { status: 400 };
  return new ClientError("BAD_REQUEST", `The request is malformed: ${expectation}.`, {
    extensions: { http },
  });
}

/** Clients know this message and code, and then send the document. */
function notFound(): ClientError {
  const http = { status: 200 };
  return new ClientError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound", { extensions: { http } });
}

function untrusted(): ClientError {
  const message =
    "Only operations that are known beforehand run here: expected `extensions.persistedQuery` with the hash of one, " +
    "and no `query`.";
  return new ClientError("FORBIDDEN", message, { extensions: { http: { status: 403 } } });
}
