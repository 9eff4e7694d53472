import { once } from "node:events";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** What became of requests. */
export interface RequestCounts {
  sent: number;
  /** Each with what was wrong with its answer. */
  readonly failures: string[];
  /** How many each server answered, by the header x-server. */
  readonly byServer: Map<string, number>;
  /** The longest that one took, in milliseconds. */
  slowestMs: number;
}

interface Asked {
  readonly url: string;
  readonly query: string;
  /** The text of the right answer. */
  readonly answer: string;
  readonly perSecond: number;
}

/** Sends requests at a steady rate, whatever becomes of them: half on kept connections, half on new ones. */
export function startRequests({ url, query, answer, perSecond }: Asked) {
  const kept = new Agent({ keepAlive: true });
  const counts: RequestCounts = { sent: 0, failures: [], byServer: new Map(), slowestMs: 0 };
  const open = new Set<Promise<void>>();
  const body = JSON.stringify({ query });
  const ask = async (agent: Agent | false) => {
    const headers = { "content-type": "application/json" };
    const begun = performance.now();
    try {
      const [response] = await once(request(url, { method: "POST", headers, agent }).end(body), "response");
      const given = await text(response);
      counts.slowestMs = Math.max(counts.slowestMs, performance.now() - begun);
      const server = String(response.headers["x-server"]);
      counts.byServer.set(server, (counts.byServer.get(server) ?? 0) + 1);
      if (given !== answer) counts.failures.push(`${response.statusCode} ${given.slice(0, 200)}`);
    } catch (error) {
      counts.failures.push(String(error));
    }
  };
  const timer = setInterval(() => {
    const asked = ask(counts.sent % 2 === 0 && kept).finally(() => open.delete(asked));
    open.add(asked);
    counts.sent += 1;
  }, 1000 / perSecond);
  return {
    counts,
    /** Resolves when the last one is answered. */
    stop: async (): Promise<RequestCounts> => {
      clearInterval(timer);
      await Promise.all(open);
      kept.destroy();
      return counts;
    },
  };
}
