import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { serveMessages } from "../contest/serve-messages.js";
import type { OfferOrder, OfferResult } from "./messages.js";

const tickMs = 5;

type Ending = "good" | "refused" | "late";

/** Requests that are sent before count for nothing: by then it shows what a gateway does with what is too much. */
const settleMs = 1_000;

/** Sends requests at a steady rate, as many clients do that know nothing of each other. */
serveMessages(async (order: OfferOrder): Promise<OfferResult> => {
  const { url, perSecond, durationMs } = order;
  const pool = new Pool(new URL(url).origin, { connections: null });
  const endings = { good: 0, refused: 0, late: 0 };
  const asked: Promise<void>[] = [];
  let settled = 0;
  const started = performance.now();
  for (let elapsed = 0; elapsed < settleMs + durationMs; elapsed = performance.now() - started) {
    const due = (elapsed * perSecond) / 1_000;
    const counts = elapsed >= settleMs;
    while (asked.length < due)
      asked.push(ask(pool, order).then((ending) => void (endings[ending] += counts ? 1 : 0)));
    if (!counts) settled = asked.length;
    await sleep(tickMs);
  }
  const seconds = (performance.now() - started - settleMs) / 1_000;
  await Promise.all(asked);
  await pool.destroy();
  return { sent: asked.length - settled, ...endings, seconds };
});

async function ask(
  pool: Pool,
  { url, token, query, goodMs, isReconnecting, answerBytes }: OfferOrder,
): Promise<Ending> {
  const json = "application/json";
  try {
    const answer = await pool.request({
      method: "POST",
      path: new URL(url).pathname,
      headers: { "content-type": json, accept: json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
      reset: isReconnecting,
      signal: AbortSignal.timeout(goodMs),
    });
    await answer.body.dump({ limit: Number.POSITIVE_INFINITY });
    if (answer.statusCode === 503) return "refused";
    return answer.statusCode === 200 && Number(answer.headers["content-length"]) === answerBytes
      ? "good"
      : "late";
  } catch {
    return "late";
  }
}
