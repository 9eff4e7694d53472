import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** How much a server takes on at the same time. */
export interface LoadLimits {
  /** Requests that have begun and are not answered. */
  readonly mostUnderWay: number;
  /** How long a request may have to wait for those before it, until it begins, in milliseconds. */
  readonly mostWaitMs: number;
  /** So many may wait longer: what holds the event loop once, such as a large response, is soon over. Default: 32. */
  readonly fewWaiting?: number;
}

/** So long connections are taken before the next request begins, in milliseconds. */
const connectMs = 2;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse<IncomingMessage>;
  readonly since: number;
}

/** The clock and the event loop of a server. */
export interface LoopTurns {
  /** In milliseconds. */
  readonly now: () => number;
  /** Calls a function when all that has arrived is dealt with. */
  readonly next: (turn: () => void) => void;
}

const eventLoop: LoopTurns = { now: () => performance.now(), next: setImmediate };

/**
 * Begins one request in each turn of the event loop, and refuses those that would make all others late. The rest of a turn is
 * for requests that have begun before. So where more come than can be answered, they wait here, and not in the middle of
 * their work; and how long they wait says that it is too much, whatever keeps the processor busy. Who waits for a department
 * is in nobody's way.
 */
export class RequestLoad {
  readonly #limits: LoadLimits;
  readonly #answer: RequestListener;
  readonly #turns: LoopTurns;
  /** In the order in which they came. */
  readonly #waiting: Waiting[] = [];
  #underWay = 0;
  #hasTurn = false;
  #isConnecting = false;
  #beganAt = 0;

  constructor(limits: LoadLimits, answer: RequestListener, turns = eventLoop) {
    this.#limits = limits;
    this.#answer = answer;
    this.#turns = turns;
  }

  /** Whether the request is taken. It then counts until its response is sent or its client has left. */
  take(request: IncomingMessage, response: ServerResponse<IncomingMessage>): boolean {
    if (this.#underWay >= this.#limits.mostUnderWay) return false;
    const now = this.#turns.now();
    const [first] = this.#waiting;
    const { mostWaitMs, fewWaiting = 32 } = this.#limits;
    if (first && now - first.since > mostWaitMs && this.#waiting.length >= fewWaiting) return false;
    this.#underWay += 1;
    response.once("close", this.#leave);
    this.#waiting.push({ request, response, since: now });
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

  readonly #leave = (): void => {
    this.#underWay -= 1;
  };

  #nextTurn(): void {
    if (this.#hasTurn) return;
    this.#hasTurn = true;
    this.#turns.next(this.#turn);
  }

  readonly #turn = (): void => {
    this.#hasTurn = false;
    const isConnecting = this.#isConnecting && this.#turns.now() - this.#beganAt < connectMs;
    this.#isConnecting = false;
    if (!isConnecting) this.#beginNext();
    if (isConnecting || this.#waiting.length > 0) this.#nextTurn();
  };

  #beginNext(): void {
    const next = this.#waiting.shift();
    // A client that has left waits for nothing.
    if (next && !next.response.closed) this.#answer(next.request, next.response);
    this.#beganAt = this.#turns.now();
  }
}
