import { ClientError } from "@an-sinh/server/errors";
import type { ResponseMemory } from "./response-memory.js";

/** How large an answer may be. */
export interface AnswerLimits {
  /** Objects and lists that subgraphs send for one answer, and items of all its lists. */
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

/** The shortest object or list of a JSON text, where one lies in the other. */
const shortestObject = "[]".length;

/**
 * What the subgraphs may still send for one answer. Its methods throw `AnswerTooLargeError`, and `takeBytes` also
 * `ResponseMemoryFullError`.
 */
export class AnswerBudget {
  readonly #limits: AnswerLimits;
  readonly #memory: ResponseMemory | undefined;
  /** What of the memory is taken. Undefined: it was given back, for good. */
  #held: number | undefined = 0;
  #objects = 0;
  #bytes = 0;
  /** How many objects there may be in the texts that were too short to be worth counting. */
  #uncounted = 0;
  #excess: AnswerTooLargeError | undefined;

  /** Without a memory, only the answer is bounded. */
  constructor(limits: AnswerLimits, memory?: ResponseMemory) {
    this.#limits = limits;
    this.#memory = memory;
  }

  /** For a response that several answers share. */
  ofShared(): AnswerBudget {
    return new AnswerBudget(this.#limits, this.#memory);
  }

  /** Gives back what is held. What arrives later is not held any more. */
  release(): void {
    if (this.#held !== undefined) this.#memory?.giveBack(this.#held);
    this.#held = undefined;
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
    if (this.#held === undefined) return;
    this.#memory?.take(count);
    this.#held += count;
  }

  /** Takes the objects and lists of a response that is not parsed yet. They are counted once there may be too many. */
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

/** Objects and lists by their first characters. Such a character in a text counts as well. */
const countObjects = (json: string): number => countOf("{", json) + countOf("[", json);

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
