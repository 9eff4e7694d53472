import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { FastifyContentTypeParser } from "fastify";
import { decodeContent } from "./content-encoding.js";
import { RequestError } from "./errors.js";
import { readBytes } from "./read-bytes.js";
import type { RequestGuard } from "./request-guard.js";
import { decodeUtf8 } from "./utf8.js";

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads the body of a request: JSON in UTF-8, which may be compressed. Whatever is another charset, no UTF-8 or no JSON
 * is the client's mistake; nothing is replaced.
 */
export function readJsonBody(
  parseJson: (text: string) => unknown,
  limitBytes: number,
  guard: RequestGuard | undefined,
): FastifyContentTypeParser {
  const parse = (bytes: Buffer, done: Done) => {
    if (!isUtf8(bytes)) return done(malformed("UTF-8"));
    const text = decodeUtf8(bytes);
    let body: unknown;
    try {
      body = parseJson(text.startsWith("\ufeff") ? text.slice(1) : text);
    } catch {
      return done(malformed("JSON"));
    }
    done(null, body);
  };
  return ({ headers, id }, request: IncomingMessage, done: Done) => {
    const { "content-type": type = "", "content-encoding": encoding } = headers;
    if (type.includes(";")) checkCharset(type);
    readBytes(request, limitBytes, (failure, bytes) => {
      const refusal = failure ?? refusalOf(() => guard?.checkBody(bytes, headers, id));
      if (refusal) return done(refusal);
      if (encoding === undefined) return parse(bytes, done);
      decodeContent(encoding, bytes, limitBytes).then((decoded) => parse(decoded, done), done);
    });
  };
}

function refusalOf(check: () => void): Error | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("An unexpected value was thrown");
  }
}

const charsets = /;\s*charset\s*=\s*"?([^";]*)/gi;

/** JSON is UTF-8 unless the client says otherwise. Other parameters of a content type say nothing about JSON. */
function checkCharset(contentType: string): void {
  for (const [, charset = ""] of contentType.matchAll(charsets)) {
    if (/^utf-?8$/i.test(charset.trim())) continue;
    throw new RequestError(415, "UNSUPPORTED_MEDIA_TYPE", "Expected the charset utf-8 in the content type.");
  }
}

function malformed(expected: string): RequestError {
  return new RequestError(400, "BAD_REQUEST", `The request is malformed: expected ${expected}.`);
}
