import { hashOf } from "@an-sinh/server/persisted-queries";

/** Why a supergraph is not served. */
export interface Refusal {
  /** It could not be read, it is no supergraph that can be served, or the settings lack something for it. */
  readonly reason: "unreadable" | "invalid" | "settings";
  /** For operators. It may name files, types and settings. */
  readonly message: string;
  readonly at: Date;
}

/** Which supergraph a gateway serves, and what became of the last one that came after it. */
export class SupergraphState {
  #hash: string;
  #loadedAt = new Date();
  #replacements = 0;
  #refused: Refusal | undefined;

  constructor(supergraphSdl: string) {
    this.#hash = hashOf(supergraphSdl);
  }

  /** The SHA-256 of its text, in hexadecimal digits. */
  get hash(): string {
    return this.#hash;
  }

  get loadedAt(): Date {
    return this.#loadedAt;
  }

  /** How often another one has taken its place. */
  get replacements(): number {
    return this.#replacements;
  }

  /** Undefined: the newest one is served. */
  get refused(): Refusal | undefined {
    return this.#refused;
  }

  /** The supergraph with this hash is the newest one, and is served. */
  serves(hash: string): void {
    this.#refused = undefined;
    if (hash === this.#hash) return;
    this.#hash = hash;
    this.#loadedAt = new Date();
    this.#replacements += 1;
  }

  refuse(refusal: Omit<Refusal, "at">): void {
    this.#refused = { ...refusal, at: new Date() };
  }

  /** What anyone may know. */
  describe(): Readonly<Record<string, unknown>> {
    const refused = this.#refused && { reason: this.#refused.reason, at: this.#refused.at };
    return { hash: this.#hash, loadedAt: this.#loadedAt, ...(refused && { refused }) };
  }
}
