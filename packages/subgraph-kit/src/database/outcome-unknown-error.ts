/** Thrown when the connection was lost while a transaction was committed: all of it is stored, or nothing. */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super(
      "It is not known whether it was stored: the connection to the database was lost while it was committed.",
      { cause },
    );
    this.name = "OutcomeUnknownError";
  }
}
