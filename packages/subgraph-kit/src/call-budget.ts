import { ClientError } from "@an-sinh/server/errors";

/** How many rows a subgraph reads for one call. No statement gives more. */
export const maximumRows = 250_000;

/** How many objects a response may have, where the caller sets no limit of its own. */
const maximumObjects = 500_000;

/** Takes objects before they are filled in. Throws where there are too many. */
export interface ObjectBudget {
  takeObjects(count: number): void;
}

/** What one call may still read and make, so that it cannot fill the memory. What exceeds it fails the whole call. */
export class CallBudget {
  private rows = 0;
  private objects = 0;
  private excess: unknown;

  /** `shared` is the budget of all calls for one answer. Undefined: each call has one of its own. */
  constructor(private readonly shared: ObjectBudget | undefined) {}

  takeRows(count: number): void {
    this.rows += count;
    if (this.rows > maximumRows) this.refuse(tooMuch(`${maximumRows} rows to be read`));
  }

  takeObjects(count: number): void {
    this.check();
    if (this.shared) return this.shared.takeObjects(count);
    this.objects += count;
    if (this.objects > maximumObjects) this.refuse(tooMuch(`${maximumObjects} objects`));
  }

  /** Throws what was thrown before: a loader makes an error of each key of it, which would be as many errors. */
  check(): void {
    if (this.excess !== undefined) throw this.excess;
  }

  private refuse(error: ClientError): never {
    this.excess = error;
    throw error;
  }
}

const tooMuch = (most: string) =>
  new ClientError(
    "QUERY_TOO_COMPLEX",
    `The query asks for too much at once: expected at most ${most}. Ask in several operations.`,
  );

const ownLimit = /\bLIMIT \d+( OFFSET \d+)?$/;
const longestLimit = 60;

/** The statement, which gives at most one row more than may be read. */
export const withinRows = (sql: string): string =>
  ownLimit.test(sql.slice(-longestLimit)) ? sql : `${sql} LIMIT ${maximumRows + 1}`;
