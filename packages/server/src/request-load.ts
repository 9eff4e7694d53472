import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** How much a server takes on at the same time. */
export interface LoadLimits {
  /** Requests that are not answered. As many again may be arriving: they have begun, and their body is not there. */
  readonly mostUnderWay: number;
  /**
   * How long a request may have to wait for those before it, until it begins, in milliseconds. It is estimated from how many
   * wait, and how soon after each other they began lately.
   */
  readonly mostWaitMs: number;
  /** So many may wait even if it takes longer. Default: 32. */
  readonly fewWaiting?: number;
}

/** So long connections are taken before the next request begins, in milliseconds. */
const connectMs = 2;

/** How much one request changes what is known of the time from one beginning to the next. */
const weight = 1 / 32;

type Response = ServerResponse<IncomingMessage>;

/** The clock and the event loop of a server. */
export interface LoopTurns {
  /** In milliseconds. */
  readonly now: () => number;
  /** Calls a function when all that has arrived is dealt with. */
  readonly next: (turn: () => void) => void;
}

/** Of requests that have begun. */
const waits = new WeakMap<Response, number>();

/** How long a request had to wait until it began, in milliseconds. */
export const waitedMsOf = (response: Response): number => waits.get(response) ?? 0;

const eventLoop: LoopTurns = { now: () => performance.now(), next: setImmediate };

/**
 * Begins one request in each turn of the event loop, and refuses those that would make all others late. The rest of a turn is
 * for requests that have begun before. So where more come than can be answered, they wait here, and not in the middle of
 * their work; and how long they wait says that it is too much, whatever keeps the processor busy. Who waits for a department
 * is in nobody's way.
 */
export class RequestLoad {
  readonly #limits: Required<LoadLimits>;
  readonly #answer: RequestListener;
  readonly #turns: LoopTurns;
  /** In the order in which they came, and when that was. */
  readonly #waiting = new Map<Response, number>();
  /** They cost nothing but memory, and who sends slowly must keep nobody out. In the order in which they began. */
  readonly #arriving = new Set<Response>();
  /** With those that are arriving. */
  #taken = 0;
  #hasTurn = false;
  #isConnecting = false;
  #connectUntil: number | undefined;
  /** The time from one beginning to the next turn in which another one could begin. */
  #paceMs = 0;
  /** When the last one began. Undefined: its turn is over. */
  #beganAt: number | undefined;

  constructor(limits: LoadLimits, answer: RequestListener, turns = eventLoop) {
    this.#limits = { fewWaiting: 32, ...limits };
    this.#answer = answer;
    this.#turns = turns;
  }

  /** Whether the request is taken. It then counts until its response is sent or its client has left. */
  take(response: Response): boolean {
    const { mostUnderWay, mostWaitMs } = this.#limits;
    const underWay = this.#taken - this.#arriving.size;
    if (underWay >= mostUnderWay || this.#waiting.size * this.#paceMs > mostWaitMs) return false;
    this.#taken += 1;
    this.#waiting.set(response, this.#turns.now());
    response.once("close", () => this.#leave(response));
    this.#nextTurn();
    return true;
  }

  /**
   * A connection has come. Node 20 to 24 takes one in each turn of the event loop (libuv since 1.45). While turns are long,
   * all others wait in the kernel: nobody can refuse them there, and when they are taken their clients have left. So
   * requests wait while connections come: turns without work are short.
   */
  connect(): void {
    this.#isConnecting = true;
    this.#nextTurn();
  }

  #leave(response: Response): void {
    this.#taken -= 1;
    this.#waiting.delete(response);
    this.#arriving.delete(response);
  }

  #nextTurn(): void {
    if (this.#hasTurn) return;
    this.#hasTurn = true;
    this.#turns.next(this.#turn);
  }

  readonly #turn = (): void => {
    this.#hasTurn = false;
    const now = this.#turns.now();
    if (this.#isConnecting) this.#connectUntil ??= now + connectMs;
    const isLater = this.#isConnecting && now < (this.#connectUntil ?? 0);
    this.#isConnecting = false;
    if (!isLater) this.#beginNext(now);
    if (isLater || this.#beganAt !== undefined) this.#nextTurn();
  };

  #beginNext(now: number): void {
    this.#connectUntil = undefined;
    if (this.#beganAt !== undefined) this.#keepPace(now - this.#beganAt);
    const [first] = this.#waiting;
    this.#beganAt = first && now;
    if (!first) return;
    const [next, cameAt] = first;
    this.#waiting.delete(next);
    waits.set(next, now - cameAt);
    if (!next.req.complete) this.#letArrive(next);
    this.#answer(next.req, next);
  }

  /** Where too many are arriving, the one that takes longest is cut off. */
  #letArrive(response: Response): void {
    const [oldest] = this.#arriving;
    if (oldest && this.#arriving.size >= this.#limits.mostUnderWay) oldest.req.destroy();
    this.#arriving.add(response);
    response.req.once("end", () => this.#arriving.delete(response));
  }

  /** What holds the event loop once, such as a large response, counts for little. */
  #keepPace(milliseconds: number): void {
    const { mostWaitMs, fewWaiting } = this.#limits;
    this.#paceMs += weight * (Math.min(milliseconds, mostWaitMs / fewWaiting) - this.#paceMs);
  }
}
