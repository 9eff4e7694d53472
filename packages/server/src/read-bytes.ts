import type { IncomingMessage } from "node:http";
import { bodyTooLarge, RequestError } from "./errors.js";

/**
 * Reads the body of a request, up to a limit. Fastify 5.12.8 can do it as well, but copies what it has read, which takes
 * a tenth of the time that a small request takes in all.
 */
export function readBytes(
  request: IncomingMessage,
  limitBytes: number,
  done: (error: Error | undefined, bytes: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const settle = (error?: Error) => {
    request.off("data", add).off("end", settle).off("error", leave);
    const [first] = chunks;
    done(error, first && chunks.length === 1 ? first : Buffer.concat(chunks, length));
  };
  const add = (chunk: Buffer) => {
    length += chunk.length;
    if (length > limitBytes) settle(bodyTooLarge(limitBytes));
    else chunks.push(chunk);
  };
  const leave = () =>
    settle(new RequestError(400, "BAD_REQUEST", "The request is malformed: expected a whole body."));
  if (Number(request.headers["content-length"]) > limitBytes) return settle(bodyTooLarge(limitBytes));
  request.on("data", add).on("end", settle).on("error", leave);
}
