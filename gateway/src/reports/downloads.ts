import type { ServerResponse } from "node:http";
import { RequestError } from "@an-sinh/server/errors";

/** What a request takes that is answered at once, a download may hold for hours. */
const shareOfRequests = 10;
const shareOfDownloads = 10;
const defaultRequests = 1_000;

export const defaultIdleMs = 60_000;

interface DownloadLimits {
  /** How many requests the process takes at the same time. */
  readonly mostRequests?: number | undefined;
  /** How long a client may leave unread what waits for it. */
  readonly idleMs?: number | undefined;
}

/** The downloads of a process. They count as requests, too, so they leave room for others, and one caller for the next. */
export class Downloads {
  readonly #most: number;
  readonly #mostOfCaller: number;
  readonly #idleMs: number;
  readonly #ofCallers = new Map<string, number>();
  #underWay = 0;

  constructor({ mostRequests = defaultRequests, idleMs = defaultIdleMs }: DownloadLimits) {
    this.#idleMs = idleMs;
    this.#most = Math.max(1, Math.floor(mostRequests / shareOfRequests));
    this.#mostOfCaller = Math.max(1, Math.floor(this.#most / shareOfDownloads));
  }

  /** Throws `RequestError` where there are too many. It counts until the response is sent or its client has left. */
  begin(caller: string, response: ServerResponse): void {
    if (response.destroyed) return;
    const own = this.#ofCallers.get(caller) ?? 0;
    if (own >= this.#mostOfCaller) throw tooMany(429, "RATE_LIMITED", `${own} of yours are under way`);
    if (this.#underWay >= this.#most) throw tooMany(503, "OVERLOADED", `${this.#underWay} are under way`);
    this.#underWay += 1;
    this.#ofCallers.set(caller, own + 1);
    response.once("close", () => this.#end(caller));
    cutWhenIdle(response, this.#idleMs);
  }

  #end(caller: string): void {
    this.#underWay -= 1;
    const own = (this.#ofCallers.get(caller) ?? 1) - 1;
    if (own > 0) this.#ofCallers.set(caller, own);
    else this.#ofCallers.delete(caller);
  }
}

const tooMany = (status: number, code: "RATE_LIMITED" | "OVERLOADED", why: string): RequestError =>
  new RequestError(status, code, `Expected fewer downloads at the same time: ${why}. Try again in 10 s.`, {
    "retry-after": "10",
  });

/** Cuts the connection of a client that has read nothing for so long. Where nothing waits for it, it is not its fault. */
export function cutWhenIdle(response: ServerResponse, idleMs: number): void {
  response.setTimeout(idleMs, () => {
    if (response.writableLength > 0) response.destroy();
  });
}
