/** By default, four of the largest responses that a subgraph may send. */
export const defaultHeldResponseBytes = 128 * 1024 * 1024;

/** Thrown where a response would be too much beside those that are held. It says nothing about the subgraph. */
export class ResponseMemoryFullError extends Error {
  constructor() {
    super("The responses that are held are too large together");
    this.name = "ResponseMemoryFullError";
  }
}

/** What the responses of all requests of a process may hold at once, in bytes as they arrive. */
export class ResponseMemory {
  readonly #maxBytes: number;
  #held = 0;

  constructor(maxBytes = defaultHeldResponseBytes) {
    this.#maxBytes = maxBytes;
  }

  /** Throws `ResponseMemoryFullError`, and then takes nothing. */
  take(bytes: number): void {
    if (this.#held + bytes > this.#maxBytes) throw new ResponseMemoryFullError();
    this.#held += bytes;
  }

  giveBack(bytes: number): void {
    this.#held -= bytes;
  }
}
