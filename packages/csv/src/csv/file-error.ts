/** Thrown when a file cannot be taken at all; the message says what is wrong with it and what to do. */
export class FileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FileError";
  }
}
