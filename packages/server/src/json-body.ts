import type { FastifyBodyParser } from "fastify";

/** Reads the body of a request. A text that is no JSON is the client's mistake. */
export function jsonBody(parse: (text: string) => unknown = JSON.parse): FastifyBodyParser<string> {
  return (_request, text, done) => {
    let body: unknown;
    try {
      body = parse(text);
    } catch {
      done(Object.assign(new Error("expected JSON"), { statusCode: 400 }));
      return;
    }
    done(null, body);
  };
}
