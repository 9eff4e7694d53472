/** What the offering process is told to send. */
export interface OfferOrder {
  readonly url: string;
  readonly token: string | undefined;
  readonly query: string;
  /** Requests that begin in each second, however many are under way. */
  readonly perSecond: number;
  readonly durationMs: number;
  /** Whether each request comes on a connection of its own. */
  readonly isReconnecting: boolean;
  /** The length of a whole answer. */
  readonly answerBytes: number;
  /** An answer that comes later helps nobody. */
  readonly goodMs: number;
}

/** How the requests ended. */
export interface OfferResult {
  readonly sent: number;
  /** Whole answers in time. */
  readonly good: number;
  /** With status 503. */
  readonly refused: number;
  /** Answers that came too late, or not at all. */
  readonly late: number;
  /** In which they were sent. */
  readonly seconds: number;
}
