import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { sendText } from "./send-text.js";

/** A text that is made while the server runs. */
export interface ServedText {
  readonly path: string;
  readonly type: string;
  /** The same text as long as nothing has changed. */
  readonly text: () => string;
}

/** Serves each text at its path. Who has it already is told that it is still the same. */
export function serveTexts(fastify: FastifyInstance, texts: readonly ServedText[]): void {
  for (const { path, type, text } of texts) {
    let known = { text: "", etag: "" };
    const current = () => {
      const now = text();
      if (now !== known.text || known.etag === "") known = { text: now, etag: etagOf(now) };
      return known;
    };
    fastify.route({
      method: ["GET", "HEAD"],
      url: path,
      handler: async (request, reply) => {
        const { text: now, etag } = current();
        void reply.header("cache-control", "no-cache").header("etag", etag);
        void reply.header("cross-origin-resource-policy", "same-origin");
        if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
        void reply.type(type);
        return sendText(request, reply, now);
      },
    });
  }
}

/** Weak: the text may be compressed on its way. */
const etagOf = (text: string) => `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;

const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((given) => given.trim() === "*" || weak(given.trim()) === etag);

const weak = (etag: string) => (etag.startsWith("W/") ? etag : `W/${etag}`);
