/** The access log is not as it was written. The message is for operators: it says where, and names nobody. */
export class LogDamagedError extends Error {
  override readonly name = "LogDamagedError";

  /** `where` is a file or a chain. */
  constructor(
    readonly where: string,
    readonly what: string,
  ) {
    super(`${where}: ${what}`);
  }
}
