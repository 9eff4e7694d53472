import { ClientError } from "@an-sinh/server/errors";

/** How large an answer may be. */
export interface AnswerLimits {
  /** Objects that subgraphs send for one answer, and items of all its lists. */
  readonly nodes: number;
  /** Of its data, in UTF-8. What subgraphs send for it over HTTP may have twice as many. */
  readonly bytes: number;
}

export const defaultAnswerLimits: AnswerLimits = { nodes: 250_000, bytes: 20_000_000 };

/** Thrown while an answer is made. Nothing of the answer leaves. */
export class AnswerTooLargeError extends ClientError {
  constructor(most: string) {
    super(
      "QUERY_TOO_COMPLEX",
      `The answer is too large: expected at most ${most}. Ask in several operations.`,
    );
    this.name = "AnswerTooLargeError";
  }
}

export const tooManyNodes = ({ nodes }: AnswerLimits) =>
  new AnswerTooLargeError(`${nodes} objects and items of lists`);

export const tooManyBytes = ({ bytes }: AnswerLimits) => new AnswerTooLargeError(`${bytes} bytes`);

/** A UTF-16 character has at most so many bytes in UTF-8. */
const bytesOfCharacter = 3;

/** Throws `AnswerTooLargeError` where the data of an answer has too many bytes. */
export function checkBytes(text: string, limits: AnswerLimits): void {
  if (text.length * bytesOfCharacter <= limits.bytes) return;
  if (text.length > limits.bytes || Buffer.byteLength(text) > limits.bytes) throw tooManyBytes(limits);
}

/** The shortest object of a JSON list, with its comma. */
const shortestObject = "{},".length;

/** What the subgraphs may still send for one answer. Its methods throw `AnswerTooLargeError`. */
export class AnswerBudget {
  readonly #limits: AnswerLimits;
  #objects = 0;
  #bytes = 0;
  /** How many objects there may be in the texts that were too short to be worth counting. */
  #uncounted = 0;
  #excess: AnswerTooLargeError | undefined;

  constructor(limits: AnswerLimits) {
    this.#limits = limits;
  }

  /** Takes objects before they are made, or soon after. */
  takeObjects(count: number): void {
    this.#objects += count;
    if (this.#objects > this.#limits.nodes) throw this.#refused(tooManyNodes(this.#limits));
  }

  /** Takes a part of a response that arrived. */
  takeBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > 2 * this.#limits.bytes) throw this.#refused(tooManyBytes(this.#limits));
  }

  /** Takes the objects of a response that is not parsed yet. They are counted once there may be too many. */
  takeText(text: string): void {
    const most = text.length / shortestObject;
    if (this.#uncounted + most <= this.#limits.nodes) this.#uncounted += most;
    else this.takeObjects(countObjects(text));
  }

  /** Throws again what was thrown before. */
  check(): void {
    if (this.#excess) throw this.#excess;
  }

  #refused(error: AnswerTooLargeError): AnswerTooLargeError {
    this.#excess = error;
    return error;
  }
}

/** A brace in a text counts as well. */
function countObjects(json: string): number {
  let count = 0;
  for (let at = json.indexOf("{"); at >= 0; at = json.indexOf("{", at + 1)) count += 1;
  return count;
}
