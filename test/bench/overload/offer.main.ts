import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { serveMessages } from "../contest/serve-messages.js";
import type { OfferOrder, OfferResult } from "./messages.js";

const tickMs = 5;

type Ending = "good" | "refused" | "late";

/** Sends requests at a steady rate, as many clients do that know nothing of each other. */
serveMessages(async (order: OfferOrder): Promise<OfferResult> => {
  const { url, perSecond, durationMs } = order;
  const pool = new Pool(new URL(url).origin, { connections: null });
  const endings = { good: 0, refused: 0, late: 0 };
  const asked: Promise<void>[] = [];
  const started = performance.now();
  for (let elapsed = 0; elapsed < durationMs; elapsed = performance.now() - started) {
    const due = (elapsed * perSecond) / 1_000;
    while (asked.length < due) asked.push(ask(pool, order).then((ending) => void (endings[ending] += 1)));
    await sleep(tickMs);
  }
  await Promise.all(asked);
  const seconds = (performance.now() - started) / 1_000;
  await pool.destroy();
  return { sent: asked.length, ...endings, seconds };
});

async function ask(pool: Pool, { url, token, query, goodMs }: OfferOrder): Promise<Ending> {
  const json = "application/json";
  try {
    const answer = await pool.request({
      method: "POST",
      path: new URL(url).pathname,
      headers: { "content-type": json, accept: json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(goodMs),
    });
    await answer.body.dump({ limit: Number.POSITIVE_INFINITY });
    if (answer.statusCode === 503) return "refused";
    return answer.statusCode === 200 ? "good" : "late";
  } catch {
    return "late";
  }
}
