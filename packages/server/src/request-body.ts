import { isUtf8 } from "node:buffer";
import type { FastifyBodyParser } from "fastify";
import { decodeContent } from "./content-encoding.js";
import { RequestError } from "./errors.js";
import { decodeUtf8 } from "./utf8.js";

/**
 * Reads the body of a request: JSON in UTF-8, which may be compressed. Whatever is another charset, no UTF-8 or no JSON
 * is the client's mistake; nothing is replaced.
 */
export function readJsonBody(parseJson: (text: string) => unknown): FastifyBodyParser<Buffer> {
  const parse = (bytes: Buffer): unknown => {
    if (!isUtf8(bytes)) throw malformed("UTF-8");
    const text = decodeUtf8(bytes);
    try {
      return parseJson(text.startsWith("\ufeff") ? text.slice(1) : text);
    } catch {
      throw malformed("JSON");
    }
  };
  return (request, bytes, done) => {
    const { "content-type": type = "", "content-encoding": encoding } = request.headers;
    if (type.includes(";")) checkCharset(type);
    if (encoding === undefined) return done(null, parse(bytes));
    // Fastify 5.12 makes the options of a route when they are read.
    decodeContent(encoding, bytes, request.routeOptions.bodyLimit)
      .then(parse)
      .then((body) => done(null, body), done);
  };
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
