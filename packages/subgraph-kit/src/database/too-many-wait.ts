import { ClientError } from "@an-sinh/server/errors";

/** What is said of a question at once, where so many wait for the department's database that it is not queued. */
export const tooManyWait = (): ClientError =>
  new ClientError(
    "DATABASE_UNAVAILABLE",
    "Too many questions wait for the department's database already. Ask again later.",
  );
