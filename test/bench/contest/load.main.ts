import { Pool } from "undici";
import type { LoadOrder, LoadResult } from "./messages.js";
import { operationNamed } from "../operations/operations.js";
import { serveMessages } from "./serve-messages.js";

serveMessages(async (order: LoadOrder): Promise<LoadResult> => {
  const { url, token, operation, from, connections, durationMs } = order;
  const { origin, pathname: path } = new URL(url);
  const { documentAt } = operationNamed(operation);
  const pool = new Pool(origin, { connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const json = "application/json";
  const headers = { "content-type": json, accept: json, authorization: `Bearer ${token}` };
  const result = { requests: 0, failures: 0, bytes: 0 };
  let next = from;
  const started = performance.now();
  const ask = async () => {
    const body = JSON.stringify({ query: documentAt(next++) });
    const answer = await pool.request({ method: "POST", path, headers, body });
    for await (const chunk of answer.body) result.bytes += (chunk as Buffer).byteLength;
    result.requests += 1;
    if (answer.statusCode !== 200) result.failures += 1;
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
