import type { FastifyReply, FastifyRequest } from "fastify";
import { compress, encodingOf } from "./answer-encoding.js";
import { isSafe } from "./graphql-request.js";
import { encodeUtf8 } from "./utf8.js";

/** Node sends a longer text faster as bytes. */
const longText = 4_096;

/** What a handler returns to send a text: compressed, where the client asks for it. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): string | Buffer | Promise<Buffer> {
  const accepted = request.headers["accept-encoding"];
  if (accepted !== undefined || isSafe(request)) addVary(reply);
  const encoding = accepted === undefined ? null : encodingOf(accepted, text.length);
  if (encoding === null) return text.length < longText ? text : encodeUtf8(text);
  void reply.header("content-encoding", encoding);
  return compress(encoding, encodeUtf8(text));
}

/** Says which headers an answer depends on, beside the one that names the site of the page that asks. */
export function addVary(reply: FastifyReply): void {
  const given = reply.getHeader("vary");
  const ours = "Accept, Accept-Encoding";
  void reply.header("vary", given === undefined ? ours : `${String(given)}, ${ours}`);
}
