import { isConnectionLost } from "@an-sinh/subgraph-kit/database/mysql/failures";
import { QueryFailedError } from "typeorm";
import { FileError } from "../csv/file-error.js";

/**
 * What a database says of a statement that failed may repeat values of the file: "Duplicate entry '001080000001' for
 * key …". Its code says what is wrong too.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { driverError } = error;
  const code = "code" in driverError ? String(driverError.code) : "no code";
  if (isConnectionLost(driverError))
    return new FileError(`The connection to the database was lost (${code}). Try again.`);
  return new FileError(
    `The database refused to store the file (${code}). Another program may have changed it meanwhile: try again.`,
  );
}
