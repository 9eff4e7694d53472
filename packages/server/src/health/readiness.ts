/** Whether a server can serve, and how the parts are that it depends on. Anyone may read it: no URL, no error of a driver. */
export interface Readiness {
  readonly isReady: boolean;
  /** By what they are, such as `databases`, and their names. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, PartState>>>>;
}

/** How a part is, and since when. */
export interface PartState {
  readonly state: string;
  /** By `Date.now()`. */
  readonly since: number;
  /** When it answered last, by `Date.now()`. Null: it has not since the start. */
  readonly lastAnsweredAt?: number | null;
  /** The code of its last failure. Null: it has not failed since the start. */
  readonly lastFailure?: string | null;
}

/** Of a server that depends on nothing. */
export const alwaysReady = (): Readiness => ({ isReady: true, parts: {} });
