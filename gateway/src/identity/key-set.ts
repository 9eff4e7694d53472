import type { ErrorLogger } from "@an-sinh/server/present-error";
import { createLocalJWKSet, errors, type LocalJWKSet, type JWTVerifyGetKey } from "jose";
import type { KeySource } from "./key-source.js";

/** Keys are read again after this time, and one that was withdrawn is refused from then on. */
export const keysLastMs = 10 * 60_000;
/** How long keys count when they cannot be read again. */
const keysLastAtMostMs = 60 * 60_000;
/** They are not read more often than this, whatever tokens clients send. */
const cooldownMs = 30_000;

/** Thrown where there are no keys at the moment: nobody knows whether a token is good. */
export class NoKeysError extends Error {
  override readonly name = "NoKeysError";
}

/** The keys by which tokens are verified. They are read when a token first needs them. */
export class KeySet {
  #keys: LocalJWKSet | undefined;
  #readAt = -Infinity;
  #triedAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(
    private readonly source: KeySource,
    private readonly logger: ErrorLogger,
    /** The time in milliseconds. */
    private readonly now: () => number = Date.now,
  ) {}

  /** The key of a token. A token that names an unknown key may be signed by a new one, so the keys are read again. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.#age() > keysLastMs) await this.#read();
    try {
      return await this.#current()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#read();
      return this.#current()(header, token);
    }
  };

  #current(): LocalJWKSet {
    if (this.#keys && this.#age() <= keysLastAtMostMs) return this.#keys;
    throw new NoKeysError("There are no keys to verify tokens with");
  }

  #age(): number {
    return this.now() - this.#readAt;
  }

  async #read(): Promise<void> {
    if (this.now() - this.#triedAt >= cooldownMs) {
      this.#triedAt = this.now();
      this.#reading = this.#replace();
    }
    await this.#reading;
  }

  async #replace(): Promise<void> {
    try {
      this.#keys = createLocalJWKSet(await this.source());
      this.#readAt = this.now();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.error(
        { reason },
        "The keys of JWKS cannot be read. The next attempt is in 30 s at the earliest.",
      );
    }
  }
}
