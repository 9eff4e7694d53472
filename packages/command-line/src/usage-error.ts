import { ExplainedError } from "./explained-error.js";

/** Thrown when a command is not one that can be run. The message says what was expected. */
export class UsageError extends ExplainedError {
  constructor(message: string) {
    super(`${message}\nSee --help.`);
    this.name = "UsageError";
  }
}
