import { Pool } from "undici";
import { operationNamed } from "../operations/operations.js";
import type { LoadOrder, LoadResult } from "./messages.js";
import { missingPart } from "./missing-part.js";
import { serveMessages } from "./serve-messages.js";

serveMessages(async (order: LoadOrder): Promise<LoadResult> => {
  const { url, token, operation, from, connections, durationMs, isReconnecting } = order;
  const { origin, pathname: path } = new URL(url);
  const asked = operationNamed(operation);
  const expected = order.expected === null ? null : Buffer.from(order.expected);
  const pool = new Pool(origin, { connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const json = "application/json";
  const headers = { "content-type": json, accept: json, authorization: `Bearer ${token}` };
  const result = { requests: 0, failures: 0, bytes: 0 };
  let next = from;
  const started = performance.now();
  const ask = async () => {
    const query = asked.documentAt(next++);
    const body = JSON.stringify({ query });
    const answer = await pool.request({ method: "POST", path, headers, body, reset: isReconnecting });
    const chunks: Buffer[] = [];
    for await (const chunk of answer.body) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks);
    result.requests += 1;
    result.bytes += text.byteLength;
    const isRight = expected ? text.equals(expected) : missingPart(asked, query, text.toString()) === null;
    if (answer.statusCode !== 200 || !isRight) result.failures += 1;
  };
  const keepAsking = async () => {
    do await ask();
    while (performance.now() - started < durationMs);
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return { ...result, seconds };
});
