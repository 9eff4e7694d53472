import { ClientError } from "@an-sinh/server/errors";

/**
 * What went wrong with a statement. "lost": its connection is of no use any more. "again": it may succeed on another
 * connection. "late": it took too long, or waited too long for a lock. "wrong": the statement is at fault.
 */
export type Failure = "lost" | "again" | "late" | "wrong";

const lost: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "PROTOCOL_CONNECTION_LOST",
  "ER_SERVER_SHUTDOWN",
  "ER_NORMAL_SHUTDOWN",
  "ER_ABORTING_CONNECTION",
  "ER_NEW_ABORTING_CONNECTION",
  "ER_CLIENT_INTERACTION_TIMEOUT",
  // A node that has no quorum (Galera) says so.
  "ER_UNKNOWN_COM_ERROR",
]);

/** MariaDB's number for a connection that was killed, of which mysql2 3.24.6 does not know the name. */
const connectionKilled = 1927;

const again: ReadonlySet<unknown> = new Set(["ER_LOCK_DEADLOCK", "ER_QUERY_INTERRUPTED"]);

const late: ReadonlySet<unknown> = new Set([
  "ER_LOCK_WAIT_TIMEOUT",
  "ER_STATEMENT_TIMEOUT",
  "ER_QUERY_TIMEOUT",
]);
/** The numbers of the same in MariaDB and in MySQL, where mysql2 does not name them. */
const lockWait = 1205;
const lateNumbers: ReadonlySet<unknown> = new Set([lockWait, 1969, 3024]);

const tooMany: ReadonlySet<unknown> = new Set([
  "ER_CON_COUNT_ERROR",
  "ER_TOO_MANY_USER_CONNECTIONS",
  "ER_USER_LIMIT_REACHED",
]);

const refused: ReadonlySet<unknown> = new Set([
  "ER_ACCESS_DENIED_ERROR",
  "ER_ACCESS_DENIED_NO_PASSWORD_ERROR",
  "ER_DBACCESS_DENIED_ERROR",
  "ER_BAD_DB_ERROR",
  "ER_HOST_NOT_PRIVILEGED",
  "ER_HOST_IS_BLOCKED",
  "ER_ACCOUNT_HAS_BEEN_LOCKED",
  "ER_MUST_CHANGE_PASSWORD_LOGIN",
  "ER_NOT_SUPPORTED_AUTH_MODE",
  "AUTH_SWITCH_PLUGIN_ERROR",
  "ER_SECURE_TRANSPORT_REQUIRED",
]);

/** The part of a driver's error that says what went wrong. */
interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly fatal?: unknown;
}

const partsOf = (error: unknown): DriverError => (error instanceof Error ? (error as DriverError) : {});

export function failureOf(error: unknown): Failure {
  const { code, errno, fatal } = partsOf(error);
  if (fatal === true || lost.has(code) || errno === connectionKilled) return "lost";
  if (again.has(code)) return "again";
  return late.has(code) || lateNumbers.has(errno) ? "late" : "wrong";
}

/** Whether a statement waited in vain for a lock, such as that of `LOCK TABLES`. */
export function isLockWait(error: unknown): boolean {
  const { code, errno } = partsOf(error);
  return code === "ER_LOCK_WAIT_TIMEOUT" || errno === lockWait;
}

export const isConnectionLost = (error: unknown): boolean => failureOf(error) === "lost";

/** Whether the server answers, but takes no more connections. */
export const isFull = (error: unknown): boolean => tooMany.has(partsOf(error).code);

/** Whether the server answers, but not this user, or not about this database. */
export const isRefused = (error: unknown): boolean => refused.has(partsOf(error).code);

/** Whether nobody answers, or no more: a server that refuses a user or one more connection is there. */
export const isUnanswered = (error: unknown): boolean => lost.has(partsOf(error).code);

/** Whether a server may be about to start: nobody answers at its address, or it does not take clients yet. */
export const mayBeStarting = (error: unknown): boolean => isUnanswered(error) || isFull(error);

/** What a driver calls the error, such as `ER_NO_SUCH_TABLE`. Unlike its message, it holds no value of a statement. */
export const nameOfError = (error: unknown): string => String(partsOf(error).code ?? "unknown");

/** What is said of a server or a connection that does not answer. */
export const silence = (): Error =>
  Object.assign(new Error("The server says nothing."), { code: "ETIMEDOUT" });

export const unavailable = (cause: unknown): ClientError =>
  new ClientError("DATABASE_UNAVAILABLE", "The department cannot reach its database. Ask again later.", {
    originalError: toError(cause),
  });

export const tookTooLong = (cause: unknown): ClientError =>
  new ClientError("DATABASE_TIMEOUT", "The department's database did not answer in time. Ask for less.", {
    originalError: toError(cause),
  });

const toError = (cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause)));
