/** An error whose message says all that a user needs. Its cause is not printed. */
export class ExplainedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ExplainedError";
  }
}
