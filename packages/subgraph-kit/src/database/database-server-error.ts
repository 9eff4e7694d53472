/** Thrown when a database server cannot be used. Who read the setting that names the server says which setting it is. */
export class DatabaseServerError extends Error {
  /** `server` has no user and no password: `mysql://HOST:PORT/DATABASE`. */
  constructor(server: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${server} cannot be used: ${reason}. Start the server, or correct the setting`, { cause });
    this.name = "DatabaseServerError";
  }
}
