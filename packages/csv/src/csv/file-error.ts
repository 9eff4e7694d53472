import { ExplainedError } from "@an-sinh/command-line/explained-error";

/** Thrown when a file cannot be taken at all. The message says what is wrong with it and what to do. */
export class FileError extends ExplainedError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FileError";
  }
}
