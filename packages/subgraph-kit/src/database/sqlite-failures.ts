import { ClientError } from "@an-sinh/server/errors";

/** What a failure of a file means. */
interface Meaning {
  readonly code: "DATABASE_UNAVAILABLE" | "DATABASE_TIMEOUT";
  /** What clients are told. It never names the file. */
  readonly told: string;
  /** What is wrong with the file and what to do, for whoever runs the department. Begins after its name. */
  readonly toDo: string;
}

const damaged: Meaning = {
  code: "DATABASE_UNAVAILABLE",
  told: "The department's database is damaged. It has to be restored before it can be asked again.",
  toDo: "is damaged. Stop the graph and restore the file from a backup",
};
const unreadable: Meaning = {
  code: "DATABASE_UNAVAILABLE",
  told: "The department's database cannot be read or written. Ask again later.",
  toDo: "cannot be read or written. See its disk, and who may read and write the file and its folder",
};
const full: Meaning = {
  code: "DATABASE_UNAVAILABLE",
  told: "The department's database has no space left. Ask again later.",
  toDo: "has no space left. Make room on its disk, and on that for temporary files",
};
const locked: Meaning = {
  code: "DATABASE_TIMEOUT",
  told: "The department's database is locked by another program. Ask again later.",
  toDo: "is locked by another program. End that program, or wait for it",
};
export const moved: Meaning = {
  code: "DATABASE_UNAVAILABLE",
  told: "The department's database was removed. Ask again when it is back.",
  toDo: "was removed or replaced while it was open, or is out of reach. Put the file back, or start the graph anew with the other one",
};

/** By SQLite's codes, of which longer ones say more: SQLITE_IOERR_READ is a SQLITE_IOERR. */
const meanings: Readonly<Record<string, Meaning>> = {
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  SQLITE_FORMAT: damaged,
  SQLITE_IOERR: unreadable,
  SQLITE_CANTOPEN: unreadable,
  SQLITE_PERM: unreadable,
  SQLITE_READONLY: unreadable,
  SQLITE_NOLFS: unreadable,
  SQLITE_NOMEM: unreadable,
  SQLITE_PROTOCOL: locked,
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_FULL: full,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

function meaningOf(error: unknown): Meaning | undefined {
  if (!(error instanceof Error)) return undefined;
  const [primary = ""] = /^SQLITE_[A-Z]+/.exec(codeOf(error)) ?? [];
  // libsql 0.5.29 gives no code where it cannot open a file.
  return meanings[primary] ?? (error.message.includes("ConnectionFailed") ? unreadable : undefined);
}

/** What is said of a file that is at fault to whoever runs the department. */
export const problemOfFile = (file: string, { toDo }: Meaning, cause?: Error): Error =>
  new Error(`${file} ${toDo}${cause ? ` (${cause.message})` : ""}.`, { cause });

/** The same for clients. The log has the problem. */
export const failureOfFile = (file: string, meaning: Meaning, cause?: Error): ClientError =>
  new ClientError(meaning.code, meaning.told, { originalError: problemOfFile(file, meaning, cause) });

/**
 * The error of a read. What is not the file's fault stays as it is, such as a statement that writes: reads have
 * connections that refuse it.
 */
export function readFailure(file: string, error: unknown): unknown {
  const meaning = codeOf(error) === "SQLITE_READONLY" ? undefined : meaningOf(error);
  return meaning && error instanceof Error ? failureOfFile(file, meaning, error) : error;
}

/** The error of a write, for whoever runs the command that writes. TypeORM puts the driver's error into its own. */
export function writeFailure(file: string, error: unknown): unknown {
  const { driverError = error } = error instanceof Error ? (error as { readonly driverError?: unknown }) : {};
  const meaning = meaningOf(driverError);
  return meaning && driverError instanceof Error ? problemOfFile(file, meaning, driverError) : error;
}
